module "backend" {
  source = "./modules/backend"
  bucket = "app-bucket"
}

resource "google_compute_backend_service" "backend" {
  name = "api"
  backend {
    group = google_compute_instance_group.api.id
  }
}
