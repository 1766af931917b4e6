//! How random a value looks.

use super::harmless::is_never_secret;

/// Shannon entropy in bits per byte.
pub(in crate::detect) fn entropy(bytes: &[u8]) -> f64 {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let all = f64::from(u32::try_from(bytes.len().max(1)).unwrap_or(u32::MAX));
    counts
        .iter()
        .filter(|count| **count > 0)
        .map(|count| f64::from(*count) / all)
        .map(|share| -share * share.log2())
        .sum()
}

/// Hexadecimal digits in a length that digests have.
pub(in crate::detect) fn is_digest(value: &str) -> bool {
    let bytes = value.strip_prefix("0x").unwrap_or(value).as_bytes();
    let hex = bytes.iter().all(u8::is_ascii_hexdigit);
    hex && (matches!(bytes.len(), 32 | 40 | 48 | 56 | 64 | 96 | 128) || (7..=12).contains(&bytes.len()))
}

/// `8-4-4-4-12` hexadecimal digits.
pub(in crate::detect) fn is_uuid(value: &str) -> bool {
    value.len() == 36
        && value.bytes().enumerate().all(|(at, byte)| {
            if matches!(at, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() }
        })
}

/// Whether a value reads as a token, a digest or an id: one long word, not of a language. Only a name makes it a secret.
pub(in crate::detect) fn is_tokenish(value: &str) -> bool {
    let value = value.trim_end_matches('=');
    let hex = value.len() >= 24 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
    hex || is_uuid(value)
        || is_random(value)
        || value.len() >= 14
            && value.bytes().all(|byte| {
                byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'+' | b'/' | b'.' | b'~' | b':')
            })
            && value.bytes().filter(u8::is_ascii_digit).count() >= 2
            && has_mixed_part(value)
}

/// A part between marks that mixes digits with letters of both cases, or changes between them often.
pub(in crate::detect) fn has_mixed_part(value: &str) -> bool {
    value.split(['-', '_', '.', '/', ':', '+', '~']).any(|part| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        let upper = part.bytes().filter(u8::is_ascii_uppercase).count();
        let lower = part.bytes().filter(u8::is_ascii_lowercase).count();
        let changes = part
            .as_bytes()
            .windows(2)
            .filter(|pair| matches!(pair, [a, b] if a.is_ascii_digit() != b.is_ascii_digit()))
            .count();
        part.len() >= 8 && digits > 0 && (upper > 0 && lower > 0 && part.len() >= 10 || changes >= 4)
    })
}

/// Whether a word of prose reads as a password: not a word, number, version, date, path or name of code.
pub(in crate::detect) fn is_password_like(word: &str) -> bool {
    let count = word.chars().count();
    if !(4..=200).contains(&count) || is_never_secret(word) || crate::text::holds(word, "://") {
        return false;
    }
    // `eu-west-1`
    const AREAS: [&str; 5] = ["west", "east", "north", "south", "central"];
    if word.contains('-')
        && AREAS.iter().any(|area| crate::text::holds(word, area))
        && word.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit())
        && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && word.bytes().filter(u8::is_ascii_digit).count() == 1
    {
        return false;
    }
    // `9c496ac...4ee0a45` of a merge request.
    if word
        .split_once("..")
        .is_some_and(|(from, to)| is_digest(from) && is_digest(to.trim_start_matches('.')))
    {
        return false;
    }
    let variable =
        word.strip_prefix('$').is_some_and(|name| !name.starts_with(|c: char| c.is_ascii_alphabetic()));
    if variable || word.starts_with(['/', '-', '(', '<', '{', '[', '.']) || crate::text::holds(word, "()") {
        return false;
    }
    const KNOWN: [&str; 28] = [
        "utf-8",
        "utf8",
        "sha256",
        "sha1",
        "sha512",
        "md5",
        "base64",
        "oauth2",
        "aes-256",
        "aes256",
        "x509",
        "scram",
        "argon2",
        "argon2id",
        "pbkdf2",
        "bcrypt",
        "rfc",
        "id_rsa",
        "id_ed25519",
        "ed25519",
        "rs256",
        "hs256",
        "k8s",
        "s3",
        "ec2",
        "ipv4",
        "ipv6",
        "log4j",
    ];
    let lower = crate::text::lower(word);
    if KNOWN.iter().any(|known| {
        lower == *known || lower.starts_with(known) && known.len() > 3 && lower.len() < known.len() + 4
    }) {
        return false;
    }
    let digits = word.chars().filter(char::is_ascii_digit).count();
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    let marks = word
        .chars()
        .filter(|c| {
            matches!(
                c,
                '!' | '@' | '#' | '$' | '%' | '^' | '&' | '*' | '?' | '+' | '~' | '=' | '|' | ';' | '<' | '>'
            )
        })
        .count();
    if letters == 0 {
        return digits >= 6 && digits == count;
    }
    // Versions, sizes, times: digits first, then a unit.
    let unit = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ':' | '-' | '+'));
    if unit.len() < word.len()
        && unit.chars().count() <= 3
        && unit.chars().all(char::is_alphabetic)
        && marks == 0
    {
        return false;
    }
    if word
        .strip_prefix('v')
        .is_some_and(|rest| rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.'))
    {
        return false;
    }
    // Attributes and addresses of code: `db.password1`, `aws_db_instance.x2`.
    let dotted = word.split('.').count() > 1
        && word.split('.').all(|part| {
            !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        })
        && marks == 0;
    if dotted {
        return false;
    }
    marks > 0 || digits > 0 || is_drawn(word)
}

