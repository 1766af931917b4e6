//! What the page says by itself, in one place, ready for translation: no other source of this crate holds a sentence.
//! The words of diagnoses, findings and rules are core's; what stands still is in `index.html`, with what must be said
//! when this program did not start. The valve, which has no part of it, has its words in `www/valve.html` and at
//! the head of its script.

use crate::asking::AnswerView;

// ---- as they stand ---------------------------------------------------------------------------------------------------
pub(crate) const GUIDE_SAMPLE: &str = "This guide's sample is loaded";
pub(crate) const CLEARED: &str = "Cleared";
pub(crate) const CANCELLED: &str = "Cancelled. The next change is examined again.";
pub(crate) const LEFT_IN: &str = "Left in as harmless";
pub(crate) const REMOVED: &str = "Removed from the list";
pub(crate) const TOO_SHORT: &str = "Too short: one character stands everywhere.";
pub(crate) const HIDDEN: &str = "Hidden everywhere";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const NO_CLIPBOARD: &str = "The browser refused the clipboard. Select the text and copy it.";
pub(crate) const PASTED: &str = "Pasted in place of the text before";
pub(crate) const DROPPED: &str = "Dropped in place of the text before";
pub(crate) const NO_FILES: &str = "No text files of a kind that can be examined were found there.";
pub(crate) const NO_INCIDENT: &str = "no incident";
pub(crate) const NOTHING_TO_HIDE: &str = "nothing to hide";
pub(crate) const SEE_FOUND: &str = "See what was found";
pub(crate) const DID_HARMLESS: &str = "mark as harmless";
pub(crate) const DID_HIDE: &str = "hide everywhere";
pub(crate) const DID_REMOVE: &str = "remove from the list";
pub(crate) const DID_IDENTIFIERS: &str = "identifiers switch";
pub(crate) const HOSTED: &str = "On the internet, with your key";
pub(crate) const LOCAL: &str = "On this machine: nothing leaves it";
pub(crate) const NOT_FROM_A_PAGE: &str = "Not from a page: see how";
pub(crate) const ANOTHER_HOST: &str = "Another host, such as your company's";
pub(crate) const NOT_AGAIN: &str = "Not tried again.";
pub(crate) const TRY_AGAIN: &str = "Try again";
pub(crate) const GONE: &str =
    "What this answer was about is not in memory any more. Prepare the question again.";
pub(crate) const READY_IN_VALVE: &str = "Ready. Read it in the valve, then press Send there.";
pub(crate) const ANSWERING: &str = "Answering…";
pub(crate) const STOP: &str = "Stop";
pub(crate) const PREPARE_AGAIN: &str = "Prepare it again";
pub(crate) const NO_ANSWER: &str = "No answer.";
pub(crate) const LOAD_MODELS: &str = "Load the list of models";
pub(crate) const CONTINUE: &str = "Continue";
pub(crate) const PREPARE_LESS: &str = "Prepare with incident and block only";
pub(crate) const PREPARE_PLAIN: &str = "Prepare for a plain answer";
pub(crate) const ANSWER_INCOMPLETE: &str = "The answer is not complete";
pub(crate) const STOP_TRYING: &str = "Do not try again";
pub(crate) const SENT_AGAIN: &str = "Sent again.";
pub(crate) const MORE_MODELS: &str =
    "The provider has more models than it lists at once; their names can be typed.";
pub(crate) const FIRST_TASK: &str = "Refactor my backend";
pub(crate) const EMPTY_ANSWER: &str = "The answer is empty.";
pub(crate) const CODE: &str = "Code";
pub(crate) const STANDS_FOR_NOTHING: &str = "This placeholder stands for nothing";
pub(crate) const IN_AN_ADDRESS: &str = "An address: nothing is put back in it";
pub(crate) const CLICK_TO_PUT_BACK: &str = "A secret of yours. Click to put it back here.";
pub(crate) const PASSED: &str = "Passed: ";
pub(crate) const LOOK: &str = "Look: ";
pub(crate) const NOTHING_TO_IMPROVE: &str = "Nothing to improve was found in this block.";
pub(crate) const NOTHING_TO_CHANGE: &str =
    "Nothing here can be changed without knowing more; the advice is above.";
