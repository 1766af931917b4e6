terraform {
  backend "kubernetes" {
    secret_suffix          = "s"
    host                   = "http://10.0.0.1:6443"
    insecure               = true
    token                  = "@TFETOKEN@"
    cluster_ca_certificate = file("ca.pem")
  }
}