/// Letters that no language puts side by side.
pub(in crate::detect) fn is_drawn(word: &str) -> bool {
    if word.len() < 8 || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    let vowel = |byte: u8| matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let (mut run, mut longest) = (0, 0);
    for byte in lower.bytes() {
        run = if vowel(byte) { 0 } else { run + 1 };
        longest = longest.max(run);
    }
    let vowels = lower.bytes().filter(|byte| vowel(*byte)).count();
    let rare = lower.bytes().filter(|byte| matches!(byte, b'q' | b'x' | b'z' | b'j')).count();
    let humps = word
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_lowercase() && b.is_ascii_uppercase()))
        .count();
    longest >= 5 || vowels * 6 < word.len() || rare * 4 > word.len() || humps * 4 >= word.len()
}

/// Twenty letters and more that change their case as no words in code do.
pub(in crate::detect) fn is_drawn_in_letters(value: &str) -> bool {
    let cases = value
        .as_bytes()
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a.is_ascii_uppercase() != b.is_ascii_uppercase()))
        .count();
    value.len() >= 20
        && cases * 3 > value.len()
        && value.bytes().all(|byte| byte.is_ascii_alphabetic())
        && is_drawn(value)
}

/// Whether a value looks drawn at random, judged against its length and alphabet. Digests, ids and words do not.
pub(in crate::detect) fn is_random(value: &str) -> bool {
    let bytes = value.as_bytes();
    if bytes.len() < 16
        || is_never_secret(value)
        || is_uuid(value)
        || is_digest(value)
        || bytes.iter().any(|byte| !byte.is_ascii_graphic())
    {
        return false;
    }
    // `Linux-terraform-9f86d081...`: a name with a digest behind it.
    if value.rsplit_once('-').is_some_and(|(name, last)| {
        last.len() >= 32
            && is_digest(last)
            && name.bytes().all(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_' | b'.'))
    }) {
        return false;
    }
    let digits = bytes.iter().filter(|byte| byte.is_ascii_digit()).count();
    let upper = bytes.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    let lower = bytes.iter().filter(|byte| byte.is_ascii_lowercase()).count();
    if digits == 0 && is_drawn_in_letters(value) {
        return true;
    }
    if digits == 0 || upper + lower == 0 {
        return false;
    }
    // Words joined by - _ / . are names.
    let parts: Vec<&str> = value.split(['-', '_', '/', '.', ':']).filter(|part| !part.is_empty()).collect();
    let is_word = |part: &&str| {
        part.len() <= 3
            || part.bytes().all(|byte| byte.is_ascii_digit())
            || part.bytes().all(|byte| byte.is_ascii_lowercase())
            || part.bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if parts.len() > 1 && parts.iter().all(is_word) {
        return false;
    }
    // Changes between classes of characters: words with a number have few.
    let class = |byte: u8| match byte {
        b'0'..=b'9' => 0,
        b'a'..=b'z' => 1,
        b'A'..=b'Z' => 2,
        _ => 3,
    };
    let changes = bytes.windows(2).filter(|pair| matches!(pair, [a, b] if class(*a) != class(*b))).count();
    let expected = if upper > 0 && lower > 0 { bytes.len() * 3 / 10 } else { bytes.len() / 5 };
    let floor = if bytes.len() >= 32 {
        3.6
    } else if bytes.len() >= 20 {
        3.3
    } else {
        3.0
    };
    changes >= expected.max(4) && entropy(bytes) >= floor
}

/// Twelve characters and more with a part that mixes digits and letters of both cases, and no name or path.
pub(in crate::detect) fn is_drawn_mixed(word: &str) -> bool {
    let mixed = |part: &str| {
        part.len() >= 10
            && has_mixed_part(part)
            && part.bytes().any(|byte| byte.is_ascii_uppercase())
            && part.bytes().any(|byte| byte.is_ascii_lowercase())
    };
    word.len() >= 12
        && !word.starts_with("pk_")
        && !word.contains(['/', ':', '.', ',', '=', '@', '(', '{'])
        && word.split(['-', '_', '+', '~']).any(mixed)
}
