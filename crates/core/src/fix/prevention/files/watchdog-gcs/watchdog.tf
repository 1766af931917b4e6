locals {
  function_name = "${trimsuffix(substr(local.name, 0, 40), "-")}-stale-locks"
  period        = 300
}

resource "google_service_account" "watchdog" {
  project      = local.project
  account_id   = trimsuffix(substr("tf-locks-${local.name}", 0, 30), "-")
  display_name = "Reads Terraform locks and tells their age"
}

# The names of all objects, the contents of lock objects only: no state.
resource "google_storage_bucket_iam_member" "watchdog" {
  bucket = local.state_bucket
  role   = "roles/storage.objectViewer"
  member = "serviceAccount:${google_service_account.watchdog.email}"
  condition {
    title      = "lock-objects-only"
    expression = "resource.type == \"storage.googleapis.com/Bucket\" || resource.name.endsWith(\".tflock\")"
  }
}

resource "google_storage_bucket" "source" {
  #checkov:skip=CKV_GCP_62:It holds this function's public source, nothing of the state
  project                     = local.project
  name                        = substr("watchdog-${local.state_bucket}", 0, 63)
  location                    = var.function_region
  force_destroy               = true
  uniform_bucket_level_access = true
  public_access_prevention    = "enforced"
  versioning {
    enabled = true
  }
}

data "archive_file" "function" {
  type        = "zip"
  output_path = "${path.module}/watchdog.zip"
  source {
    filename = "main.py"
    content  = file("${path.module}/main.py")
  }
  source {
    filename = "requirements.txt"
    content  = file("${path.module}/requirements.txt")
  }
}

resource "google_storage_bucket_object" "source" {
  bucket = google_storage_bucket.source.name
  name   = "watchdog-${data.archive_file.function.output_md5}.zip"
  source = data.archive_file.function.output_path
}

resource "google_cloudfunctions2_function" "watchdog" {
  project     = local.project
  name        = local.function_name
  location    = var.function_region
  description = "Reads Terraform locks and tells their age. Never deletes."
  build_config {
    runtime     = "python312"
    entry_point = "handler"
    source {
      storage_source {
        bucket = google_storage_bucket.source.name
        object = google_storage_bucket_object.source.name
      }
    }
  }
  service_config {
    service_account_email = google_service_account.watchdog.email
    ingress_settings      = "ALLOW_INTERNAL_ONLY"
    max_instance_count    = 1
    available_memory      = "256M"
    timeout_seconds       = 120
    environment_variables = {
      STATE_BUCKET          = local.state_bucket
      LONGEST_APPLY_SECONDS = tostring(var.longest_apply_minutes * 60)
      PERIOD_SECONDS        = tostring(local.period)
    }
  }
}

resource "google_cloud_run_service_iam_member" "watchdog" {
  project  = local.project
  location = var.function_region
  service  = google_cloudfunctions2_function.watchdog.name
  role     = "roles/run.invoker"
  member   = "serviceAccount:${google_service_account.watchdog.email}"
}

resource "google_cloud_scheduler_job" "watchdog" {
  project     = local.project
  region      = var.function_region
  name        = local.function_name
  description = "Looks for old Terraform locks"
  schedule    = "*/${local.period / 60} * * * *"
  time_zone   = "Etc/UTC"
  http_target {
    http_method = "POST"
    uri         = google_cloudfunctions2_function.watchdog.service_config[0].uri
    oidc_token {
      service_account_email = google_service_account.watchdog.email
    }
  }
}

resource "google_monitoring_notification_channel" "people" {
  for_each     = toset(var.tell)
  project      = local.project
  display_name = each.value
  type         = "email"
  labels       = { email_address = each.value }
}

resource "google_monitoring_alert_policy" "old_lock" {
  project               = local.project
  display_name          = "Old Terraform lock in ${local.state_bucket}"
  combiner              = "OR"
  notification_channels = [for channel in google_monitoring_notification_channel.people : channel.id]
  conditions {
    display_name = "A lock is older than the longest apply"
    condition_matched_log {
      filter = "resource.type=\"cloud_run_revision\" AND resource.labels.service_name=\"${local.function_name}\" AND jsonPayload.event=\"old_terraform_lock\""
    }
  }
  alert_strategy {
    notification_rate_limit {
      period = "${local.period}s"
    }
  }
  documentation {
    content = "Age is no proof that the holder is dead. Find the run that the log entry names before anything else."
  }
}

# A run that fails: then nobody looks.
resource "google_monitoring_alert_policy" "blind" {
  project               = local.project
  display_name          = "Nobody looks for old Terraform locks in ${local.state_bucket}"
  combiner              = "OR"
  notification_channels = [for channel in google_monitoring_notification_channel.people : channel.id]
  conditions {
    display_name = "The watchdog itself fails"
    condition_matched_log {
      filter = "resource.type=\"cloud_scheduler_job\" AND resource.labels.job_id=\"${local.function_name}\" AND severity>=ERROR"
    }
  }
  alert_strategy {
    notification_rate_limit {
      period = "3600s"
    }
  }
}
