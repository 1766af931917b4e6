//! Private keys in PEM: whole, cut, with `\n` written out, with what a log puts before each line.

use crate::detect::marks::Marks;
use crate::detect::values;
use crate::detect::{Finder, Found};

/// The literals that this file looks for.
pub(super) const MARKS: [&str; 3] = [PEM[0], PEM[1], "Private-Lines:"];

/// What a private key's first line says.
const PEM: [&str; 2] = ["PRIVATE KEY", "OpenVPN Static key V1"];

/// Private keys, whatever stands before their lines.
pub(in crate::detect) fn pem(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut at = 0;
    let mut next_end: Option<usize> = None;
    let mut keys: Vec<(usize, &str)> =
        PEM.iter().flat_map(|mark| marks.place(mark).map(move |key| (key, *mark))).collect();
    crate::text::sort_by_numbers(&mut keys, |(key, _)| (*key, 0));
    for (key, mark) in keys {
        if key < at {
            continue;
        }
        at = key + mark.len();
        let line = values::line_start(text, key);
        let head = text.get(line.max(key.saturating_sub(60))..key).unwrap_or(b"");
        // The end of a short key may stand on the line of its beginning.
        if crate::text::rfind_bytes(head, b"BEGIN ") <= crate::text::rfind_bytes(head, b"END ") {
            continue;
        }
        let window = text.get(key..text.len().min(key + 64)).unwrap_or(b"");
        let Some(dashes) =
            crate::text::find_bytes(window, b"-----").or_else(|| crate::text::find_bytes(window, b"---- "))
        else {
            continue;
        };
        if dashes > mark.len() + 13 {
            continue;
        }
        let mut start = key + dashes + 5;
        // Each END is looked for once, however many keys have none.
        if next_end.is_none_or(|end| end < start) {
            let rest = text.get(start..).unwrap_or(b"");
            next_end = Some(crate::text::find_bytes(rest, b"-----END").map_or(usize::MAX, |end| start + end));
        }
        let end = next_end.filter(|end| *end < key + 65_536);
        let stop = end.unwrap_or_else(|| cut_key(text, start));
        at = stop.max(at);
        // What stands before BEGIN on its line stands before each line of the body.
        while start < stop {
            let line_stop = values::line_end(text, start).min(stop);
            let (from, to) = key_run(text, start, line_stop);
            if to > from {
                finder.add(Found {
                    start: from,
                    end: to,
                    rule: "pem-private-key",
                    placeholder: "PRIVATE_KEY",
                    certain: true,
                });
            }
            start = line_stop + 1;
        }
    }
    // PuTTY's own form.
    let mut at = 0;
    for found in marks.place("Private-Lines:") {
        if found < at {
            continue;
        }
        let mut start = values::line_end(text, found) + 1;
        at = start;
        for _ in 0..200 {
            let stop = values::line_end(text, start.min(text.len()));
            let (from, to) = key_run(text, start.min(text.len()), stop);
            if to < from + 16 {
                break;
            }
            finder.add(Found {
                start: from,
                end: to,
                rule: "ppk-private-key",
                placeholder: "PRIVATE_KEY",
                certain: true,
            });
            start = stop + 1;
        }
    }
}

/// A key without END: it goes on while lines hold base64.
fn cut_key(text: &[u8], start: usize) -> usize {
    let mut at = start;
    let mut last = start;
    for index in 0..400 {
        let stop = values::line_end(text, at.min(text.len()));
        let (from, to) = key_run(text, at.min(text.len()), stop);
        if to < from + 8 && index > 0 {
            break;
        }
        last = stop;
        if stop >= text.len() {
            break;
        }
        at = stop + 1;
    }
    last
}

/// The part of a line that is key: from the first long run of base64 to the last, escapes of line ends included.
fn key_run(text: &[u8], start: usize, stop: usize) -> (usize, usize) {
    let line = text.get(start..stop).unwrap_or(b"");
    let is_key = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    // One line with many blanks or escapes: all of it.
    let mut best: Option<(usize, usize)> = None;
    let mut at = 0;
    while at < line.len() {
        if !line.get(at).is_some_and(|byte| is_key(*byte)) {
            at += 1;
            continue;
        }
        let mut end = at;
        while end < line.len() && line.get(end).is_some_and(|byte| is_key(*byte)) {
            end += 1;
        }
        let run = line.get(at..end).unwrap_or(b"");
        let header = line.get(end) == Some(&b':')
            || line.get(end) == Some(&b'-')
            || (at > 1 && line.get(at - 2..at) == Some(b"--"));
        let is_time = run.iter().filter(|byte| byte.is_ascii_digit()).count() == run.len();
        let mut from = at;
        // `\nMIIE`: the n is the escape's.
        if at > 0 && line.get(at - 1) == Some(&b'\\') && matches!(line.get(at), Some(b'n' | b'r')) {
            from += 1;
        }
        let long = end.saturating_sub(from) >= 12
            || (best.is_some() && end.saturating_sub(from) >= 1)
            || (line.iter().all(|byte| is_key(*byte) || matches!(byte, b' ' | b'\t' | b'\r'))
                && line.len() <= 76);
        if long && !header && !is_time {
            best = Some(match best {
                Some((first, _)) => (first, end),
                None => (from, end),
            });
        }
        at = end.max(at + 1);
    }
    match best {
        Some((from, to)) => (start + from, start + to),
        None => (start, start),
    }
}
