# opa test policy/
package terraform.no_lock_bypass_test

import rego.v1

import data.terraform.no_lock_bypass

denied(args, env) if count(no_lock_bypass.deny) > 0 with input as {"args": args, "env": env}

test_flags_are_denied if {
	every flag in ["-lock=false", "--lock=false", "-lock=0", "-lock=f", "-lock=FALSE"] {
		denied(["apply", flag], {})
	}
}

test_environment_is_denied if {
	denied(["plan"], {"TF_CLI_ARGS": "-no-color -lock=false"})
	denied(["plan"], {"TF_CLI_ARGS_plan": "-lock=\"false\""})
}

test_others_are_allowed if {
	every flag in ["-lock=true", "-lock-timeout=10m", "-lockfile=readonly", "-no-color"] {
		not denied(["apply", flag], {"TF_CLI_ARGS_init": "-lockfile=readonly", "OTHER": "-lock=false"})
	}
}
