#!/usr/bin/env bash
# Runs terraform in CI so that signals reach it, and waiting replaces failing. It never unlocks anything, and switches
# no lock off. Usage: bash ci/terraform-ci.sh plan|apply     (apply runs the plan file that plan made)
#
# Environment: LOCK_TIMEOUT how long to wait for a held lock, such as 30m; TERRAFORM the program; PLAN_FILE.
set -euo pipefail

#:names
program=${TERRAFORM:-$program}
plan_file=${PLAN_FILE:-$PWD/tfplan}
wait_for_lock=${LOCK_TIMEOUT:-10m}

refuse() {
  printf '%s\n' "$1" >&2
  exit 2
}

# An apply whose state could not be written leaves it here. Running again over it would lose what it holds.
for folder in . .terragrunt-cache; do
  [ -d "$folder" ] || continue
  errored=$(find "$folder" -maxdepth 4 -name errored.tfstate -print -quit)
  if [ -n "$errored" ]; then
    refuse "$errored is here: an earlier run could not write its state. Look at it, then: $program state push $errored"
  fi
done

# -lock=false also comes through the environment, where nobody looks.
for name in "${!TF_CLI_ARGS@}"; do
  for word in ${!name}; do
    word=${word//[\"\'\\]/}
    case ${word,,} in
      -lock=false | --lock=false | -lock=f | --lock=f | -lock=0 | --lock=0)
        refuse "$name carries $word: a run without the lock can overwrite another's state."
        ;;
    esac
  done
done

init() {
  # The versions that were reviewed, no others.
  if [ -e .terraform.lock.hcl ]; then
    "$program" init -input=false -lockfile=readonly
  else
    "$program" init -input=false
  fi
}

# exec: terraform takes this process's place. On the first SIGTERM or SIGINT it finishes the call that runs, writes the
# state and frees its lock. As a child of a shell it would never hear of the signal, and keep the lock when it is killed.
case ${1:-} in
  plan)
    init
    exec "$program" plan -input=false -lock-timeout="$wait_for_lock" -out="$plan_file"
    ;;
  apply)
    [ -e "$plan_file" ] || refuse "$plan_file is missing: apply only what was planned and read."
    init
    exec "$program" apply -input=false -lock-timeout="$wait_for_lock" "$plan_file"
    ;;
  *)
    refuse "Usage: bash ci/terraform-ci.sh plan|apply"
    ;;
esac
