//! JSON Web Tokens.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "jwt",
        placeholder: "JWT",
        summary: "A JSON Web Token",
        reason: "It gives access as its subject until it expires, and its payload names people.",
        source: "gitleaks 8.30.1, kingfisher 2.14.0, ripsecrets 0.1.11",
        pattern: r"eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{0,2048}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Cursors of lists are one such part without dots, and stay.",
            examples: &[
                "Authorization: Bearer «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx⟨b64u 40⟩.⟨b64u 43⟩»",
                "id_token=«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIx⟨b64u 40⟩.⟨b64u 43⟩»",
            ],
            counter_examples: &["next page cursor eyJpZCI6MTIzNDU2fQ"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "jwt-in-base64",
        placeholder: "JWT",
        summary: "A JSON Web Token in base64",
        reason: "Decoded it gives access as its subject until it expires.",
        source: "gitleaks 8.30.1",
        pattern: "ZXlK[A-Za-z0-9+/=]{40,}",
        #[cfg(test)]
        cases: super::Cases {
            note: "It is base64 of a text that is itself base64 of JSON.",
            examples: &["payload «ZXlKaGJHY2lPaUpJVXpJMU5pSjku⟨b64 120⟩»"],
            counter_examples: &["ZXlK is the head"],
        },
        ..Rule::SECRET
    },
];
