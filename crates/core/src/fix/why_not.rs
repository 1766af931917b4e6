//! Popular advice that is wrong: at which incidents and for which backends it is given, what it says, why not, and what
//! was meant, done right. The advice names the incidents; nothing else does.

use super::WhyNot;
use super::companions::{is_compatible_store, store::Store};
use crate::diagnose::Incident;
use crate::incidents;

const fn note(
    incidents: &'static [&'static str],
    backends: &'static [&'static str],
    advice: &'static str,
    reason: &'static str,
    instead: &'static str,
    source: &'static str,
) -> WhyNot {
    WhyNot { incidents, backends, advice, reason, instead, source, matters: false }
}

/// Every backend: the list of labels is empty.
const ALL: &[&str] = &[];
/// The lock is a record that stays when its holder is killed.
const STAYS: &[&str] = &["s3", "gcs", "azurerm", "http", "kubernetes", "oss", "cos", "oci"];
/// Stores whose rights are given one by one.
const CLOUD: &[&str] = &["s3", "gcs", "azurerm", "oss", "cos", "oci"];

/// Not an incident: a backend block is being written or mended.
const BLOCK: &str = "block";
/// A lock is in the way, and somebody wants it gone.
const LOCK: &[&str] = &["lock-held", "release-failed", "wrong-lock-id"];
/// The same, and what is said while the block is mended.
const LOCK_AND_BLOCK: &[&str] = &["lock-held", "release-failed", BLOCK];
const ONLY_BLOCK: &[&str] = &[BLOCK];

/// All of it.
pub fn all() -> &'static [WhyNot] {
    NOTES
}

/// The notes that concern the places of the paste.
pub(super) fn why_not(stores: &[Store]) -> Vec<WhyNot> {
    NOTES
        .iter()
        .filter(|note| {
            stores.iter().any(|store| {
                let label = if store.backend == "cloud" { "remote" } else { store.backend.as_str() };
                // What is said of Amazon's own services does not concern a store that only speaks their language.
                let is_amazon_only = note.backends == ["s3"] && is_compatible_store(store);
                (note.backends.is_empty() || note.backends.contains(&label)) && !is_amazon_only
            })
        })
        .cloned()
        .collect()
}

/// Marks what is said at these incidents, or where there is none, of a backend block; and puts it first.
pub(super) fn rank(notes: &mut [WhyNot], found: &[Incident]) {
    let of = |one: &Incident| Some(incidents::of(one.kind)).filter(|id| !id.is_empty());
    let mut now: Vec<&str> = found.iter().filter_map(of).collect();
    if now.is_empty() {
        now.push(BLOCK);
    }
    for note in notes.iter_mut() {
        note.matters = note.incidents.iter().any(|id| now.contains(id));
    }
    notes.sort_by_key(|note| !note.matters);
}

