terraform {
  backend "remote" {
    organization = "corp"
    workspaces { prefix = "app-" }
  }
}
