remote_state = {
  backend = "s3"
  config = {
    bucket     = "corp-old-tg"
    key        = "${path_relative_to_include()}/terraform.tfstate"
    region     = "us-east-1"
    encrypt    = "true"
    lock_table = "tg-locks"
  }
}
