data "google_storage_project_service_account" "gcs" {
  project = local.project
}

#:if own_key
resource "google_kms_key_ring" "state" {
  project  = local.project
  name     = "terraform-state"
  location = local.key_location
}

# Losing this key is losing every version of every state.
resource "google_kms_crypto_key" "state" {
  name            = "terraform-state"
  key_ring        = google_kms_key_ring.state.id
  rotation_period = "7776000s"
  lifecycle {
    prevent_destroy = true
  }
}

#:end
# The storage service itself encrypts; CI needs no right on the key.
resource "google_kms_crypto_key_iam_member" "gcs" {
  crypto_key_id = local.state_key
  role          = "roles/cloudkms.cryptoKeyEncrypterDecrypter"
  member        = "serviceAccount:${data.google_storage_project_service_account.gcs.email_address}"
}

# No retention policy and no object holds: they forbid deleting a lock, so that each run would leave one.
resource "google_storage_bucket" "state" {
  project                     = local.project
  name                        = local.state_bucket
  location                    = local.location
  force_destroy               = false
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"

  # The only undo for a state that was overwritten or deleted.
  versioning {
    enabled = true
  }
  soft_delete_policy {
    retention_duration_seconds = 2592000
  }
  # Lock objects (.tflock) are written with this key; a kms_encryption_key in the backend reaches only the state.
  encryption {
    default_kms_key_name = local.state_key
  }
  logging {
    log_bucket        = google_storage_bucket.logs.name
    log_object_prefix = "state"
  }
  # Old versions beyond the newest 50, and those of lock objects, which every run leaves. Never a live object.
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      num_newer_versions         = 50
      days_since_noncurrent_time = 365
      with_state                 = "ARCHIVED"
    }
  }
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      days_since_noncurrent_time = 30
      matches_suffix             = [".tflock"]
      with_state                 = "ARCHIVED"
    }
  }
  lifecycle_rule {
    action {
      type = "AbortIncompleteMultipartUpload"
    }
    condition {
      age = 7
    }
  }
  lifecycle {
    prevent_destroy = true
  }
  depends_on = [google_kms_crypto_key_iam_member.gcs]
}

resource "google_storage_bucket" "logs" {
  #checkov:skip=CKV_GCP_62:The log of this bucket's own log would grow without end
  project                     = local.project
  name                        = local.log_bucket
  location                    = local.location
  force_destroy               = false
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  versioning {
    enabled = true
  }
  encryption {
    default_kms_key_name = local.state_key
  }
  lifecycle_rule {
    action {
      type = "Delete"
    }
    condition {
      age = 365
    }
  }
  depends_on = [google_kms_crypto_key_iam_member.gcs]
}

# Cloud Storage writes its access log as this group.
resource "google_storage_bucket_iam_member" "log_delivery" {
  bucket = google_storage_bucket.logs.name
  role   = "roles/storage.objectCreator"
  member = "group:cloud-storage-analytics@google.com"
}
