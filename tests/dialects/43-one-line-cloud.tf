terraform {
  cloud { organization = "corp" }
}
