terraform {
  required_version = ">= 1.10"
  backend "s3" {
    bucket         = "corp-state"
    key            = "role/terraform.tfstate"
    region         = "eu-west-1"
    encrypt        = true
    dynamodb_table = "corp-lock"
    role_arn       = "arn:aws:iam::111122223333:role/tf"
    external_id    = "corp"
  }
}
