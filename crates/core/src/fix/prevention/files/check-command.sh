#!/usr/bin/env bash
# Asks the policy about a terraform command line and this environment, before it runs. Needs opa 1.0 and jq.
# Usage: bash policy/check-command.sh apply -input=false ...
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jq -n '{args: $ARGS.positional, env: ($ENV | with_entries(select(.key | startswith("TF_CLI_ARGS"))))}' \
  --args -- "$@" |
  opa eval --fail-defined --stdin-input --data "$here/no_lock_bypass.rego" \
    --format pretty 'data.terraform.no_lock_bypass.deny[_]'
