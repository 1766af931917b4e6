# Apply: blobs of this container, and the lease that is the lock. Owner and Contributor give no access to data.
resource "azurerm_role_assignment" "apply" {
  for_each             = toset(var.apply_principal_ids)
  scope                = azurerm_storage_container.state.id
  role_definition_name = "Storage Blob Data Contributor"
  principal_id         = each.value
}

# Plan: reads, and takes the lease. The lease and the lock's metadata are writes to the state's own blob, so that Azure
# has no role that locks without being able to write; what is left out is the right to delete.
resource "azurerm_role_definition" "plan" {
  name        = "terraform-plan-${local.storage_account}"
  scope       = azurerm_storage_container.state.id
  description = "Reads and leases Terraform state, deletes nothing"
  permissions {
    actions = ["Microsoft.Storage/storageAccounts/blobServices/containers/read"]
    data_actions = [
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read",
      "Microsoft.Storage/storageAccounts/blobServices/containers/blobs/write",
    ]
  }
  assignable_scopes = [azurerm_storage_container.state.id]
}

resource "azurerm_role_assignment" "plan" {
  for_each           = toset(var.plan_principal_ids)
  scope              = azurerm_storage_container.state.id
  role_definition_id = azurerm_role_definition.plan.role_definition_resource_id
  principal_id       = each.value
}
