locals {
  env = "prod"
}

unit "vpc" {
  source = "git::git@github.com:acme/catalog.git//units/vpc?ref=v0.3.1"
  path   = "vpc"
  values = {
    cidr = "10.0.0.0/16"
  }
}

stack "services" {
  source = "../stacks/services"
  path   = "services"
}
