//! Lines without what a log, a box, a quoting mail or a diff puts before each of them: what takes several lines (a
//! table, a block, a key and the value below it) is looked for in the lines as they were written.

use super::Found;
use super::marks::Hit;
use super::values;
use super::views::View;

/// Lines before and after a telling word that are looked at with it.
const BEFORE: usize = 4;
const AFTER: usize = 60;

/// The kind of a diff's sign at a line's beginning.
const SIGN: u32 = 2;
/// The kind of a plan's sign, which stands in the indentation.
const PLAN: u32 = 3;

/// In a text up to this length every line is looked at, whatever it says.
const SMALL: usize = 65_536;

/// Longest line that is taken out of its frame.
const LONGEST: usize = 4_000;

/// Whether a log or a box stands before a line's own text: what is below it is read without that.
pub(super) fn is_framed(line: &[u8]) -> bool {
    let frame = frame(line);
    frame.length > 0 && frame.kinds != PLAN && frame.kinds != SIGN
}

/// How much of the text at a line's beginning a log or a box put there.
pub(super) fn margin(text: &[u8], start: usize) -> usize {
    // Whitespace and letters begin most lines that have none.
    if !text.get(start).is_some_and(|byte| byte.is_ascii_graphic() || *byte >= 0x80) {
        return 0;
    }
    let line = text.get(start..text.len().min(start + 120)).unwrap_or(b"");
    let line = line.get(..memchr::memchr(b'\n', line).unwrap_or(line.len())).unwrap_or(b"");
    let frame = frame(line);
    if matches!(frame.kinds, PLAN | SIGN) { 0 } else { frame.length }
}

/// Takes from what was found across the ends of lines the times that a log put before them: they are no secrets, and
/// would be hidden wherever they stand.
pub(super) fn without_times(raw: &str, found: &mut Vec<Found>) {
    let text = raw.as_bytes();
    found.retain_mut(|one| {
        let mut start = one.start;
        while start < one.end && matches!(text.get(start), Some(b'\n' | b'\r')) {
            start += 1;
        }
        let least = start.saturating_sub(120);
        let head = text.get(least..start).unwrap_or(b"");
        let line = match memchr::memrchr(b'\n', head) {
            Some(at) => least + at + 1,
            None if least == 0 => 0,
            None => return true,
        };
        let window = text.get(line..text.len().min(line + 120)).unwrap_or(b"");
        let klog = window.first().is_some_and(|byte| b"IWEF".contains(byte))
            && window.get(1..5).is_some_and(|day| day.iter().all(u8::is_ascii_digit));
        let timed = time(window.strip_prefix(b"[").unwrap_or(window)) > 0;
        let stop = line + margin(text, line);
        // `app_1  | ` alone may be a cell; with a time behind it and a value behind that it is none.
        let named =
            || window.get(..stop - line).is_some_and(|head| head.contains(&b'|') && head.contains(&b':'));
        if !(klog || timed || one.end > stop && named()) {
            return true;
        }
        if start < stop && raw.is_char_boundary(stop) {
            one.start = stop;
        }
        one.start < one.end
    });
}

/// What stands before a line's own text: its length, and of what kinds its parts are.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Frame {
    length: usize,
    kinds: u32,
}

/// The framed lines near the hits, without their frames; none where there are none.
pub(super) fn view(text: &[u8], stems: &[Hit]) -> Option<View> {
    let mut view = View::default();
    // Where the lines end that were looked at.
    let mut done = 0;
    let lines: Vec<usize> = if text.len() <= SMALL {
        memchr::memchr_iter(b'\n', text).map(|end| end + 1).filter(|start| *start < text.len()).collect()
    } else {
        stems.iter().map(|hit| hit.start).collect()
    };
    for told in std::iter::once(0).filter(|_| text.len() <= SMALL).chain(lines) {
        if told < done {
            continue;
        }
        let mut start = values::whole_line_start(text, told);
        if frame(line_at(text, start)).length == 0 && !is_hunk(line_at(text, start)) {
            done = values::whole_line_end(text, told) + 1;
            continue;
        }
        for _ in 0..BEFORE {
            if start == 0 || start <= done {
                break;
            }
            start = values::whole_line_start(text, start - 1).max(done);
        }
        let last = told;
        let mut after = 0;
        let mut run: Vec<(usize, usize, usize)> = Vec::new();
        let mut kinds = None;
        while start < text.len() && after < AFTER {
            let line = line_at(text, start);
            let end = start + line.len();
            if is_hunk(line) {
                give(&mut view, text, &mut run);
                kinds = Some(SIGN);
                after += usize::from(start > last);
                start = end + 1;
                continue;
            }
            let mut own = frame(line);
            // What a plan takes away, and lines that it leaves as they are.
            if kinds == Some(PLAN) && own.kinds != PLAN && !line.trim_ascii().is_empty() {
                own = Frame { length: 0, kinds: PLAN };
            }
            // Lines that a diff leaves as they are.
            if own.length == 0 && kinds == Some(SIGN) && !line.starts_with(b"@@") && !line.is_empty() {
                own = Frame { length: usize::from(line.starts_with(b" ")), kinds: SIGN };
            }
            if own.kinds == 0 || kinds.is_some_and(|kinds| kinds != own.kinds) {
                give(&mut view, text, &mut run);
                kinds = None;
                if own.kinds == 0 && start > last {
                    break;
                }
            }
            if own.kinds > 0 {
                kinds = Some(own.kinds);
                // A plan's sign becomes a blank, so that the indentation stays.
                let sign = if own.kinds == PLAN { plan_sign(line, true).map(|at| start + at) } else { None };
                let from = if own.kinds == PLAN { start } else { start + own.length };
                run.push((from, end, sign.unwrap_or(usize::MAX)));
            }
            after += usize::from(start > last);
            start = end + 1;
        }
        give(&mut view, text, &mut run);
        done = start.max(values::whole_line_end(text, told) + 1);
    }
    (!view.is_empty()).then_some(view)
}

