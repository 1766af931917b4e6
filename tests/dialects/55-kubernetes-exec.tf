terraform {
  backend "kubernetes" {
    secret_suffix    = "state"
    load_config_file = false
    host             = "https://k8s.corp.example"
    exec {
      api_version = "client.authentication.k8s.io/v1beta1"
      command     = "aws"
      args        = ["eks", "get-token", "--cluster-name", "corp"]
    }
  }
}
