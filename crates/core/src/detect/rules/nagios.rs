//! Nagios and Icinga.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "nagios-macro",
    placeholder: "NAGIOS_SECRET",
    summary: "A macro of a Nagios resource file",
    reason: "The file is there for passwords that checks use.",
    source: "the sample resource.cfg of Nagios, not verified",
    pattern: r"\$USER[0-9]{1,3}\$=([A-Za-z0-9!#%&*+,.:;<>?@^_~-][A-Za-z0-9!#%&*+,./:;<>?@^_~$=-]{3,120})",
    #[cfg(test)]
    cases: super::Cases {
        note: "The first macro is the path of the plugins.",
        examples: &["$USER3$=«⟨b62 12⟩»"],
        counter_examples: &["$USER1$=/usr/lib/nagios/plugins"],
    },
    ..Rule::SECRET
}];
