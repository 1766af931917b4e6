//! What is known of the configuration of Amazon S3, however it locks.

use super::configuration::{Argument, Configuration};
use crate::fix::{Literal, LockMove, Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "s3",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/s3/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("bucket"),
    Argument::required("key"),
    Argument::plain("region"),
    Argument::plain("workspace_key_prefix").since(0, 10),
    Argument::flag("encrypt"),
    Argument::plain("kms_key_id"),
    Argument::secret("sse_customer_key", "AWS_SSE_CUSTOMER_KEY").since(0, 12),
    Argument::plain("acl"),
    Argument::plain("dynamodb_table").terraform_deprecated(1, 11).now("use_lockfile = true"),
    Argument::plain("lock_table").removed(0, 13).now("dynamodb_table, with the same table"),
    Argument::flag("use_lockfile").since(1, 10),
    Argument::secret("access_key", "AWS_ACCESS_KEY_ID"),
    Argument::secret("secret_key", "AWS_SECRET_ACCESS_KEY"),
    Argument::secret("token", "AWS_SESSION_TOKEN"),
    Argument::plain("profile"),
    Argument::plain("shared_credentials_file")
        .terraform_deprecated(1, 6)
        .now("shared_credentials_files = [...]"),
    Argument::list("shared_config_files").since(1, 6),
    Argument::list("shared_credentials_files").since(1, 6),
    Argument::plain("role_arn")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { role_arn = ... }"),
    Argument::plain("session_name")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { session_name = ... }"),
    Argument::plain("external_id")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { external_id = ... }"),
    Argument::plain("assume_role_policy")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { policy = ... }"),
    Argument::list("assume_role_policy_arns")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { policy_arns = ... }"),
    Argument::object("assume_role_tags")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { tags = ... }"),
    Argument::list("assume_role_transitive_tag_keys")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { transitive_tag_keys = ... }"),
    Argument::number("assume_role_duration_seconds")
        .deprecated(1, 6)
        .terraform_removed(1, 10)
        .now("assume_role = { duration = \"...s\" }"),
    Argument::object("assume_role").since(1, 6),
    Argument::object("assume_role_with_web_identity").since(1, 6),
    Argument::plain("endpoint").deprecated(1, 6).now("endpoints = { s3 = ... }"),
    Argument::plain("dynamodb_endpoint").deprecated(1, 6).now("endpoints = { dynamodb = ... }"),
    Argument::plain("iam_endpoint").deprecated(1, 6).now("endpoints = { iam = ... }"),
    Argument::plain("sts_endpoint").deprecated(1, 6).now("endpoints = { sts = ... }"),
    Argument::object("endpoints").since(1, 6),
    Argument::flag("force_path_style").deprecated(1, 6).now("use_path_style"),
    Argument::flag("use_path_style").since(1, 6),
    Argument::flag("skip_credentials_validation"),
    Argument::flag("skip_region_validation"),
    Argument::flag("skip_metadata_api_check"),
    Argument::flag("skip_requesting_account_id"),
    Argument::flag("skip_get_ec2_platforms").removed(0, 13),
    Argument::flag("skip_s3_checksum").since(1, 6),
    Argument::list("allowed_account_ids").since(1, 6),
    Argument::list("forbidden_account_ids").since(1, 6),
    Argument::plain("sts_region").since(1, 6),
    Argument::plain("retry_mode").since(1, 6),
    Argument::number("max_retries"),
    Argument::plain("custom_ca_bundle").since(1, 6),
    Argument::plain("http_proxy").since(1, 6),
    Argument::plain("https_proxy").since(1, 6),
    Argument::plain("no_proxy").since(1, 6),
    Argument::flag("use_fips_endpoint").since(1, 6),
    Argument::flag("use_dualstack_endpoint").since(1, 6),
    Argument::plain("ec2_metadata_service_endpoint").since(1, 6),
    Argument::plain("ec2_metadata_service_endpoint_mode").since(1, 6),
    Argument::flag("insecure").since(1, 6),
    Argument::flag("use_legacy_workflow").since(1, 6).removed(1, 8),
    Argument::object("state_tags").only_tofu(1, 11),
    Argument::object("lock_tags").only_tofu(1, 11),
];

