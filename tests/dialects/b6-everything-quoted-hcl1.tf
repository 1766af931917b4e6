terraform {
  backend "s3" {
    "bucket" = "hcl1-state"
    "key"    = "k"
    "region" = "us-east-1"
  }
}