/// Whether a line opens a part of a diff: each line below it begins with a sign or a blank.
fn is_hunk(line: &[u8]) -> bool {
    line.starts_with(b"@@ -")
}

/// Adds the lines of a run to the view. One line alone is read as it stands.
fn give(view: &mut View, text: &[u8], run: &mut Vec<(usize, usize, usize)>) {
    if run.len() > 1 {
        for (start, end, sign) in run.iter().copied() {
            for at in start..end {
                let byte = if at == sign { b' ' } else { text.get(at).copied().unwrap_or(b' ') };
                view.push(byte, at, 1);
            }
            view.push(b'\n', end, 1);
        }
        // What follows is another text.
        view.push(b'\n', run.last().map_or(0, |(_, end, _)| *end), 1);
    }
    run.clear();
}

/// The bodies of block scalars and heredocs that hold a telling word, and a text that is indented as a whole, without
/// their indentation: files in files begin their lines at the margin.
pub(super) fn dedented(text: &[u8], stems: &[Hit]) -> Option<View> {
    let mut view = View::default();
    let lead = |line: &[u8]| line.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    // The margin of the whole text; most texts have none, which their first line tells.
    let mut margin = usize::MAX;
    // The first line may have lost its own where it was copied.
    let mut at = values::whole_line_end(text, 0) + 1;
    while at < text.len() && margin > 0 {
        let line = line_at(text, at);
        if !line.trim_ascii().is_empty() {
            margin = margin.min(lead(line));
        }
        at = values::whole_line_end(text, at) + 1;
    }
    if margin > 0 && margin < usize::MAX {
        let first = lead(line_at(text, 0)).min(margin);
        let second = values::whole_line_end(text, 0) + 1;
        take_lines(&mut view, text, 0, second.min(text.len()), first);
        take_lines(&mut view, text, second, text.len(), margin);
        return (!view.is_empty()).then_some(view);
    }
    let mut done = 0;
    for bar in memchr::memchr2_iter(b'|', b'<', text) {
        if bar < done {
            continue;
        }
        let rest = text.get(bar..text.len().min(bar + 40)).unwrap_or(b"");
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let head = rest.get(..end).unwrap_or(b"");
        let scalar = head.len() <= 3
            && bar > 1
            && text.get(bar - 1) == Some(&b' ')
            && matches!(text.get(bar - 2), Some(b':' | b'-'));
        if !(scalar || head.starts_with(b"<<")) || end == rest.len() {
            continue;
        }
        let start = bar + end + 1;
        let own = lead(line_at(text, values::whole_line_start(text, bar)));
        let mut stop = start;
        let mut margin = usize::MAX;
        while stop < text.len() && stop - start < values::LONGEST {
            let line = line_at(text, stop);
            if !line.trim_ascii().is_empty() {
                if lead(line) <= own {
                    break;
                }
                margin = margin.min(lead(line));
            }
            stop = values::whole_line_end(text, stop) + 1;
        }
        let stop = stop.min(text.len());
        let first = stems.partition_point(|hit| hit.end <= start);
        if margin < usize::MAX
            && (text.len() <= SMALL || stems.get(first).is_some_and(|hit| hit.start < stop))
        {
            take_lines(&mut view, text, start, stop, margin);
            view.push(b'\n', stop.saturating_sub(1), 1);
        }
        done = stop;
    }
    (!view.is_empty()).then_some(view)
}

