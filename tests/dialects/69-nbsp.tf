terraform {
  backend "s3" {
    bucket = "nbsp-state"
    key    = "n.tfstate"
    region = "eu-west-1"
  }
}
