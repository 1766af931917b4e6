terraform {
  required_version = ">= 1.6"
  backend "s3" {
    bucket                      = "tfstate"
    key                         = "lab/terraform.tfstate"
    region                      = "main"
    endpoint                    = "http://minio.lab.local:9000"
    access_key                  = "@ACCESS@"
    secret_key                  = "@SECRET40@"
    skip_credentials_validation = true
    skip_metadata_api_check     = true
    skip_region_validation      = true
    force_path_style            = true
  }
}
