terraform {
  required_version = ">= 1.11"
  backend "s3" {
    bucket       = "good-state"
    key          = "good/terraform.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    kms_key_id   = "alias/terraform-state"
    use_lockfile = true
  }
}
