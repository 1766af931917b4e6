# Refuses a terraform command line or environment that switches state locking off.
#
# The input is made by whoever starts terraform: {"args": ["plan", ...], "env": {"TF_CLI_ARGS": "..."}}, see
# policy/check-command.sh. A plan's JSON, which Atlantis and HCP Terraform hand to policies, does not hold the flags.
package terraform.no_lock_bypass

import rego.v1

# Go reads a flag's false as false, False, FALSE, f, F or 0, after one hyphen or two. "-lock false" is not the flag.
off := `^--?lock=(?:false|False|FALSE|f|F|0)$`

deny contains msg if {
	some i, arg in input.args
	regex.match(off, arg)
	msg := sprintf("argument %d (%s) turns state locking off", [i, arg])
}

deny contains msg if {
	some name, value in input.env
	regex.match(`^TF_CLI_ARGS(_[a-z_]+)?$`, name)
	some word in regex.split(`[ \t\n]+`, value)
	bare := regex.replace(word, `["'\\]`, "")
	regex.match(off, bare)
	msg := sprintf("%s carries %s", [name, bare])
}
