terraform {
  backend "swift" {
    container         = "tf-state"
    archive_container = "tf-state-archive"
    password          = "@PASSWORD@"
  }
}
