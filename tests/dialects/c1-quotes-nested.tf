terraform {
  backend "s3" {
    bucket = "${format("%s-%s", "a", "b")}"
    key    = join("/", ["a", "b"])
    region = "eu-west-1"
  }
}
