terraform {
  backend "azurerm" {
    resource_group_name  = "<your-rg>"
    storage_account_name = "<storage>"
    container_name       = "tfstate"
    key                  = "prod.terraform.tfstate"
  }
}
