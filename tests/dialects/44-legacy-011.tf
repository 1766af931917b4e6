terraform {
  required_version = "~> 0.11.14"
  backend "s3" {
    bucket     = "legacy-state"
    key        = "${var.env}/terraform.tfstate"
    region     = "us-east-1"
    lock_table = "legacy-lock"
  }
}
