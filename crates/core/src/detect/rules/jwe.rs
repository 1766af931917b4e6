//! Encrypted JSON Web Tokens.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "jwe",
    placeholder: "JWE",
    summary: "An encrypted JSON Web Token",
    reason: "It gives access as its subject until it expires.",
    source: "ripsecrets 0.1.11",
    pattern: r"eyJ[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){4}",
    #[cfg(test)]
    cases: super::Cases {
        note: "It has five parts, of which the second may be empty.",
        examples: &["session=«eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..⟨b64u 16⟩.⟨b64u 80⟩.⟨b64u 22⟩»"],
        counter_examples: &["an encrypted token has five parts with dots between"],
    },
    ..Rule::SECRET
}];
