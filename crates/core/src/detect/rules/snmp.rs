//! SNMP.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "snmp-captured",
    placeholder: "COMMUNITY",
    summary: "A community in a capture of packets",
    reason: "It reads the device, or writes to it.",
    source: "what tcpdump prints, not verified",
    pattern: r#" C="([^"\n]{2,64})" (?:Get|Set|Inform|Trap|V2Trap|Report)"#,
    #[cfg(test)]
    cases: super::Cases {
        note: "tcpdump leaves the one that everybody knows out.",
        examples: &[r#"IP 10.0.0.1.41100 > 10.0.0.2.161:  C="«⟨b62 10⟩»" GetRequest(28)"#],
        counter_examples: &[r#"subject C="DE" O="Get well""#],
    },
    ..Rule::SECRET
}];
