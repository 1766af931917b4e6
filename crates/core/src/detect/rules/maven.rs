//! Apache Maven.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "maven-encrypted",
    placeholder: "MAVEN_PASSWORD",
    summary: "A password that Maven encrypted",
    reason: "The master password in settings-security.xml decrypts it, and that one is only \
                 obscured.",
    source: "ripsecrets 0.1.11",
    pattern: r"password>\s{0,8}(\{[A-Za-z0-9+/=]{24,400}\})|master>\s{0,8}(\{[A-Za-z0-9+/=]{24,400}\})",
    #[cfg(test)]
    cases: super::Cases {
        note: "Braces around a name are a reference.",
        examples: &["<password>«{⟨b64 43⟩=}»</password>", "<master>«{⟨b64 43⟩=}»</master>"],
        counter_examples: &["<username>{deploy}</username>"],
    },
    ..Rule::SECRET
}];
