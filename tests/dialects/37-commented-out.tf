terraform {
  # backend "s3" {
  #   bucket = "old"
  #   key    = "old.tfstate"
  #   region = "us-east-1"
  # }
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "us-east-1"
}
