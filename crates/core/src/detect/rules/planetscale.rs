//! PlanetScale.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "planetscale",
    placeholder: "PLANETSCALE_TOKEN",
    summary: "A token or password of PlanetScale",
    reason: "It opens a database, or changes the organisation's databases.",
    source: "gitleaks 8.30.1",
    pattern: "pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_=.-]{32,64}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The mark tells which kind it is.",
        examples: &[
            "mysql://user:«pscale_tkn_⟨b62 48⟩»@aws.connect.psdb.cloud/db",
            "PLANETSCALE_SERVICE_TOKEN=«pscale_tkn_⟨b64u 43⟩»",
        ],
        counter_examples: &["passwords begin with pscale_pw_"],
    },
    ..Rule::SECRET
}];
