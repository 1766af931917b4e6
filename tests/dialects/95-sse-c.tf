terraform {
  backend "s3" {
    bucket           = "ssec-state"
    key              = "k"
    region           = "eu-west-1"
    encrypt          = true
    use_lockfile     = true
    sse_customer_key = "@SSEC@"
  }
}
