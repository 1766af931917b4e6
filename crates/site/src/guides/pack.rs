//! All guides in one small file, for the service worker: the frame once, and of each page what differs. The worker puts
//! the pages together again where there is no network.

use crate::dist::{Dist, short_hash};
use serde_json::{Map, json};
use stackengine_core::incidents::INCIDENTS;

/// What differs from page to page: from the end of the first text to the next beginning of the second, in this order.
const DIFFERENT: [(&str, &str); 6] = [
    ("<title>", "</title>"),
    ("<meta name=\"description\" content=\"", "\""),
    (" fetchpriority=\"high\"></script>\n", "</head>"),
    ("<h1 id=\"paste-title\">", "</h1>"),
    ("<p class=\"lead\">", "</p>"),
    ("<section id=\"guide\"", "</main>"),
];

/// Writes `guides-HASH.json` from the pages as they are, but for the build's name.
///
/// # Errors
/// A page that cannot be put together again, byte for byte.
pub(crate) fn write(dist: &Dist) -> Result<(), String> {
    let mut frame: Option<Vec<String>> = None;
    let mut pages = Map::new();
    for incident in INCIDENTS {
        for cell in incident.cells {
            let path = format!("guides/{}/{}/", incident.id, cell.backend);
            let page = dist.text(&format!("{path}index.html"))?;
            let (own, values) = apart(&page).ok_or_else(|| format!("{path} is not made from the frame"))?;
            if frame.get_or_insert_with(|| own.clone()) != &own {
                return Err(format!("{path} has a frame of its own"));
            }
            pages.insert(path, values.into());
        }
    }
    let text = json!({ "frame": frame, "pages": pages }).to_string();
    dist.write(&format!("guides-{}.json", short_hash(&[text.as_bytes()])), text.as_bytes())
}

/// The pieces of the frame, and what stands between them.
fn apart(page: &str) -> Option<(Vec<String>, Vec<String>)> {
    let (mut frame, mut values) = (Vec::new(), Vec::new());
    let mut rest = page;
    for (start, end) in DIFFERENT {
        let from = rest.find(start)? + start.len();
        let to = from + rest.get(from..)?.find(end)?;
        frame.push(rest.get(..from)?.to_owned());
        values.push(rest.get(from..to)?.to_owned());
        rest = rest.get(to..)?;
    }
    frame.push(rest.to_owned());
    Some((frame, values))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn a_page_comes_apart_and_together() {
        let page = "<title>T</title><meta name=\"description\" content=\"D\"><script fetchpriority=\"high\"></script>\n<x></head>\
                    <h1 id=\"paste-title\">H</h1><p class=\"lead\">L</p><section id=\"guide\" a>G</section></main>.";
        let (frame, values) = apart(page).unwrap();
        assert_eq!(values, ["T", "D", "<x>", "H", "L", " a>G</section>"]);
        let together: String = frame
            .iter()
            .enumerate()
            .map(|(at, piece)| piece.clone() + values.get(at).map_or("", |v| v))
            .collect();
        assert_eq!(together, page);
        assert_eq!(apart("<title>T</title>"), None);
    }
}