pub(crate) const ONLY_THESE: &str = "Only these lines change; everything else stays byte for byte";
pub(crate) const AGE: &str = "Age";
pub(crate) const BACKEND: &str = "Backend";
pub(crate) const THEN_RELEASE: &str = "Then release exactly this lock";
pub(crate) const ONLY_THEN: &str = "Only then";
pub(crate) const HIDDEN_SECRETS: &str = "Hidden as secret:";
pub(crate) const HIDDEN_IDENTIFIERS: &str = "Hidden as identifier:";
pub(crate) const LEFT_IN_LIST: &str = "Left in as harmless:";
pub(crate) const SEALED: &str = "Sealed";
pub(crate) const NEW_VERSION: &str = "A new version is here. It is used at the next reload.";
pub(crate) const PART_MISSING: &str = "no: a part of it is missing";
pub(crate) const GETTING_READY: &str = "getting ready";
pub(crate) const UNTIL_RELOAD: &str = "until reload";
pub(crate) const TRY_OWN_HOST: &str = "fetch to this page's own host";
pub(crate) const TRY_PROVIDER: &str = "fetch to a provider (api.anthropic.com)";
pub(crate) const TRY_IMAGE: &str = "image from another host";
pub(crate) const NOT_REFUSED: &str = "NOT refused";
pub(crate) const NO_THREAD: &str = "The thread is not in memory any more. Ask a new question.";
pub(crate) const NOT_EXAMINED: &str = "Nothing has been examined yet. Paste something first.";
pub(crate) const NO_PROVIDER: &str = "Choose a provider first.";
pub(crate) const SOURCE: &str = " Source of this form: ";
pub(crate) const WORKSPACE: &str = "Workspace";
pub(crate) const LOCK_TO_RELEASE: &str = "Lock to release";

// ---- the sheet ------------------------------------------------------------------------------------------------------
pub(crate) const SHEET: &str = "State incident";
pub(crate) const IS_IT_SAFE: &str = "Is it safe to release?";
pub(crate) const WHAT_TO_DO: &str = "What to do";
pub(crate) const FIRST: &str = "First";
pub(crate) const ELSE: &str = "Else";
pub(crate) const RESOURCES: &str = "The resources behind it";
pub(crate) const PREVENTION: &str = "So that it does not come back";

/// When it was made, of what, and what is hidden in it.
pub(crate) fn sheet_head(moment: Option<&str>, lines: usize, are_names_hidden: bool) -> String {
    let moment = moment.map_or(String::new(), |moment| format!(" on {moment}"));
    let names = if are_names_hidden { "Names and secrets" } else { "Secrets" };
    format!(
        "Made by StackEngine{moment} from a paste of {}, in the browser. {names} are placeholders; the page itself \
         shows the commands with the real ones.",
        count(lines, "line", "lines")
    )
}

// ---- with something in them -----------------------------------------------------------------------------------------

/// On the button that undoes.
pub(crate) fn undo(what: Option<&str>) -> String {
    what.map_or_else(|| "Undo".to_owned(), |what| format!("Undo: {what}"))
}

pub(crate) fn undone(what: &str) -> String {
    format!("Undone: {what}")
}

pub(crate) fn saved(name: &str) -> String {
    format!("Saved {name}")
}

pub(crate) fn sample_loaded(title: &str) -> String {
    format!("Sample loaded: {title}")
}

pub(crate) fn too_much(bytes: f64, most: f64) -> String {
    format!("{} is more than the {} that fit here.", size(bytes), size(most))
}

pub(crate) fn files_taken(number: usize) -> String {
    format!("{} in place of the text before", count(number, "file", "files"))
}

pub(crate) fn only_first(found: usize, shown: usize) -> String {
    format!("{found} incidents were found; the first {shown} are shown.")
}

pub(crate) fn see_result(verdict: &str) -> String {
    format!("See the result: {verdict}")
}

pub(crate) fn see_incidents(number: usize) -> String {
    format!("See {number} incidents")
}

pub(crate) fn line(number: usize) -> String {
    format!("line {number}")
}

/// The title of a backend block.
pub(crate) fn block(backend: &str, at: usize) -> String {
    if backend == "none" {
        format!("No backend, {}", line(at))
    } else {
        format!("backend \"{backend}\", {}", line(at))
    }
}

