//! Credentials whose form has no fixed text, only a shape that nothing else has: parts of certain lengths and alphabets.

use super::pattern::{Class, Pattern};
use super::runs::{Alphabet, Wanted};
use super::{Finder, Found, values};
use std::sync::LazyLock;

struct Shape {
    rule: &'static str,
    placeholder: &'static str,
    pattern: &'static str,
    /// Shortest and longest run of letters, digits and marks that can be one.
    lengths: (usize, usize),
    /// The signs that stand in each.
    needs: u8,
}

/// The signs between the parts of shapes; behind one a shape may begin.
const SIGNS: &[u8] = b"=/:.-!";

/// Signs as a set.
const fn signs(bytes: &[u8]) -> u8 {
    let (mut set, mut at) = (0, 0);
    while at < bytes.len() {
        set |= SIGN[bytes[at] as usize];
        at += 1;
    }
    set
}

/// Each byte's place in a set of signs.
const SIGN: [u8; 256] = {
    let mut table = [0; 256];
    let mut at = 0;
    while at < SIGNS.len() {
        table[SIGNS[at] as usize] = 1 << at;
        at += 1;
    }
    table
};

fn sign(byte: u8) -> u8 {
    SIGN.get(usize::from(byte)).copied().unwrap_or(0)
}

/// Source: facts/redaction.md 1.6, 1.7 and 1.9 of this project.
const SHAPES: &[Shape] = &[
    Shape {
        rule: "mailgun-signing-key",
        placeholder: "MAIL_KEY",
        pattern: "[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}",
        lengths: (50, 50),
        needs: signs(b"-"),
    },
    Shape {
        rule: "mailchimp",
        placeholder: "MAIL_KEY",
        pattern: "[0-9a-f]{32}-us[0-9]{1,2}",
        lengths: (36, 37),
        needs: signs(b"-"),
    },
    Shape {
        rule: "discord-bot",
        placeholder: "BOT_TOKEN",
        pattern: r"[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}",
        lengths: (58, 76),
        needs: signs(b"."),
    },
    Shape {
        rule: "telegram",
        placeholder: "BOT_TOKEN",
        pattern: "[0-9]{5,16}:A[A-Za-z0-9_-]{32,34}",
        lengths: (39, 52),
        needs: signs(b":"),
    },
    Shape {
        rule: "ntlm",
        placeholder: "HASH",
        pattern: "[0-9a-f]{32}:[0-9a-f]{32}",
        lengths: (65, 65),
        needs: signs(b":"),
    },
    Shape {
        rule: "ntlm",
        placeholder: "HASH",
        pattern: "[0-9A-F]{32}:[0-9A-F]{32}",
        lengths: (65, 65),
        needs: signs(b":"),
    },
    Shape {
        rule: "twilio-key-sid",
        placeholder: "API_KEY",
        pattern: "SK[0-9a-f]{32}",
        lengths: (34, 34),
        needs: signs(b""),
    },
    Shape {
        rule: "ghost-admin",
        placeholder: "API_KEY",
        pattern: "[0-9a-f]{24}:[0-9a-f]{64}",
        lengths: (89, 89),
        needs: signs(b":"),
    },
    Shape {
        rule: "asana",
        placeholder: "ACCESS_TOKEN",
        pattern: "[0-9]/[0-9]{16}(?:/[0-9]{16})?:[0-9a-f]{32}",
        lengths: (51, 68),
        needs: signs(b"/:"),
    },
    Shape {
        rule: "bitwarden-token",
        placeholder: "ACCESS_TOKEN",
        pattern: r"0\.[0-9a-f-]{36}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/=]{24}",
        lengths: (94, 94),
        needs: signs(b".:"),
    },
    Shape {
        rule: "crates-io",
        placeholder: "REGISTRY_TOKEN",
        pattern: "cio[A-Za-z0-9]{32}",
        lengths: (35, 35),
        needs: signs(b""),
    },
    Shape {
        rule: "nats-seed",
        placeholder: "NATS_SEED",
        pattern: "S[UANOCX][A-Z2-7]{56}",
        lengths: (58, 58),
        needs: signs(b""),
    },
    Shape {
        rule: "salesforce-session",
        placeholder: "SESSION",
        pattern: r"00D[A-Za-z0-9]{12}![A-Za-z0-9._]{60,120}",
        lengths: (76, 140),
        needs: signs(b"!"),
    },
    Shape {
        rule: "maas",
        placeholder: "API_KEY",
        pattern: "[A-Za-z0-9]{18}:[A-Za-z0-9]{18}:[A-Za-z0-9]{32}",
        lengths: (70, 70),
        needs: signs(b":"),
    },
    Shape {
        rule: "zhipu",
        placeholder: "API_KEY",
        pattern: r"[0-9a-f]{32}\.[A-Za-z0-9]{16}",
        lengths: (49, 49),
        needs: signs(b"."),
    },
    Shape {
        rule: "zoho",
        placeholder: "ACCESS_TOKEN",
        pattern: r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}",
        lengths: (70, 70),
        needs: signs(b"."),
    },
    Shape {
        rule: "newrelic-license",
        placeholder: "LICENSE_KEY",
        pattern: "(?:eu01xx)?[0-9a-f]{30,36}NRAL",
        lengths: (40, 40),
        needs: signs(b""),
    },
];

/// Each shape's pattern, and the bytes that it can begin with.
static COMPILED: LazyLock<Vec<Option<(Pattern, Class)>>> = LazyLock::new(|| {
    let compiled = |shape: &Shape| Pattern::new(shape.pattern).map(|pattern| (pattern.first(), pattern));
    SHAPES.iter().map(|shape| compiled(shape).map(|(first, pattern)| (pattern, first))).collect()
});

