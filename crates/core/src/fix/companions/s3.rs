//! Amazon S3: bucket, key, access log, lock table while it is needed, policies for apply and plan.
//!
//! Sources: `backend/s3` documentation (permissions), Terraform `internal/backend/remote-state/s3/client.go` v1.15.9
//! (which headers a write carries), Amazon S3 user guide (access logs want SSE-S3; since January 2023 every bucket
//! encrypts), IAM reference (`${*}` is a literal star). Checkov 3.3.30 passes it: `tests/companions.rs`.

use super::hcl::{self, Head, Variable};
use super::store::{Store, Word};
use super::{Part, template};
use crate::fix::Companion;

const BUCKET: &str = include_str!("s3/state-backend.tf");
const ACCESS: &str = include_str!("s3/state-backend-access.tf");
const COMPATIBLE: &str = include_str!("s3/state-store-check.sh");

const COMMENT: &str = "\
# The state's bucket, its key, its access log, and the lock table while a client needs one.
#
# Apply it from a folder of its own. This configuration's own state must not live in the bucket that it manages; as it
# stands it is a local file: keep that out of version control, or move it to another bucket.
# An existing bucket's policy, lifecycle, logging and notifications are replaced by these: compare the plan first.
";

/// A lock, or a sign that the store is not Amazon's.
pub(in crate::fix) fn is_compatible_store(store: &Store) -> bool {
    let endpoint = store.any(&["endpoints.s3", "endpoint"]);
    let names_another = store.has("endpoints.s3") || store.has("endpoint");
    match endpoint {
        Some(endpoint) => !endpoint.contains("amazonaws.com"),
        None => {
            names_another
                || [
                    "skip_credentials_validation",
                    "skip_region_validation",
                    "skip_requesting_account_id",
                    "skip_s3_checksum",
                ]
                .iter()
                .filter(|name| store.is_true(name))
                .count()
                    >= 2
        }
    }
}

/// Whether a lock table is in use, or is the only lock that this version has.
pub(in crate::fix) fn needs_table(store: &Store) -> bool {
    store.has("dynamodb_table") || store.has("lock_table") || !has_lock_file(store)
}

/// Whether this version has lock files.
pub(in crate::fix) fn has_lock_file(store: &Store) -> bool {
    !store.known.is_before(1, 10)
}

/// A key as an IAM resource pattern. `&{*}` in a policy document is IAM's `${*}`, a literal star.
/// A pasted `&{` would become a policy variable, so that its first character is matched by any one character.
fn iam(word: &Word) -> Option<String> {
    let escaped = |text: &str| {
        let mut out = String::new();
        let mut rest = text.chars().peekable();
        while let Some(c) = rest.next() {
            match c {
                '*' | '?' | '$' => out.extend(['&', '{', c, '}']),
                '&' if rest.peek() == Some(&'{') => out.push('?'),
                c => out.push(c),
            }
        }
        out
    };
    match word {
        Word::Text(text) => Some(escaped(text.trim_start_matches("./"))),
        Word::Pattern(parts) => {
            Some(parts.iter().map(|part| part.as_deref().map_or_else(|| "*".to_owned(), escaped)).collect())
        }
        Word::Unknown => None,
    }
}

/// The key that the backend names, where it is no reference.
pub(in crate::fix) fn kms_key(store: &Store) -> Option<&str> {
    store.any(&["kms_key_id", "bucket_sse_kms_key_id"])
}

/// The region of the bucket: as written, or that of the key, which must be in the same.
pub(in crate::fix) fn region(store: &Store) -> Option<&str> {
    store
        .get("region")
        .or_else(|| {
            kms_key(store).and_then(|key| key.strip_prefix("arn:")).and_then(|arn| arn.split(':').nth(2))
        })
        .filter(|region| {
            (5..=32).contains(&region.len())
                && region
                    .bytes()
                    .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        })
}

/// The account, where every ARN of the block names the same.
fn account(store: &Store) -> Option<&str> {
    let mut out = None;
    for name in ["kms_key_id", "bucket_sse_kms_key_id", "role_arn", "assume_role.role_arn"] {
        for word in store.words(name) {
            let Word::Text(arn) = word else { continue };
            let Some(account) = arn.strip_prefix("arn:").and_then(|arn| arn.split(':').nth(3)) else {
                continue;
            };
            if account.len() != 12 || !account.bytes().all(|byte| byte.is_ascii_digit()) {
                continue;
            }
            if out.is_some_and(|other| other != account) {
                return None;
            }
            out = Some(account);
        }
    }
    out
}

/// `ci` of `arn:aws:iam::111122223333:role/path/ci`.
fn role(store: &Store) -> Option<&str> {
    let arn = store.any(&["assume_role.role_arn", "role_arn"])?;
    let (_, path) = arn.split_once(":role/")?;
    let name = path.rsplit('/').next()?;
    let is_name = !name.is_empty()
        && name.len() <= 64
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+=,.@_-".contains(&byte));
    is_name.then_some(name)
}

