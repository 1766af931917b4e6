terraform { backend "s3" { bucket = "x-state" } }
