//! Secrets inside base64: a run that holds one is hidden as a whole, since part of it would leak its neighbours.

use super::framed;
use super::runs::{Alphabet, Wanted};
use super::{Finder, Found, secrets};
use std::borrow::Cow;

/// How deep encodings in encodings are followed.
const DEEPEST: usize = 5;

/// What may still be decoded, over all depths.
pub(super) struct Budget {
    bytes: usize,
    unexamined: usize,
}

impl Budget {
    pub(super) fn of(raw: &str) -> Self {
        Self { bytes: raw.len().saturating_mul(8).max(1 << 16), unexamined: 0 }
    }

    /// Takes from what may still be decoded; `false` where it is used up.
    pub(super) fn take(&mut self, count: usize) -> bool {
        match self.bytes.checked_sub(count) {
            Some(left) => {
                self.bytes = left;
                true
            }
            None => false,
        }
    }

    /// One more place that was not examined.
    pub(super) fn unexamined(&mut self) {
        self.unexamined += 1;
    }

    /// Sentences about limits that were met.
    pub(super) fn notes(&self) -> Vec<String> {
        if self.unexamined == 0 {
            return Vec::new();
        }
        vec![format!(
            "{} encoded places lie too deep or are too large to be examined; they are hidden as a whole.",
            self.unexamined
        )]
    }
}

/// How a file of gzip begins.
const GZIP: &[u8] = &[0x1f, 0x8b, 8];

fn six_bits(byte: u8) -> Option<u32> {
    Some(u32::from(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    }))
}

/// Decodes base64 or base64url; bytes outside the alphabet are skipped.
pub(super) fn decoded(run: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(run.len() * 3 / 4);
    let (mut buffer, mut bits) = (0_u32, 0_u32);
    for byte in run {
        let Some(six) = six_bits(*byte) else { continue };
        buffer = (buffer << 6) | six;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            out.push(u8::try_from((buffer >> bits) & 0xff).unwrap_or(0));
        }
    }
    out
}

/// The runs that are read.
pub(super) const WANTED: Wanted = Wanted { least: 20, alphabet: Alphabet::alphanumeric_and(b"+/-_") };

/// Reads one of them, with the lines below it that go on with it; gives where it ends. `lines` is used again from run
/// to run.
pub(super) fn read(
    finder: &mut Finder<'_>,
    start: usize,
    end: usize,
    depth: usize,
    budget: &mut Budget,
    lines: &mut Vec<(usize, usize)>,
) -> usize {
    let text = finder.bytes;
    let is_run = |byte: u8| WANTED.alphabet.has(byte);
    let mut at = end;
    lines.clear();
    // Lines of one encoded text: 64 or 76 columns, wrapped.
    lines.push((start, end));
    if (60..=80).contains(&(end - start)) || end - start == 128 {
        let width = end - start;
        let mut from = end;
        while lines.len() < 4000 {
            let mut next = from;
            while matches!(text.get(next), Some(b'\n' | b'\r' | b' ' | b'\t'))
                || (text.get(next) == Some(&b'\\') && text.get(next + 1) == Some(&b'n'))
            {
                next += if text.get(next) == Some(&b'\\') { 2 } else { 1 };
            }
            // Behind what a log puts before its lines the view without it is read.
            if next == from || text.get(next - 1) == Some(&b'\n') && framed::margin(text, next) > 0 {
                break;
            }
            let mut stop = next;
            while text.get(stop).is_some_and(|byte| is_run(*byte)) {
                stop += 1;
            }
            if stop == next || stop - next > width || (stop - next < width && !ends_encoding(text, stop)) {
                break;
            }
            lines.push((next, stop));
            from = stop;
            if stop - next < width {
                break;
            }
        }
        at = lines.last().map_or(at, |(_, stop)| *stop);
    }
    // A word alone on the line below may be no part of it.
    if !examine(finder, lines, depth, budget) && lines.len() > 1 {
        lines.pop();
        at = lines.last().map_or(at, |(_, stop)| *stop);
        examine(finder, lines, depth, budget);
    }
    at
}

