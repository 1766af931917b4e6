init:
	terraform init \
		-backend-config="bucket=$(BUCKET)" \
		-backend-config="key=$(ENV)/terraform.tfstate" \
		-backend-config="region=$(REGION)" \
		-backend-config="dynamodb_table=$(TABLE)"
