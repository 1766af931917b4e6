//! Markup of pages and comments.

use super::pattern;
use regex::Regex;
use std::sync::LazyLock;

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"</?(?:br|p|div|span|pre|code|li|ul|td|tr|table|tbody|b|i|em|strong|details|summary|a|font)(?:[ \t][^<>]*)?/?>",
    )
});

const ENTITIES: [(&str, &str); 10] = [
    ("&nbsp;", " "),
    ("&#160;", " "),
    ("&quot;", "\""),
    ("&#34;", "\""),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&#x2F;", "/"),
    ("&amp;", "&"),
];

pub(super) fn is_html(text: &str) -> bool {
    text.contains("</")
        || text.contains("<br")
        || (text.contains('&')
            && ["&nbsp;", "&quot;", "&#3", "&amp;", "&lt;", "&gt;", "&#160;", "&#x2"]
                .iter()
                .any(|entity| text.contains(entity)))
}

pub(super) fn without_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for tag in TAG.find_iter(text) {
        out.push_str(text.get(at..tag.start()).unwrap_or(""));
        if tag.as_str().starts_with("<br") && tag.end() < text.len() {
            out.push('\n');
        }
        at = tag.end();
    }
    out.push_str(text.get(at..).unwrap_or(""));
    for (entity, character) in ENTITIES {
        if out.contains(entity) {
            out = out.replace(entity, character);
        }
    }
    out
}
