include "root" {
  path = find_in_parent_folders("root.hcl")
}

generate "backend" {
  path      = "backend.tf"
  if_exists = "overwrite_terragrunt"
  contents  = <<-EOF
    terraform {
      backend "s3" {
        bucket = "corp-tfstate-${local.env}"
        key    = "${path_relative_to_include()}/terraform.tfstate"
        region = "eu-west-1"
      }
    }
  EOF
}
