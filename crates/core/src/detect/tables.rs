//! Values under a heading that says secret: Markdown and CSV tables, columns of commands, SQL rows.

use super::Finder;
use super::assignments::{begins_with_reader, is_listing_head, judge};
use super::marks::Marks;
use super::names::{self, Said, Strength};
use super::values::{self, Value};

/// Rows that are read below one heading.
const MOST_ROWS: usize = 500;

/// Reads the table whose heading may hold the word at `at`. Gives where it ends.
pub(super) fn read(finder: &mut Finder<'_>, at: usize) -> usize {
    let start = values::line_start(finder.bytes, at);
    let end = values::line_end(finder.bytes, at);
    if end - start > 2000 {
        return at;
    }
    let Some(line) = finder.text.get(start..end) else { return at };
    for separator in ['|', '│', '┃', '║', ',', '\t', ';'] {
        if separator == '|' && is_record(line) && !is_above_rule(finder, end) {
            continue;
        }
        if (line.matches(separator).count() > usize::from(separator != '|')
            || separator == '|' && line.starts_with("! "))
            && let Some(end) = separated(finder, start, end, separator)
        {
            return end;
        }
    }
    // What `reg query` prints are names and values.
    if crate::text::holds(line, "  ") && !crate::text::holds(line, " REG_") {
        return aligned(finder, start, end);
    }
    at
}

/// Whether a line with bars is one of a log, `09:41:37 | INFO | Rotating password`: no heading counts, tells the time or
/// what is done.
fn is_record(line: &str) -> bool {
    let done = |cell: &str| {
        cell.trim().split_once(' ').is_some_and(|(verb, _)| {
            verb.ends_with("ing") && verb.starts_with(|c: char| c.is_ascii_uppercase())
        })
    };
    // A table of Markdown.
    if line.starts_with('|') && line.trim_end().ends_with('|') {
        return false;
    }
    line.rsplit('|').next().is_some_and(done)
        || line.split('|').any(|cell| {
            let cell = cell.trim().as_bytes();
            let is_clock = |eight: &[u8]| {
                eight
                    .iter()
                    .enumerate()
                    .all(|(at, byte)| if matches!(at, 2 | 5) { *byte == b':' } else { byte.is_ascii_digit() })
            };
            !cell.is_empty() && cell.iter().all(u8::is_ascii_digit)
                || cell.windows(8).any(is_clock)
                || matches!(
                    cell,
                    b"TRACE" | b"DEBUG" | b"INFO" | b"NOTICE" | b"WARN" | b"WARNING" | b"ERROR" | b"FATAL"
                )
        })
}

/// What a heading's cell says, if it is a heading.
fn heading(cell: &str) -> Option<Said> {
    let cell = cell.trim().trim_matches(['"', '\'', '`', '*', '_']).trim();
    let words = cell.split([' ', '_', '-']).filter(|word| !word.is_empty()).count();
    // `-----END PRIVATE KEY-----` is no heading.
    if cell.is_empty() || cell.starts_with('-') || cell.len() > 40 || words > 4 || super::is_placeholder(cell)
    {
        return None;
    }
    let plain =
        cell.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '_' | '-' | '/' | '(' | ')' | '.'));
    if !plain {
        return None;
    }
    let of = |text: &str| {
        names::says(text).filter(|said| said.strength == Strength::Strong || said.kind == "SECRET_ID")
    };
    of(cell).or_else(|| cell.split('/').rev().find_map(|part| of(part.trim())))
}

/// The cells of a row: byte ranges, without blanks and quotes.
fn cells(line: &str, separator: char) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut quoted = false;
    let mut push = |from: usize, to: usize| {
        let raw = line.get(from..to).unwrap_or("");
        let lead = raw.len() - raw.trim_start().len();
        let body = raw.trim();
        let (mut start, mut end) = (from + lead, from + lead + body.len());
        for quote in ['"', '`', '\''] {
            if body.len() >= 2 && body.starts_with(quote) && body.ends_with(quote) {
                start += 1;
                end -= 1;
                break;
            }
        }
        out.push((start, end));
    };
    for (index, c) in line.char_indices() {
        if c == '"' && separator != '|' {
            quoted = !quoted;
        } else if c == separator && !quoted {
            push(from, index);
            from = index + c.len_utf8();
        }
    }
    push(from, line.len());
    out
}

