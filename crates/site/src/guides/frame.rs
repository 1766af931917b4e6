//! The built `index.html` as a frame for other pages: the same sandbox, with words and links of their own.

use super::html::Html;

/// What a page puts into the frame.
pub(crate) struct Content<'a> {
    /// From the page to the site's root: `../../../`.
    pub(crate) root: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// The page's heading, above the paste box.
    pub(crate) heading: &'a Html,
    pub(crate) lead: &'a str,
    /// For the end of the head.
    pub(crate) head: &'a Html,
    /// For the section beneath the sandbox.
    pub(crate) guide: &'a Html,
}

/// The page, or the anchor that the frame lacks.
pub(crate) fn fill(index: &str, content: &Content<'_>) -> Result<String, String> {
    let escaped = |text: &str| Html::new().text(text).as_str().to_owned();
    let mut out = at_root(index, content.root);
    out = between(&out, "<title>", "</title>", &escaped(content.title))?;
    out = between(&out, "<meta name=\"description\" content=\"", "\"", &escaped(content.description))?;
    out = between(&out, "<h1 id=\"paste-title\">", "</h1>", content.heading.as_str())?;
    out = between(&out, "<p class=\"lead\">", "</p>", &escaped(content.lead))?;
    with_guide(&out, content.head, content.guide)
}

/// The frame's own page with a guide beneath it.
pub(crate) fn with_guide(index: &str, head: &Html, guide: &Html) -> Result<String, String> {
    let out = between(index, "</head>", "", &format!("{}\n</head>", head.as_str())).map(|text| {
        // The anchor itself was kept in front of the new end.
        text.replacen("</head>", "", 1)
    })?;
    let open = "<section id=\"guide\"";
    let start = out.find(open).ok_or_else(|| missing(open))?;
    let tag = out.get(start..).and_then(|rest| rest.find('>')).ok_or_else(|| missing(open))?;
    let tag = out.get(start..=start + tag).unwrap_or(open).to_owned();
    between(&out, &tag, "</section>", guide.as_str())
}

fn missing(anchor: &str) -> String {
    format!("index.html has no {anchor}")
}

/// Every relative address of the frame, from where the page is.
fn at_root(index: &str, root: &str) -> String {
    if root == "./" { index.to_owned() } else { index.replace("=\"./", &format!("=\"{root}")) }
}

/// Replaces what stands between the first `start` and the next `end`; both stay.
fn between(text: &str, start: &str, end: &str, new: &str) -> Result<String, String> {
    let (before, rest) = text.split_once(start).ok_or_else(|| missing(start))?;
    let at = rest.find(end).ok_or_else(|| missing(end))?;
    Ok([before, start, new, rest.get(at..).unwrap_or("")].concat())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    pub(crate) const INDEX: &str = "<html lang=\"en\" data-root=\"./\"><head><title>T</title><meta name=\"description\" content=\"D\"><link rel=\"stylesheet\" href=\"./style.css\"></head><body><a href=\"./\">x</a><main><h1 id=\"paste-title\">H</h1><p class=\"lead\">L</p><section id=\"guide\" class=\"guide\">\n</section></main></body></html>";

    #[test]
    fn the_frame_is_filled_and_its_links_lead_to_the_root() {
        let (mut heading, mut head, mut guide) = (Html::new(), Html::new(), Html::new());
        heading.text("New");
        head.json(&serde_json::json!({}));
        guide.leaf("h2", &[], "G");
        let page = fill(
            INDEX,
            &Content {
                root: "../../../",
                title: "a < b",
                description: "say \"d\"",
                heading: &heading,
                lead: "l",
                head: &head,
                guide: &guide,
            },
        )
        .unwrap();
        assert_eq!(
            page,
            "<html lang=\"en\" data-root=\"../../../\"><head><title>a &lt; b</title><meta name=\"description\" content=\"say &quot;d&quot;\"><link rel=\"stylesheet\" href=\"../../../style.css\"><script type=\"application/ld+json\">{}</script>\n</head><body><a href=\"../../../\">x</a><main><h1 id=\"paste-title\">New</h1><p class=\"lead\">l</p><section id=\"guide\" class=\"guide\"><h2>G</h2></section></main></body></html>"
        );
    }

    #[test]
    fn a_frame_without_its_anchor_is_an_error() {
        let none = Html::new();
        assert_eq!(
            with_guide("<head></head>", &none, &none),
            Err("index.html has no <section id=\"guide\"".into())
        );
    }
}
