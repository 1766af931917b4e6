terraform {
  required_version = ">= 1.2"
  backend "manta" {
    path       = "tf/state"
    objectName = "terraform.tfstate"
  }
}
