terraform {
  required_version = ">= 1.6, < 2.0"
  backend "s3" {
    bucket              = "guard-state"
    key                 = "k"
    region              = "eu-west-1"
    encrypt             = true
    dynamodb_table      = "guard-lock"
    allowed_account_ids = ["111122223333"]
    assume_role = {
      role_arn = "arn:aws:iam::111122223333:role/tf"
    }
  }
}
