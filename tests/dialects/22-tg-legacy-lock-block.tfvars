terragrunt = {
  lock {
    backend = "dynamodb"
    config {
      state_file_id = "app"
    }
  }
  remote_state {
    backend = "s3"
    config {
      bucket = "old-state"
      key = "app/terraform.tfstate"
      region = "us-east-1"
    }
  }
}
