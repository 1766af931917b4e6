terraform {
  required_version = ">= 1.3.0"
  backend "azurerm" {
    resource_group_name  = "rg-tf"
    storage_account_name = "sttf"
    container_name       = "state"
    key                  = "app.tfstate"
    subscription_id      = "00000000-0000-0000-0000-000000000000"
    tenant_id            = "00000000-0000-0000-0000-000000000000"
    client_id            = "00000000-0000-0000-0000-000000000000"
    client_secret        = "@PASSWORD@~abcDEF123"
    use_azuread_auth     = true
  }
}
