//! One-time passwords.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "otp-seed",
    placeholder: "OTP_SEED",
    summary: "The seed of one-time passwords",
    reason: "It makes the second factor of its account.",
    source: "public samples, not verified",
    pattern: r#"otpauth://[^\s"']*secret=([A-Z2-7]{16,64})"#,
    #[cfg(test)]
    cases: super::Cases {
        note: "The issuer and account in the link are no secrets.",
        examples: &["otpauth://totp/acme:ops?issuer=acme&secret=«⟨b32 32⟩»"],
        counter_examples: &["otpauth://totp/acme:ops?issuer=acme"],
    },
    ..Rule::SECRET
}];