/// Hides the lines that hold a secret once they are decoded. Whether they are text at all.
fn examine(finder: &mut Finder<'_>, lines: &[(usize, usize)], depth: usize, budget: &mut Budget) -> bool {
    let text = finder.bytes;
    let part = |(from, to): &(usize, usize)| text.get(*from..*to).unwrap_or(b"");
    let joined: Cow<'_, [u8]> = match lines {
        [one] => Cow::Borrowed(part(one)),
        all => Cow::Owned(all.iter().flat_map(part).copied().collect()),
    };
    // `0x70617373...`
    let digits = joined.strip_prefix(b"0x").unwrap_or(&joined);
    if digits.iter().all(u8::is_ascii_hexdigit) {
        return hexadecimal(finder, lines, digits, depth, budget);
    }
    // Words and paths are no encodings.
    if joined.len() < 20
        || !joined.iter().any(u8::is_ascii_uppercase)
        || !joined.iter().any(u8::is_ascii_lowercase)
    {
        return false;
    }
    // Random bytes are no text from the beginning.
    let head = decoded(joined.get(..32).unwrap_or(&joined));
    let is_text =
        std::str::from_utf8(&head).map_or_else(|error| head.len() - error.valid_up_to() < 4, |_| true);
    if !is_text && !head.starts_with(GZIP) {
        return false;
    }
    let bytes = decoded(&joined);
    let is_gzip = bytes.starts_with(GZIP);
    if is_gzip {
        budget.unexamined += 1;
        hide(finder, lines, "compressed-base64");
        return true;
    }
    let Some(inner) = readable(&bytes) else { return false };
    if depth >= DEEPEST || !budget.take(inner.len()) {
        budget.unexamined += 1;
        hide(finder, lines, "unexamined-encoding");
        return true;
    }
    let found = secrets(&inner, finder.harmless, depth + 1, budget);
    // `user:password` of docker and basic authentication stands under a telling name; here only what is sure.
    if !found.is_empty() {
        hide(finder, lines, "base64-secret");
    }
    true
}

/// Whether the last line of an encoded text may end here: `name=value` is no such line.
fn ends_encoding(text: &[u8], mut at: usize) -> bool {
    let from = at;
    while at - from < 2 && text.get(at) == Some(&b'=') {
        at += 1;
    }
    text.get(at).is_none_or(|byte| matches!(byte, b'\n' | b'\r' | b'"' | b'\\' | b'\'' | b' '))
        && (at == from || text.get(at) != Some(&b' '))
}

/// Hexadecimal digits that are text: digests decode to anything but that.
fn hexadecimal(
    finder: &mut Finder<'_>,
    lines: &[(usize, usize)],
    digits: &[u8],
    depth: usize,
    budget: &mut Budget,
) -> bool {
    let printable = |byte: &u8| byte.is_ascii_graphic() || matches!(byte, b' ' | b'\n' | b'\r' | b'\t');
    let four_bits = |digit: &u8| char::from(*digit).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    // A digest ends this at its first bytes.
    let bytes: Option<Vec<u8>> = digits
        .chunks_exact(2)
        .map(|pair| Some(four_bits(pair.first()?)? << 4 | four_bits(pair.get(1)?)?).filter(printable))
        .collect();
    let Some(bytes) = bytes.filter(|bytes| bytes.len() >= 12 && digits.len().is_multiple_of(2)) else {
        return false;
    };
    if depth >= DEEPEST || !budget.take(bytes.len()) {
        budget.unexamined += 1;
        hide(finder, lines, "unexamined-encoding");
        return true;
    }
    let inner = String::from_utf8_lossy(&bytes);
    if !secrets(&inner, finder.harmless, depth + 1, budget).is_empty() {
        hide(finder, lines, "hex-secret");
    }
    true
}

fn hide(finder: &mut Finder<'_>, lines: &[(usize, usize)], rule: &'static str) {
    for (index, (from, to)) in lines.iter().enumerate() {
        let mut to = *to;
        if index + 1 == lines.len() {
            while finder.bytes.get(to) == Some(&b'=') {
                to += 1;
            }
        }
        finder.add(Found { start: *from, end: to, rule, placeholder: "ENCODED", certain: false });
    }
}

/// Decoded text, if it reads as text: UTF-8, or UTF-16LE as PowerShell encodes commands.
fn readable(bytes: &[u8]) -> Option<String> {
    if bytes.len() < 12 {
        return None;
    }
    let zeros = bytes.iter().skip(1).step_by(2).filter(|byte| **byte == 0).count();
    if zeros * 2 > bytes.len() * 9 / 10 {
        let units: Vec<u16> = bytes
            .chunks_exact(2)
            .filter_map(|pair| Some(u16::from_le_bytes([*pair.first()?, *pair.get(1)?])))
            .collect();
        return Some(String::from_utf16_lossy(&units));
    }
    let end = match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        // The last character may be cut.
        Err(error) if bytes.len() - error.valid_up_to() < 4 => error.valid_up_to(),
        Err(_) => return None,
    };
    let text = std::str::from_utf8(bytes.get(..end)?).ok()?;
    let odd = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    (odd * 20 < text.len()).then(|| text.to_owned())
}
