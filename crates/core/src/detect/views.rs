//! The same text without colour codes, and with the escapes of JSON, URLs and HTML undone: secrets are looked for in
//! each, and what is found is hidden where it stands in the raw text.

use super::marks::Hit;
use super::{Finder, Found, encoded, framed, secrets};

/// Escapes in escapes are followed so deep; what lies deeper is hidden as a whole.
const DEEPEST: usize = 5;
/// What lies too deep.
const UNEXAMINED: &str = "unexamined-encoding";

/// A text made from another, and where each of its bytes comes from.
#[derive(Default)]
pub(super) struct View {
    text: Vec<u8>,
    /// Start and length in the other text.
    from: Vec<(u32, u8)>,
}

impl View {
    fn with_capacity(capacity: usize) -> Self {
        Self { text: Vec::with_capacity(capacity), from: Vec::with_capacity(capacity) }
    }

    #[cfg(test)]
    pub(super) fn as_text(&self) -> String {
        String::from_utf8_lossy(&self.text).into_owned()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub(super) fn push(&mut self, byte: u8, start: usize, length: usize) {
        self.text.push(byte);
        self.from.push((u32::try_from(start).unwrap_or(u32::MAX), u8::try_from(length).unwrap_or(u8::MAX)));
    }

    fn back(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let (from, _) = *self.from.get(start)?;
        let (last, length) = *self.from.get(end.checked_sub(1)?)?;
        Some((usize::try_from(from).ok()?, usize::try_from(last).ok()? + usize::from(length)))
    }
}

/// The length of a colour code at `at`: `ESC [ 1;31 m`, or without the ESC where a log lost it.
fn colour(text: &[u8], at: usize) -> Option<usize> {
    let escape = text.get(at) == Some(&0x1b);
    let mut end = at + usize::from(escape);
    if text.get(end) != Some(&b'[') {
        return None;
    }
    end += 1;
    let digits = end;
    while end - digits < 24
        && text.get(end).is_some_and(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b'?' | b':'))
    {
        end += 1;
    }
    let last = *text.get(end)?;
    let ends = if escape { last.is_ascii_alphabetic() } else { last == b'm' && end > digits };
    ends.then_some(end + 1 - at)
}

/// The length of what is no text of a line: a colour code, a carriage return before a line's end.
fn noise(text: &[u8], at: usize) -> Option<usize> {
    if text.get(at) == Some(&b'\r') {
        return (text.get(at + 1) == Some(&b'\n')).then_some(1);
    }
    colour(text, at)
}

/// The text without colour codes and carriage returns, if it has any.
fn without_colours(text: &[u8]) -> Option<View> {
    let mut at = 0;
    let mut any = false;
    let mut view = View { text: Vec::new(), from: Vec::new() };
    while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr3(0x1b, b'[', b'\r', rest)) {
        let here = at + found;
        let Some(length) = noise(text, here) else {
            if any {
                for index in at..=here {
                    view.push(text.get(index).copied().unwrap_or(b' '), index, 1);
                }
            }
            at = here + 1;
            continue;
        };
        if !any {
            any = true;
            view = View::with_capacity(text.len());
            at = 0;
        }
        for index in at..here {
            view.push(text.get(index).copied().unwrap_or(b' '), index, 1);
        }
        at = here + length;
    }
    if !any {
        return None;
    }
    for index in at..text.len() {
        view.push(text.get(index).copied().unwrap_or(b' '), index, 1);
    }
    Some(view)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Escapes {
    Json,
    Url,
    Html,
}

impl Escapes {
    /// The byte without which there is nothing to undo.
    fn mark(self) -> u8 {
        match self {
            Self::Json => b'\\',
            Self::Url => b'%',
            Self::Html => b'&',
        }
    }

