terraform {
	backend "s3" {
		bucket = "tab-state"
		key    = "a.tfstate"
		region = "us-east-1"
	}
}
