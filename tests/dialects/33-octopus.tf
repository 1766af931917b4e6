terraform {
  backend "azurerm" {
    storage_account_name = "#{StateAccount}"
    container_name       = "tfstate"
    key                  = "__env__.tfstate"
    sas_token            = "#{StateSas}"
  }
}