    /// What stands at `at`, decoded, and its length there.
    fn decode(self, text: &[u8], at: usize, out: &mut [u8; 4]) -> Option<(usize, usize)> {
        let rest = text.get(at..)?;
        match self {
            Self::Json => {
                let one = match rest.get(1)? {
                    b'"' => b'"',
                    b'\'' => b'\'',
                    b'\\' => b'\\',
                    b'/' => b'/',
                    b'n' => b'\n',
                    b't' => b'\t',
                    b'r' => b'\r',
                    b'u' => {
                        let unit = hex(rest.get(2..6)?)?;
                        let mut length = 6;
                        let mut code = unit;
                        if (0xd800..0xdc00).contains(&unit) {
                            let low = rest
                                .get(6..8)
                                .filter(|mark| *mark == b"\\u")
                                .and_then(|_| hex(rest.get(8..12)?))?;
                            code = 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff);
                            length = 12;
                        }
                        let c = char::from_u32(code)?;
                        return Some((c.encode_utf8(out).len(), length));
                    }
                    _ => return None,
                };
                *out.first_mut()? = one;
                Some((1, 2))
            }
            Self::Url => {
                *out.first_mut()? = u8::try_from(hex(rest.get(1..3)?)?).ok()?;
                Some((1, 3))
            }
            Self::Html => {
                // Brackets stay apart from those of the markup itself.
                for (name, byte) in [
                    (&b"&quot;"[..], b'"'),
                    (b"&amp;", b'&'),
                    (b"&lt;", 1),
                    (b"&gt;", 2),
                    (b"&apos;", b'\''),
                    (b"&nbsp;", b' '),
                ] {
                    if rest.starts_with(name) {
                        *out.first_mut()? = byte;
                        return Some((1, name.len()));
                    }
                }
                let body = rest.strip_prefix(b"&#")?;
                let end = body.iter().take(9).position(|byte| *byte == b';')?;
                let digits = std::str::from_utf8(body.get(..end)?).ok()?;
                let code = match digits.strip_prefix(['x', 'X']) {
                    Some(digits) => u32::from_str_radix(digits, 16).ok()?,
                    None => digits.parse().ok()?,
                };
                let c = char::from_u32(code)?;
                Some((c.encode_utf8(out).len(), end + 3))
            }
        }
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    if !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
}

/// A text of which every bracket is written as an entity was put into markup as a whole: all of it, undone.
fn whole_of_html(text: &[u8]) -> Option<View> {
    const LONGEST: usize = 65_536;
    let entity = |name: &[u8]| crate::text::find_bytes(text, name).is_some();
    if text.len() > LONGEST
        || memchr::memchr(b'<', text).is_some()
        || !(entity(b"&lt;") || entity(b"&gt;") || entity(b"&quot;"))
    {
        return None;
    }
    let mut view = View::with_capacity(text.len());
    let mut out = [0_u8; 4];
    let mut at = 0;
    while let Some(byte) = text.get(at).copied() {
        if byte == b'&'
            && let Some((count, length)) = Escapes::Html.decode(text, at, &mut out)
        {
            for byte in out.iter().take(count) {
                let bracket = match byte {
                    1 => b'<',
                    2 => b'>',
                    other => *other,
                };
                view.push(bracket, at, length);
            }
            at += length;
        } else {
            view.push(byte, at, 1);
            at += 1;
        }
    }
    Some(view)
}

/// Those lines of the text that hold such escapes, with the escapes undone.
fn undone(text: &[u8], escapes: Escapes) -> Option<View> {
    if escapes == Escapes::Html
        && let Some(whole) = whole_of_html(text)
    {
        return Some(whole);
    }
    let mut view = View { text: Vec::new(), from: Vec::new() };
    let mark = escapes.mark();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr(mark, rest)) {
        let here = at + found;
        let start = super::values::whole_line_start(text, here).max(at);
        let end = super::values::whole_line_end(text, here);
        let mut out = [0_u8; 4];
        let mut index = here;
        let mut worth = false;
        while let Some(found) = text.get(index..end).and_then(|rest| memchr::memchr(mark, rest)) {
            index += found;
            if escapes.decode(text, index, &mut out).is_some() && !is_argument(text, index) {
                worth = true;
                break;
            }
            index += 1;
        }
        if worth {
            index = start;
            while index < end {
                let byte = text.get(index).copied().unwrap_or(b' ');
                if byte == mark
                    && let Some((count, length)) = escapes.decode(text, index, &mut out)
                    && !is_argument(text, index)
                {
                    for byte in out.iter().take(count) {
                        view.push(*byte, index, length);
                    }
                    index += length;
                } else {
                    view.push(byte, index, 1);
                    index += 1;
                }
            }
            view.push(b'\n', end, 1);
        }
        at = end + 1;
        if at >= text.len() {
            break;
        }
    }
    (!view.text.is_empty()).then_some(view)
}

/// Whether an escape alone in its quotes tells a program what to part or to take out: `tr -d '\n'`, `split("\n")`.
fn is_argument(text: &[u8], at: usize) -> bool {
    let is_blank = |at: usize| matches!(text.get(at..at + 2), Some([b'\\', b'n' | b'r' | b't']));
    if !is_blank(at) {
        return false;
    }
    let (mut from, mut to) = (at, at + 2);
    while from >= 2 && at - from < 4 && is_blank(from - 2) {
        from -= 2;
    }
    while to - at < 6 && is_blank(to) {
        to += 2;
    }
    let open = from.checked_sub(1).and_then(|at| text.get(at));
    matches!(open, Some(b'"' | b'\''))
        && open == text.get(to)
        && from.checked_sub(2).and_then(|at| text.get(at)) != Some(&b'\\')
}

