terraform {
  backend "gcs" {
    bucket = "${STATE_BUCKET}"
    prefix = "$ENV/app"
  }
}
