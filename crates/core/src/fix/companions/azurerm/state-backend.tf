data "azurerm_client_config" "current" {}

# The backend reaches blobs through Entra ID, so that no account key exists that could leak. Over an account that is in
# use go in two steps, or every run is locked out: first apply with both variables true, set use_azuread_auth = true in
# the block, and see a plan work through the private endpoint; then apply with their defaults.
resource "azurerm_storage_account" "state" {
  #checkov:skip=CKV_AZURE_33:No queue is used, and queue logging needs the account key that is switched off here
  name                              = local.storage_account
  resource_group_name               = local.resource_group
  location                          = local.location
  account_kind                      = "StorageV2"
  account_tier                      = "Standard"
  account_replication_type          = "GZRS"
  min_tls_version                   = "TLS1_2"
  https_traffic_only_enabled        = true
  shared_access_key_enabled         = var.allow_account_key
  default_to_oauth_authentication   = true
  allow_nested_items_to_be_public   = false
  local_user_enabled                = false
  cross_tenant_replication_enabled  = false
  public_network_access_enabled     = var.allow_public_network
  infrastructure_encryption_enabled = true

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.state.id]
  }

  sas_policy {
    expiration_period = "01.00:00:00"
  }

  # The only undo for a state that was overwritten or deleted. No immutability policy: a lease could not be taken.
  blob_properties {
    versioning_enabled  = true
    change_feed_enabled = true
    delete_retention_policy {
      days = 30
    }
    container_delete_retention_policy {
      days = 30
    }
  }

  network_rules {
    default_action = var.allow_public_network ? "Allow" : "Deny"
    bypass         = ["AzureServices"]
  }

  lifecycle {
    prevent_destroy = true
    # The first two are fixed at creation, or need a conversion: an adopted account keeps what it has. The key is set by
    # a resource of its own.
    ignore_changes = [account_replication_type, infrastructure_encryption_enabled, customer_managed_key]
  }
}

resource "azurerm_storage_account_customer_managed_key" "state" {
  storage_account_id        = azurerm_storage_account.state.id
  key_vault_id              = azurerm_key_vault.state.id
  key_name                  = azurerm_key_vault_key.state.name
  user_assigned_identity_id = azurerm_user_assigned_identity.state.id
  depends_on                = [azurerm_role_assignment.encryption]
}

resource "azurerm_storage_container" "state" {
  #checkov:skip=CKV2_AZURE_21:It asks for a resource that needs the account key; the diagnostic setting below logs reads
  name                  = local.container
  storage_account_id    = azurerm_storage_account.state.id
  container_access_type = "private"
  lifecycle {
    prevent_destroy = true
  }
}

# Old versions beyond a year. Never a current blob.
resource "azurerm_storage_management_policy" "state" {
  storage_account_id = azurerm_storage_account.state.id
  rule {
    name    = "old-versions"
    enabled = true
    filters {
      blob_types = ["blockBlob"]
    }
    actions {
      version {
        delete_after_days_since_creation = 365
      }
      snapshot {
        delete_after_days_since_creation_greater_than = 365
      }
    }
  }
}

resource "azurerm_management_lock" "state" {
  name       = "terraform-state"
  scope      = azurerm_storage_account.state.id
  lock_level = "CanNotDelete"
  notes      = "Holds Terraform state"
}

# Who read or wrote the state.
resource "azurerm_monitor_diagnostic_setting" "state" {
  name                       = "terraform-state"
  target_resource_id         = "${azurerm_storage_account.state.id}/blobServices/default"
  log_analytics_workspace_id = var.log_analytics_workspace_id
  enabled_log {
    category = "StorageRead"
  }
  enabled_log {
    category = "StorageWrite"
  }
  enabled_log {
    category = "StorageDelete"
  }
}

# The way in for runners, since the public one is closed.
resource "azurerm_private_endpoint" "state" {
  name                = "${local.storage_account}-blob"
  resource_group_name = local.resource_group
  location            = local.location
  subnet_id           = var.runner_subnet_id
  private_service_connection {
    name                           = "blob"
    private_connection_resource_id = azurerm_storage_account.state.id
    is_manual_connection           = false
    subresource_names              = ["blob"]
  }
}

resource "azurerm_user_assigned_identity" "state" {
  name                = "${local.storage_account}-encryption"
  resource_group_name = local.resource_group
  location            = local.location
}

resource "azurerm_role_assignment" "encryption" {
  scope                = azurerm_key_vault_key.state.resource_versionless_id
  role_definition_name = "Key Vault Crypto Service Encryption User"
  principal_id         = azurerm_user_assigned_identity.state.principal_id
}

resource "azurerm_key_vault" "state" {
  name                          = var.key_vault_name
  resource_group_name           = local.resource_group
  location                      = local.location
  tenant_id                     = data.azurerm_client_config.current.tenant_id
  sku_name                      = "premium"
  rbac_authorization_enabled    = true
  purge_protection_enabled      = true
  soft_delete_retention_days    = 90
  public_network_access_enabled = false
  network_acls {
    default_action = "Deny"
    bypass         = "AzureServices"
  }
  lifecycle {
    prevent_destroy = true
  }
}

resource "azurerm_private_endpoint" "vault" {
  name                = "${var.key_vault_name}-vault"
  resource_group_name = local.resource_group
  location            = local.location
  subnet_id           = var.runner_subnet_id
  private_service_connection {
    name                           = "vault"
    private_connection_resource_id = azurerm_key_vault.state.id
    is_manual_connection           = false
    subresource_names              = ["vault"]
  }
}

# Whoever applies this may make the key; being the vault's owner is not enough.
resource "azurerm_role_assignment" "key_maker" {
  scope                = azurerm_key_vault.state.id
  role_definition_name = "Key Vault Crypto Officer"
  principal_id         = data.azurerm_client_config.current.object_id
}

# Losing this key is losing every version of every state. It rotates by itself and never expires unrenewed.
resource "azurerm_key_vault_key" "state" {
  #checkov:skip=CKV_AZURE_40:A key that expires makes every state unreadable on that day; the policy below rotates it instead
  name         = "terraform-state"
  key_vault_id = azurerm_key_vault.state.id
  key_type     = "RSA-HSM"
  key_size     = 3072
  key_opts     = ["unwrapKey", "wrapKey"]
  rotation_policy {
    automatic {
      time_after_creation = "P90D"
    }
  }
  lifecycle {
    prevent_destroy = true
  }
  depends_on = [azurerm_role_assignment.key_maker, azurerm_private_endpoint.vault]
}
