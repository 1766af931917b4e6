# HCP Terraform keeps every version, encrypts, and locks by itself. What is left to decide is who sees and unlocks.
resource "tfe_workspace" "state" {
  for_each          = toset(local.workspaces)
  organization      = local.organization
  name              = each.value
  force_delete      = false
  queue_all_runs    = false
  terraform_version = var.terraform_version
  lifecycle {
    prevent_destroy = true
  }
}

# No other workspace reads this state; name those that must.
resource "tfe_workspace_settings" "state" {
  for_each            = tfe_workspace.state
  workspace_id        = each.value.id
  global_remote_state = false
}

# Applies and locks. Whoever may unlock a running apply is an administrator, not this team.
resource "tfe_team_access" "apply" {
  for_each     = tfe_workspace.state
  workspace_id = each.value.id
  team_id      = var.apply_team_id
  permissions {
    runs              = "apply"
    variables         = "read"
    state_versions    = "read"
    sentinel_mocks    = "none"
    workspace_locking = true
    run_tasks         = false
  }
}

# Plans, and sees outputs only: a state holds secrets.
resource "tfe_team_access" "plan" {
  for_each     = tfe_workspace.state
  workspace_id = each.value.id
  team_id      = var.plan_team_id
  permissions {
    runs              = "plan"
    variables         = "read"
    state_versions    = "read-outputs"
    sentinel_mocks    = "none"
    workspace_locking = false
    run_tasks         = false
  }
}
