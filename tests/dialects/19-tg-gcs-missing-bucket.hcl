remote_state {
  backend = "gcs"
  config = {
    project  = "corp-prod"
    location = "eu"
    prefix   = "${path_relative_to_include()}"
  }
}
