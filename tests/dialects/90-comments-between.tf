terraform {
  backend "s3" {
    # where
    bucket = "c-state"

    # what
    key = "c.tfstate"

    /* multi
       line */
    region         = "eu-west-1"
    dynamodb_table = "c-lock" # keep until 2026
  }
}
