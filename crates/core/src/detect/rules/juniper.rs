//! Juniper Junos.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "juniper",
    placeholder: "PASSWORD",
    summary: "A secret of type 9, which anybody can read back",
    reason: "It opens the device or joins its network.",
    source: "public descriptions of the vendor's obfuscation, not verified",
    pattern: r"\$9\$[A-Za-z0-9./-]{8,200}",
    #[cfg(test)]
    cases: super::Cases {
        note: "The ninth word of a script is none.",
        examples: &["set system radius-server 10.1.1.2 secret \"«$9$⟨b62 24⟩»\""],
        counter_examples: &["echo \"$9\" is the ninth word"],
    },
    ..Rule::SECRET
}];