/// Flat role arguments, and their names within `assume_role`, in the order they are written there.
const ROLE: [(&str, &str); 8] = [
    ("role_arn", "role_arn"),
    ("session_name", "session_name"),
    ("external_id", "external_id"),
    ("assume_role_duration_seconds", "duration"),
    ("assume_role_policy", "policy"),
    ("assume_role_policy_arns", "policy_arns"),
    ("assume_role_tags", "tags"),
    ("assume_role_transitive_tag_keys", "transitive_tag_keys"),
];

pub(super) fn configured(review: &mut Review<'_>) {
    let is_compatible = is_compatible_store(review);
    names(review);
    encryption(review, is_compatible);
    locking(review, is_compatible);
    place(review);
    transport(review);
    if review.is_complete() && !is_compatible {
        for name in ["skip_credentials_validation", "skip_region_validation", "skip_requesting_account_id"] {
            if review.is(name, true) {
                review.tell(
                    "skip-validation",
                    Severity::Low,
                    Some(name),
                    format!("{name} = true hides a wrong account, region or key until the first write."),
                    "Take it out: it is meant for stores that are not AWS.",
                );
            }
        }
        account_guard(review);
    }
    if review.is_set("profile") && review.is_complete() && !review.is_terragrunt() {
        review.tell(
            "profile-in-block",
            Severity::Low,
            Some("profile"),
            "A profile in the block breaks every machine that lacks it, CI first.",
            "Leave it out and set AWS_PROFILE where it is needed.",
        );
    }
    review.public_acl();
    for (one, other) in [
        ("kms_key_id", "sse_customer_key"),
        ("endpoint", "endpoints"),
        ("force_path_style", "use_path_style"),
        ("allowed_account_ids", "forbidden_account_ids"),
    ] {
        let is_same_service = one != "endpoint" || review.text("endpoints.s3").is_some();
        if is_same_service {
            review.conflict(one, other);
        }
    }
}

/// Names a host outside AWS, or is set up the way only such stores need.
fn is_compatible_store(review: &Review<'_>) -> bool {
    if review.is_set("endpoint") {
        return !review.text("endpoint").is_some_and(|url| url.contains("amazonaws.com"));
    }
    if let Some(url) = review.text("endpoints.s3") {
        return !url.contains("amazonaws.com");
    }
    if review.has_nested("endpoints", "s3") || review.is_computed("endpoints") {
        return true;
    }
    [
        "skip_credentials_validation",
        "skip_region_validation",
        "skip_metadata_api_check",
        "skip_requesting_account_id",
        "skip_s3_checksum",
    ]
    .iter()
    .filter(|name| review.is(name, true))
    .count()
        >= 2
}

// Old names into new ones, as far as the version allows.
fn names(review: &mut Review<'_>) {
    let known = review.known();
    if review.has("lock_table")
        && !review.is_terragrunt()
        && !known.is_before(0, 13)
        && !review.has("dynamodb_table")
    {
        review.rename("lock_table", "dynamodb_table");
    }
    if review.has("skip_get_ec2_platforms") && !known.is_before(0, 13) {
        review.delete("skip_get_ec2_platforms");
    }
    if review.has("use_legacy_workflow") && !known.is_before(1, 8) {
        review.delete("use_legacy_workflow");
    }
    role(review);
    if !known.is_from(1, 6) {
        return;
    }
    if review.has("force_path_style") && !review.has("use_path_style") {
        review.rename("force_path_style", "use_path_style");
    }
    if !known.tofu
        && !review.has("shared_credentials_files")
        && review.takes_lines()
        && review.is_set("shared_credentials_file")
    {
        let path = review.written("shared_credentials_file");
        review.rename("shared_credentials_file", "shared_credentials_files");
        review.set("shared_credentials_file", Literal::List(vec![path]));
    }
    endpoints(review);
}

fn endpoints(review: &mut Review<'_>) {
    let old: Vec<(&str, &str)> = [
        ("endpoint", "s3"),
        ("dynamodb_endpoint", "dynamodb"),
        ("iam_endpoint", "iam"),
        ("sts_endpoint", "sts"),
    ]
    .into_iter()
    .filter(|(old, _)| review.has(old))
    .collect();
    if old.is_empty() || review.has("endpoints") || !review.takes_lines() {
        return;
    }
    let mut members = Vec::new();
    for (old, new) in &old {
        if review.is_set(old) {
            members.push(((*new).to_owned(), review.written(old)));
        }
    }
    if let ([(only, _)], 1) = (old.as_slice(), members.len()) {
        review.rename(only, "endpoints");
        review.set(only, Literal::Inline(members));
        return;
    }
    for (old, _) in &old {
        review.delete(old);
    }
    if !members.is_empty() {
        review.insert("endpoints", Literal::Object(members));
    }
}