const NOTES: &[WhyNot] = &[
    note(
        LOCK_AND_BLOCK,
        &["s3"],
        "Give the lock table a TTL, so that stale locks expire by themselves.",
        "Lock items hold only LockID and Info, both strings; a TTL looks at a number and ignores every other item, so nothing ever expires. If it worked, it would free the lock of a running apply at some moment within days.",
        "A watchdog that reads Created and tells a person. It never deletes.",
        "Terraform internal/backend/remote-state/s3/client.go v1.15.9; Amazon DynamoDB developer guide, Time to Live",
    ),
    note(
        LOCK,
        ALL,
        "Unlock in a trap or after a failed job: force-unlock -force \"$LOCK_ID\".",
        "A run never prints its own lock id. An id scraped from a failed acquire is the id of another run that is working, and the check of the id passes. A trap does not run on SIGKILL, which is what leaves locks.",
        "exec terraform, so that the first SIGTERM reaches it and it frees its lock itself; -lock-timeout to wait; unlocking as a job of its own, with an id that a person types after looking.",
        "Terraform internal/command/clistate/state.go v1.15.9; signals measured with terraform 1.11.4",
    ),
    note(
        &["lock-held"],
        ALL,
        "A lock older than 15 minutes is dead.",
        "Created is written once and never renewed. Databases, clusters and certificates take hours, and an apply that waits for \"yes\" holds its lock as well.",
        "Look for the run that Who names. Age is a reason to look, never a proof.",
        "Terraform internal/states/statemgr/locker.go v1.15.9",
    ),
    note(
        &["lock-held", "release-failed", "wrong-lock-id", "store-missing", "access-denied", "unreachable"],
        ALL,
        "Use -lock=false to get past the lock, or for plans, which only read.",
        "An apply without the lock writes over what the holder writes, and both leave half a state. A plan without it reads a state that changes under it, and the habit spreads to applies. The lock itself stays.",
        "-lock-timeout=10m waits and then goes on; a plan role that may lock but not write the state.",
        "HashiCorp documentation, State locking",
    ),
    note(
        ONLY_BLOCK,
        &["s3"],
        "Alarm on the metric OldestUnprocessedAge in the namespace TerraformLocks.",
        "Neither Terraform nor AWS publishes such a metric: the alarm stays at INSUFFICIENT_DATA for ever. The command that goes with it lacks the statistic and the period, which the API requires.",
        "The watchdog publishes OldestLockAgeSeconds, zero when there is no lock, and its alarm takes missing data for a dead watchdog. ConditionalCheckFailedRequests of the table counts who is waiting.",
        "Amazon CloudWatch API reference, PutMetricAlarm; Amazon DynamoDB metrics and dimensions",
    ),
    note(
        ONLY_BLOCK,
        &["s3"],
        "Gate on CKV_AWS_77 for versioning, and on CKV_AWS_19 for encryption.",
        "CKV_AWS_77 is about Athena databases. CKV_AWS_19 passes on every bucket, even a bare one. CKV_AWS_119 on the lock table fails with enabled = true alone: it wants a key of your own.",
        "CKV_AWS_21 for versions, CKV_AWS_145 for KMS, CKV2_AWS_6 for the public access block, CKV_AWS_28 and CKV_AWS_119 with kms_key_arn for the table: .checkov.yaml in this kit.",
        "Checkov 3.3.30, run",
    ),
    note(
        ONLY_BLOCK,
        &["s3", "gcs", "azurerm"],
        "Put checks: in .checkov.yaml, and --hard-fail-on HIGH in the pipeline.",
        "The key checks: is refused and nothing is scanned. Severities exist only with a platform key: without one, --hard-fail-on HIGH ends with 0 whatever fails.",
        "The keys are the long flags: check:, skip-check:, framework:. Any failed check ends with 1 by itself.",
        "Checkov 3.3.30, run",
    ),
    note(
        ONLY_BLOCK,
        ALL,
        "Forbid -lock=false by a Rego rule deny[msg] on input.flags.",
        "OPA 1.x does not parse a rule without if and contains. Atlantis and HCP Terraform hand the plan to policies, and a plan does not hold the flags.",
        "The policy in this kit, fed with arguments and environment by whoever starts terraform, and a text search over pipelines, which catches more.",
        "Open Policy Agent 1.0 release notes; regorus 0.14, run",
    ),
    note(
        &["lock-held", "release-failed", "state-version"],
        ALL,
        "Cancel the older run when a new commit comes: cancel-in-progress: true.",
        "GitHub gives a cancelled apply ten seconds from signal to kill, and a shell in between keeps even the signal from it. What is killed leaves its lock and may lose the state of what it was making.",
        "cancel-in-progress: false, one concurrency group or resource_group per state, exec, and a timeout above the longest apply.",
        "GitHub documentation, Canceling a workflow; measured with bash 5.2 and terraform 1.11.4",
    ),
    note(
        LOCK_AND_BLOCK,
        &["s3"],
        "Turn on Object Lock for the state bucket.",
        "Retention holds each version, also of lock files: every run leaves one that nobody can remove, and the lifecycle stalls.",
        "Versioning, and no s3:DeleteObjectVersion for CI.",
        "Amazon S3 user guide, Object Lock",
    ),
    note(
        ONLY_BLOCK,
        &["s3"],
        "Require MFA delete on the state bucket.",
        "It takes the root user and a code for each change of the bucket's versioning and for each deleted version: no pipeline and no lifecycle can do that.",
        "Versioning, prevent_destroy, and no s3:DeleteObjectVersion for CI.",
        "Amazon S3 user guide, MFA delete",
    ),
    note(
        ONLY_BLOCK,
        &["s3"],
        "Replicate the state bucket as a backup.",
        "A replica is a second copy of every secret in the state; it also copies the mistake, and Terraform never reads it.",
        "Versions in the bucket. A replica only with a written plan for recovery in another region.",
        "Amazon S3 user guide, Replication; Terraform backend/s3 documentation",
    ),
    note(
        &["access-denied", BLOCK],
        &["s3"],
        "Limit s3:ListBucket by the condition s3:prefix = \"bucket/path/to/key\".",
        "A prefix never begins with the bucket's name, so the condition never holds. Without ListBucket a state that is not there yet reads as access denied, and a custom workspace_key_prefix stops init.",
        "ListBucket on a bucket that holds nothing but states: it shows names only.",
        "Terraform internal/backend/remote-state/s3/backend_state.go v1.15.9; Amazon S3 actions and condition keys",
    ),
    note(
        &["store-missing", "backend-changed", BLOCK],
        &["s3"],
        "Rename the lock table while hardening the block.",
        "Two runs on the two names do not see each other: for as long as both names are in use, nothing is locked.",
        "Keep the name; move to use_lockfile with both set, and drop the table when no older client is left.",
        "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
    ),
    note(
        &["access-denied", BLOCK],
        &["s3"],
        "kms_key_id is enough to encrypt the state with that key.",
        "Without encrypt = true no header is sent and the key is not used. And encrypt = true alone asks for AES256, which overrides a bucket that encrypts with KMS.",
        "encrypt = true together with kms_key_id.",
        "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
    ),
    note(
        &["store-missing", BLOCK],
        &["s3", "gcs", "azurerm", "oss", "cos", "oci"],
        "Manage the state's bucket in the configuration whose state is in it.",
        "The configuration then needs what it manages: a mistake in it can destroy its own state, and nothing can be planned while the bucket is away.",
        "A small configuration of its own, whose state is elsewhere: the companion files.",
        "Terraform documentation, backend configuration",
    ),
    note(
        LOCK_AND_BLOCK,
        &["gcs"],
        "Put a retention policy on the state bucket.",
        "It forbids deleting objects, also the lock object: the first run leaves a lock that nobody can remove before its time.",
        "Versioning, soft delete, and a lifecycle that touches archived versions only.",
        "Cloud Storage documentation, Bucket Lock; Terraform internal/backend/remote-state/gcs/client.go v1.15.9",
    ),
    note(
        &["release-failed", "state-version", BLOCK],
        &["azurerm"],
        "Put an immutability policy on the state container.",
        "The state's blob is overwritten at each apply and its lease is the lock; under an immutability policy both fail.",
        "Blob versions, soft delete, and a CanNotDelete lock on the account.",
        "Azure documentation, Immutable storage for blobs",
    ),
    note(
        LOCK,
        &["azurerm"],
        "Break the lease to unlock.",
        "Breaking asks for no id: it frees whoever's lease it is, also that of a run that has just begun, and leaves the lock's metadata behind.",
        "force-unlock with the id, or a lease release with the id; break only where the metadata is empty.",
        "Terraform internal/backend/remote-state/azure/client.go v1.15.9",
    ),
    note(
        &["access-denied", "credentials", BLOCK],
        &["azurerm"],
        "Switch shared keys off first, then set use_azuread_auth.",
        "In that order the backend is locked out: it still fetches the account's key, and the role takes minutes to hold.",
        "use_azuread_auth = true and the data role first, wait, then shared_access_key_enabled = false.",
        "Terraform backend/azurerm documentation; Azure documentation, Prevent shared key authorization",
    ),
    note(
        LOCK,
        &["local"],
        "Delete .terraform.tfstate.lock.info to unlock.",
        "That file only describes the lock. The lock is one of the operating system on the state file, and goes with the process.",
        "Find the process that holds the state file and let it end.",
        "Terraform internal/states/statemgr/filesystem.go v1.15.9",
    ),
    note(
        LOCK,
        &["pg"],
        "Use force-unlock, or delete rows, to free a lock in PostgreSQL.",
        "The lock is an advisory lock of a database session; it goes with the session, and no row stands for it. A pooler that keeps sessions keeps locks.",
        "Find the session in pg_locks and let its run end; connect without a transaction pooler.",
        "Terraform internal/backend/remote-state/pg/client.go v1.15.9",
    ),
    note(
        LOCK,
        &["consul"],
        "Delete .lockinfo, or set lock = false, when Consul's lock stays.",
        "The lock belongs to a session that ends within seconds of its holder; one that stays is almost surely alive. lock = false lets two runs write at once.",
        "Look at the session behind <path>/.lock and its node.",
        "Terraform internal/backend/remote-state/consul/client.go v1.15.9",
    ),
    note(
        &["backend-changed", BLOCK],
        &["http"],
        "An HTTP backend locks by itself.",
        "Without lock_address nothing is locked, and nothing says so.",
        "Set lock_address and unlock_address (GitLab: with lock_method = \"POST\" and unlock_method = \"DELETE\"), and try a second lock on a scratch state.",
        "Terraform internal/backend/remote-state/http/client.go v1.15.9",
    ),
    note(
        &["access-denied", BLOCK],
        &["kubernetes"],
        "The state is encrypted: it is in a Secret.",
        "A Secret is base64. Whoever may read Secrets in the namespace reads every password in the state.",
        "A namespace of its own, a role on these names only, and encryption at rest in the API server.",
        "Kubernetes documentation, Encrypting confidential data at rest",
    ),
    note(
        &["store-missing", "backend-changed", BLOCK],
        &["oss"],
        "The OSS backend locks by itself.",
        "Without tablestore_endpoint and tablestore_table nothing is locked.",
        "A table with the one primary key LockID of type String, without time to live.",
        "Terraform internal/backend/remote-state/oss v1.15.9",
    ),
    note(
        &["lock-held", "release-failed", "state-version"],
        &["remote"],
        "Unlock the workspace when an upload failed.",
        "The state that could not be uploaded is then the only copy of what was made; a new run would not know of it.",
        "Push errored.tfstate first, then unlock.",
        "HCP Terraform documentation, Workspace locking",
    ),
    note(
        LOCK_AND_BLOCK,
        STAYS,
        "Weak encryption or missing versions are what leaves stale locks.",
        "Neither touches the lock. Locks stay where their holder was killed: cancelled jobs, evicted runners, a shell that keeps the signal to itself.",
        "The wrapper of this kit, and enough time between signal and kill.",
        "Signals measured with terraform 1.11.4 and bash 5.2",
    ),
    note(
        &["digest-mismatch"],
        ALL,
        "Overwrite the stored checksum with the one that the error prints.",
        "The error prints the checksum of the state that it just read. If that is the older state, which is what the check is there to find, the check is now content, and what was made since is forgotten.",
        "Look among the versions of the state for the one that has the stored checksum, and restore that.",
        "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
    ),
    note(
        &["state-version", "digest-mismatch"],
        ALL,
        "When a push is refused, use terraform state push -force.",
        "It skips the comparison of lineage and serial, and so overwrites a newer state, or that of something else altogether.",
        "Pull the stored state and read both serials and lineages. A push that fits needs no force.",
        "HashiCorp documentation, terraform state push",
    ),
    note(
        &["backend-changed"],
        ALL,
        "Let CI answer the question: init -migrate-state -force-copy.",
        "It says yes to every question, also to whether the old state may be written over the one that is already at the new place.",
        "Move a state once, by hand, with nobody else running. CI gets -input=false and stops at the question.",
        "HashiCorp documentation, terraform init",
    ),
    note(
        &["credentials", BLOCK],
        &["s3", "gcs", "azurerm", "pg", "consul", "http", "kubernetes", "oss", "cos", "oci", "remote"],
        "Put the key or token into the backend block, so that init finds it.",
        "Whatever is in the block, or comes by -backend-config, is written to .terraform in plain text, and into every plan file that is saved.",
        "Variables of the environment, or a sign-in without a key (OIDC, workload identity).",
        "HashiCorp documentation, Backend configuration, Credentials and sensitive data",
    ),
    note(
        &["access-denied"],
        CLOUD,
        "Give the pipeline every right on the store, and narrow it later.",
        "A pipeline that may do everything may also delete the versions that are the only way back, and what was missing is never found out. Later seldom comes.",
        "The one action that the error names, on this state and its lock: the companion files list them.",
        "HashiCorp documentation, backends: permissions required",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fix::{Options, fix};

    fn advice(text: &str) -> Vec<&'static str> {
        fix(text, &Options::default()).why_not.iter().map(|note| note.advice).collect()
    }

    #[test]
    fn notes_say_all_four_things_once() {
        for (index, note) in NOTES.iter().enumerate() {
            let WhyNot { advice, reason, instead, source, .. } = *note;
            for words in [advice, reason, instead, source] {
                assert!(words.len() > 10, "{advice}");
            }
            assert!(NOTES.iter().skip(index + 1).all(|other| other.advice != advice), "{advice}");
        }
    }

    #[test]
    fn every_note_names_incidents_and_backends_that_there_are() {
        for note in NOTES {
            assert!(!note.incidents.is_empty(), "{}", note.advice);
            for id in note.incidents {
                assert!(*id == BLOCK || incidents::by_id(id).is_some(), "{id}: {}", note.advice);
            }
            for label in note.backends {
                assert!(
                    STAYS.contains(label) || ["local", "pg", "consul", "remote"].contains(label),
                    "{label}"
                );
            }
        }
    }

    /// What is told first of each cell of the matrix: something, and not the same for all.
    #[test]
    fn each_cell_has_its_own_advice_first() {
        let mut told = std::collections::BTreeSet::new();
        for incident in incidents::INCIDENTS {
            for cell in incident.cells {
                let Some(sample) = cell.sample() else { continue };
                let analysis = crate::analyze::analyze(&sample, &crate::analyze::Options::default());
                let notes = &analysis.fix.why_not;
                let name = format!("{} on {}", incident.id, cell.backend);
                let first: Vec<&str> =
                    notes.iter().take_while(|note| note.matters).map(|note| note.advice).collect();
                assert!(!first.is_empty(), "{name} has none of {}", notes.len());
                assert_eq!(first.len(), notes.iter().filter(|note| note.matters).count(), "{name}");
                assert!(first.len() < notes.len() && first.len() <= 10, "{name}: {}", first.len());
                let about = |note: &&WhyNot| note.matters && !note.incidents.contains(&incident.id);
                assert_eq!(notes.iter().find(about).map(|note| note.advice), None, "{name}");
                told.insert(first);
            }
        }
        assert!(told.len() >= 30, "{} different lists", told.len());
    }

    #[test]
    fn only_what_concerns_the_backend_is_told() {
        let s3 = advice("terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n  }\n}\n");
        let pg = advice("terraform {\n  backend \"pg\" {\n    conn_str = \"x\"\n  }\n}\n");
        let has = |list: &[&str], word: &str| list.iter().any(|advice| advice.contains(word));
        assert!(
            has(&s3, "TTL") && has(&s3, "CKV_AWS_77") && has(&s3, "15 minutes") && has(&s3, "-lock=false")
        );
        assert!(!has(&s3, "lock.info") && !has(&s3, "immutability"));
        assert!(
            !has(&pg, "TTL")
                && !has(&pg, "OldestUnprocessedAge")
                && has(&pg, "PostgreSQL")
                && has(&pg, "trap")
        );
        let minio = advice(
            "terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n    endpoint = \"https://minio.local\"\n  }\n}\n",
        );
        assert!(!has(&minio, "TTL") && has(&minio, "15 minutes"));
        assert!(advice("nothing").is_empty());
    }
}