/// A line between rows: `+-----+-----+`, `|---|---|`, `=====`.
fn is_rule(row: &str) -> bool {
    let row = row.trim();
    row == "|-"
        || row.len() > 2
            && row.chars().all(|c| matches!(c, '-' | '+' | '=' | '|' | ':' | ' ' | '\u{2500}'..='\u{257f}'))
            && row.chars().any(|c| matches!(c, '-' | '=' | '─' | '━' | '═'))
}

/// Whether a line stands right below the rule of another heading, and no rule below it: the first row of that table.
fn is_below_heading(finder: &Finder<'_>, start: usize, end: usize, count: usize, separator: char) -> bool {
    let line = |at: usize| {
        let from = values::line_start(finder.bytes, at);
        (from, finder.text.get(from..at).unwrap_or(""))
    };
    let Some((rule, _)) = start.checked_sub(1).map(line) else { return false };
    let Some((_, heading)) = rule.checked_sub(1).map(line) else { return false };
    !is_rule(heading) && cells(heading, separator).len() == count && !is_above_rule(finder, end)
}

/// Whether a rule stands below the line that ends at `end`, as below headings.
fn is_above_rule(finder: &Finder<'_>, end: usize) -> bool {
    let next = (end + 1).min(finder.text.len());
    finder.text.get(next..values::line_end(finder.bytes, next)).is_some_and(is_rule)
}

/// What a listing shows where a value stands: a mask, that there is none, a remark.
fn shows_value(cell: &str) -> bool {
    const NONE: [&str; 13] = [
        "none",
        "null",
        "nil",
        "n/a",
        "true",
        "false",
        "yes",
        "no",
        "unset",
        "-",
        "--",
        "not set",
        "undefined",
    ];
    let bracketed = |open, close| cell.starts_with(open) && cell.ends_with(close);
    shows_mask(cell)
        || NONE.contains(&cell.to_ascii_lowercase().as_str())
        || bracketed('<', '>')
        || bracketed('(', ')')
}

/// Stars, dots and their like for what is not shown. A heading that is cut ends in dots, too.
fn shows_mask(cell: &str) -> bool {
    ["***", "•••", "●●●"].iter().any(|mask| cell.contains(mask)) || values::is_masked(cell)
}

/// Whether two cells are a secret's name and what a listing shows for it, and no heading of two columns.
fn is_pair(row: &[&str]) -> bool {
    let [name, value] = row else { return row.iter().any(|cell| shows_mask(cell)) };
    heading(name).is_some()
        && (shows_value(value)
            || values::is_chosen(value.trim_matches(['`', '*', '"'])) && heading(value).is_none())
}

