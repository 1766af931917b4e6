resource "aws_instance" "runner" {
  ami       = "ami-1"
  user_data = <<-EOT
    #!/bin/bash
    cat > /opt/backend.tf <<'TF'
    terraform {
      backend "s3" {
        bucket = "inner-state"
        key    = "k"
        region = "eu-west-1"
      }
    }
    TF
  EOT
}