pub(crate) fn copy(what: &str) -> String {
    format!("Copy {what}")
}

pub(crate) fn download(what: &str) -> String {
    format!("Download {what}")
}

pub(crate) fn more_advice(number: usize) -> String {
    count(number, "more piece of advice of this backend", "more pieces of advice of this backend")
}

pub(crate) fn hidden(secrets: usize, identifiers: usize) -> String {
    if secrets + identifiers == 0 {
        return "Nothing is hidden.".to_owned();
    }
    let secrets = count(secrets, "secret", "secrets");
    format!("{secrets} and {} are hidden.", count(identifiers, "identifier", "identifiers"))
}

/// Of values that only look like secrets.
pub(crate) fn unsure(number: usize) -> String {
    count(
        number,
        "random-looking value stands without context and is left in. Hide it if it is secret.",
        "random-looking values stand without context and are left in. Hide those that are secret.",
    )
}

pub(crate) fn why_hidden(is_identifier: bool, summary: &str) -> String {
    format!("{}: {summary}", if is_identifier { "Identifier" } else { "Secret" })
}

/// What left the page since it opened.
pub(crate) fn sent(requests: usize) -> String {
    if requests == 0 { "nothing".to_owned() } else { count(requests, "request", "requests") }
}

pub(crate) fn refused(directive: &str, address: &str) -> String {
    format!("Refused by {directive}: {address}")
}

pub(crate) fn failed(error: &str) -> String {
    format!("Failed, without a refusal of the policy: {error}")
}

pub(crate) fn refusals(number: usize, of: usize) -> String {
    if number == of {
        format!("{number} of {of} refused. No script in this document can send, ours included.")
    } else {
        format!("{number} of {of} refused. Do not paste secrets here, and tell us about your browser.")
    }
}

pub(crate) fn default_model(as_of: &str) -> String {
    format!(
        "Default of {as_of}; it may be outdated. The list comes from the provider; any name may be typed."
    )
}

pub(crate) fn models(number: usize) -> String {
    format!("{} to choose from", count(number, "model", "models"))
}

pub(crate) fn reads(tokens: u64) -> String {
    format!("reads {tokens} tokens")
}

pub(crate) fn ends(day: &str) -> String {
    format!("ends {day}")
}

pub(crate) fn answering(so_far: usize) -> String {
    format!("Answering… {} so far.", bytes(so_far))
}

pub(crate) fn answer_complete(lines: usize) -> String {
    format!("Answer complete, {}", count(lines, "line", "lines"))
}

pub(crate) fn trying_again(seconds: u64, attempt: u32, most: u32) -> String {
    let attempt = if attempt == 1 { "first" } else { "second" };
    format!("Trying again in {seconds} s, for the {attempt} of {most} times.")
}

/// Of a value that stands in place of its placeholder again.
pub(crate) fn put_back(name: &str) -> String {
    format!("Put back for {name}")
}

/// Where a value still stands in a request; never the value.
pub(crate) fn leak(encoding: &str, placeholder: &str, at: usize) -> String {
    let how = match encoding {
        "raw" => "as it stands",
        "case" => "in another case",
        "json" => "escaped for JSON",
        "url" => "escaped for a URL",
        other => other,
    };
    format!("{placeholder} ({how}, at byte {at})")
}

pub(crate) fn blocked(places: &str, more: usize) -> String {
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!(
        "Blocked: the finished request still holds the value behind {places}{more}. Nothing was handed over. Hide that \
         value with \"Hide selection as secret\" above where it stands in another spelling, or take it out of your \
         question."
    )
}

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
    ["Reading errors", "Looking for secrets", "Redacting", "Reading backend blocks"];

/// What is said of a paste in which nothing was found.
pub(crate) const NOTHING: &str = "No state error and no backend block was found in this text. Paste the whole error, \
    from \"Error:\" to the end of \"Lock Info:\", and the terraform { backend ... } block if you have it.";

/// What is said where the second part of the page is not there yet.
pub(crate) const COMING: &str = "The rest is still on its way: what of it is secret, your backend block hardened, the files, \
    the sheet and Ask. It appears here as soon as it is there.";

