module "tfstate_backend" {
  source                = "cloudposse/tfstate-backend/aws"
  version               = "1.5.0"
  namespace             = "eg"
  terraform_backend_config_file_path = "."
  force_destroy         = false
}
