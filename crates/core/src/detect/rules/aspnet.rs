//! ASP.NET.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "aspnet-machinekey",
    placeholder: "ASPNET_KEY",
    summary: "A machine key of ASP.NET",
    reason: "It forges view states and sign-ins, which can run code on the server.",
    source: "kingfisher 2.14.0",
    pattern: r#"(?:validationKey|decryptionKey)="([0-9A-F]{32,128})""#,
    #[cfg(test)]
    cases: super::Cases {
        note: "The attributes validation and decryption beside it name algorithms.",
        examples: &[
            r#"<machineKey validationKey="«⟨HEX 128⟩»" />"#,
            r#"<machineKey decryptionKey="«⟨HEX 64⟩»" />"#,
        ],
        counter_examples: &[r#"<machineKey validation="HMACSHA256" decryption="AES" />"#],
    },
    ..Rule::SECRET
}];
