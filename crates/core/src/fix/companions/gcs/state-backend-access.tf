# Apply: get, list, create and delete objects. Delete is needed: a lock that cannot be deleted stays.
resource "google_storage_bucket_iam_member" "apply" {
  for_each = toset(local.apply_members)
  bucket   = google_storage_bucket.state.name
  role     = "roles/storage.objectUser"
  member   = each.value
}

# Plan: reads states, and writes nothing but lock objects.
resource "google_storage_bucket_iam_member" "plan_read" {
  for_each = toset(var.plan_members)
  bucket   = google_storage_bucket.state.name
  role     = "roles/storage.objectViewer"
  member   = each.value
}

resource "google_storage_bucket_iam_member" "plan_lock" {
  for_each = toset(var.plan_members)
  bucket   = google_storage_bucket.state.name
  role     = "roles/storage.objectUser"
  member   = each.value
  condition {
    title      = "lock-objects-only"
    expression = "resource.name.endsWith(\".tflock\")"
  }
}
