terraform {
  backend "s3" {
    bucket  = "{{cookiecutter.project_slug}}-tfstate"
    key     = "terraform.tfstate"
    region  = "{{cookiecutter.aws_region}}"
    encrypt = true
  }
}
