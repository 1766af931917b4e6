//! Oracle Database.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "oracle-verifier",
    placeholder: "HASH",
    summary: "What Oracle Database keeps of a password",
    reason: "Passwords can be guessed from it offline.",
    source: "docs.oracle.com, \"SYS.USER$\"; hashcat 6.2.6, modes 112 and 12300",
    pattern: "S:[0-9A-F]{60}(?:;H:[0-9A-F]{32})?(?:;T:[0-9A-F]{160})?",
    #[cfg(test)]
    cases: super::Cases {
        note: "The column is SPARE4.",
        examples: &["TFSTATE  «S:⟨HEX 60⟩;T:⟨HEX 160⟩»", "«S:⟨HEX 60⟩»"],
        counter_examples: &["S:0123456789ABCDEF"],
    },
    ..Rule::SECRET
}];