pub(super) fn files(store: &Store) -> Vec<Companion> {
    if is_compatible_store(store) {
        return compatible(store);
    }
    let (table, lock_file) = (needs_table(store), has_lock_file(store));
    // What the block names by a reference is there too: it is asked for, not made anew.
    let own_key = !store.has("kms_key_id") && !store.has("bucket_sse_kms_key_id");
    let own_role = !store.has("assume_role.role_arn") && !store.has("role_arn");

    let mut head = Head::new(store, COMMENT);
    head.providers = &[("aws", "hashicorp/aws", ">= 5.0")];
    let mut provider = vec![("region", "local.state_region".to_owned())];
    if let Some(account) = account(store) {
        provider.push(("allowed_account_ids", hcl::list(&[account])));
    }
    head.provider = Some(("aws", provider));
    head.name("state_bucket", store.get("bucket"), "The bucket of the backend block");
    head.name("state_region", region(store), "The region of that bucket");
    // A bucket's name may have 63 characters.
    let short = store.get("bucket").is_none_or(|bucket| bucket.chars().count() <= 58);
    let logs = store.plain("accesslogging_bucket_name");
    if logs.is_some() || !short {
        head.name("log_bucket", logs, "A new bucket for the access log");
    } else {
        head.locals.push(("log_bucket", "\"${local.state_bucket}-logs\"".to_owned()));
    }
    if table {
        head.name(
            "lock_table",
            store.any(&["dynamodb_table", "lock_table"]),
            "The DynamoDB table of the locks",
        );
    }
    if own_key {
        head.locals.push(("state_key_arn", "aws_kms_key.state.arn".to_owned()));
        head.variables.push(Variable::of(
            "state_key_alias",
            "string",
            "The new key's alias. Name it as kms_key_id in every backend block of this bucket",
            Some("\"alias/terraform-state\""),
        ));
    } else {
        head.name("state_key_id", kms_key(store), "The key of the backend block");
        head.locals.push(("state_key_arn", "data.aws_kms_key.state.arn".to_owned()));
    }
    let all_name_the_key = !own_key && store.all_have("kms_key_id");
    head.variables.push(Variable::of(
        "require_kms",
        "bool",
        "Refuse writes that ask for another encryption. Only when every client of this bucket sends kms_key_id: encrypt = true alone would then be refused",
        Some(if all_name_the_key { "true" } else { "false" }),
    ));
    let customer_keys = store.has("sse_customer_key");
    let on = [
        ("table", table),
        ("lock_file", lock_file),
        ("own_key", own_key),
        ("own_role", own_role),
        ("deny_customer_keys", !customer_keys),
        // The one canned list that S3 still takes where lists are off.
        ("acl", store.has("acl") && store.get("acl") != Some("bucket-owner-full-control")),
    ];

    // Policies: keys of every block, and the same under the workspaces' prefix.
    let mut access =
        Head::new(store, "# Who may do what with the state: apply writes, plan only reads; both lock.\n");
    let mut keys: Vec<String> = store.words("key").into_iter().filter_map(iam).collect();
    if store.is_cut {
        // A policy that left some out would lock their runs out.
        keys.clear();
    }
    access.names(
        "state_keys",
        &keys,
        "The key of every state in this bucket, such as prod/terraform.tfstate",
    );
    let prefixes: Vec<String> = store.words("workspace_key_prefix").into_iter().filter_map(iam).collect();
    let prefixes = if prefixes.is_empty() { vec!["env:".to_owned()] } else { prefixes };
    let workspaces: Vec<String> = prefixes.iter().map(|prefix| format!("{prefix}/*")).collect();
    access.locals.push((
        "workspace_keys",
        format!(
            "flatten([for prefix in {} : [for key in local.state_keys : \"${{prefix}}/${{key}}\"]])",
            hcl::list(&workspaces)
        ),
    ));
    if own_role {
        access
            .locals
            .push(("trusted", "{ plan = var.plan_principals, apply = var.apply_principals }".to_owned()));
        access.variables.push(Variable::of(
            "apply_principals",
            "list(string)",
            "ARNs that may assume the apply role: the protected branch's CI, not pull requests",
            None,
        ));
    } else {
        access.locals.push(("trusted", "{ plan = var.plan_principals }".to_owned()));
        access.name("apply_role", role(store), "The role of the backend block");
    }
    access.variables.push(Variable::of(
        "plan_principals",
        "list(string)",
        "ARNs that may assume the plan role",
        None,
    ));

    let mut imports = Vec::new();
    if let Some(logs) = logs {
        imports.push(("aws_s3_bucket.logs", logs.to_owned()));
    }
    if let Some(bucket) = store.get("bucket") {
        imports.push(("aws_s3_bucket.state", bucket.to_owned()));
    }
    if table && let Some(name) = store.any(&["dynamodb_table", "lock_table"]) {
        imports.push(("aws_dynamodb_table.lock", name.to_owned()));
    }
    super::set(
        store,
        vec![
            Part {
                name: "state-backend.tf",
                text: head.text() + &template::pick(BUCKET, &on),
                purpose: if table {
                    "Bucket with versions, a key of your own, no public access, TLS only, an access log and a lifecycle; the lock table with point-in-time recovery."
                } else {
                    "Bucket with versions, a key of your own, no public access, TLS only, an access log and a lifecycle for old lock files."
                },
            },
            Part {
                name: "state-backend-access.tf",
                text: access.text() + &template::pick(ACCESS, &on),
                purpose: "Least privilege for exactly these keys and their locks, workspaces included: one policy to apply, one to plan.",
            },
        ],
        &imports,
    )
}

/// A store that only speaks S3's language: what can be said of it is how to find out whether it locks.
fn compatible(store: &Store) -> Vec<Companion> {
    let sh =
        |value: Option<&str>| value.and_then(crate::diagnose::quote::sh).unwrap_or_else(|| "\"\"".to_owned());
    let names = format!(
        "bucket={}\nendpoint={}\n",
        sh(store.get("bucket")),
        sh(store.any(&["endpoints.s3", "endpoint"])),
    );
    super::set(
        store,
        vec![Part {
            name: "state-store-check.sh",
            text: COMPATIBLE.replace("#:names\n", &names),
            purpose: "Shows whether this S3-compatible store keeps versions and refuses a second lock file; many ignore the condition and lock nothing.",
        }],
        &[],
    )
}
