//! Authress.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "authress",
    placeholder: "AUTHRESS_KEY",
    summary: "A service client key of Authress",
    reason: "It acts as that service client.",
    source: "gitleaks 8.30.1",
    pattern: r"(?:sc|ext|scauth|authress)_[A-Za-z0-9]{5,30}\.[A-Za-z0-9]{4,6}\.acc[_-][A-Za-z0-9-]{8,32}\.[A-Za-z0-9+/_=-]{30,120}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Its third part names the account.",
        examples: &["key «sc_⟨b62 20⟩.⟨an 4⟩.acc-⟨an 12⟩.⟨b62 40⟩»"],
        counter_examples: &["the account acc-1 of sc_x.y"],
    },
    ..Rule::SECRET
}];
