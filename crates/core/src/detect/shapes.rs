//! Credentials whose form has no fixed text, only a shape that nothing else has: parts of certain lengths and alphabets.

use super::pattern::{Class, Pattern};
use super::runs::{self, Alphabet};
use super::{Finder, Found, values};
use std::sync::LazyLock;

struct Shape {
    rule: &'static str,
    placeholder: &'static str,
    pattern: &'static str,
    /// Shortest and longest run of letters, digits and marks that can be one.
    lengths: (usize, usize),
}

/// Source: facts/redaction.md 1.6, 1.7 and 1.9 of this project.
const SHAPES: &[Shape] = &[
    Shape {
        rule: "mailgun-signing-key",
        placeholder: "MAIL_KEY",
        pattern: "[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8}",
        lengths: (50, 50),
    },
    Shape {
        rule: "mailchimp",
        placeholder: "MAIL_KEY",
        pattern: "[0-9a-f]{32}-us[0-9]{1,2}",
        lengths: (36, 37),
    },
    Shape {
        rule: "discord-bot",
        placeholder: "BOT_TOKEN",
        pattern: r"[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40}",
        lengths: (58, 76),
    },
    Shape {
        rule: "telegram",
        placeholder: "BOT_TOKEN",
        pattern: "[0-9]{5,16}:A[A-Za-z0-9_-]{34}",
        lengths: (41, 52),
    },
    Shape { rule: "ntlm", placeholder: "HASH", pattern: "[0-9a-f]{32}:[0-9a-f]{32}", lengths: (65, 65) },
    Shape { rule: "ntlm", placeholder: "HASH", pattern: "[0-9A-F]{32}:[0-9A-F]{32}", lengths: (65, 65) },
    Shape { rule: "twilio-key-sid", placeholder: "API_KEY", pattern: "SK[0-9a-f]{32}", lengths: (34, 34) },
    Shape {
        rule: "ghost-admin",
        placeholder: "API_KEY",
        pattern: "[0-9a-f]{24}:[0-9a-f]{64}",
        lengths: (89, 89),
    },
    Shape {
        rule: "asana",
        placeholder: "ACCESS_TOKEN",
        pattern: "[0-9]/[0-9]{16}(?:/[0-9]{16})?:[0-9a-f]{32}",
        lengths: (51, 68),
    },
    Shape {
        rule: "bitwarden-token",
        placeholder: "ACCESS_TOKEN",
        pattern: r"0\.[0-9a-f-]{36}\.[A-Za-z0-9]{30}:[A-Za-z0-9+/=]{24}",
        lengths: (94, 94),
    },
    Shape {
        rule: "crates-io",
        placeholder: "REGISTRY_TOKEN",
        pattern: "cio[A-Za-z0-9]{32}",
        lengths: (35, 35),
    },
    Shape {
        rule: "nats-seed",
        placeholder: "NATS_SEED",
        pattern: "S[UANOCX][A-Z2-7]{56}",
        lengths: (58, 58),
    },
    Shape {
        rule: "salesforce-session",
        placeholder: "SESSION",
        pattern: r"00D[A-Za-z0-9]{12}![A-Za-z0-9._]{60,120}",
        lengths: (76, 140),
    },
    Shape {
        rule: "zhipu",
        placeholder: "API_KEY",
        pattern: r"[0-9a-f]{32}\.[A-Za-z0-9]{16}",
        lengths: (49, 49),
    },
    Shape {
        rule: "zoho",
        placeholder: "ACCESS_TOKEN",
        pattern: r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}",
        lengths: (70, 70),
    },
    Shape {
        rule: "newrelic-license",
        placeholder: "LICENSE_KEY",
        pattern: "(?:eu01xx)?[0-9a-f]{30,36}NRAL",
        lengths: (40, 40),
    },
];

/// Each shape's pattern, and the bytes that it can begin with.
static COMPILED: LazyLock<Vec<Option<(Pattern, Class)>>> = LazyLock::new(|| {
    let compiled = |shape: &Shape| Pattern::new(shape.pattern).map(|pattern| (pattern.first(), pattern));
    SHAPES.iter().map(|shape| compiled(shape).map(|(first, pattern)| (pattern, first))).collect()
});

