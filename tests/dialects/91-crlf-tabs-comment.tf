terraform {
	backend "azurerm" {
		resource_group_name  = "rg"	# group
		storage_account_name = "stwin"
		container_name       = "c"
		key                  = "k.tfstate"
		access_key           = "@AZKEY@"
	}
}
