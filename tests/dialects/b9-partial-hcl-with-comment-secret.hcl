# access_key = "@AKIA@"
# secret_key = "@SECRET40@"
bucket  = "p-state"
key     = "k.tfstate"
region  = "eu-west-1"
encrypt = true
