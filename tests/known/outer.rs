//! The words that Terraform and OpenTofu put around an inner error, and their shapes on a terminal.

use super::values::{Dice, quoted};

/// How the error is worded around its inner text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outer {
    /// Terraform 0.9 to 0.11: no box, all in one sentence.
    Old,
    /// 0.12 to 0.14, after `Error: `.
    Middle,
    /// 0.15 and later, without colour.
    Plain,
    /// 0.15 and later, boxed, at a terminal of this width.
    Boxed(usize),
    /// OpenTofu, without colour.
    Tofu,
    /// OpenTofu, boxed.
    TofuBoxed(usize),
    /// `-json`.
    Json,
    /// `-json` of OpenTofu.
    TofuJson,
}

pub(crate) const OUTERS: [Outer; 9] = [
    Outer::Old,
    Outer::Middle,
    Outer::Plain,
    Outer::Boxed(80),
    Outer::Boxed(120),
    Outer::Tofu,
    Outer::TofuBoxed(80),
    Outer::Json,
    Outer::TofuJson,
];

impl Outer {
    pub(crate) fn is_tofu(self) -> bool {
        matches!(self, Self::Tofu | Self::TofuBoxed(_) | Self::TofuJson)
    }

    pub(crate) fn name(self) -> String {
        format!("{self:?}")
    }

    pub(crate) fn version(self, dice: &mut Dice) -> &'static str {
        match self {
            Self::Old => dice.pick(&["0.9.11", "0.11.10", "0.11.14"]),
            Self::Middle => dice.pick(&["0.12.31", "0.13.5", "0.14.11"]),
            _ if self.is_tofu() => dice.pick(&["1.6.3", "1.8.5", "1.10.2", "1.12.1"]),
            _ => dice.pick(&["0.15.5", "1.0.11", "1.5.7", "1.9.8", "1.11.4", "1.13.5"]),
        }
    }

    /// The whole text of an error of acquiring.
    pub(crate) fn acquire(self, inner: &str) -> String {
        let closing = closing(self.is_tofu());
        match self {
            Self::Old => {
                format!("Error locking state: Error acquiring the state lock: {inner}\n\n{closing}\n")
            }
            Self::Middle => {
                format!(
                    "\nError: Error locking state: Error acquiring the state lock: {inner}\n\n{closing}\n\n"
                )
            }
            _ => self.diagnostic(
                "Error acquiring the state lock",
                &format!("Error message: {inner}\n\n{closing}"),
            ),
        }
    }

    pub(crate) fn release(self, inner: &str) -> String {
        let closing = "Terraform acquires a lock when accessing your state to prevent others\nrunning Terraform to potentially modify the state at the same time. An\nerror occurred while releasing this lock. This could mean that the lock\ndid or did not release properly. If the lock didn't release properly,\nTerraform may not be able to run future commands since it'll appear as if\nthe lock is held.\n\nIn this scenario, please call the \"force-unlock\" command to unlock the\nstate manually. This is a very dangerous operation since if it is done\nerroneously it could result in two people modifying state at the same time.\nOnly call this command if you're certain that the unlock above failed and\nthat no one else is holding a lock.";
        let closing =
            if self.is_tofu() { closing.replace("Terraform", "OpenTofu") } else { closing.to_owned() };
        match self {
            Self::Old | Self::Middle => {
                format!("Error releasing the state lock!\n\nError message: {inner}\n\n{closing}\n")
            }
            _ => self.diagnostic(
                "Error releasing the state lock",
                &format!("Error message: {inner}\n\n{closing}"),
            ),
        }
    }

    /// A diagnostic as this tool prints it.
    pub(crate) fn diagnostic(self, summary: &str, detail: &str) -> String {
        match self {
            Self::Json | Self::TofuJson => {
                let module = if self.is_tofu() { "tofu.ui" } else { "terraform.ui" };
                let detail = detail.trim_end();
                format!(
                    "{{\"@level\":\"error\",\"@message\":{},\"@module\":\"{module}\",\"@timestamp\":\"2026-11-24T02:46:20.123456Z\",\"diagnostic\":{{\"severity\":\"error\",\"summary\":{},\"detail\":{}}},\"type\":\"diagnostic\"}}\n",
                    quoted(&format!("Error: {summary}")),
                    quoted(summary),
                    quoted(detail),
                )
            }
            Self::Boxed(columns) | Self::TofuBoxed(columns) => {
                let mut out = String::from("╷\n");
                for line in summary
                    .split('\n')
                    .enumerate()
                    .map(|(at, line)| if at == 0 { format!("Error: {line}") } else { line.to_owned() })
                {
                    out.push_str(&boxed(&line));
                }
                out.push_str("│ \n");
                for line in wrapped(detail, columns - 3).lines() {
                    out.push_str(&boxed(line));
                }
                out.push_str("╵\n");
                out
            }
            _ if detail.is_empty() => format!("\nError: {summary}\n\n"),
            _ => format!("\nError: {summary}\n\n{}\n", wrapped(detail, 77)),
        }
    }
}

fn boxed(line: &str) -> String {
    format!("│ {line}\n")
}

pub(crate) fn closing(tofu: bool) -> String {
    format!(
        "{} acquires a state lock to protect the state from being written\nby multiple users at the same time. Please resolve the issue above and try\nagain. For most commands, you can disable locking with the \"-lock=false\"\nflag, but this is not recommended.",
        if tofu { "OpenTofu" } else { "Terraform" }
    )
}

/// Terraform's own wrapping: at blanks, never inside a word, never a line that begins with a blank.
pub(crate) fn wrapped(text: &str, width: usize) -> String {
    let mut out = Vec::new();
    for line in text.split('\n') {
        if line.starts_with(' ') || line.chars().count() <= width {
            out.push(line.to_owned());
            continue;
        }
        let mut current = String::new();
        for word in line.split(' ') {
            if !current.is_empty() && current.chars().count() + 1 + word.chars().count() > width {
                out.push(std::mem::take(&mut current));
            }
            if !current.is_empty() {
                current.push(' ');
            }
            current.push_str(word);
        }
        out.push(current);
    }
    out.join("\n")
}

pub(crate) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
