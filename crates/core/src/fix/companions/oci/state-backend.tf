# No retention rule: a lock object (.tflock) under it could not be deleted, and would hold the state.
resource "oci_objectstorage_bucket" "state" {
  compartment_id        = var.compartment_id
  namespace             = local.namespace
  name                  = local.state_bucket
  access_type           = "NoPublicAccess"
  versioning            = "Enabled"
  kms_key_id            = local.state_key
  object_events_enabled = true
  lifecycle {
    prevent_destroy = true
  }
}

# Old versions go after a year. Never a current object. The storage service needs a policy that lets it delete:
#   Allow service objectstorage-REGION to manage object-family in compartment id COMPARTMENT
resource "oci_objectstorage_object_lifecycle_policy" "state" {
  namespace = local.namespace
  bucket    = oci_objectstorage_bucket.state.name
  rules {
    name        = "noncurrent-versions"
    action      = "DELETE"
    target      = "previous-object-versions"
    time_amount = "365"
    time_unit   = "DAYS"
    is_enabled  = true
  }
  rules {
    name        = "unfinished-uploads"
    action      = "ABORT"
    target      = "multipart-uploads"
    time_amount = "7"
    time_unit   = "DAYS"
    is_enabled  = true
  }
}

# Apply may not delete old versions, the only undo. Plan reads every object, and writes nothing but lock objects.
resource "oci_identity_policy" "state" {
  compartment_id = var.compartment_id
  name           = "terraform-state-${local.name}"
  description    = "Who reads, writes and locks Terraform state"
  statements = [
    "Allow group ${var.apply_group} to read buckets in compartment id ${var.compartment_id} where target.bucket.name = '${local.state_bucket}'",
    "Allow group ${var.apply_group} to manage objects in compartment id ${var.compartment_id} where all {target.bucket.name = '${local.state_bucket}', request.permission != 'OBJECT_VERSION_DELETE'}",
    "Allow group ${var.plan_group} to read buckets in compartment id ${var.compartment_id} where target.bucket.name = '${local.state_bucket}'",
    "Allow group ${var.plan_group} to read objects in compartment id ${var.compartment_id} where target.bucket.name = '${local.state_bucket}'",
    "Allow group ${var.plan_group} to manage objects in compartment id ${var.compartment_id} where all {target.bucket.name = '${local.state_bucket}', target.object.name = /*.tflock/}",
  ]
}
