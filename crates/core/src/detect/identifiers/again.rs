//! The same identifier at its other places.

use super::finding;
use crate::detect::Finding;
use crate::detect::needles::Needles;
use crate::words::Words;
use std::collections::BTreeMap;

/// The same identifier is hidden wherever it stands as a whole word, so that one place does not tell what another hides.
/// Of more than `most` different ones a note tells that the rest were hidden where they were found only.
pub(super) fn again(
    raw: &str,
    mut found: Vec<Finding>,
    most: usize,
    notes: &mut Vec<String>,
) -> Vec<Finding> {
    let mut known: BTreeMap<&str, (&'static str, &'static str)> = BTreeMap::new();
    for one in &found {
        let value = one.span.of(raw);
        let worth = value.len() >= 5
            && !(value.len() < 8 && value.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !COMMON_NAMES.contains(&value.to_ascii_lowercase().as_str());
        if !worth || known.contains_key(value) {
            continue;
        }
        if known.len() == most {
            notes.push(TOO_MANY.to_owned());
            break;
        }
        known.insert(value, (one.rule, one.placeholder));
    }
    if known.is_empty() {
        return found;
    }
    let keys: Vec<&str> = known.keys().copied().collect();
    let bytes = raw.as_bytes();
    let mut more = Vec::new();
    for (start, index) in Needles::of(&keys).find(bytes) {
        let Some(key) = keys.get(index) else { continue };
        let end = start + key.len();
        // A hyphen joins words to another name; what no name holds by chance is still itself.
        let is_joined = |byte: Option<&u8>| {
            byte == Some(&b'-') && !is_distinct(key) && !key.starts_with(|c: char| c.is_ascii_digit())
        };
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(end);
        if !crate::restore::can_begin(bytes, start)
            || is_joined(before)
            || is_joined(after)
            || after.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        {
            continue;
        }
        if let Some((rule, placeholder)) = known.get(key) {
            more.push(finding(start, end, rule, placeholder));
        }
    }
    drop(known);
    found.append(&mut more);
    found
}

/// What is told where the limit is met. The check of what leaves knows no such limit.
const TOO_MANY: &str = "So many identifiers were found that further places of some of them may be left in the \
    redacted text; nothing is sent that holds one of them.";

/// Whether an identifier is told by itself, whatever name it is a part of: long, and not of letters alone.
pub(crate) fn is_distinct(value: &str) -> bool {
    value.len() >= 8 && value.bytes().any(|byte| !byte.is_ascii_alphabetic())
}

/// Users and hosts of machines, which stand everywhere and tell nothing.
const COMMON_NAMES: &[&str] = &[
    "runner",
    "jenkins",
    "ubuntu",
    "ec2-user",
    "atlantis",
    "terraform",
    "deploy",
    "deployer",
    "localhost",
    "production",
    "staging",
    "default",
    "admin",
    "tfuser",
    "nomad",
    "tekton",
    "github-actions",
    "circleci",
    "gitlab-runner",
    "buildkite",
    "codebuild",
    "automation",
];

/// Bytes of a word by which it is looked for.
const LONGEST_HEAD: usize = 4096;

pub(super) fn everywhere(raw: &str, word: &str, mut add: impl FnMut(usize, usize)) {
    let word = word.trim();
    if word.is_empty() {
        return;
    }
    // The automaton has an end: of a very long word it looks for the beginning.
    let head = word.get(..word.floor_char_boundary(LONGEST_HEAD)).unwrap_or(word);
    let mut done = 0;
    for hit in Words::in_any_case(&[head]).every_place(raw) {
        let (start, end) = (hit.start, hit.start + word.len());
        if start >= done && raw.get(start..end).is_some_and(|here| here.eq_ignore_ascii_case(word)) {
            add(start, end);
            done = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detect::{Class, Options, detect};
    use crate::redact::redact;

    #[test]
    fn of_too_many_a_note_tells_and_none_is_sent() {
        let raw = "arn:aws:iam::210987654321:role/x\narn:aws:iam::432109876543:role/x\n\
                   210987654321 and 432109876543 again\n";
        let first: Vec<Finding> = detect(raw, &Options::default())
            .findings
            .into_iter()
            .filter(|one| {
                one.class == Class::Identifier && one.span.end < raw.find("again").unwrap_or(0) - 30
            })
            .collect();
        assert_eq!(first.len(), 2, "{first:?}");
        let mut notes = Vec::new();
        assert_eq!(again(raw, first.clone(), 2, &mut notes).len(), 6);
        assert_eq!(notes, [""; 0]);
        let some = again(raw, first, 1, &mut notes);
        assert_eq!((some.len(), notes.len()), (4, 1));
        let (redacted, vault) = redact(raw, &some.into_iter().take(2).collect::<Vec<_>>());
        assert!(redacted.as_str().contains("432109876543 again"));
        assert!(vault.check_egress(redacted.as_str()).is_err());
    }
}
