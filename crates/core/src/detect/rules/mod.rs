//! What credentials look like, one file per vendor or group of vendors. To add one: a rule in its file; a new file
//! needs one line in each list here.

mod aws;
mod azure;
mod clouds;
mod forges;
mod google;
mod hashicorp;
mod keys;
mod models;
mod services;

use super::Class;

/// One kind of credential that is recognised by its own form.
///
/// `pattern` is regular-expression syntax kept to what [`super::pattern`] reads: literals, classes, `{m,n}`, `?`,
/// `+`, `*`, groups and `|`, ASCII; a capture group is the secret, else the whole match is.
#[derive(Debug)]
pub struct Rule {
    /// Unique, kebab-case, vendor first.
    pub id: &'static str,
    /// The placeholder's kind, upper case with underscores.
    pub placeholder: &'static str,
    /// Secret or identifier.
    pub class: Class,
    /// The form in words.
    pub summary: &'static str,
    /// What only looks like it, and what else to know.
    pub note: &'static str,
    /// Who documents or matches this form.
    pub source: &'static str,
    /// Where the form has no mark of its own: words of which one must stand shortly before it, lower case.
    pub keywords: &'static [&'static str],
    /// The form.
    pub pattern: &'static str,
    /// A keyword must stand near.
    pub needs_context: bool,
}

/// Every rule.
pub const VENDORS: &[&[Rule]] = &[
    aws::RULES,
    azure::RULES,
    clouds::RULES,
    forges::RULES,
    google::RULES,
    hashicorp::RULES,
    keys::RULES,
    models::RULES,
    services::RULES,
];

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::detect::{Options, detect, pattern::Pattern};

    fn all() -> impl Iterator<Item = &'static Rule> {
        VENDORS.iter().copied().flatten()
    }

    /// Numbers that are always the same, well mixed.
    fn dice(seed: u64) -> impl FnMut(usize) -> usize {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        move |sides| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 33).unwrap() % sides.max(1)
        }
    }

    #[test]
    fn ids_are_unique_and_forms_compile() {
        let mut ids: Vec<&str> = all().map(|rule| rule.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
        assert_eq!(crate::detect::forms::broken(), Vec::<&str>::new());
    }

    #[test]
    fn a_sample_of_each_form_is_hidden_by_the_whole_set() {
        let mut leaked = Vec::new();
        for rule in all() {
            let pattern = Pattern::new(rule.pattern).unwrap();
            for seed in 1..6 {
                let sample = pattern.sample(&mut dice(seed));
                let (_, from, to) = pattern.at(sample.as_bytes(), 0).unwrap();
                let (text, start) = if rule.needs_context {
                    let head = format!("{} token: ", rule.keywords.first().unwrap());
                    (format!("{head}{sample}\n"), head.len())
                } else {
                    (format!("the {sample} here\n"), 4)
                };
                let hidden = detect(&text, &Options { keep_identifiers: true, ..Options::default() })
                    .findings
                    .iter()
                    .any(|one| one.span.start <= start + from && one.span.end + 1 >= start + to);
                if !hidden {
                    leaked.push(format!("{}: {}", rule.id, rule.pattern));
                    break;
                }
            }
        }
        assert!(leaked.is_empty(), "{} of {}:\n{}", leaked.len(), all().count(), leaked.join("\n"));
    }
}
