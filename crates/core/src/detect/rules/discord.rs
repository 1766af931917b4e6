//! Discord.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "discord-bot",
        placeholder: "DISCORD_TOKEN",
        summary: "A bot token of Discord",
        reason: "It reads and writes wherever the bot was invited.",
        source: "detect-secrets 1.5.0",
        keywords: &["discord", "bot"],
        pattern: r"[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}",
        #[cfg(test)]
        cases: super::Cases {
            note: "Its first part is base64 of the bot's public id, so that it begins with M, N or O.",
            examples: &["discord token: «M⟨b64u 25⟩.⟨b64u 6⟩.⟨b64u 33⟩»"],
            counter_examples: &["discord bot token is missing"],
        },
        ..Rule::SECRET
    },
    Rule {
        id: "discord-webhook",
        placeholder: "DISCORD_WEBHOOK",
        summary: "The path of a Discord webhook",
        reason: "Who has it writes into its channel.",
        source: "kingfisher 2.14.0",
        pattern: r"discord(?:app)?\.com/api/webhooks/([0-9]{17,20}/[A-Za-z0-9_-]{60,72})",
        #[cfg(test)]
        cases: super::Cases {
            note: "The host stays readable.",
            examples: &["https://discord.com/api/webhooks/«⟨dig 18⟩/⟨b64u 68⟩»"],
            counter_examples: &["https://discord.com/api/webhooks/list"],
        },
        ..Rule::SECRET
    },
];
