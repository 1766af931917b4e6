resource "alicloud_kms_key" "state" {
  description            = "Terraform state"
  automatic_rotation     = "Enabled"
  rotation_interval      = "90d"
  pending_window_in_days = 30
  deletion_protection    = "Enabled"
  status                 = "Enabled"
  protection_level       = "SOFTWARE"
  lifecycle {
    prevent_destroy = true
  }
}

# No retention (WORM) policy: an object under it cannot be overwritten, and no state could be written twice.
resource "alicloud_oss_bucket" "state" {
  #checkov:skip=CKV_ALI_11:Transfer acceleration opens a public accelerated domain, which a state needs last
  bucket        = local.state_bucket
  force_destroy = false

  # The only undo for a state that was overwritten or deleted.
  versioning {
    status = "Enabled"
  }
  # encrypt = true in the backend asks for AES256 and overrides this default.
  server_side_encryption_rule {
    sse_algorithm     = "KMS"
    kms_master_key_id = alicloud_kms_key.state.id
  }
  logging {
    target_bucket = var.log_bucket
    target_prefix = "terraform-state/"
  }
  # Old versions go after a year. Never a current object.
  lifecycle_rule {
    id      = "noncurrent-versions"
    prefix  = ""
    enabled = true
    noncurrent_version_expiration {
      days = 365
    }
    abort_multipart_upload {
      days = 7
    }
  }
  lifecycle {
    prevent_destroy = true
  }
}

resource "alicloud_oss_bucket_acl" "state" {
  bucket = alicloud_oss_bucket.state.bucket
  acl    = "private"
}

resource "alicloud_oss_bucket_public_access_block" "state" {
  bucket              = alicloud_oss_bucket.state.bucket
  block_public_access = true
}

# Without this table the backend locks nothing. No time to live: a record that expires frees the lock of a running apply.
resource "alicloud_ots_instance" "lock" {
  name        = local.lock_instance
  description = "Terraform state locks"
  lifecycle {
    prevent_destroy = true
  }
}

resource "alicloud_ots_table" "lock" {
  instance_name = alicloud_ots_instance.lock.name
  table_name    = local.lock_table
  time_to_live  = -1
  max_version   = 1
  enable_sse    = true
  sse_key_type  = "SSE_KMS_SERVICE"
  primary_key {
    name = "LockID"
    type = "String"
  }
  lifecycle {
    prevent_destroy = true
  }
}

resource "alicloud_ram_policy" "apply" {
  policy_name = "terraform-state-apply-${local.name}"
  description = "Reads, writes and locks Terraform state"
  policy_document = jsonencode({
    Version = "1"
    Statement = [
      { Effect = "Allow", Action = ["oss:ListObjects", "oss:GetBucketInfo"], Resource = ["acs:oss:*:*:${local.state_bucket}"] },
      { Effect = "Allow", Action = ["oss:GetObject", "oss:PutObject", "oss:DeleteObject"], Resource = ["acs:oss:*:*:${local.state_bucket}/*"] },
      { Effect = "Allow", Action = ["ots:GetRow", "ots:PutRow", "ots:DeleteRow", "ots:DescribeTable"], Resource = ["acs:ots:*:*:instance/${local.lock_instance}/table/${local.lock_table}"] },
    ]
  })
}

# Plan reads the state, and writes nothing but the lock.
resource "alicloud_ram_policy" "plan" {
  policy_name = "terraform-state-plan-${local.name}"
  description = "Reads and locks Terraform state"
  policy_document = jsonencode({
    Version = "1"
    Statement = [
      { Effect = "Allow", Action = ["oss:ListObjects", "oss:GetBucketInfo"], Resource = ["acs:oss:*:*:${local.state_bucket}"] },
      { Effect = "Allow", Action = ["oss:GetObject"], Resource = ["acs:oss:*:*:${local.state_bucket}/*"] },
      { Effect = "Allow", Action = ["ots:GetRow", "ots:PutRow", "ots:DeleteRow", "ots:DescribeTable"], Resource = ["acs:ots:*:*:instance/${local.lock_instance}/table/${local.lock_table}"] },
    ]
  })
}