fn role(review: &mut Review<'_>) {
    let known = review.known();
    let flat: Vec<(&str, &str)> = ROLE.into_iter().filter(|(old, _)| review.has(old)).collect();
    // Before 1.6 there is no other way to write it; where it is only deprecated the version has to be known.
    let is_only_deprecated = known.tofu || known.is_before(1, 10);
    if flat.is_empty()
        || known.is_before(1, 6)
        || is_only_deprecated && !known.is_from(1, 6)
        || review.has("assume_role")
        || !review.takes_lines()
    {
        return;
    }
    let mut members = Vec::new();
    for (old, new) in &flat {
        if !review.is_set(old) {
            continue;
        }
        let value = match (*new, review.written(old)) {
            // It was a number of seconds, and is a text with its unit.
            ("duration", Literal::Written(seconds)) => {
                let seconds = seconds.trim_matches('"');
                if seconds.is_empty() || !seconds.bytes().all(|byte| byte.is_ascii_digit()) {
                    return;
                }
                Literal::Written(format!("\"{seconds}s\""))
            }
            (_, value) => value,
        };
        members.push(((*new).to_owned(), value));
    }
    for (old, _) in &flat {
        review.delete(old);
    }
    // An empty ARN within assume_role is an error; without an ARN nothing is assumed.
    if members.iter().any(|(name, _)| name == "role_arn") {
        review.insert("assume_role", Literal::Object(members));
    }
}

fn encryption(review: &mut Review<'_>, is_compatible: bool) {
    review.encryption_disabled(is_compatible);
    let key = ["kms_key_id", "sse_customer_key"].into_iter().find(|name| review.is_set(name));
    let is_off = !review.is("encrypt", true) && !review.is_computed("encrypt");
    if let Some(name) = key.filter(|_| is_off && !review.is_partial_file()) {
        review.tell(
            "kms-key-without-encrypt",
            Severity::High,
            Some(name),
            format!("{name} is ignored unless encrypt = true: the state is not under that key."),
            "Set encrypt = true. The key is used from the next write on.",
        );
        if !review.is("encrypt", false) {
            review.set_true("encrypt");
        }
    }
    if review.is("encrypt", true)
        && review.text("encrypt").is_some()
        && review.is_complete()
        && !review.is_terragrunt()
    {
        review.tell(
            "encrypt-as-string",
            Severity::Info,
            Some("encrypt"),
            "encrypt is a quoted \"true\". That is legal, but tools that look for a literal true miss it.",
            "Drop the quotes when you touch the line next.",
        );
    }
    if let Some(form) = review.literal("kms_key_id").filter(|key| !is_kms_key(key)) {
        _ = form;
        review.invalid(
            "kms_key_id",
            "kms_key_id is a key's id, its ARN, alias/name, or the alias' ARN; init refuses this one.",
        );
    }
    if review.is_set("sse_customer_key") {
        review.tell(
            "customer-key",
            Severity::Medium,
            Some("sse_customer_key"),
            "A customer-supplied key: whoever loses it loses the state, and every machine that runs Terraform holds it.",
            "Prefer kms_key_id.",
        );
    }
    if review.has_own_encryption() {
        return;
    }
    if review.is("encrypt", true) {
        if review.is_complete()
            && !is_compatible
            && !review.has("kms_key_id")
            && !review.has("sse_customer_key")
        {
            review.tell(
                "encryption-not-cmk",
                Severity::Info,
                None,
                "encrypt = true sends AES256: the state is under Amazon's own key, even where the bucket's default is a KMS key.",
                "For a key that you control add kms_key_id; the key's policy then decides who reads the state.",
            );
        }
        return;
    }
    if review.has("encrypt") || review.is_empty() {
        return;
    }
    let message = "encrypt is not set, so no encryption header is sent. AWS still encrypts with the bucket's default (SSE-S3 at least, since January 2023), but reviewers and bucket policies that look for the header do not see it.";
    if let Some(name) = review.misspelt("encrypt").filter(|_| review.is_complete()) {
        review.tell(
            "encryption-not-set",
            Severity::Medium,
            None,
            message,
            format!("Correct {name} to encrypt."),
        );
    } else if review.is_complete() && !is_compatible {
        review.tell(
            "encryption-not-set",
            Severity::Medium,
            None,
            message,
            "Add encrypt = true. Alone it sends AES256, which overrides a bucket default of SSE-KMS: with a key of your own add kms_key_id too.",
        );
        if key.is_none() {
            review.insert("encrypt", Literal::True);
        }
    } else if is_compatible {
        review.tell(
            "encryption-not-set",
            Severity::Info,
            None,
            "encrypt is not set, so no encryption header is sent: whether the state is encrypted is up to this store.",
            "Set encrypt = true only after a test: write an object with --server-side-encryption AES256; some stores refuse it (MinIO without a KMS for one).",
        );
    } else if review.takes_lines() && (!review.is_partial_file() || review.is_set("bucket")) {
        review.tell(
            "encryption-not-set",
            Severity::Info,
            None,
            "encrypt is not set here. It may come with the rest at init; if it does not, no encryption header is sent.",
            "Set encrypt = true, here or in the file that init is given.",
        );
    }
}

