#!/usr/bin/env bash
# Tells how old the locks of a Terraform state are, from a scheduled job: exit 1 where one is older than the longest
# apply may take. It reads and reports; it never deletes, releases or breaks a lock. Age is no proof that a holder is
# dead: long applies are ordinary, and nothing renews a lock's time. So this asks a person to look.
# Needs jq and what the places below are read with. Usage: bash watchdog/stale-locks.sh LONGEST_APPLY_MINUTES
set -euo pipefail

minutes=${1:?How many minutes may the longest apply take?}
#:names

# Each lock as {"place": ..., "id": ..., "lock": what its holder wrote}.
#:if azurerm
# A leased blob is locked; what the holder wrote is in the blob's metadata, as base64.
locks() {
  az storage blob list --account-name "${STORAGE_ACCOUNT:-$account}" --container-name "${CONTAINER:-$container}" \
    --auth-mode login --include m --num-results '*' --output json |
    jq -c '.[] | select(.properties.lease.state == "leased")
      | ((.metadata.terraformlockid // "") | try (@base64d | fromjson) catch {}) as $lock
      | {place: .name, id: ($lock.ID // ""), lock: $lock}'
}
#:end
#:if kubernetes
# A lease with a holder is locked; what the holder wrote is in an annotation.
locks() {
  kubectl get leases --namespace "${NAMESPACE:-$namespace}" --output json |
    jq -c '.items[] | select((.metadata.name | startswith("lock-tfstate-")) and (.spec.holderIdentity // "") != "")
      | ((.metadata.annotations["app.terraform.io/lock-info"] // "") | try fromjson catch {}) as $lock
      | {place: .metadata.name, id: .spec.holderIdentity, lock: $lock}'
}
#:end
#:if oci
# Lock objects are named *.tflock.
locks() {
  local name
  oci os object list --namespace-name "${OCI_NAMESPACE:-$namespace}" --bucket-name "${BUCKET:-$bucket}" --all \
    --query 'data[].name' --output json | jq -r '.[]? | select(endswith(".tflock"))' |
    while IFS= read -r name; do
      oci os object get --namespace-name "${OCI_NAMESPACE:-$namespace}" --bucket-name "${BUCKET:-$bucket}" \
        --name "$name" --file - </dev/null |
        jq -Rsc --arg place "$name" '(try fromjson catch {}) as $lock | {place: $place, id: ($lock.ID // ""), lock: $lock}'
    done
}
#:end

#:if endpoint
# Lock objects are named *.tflock; the store is read as S3 is, with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
locks() {
  local name
  aws s3api list-objects-v2 --endpoint-url "${ENDPOINT:-$endpoint}" --bucket "${BUCKET:-$bucket}" \
    --query 'Contents[].Key' --output json | jq -r '.[]? | select(endswith(".tflock"))' |
    while IFS= read -r name; do
      aws s3 cp --endpoint-url "${ENDPOINT:-$endpoint}" "s3://${BUCKET:-$bucket}/$name" - </dev/null |
        jq -Rsc --arg place "$name" '(try fromjson catch {}) as $lock | {place: $place, id: ($lock.ID // ""), lock: $lock}'
    done
}
#:end
#:if oss
# A row with Info is a lock; rows with Digest are none. The instance is the first word of the endpoint's host.
# Needs Python with the package tablestore 6, and ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY.
locks() {
  python3 - "${ENDPOINT:-$endpoint}" "${TABLE:-$table}" <<'PYTHON'
import json
import os
import sys

from tablestore import INF_MAX, INF_MIN, Direction, OTSClient

endpoint, table = sys.argv[1:]
instance = endpoint.split("//")[-1].split(".")[0]
client = OTSClient(
    endpoint,
    os.environ["ALICLOUD_ACCESS_KEY"],
    os.environ["ALICLOUD_SECRET_KEY"],
    instance,
    sts_token=os.environ.get("ALICLOUD_SECURITY_TOKEN"),
)
start = [("LockID", INF_MIN)]
while start:
    _, start, rows, _ = client.get_range(table, Direction.FORWARD, start, [("LockID", INF_MAX)], ["Info"])
    for row in rows:
        info = next((column[1] for column in row.attribute_columns if column[0] == "Info"), None)
        if info is None:
            continue
        try:
            lock = json.loads(info)
        except ValueError:
            lock = {}
        place = row.primary_key[0][1]
        print(json.dumps({"place": place, "id": lock.get("ID", ""), "lock": lock}))
PYTHON
}
#:end
#:if gitlab
# GitLab tells since when a state is locked and by whom, for the first 100 states of the project. The lock's id stands
# in the error of a run that waits. GITLAB_TOKEN: a token of the project that may read its API.
locks() {
  local url=${ADDRESS:-$address} host project query
  host=${url%%/api/v4/*}
  project=${url#*/projects/}
  project=$(curl --fail --silent --show-error --header "PRIVATE-TOKEN: $GITLAB_TOKEN" \
    "$host/api/v4/projects/${project%%/*}" | jq -r .path_with_namespace)
  # shellcheck disable=SC2016 # $path is GraphQL's.
  query='query($path: ID!) { project(fullPath: $path) {
    terraformStates(first: 100) { nodes { name lockedAt lockedByUser { username } } } } }'
  jq -n --arg path "$project" --arg query "$query" '{query: $query, variables: {path: $path}}' |
    curl --fail --silent --show-error --header "PRIVATE-TOKEN: $GITLAB_TOKEN" \
      --header "Content-Type: application/json" --data @- "$host/api/graphql" |
    jq -c '.data.project.terraformStates.nodes[] | select(.lockedAt)
      | {place: .name, id: "", lock: {Created: .lockedAt, Who: .lockedByUser.username}}'
}
#:end

# A store that cannot be read ends here, and is not taken for one without locks.
found=$(locks)
jq -sr --argjson limit "$((minutes * 60))" --argjson now "${NOW:-$(date +%s)}" '
  map(. + {age: (.lock.Created | try ($now - (sub("\\.[0-9]+"; "") | fromdateiso8601)) catch null)})
  | map(select(.age == null or .age >= $limit)) as $old
  | "\(length) locks, \($old | length) of them old or unreadable",
    ($old[] | "",
      "Place:     \(.place)",
      "Id:        \(.id)",
      "Operation: \(.lock.Operation // "unknown")",
      "Who:       \(.lock.Who // "unknown")",
      "Created:   \(.lock.Created // "unknown")",
      "Age:       \(if .age then "\(.age) seconds" else "unknown" end)"),
    (if $old == [] then empty else "",
      "Age is no proof. Find the run that Who names: if it still runs, it holds its lock rightly. Only when it is known to",
      "have ended: terraform force-unlock with this id, from the configuration of this state.",
      ("" | halt_error(1)) end)' <<<"$found"
