terraform {
  backend "gcs" {
    bucket             = "gcs-state"
    prefix             = "p"
    encryption_key     = "@SSEC@"
    kms_encryption_key = "projects/p/locations/eu/keyRings/r/cryptoKeys/k"
  }
}
