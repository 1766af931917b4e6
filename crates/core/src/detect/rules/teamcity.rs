//! TeamCity.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "teamcity",
    placeholder: "TEAMCITY_TOKEN",
    summary: "A token of TeamCity",
    reason: "It starts builds as its user.",
    source: "public samples, not verified",
    pattern: r"eyJ0eXAiOiAiVENWMiJ9\.[A-Za-z0-9_-]{36}\.[A-Za-z0-9_-]{48}",
    #[cfg(test)]
    cases: super::Cases {
        note: "It looks like a JWT, but is none: its second part is no JSON.",
        examples: &["Authorization: Bearer «eyJ0eXAiOiAiVENWMiJ9.⟨b64u 36⟩.⟨b64u 48⟩»"],
        counter_examples: &["the header part alone is eyJ0eXAiOiAiVENWMiJ9"],
    },
    ..Rule::SECRET
}];
