//! Supabase.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "supabase",
    placeholder: "SUPABASE_KEY",
    summary: "A secret key or access token of Supabase",
    reason: "It reads and writes the whole database, or changes the owner's projects.",
    source: "kingfisher 2.14.0",
    pattern: "sbp_[0-9a-z_-]{40}|sb_secret_[A-Za-z0-9_-]{31}",
    #[cfg(test)]
    cases: super::Cases {
        note: "sb_publishable_ is public; older service keys are JWTs.",
        examples: &["SUPABASE_ACCESS_TOKEN=«sbp_⟨an 40⟩»", "SUPABASE_SECRET_KEY=«sb_secret_⟨b64u 31⟩»"],
        counter_examples: &[r#"const client = createClient(url, "sb_publishable_⟨b62 31⟩")"#],
    },
    ..Rule::SECRET
}];
