terraform {
  backend "cos" {
    region     = "ap-guangzhou"
    bucket     = "bucket-for-terraform-state-1258798060"
    prefix     = "terraform/state"
    secret_id  = "@COSID@"
    secret_key = "@SECRET32@"
  }
}