/// Bytes of the shortest shape.
const LEAST: usize = 34;

/// Letters, digits and marks that a shape can hold.
pub(super) const WANTED: Wanted = Wanted { least: LEAST, alphabet: Alphabet::alphanumeric_and(b"_-.:/+!=") };

/// Bytes of the longest.
const LONGEST: usize = 140;

/// A shape is looked for in so much of a run.
const FARTHEST: usize = 2048;

/// Whether no token goes on at `at`.
fn ends(text: &[u8], at: usize) -> bool {
    text.get(at).is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, b'_' | b'+'))
}

/// Reads a run that is as long as a shape. `begins` is used again from run to run.
pub(super) fn read(finder: &mut Finder<'_>, start: usize, end: usize, begins: &mut Vec<(usize, u8)>) {
    let text = finder.bytes;
    let length = end - start;
    // Apache's digest file: `user:realm:` and an MD5.
    let opened = start.checked_sub(1).and_then(|at| text.get(at)).copied().unwrap_or(b'\n');
    // PostgreSQL's: `md5` and an MD5.
    if length == 35
        && text.get(start..start + 3) == Some(b"md5")
        && text
            .get(start + 3..end)
            .is_some_and(|hash| hash.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte)))
    {
        finder.add(Found { start: start + 3, end, rule: "postgres-md5", placeholder: "HASH", certain: true });
        return;
    }
    if matches!(opened, b'\n' | b'"' | b'\'' | b' ' | b'+')
        && matches!(text.get(end), None | Some(b'\n' | b'\r' | b'"' | b'\''))
        && let Some(colon) = text.get(start..end).and_then(|run| memchr::memrchr(b':', run))
        && length - colon == 33
        && text.get(start..start + colon).is_some_and(|head| {
            memchr::memchr_iter(b':', head).count() == 1 && head.first().is_some_and(u8::is_ascii_alphabetic)
        })
        && text
            .get(start + colon + 1..end)
            .is_some_and(|hash| hash.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte)))
    {
        finder.add(Found {
            start: start + colon + 1,
            end,
            rule: "htdigest",
            placeholder: "HASH",
            certain: true,
        });
        return;
    }
    // MySQL's hash of a password: a star and forty upper-case digits.
    if length == 40
        && start > 0
        && text.get(start - 1) == Some(&b'*')
        && text
            .get(start..end)
            .is_some_and(|run| run.iter().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(byte)))
    {
        finder.add(Found { start: start - 1, end, rule: "mysql-native", placeholder: "HASH", certain: true });
        return;
    }
    // The shape may stand behind a name, a path or a bot's `bot`: `key=`, `https://x/bot`.
    let last = (end + 1 - LEAST).min(start + FARTHEST);
    begins.clear();
    begins.push((start, 0));
    let mut signs = 0;
    for (byte, at) in text.get(start..last).unwrap_or(b"").iter().zip(start + 1..) {
        let sign = sign(*byte);
        signs |= sign;
        if at < last
            && (sign != 0 || *byte == b't' && text.get(start..at).is_some_and(|head| head.ends_with(b"bot")))
        {
            begins.push((at, signs));
            signs = 0;
        }
    }
    // Which signs stand at or behind each of the places: a shape needs its own.
    signs |=
        text.get(last..end.min(last + LONGEST)).unwrap_or(b"").iter().fold(0, |all, byte| all | sign(*byte));
    for (_, before) in begins.iter_mut().rev() {
        signs |= std::mem::replace(before, signs);
    }
    for (shape, pattern) in SHAPES.iter().zip(COMPILED.iter()) {
        let Some((pattern, first)) = pattern else { continue };
        let mut done = start;
        for (from, signs) in begins.iter().copied() {
            if end - from < shape.lengths.0 {
                break;
            }
            if signs & shape.needs == shape.needs
                && from >= done
                && text.get(from).is_some_and(|byte| first.has(*byte))
                && (shape.lengths.0 < shape.lengths.1 || ends(text, from + shape.lengths.0))
                && let Some((stop, _, _)) = pattern.at(text, from)
                && ends(text, stop)
                && (shape.lengths.0..=shape.lengths.1).contains(&(stop - from))
                && finder.text.get(from..stop).is_some_and(|body| {
                    body.bytes().any(|byte| byte.is_ascii_digit()) && values::entropy(body.as_bytes()) > 2.8
                })
            {
                finder.add(Found {
                    start: from,
                    end: stop,
                    rule: shape.rule,
                    placeholder: shape.placeholder,
                    certain: true,
                });
                done = stop;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_compiles() {
        assert!(COMPILED.iter().all(Option::is_some));
        assert_eq!(SHAPES.iter().map(|shape| shape.lengths.0).min(), Some(LEAST));
        assert_eq!(SHAPES.iter().map(|shape| shape.lengths.1).max(), Some(LONGEST));
    }

    #[test]
    fn the_signs_of_a_shape_stand_in_each_of_its_kind() {
        let mut state = 1_u64;
        let mut pick = |sides: usize| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            usize::try_from(state >> 33).unwrap_or(0) % sides.max(1)
        };
        for (shape, compiled) in SHAPES.iter().zip(COMPILED.iter()) {
            let Some((pattern, _)) = compiled else { continue };
            for _ in 0..100 {
                let sample = pattern.sample(&mut pick);
                let set = sample.bytes().fold(0, |set, byte| set | sign(byte));
                assert_eq!(set & shape.needs, shape.needs, "{}", shape.rule);
            }
        }
    }
}
