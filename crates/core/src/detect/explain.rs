//! Why a place is hidden, in words: those of the rule's own file, and here those of the detectors that read structure.

use super::rules::VENDORS;

/// What a rule finds, and why that is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explanation {
    /// The form in words.
    pub summary: &'static str,
    /// Why it is hidden.
    pub reason: &'static str,
    /// Who documents or matches this form; empty where a detector reads structure.
    pub source: &'static str,
}

/// Rule, summary, reason.
const DETECTORS: &[(&str, &str, &str)] = &[
    (
        "added-by-user",
        "A value that you chose to hide",
        "It is hidden wherever it stands, in every spelling.",
    ),
    ("assignment", "The value of a name that says secret", "The name beside it says what it is."),
    ("authorization", "The value of an Authorization header", "Who has it can act as its owner."),
    ("aws-account-id", "An AWS account id", "It tells whose account this is."),
    ("aws-kms-key", "The id of a KMS key", "It tells which key protects what."),
    (
        "aws-secret-access-key",
        "An AWS secret access key",
        "With its key id it gives API access as that user.",
    ),
    ("aws-unique-id", "The unique id of an AWS user, role or group", "It tells who acted."),
    ("azure-domain", "A domain of an Azure tenant", "It names the organisation."),
    ("azure-object-id", "An object id of Entra", "It tells who acted."),
    ("azure-resource-group", "An Azure resource group", "It tells where this runs."),
    (
        "azure-storage-key",
        "The key of an Azure storage account",
        "It gives full access to the account's data.",
    ),
    ("azure-subscription", "An Azure subscription id", "It tells whose subscription this is."),
    ("azure-tenant", "An Azure tenant id", "It tells whose tenant this is."),
    ("basic-auth", "Credentials of HTTP Basic", "User and password, only encoded."),
    ("bucket", "The name of a bucket", "It tells where state and data lie."),
    ("command-password", "A password given to a command", "The option before it says what it is."),
    ("compressed-base64", "A packed value", "Packed text that cannot be read here is hidden whole."),
    ("cookie", "A cookie", "Who has it can act as its owner."),
    ("database-host", "A database's host", "It tells where the data lies."),
    ("docker-config-auth", "Credentials of a container registry", "User and password, only encoded."),
    ("email", "An e-mail address", "It tells who."),
    ("gcp-project", "A Google Cloud project", "It tells whose project this is."),
    ("gcp-service-account", "A Google Cloud service account", "It tells who acted."),
    ("home-path", "A home folder", "It holds somebody's user name."),
    ("host", "A host name", "It tells where this runs."),
    ("ipv4", "An IPv4 address", "It tells where this runs."),
    ("ipv6", "An IPv6 address", "It tells where this runs."),
    (
        "known-value",
        "A value that is hidden elsewhere too",
        "The same value gets the same placeholder everywhere.",
    ),
    ("lock-who", "Who holds the lock: user or host", "It tells who and where."),
    (
        "marked-token",
        "A random value behind a prefix",
        "Services mark the keys that they give out like this.",
    ),
    ("npmrc-auth", "A token of a package registry", "It can publish as its owner."),
    ("oci-ocid", "An Oracle Cloud identifier", "It tells whose resource this is."),
    ("organization", "The name of an organisation", "It tells who."),
    ("pem-private-key", "A private key", "Who has it can act as its owner."),
    ("ppk-private-key", "A private key of PuTTY", "Who has it can act as its owner."),
    (
        "random-without-context",
        "A random-looking value without context",
        "Nothing beside it tells what it is, so it is kept unless you hide it.",
    ),
    (
        "signature",
        "The signature of a signed link or request",
        "The link works for who has it until it expires.",
    ),
    ("sql-password", "A password in SQL", "The statement says what it is."),
    ("storage-account", "An Azure storage account", "It tells where state and data lie."),
    ("unexamined-encoding", "An encoded value", "Encoded text that cannot be examined is hidden whole."),
    ("url-password", "A password in a URL", "It stands where a URL carries the password."),
    ("url-userinfo", "A user in a URL", "It tells who."),
    ("vendor-value", "A random value beside a service's name", "It is what that service gives out: a key."),
    (
        "weak-assignment",
        "The value of a name that often means a secret",
        "The name and the value's look agree.",
    ),
    ("windows-domain", "A Windows domain", "It names the organisation."),
];

/// The words for a rule of this crate; general ones for one without.
pub fn explain(rule: &str) -> Explanation {
    if let Some(known) = VENDORS.iter().copied().flatten().find(|known| known.id == rule) {
        return Explanation { summary: known.summary, reason: known.reason, source: known.source };
    }
    DETECTORS.iter().find(|(id, ..)| *id == rule).map_or(
        Explanation {
            summary: "A value that may give access or tell who",
            reason: "What stands around it says so.",
            source: "",
        },
        |(_, summary, reason)| Explanation { summary, reason, source: "" },
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vendors_and_detectors_explain_themselves() {
        assert_eq!(explain("lock-who").reason, "It tells who and where.");
        for rule in VENDORS.iter().copied().flatten() {
            assert_eq!(explain(rule.id).reason, rule.reason, "{}", rule.id);
        }
    }
}
