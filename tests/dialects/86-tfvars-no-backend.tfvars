region      = "eu-west-1"
environment = "prod"
bucket      = "my-app-assets"
tags = {
  owner = "web"
}
