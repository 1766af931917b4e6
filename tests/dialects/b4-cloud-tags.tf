terraform {
  cloud {
    organization = "corp"
    hostname     = "app.terraform.io"
    workspaces {
      tags = ["net", "prod"]
    }
  }
}
