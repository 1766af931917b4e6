//! Reads the built pages back and finds what is missing: a file, an id, a title that two pages share.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path, PathBuf};

/// One page as far as links go.
#[derive(Debug, Default)]
struct Page {
    ids: BTreeSet<String>,
    /// Attribute and value.
    links: Vec<(&'static str, String)>,
    /// Ids that the page itself must have.
    wanted: Vec<String>,
    title: String,
    description: String,
    complaints: Vec<String>,
}

/// Every complaint about the pages under `dist`, one line each.
pub(crate) fn check(dist: &Path) -> std::io::Result<Vec<String>> {
    let mut files = Vec::new();
    walk(dist, &mut files)?;
    let mut pages: BTreeMap<PathBuf, Page> = BTreeMap::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "html")) {
        pages.insert(file.clone(), read(&std::fs::read_to_string(file)?));
    }
    let mut complaints = Vec::new();
    let mut titles: BTreeMap<&str, &Path> = BTreeMap::new();
    let mut descriptions: BTreeMap<&str, &Path> = BTreeMap::new();
    for (file, page) in &pages {
        let name = file.strip_prefix(dist).unwrap_or(file).display();
        complaints.extend(page.complaints.iter().map(|complaint| format!("{name}: {complaint}")));
        for id in &page.wanted {
            if !page.ids.contains(id) {
                complaints.push(format!("{name}: no element has the id {id}"));
            }
        }
        for (attribute, link) in &page.links {
            if let Some(complaint) = broken(dist, file, link, &pages) {
                complaints.push(format!("{name}: {attribute}=\"{link}\": {complaint}"));
            }
        }
        if file.starts_with(dist.join("guides")) || *file == dist.join("index.html") {
            for (what, value, seen) in [
                ("title", page.title.as_str(), &mut titles),
                ("description", page.description.as_str(), &mut descriptions),
            ] {
                if value.is_empty() {
                    complaints.push(format!("{name}: no {what}"));
                } else if let Some(other) = seen.insert(value, file) {
                    complaints.push(format!("{name}: the same {what} as {}", other.display()));
                }
            }
        }
    }
    Ok(complaints)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    let mut entries: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Why a link leads nowhere; none where it leads somewhere, or off this site.
fn broken(dist: &Path, from: &Path, link: &str, pages: &BTreeMap<PathBuf, Page>) -> Option<String> {
    let is_elsewhere = link.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphabetic())
    });
    if is_elsewhere {
        return None;
    }
    let (path, fragment) = link.split_once('#').map_or((link, None), |(path, id)| (path, Some(id)));
    let path = path.split_once('?').map_or(path, |(path, _)| path);
    if path.starts_with('/') {
        return Some("an absolute path breaks under a sub-path".to_owned());
    }
    let target = if path.is_empty() {
        from.to_path_buf()
    } else {
        let target = normal(&from.parent().unwrap_or(dist).join(path));
        if !target.starts_with(dist) {
            return Some("leads out of the site".to_owned());
        }
        if path.ends_with('/') || target.is_dir() { target.join("index.html") } else { target }
    };
    if !target.is_file() {
        return Some(format!("no file {}", target.strip_prefix(dist).unwrap_or(&target).display()));
    }
    let fragment = fragment.filter(|fragment| !fragment.is_empty())?;
    let page = pages.get(&target)?;
    (!page.ids.contains(fragment)).then(|| format!("no element has the id {fragment} there"))
}

fn normal(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                out.pop();
            }
            Component::CurDir => {}
            other => out.push(other),
        }
    }
    out
}

const LINKS: [&str; 3] = ["href", "src", "action"];
const REFERENCES: [&str; 4] = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];

