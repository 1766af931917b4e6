# State is a Secret, tfstate-<workspace>-<suffix>, and its lock a Lease, lock-tfstate-<workspace>-<suffix>. A Secret is
# only encoded: whoever may read Secrets in this namespace reads every password in the state. So: a namespace of its own,
# nobody else in it, and encryption at rest switched on in the API server (EncryptionConfiguration with a KMS provider).
# Kubernetes keeps no old versions: back the Secrets up, for example with terraform state pull after each apply.
locals {
  secrets = [for workspace in var.workspaces : "tfstate-${workspace}-${local.secret_suffix}"]
  leases  = [for workspace in var.workspaces : "lock-tfstate-${workspace}-${local.secret_suffix}"]
}

# init lists Secrets to find workspaces, and a name cannot limit list or create.
resource "kubernetes_role_v1" "apply" {
  #checkov:skip=CKV_K8S_21:The namespace is where the state lives already; moving it is a migration
  metadata {
    name      = "terraform-apply-${local.name}"
    namespace = local.namespace
  }
  rule {
    api_groups     = [""]
    resources      = ["secrets"]
    resource_names = local.secrets
    verbs          = ["get", "update", "delete"]
  }
  rule {
    api_groups = [""]
    resources  = ["secrets"]
    verbs      = ["create", "list"]
  }
  rule {
    api_groups     = ["coordination.k8s.io"]
    resources      = ["leases"]
    resource_names = local.leases
    verbs          = ["get", "update", "delete"]
  }
  rule {
    api_groups = ["coordination.k8s.io"]
    resources  = ["leases"]
    verbs      = ["create"]
  }
}

# Plan: reads the state, and writes nothing but the lease.
resource "kubernetes_role_v1" "plan" {
  #checkov:skip=CKV_K8S_21:The namespace is where the state lives already; moving it is a migration
  metadata {
    name      = "terraform-plan-${local.name}"
    namespace = local.namespace
  }
  rule {
    api_groups     = [""]
    resources      = ["secrets"]
    resource_names = local.secrets
    verbs          = ["get"]
  }
  rule {
    api_groups = [""]
    resources  = ["secrets"]
    verbs      = ["list"]
  }
  rule {
    api_groups     = ["coordination.k8s.io"]
    resources      = ["leases"]
    resource_names = local.leases
    verbs          = ["get", "update"]
  }
  rule {
    api_groups = ["coordination.k8s.io"]
    resources  = ["leases"]
    verbs      = ["create"]
  }
}

resource "kubernetes_role_binding_v1" "apply" {
  #checkov:skip=CKV_K8S_21:The namespace is where the state lives already; moving it is a migration
  metadata {
    name      = "terraform-apply-${local.name}"
    namespace = local.namespace
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role_v1.apply.metadata[0].name
  }
  subject {
    kind      = "ServiceAccount"
    name      = var.apply_service_account.name
    namespace = var.apply_service_account.namespace
  }
}

resource "kubernetes_role_binding_v1" "plan" {
  #checkov:skip=CKV_K8S_21:The namespace is where the state lives already; moving it is a migration
  metadata {
    name      = "terraform-plan-${local.name}"
    namespace = local.namespace
  }
  role_ref {
    api_group = "rbac.authorization.k8s.io"
    kind      = "Role"
    name      = kubernetes_role_v1.plan.metadata[0].name
  }
  subject {
    kind      = "ServiceAccount"
    name      = var.plan_service_account.name
    namespace = var.plan_service_account.namespace
  }
}
