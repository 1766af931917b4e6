remote_state {
  backend      = "s3"
  disable_init = true
  config = {
    bucket       = "corp-tg"
    key          = "x/terraform.tfstate"
    region       = "us-west-2"
    encrypt      = true
    use_lockfile = true
  }
  encryption = {
    key_provider = "pbkdf2"
    passphrase   = get_env("TF_PASS")
  }
}
