data "terraform_remote_state" "net" {
  backend = "s3"
  config = {
    bucket = "corp-state"
    key    = "net.tfstate"
    region = "eu-west-1"
  }
}
