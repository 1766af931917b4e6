terraform init `
  -backend-config="resource_group_name=rg-tf" `
  -backend-config="storage_account_name=sttf01" `
  -backend-config="container_name=tfstate" `
  -backend-config="key=app.tfstate" `
  -backend-config="access_key=$env:ARM_ACCESS_KEY"
