terraform {
  backend "s3" {
    buckett        = "x"
    bucket         = "misspelt-state"
    key            = "m.tfstate"
    region         = "eu-west-1"
    encypt         = true
    dynamo_db_table = "locks"
  }
}
