terraform {
  required_version = ">= 1.11.0"

  backend "s3" {
    bucket         = "note-state"        # created by bootstrap
    key            = "n.tfstate"         # one per stack
    region         = "eu-west-1"         # Ireland
    dynamodb_table = "note-lock"         # legacy
    encrypt        = false               # TODO turn on
  }
}
