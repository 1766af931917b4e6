terraform {
  backend "etcdv3" {
    endpoints = ["etcd-1:2379", "etcd-2:2379"]
    lock      = true
    prefix    = "terraform-state/"
  }
}
