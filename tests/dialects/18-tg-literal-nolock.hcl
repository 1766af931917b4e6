remote_state {
  backend = "s3"

  generate = {
    path      = "_backend.tf"
    if_exists = "overwrite"
  }

  config = {
    bucket                 = "corp-tg-state"
    key                    = "${path_relative_to_include()}/terraform.tfstate"
    region                 = "eu-north-1"
    encrypt                = true
    skip_bucket_versioning = true
    s3_bucket_tags = {
      owner = "platform"
    }
  }
}
