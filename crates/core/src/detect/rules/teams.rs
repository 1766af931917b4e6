//! Microsoft Teams.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "teams-webhook",
    placeholder: "TEAMS_WEBHOOK",
    summary: "The path of a Teams webhook",
    reason: "Who has it writes into its channel.",
    source: "gitleaks 8.30.1",
    pattern: r"office\.com/webhook(?:b2)?/([0-9a-f@-]{73}/IncomingWebhook/[0-9A-Za-z]{32}/[0-9a-f-]{36})",
    #[cfg(test)]
    cases: super::Cases {
        note: "Newer webhooks are links of Azure Logic Apps with a signature.",
        examples: &[
            "https://acme.webhook.office.com/webhookb2/«⟨uuid⟩@⟨uuid⟩/IncomingWebhook/⟨hex 32⟩/⟨uuid⟩»",
        ],
        counter_examples: &["https://acme.webhook.office.com/webhookb2/help"],
    },
    ..Rule::SECRET
}];
