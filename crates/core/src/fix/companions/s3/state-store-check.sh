#!/usr/bin/env bash
# Does this S3-compatible store keep versions, and does it refuse a second lock file? A store that ignores conditional
# writes locks nothing, without an error. Writes and removes one object of its own, named after this process.
# Needs the AWS CLI 2.20 or later and the backend's credentials. Usage: bash state-store-check.sh [BUCKET [ENDPOINT]]
set -euo pipefail

#:names
bucket=${1:-$bucket}
endpoint=${2:-$endpoint}
if [ -z "$bucket" ]; then
  echo "Which bucket? bash state-store-check.sh BUCKET [ENDPOINT]" >&2
  exit 2
fi
s3=(aws s3api)
if [ -n "$endpoint" ]; then
  case $endpoint in *://*) ;; *) endpoint=https://$endpoint ;; esac
  s3+=(--endpoint-url "$endpoint")
fi

key="stackengine-lock-check-$(hostname)-$$"
body=$(mktemp)
trap 'rm -f "$body"; "${s3[@]}" delete-object --bucket "$bucket" --key "$key" >/dev/null || true' EXIT

"${s3[@]}" put-object --bucket "$bucket" --key "$key" --body "$body" --if-none-match '*' >/dev/null
if error=$("${s3[@]}" put-object --bucket "$bucket" --key "$key" --body "$body" --if-none-match '*' 2>&1 >/dev/null); then
  echo "NO LOCKING: the second conditional write went through. use_lockfile protects nothing here." >&2
  result=1
elif [[ $error == *PreconditionFailed* || $error == *412* ]]; then
  echo "The second conditional write was refused with 412: use_lockfile = true locks here."
  result=0
else
  echo "Unclear: the second conditional write failed otherwise: $error" >&2
  result=1
fi

status=$("${s3[@]}" get-bucket-versioning --bucket "$bucket" --query Status --output text)
if [ "$status" = Enabled ]; then
  echo "Versioning is on: an overwritten state can be fetched back."
else
  echo "Versioning is not on. ${s3[*]} put-bucket-versioning --bucket $bucket --versioning-configuration Status=Enabled" >&2
  result=1
fi
exit "$result"
