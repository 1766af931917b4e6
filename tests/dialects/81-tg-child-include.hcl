include "root" {
  path   = find_in_parent_folders("root.hcl")
  expose = true
}

terraform {
  source = "git::ssh://git@github.com/acme/modules.git//vpc?ref=v1.2.0"
}

inputs = {
  cidr = "10.1.0.0/16"
}
