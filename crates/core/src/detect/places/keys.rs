//! Keys known by their length: base64 of 64 bytes, the partner of an AWS access key id.

use crate::detect::marks::Marks;
use crate::detect::values;
use crate::detect::{Finder, Found};

/// The literals that this file looks for.
pub(super) const MARKS: [&str; 1] = ["=="];

/// A lone base64 key of 64 bytes (Azure storage and its like), unless a digest's name stands before it.
pub(in crate::detect) fn lone_keys(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    for found in marks.place("==") {
        let end = found + 2;
        let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
        let mut start = end - 2;
        while start > 0 && end - start < 100 && text.get(start - 1).is_some_and(is_key) {
            start -= 1;
        }
        if end - start != 88 {
            continue;
        }
        let before = text.get(start.saturating_sub(9)..start).unwrap_or(b"");
        // A certificate in base64 is public; a key of that form is found by what it holds.
        if text.get(start..start + 16) == Some(b"LS0tLS1CRUdJTiBD")
            || before.ends_with(b"-")
            || before.ends_with(b"sha512:")
            // `257 3 13 x`: a zone's public key.
            || before.ends_with(b"257 3 13 ")
            || before.ends_with(b"256 3 13 ")
            || crate::text::find_bytes(before, b"sha").is_some()
        {
            continue;
        }
        finder.add(Found {
            start,
            end,
            rule: "azure-storage-key",
            placeholder: "AZURE_STORAGE_KEY",
            certain: false,
        });
    }
}

/// The 40-character partner of an AWS access key id, within five lines of it.
pub(in crate::detect) fn aws_pairs(finder: &mut Finder<'_>) {
    let ids: Vec<(usize, usize)> = finder
        .found
        .iter()
        .filter(|one| one.rule == "aws-access-key-id")
        .map(|one| (one.start, one.end))
        .collect();
    for (from, to) in ids.into_iter().take(20_000) {
        let (mut start, mut end) = (from, to);
        for _ in 0..3 {
            start = values::line_start(finder.bytes, start.saturating_sub(1));
        }
        for _ in 0..5 {
            end = values::line_end(finder.bytes, (end + 1).min(finder.bytes.len()));
        }
        let (start, end) = (start.max(from.saturating_sub(600)), end.min(to + 1200));
        let mut at = start;
        while at < end {
            let is_key = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/');
            if !finder.bytes.get(at).is_some_and(is_key) {
                at += 1;
                continue;
            }
            let mut stop = at;
            while stop < finder.bytes.len() && stop - at < 60 && finder.bytes.get(stop).is_some_and(is_key) {
                stop += 1;
            }
            let body = finder.text.get(at..stop).unwrap_or("");
            let mixed = body.bytes().any(|byte| byte.is_ascii_uppercase())
                && body.bytes().any(|byte| byte.is_ascii_lowercase());
            // Base64 of `{"` is a cursor's.
            if stop - at == 40
                && mixed
                && !body.starts_with("eyJ")
                && body.matches('/').count() < 6
                && values::entropy(body.as_bytes()) > 3.8
            {
                finder.add(Found {
                    start: at,
                    end: stop,
                    rule: "aws-secret-access-key",
                    placeholder: "AWS_SECRET_ACCESS_KEY",
                    certain: false,
                });
            }
            at = stop.max(at + 1);
        }
    }
}
