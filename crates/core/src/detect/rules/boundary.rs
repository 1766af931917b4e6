//! HashiCorp Boundary.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "boundary-token",
    placeholder: "BOUNDARY_TOKEN",
    summary: "A token of Boundary",
    reason: "It opens sessions to hosts as its user.",
    source: "the vendor's documentation",
    pattern: "a(?:t|pp)_[A-Za-z0-9]{10}_s1[A-Za-z0-9]{100,400}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The token's id, the part before _s1, is public.",
        examples: &["export BOUNDARY_TOKEN=«at_⟨b62 10⟩_s1⟨b62 124⟩»"],
        counter_examples: &["the token id at_1234567890 was revoked"],
    },
    ..Rule::SECRET
}];