/// What is said where the second part of the page was lost on its way.
pub(crate) const LOST: &str = "The second half of this page did not arrive, so redaction, the hardened block, the files, \
    the sheet and Ask are missing. What is shown above is whole. For the rest, tick \"Keep the paste through a reload\" under \
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

    /// Each source of this crate, without its tests, beside this one.
    fn sources(folder: &std::path::Path, out: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                sources(&path, out);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let name = path.display().to_string();
                // Samples are texts of others, with a title each; `highlight.rs` knows the words of programs.
                if !["words.rs", "samples.rs", "highlight.rs"].iter().any(|own| name.ends_with(own))
                    && name.ends_with(".rs")
                {
                    out.push((name, text.split("#[cfg(test)]").next().unwrap_or("").to_owned()));
                }
            }
        }
    }

    /// Whether people would have to read it in their own language: it begins like a sentence or a label, or has two words.
    fn is_said(literal: &str) -> bool {
        let words: Vec<&str> = literal.split(' ').filter(|word| !word.is_empty()).collect();
        if literal.contains('[') {
            return false;
        }
        let is_word = |word: &&str| {
            word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase() || ",.:;…".contains(c))
        };
        let mut head = literal.chars();
        let is_label = head.next().is_some_and(|c| c.is_ascii_uppercase())
            && literal.len() > 2
            && head.all(|c| c.is_ascii_lowercase() || c == ' ' || c == ':');
        let is_sentence = words.len() > 2 && words.iter().filter(|word| is_word(word)).count() > 1;
        is_label || is_sentence || (words.len() == 2 && words.iter().all(is_word))
    }

    #[test]
    fn no_other_source_holds_a_sentence() {
        assert!(
            is_said("Copied")
                && is_said("Try again")
                && is_said("no incident")
                && is_said("Saved {name} to it")
        );
        assert!(!is_said("data-arg") && !is_said("#kit details.file") && !is_said("aria-label"));
        let mut all = Vec::new();
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut all);
        assert!(all.len() > 20, "{} sources", all.len());
        // Classes of elements, names of keys, and labels that stay as Terraform prints them.
        let known = [
            "diff beside",
            "number none",
            "text none",
            "mark secret",
            "mark identifier",
            "Enter",
            "Escape",
            "Win",
            "Path",
            "Operation",
            "Who",
            "Version",
            "Created",
            "Info",
        ];
        let mut found = Vec::new();
        for (name, text) in all {
            for (at, line) in text.lines().enumerate() {
                let is_ours =
                    ["//", "reason = ", "panic!", "expect(", "throw"].iter().any(|mark| line.contains(mark));
                for literal in line.split('"').skip(1).step_by(2) {
                    if !is_ours && is_said(literal) && !known.contains(&literal) {
                        found.push(format!("{name}:{}: {literal}", at + 1));
                    }
                }
            }
        }
        assert!(found.is_empty(), "{found:#?}");
    }

    #[test]
    fn scripts_hold_no_sentence() {
        let www = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../www");
        let mut found = Vec::new();
        for name in ["start.js", "valve.js", "guide-search.js"] {
            let text = std::fs::read_to_string(www.join(name)).unwrap_or_default();
            assert!(text.len() > 1000, "{name}");
            // The valve's own table of words.
            let table = text.lines().take_while(|line| !line.starts_with("  };")).count();
            let table = if name == "valve.js" { table } else { 0 };
            for (at, line) in text.lines().enumerate().skip(table) {
                // Marks of code, policies, and what only a developer reads.
                let is_code = [
                    "//",
                    "use strict",
                    "console.",
                    "TypeError",
                    ".content = ",
                    "[policy",
                    "onmessage = ",
                    "querySelectorAll(",
                ]
                .iter()
                .any(|mark| line.contains(mark));
                for sign in ['"', '`'] {
                    for literal in line.split(sign).skip(1).step_by(2) {
                        let words = literal
                            .split(' ')
                            .filter(|word| word.chars().all(|c| c.is_alphabetic() || ",.:".contains(c)));
                        if !is_code && words.filter(|word| word.len() > 1).count() > 1 {
                            found.push(format!("{name}:{}: {literal}", at + 1));
                        }
                    }
                }
            }
        }
        assert!(found.is_empty(), "{found:#?}");
    }
}
