provider "aws" {
  region     = "eu-west-1"
  access_key = "@AKIA@"
  secret_key = "@SECRET40@"
}