/// Reads the text, through its colour codes, and once more through each kind of escapes.
pub(super) fn read(finder: &mut Finder<'_>, stems: &[Hit], depth: usize, budget: &mut encoded::Budget) {
    // A frame in a frame is rare, and one more text at each depth is dear.
    if depth < 2 {
        for view in [framed::view, framed::dedented] {
            if let Some(view) = view(finder.bytes, stems)
                && budget.take(view.text.len())
            {
                inside(finder, &view, depth, budget);
            }
        }
    }
    for escapes in [Escapes::Json, Escapes::Url, Escapes::Html] {
        let Some(view) = undone(finder.bytes, escapes) else { continue };
        if depth >= DEEPEST || !budget.take(view.text.len()) {
            unexamined(finder, escapes, budget);
            continue;
        }
        let first = finder.found.len();
        inside(finder, &view, depth, budget);
        if escapes == Escapes::Json {
            let raw = finder.bytes;
            let mut index = 0;
            finder.found.retain(|one| {
                index += 1;
                let surely = one.certain || one.rule == UNEXAMINED;
                index <= first || surely || !crosses_a_string(raw, one)
            });
        }
    }
}

/// Whether a place that was found with the escapes undone runs out of the string that holds it, or fills a string that
/// was read as it stands: `"a\"b"` has only one string.
fn crosses_a_string(raw: &[u8], one: &Found) -> bool {
    let is_plain = |at: usize| {
        raw.get(at) == Some(&b'"')
            && raw.get(..at).is_some_and(|head| {
                head.iter().rev().take(16).take_while(|byte| **byte == b'\\').count() % 2 == 0
            })
    };
    if (one.start..one.end).any(is_plain) {
        return true;
    }
    // Its name may be written in escapes.
    one.start > 0
        && is_plain(one.start - 1)
        && !raw.get(one.start.saturating_sub(80)..one.start).is_some_and(|head| {
            crate::text::find_bytes(head, b"\\u").is_some() || crate::text::find_bytes(head, b"\\/").is_some()
        })
}

/// The text without its colour codes in place of the text itself; none where it has no codes.
pub(super) fn plain<'t>(
    text: &'t str,
    harmless: &'t [String],
    depth: usize,
    budget: &mut encoded::Budget,
) -> Option<Vec<Found>> {
    let view = without_colours(text.as_bytes())?;
    let mut finder = Finder::new(text, harmless);
    inside(&mut finder, &view, depth, budget);
    Some(finder.found)
}

fn inside(finder: &mut Finder<'_>, view: &View, depth: usize, budget: &mut encoded::Budget) {
    let text = String::from_utf8_lossy(&view.text);
    // Where bytes were no text, offsets would not fit: such a view says nothing.
    if text.len() != view.text.len() {
        let cleaned: Vec<u8> =
            view.text.iter().map(|byte| if byte.is_ascii() { *byte } else { b'?' }).collect();
        let text = String::from_utf8(cleaned).unwrap_or_default();
        back(finder, view, &text, depth, budget);
        return;
    }
    back(finder, view, &text, depth, budget);
}

fn back(finder: &mut Finder<'_>, view: &View, text: &str, depth: usize, budget: &mut encoded::Budget) {
    for one in secrets(text, finder.harmless, depth + 1, budget) {
        let Some((mut start, mut end)) = view.back(one.start, one.end) else { continue };
        // The line end that closes a view may stand behind the text.
        (start, end) = (start.min(finder.text.len()), end.min(finder.text.len()));
        while !finder.text.is_char_boundary(start) {
            start -= 1;
        }
        while !finder.text.is_char_boundary(end) {
            end += 1;
        }
        // `%DB_PASS%` is a reference, though `%DB` reads as an escape.
        finder.add_literal_as(Found { start, end, ..one });
    }
}

/// Escapes that lie too deep: the words that hold them are hidden as a whole.
fn unexamined(finder: &mut Finder<'_>, escapes: Escapes, budget: &mut encoded::Budget) {
    let text = finder.bytes;
    let mark = escapes.mark();
    let mut out = [0_u8; 4];
    let mut at = 0;
    let mut any = false;
    while let Some(found) = text.get(at..).and_then(|rest| memchr::memchr(mark, rest)) {
        let here = at + found;
        at = here + 1;
        if escapes.decode(text, here, &mut out).is_none() {
            continue;
        }
        let blank = |byte: &u8| matches!(byte, b' ' | b'\t' | b'\n' | b'\r');
        let start = text.get(..here).and_then(|head| head.iter().rposition(blank)).map_or(0, |at| at + 1);
        let end =
            text.get(here..).and_then(|rest| rest.iter().position(blank)).map_or(text.len(), |at| here + at);
        finder.add(Found { start, end, rule: UNEXAMINED, placeholder: "ENCODED", certain: false });
        any = true;
        at = end;
    }
    if any {
        budget.unexamined();
    }
}