fn separated(finder: &mut Finder<'_>, start: usize, end: usize, separator: char) -> Option<usize> {
    let line = finder.text.get(start..end)?;
    // Wikis double the bars of a heading, or write it with other marks: `! User !! Password`.
    let single = match line {
        _ if separator != '|' => String::new(),
        _ if line.starts_with("||") => line.replace("||", "|\u{1}"),
        _ if line.starts_with("! ") => line.replace("!!", "||").replacen('!', "|", 1),
        _ => String::new(),
    };
    let line = if single.is_empty() { line } else { single.as_str() };
    let mut head: Vec<(usize, usize)> = cells(line, separator)
        .into_iter()
        .map(|(from, to)| {
            let mark = usize::from(line.get(from..).is_some_and(|cell| cell.starts_with(['\u{1}', '='])));
            ((from + mark).min(to), to)
        })
        .collect();
    // influx fills its columns with tabs.
    let padded = separator == '\t' && head.iter().any(|(from, to)| from == to);
    let unpadded = |ranges: &mut Vec<(usize, usize)>| ranges.retain(|(from, to)| !padded || from < to);
    unpadded(&mut head);
    // A row whose value is hidden already is no heading.
    if !super::is_placeholder_free(line) {
        return None;
    }
    // `kubectl get secrets | grep db`: commands, and no cells.
    if separator == '|'
        && !line.starts_with('|')
        && line.match_indices('|').any(|(bar, _)| begins_with_reader(line.as_bytes(), bar + 1))
    {
        return None;
    }
    // A heading is made of words: `user=x, password=y` is none.
    let words = head.iter().filter_map(|(from, to)| line.get(*from..*to)).all(|cell| {
        cell.len() <= 40
            && !cell.contains(['=', ':', '{', '<', '$'])
            && !cell.bytes().any(|byte| byte.is_ascii_digit() && cell.len() > 20)
            && !values::is_tokenish(cell)
    });
    let filled: Vec<&str> = head
        .iter()
        .filter_map(|(from, to)| line.get(*from..*to))
        .filter(|cell| !cell.trim().is_empty())
        .collect();
    if separator == '|' && is_pair(&filled) && !is_above_rule(finder, end) {
        return None;
    }
    let said: Vec<(usize, Said)> = head
        .iter()
        .enumerate()
        .filter_map(|(index, (from, to))| Some((index, heading(line.get(*from..*to)?)?)))
        .collect();
    if said.is_empty() || !words {
        return None;
    }
    let count = head.len();
    if separator == '|'
        && line.starts_with('|')
        && finder.text.get(..start).is_some_and(|above| above.ends_with("|===\n"))
    {
        return Some(asciidoc(finder, end, count - 1, &said));
    }
    // A row of names and values is no heading: its like stands above it.
    if let Some(above) = start.checked_sub(1).and_then(|stop| {
        let from = values::line_start(finder.bytes, stop);
        finder.text.get(from..stop)
    }) && cells(above, separator).len() == count
        && !above.trim().is_empty()
        && (!is_rule(above) || is_below_heading(finder, start, end, count, separator))
    {
        return None;
    }
    let mut at = end + 1;
    let mut any = false;
    for _ in 0..MOST_ROWS {
        if at >= finder.text.len() {
            break;
        }
        let stop = values::line_end(finder.bytes, at);
        let Some(row) = finder.text.get(at..stop) else { break };
        if is_rule(row) {
            at = stop + 1;
            continue;
        }
        let mut ranges = cells(row, separator);
        unpadded(&mut ranges);
        if ranges.len() != count && ranges.len() + 1 != count || row.trim().is_empty() {
            break;
        }
        for (column, said) in &said {
            let Some((from, to)) = ranges.get(*column).copied() else { continue };
            let body = row.get(from..to).unwrap_or("");
            if !body.is_empty() && !body.bytes().all(|byte| matches!(byte, b'-' | b':' | b'=')) {
                let value = Value::quoted(at + from, at + to);
                judge(finder, "column", *said, value);
                any = true;
            }
        }
        at = stop + 1;
    }
    any.then_some(at.min(finder.text.len()))
}

/// Cells of an asciidoc table, each behind a bar, on one line or on several, up to `|===`.
fn asciidoc(finder: &mut Finder<'_>, from: usize, columns: usize, said: &[(usize, Said)]) -> usize {
    let limit = finder.text.len().min(from + 65_536);
    let mut column = 0;
    let mut at = from;
    while let Some(bar) = finder.bytes.get(at..limit).and_then(|rest| memchr::memchr(b'|', rest)) {
        let begin = at + bar + 1;
        let rest = finder.bytes.get(begin..limit).unwrap_or(b"");
        if rest.starts_with(b"===") {
            return begin;
        }
        let end = begin + memchr::memchr2(b'|', b'\n', rest).unwrap_or(rest.len());
        let cell = finder.text.get(begin..end).unwrap_or("");
        // The first bar is no cell of the heading's.
        if let Some((_, said)) = said.iter().find(|(index, _)| *index == column + 1)
            && !cell.trim().is_empty()
        {
            let start = begin + cell.len() - cell.trim_start().len();
            let body = cell.trim().trim_matches('`');
            let start = start + usize::from(cell.trim().starts_with('`'));
            judge(finder, "column", *said, Value::quoted(start, start + body.len()));
        }
        column = (column + 1) % columns.max(1);
        at = end;
    }
    limit
}

/// `Secret    db-creds` above `Namespace    prod`: names in capitals and values that are none, and below the first one
/// further names. Where one of them reads like a password the first line heads them.
fn is_listing(finder: &Finder<'_>, heads: &[(usize, &str)], end: usize) -> bool {
    const LINES: usize = 4;
    let capital = |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase());
    let letters = |word: &str| word.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b' ');
    let [(column, name), (_, value)] = heads else { return false };
    let word = value.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !capital(name) || capital(value) || word || heading(name).is_none() {
        return false;
    }
    let mut at = end + 1;
    for index in 0..LINES {
        let stop = values::line_end(finder.bytes, at.min(finder.text.len()));
        let Some(row) = finder.text.get(at..stop).filter(|row| !row.trim().is_empty()) else {
            return index > 0;
        };
        let first = row.get(*column..).unwrap_or("").split("  ").next().unwrap_or("").trim();
        // Names of fields are capitalised words, as the first one is.
        if !(capital(first)
            && letters(first)
            && first.bytes().skip(1).any(|byte| byte.is_ascii_lowercase())
            && !values::is_drawn(first))
        {
            return false;
        }
        at = stop + 1;
    }
    true
}

