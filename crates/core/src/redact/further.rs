//! The texts that go with a paste: what this program says of it, questions, a model's answer. The same values have the
//! same placeholders there.

use super::Redacted;
use super::vault::{Entry, Vault};
use crate::detect::{self, Class, Finding, Needles};
use crate::restore;
use crate::text::Span;
use std::collections::BTreeSet;

impl Vault {
    /// Redacts a further text (the diagnosis, the hardened block, a question) with the same placeholders: known
    /// values in every spelling, and what is found anew.
    pub fn redact_also(&mut self, raw: &str) -> Redacted {
        self.redact_further(raw, |_, _| true)
    }

    /// Redacts what this program says about the paste. Known values as ever; of what is found anew not the plain
    /// words that only our own sentences make look like a password (`set SOME_TOKEN where it runs`).
    pub fn redact_facts(&mut self, facts: &str) -> Redacted {
        self.redact_further(facts, |finding, value| {
            let word = value
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || matches!(byte, b'_' | b'-' | b'.' | b','));
            finding.class == Class::Identifier || !word
        })
    }

    /// Redacts a model's answer, for the next question: known values only. What it invented is not ours to hide, and
    /// would make ordinary words secret.
    pub fn redact_answer(&mut self, answer: &str) -> Redacted {
        self.redact_further(answer, |_, _| false)
    }

    /// `wanted` judges what is found anew.
    fn redact_further(&mut self, raw: &str, wanted: impl Fn(&Finding, &str) -> bool) -> Redacted {
        let mut given: BTreeSet<&str> = BTreeSet::new();
        given.extend(self.entries.iter().map(|entry| entry.placeholder.as_str()));
        let mut new = restore::words(raw);
        new.retain(|word| !given.contains(word.as_str()));
        self.taken.extend(new);
        let secrets = self
            .entries
            .iter()
            .filter(|entry| entry.class == Class::Secret && !detect::is_common(&entry.value));
        let mut options = self.choices.clone();
        options.hide_secrets.extend(secrets.map(|entry| entry.value.clone()));
        options.keep_identifiers |=
            !self.entries.is_empty() && self.entries.iter().all(|entry| entry.class == Class::Secret);
        // What already is a placeholder of ours gets no other one.
        options.harmless.extend(self.entries.iter().map(|entry| entry.placeholder.clone()));
        let mut findings = detect::detect(raw, &options).findings;
        // A short value may stand in a placeholder's word, where it is none.
        let mut at = 0;
        let mut words: Vec<(usize, usize)> = Vec::new();
        for piece in restore::pieces(raw, self) {
            let (restore::Piece::Text(text) | restore::Piece::Known(text, _) | restore::Piece::Unknown(text)) =
                piece;
            if matches!(piece, restore::Piece::Known(..)) {
                words.push((at, at + text.len()));
            }
            at += text.len();
        }
        let bytes = raw.as_bytes();
        let is_word = |at: Option<usize>| {
            at.and_then(|at| bytes.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        };
        findings.retain(|finding| {
            // As in the paste itself: short values are hidden as whole words only.
            let value = finding.span.of(raw);
            if finding.rule == "added-by-user"
                && finding.class == Class::Secret
                && (value.len() < 4
                    || detect::needs_borders(value)
                        && (is_word(finding.span.start.checked_sub(1)) || is_word(Some(finding.span.end))))
            {
                return false;
            }
            let next = words.partition_point(|(_, end)| *end <= finding.span.start);
            words.get(next).is_none_or(|(start, _)| finding.span.end <= *start)
        });
        findings.retain(|finding| {
            let value = finding.span.of(raw);
            finding.rule == "added-by-user" || self.entry_of(value).is_some() || wanted(finding, value)
        });
        let known: Vec<&Entry> = self
            .entries
            .iter()
            .filter(|entry| entry.class == Class::Identifier && entry.value.len() >= 2)
            .filter(|entry| !self.shown.contains(&entry.value))
            .collect();
        let known: Vec<&str> = known.iter().map(|entry| entry.value.as_str()).collect();
        let places = Needles::of(&known).find(bytes);
        if !places.is_empty() {
            let mut more = Vec::new();
            for (start, index) in places {
                let end = start + known.get(index).map_or(0, |value| value.len());
                let is_word = |at: Option<usize>| {
                    at.and_then(|at| bytes.get(at))
                        .is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte == b'-')
                };
                // Two letters are told by what follows: `ci@HOST_1`.
                let short = end - start < 3 && bytes.get(end) != Some(&b'@');
                if short || is_word(start.checked_sub(1)) || is_word(Some(end)) {
                    continue;
                }
                let clear = !findings.iter().any(|one| one.span.start < end && start < one.span.end);
                if clear && raw.is_char_boundary(start) && raw.is_char_boundary(end) {
                    more.push(Finding {
                        span: Span::new(start, end),
                        rule: "known-value",
                        class: Class::Identifier,
                        placeholder: "VALUE",
                        confidence: detect::Confidence::Certain,
                    });
                }
            }
            findings.extend(more);
            crate::text::sort_by_numbers(&mut findings, |one| (one.span.start, 0));
        }
        self.replace(raw, &findings)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{of, secret};

    #[test]
    fn the_same_value_has_the_same_placeholder_in_a_further_text() {
        let (_, mut vault) = of(&format!("password = \"{}\"\n", secret()));
        assert_eq!(
            vault.redact_also(&format!("it is {} there", secret())).as_str(),
            "it is PASSWORD_1 there"
        );
    }

    #[test]
    fn a_redacted_text_stays_as_it_is() {
        let raw = format!(
            "password = \"{}\"\nbucket = \"acme-corp-state\"\n  Who:       jane@build-07\nmail jane.doe@acme-corp.net\n",
            secret()
        );
        let (redacted, mut vault) = of(&raw);
        assert_eq!(vault.redact_also(redacted.as_str()).as_str(), redacted.as_str());
    }
}
