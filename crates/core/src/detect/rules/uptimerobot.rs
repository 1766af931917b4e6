//! UptimeRobot.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "uptimerobot",
    placeholder: "UPTIMEROBOT_KEY",
    summary: "An API key of UptimeRobot",
    reason: "It reads and changes monitors.",
    source: "kingfisher 2.14.0",
    keywords: &["uptimerobot", "uptime robot"],
    pattern: "u[0-9]{6,9}-[0-9a-f]{24}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The number behind u is the account.",
        examples: &["uptimerobot api key: «u⟨dig 7⟩-⟨hex 24⟩»"],
        counter_examples: &["uptimerobot monitor 777712345 is up"],
    },
    ..Rule::SECRET
}];
