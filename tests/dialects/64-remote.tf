terraform {
  backend "remote" {
    hostname     = "app.terraform.io"
    organization = "corp"
    token        = "@TFETOKEN@"

    workspaces {
      name = "prod"
    }
  }
}
