//! What the page says by itself, in one place, ready for translation. The words of diagnoses, findings and rules are
//! core's; what stands still is in `index.html`.

use crate::asking::AnswerView;

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
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size for people")]
    let bytes = bytes as u64;
    let tenths = (bytes + 50_000) / 100_000;
    if bytes >= 1_000_000 {
        format!("{}.{} MB", tenths / 10, tenths % 10)
    } else {
        format!("{} kB", ((bytes + 500) / 1000).max(1))
    }
}

/// The stages of an examination, in the order in which the worker tells them.
pub(crate) const STAGES: [&str; 4] =
    ["Reading configuration", "Reading errors", "Looking for secrets", "Redacting"];

/// What is said of a paste in which nothing was found.
pub(crate) const NOTHING: &str = "No state error and no backend block was found in this text. Paste the whole error, \
    from \"Error:\" to the end of \"Lock Info:\", and the terraform { backend ... } block if you have it.";

/// What is said where the second part of the page is not there yet.
pub(crate) const COMING: &str = "The rest is still on its way: your backend block hardened, the files, the sheet and Ask. \
    It appears here as soon as it is there.";

/// What is said where the second part of the page was lost on its way.
pub(crate) const LOST: &str = "The second half of this page did not arrive, so the hardened block, the files, the sheet \
    and Ask are missing. What is shown here is whole. For the rest, tick \"Keep the paste through a reload\" under \
    Versions and memory, and reload when the network is back.";

/// `1,234 bytes`, `12 kB`.
pub(crate) fn bytes(number: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "a size for people")]
    let exact = number as f64;
    if number < 1000 { count(number, "byte", "bytes") } else { size(exact) }
}

/// The beginning of a text, at most so many characters.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let mut out: String = text.chars().take(most).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

/// Why the valve brought no answer at all.
pub(crate) fn no_answer(why: &str, host: &str, is_local: bool, detail: &str) -> String {
    match why {
        "discarded" => "Not sent.".to_owned(),
        "replaced" => "Not sent: another request took its place.".to_owned(),
        "cancelled" => "Stopped before an answer came.".to_owned(),
        "busy" => "The valve is still busy with another request. Stop that one, or wait for it.".to_owned(),
        "offline" => {
            "This machine is offline. Your paste and earlier answers stay; try again later.".to_owned()
        }
        "refused" => format!("The valve refused this request: {detail}."),
        _ if is_local => {
            "The browser could not read an answer from this machine. Press \"Examine the connection\" in the \
             valve: it tells what is in the way and the one setting that changes it."
                .to_owned()
        }
        _ => format!(
            "The browser could not read an answer from {host}, and does not say why. Most often the key is wrong: some \
             providers refuse a wrong key in a way that browsers hide. It can also be an ad blocker, a proxy, or no way to \
             the network. \"Load the list of models\" asks with the same key; if that works, the key is good."
        ),
    }
}

/// How an answer ended.
pub(crate) fn ended(view: &AnswerView, why: &str) -> String {
    let mut out = match (why, view.stop.as_str(), view.complete) {
        ("cancelled", _, _) => "Incomplete: you stopped it.".to_owned(),
        ("", "length", true) => "Cut by the token limit. Continue asks for the rest.".to_owned(),
        ("", "filter", _) => "Cut by the provider's content filter.".to_owned(),
        ("", "refusal", _) => "The model refused to answer.".to_owned(),
        ("", _, true) => "Complete.".to_owned(),
        ("", _, _) => "Incomplete: the connection ended before the answer did.".to_owned(),
        _ => "Incomplete: the connection was cut.".to_owned(),
    };
    if view.too_long {
        out.push_str(&format!(" It has {}; only its beginning is shown.", bytes(view.bytes)));
    }
    if let (Some(input), Some(output)) = (view.input_tokens, view.output_tokens) {
        out.push_str(&format!(" {input} tokens read, {output} written."));
    }
    if view.restored > 0 {
        out.push_str(&format!(" {} put back.", count(view.restored, "name", "names")));
    }
    if view.kept > 0 {
        let kept = count(view.kept, "secret", "secrets");
        out.push_str(&format!(" {kept} kept as placeholders until you click."));
    }
    out
}

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
