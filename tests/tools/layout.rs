//! The columns of `terraform fmt`, for machines without terraform; where it is present, it judges this too.

/// Name with its indent, `= value` where the value ends on its line, comment.
fn cells(line: &str) -> [String; 3] {
    let mut cells = [String::new(), String::new(), String::new()];
    let (mut cell, mut quoted, mut last) = (0, false, ' ');
    for (at, c) in line.char_indices() {
        let rest = &line[at..];
        if c == '"' && last != '\\' {
            quoted = !quoted;
        }
        let begun = !cells[0].trim().is_empty();
        if !quoted && begun && cell < 2 && (c == '#' || rest.starts_with("//")) {
            cell = 2;
        } else if !quoted && begun && cell == 0 && c == '=' {
            cell = 1;
        } else if !quoted && !begun && (c == '#' || rest.starts_with("//")) {
            return [line.to_owned(), String::new(), String::new()];
        }
        cells[cell].push(c);
        last = c;
    }
    let opens = |c: &char| "{[(".contains(*c);
    let closes = |c: &char| "}])".contains(*c);
    if cells[1].chars().filter(opens).count() != cells[1].chars().filter(closes).count() {
        let value = std::mem::take(&mut cells[1]);
        cells[0].push_str(&value);
    }
    for cell in &mut cells {
        cell.truncate(cell.trim_end().len());
    }
    cells
}

/// The text with `=` and trailing comments in columns.
pub(crate) fn formatted(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let mut lines: Vec<[String; 3]> = text.split('\n').map(cells).collect();
    for cell in [1, 2] {
        let mut from = 0;
        while from < lines.len() {
            let to = (from..lines.len()).find(|at| lines[*at][cell].is_empty()).unwrap_or(lines.len());
            let width = lines[from..to].iter().map(|line| line[0].chars().count()).max().unwrap_or(0) + 1;
            for line in &mut lines[from..to] {
                let gap = " ".repeat(width - line[0].chars().count());
                let value = std::mem::take(&mut line[cell]);
                line[0].push_str(&gap);
                line[0].push_str(&value);
            }
            from = to + 1;
        }
    }
    let lines: Vec<String> = lines.into_iter().map(|line| line[0].clone()).collect();
    lines.join("\n")
}

pub(crate) fn is_formatted(text: &str) -> bool {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let bare: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    formatted(&text) == bare.join("\n")
}
