//! Values of objects that call themselves secret: `"sensitive": true`, `SecureString`.

use crate::detect::marks::Marks;
use crate::detect::names::{Said, Strength};
use crate::detect::values;
use crate::detect::{Finder, assignments, containers};

/// The literals that this file looks for.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    FLAGS.into_iter().chain(["ecureString", "ecurestring"])
}

/// What an object calls itself that holds a secret, with `true` after it.
const FLAGS: [&str; 7] = ["ensitive", "isSecret", "is_secret", "NoEcho", "\"secret\"", "masked", "writeOnly"];

/// Values of attributes that a state marks as sensitive.
pub(in crate::detect) fn marked(finder: &mut Finder<'_>, marks: &Marks) {
    let flags = FLAGS.iter().flat_map(|flag| marks.place(flag).map(move |here| (here, here + flag.len())));
    for (count, (here, at)) in flags.enumerate() {
        // Many small objects have their flags near.
        let (back, ahead) = if count < 2_000 { (4_000, 6_000) } else { (400, 600) };
        let after = finder.text.get(at..).unwrap_or("").trim_start_matches(['"', '\\', ' ', '\t']);
        let Some(after) = after.strip_prefix([':', '=']) else { continue };
        if !after.trim_start().starts_with("true") {
            continue;
        }
        // The sibling stands in the same object.
        let least = here.saturating_sub(back);
        let open = values::enclosing(finder.bytes, word_start(finder.bytes, here), least)
            .unwrap_or_else(|| (least..=here).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(here));
        let far = finder.text.len().min(here + ahead);
        let far = (far..finder.text.len()).find(|at| finder.text.is_char_boundary(*at)).unwrap_or(far);
        let close = values::closing(finder.bytes, open, far).unwrap_or(far).max(here);
        secret_members(finder, open, close);
    }
    for mark in ["ecureString", "ecurestring"] {
        for here in marks.place(mark) {
            let least = here.saturating_sub(1_000);
            let Some(quote) = finder.text.get(least..here).and_then(|head| head.rfind('"')) else { continue };
            let Some(open) = values::enclosing(finder.bytes, least + quote, least) else { continue };
            let far = finder.bytes.len().min(here + 2_000);
            if let Some(close) = values::closing(finder.bytes, open, far) {
                secret_members(finder, open, close);
            }
        }
    }
}

/// Where the name begins that holds `at`, its quote included.
fn word_start(text: &[u8], mut at: usize) -> usize {
    while at > 0
        && text
            .get(at - 1)
            .is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'"' | b'\\'))
    {
        at -= 1;
    }
    at
}

/// The value of an object that calls itself secret.
pub(in crate::detect) fn secret_members(finder: &mut Finder<'_>, open: usize, close: usize) {
    const SAID: Said = Said { strength: Strength::Strong, kind: "SENSITIVE_VALUE" };
    {
        for name in ["value", "default", "defaultValue", "Default", "val"] {
            let object = finder.text.get(open..close).unwrap_or("");
            let mut from = 0;
            while let Some(found) = object.get(from..).and_then(|rest| rest.find(name)) {
                let start = open + from + found;
                from += found + name.len();
                let word = |byte: Option<&u8>| {
                    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
                };
                if word(start.checked_sub(1).and_then(|at| finder.bytes.get(at)))
                    || word(finder.bytes.get(start + name.len()))
                {
                    continue;
                }
                let inside = values::after_name(finder.bytes, start + name.len());
                if matches!(finder.bytes.get(inside), Some(b'{' | b'[')) {
                    containers::everything(finder, SAID, inside);
                } else {
                    assignments::value_of(finder, name, SAID, start, start + name.len());
                }
            }
        }
    }
}
