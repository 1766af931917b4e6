//! Telegram.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "telegram",
    placeholder: "TELEGRAM_TOKEN",
    summary: "A bot token of Telegram",
    reason: "It reads and writes as the bot.",
    source: "gitleaks 8.30.1",
    keywords: &["bot", "telegram"],
    pattern: "[0-9]{5,16}:A[A-Za-z0-9_-]{32,34}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The number before the colon is the bot's public id.",
        examples: &["telegram bot token: «⟨dig 10⟩:AA⟨b62 33⟩»", "telegram bot token: «⟨dig 10⟩:AA⟨b62 31⟩»"],
        counter_examples: &["telegram bot 1234567890 has no token"],
    },
    ..Rule::SECRET
}];
