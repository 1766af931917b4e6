terraform init -reconfigure -backend-config=bucket=corp-tfstate -backend-config=key=a/b.tfstate -backend-config=region=us-east-2 -backend-config=use_lockfile=true