/// Adds lines without their margin.
fn take_lines(view: &mut View, text: &[u8], from: usize, to: usize, margin: usize) {
    let mut at = from;
    while at < to {
        let end = values::whole_line_end(text, at).min(to);
        let blank = text
            .get(at..end)
            .unwrap_or(b"")
            .iter()
            .take(margin)
            .take_while(|byte| byte.is_ascii_whitespace())
            .count();
        for index in at + blank..end {
            view.push(text.get(index).copied().unwrap_or(b' '), index, 1);
        }
        view.push(b'\n', end, 1);
        at = end + 1;
    }
}

fn line_at(text: &[u8], start: usize) -> &[u8] {
    let rest = text.get(start..text.len().min(start + LONGEST)).unwrap_or(b"");
    let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
    rest.get(..end).unwrap_or(b"")
}

/// Where the sign stands of a line of a plan; a dash only where other signs made it one.
fn plan_sign(line: &[u8], in_plan: bool) -> Option<usize> {
    let lead = line.iter().take_while(|byte| **byte == b' ').count();
    let sign = match line.get(lead) {
        Some(b'+' | b'~') => true,
        Some(b'-') => in_plan,
        _ => false,
    };
    (sign && lead > 0 && line.get(lead + 1) == Some(&b' ')).then_some(lead)
}

/// The frame of a line.
fn frame(line: &[u8]) -> Frame {
    if let Some(at) = plan_sign(line, false) {
        return Frame { length: at + 1, kinds: PLAN };
    }
    let mut out = Frame::default();
    for index in 0..6 {
        let rest = line.get(out.length..).unwrap_or(b"");
        let Some((kind, length)) = part(rest, index == 0) else { break };
        out.length += length;
        out.kinds = out.kinds * 16 + kind;
    }
    out
}

/// One part of a frame: a mark, a time, a level, a program's name.
fn part(rest: &[u8], first: bool) -> Option<(u32, usize)> {
    let lead = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let body = rest.get(lead..)?;
    // The blank behind a part belongs to it; more is the text's own indentation.
    let closed = |length: usize| match body.get(length) {
        Some(b' ' | b'\t') => Some(lead + length + 1),
        None | Some(b'\r') => Some(lead + length),
        _ => None,
    };
    if first && lead == 0 {
        // A diff's sign stands right before the line. A dash and one blank is an item of a list.
        let next = body.get(1..3).unwrap_or(b"");
        match body.first() {
            Some(b'+') if !next.starts_with(b"+") => return Some((SIGN, 1)),
            Some(b'-')
                if next == b"  " || !next.first().is_some_and(|byte| matches!(byte, b'-' | b' ' | b'>')) =>
            {
                return Some((SIGN, 1));
            }
            _ => {}
        }
    }
    // A mark behind a time is a prompt or an item.
    if first {
        for mark in
            [&b">"[..], b"|", b"#", b"*", b";", b"//", b"--", "│".as_bytes(), "┃".as_bytes(), "║".as_bytes()]
        {
            // The rows of a table have their bars on both sides.
            let row = mark != b">" && body.trim_ascii_end().ends_with(mark) && body.len() > mark.len() + 2;
            if body.starts_with(mark)
                && !row
                && let Some(length) = closed(mark.len())
            {
                return Some((1, length));
            }
        }
    }
    let bracket = usize::from(body.first() == Some(&b'['));
    let time = time(body.get(bracket..)?);
    if time > 0 {
        let length = bracket + time;
        let length = length + usize::from(bracket > 0 && body.get(length) == Some(&b']'));
        if let Some(length) = closed(length) {
            return Some((8, length));
        }
    }
    if bracket > 0 && !first && lead == 0 {
        let name = body.iter().skip(1).take(13).take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let level = body.get(1..=name).unwrap_or(b"").to_ascii_lowercase();
        let levels = [
            &b"info"[..],
            b"debug",
            b"warn",
            b"warning",
            b"error",
            b"trace",
            b"out",
            b"err",
            b"stdout",
            b"stderr",
            b"notice",
            b"main",
        ];
        if levels.contains(&level.as_slice()) && body.get(name + 1) == Some(&b']') {
            return Some((4, closed(name + 2)?));
        }
    }
    if !first && lead == 0 {
        for level in [
            "INFO", "DEBUG", "WARN", "WARNING", "ERROR", "TRACE", "NOTICE", "stdout F", "stdout", "stderr F",
            "stderr",
        ] {
            if body.starts_with(level.as_bytes())
                && let Some(length) = closed(level.len())
            {
                return Some((5, length));
            }
        }
    }
    if first {
        // `app_1  | `
        let name = body
            .iter()
            .take(40)
            .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
            .count();
        let gap = body.get(name..)?.iter().take_while(|byte| **byte == b' ').count();
        if name > 0 && gap > 0 && body.get(name + gap) == Some(&b'|') {
            return Some((6, closed(name + gap + 1)?));
        }
        // `  501  export`, `12: password: x`
        let digits = body.iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
        if digits > 0 {
            match body.get(digits..digits + 2) {
                Some(b"  " | b": ") => return Some((7, lead + digits + 2)),
                Some([b'\t', _]) => return Some((7, lead + digits + 1)),
                _ => {}
            }
        }
        // klog and syslog end with `] ` and `: `.
        if let Some(length) = program(body) {
            return Some((7, lead + length));
        }
    }
    None
}

