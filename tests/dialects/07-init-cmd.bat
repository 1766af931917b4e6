@echo off
terraform init ^
  -backend-config="address=https://gitlab.corp.example/api/v4/projects/88/terraform/state/prod" ^
  -backend-config="username=ci" ^
  -backend-config="password=@PASSWORD@" ^
  -backend-config="lock_method=POST"
