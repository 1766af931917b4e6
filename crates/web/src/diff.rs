//! The rows of a diff, inline or side by side.

use similar::algorithms::{Capture, myers};
use similar::{DiffOp, DiffTag};

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Change {
    /// Stands in both.
    Same,
    /// Only in the text before.
    Gone,
    /// Only in the text after.
    New,
}

/// A row: line numbers from one, and the line without its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) change: Change,
    pub(crate) before: Option<usize>,
    pub(crate) after: Option<usize>,
    pub(crate) text: String,
}

/// Every line of both texts, in order.
pub(crate) fn rows(before: &str, after: &str) -> Vec<Row> {
    let old: Vec<&str> = before.split_inclusive('\n').collect();
    let new: Vec<&str> = after.split_inclusive('\n').collect();
    // The same algorithm by name as core's unified diff, so that the page carries one.
    let mut capture = Capture::new();
    let Ok(()) = myers::diff_deadline_raw(&mut capture, &old[..], 0..old.len(), &new[..], 0..new.len(), None);
    let bare = |line: Option<&&str>| line.map_or("", |line| line.trim_end_matches(['\r', '\n'])).to_owned();
    let mut out = Vec::new();
    let is_same = |op: &DiffOp| op.tag() == DiffTag::Equal;
    for run in capture.into_ops().chunk_by(|one, next| is_same(one) == is_same(next)) {
        if run.iter().all(is_same) {
            for (from, to) in run.iter().flat_map(|op| op.old_range().zip(op.new_range())) {
                let text = bare(old.get(from));
                out.push(Row { change: Change::Same, before: Some(from + 1), after: Some(to + 1), text });
            }
            continue;
        }
        // What is gone stands before what is new.
        for from in run.iter().flat_map(DiffOp::old_range) {
            let text = bare(old.get(from));
            out.push(Row { change: Change::Gone, before: Some(from + 1), after: None, text });
        }
        for to in run.iter().flat_map(DiffOp::new_range) {
            let text = bare(new.get(to));
            out.push(Row { change: Change::New, before: None, after: Some(to + 1), text });
        }
    }
    out
}

/// The same side by side: a run of gone lines stands beside the new lines that follow it.
pub(crate) fn pairs(rows: &[Row]) -> Vec<(Option<&Row>, Option<&Row>)> {
    let mut out = Vec::new();
    let mut gone: Vec<&Row> = Vec::new();
    let mut new: Vec<&Row> = Vec::new();
    fn flush<'r>(
        out: &mut Vec<(Option<&'r Row>, Option<&'r Row>)>,
        gone: &mut Vec<&'r Row>,
        new: &mut Vec<&'r Row>,
    ) {
        for index in 0..gone.len().max(new.len()) {
            out.push((gone.get(index).copied(), new.get(index).copied()));
        }
        gone.clear();
        new.clear();
    }
    for row in rows {
        match row.change {
            Change::Gone => {
                if !new.is_empty() {
                    flush(&mut out, &mut gone, &mut new);
                }
                gone.push(row);
            }
            Change::New => new.push(row),
            Change::Same => {
                flush(&mut out, &mut gone, &mut new);
                out.push((Some(row), Some(row)));
            }
        }
    }
    flush(&mut out, &mut gone, &mut new);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sketch(before: &str, after: &str) -> Vec<String> {
        let rows = rows(before, after);
        pairs(&rows)
            .iter()
            .map(|(left, right)| {
                let side = |row: Option<&Row>| row.map_or(String::new(), |row| row.text.clone());
                format!("{}|{}", side(*left), side(*right))
            })
            .collect()
    }

    #[test]
    fn a_changed_line_stands_beside_its_successor() {
        assert_eq!(sketch("a\r\nb\r\nc\r\n", "a\r\nB\r\nx\r\nc\r\n"), ["a|a", "b|B", "|x", "c|c"]);
        assert_eq!(sketch("a\nb", "a\nb\nc"), ["a|a", "b|b", "|c"].map(str::to_owned));
        assert_eq!(sketch("", "a"), ["|a"]);
    }

    #[test]
    fn rows_carry_their_line_numbers() {
        let rows = rows("a\nb\n", "a\nc\n");
        let numbers: Vec<_> = rows.iter().map(|row| (row.before, row.after)).collect();
        assert_eq!(numbers, [(Some(1), Some(1)), (Some(2), None), (None, Some(2))]);
    }
}
