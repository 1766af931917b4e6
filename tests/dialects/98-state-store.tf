terraform {
  state_store "simple_inmem" {
    provider "simple" {}
  }
}
