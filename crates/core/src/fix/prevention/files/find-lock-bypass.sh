#!/usr/bin/env bash
# Finds what switches locking off or unlocks unasked in scripts and pipelines: exit 1 and the places. A policy engine
# sees a plan, never a command line, so that this text search catches more. Usage: bash ci/find-lock-bypass.sh [DIR]
set -uo pipefail

found=0
look() {
  if grep -rnIE --exclude-dir=.git --exclude-dir=.terraform --exclude=find-lock-bypass.sh --exclude='no_lock_bypass*.rego' \
    --exclude=terraform-ci.sh -e "$2" -- "${3:-.}"; then
    printf '^ %s\n\n' "$1" >&2
    found=1
  fi
}

look "switches the lock off" '(^|[^[:alnum:]-])--?lock=["'\'']?(false|False|FALSE|f|F|0)($|[^[:alnum:]])' "${1:-.}"
look "unlocks without asking; an id in a pipeline is usually another run's" 'force-unlock[[:space:]].*-force' "${1:-.}"
exit "$found"