/// A key's id, a multi-region key's id, an alias, or an ARN of one, as init takes them: an id is a UUID with its version
/// and variant.
fn is_kms_key(key: &str) -> bool {
    let is_hex = |text: &str| text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    let is_id = |id: &str| {
        let parts: Vec<&str> = id.split('-').collect();
        let lengths: Vec<usize> = parts.iter().map(|part| part.len()).collect();
        let is_uuid = || {
            lengths == [8, 4, 4, 4, 12]
                && parts.iter().all(|part| is_hex(part))
                && parts.get(2).is_some_and(|part| part.starts_with(['1', '2', '3', '4', '5']))
                && parts.get(3).is_some_and(|part| part.starts_with(['8', '9', 'a', 'b']))
        };
        id.strip_prefix("mrk-").is_some_and(|id| id.len() == 32 && is_hex(id)) || is_uuid()
    };
    let is_alias = |name: &str| {
        name.strip_prefix("alias/").is_some_and(|name| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'_' | b'-'))
        })
    };
    // What was redacted is judged as what it stands for.
    if !crate::detect::is_placeholder_free(key) {
        return true;
    }
    match key.strip_prefix("arn:").and_then(|arn| arn.split_once(":kms:")) {
        Some((_, rest)) => {
            let resource = rest.splitn(3, ':').nth(2).unwrap_or("");
            resource.strip_prefix("key/").is_some_and(is_id) || is_alias(resource)
        }
        None => is_id(key) || is_alias(key),
    }
}

