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

locks | jq -sr --argjson limit "$((minutes * 60))" --argjson now "${NOW:-$(date +%s)}" '
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
      ("" | halt_error(1)) end)'
