terraform {
  backend "http" {
    address  = "https://gitlab.com/api/v4/projects/123/terraform/state/prod"
    username = "ana"
    password = "glpat-@GLPAT@"
  }
}
