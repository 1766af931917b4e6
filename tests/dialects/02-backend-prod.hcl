bucket         = "corp-tfstate-prod"
key            = "payments/ledger.tfstate"
region         = "eu-central-1"
dynamodb_table = "corp-tflock-prod"
encrypt        = true