/// Columns by position, as kubectl and psql print them.
fn aligned(finder: &mut Finder<'_>, start: usize, end: usize) -> usize {
    let Some(line) = finder.text.get(start..end) else { return start };
    if line.contains(['=', ':', '{', '"', '$', '|']) || !super::is_placeholder_free(line) {
        return start;
    }
    // Where each heading begins.
    let mut heads: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for part in line.split("  ") {
        let lead = part.len() - part.trim_start().len();
        if !part.trim().is_empty() {
            heads.push((at + lead, part.trim()));
        }
        at += part.len() + 2;
    }
    if heads.len() < 2
        || !heads.iter().all(|(_, head)| head.chars().all(|c| !c.is_lowercase()) || head.len() < 24)
        // `ssl.keyPassword    x`: a name and its value head nothing.
        || heads.iter().any(|(_, head)| values::is_chosen(head) || values::is_tokenish(head))
        || is_pair(&heads.iter().map(|(_, head)| *head).collect::<Vec<_>>()) && !is_above_rule(finder, end)
        || is_listing(finder, &heads, end)
        // `db-credentials   Opaque   2   41d`: a count and an age head nothing.
        || heads.iter().any(|(_, head)| head.starts_with(|c: char| c.is_ascii_digit()))
    {
        return start;
    }
    let rule = |line: &str| line.trim().bytes().all(|byte| matches!(byte, b'-' | b' ' | b'=' | b'+'));
    let mut last = start;
    for (index, (column, head)) in heads.iter().enumerate() {
        let Some(said) = heading(head) else { continue };
        // Kubernetes' column tells what a secret is called.
        if *head == "SECRET" && is_listing_head(line) {
            continue;
        }
        let mut at = end + 1;
        for _ in 0..MOST_ROWS {
            if at >= finder.text.len() {
                break;
            }
            let stop = values::line_end(finder.bytes, at);
            let Some(row) = finder.text.get(at..stop) else { break };
            if row.trim().is_empty() || row.starts_with("$ ") {
                break;
            }
            // By position, and where columns are narrower than their heads, by count.
            let by_count = row.split("  ").filter(|part| !part.trim().is_empty()).nth(index).map(str::trim);
            let by_place = row
                .get(*column..)
                .filter(|_| *column == 0 || row.get(..*column).is_some_and(|left| left.ends_with(' ')))
                .and_then(|rest| rest.split("  ").next())
                .map(str::trim);
            // Columns that are not aligned: as many words as heads.
            let words = || row.split_whitespace();
            let single = line.split_whitespace().count() == heads.len() && words().count() == heads.len();
            let by_word = if single { words().nth(index) } else { None };
            // What is longer than its column pushes the next one on.
            let by_place = by_place.map(|cell| match (cell.split_once(' '), heads.get(index + 1)) {
                (Some((first, _)), Some((next, _))) if column + first.len() >= *next => first,
                _ => cell,
            });
            let cell = by_word.or(by_place).filter(|cell| !cell.is_empty()).or(by_count);
            if let Some(cell) = cell.filter(|cell| !cell.is_empty() && !rule(row) && !cell.contains(' ')) {
                let from = at + row.find(cell).unwrap_or(0);
                let value = Value::quoted(from, from + cell.len());
                judge(finder, "column", said, value);
            }
            at = stop + 1;
            last = last.max(stop);
        }
    }
    last
}

/// `COPY api_keys (id, key) FROM stdin;` and rows of cells with tabs between them.
fn copies(finder: &mut Finder<'_>, marks: &Marks) {
    for here in marks.place("FROM stdin") {
        let line = values::line_start(finder.bytes, here);
        let Some(head) = finder.text.get(line..here) else { continue };
        let Some((_, columns)) = head.trim_end().trim_end_matches(')').split_once('(') else { continue };
        let said: Vec<Option<Said>> =
            columns.split(',').map(|column| names::says(column.trim().trim_matches('"'))).collect();
        if said.iter().all(Option::is_none) {
            continue;
        }
        let mut at = values::line_end(finder.bytes, here) + 1;
        for _ in 0..MOST_ROWS {
            let stop = values::line_end(finder.bytes, at.min(finder.text.len()));
            let Some(row) =
                finder.text.get(at..stop).filter(|row| !row.is_empty() && !row.starts_with("\\."))
            else {
                break;
            };
            for (said, (from, to)) in said.iter().zip(cells(row, '\t')) {
                if let Some(said) = said {
                    judge(
                        finder,
                        "column_value",
                        *said,
                        Value { start: at + from, end: at + to, after: stop, quoted: true },
                    );
                }
            }
            at = stop + 1;
        }
    }
}

