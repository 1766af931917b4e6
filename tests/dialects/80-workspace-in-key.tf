terraform {
  backend "s3" {
    bucket       = "ws-state"
    key          = "${terraform.workspace}/app.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}
