bucket = "my-site"
region = "eu-west-1"
profile = "prod"
domain_name = "example.org"
