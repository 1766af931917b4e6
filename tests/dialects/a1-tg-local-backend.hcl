remote_state {
  backend = local.backend
  config = {
    bucket = "x-state"
    key    = "k"
    region = "eu-west-1"
  }
}
