resource "tencentcloud_kms_key" "state" {
  alias                = "terraform-state-${local.name}"
  description          = "Terraform state"
  key_rotation_enabled = true
  is_enabled           = true
  lifecycle {
    prevent_destroy = true
  }
}

# No object lock: a lock object (.tflock) under retention could not be deleted, and would hold the state.
resource "tencentcloud_cos_bucket" "state" {
  bucket               = local.state_bucket
  acl                  = "private"
  versioning_enable    = true
  encryption_algorithm = "KMS"
  kms_id               = tencentcloud_kms_key.state.id
  force_clean          = false
  log_enable           = true
  log_target_bucket    = var.log_bucket
  log_prefix           = "terraform-state/"
  # Old versions go after a year. Never a current object.
  lifecycle_rules {
    id            = "noncurrent-versions"
    filter_prefix = ""
    non_current_expiration {
      non_current_days = 365
    }
    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }
  }
  lifecycle {
    prevent_destroy = true
  }
}

# The backend takes a tag of the account, tencentcloud-terraform-lock, for the moment of locking and unlocking.
resource "tencentcloud_cam_policy" "apply" {
  name        = "terraform-state-apply-${local.name}"
  description = "Reads, writes and locks Terraform state"
  document = jsonencode({
    version = "2.0"
    statement = [
      { effect = "allow", action = ["name/cos:GetBucket", "name/cos:HeadBucket"], resource = ["qcs::cos:${local.region}:uid/${local.app_id}:${local.state_bucket}/*"] },
      { effect = "allow", action = ["name/cos:GetObject", "name/cos:HeadObject", "name/cos:PutObject", "name/cos:DeleteObject"], resource = ["qcs::cos:${local.region}:uid/${local.app_id}:${local.state_bucket}/*"] },
      { effect = "allow", action = ["tag:CreateTag", "tag:DeleteTag", "tag:DescribeTags"], resource = ["*"] },
    ]
  })
}

# Plan reads the state, and writes nothing but the lock object.
resource "tencentcloud_cam_policy" "plan" {
  name        = "terraform-state-plan-${local.name}"
  description = "Reads and locks Terraform state"
  document = jsonencode({
    version = "2.0"
    statement = [
      { effect = "allow", action = ["name/cos:GetBucket", "name/cos:HeadBucket", "name/cos:GetObject", "name/cos:HeadObject"], resource = ["qcs::cos:${local.region}:uid/${local.app_id}:${local.state_bucket}/*"] },
      { effect = "allow", action = ["name/cos:PutObject", "name/cos:DeleteObject"], resource = ["qcs::cos:${local.region}:uid/${local.app_id}:${local.state_bucket}/*.tflock"] },
      { effect = "allow", action = ["tag:CreateTag", "tag:DeleteTag", "tag:DescribeTags"], resource = ["*"] },
    ]
  })
}