/// Rows of a table of HTML, by the columns of its heading.
pub(super) fn html(finder: &mut Finder<'_>, marks: &Marks) {
    let text = finder.bytes;
    let mut done = 0;
    for here in ["<th>", "<th "].iter().flat_map(|mark| marks.place(mark)) {
        if here < done {
            continue;
        }
        let limit = text.len().min(here + 65_536);
        let stop = text
            .get(here..limit)
            .and_then(|rest| crate::text::find_bytes(rest, b"</table"))
            .map_or(limit, |at| here + at);
        let mut columns: Vec<Option<Said>> = Vec::new();
        let (mut at, mut column) = (here, 0);
        while at < stop
            && let Some(open) =
                text.get(at..stop).and_then(|rest| memchr::memchr(b'<', rest)).map(|found| at + found)
        {
            let tag = text.get(open + 1..stop.min(open + 4)).unwrap_or(b"").to_ascii_lowercase();
            let Some(close) = text.get(open..stop).and_then(|rest| memchr::memchr(b'>', rest)) else { break };
            at = open + close + 1;
            match tag.get(..2).unwrap_or(b"") {
                b"tr" => column = 0,
                kind @ (b"th" | b"td") if matches!(tag.get(2), Some(b'>' | b' ')) => {
                    // Markup inside the cell is passed over.
                    while text.get(at) == Some(&b'<')
                        && text.get(at + 1) != Some(&b'/')
                        && let Some(inner) = text.get(at..stop).and_then(|rest| memchr::memchr(b'>', rest))
                    {
                        at += inner + 1;
                    }
                    let end = text
                        .get(at..stop)
                        .and_then(|rest| memchr::memchr(b'<', rest))
                        .map_or(stop, |found| at + found);
                    let body = finder.text.get(at..end).unwrap_or("");
                    let lead = body.len() - body.trim_start().len();
                    if kind == b"th" {
                        columns.push(heading(body));
                    } else if let Some(Some(said)) = columns.get(column).copied() {
                        let from = at + lead;
                        let to = from + body.trim().len();
                        judge(finder, "column", said, Value::quoted(from, to));
                    }
                    column += 1;
                    at = end;
                }
                _ => {}
            }
        }
        done = stop;
    }
}

/// The words before an insert's rows, and the cells of a heading.
pub(super) const MARKS: [&str; 5] = ["VALUES", "values", "<th>", "<th ", "FROM stdin"];

/// `INSERT INTO t (a, password) VALUES ('x', 'y'), ...`: values by the position of their column.
pub(super) fn inserts(finder: &mut Finder<'_>, marks: &Marks) {
    copies(finder, marks);
    let text = finder.text;
    for word in ["VALUES", "values"] {
        let mut done = 0;
        for here in marks.place(word) {
            let at = here + word.len();
            if here < done {
                continue;
            }
            let Some(close) = text
                .get(here.saturating_sub(800)..here)
                .map(str::trim_end)
                .filter(|head| head.ends_with(')'))
            else {
                continue;
            };
            let Some(open) = close.rfind('(') else { continue };
            let columns = close.get(open + 1..close.len() - 1).unwrap_or("");
            let said: Vec<Option<Said>> = columns
                .split(',')
                .map(|column| names::says(column.trim().trim_matches(['`', '"', '[', ']', '\''])))
                .collect();
            if said.iter().all(Option::is_none) {
                continue;
            }
            done = rows(finder, at, &said);
        }
    }
}

