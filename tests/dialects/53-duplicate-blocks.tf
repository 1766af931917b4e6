terraform {
  backend "s3" {
    bucket = "dup-state"
    key    = "d.tfstate"
    region = "eu-west-1"
  }
}

terraform {
  backend "gcs" {
    bucket = "dup-state"
  }
}
