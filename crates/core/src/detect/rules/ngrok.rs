//! ngrok.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "ngrok",
    placeholder: "NGROK_TOKEN",
    summary: "A token or key of ngrok",
    reason: "It opens tunnels, or changes the account.",
    source: "kingfisher 2.14.0",
    keywords: &["ngrok"],
    pattern: "[12][A-Za-z0-9]{26}_[A-Za-z0-9]{18,22}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Two runs of letters and digits with an underscore between can be anything \
                   without the vendor's word.",
        examples: &["ngrok config add-authtoken «1⟨b62 26⟩_⟨b62 20⟩»"],
        counter_examples: &["ngrok token was added"],
    },
    ..Rule::SECRET
}];