fn rows(finder: &mut Finder<'_>, mut at: usize, said: &[Option<Said>]) -> usize {
    let bytes = finder.bytes;
    let limit = bytes.len().min(at + 65_536);
    let mut column = 0;
    let mut depth = 0;
    while at < limit {
        match bytes.get(at) {
            Some(b'(') => {
                depth += 1;
                if depth == 1 {
                    column = 0;
                }
            }
            Some(b')') => depth -= 1,
            Some(b',') if depth == 1 => column += 1,
            Some(b';') if depth == 0 => return at,
            Some(b'\'' | b'"') => {
                let Some(value) = values::quoted(bytes, at) else { return at };
                if let Some(Some(said)) = said.get(column) {
                    judge(finder, "column_value", *said, value);
                }
                at = value.after.max(at + 1);
                continue;
            }
            Some(byte) if depth == 0 && !byte.is_ascii_whitespace() && *byte != b',' => return at,
            None => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use crate::detect::hidden;

    #[test]
    fn a_column_may_be_called_by_what_it_does() {
        for text in [
            "| Host | Billing token |\n|---|---|\n| db7 | Kq7Zx2Vb9Lm4 |\n",
            " host | Existing password \n------+-------------------\n db7  | Kq7Zx2Vb9Lm4\n",
            "host,Pairing password,port\ndb7,Kq7Zx2Vb9Lm4,5432\n",
            "id | user | password\n7 | joan | Kq7Zx2Vb9Lm4\n",
        ] {
            assert_eq!(hidden(text), ["Kq7Zx2Vb9Lm4"], "{text}");
        }
    }

    #[test]
    fn a_listing_of_names_and_values_is_no_table() {
        for text in [
            "2026-01-07 09:41:37.553 | INFO | load | Loading AWS credentials\n2026-01-07 09:41:38 | INFO | run | Deploying to us-east-1\n",
            "GET /auth | 200 | token\nGET /users | 200 | listing\n",
            "  secret key   sk-lk-...a9c2\n  created      2026-04-02\n",
            "password    ********\nusername    carla\nhost        db7\n",
            "Password   ********\nHost       db7.internal\nPort       5432\n",
            "password       (sensitive value)\nhost           db7.internal\n",
            "API Key        None\nRegion         eu-west-1\nProject        shop\n",
            "token                n/a\ntoken_accessor       abcd\n",
            "Secret         db-creds\nNamespace      prod\nAge            5d\n",
            "| token | None |\n| host | db7 |\n| port | 5432 |\n",
            "+-------+-------+\n| Field | Value |\n+-------+-------+\n| token | None  |\n| host  | db7   |\n+-------+-------+\n",
        ] {
            assert_eq!(hidden(text), [""; 0], "{text}");
        }
        assert_eq!(hidden("| password | maple88xyz |\n| host | db7 |\n"), ["maple88xyz"]);
        assert_eq!(
            hidden("| Property | Value |\n|---|---|\n| adminPass | maplewood |\n| created | today |\n"),
            ["maplewood"]
        );
    }

    #[test]
    fn a_heading_still_says_what_stands_below_it() {
        for (text, secrets) in [
            ("USER    PASSWORD\ncarla   maplewood\n", vec!["maplewood"]),
            ("ID\t\tText\tToken\t\tUser\n09a1\tro\t\tKq7Zx2Vb9Lm4\tana\n", vec!["Kq7Zx2Vb9Lm4"]),
            ("User\tPassword\tNote\nana\t\tnone yet\nbo\tKq7Zx2Vb9Lm4\t\n", vec!["Kq7Zx2Vb9Lm4"]),
            ("Password   User\nmaple88x   carla\n", vec!["maple88x"]),
            ("Password    user\nmaplewood   carla\n", vec!["maplewood"]),
            ("Password    user\nMaple88xy   carla\n", vec!["Maple88xy"]),
            ("| user | password |\n|---|---|\n| carla | maplewood |\n", vec!["maplewood"]),
            ("| Password | Note |\n|---|---|\n| maplewood | old |\n", vec!["maplewood"]),
            ("| Password | Notes... |\n| maplewood | old |\n", vec!["maplewood"]),
            ("| Password | Server1 |\n|---|---|\n| maplewood | old |\n", vec!["maplewood"]),
            ("│ Name │ Password │ Descri… │\n│ carla │ maplewood │ old │\n", vec!["maplewood"]),
            ("name,address1,password\ncarla,Road,maplewood\n", vec!["maplewood"]),
        ] {
            // A heading's second word may go with them.
            assert!(secrets.iter().all(|secret| hidden(text).contains(secret)), "{text}");
        }
    }

    #[test]
    fn a_cell_ends_at_its_bar() {
        assert_eq!(hidden("| adminPass | Maple88|Wood9     |\n"), ["Maple88|Wood9"]);
        assert_eq!(hidden("| adminPass | Maple88Wood9     |\n"), ["Maple88Wood9"]);
        assert_eq!(hidden("|password|Maple88Wood9|\n"), ["Maple88Wood9"]);
    }
}
