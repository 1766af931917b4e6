terraform {
  backend "s3" {
    bucket = "nf-state"
    key    = "k"
    region = "eu-west-1"
  }
}