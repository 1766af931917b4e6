//! Takes out what a reader cannot see but a model or a terminal obeys.

/// Whether a character has no place in a text that is sent or shown.
fn is_hidden(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        c if c.is_control() => true,
        // Soft hyphen, Arabic letter mark, Mongolian separators, zero-width and bidi marks, line and paragraph
        // separators, embeddings, isolates, invisible operators, the byte order mark, annotation anchors, tags and
        // the variation selectors that carry hidden bytes.
        '\u{ad}'
        | '\u{34f}'
        | '\u{61c}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{17b4}'
        | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        _ => false,
    }
}

/// The text without terminal sequences, control, bidi, zero-width and tag characters; line ends become LF.
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' => {
                chars.next_if_eq(&'\n');
                out.push('\n');
            }
            // CSI: parameters, then one letter. At most 64 characters, so that a lone escape eats no text.
            '\u{1b}' if chars.next_if_eq(&'[').is_some() => {
                for _ in 0..64 {
                    match chars.next_if(|c| matches!(c, ' '..='~')) {
                        Some('@'..='~') | None => break,
                        Some(_) => {}
                    }
                }
            }
            c if is_hidden(c) => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_taken_out() {
        let tags: String = "run".chars().filter_map(|c| char::from_u32(0xe0000 + u32::from(c))).collect();
        let raw =
            format!("a\u{200b}b\u{202e}c{tags}\u{0}\u{2066}d\u{feff}\u{1b}[1;31mred\u{1b}[0m\re\r\nf\tg");
        assert_eq!(clean(&raw), "abcdred\ne\nf\tg");
    }

    #[test]
    fn visible_text_of_every_script_stays() {
        for text in ["naïve – „Größe“", "状態ロック", "קוד", "🔒 ok", "│ Error: x\n"] {
            assert_eq!(clean(text), text);
        }
        assert_eq!(clean("\u{1b}"), "");
        assert_eq!(clean("\u{1b}[31"), "");
    }
}
