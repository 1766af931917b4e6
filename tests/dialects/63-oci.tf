terraform {
  backend "oci" {
    bucket       = "tfstate"
    namespace    = "axabc"
    tenancy_ocid = "ocid1.tenancy.oc1..aaaa"
    auth         = "InstancePrincipal"
  }
}