fn locking(review: &mut Review<'_>, is_compatible: bool) {
    let known = review.known();
    let has_file = review.is("use_lockfile", true);
    let may_have_file = has_file || review.is_computed("use_lockfile");
    let has_table = review.is_set("dynamodb_table")
        || review.is_set("lock_table") && (review.is_terragrunt() || known.is_before(0, 13));
    let is_old = known.is_before(1, 10);
    if has_table && has_file && !is_old {
        review.lock_move(LockMove::Both);
        review.tell(
            "mixed-locking",
            Severity::Info,
            Some("dynamodb_table"),
            "Both locks are taken at every run: right for a transition, and one thing more that can fail for ever after.",
            "Drop dynamodb_table when no client older than 1.10 is left (see the migration steps).",
        );
    }
    if has_table && !may_have_file {
        review.lock_move(if is_old { LockMove::None } else { LockMove::TableOffered });
        if known.is_from(1, 10) {
            review.tell(
                "missing-use-lockfile",
                Severity::Info,
                None,
                "This version can lock with a file beside the state; the table is the only lock now.",
                if is_compatible {
                    "Test that the store honours conditional writes (aws s3api put-object --if-none-match '*' twice on one key: the second has to fail with 412), then add use_lockfile = true beside the table."
                } else {
                    "Add use_lockfile = true and keep the table, so that every client, old or new, meets a lock it knows. Drop the table later (see the migration steps)."
                },
            );
            if review.is_complete() && !is_compatible {
                review.set_true("use_lockfile");
                review.lock_move(LockMove::TableKept);
            }
        }
    }
    if !review.is_complete() || may_have_file || has_table {
        return;
    }
    if is_compatible {
        review.tell(
            "no-locking",
            Severity::Medium,
            None,
            "Nothing is locked: two runs can write the state at once.",
            if is_old {
                "This version locks only with a DynamoDB table, which this store has not got: let only one place run Terraform, or use version 1.10 and use_lockfile."
            } else {
                "Set use_lockfile = true if this store honours conditional writes: aws s3api put-object --if-none-match '*' twice on one key; the second has to fail with 412. A store that ignores the header locks nothing, without an error."
            },
        );
        return;
    }
    if let Some((name, meant)) = ["use_lockfile", "dynamodb_table"]
        .into_iter()
        .find_map(|meant| Some((review.misspelt(meant)?, meant)))
    {
        review.tell(
            "no-locking",
            Severity::High,
            None,
            "Nothing is locked: two runs can write the state at once, and the later one wins.",
            format!("Correct {name} to {meant}."),
        );
        return;
    }
    let is_restored = review.is_set("lock_table") && !review.has("dynamodb_table");
    let fix = if is_old {
        "This version has no use_lockfile: create a DynamoDB table with the key LockID (type S) and set dynamodb_table to its name. Or raise the version to 1.10 and set use_lockfile = true."
    } else if is_restored {
        "lock_table becomes dynamodb_table, which locks again. Move to use_lockfile later, in the order of the migration steps."
    } else {
        "Add use_lockfile = true. It needs Terraform or OpenTofu 1.10; an older one stops at init with \"Unsupported argument\", so nothing runs unlocked. Second choice, for older ones: a DynamoDB table with the key LockID, and dynamodb_table."
    };
    review.tell(
        "no-locking",
        Severity::High,
        None,
        "Nothing is locked: two runs can write the state at once, and the later one wins.",
        fix,
    );
    if is_old {
        return;
    }
    if is_restored {
        review.lock_move(LockMove::TableOffered);
        if known.is_from(1, 10) {
            review.set_true("use_lockfile");
            review.lock_move(LockMove::TableKept);
        }
        return;
    }
    review.set_true("use_lockfile");
    review.lock_move(LockMove::FileAdded);
}

fn place(review: &mut Review<'_>) {
    if let Some(key) = review.literal("key") {
        let is_relative = key.starts_with("~/") || key.starts_with("./");
        if !review.is_terragrunt() && (key.contains("//") || key.starts_with('/') || key.ends_with('/')) {
            review.invalid("key", "key must neither begin nor end with a slash, nor hold two in a row; init refuses it since Terraform 1.6.");
        } else if is_relative {
            review.tell(
                "literal-tilde-in-key",
                Severity::Low,
                Some("key"),
                "The key begins with ~/ or ./, which S3 takes literally: it is no home directory.",
                "Leave it as it is: a changed key is another state. Only a migration can correct it.",
            );
        }
    }
    if let Some(prefix) = review.literal("workspace_key_prefix")
        && !review.is_terragrunt()
        && (prefix.starts_with('/') || prefix.ends_with('/'))
    {
        review.invalid(
            "workspace_key_prefix",
            "workspace_key_prefix must neither begin nor end with a slash; init refuses it.",
        );
    }
}

fn transport(review: &mut Review<'_>) {
    review.not_checked("insecure");
    for name in ["endpoint", "dynamodb_endpoint", "iam_endpoint", "sts_endpoint"] {
        if let Some(url) = review.text(name) {
            review.plain_http(name, url);
        }
    }
    for url in review.texts("endpoints") {
        review.plain_http("endpoints", url);
    }
}

/// The account is known from the role or the key, so a wrong one could be refused.
fn account_guard(review: &mut Review<'_>) {
    let role = review.literal("assume_role.role_arn").or_else(|| review.literal("role_arn"));
    let what = if role.is_some() { "role" } else { "key" };
    let arn = role.or_else(|| review.literal("kms_key_id"));
    let account = arn
        .and_then(|arn| arn.split(':').nth(4))
        .filter(|account| account.len() == 12 && account.bytes().all(|byte| byte.is_ascii_digit()));
    let is_guarded = review.has("allowed_account_ids") || review.has("forbidden_account_ids");
    if let Some(account) = account
        && !is_guarded
        && !review.known().is_before(1, 6)
    {
        review.tell(
            "no-account-guard",
            Severity::Info,
            None,
            format!("The {what} names its account, but nothing stops a run with credentials of another one from making a state there."),
            format!("Add allowed_account_ids = [\"{account}\"], if the bucket is in that account (Terraform and OpenTofu 1.6)."),
        );
    }
}
