terraform {
  backend "gcs" {
    bucket      = "g-state"
    prefix      = "p"
    credentials = <<EOF
{"type": "service_account", "private_key": "-----BEGIN @X@"}
EOF
  }
}
