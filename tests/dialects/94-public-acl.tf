terraform {
  backend "s3" {
    bucket       = "acl-state"
    key          = "k"
    region       = "eu-west-1"
    encrypt      = true
    acl          = "public-read"
    use_lockfile = true
  }
}