/// The length of a time: digits and what stands between them, of a date and of an hour.
fn time(body: &[u8]) -> usize {
    let mut end = 0;
    let mut digits = 0;
    while end < 40 {
        match body.get(end) {
            Some(byte) if byte.is_ascii_digit() => digits += 1,
            Some(b':' | b'-' | b'.' | b'T' | b'Z' | b'+' | b'/' | b',') if end > 0 => {}
            // Between the date and the hour.
            Some(b' ')
                if digits == 8
                    && body.get(end + 1).is_some_and(u8::is_ascii_digit)
                    && body.get(end + 3) == Some(&b':') => {}
            _ => break,
        }
        end += 1;
    }
    if digits >= 6 && body.get(..end).is_some_and(|time| time.contains(&b':')) { end } else { 0 }
}

/// `I1107 10:12:01.123456 1 main.go:88] `, `May 03 10:12:01 host app[811]: `.
fn program(body: &[u8]) -> Option<usize> {
    let window = body.get(..body.len().min(90))?;
    let klog = matches!(body.first(), Some(b'I' | b'W' | b'E' | b'F'))
        && body.get(1..5).is_some_and(|day| day.iter().all(u8::is_ascii_digit));
    if klog {
        return crate::text::find_bytes(window, b"] ").map(|at| at + 2);
    }
    let month = body.first().is_some_and(u8::is_ascii_uppercase)
        && body.get(1..3).is_some_and(|rest| rest.iter().all(u8::is_ascii_lowercase))
        && body.get(3) == Some(&b' ');
    let hour = window
        .windows(3)
        .position(|three| matches!(three, [b':', a, b] if a.is_ascii_digit() && b.is_ascii_digit()));
    if month && hour.is_some_and(|at| at < 12) {
        let end = crate::text::find_bytes(window, b": ")? + 2;
        return (!window.get(..end)?.contains(&b'=')).then_some(end);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> String {
        view(text.as_bytes(), &[]).map_or(String::new(), |view| view.as_text())
    }

    #[test]
    fn a_hunk_is_read_with_the_lines_that_it_leaves() {
        assert_eq!(seen("--- a\n+++ b\n@@ -1,3 +1,4 @@\n a:\n+  b: 2\n-  c: 3\n"), "a:\n  b: 2\n  c: 3\n\n");
    }

    #[test]
    fn what_logs_boxes_and_mails_put_before_lines_is_taken_away() {
        assert_eq!(seen("> a: 1\n> b: 2\n"), "a: 1\nb: 2\n\n");
        assert_eq!(seen("│ a: 1\n│   b: 2\n"), "a: 1\n  b: 2\n\n");
        assert_eq!(seen("2026-05-03T10:12:01.123Z a\n2026-05-03T10:12:02.123Z   b\n"), "a\n  b\n\n");
        assert_eq!(
            seen("app_1  | 2026-05-03 10:12:01 [info] a\napp_1  | 2026-05-03 10:12:01 [info] b\n"),
            "a\nb\n\n"
        );
        assert_eq!(seen("I1107 10:12:01 1 main.go:88] a\nI1107 10:12:01 1 main.go:88] b\n"), "a\nb\n\n");
        assert_eq!(seen("+a: 1\n b: 2\n-c: 3\n"), "a: 1\nb: 2\nc: 3\n\n");
        assert_eq!(seen("  + a = 1\n    b = 2\n  ~ c = 3\n"), "    a = 1\n    b = 2\n    c = 3\n\n");
        // Lists, tables and a single line are what they are.
        assert_eq!(seen("- a\n- b\n"), "");
        assert_eq!(seen("| a | b |\n| c | d |\n"), "");
        assert_eq!(seen("x\n> a\ny\n"), "");
    }

    #[test]
    fn files_in_files_begin_at_the_margin() {
        let of = |text: &str| dedented(text.as_bytes(), &[]).map_or(String::new(), |view| view.as_text());
        assert_eq!(of("k: |\n    a:1\n      b\nz: 1\n"), "a:1\n  b\n\n");
        assert_eq!(of("x = <<-EOT\n    a\n    b\n  EOT\nz\n"), "  a\n  b\nEOT\n\n");
        assert_eq!(of("  a\n    b\n  c\n"), "a\n  b\nc\n");
        assert_eq!(of("a\n b\nc\n"), "");
    }
}
