#!/bin/bash
set -e
export TF_IN_AUTOMATION=1
terraform init \
  -input=false \
  -backend-config="bucket=corp-tfstate" \
  -backend-config="key=edge/dns.tfstate" \
  -backend-config="region=eu-west-3" \
  -backend-config="access_key=@AKIA@" \
  -backend-config="secret_key=@SECRET40@"
terraform plan -out=tfplan
