terraform {
  backend "s3" {
    bucket = "win-state"
    key    = "a.tfstate"
    region = "us-east-1"
  }
}
