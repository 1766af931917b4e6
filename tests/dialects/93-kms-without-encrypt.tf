terraform {
  required_version = "1.9.5"
  backend "s3" {
    bucket         = "kms-state"
    key            = "k"
    region         = "eu-west-1"
    kms_key_id     = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-96ef-1234567890ab"
    dynamodb_table = "kms-lock"
  }
}
