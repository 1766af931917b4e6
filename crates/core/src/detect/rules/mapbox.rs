//! Mapbox.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "mapbox",
    placeholder: "MAPBOX_TOKEN",
    summary: "A secret token of Mapbox",
    reason: "It changes the account's styles and data.",
    source: "kingfisher 2.14.0",
    pattern: r"(?:sk|tk)\.eyJ[A-Za-z0-9_-]{40,200}\.[A-Za-z0-9_-]{22}",
    #[cfg(test)]
    cases: super::Cases {
        note: "pk. marks a public token.",
        examples: &[
            "MAPBOX_DOWNLOADS_TOKEN=«sk.eyJ1IjoiYWNtZSIs⟨b62 60⟩.⟨b62 22⟩»",
            "«tk.eyJ1IjoiYWNtZSIs⟨b62 60⟩.⟨b62 22⟩»",
        ],
        counter_examples: &["secret tokens begin with sk. and public ones with pk."],
    },
    ..Rule::SECRET
}];
