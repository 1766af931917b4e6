//! Writes HTML. Names of elements and attributes are constants, every text and value is escaped, and an element that is
//! opened is closed: what the writer makes cannot hold markup that came from elsewhere.

/// A piece of HTML.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(crate) struct Html(String);

/// Attributes, in order.
pub(crate) type Attributes<'a> = &'a [(&'static str, &'a str)];

/// Elements that have no content and no end tag.
const VOID: [&str; 6] = ["link", "meta", "br", "hr", "input", "img"];

impl Html {
    /// Nothing yet.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// The text so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Text.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.escape(text);
        self
    }

    /// An element with content.
    pub(crate) fn element(
        &mut self,
        name: &'static str,
        attributes: Attributes<'_>,
        content: impl FnOnce(&mut Self),
    ) -> &mut Self {
        self.open(name, attributes);
        if !VOID.contains(&name) {
            content(self);
            self.0.push_str("</");
            self.0.push_str(name);
            self.0.push('>');
        }
        self
    }

    /// An element that holds only text.
    pub(crate) fn leaf(&mut self, name: &'static str, attributes: Attributes<'_>, text: &str) -> &mut Self {
        self.element(name, attributes, |html| {
            html.text(text);
        })
    }

    /// What another writer made.
    pub(crate) fn append(&mut self, other: &Self) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// A line's end, for people who read the source.
    pub(crate) fn line(&mut self) -> &mut Self {
        self.0.push('\n');
        self
    }

    /// Data for search engines: JSON in a script element that never runs. JSON has no `<` of its own, so replacing the
    /// sign inside its strings keeps the meaning and can never end the element.
    pub(crate) fn json(&mut self, value: &serde_json::Value) -> &mut Self {
        self.0.push_str("<script type=\"application/ld+json\">");
        self.0.push_str(
            &value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026"),
        );
        self.0.push_str("</script>");
        self
    }

    fn open(&mut self, name: &'static str, attributes: Attributes<'_>) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            if !value.is_empty() {
                self.0.push_str("=\"");
                self.escape(value);
                self.0.push('"');
            }
        }
        self.0.push('>');
    }

    /// Values stand in double quotes, so a single one needs no escape.
    fn escape(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                // No NUL may stand in HTML.
                '\0' => self.0.push('\u{fffd}'),
                other => self.0.push(other),
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const HOSTILE: [&str; 6] = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</textarea></template><svg/onload=alert(1)>",
        "&lt;b&gt; stays what it was",
        "nul\0nul",
    ];

    #[test]
    fn hostile_text_never_becomes_markup() {
        for text in HOSTILE {
            let mut html = Html::new();
            html.element("p", &[("title", text), ("class", "x")], |html| {
                html.text(text);
            });
            let inner = html.as_str().strip_prefix("<p title=\"").unwrap();
            let (value, rest) = inner.split_once("\" class=\"x\">").unwrap();
            let content = rest.strip_suffix("</p>").unwrap();
            for place in [value, content] {
                assert!(!place.contains(['<', '>', '"', '\0']), "{place}");
            }
        }
    }

    #[test]
    fn an_ampersand_is_escaped_once() {
        assert_eq!(Html::new().text("a & b &amp; c").as_str(), "a &amp; b &amp;amp; c");
    }

    #[test]
    fn json_cannot_end_its_element() {
        let mut html = Html::new();
        html.json(&serde_json::json!({"name": "</script><script>alert(1)//&"}));
        assert_eq!(html.as_str().matches('<').count(), 2);
        let body = html.as_str().split_once('>').unwrap().1.rsplit_once('<').unwrap().0;
        let back: serde_json::Value = serde_json::from_str(body).unwrap();
        assert_eq!(back["name"], "</script><script>alert(1)//&");
    }

    #[test]
    fn elements_close_themselves() {
        let mut html = Html::new();
        html.element("ul", &[], |html| {
            html.leaf("li", &[], "one").element("br", &[], |_| {});
        });
        assert_eq!(html.as_str(), "<ul><li>one</li><br></ul>");
    }
}
