# State is at <path> (other workspaces: <path>-env:<name>), the lock at <path>/.lock with its holder at <path>/.lockinfo.
# Consul keeps no old versions and encrypts nothing at rest: take snapshots (consul snapshot save), and encrypt the disks.
# Sessions: the lock is held by one, and goes with it when its holder dies.
resource "consul_acl_policy" "apply" {
  name        = "terraform-apply-${local.name}"
  description = "Reads, writes and locks Terraform state"
  datacenters = var.datacenters
  rules = jsonencode({
    key = { (local.path) = { policy = "write" } }
    key_prefix = {
      "${local.path}/"     = { policy = "write" }
      "${local.path}-env:" = { policy = "write" }
    }
    session_prefix = { "" = { policy = "write" } }
  })
}

# Plan reads the state, and writes nothing but the lock. For another workspace add its two lock keys.
resource "consul_acl_policy" "plan" {
  name        = "terraform-plan-${local.name}"
  description = "Reads and locks Terraform state"
  datacenters = var.datacenters
  rules = jsonencode({
    key = merge(
      { (local.path) = { policy = "read" } },
      { for workspace in var.workspaces : "${local.path}${workspace == "default" ? "" : "-env:${workspace}"}/.lock" => { policy = "write" } },
      { for workspace in var.workspaces : "${local.path}${workspace == "default" ? "" : "-env:${workspace}"}/.lockinfo" => { policy = "write" } },
    )
    key_prefix = {
      "${local.path}/"     = { policy = "read" }
      "${local.path}-env:" = { policy = "read" }
    }
    session_prefix = { "" = { policy = "write" } }
  })
}

resource "consul_acl_role" "apply" {
  name        = "terraform-apply-${local.name}"
  description = "Who applies"
  policies    = [consul_acl_policy.apply.id]
}

resource "consul_acl_role" "plan" {
  name        = "terraform-plan-${local.name}"
  description = "Who only plans"
  policies    = [consul_acl_policy.plan.id]
}
