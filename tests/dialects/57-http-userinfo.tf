terraform {
  backend "http" {
    address = "https://ci:@PASSWORD@@state.corp.example/v1/app"
  }
}
