//! What the page says by itself, in one place, ready for translation. The words of diagnoses, findings and rules are
//! core's; what stands still is in `index.html`.

/// What a verdict means.
pub(crate) fn verdict(word: &str) -> &'static str {
    match word {
        "live" => "Somebody is probably working with this state. Do not release it.",
        "suspect" => "It may be left over. Look at its holder before you release it.",
        "stale" => "There is evidence that its holder is gone.",
        _ => "The text does not tell. Look before you release.",
    }
}

/// Whose fields are shown.
pub(crate) fn describes(whose: &str) -> &'static str {
    match whose {
        "requester" => "These are the fields of the command that failed, not of the one that holds the lock.",
        _ => "",
    }
}

/// `3 d 4 h`.
pub(crate) fn age(seconds: i64) -> String {
    if seconds < 0 {
        return "in the future: a clock is wrong".to_owned();
    }
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60);
    if days > 0 {
        format!("{days} d {hours} h")
    } else if hours > 0 {
        format!("{hours} h {minutes} min")
    } else if minutes > 0 {
        format!("{minutes} min")
    } else {
        format!("{seconds} s")
    }
}

/// `1 secret`, `2 secrets`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    if number == 1 { format!("1 {one}") } else { format!("{number} {many}") }
}

/// `10.2 MB`.
pub(crate) fn size(bytes: f64) -> String {
    if bytes >= 1e6 { format!("{:.1} MB", bytes / 1e6) } else { format!("{:.0} kB", (bytes / 1e3).max(1.0)) }
}

/// The stages of an examination, in the order in which the worker tells them.
pub(crate) const STAGES: [&str; 4] =
    ["Reading configuration", "Reading errors", "Looking for secrets", "Redacting"];

/// What is said of a paste in which nothing was found.
pub(crate) const NOTHING: &str = "No state error and no backend block was found in this text. Paste the whole error, \
    from \"Error:\" to the end of \"Lock Info:\", and the terraform { backend ... } block if you have it.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_units() {
        assert_eq!(age(59), "59 s");
        assert_eq!(age(3_660), "1 h 1 min");
        assert_eq!(age(90_000), "1 d 1 h");
        assert_eq!(size(10_200_000.0), "10.2 MB");
        assert_eq!(count(1, "secret", "secrets"), "1 secret");
    }
}
