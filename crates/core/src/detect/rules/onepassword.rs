//! 1Password.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "onepassword-service-account",
        placeholder: "ONEPASSWORD_TOKEN",
        summary: "A service account token of 1Password",
        reason: "It reads every item of the vaults that it was given.",
        source: "gitleaks 8.30.1",
        pattern: "ops_eyJ[A-Za-z0-9+/_-]{250,2048}={0,3}",
        #[cfg(test)]
        cases: super::Cases {
            note: "A reference such as op://vault/item/field is no secret.",
            examples: &["OP_SERVICE_ACCOUNT_TOKEN=«ops_eyJ⟨b62 274⟩»"],
            counter_examples: &["password: op://infra/database/password"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "onepassword-secret-key",
        placeholder: "ONEPASSWORD_SECRET_KEY",
        summary: "The secret key of a 1Password account",
        reason: "With the account's password it opens every vault of the user.",
        source: "gitleaks 8.30.1",
        pattern: "A3-[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is printed on the emergency kit.",
            examples: &["Secret Key «A3-⟨AN 6⟩-⟨AN 11⟩-⟨AN 5⟩-⟨AN 5⟩-⟨AN 5⟩»"],
            counter_examples: &["paper sizes A3-A4-A5"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "onepassword-recovery",
        placeholder: "ONEPASSWORD_RECOVERY",
        summary: "A recovery key of a 1Password account",
        reason: "It opens the account without its password.",
        source: "kingfisher 1.112",
        pattern: "1PRK(?:-[A-Z0-9]{4}){10,16}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Groups of four, as the emergency kit prints them.",
            examples: &[
                "recovery: «1PRK-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩-⟨AN 4⟩»",
            ],
            counter_examples: &["the label 1PRK-A of the shelf"],
        },
        ..Rule::SECRET
    },
];