/// Reads tags; what stands in comments, scripts and styles is none.
fn read(text: &str) -> Page {
    let mut page = Page::default();
    let mut rest = text;
    // Within a template ids are of its copies.
    let mut templates = 0_usize;
    while let Some(start) = rest.find('<') {
        rest = rest.get(start..).unwrap_or("");
        if let Some(after) = rest.strip_prefix("<!--") {
            rest = after.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        if let Some(after) = rest.strip_prefix("</template") {
            templates = templates.saturating_sub(1);
            rest = after;
            continue;
        }
        let Some(tag) = Tag::read(rest) else {
            rest = rest.get(1..).unwrap_or("");
            continue;
        };
        rest = tag.rest;
        let value = |name: &str| tag.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value);
        for (name, value) in &tag.attributes {
            if let Some(name) = LINKS.iter().find(|link| *link == name) {
                page.links.push((name, value.clone()));
            }
            if templates == 0 && REFERENCES.contains(&name.as_str()) {
                page.wanted.extend(value.split_ascii_whitespace().map(str::to_owned));
            }
        }
        if let Some(id) = value("id")
            && !page.ids.insert(id.clone())
        {
            page.complaints.push(format!("two elements have the id {id}"));
        }
        if tag.name == "meta" && value("name").is_some_and(|name| name == "description") {
            page.description = value("content").cloned().unwrap_or_default();
        }
        match tag.name.as_str() {
            "template" => templates += 1,
            "title" if page.title.is_empty() => {
                rest.split_once("</title>").map_or("", |(title, _)| title).clone_into(&mut page.title);
            }
            "script" | "style" => {
                let end = format!("</{}", tag.name);
                rest = rest.find(&end).and_then(|at| rest.get(at..)).unwrap_or("");
            }
            _ => {}
        }
    }
    page
}

/// A start tag.
struct Tag<'a> {
    name: String,
    attributes: Vec<(String, String)>,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let mut rest = text.strip_prefix('<')?;
        let is_name = |character: char| character.is_ascii_alphanumeric() || character == '-';
        let end = rest.find(|character: char| !is_name(character))?;
        let name = rest.get(..end)?.to_ascii_lowercase();
        if name.is_empty() {
            return None;
        }
        rest = rest.get(end..)?;
        let mut attributes = Vec::new();
        loop {
            rest = rest
                .trim_start_matches(|character: char| character.is_ascii_whitespace() || character == '/');
            if let Some(after) = rest.strip_prefix('>') {
                return Some(Self { name, attributes, rest: after });
            }
            let end =
                rest.find(|character: char| character.is_ascii_whitespace() || "=>/".contains(character))?;
            let key = rest.get(..end)?.to_ascii_lowercase();
            rest = rest.get(end..)?.trim_start();
            let mut value = String::new();
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                let quote = after.chars().next()?;
                if quote == '"' || quote == '\'' {
                    let (inner, after) = after.get(1..)?.split_once(quote)?;
                    value = unescape(inner);
                    rest = after;
                } else {
                    let end =
                        after.find(|character: char| character.is_ascii_whitespace() || character == '>')?;
                    value = unescape(after.get(..end)?);
                    rest = after.get(end..)?;
                }
            } else if key.is_empty() {
                return None;
            }
            attributes.push((key, value));
        }
    }
}

fn unescape(text: &str) -> String {
    text.replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn site(pages: &[(&str, &str)]) -> Vec<String> {
        let folder =
            std::env::temp_dir().join(format!("stackengine-links-{}-{:p}", std::process::id(), pages));
        let _ = std::fs::remove_dir_all(&folder);
        for (path, text) in pages {
            let file = folder.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        let complaints = check(&folder).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        complaints
    }

    const HEAD: &str = "<title>T</title><meta name=\"description\" content=\"D\">";

    #[test]
    fn what_is_there_is_no_complaint() {
        let index = format!(
            "{HEAD}<a href=\"a/\">a</a><a href=\"a/#x\">x</a><a href=\"#y\">y</a><p id=y><label for=y>l</label>"
        );
        assert_eq!(
            site(&[("index.html", &index), ("a/index.html", "<h1 id='x'>x</h1>")]),
            Vec::<String>::new()
        );
    }

    #[test]
    fn what_is_missing_is_told() {
        for link in ["b/", "a/#none", "#none", "../x", "/a/", "x.css"] {
            let index = format!("{HEAD}<a href=\"{link}\">a</a>");
            let complaints = site(&[("index.html", &index), ("a/index.html", "<h1 id=x>x</h1>")]);
            assert_eq!(complaints.len(), 1, "{link}: {complaints:?}");
        }
        let twice = format!("{HEAD}<p id=a></p><p id=a></p><label for=b>b</label>");
        assert_eq!(site(&[("index.html", &twice)]).len(), 2);
    }

    #[test]
    fn scripts_comments_and_other_sites_are_left_alone() {
        let index = format!(
            "{HEAD}<!-- <a href=\"x\"> --><script>'<a href=\"x\">'</script><a href=\"https://example.com/\">e</a><a href=\"data:,x\">d</a>"
        );
        assert_eq!(site(&[("index.html", &index)]), Vec::<String>::new());
    }

    #[test]
    fn two_guides_with_one_title_are_told() {
        let page = format!("{HEAD}<p>");
        assert_eq!(site(&[("guides/a/index.html", &page), ("guides/b/index.html", &page)]).len(), 2);
    }
}
