terraform {
  /*
  backend "local" {
    path = "x.tfstate"
  }
  */
  backend "gcs" {
    bucket = "corp-tf" // moved 2024-02
    prefix = "prod"
  }
}
