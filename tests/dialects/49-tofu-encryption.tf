terraform {
  required_version = ">= 1.8"
  encryption {
    key_provider "pbkdf2" "main" {
      passphrase = var.passphrase
    }
    method "aes_gcm" "main" {
      keys = key_provider.pbkdf2.main
    }
    state {
      method = method.aes_gcm.main
    }
  }
  backend "s3" {
    bucket = var.state_bucket
    key    = "tofu/terraform.tfstate"
    region = "eu-west-1"
  }
}
