#!/usr/bin/env bash
# Does a state server really lock? Give it addresses of a SCRATCH state, never of a real one: it locks, unlocks and
# reads it. Credentials from TF_HTTP_USERNAME and TF_HTTP_PASSWORD. Needs curl.
# Usage: bash state-server-check.sh ADDRESS LOCK_ADDRESS UNLOCK_ADDRESS
#
# What a server must do besides: TLS with a certificate that clients check, keep old versions, answer 409 or 423 with
# the holder's lock as JSON, compare the id on unlock, and give plans a login that cannot write.
set -euo pipefail

if [ $# -ne 3 ]; then
  echo "Usage: bash state-server-check.sh ADDRESS LOCK_ADDRESS UNLOCK_ADDRESS   (of a scratch state)" >&2
  exit 2
fi
address=$1 lock_address=$2 unlock_address=$3
#:names
lock_method=${LOCK_METHOD:-$lock_method}
unlock_method=${UNLOCK_METHOD:-$unlock_method}
case $address in https://*) ;; *) echo "NOT ENCRYPTED: $address sends state and password in clear text." >&2 ;; esac

record() {
  printf '{"ID":"%s","Operation":"OperationTypeApply","Info":"lock check","Who":"%s","Version":"1.11.4","Created":"%s","Path":""}' \
    "$1" "$(id -un)@$(hostname)" "$(date -u +%Y-%m-%dT%H:%M:%SZ)"
}
# The login goes through a pipe: on the command line every user of the machine could read it.
send() {
  local login=()
  if [ -n "${TF_HTTP_USERNAME:-}" ]; then
    login=(--config <(printf 'user = "%s:%s"\n' "$TF_HTTP_USERNAME" "${TF_HTTP_PASSWORD:-}"))
  fi
  curl --silent --show-error --max-time 30 --output /dev/null --write-out '%{http_code}' "${login[@]}" \
    --request "$1" --header 'Content-Type: application/json' --data "$3" "$2"
}

first=$(date +%s)-$$-first
second=$(date +%s)-$$-second
result=0
held=$(send "$lock_method" "$lock_address" "$(record "$first")")
if [ "$held" != 200 ]; then
  echo "The first lock was answered with $held, not 200: is this state in use, or the method not $lock_method?" >&2
  exit 1
fi
again=$(send "$lock_method" "$lock_address" "$(record "$second")")
case $again in
  409 | 423) echo "A second lock is refused with $again: this server locks." ;;
  *)
    echo "NO LOCKING: the second lock was answered with $again." >&2
    result=1
    ;;
esac
wrong=$(send "$unlock_method" "$unlock_address" "$(record "$second")")
case $wrong in
  200)
    echo "An unlock with a wrong id went through: force-unlock here can free another's lock." >&2
    result=1
    ;;
  *) echo "An unlock with a wrong id is refused with $wrong." ;;
esac
freed=$(send "$unlock_method" "$unlock_address" "$(record "$first")")
if [ "$freed" != 200 ] && [ "$wrong" != 200 ]; then
  echo "The unlock was answered with $freed: this scratch state may still be locked." >&2
  result=1
fi
exit "$result"