/// Letters, digits and marks that a shape can hold.
const RUN: Alphabet = Alphabet::alphanumeric_and(b"_-.:/+!=");

/// Bytes of the shortest shape.
const LEAST: usize = 34;

/// A shape is looked for in so much of a run.
const FARTHEST: usize = 2048;

/// Reads every run of the text that is as long as a shape.
pub(super) fn read(finder: &mut Finder<'_>) {
    let text = finder.bytes;
    let mut at = 0;
    let mut begins: Vec<usize> = Vec::new();
    while let Some((start, end)) = runs::next(text, at, LEAST, &RUN) {
        at = end;
        let length = end - start;
        // Apache's digest file: `user:realm:` and an MD5.
        let opened = start.checked_sub(1).and_then(|at| text.get(at)).copied().unwrap_or(b'\n');
        // PostgreSQL's: `md5` and an MD5.
        if length == 35
            && text.get(start..start + 3) == Some(b"md5")
            && text.get(start + 3..end).is_some_and(|hash| {
                hash.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
            })
        {
            finder.add(Found {
                start: start + 3,
                end,
                rule: "postgres-md5",
                placeholder: "HASH",
                certain: true,
            });
            continue;
        }
        if matches!(opened, b'\n' | b'"' | b'\'' | b' ' | b'+')
            && matches!(text.get(end), None | Some(b'\n' | b'\r' | b'"' | b'\''))
            && let Some(colon) = text.get(start..end).and_then(|run| memchr::memrchr(b':', run))
            && length - colon == 33
            && text.get(start..start + colon).is_some_and(|head| {
                memchr::memchr_iter(b':', head).count() == 1
                    && head.first().is_some_and(u8::is_ascii_alphabetic)
            })
            && text.get(start + colon + 1..end).is_some_and(|hash| {
                hash.iter().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
            })
        {
            finder.add(Found {
                start: start + colon + 1,
                end,
                rule: "htdigest",
                placeholder: "HASH",
                certain: true,
            });
            continue;
        }
        // MySQL's hash of a password: a star and forty upper-case digits.
        if length == 40
            && start > 0
            && text.get(start - 1) == Some(&b'*')
            && text.get(start..end).is_some_and(|run| {
                run.iter().all(|byte| byte.is_ascii_digit() || (b'A'..=b'F').contains(byte))
            })
        {
            finder.add(Found {
                start: start - 1,
                end,
                rule: "mysql-native",
                placeholder: "HASH",
                certain: true,
            });
            continue;
        }
        // The shape may stand behind a name, a path or a bot's `bot`: `key=`, `https://x/bot`.
        let last = (end + 1 - LEAST).min(start + FARTHEST);
        begins.clear();
        begins.push(start);
        begins.extend((start + 1..last).filter(|from| {
            let before = text.get(from - 1).copied().unwrap_or(b' ');
            matches!(before, b'=' | b'/' | b':' | b'.' | b'-' | b'!')
                || before == b't' && text.get(start..*from).is_some_and(|head| head.ends_with(b"bot"))
        }));
        for (shape, pattern) in SHAPES.iter().zip(COMPILED.iter()) {
            let Some((pattern, first)) = pattern else { continue };
            let mut done = start;
            for from in begins.iter().copied() {
                if end - from < shape.lengths.0 {
                    break;
                }
                if from >= done
                    && text.get(from).is_some_and(|byte| first.has(*byte))
                    && let Some((stop, _, _)) = pattern.at(text, from)
                    && text
                        .get(stop)
                        .is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, b'_' | b'+'))
                    && (shape.lengths.0..=shape.lengths.1).contains(&(stop - from))
                    && finder.text.get(from..stop).is_some_and(|body| {
                        body.bytes().any(|byte| byte.is_ascii_digit())
                            && values::entropy(body.as_bytes()) > 2.8
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
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shape_compiles() {
        assert!(COMPILED.iter().all(Option::is_some));
        assert_eq!(SHAPES.iter().map(|shape| shape.lengths.0).min(), Some(LEAST));
    }
}
