remote_state {
  backend = "s3"
  config = merge({
    bucket  = "corp-tg"
    region  = "us-west-2"
    encrypt = true
  }, local.extra)
}
