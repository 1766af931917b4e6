terraform {
  backend "azurerm" {
    storage_account_name = "stunk"
    container_name       = "c"
    key                  = "k"
    use_azuread_auth     = true
    account_tier         = "Standard"
    features {}
  }
}
