//! DigitalOcean.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "digitalocean-spaces-key-id",
        placeholder: "SPACES_KEY_ID",
        summary: "The id of an access key of DigitalOcean's Spaces",
        reason: "It is the public half of a key pair that reads and writes the account's buckets.",
        source: "DigitalOcean's manual of Spaces",
        pattern: "DO00[A-Z0-9]{16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The secret beside it has no mark of its own.",
            examples: &["spaces_access_id = \"«DO00⟨AN 16⟩»\""],
            counter_examples: &["DO00 is what ids of Spaces begin with", "DO00⟨AN 12⟩"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "digitalocean",
        placeholder: "DIGITALOCEAN_TOKEN",
        summary: "A token of DigitalOcean",
        reason: "It creates, changes and deletes the account's resources.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0",
        pattern: "do[opr]_v1_[0-9a-f]{64}",
        #[cfg(test)]
        cases: super::Cases {
            note: "The mark tells whether it is personal, of an application or a refresh token.",
            examples: &["DIGITALOCEAN_TOKEN=«doo_v1_⟨hex 64⟩»"],
            counter_examples: &["personal tokens begin with dop_v1_"],
        },
        ..Rule::SECRET
    },
];
