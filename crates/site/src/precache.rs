//! The build's name, and the list of files that the service worker keeps.

use crate::dist::{Dist, short_hash};

/// Where the build's name is wanted.
const BUILD: &str = "@BUILD@";

/// Where the list is wanted, in `www/sw.js`.
const FILES: &str = "[\"@FILES@\"]";

/// Fills both in; gives the build's name: the start of the SHA-256 over every file, before its name stands in any.
pub(crate) fn finish(dist: &Dist) -> Result<String, String> {
    let files = dist.files()?;
    let mut all = Vec::new();
    for name in &files {
        all.push(name.clone().into_bytes());
        all.push(dist.bytes(name)?);
    }
    let parts: Vec<&[u8]> = all.iter().map(Vec::as_slice).collect();
    let build = short_hash(&parts);
    let list: Vec<String> =
        files.iter().filter(|name| is_kept(name)).map(|name| format!("\"./{name}\"")).collect();
    let worker = dist.text("sw.js")?;
    if !worker.contains(FILES) || !worker.contains(BUILD) {
        return Err(format!("www/sw.js must hold {FILES} and {BUILD}"));
    }
    // The pages that have no frame; the guides themselves are in one file.
    let plain =
        ["guides/index.html", "guides/advice/index.html", "guides/removed/index.html", "guides/search.js"];
    let plain = plain.iter().filter(|name| files.iter().any(|file| file == *name));
    let plain = plain.map(|name| format!("\"./{}\"", name.trim_end_matches("index.html")));
    let list = format!("[\"./\", {}]", list.into_iter().chain(plain).collect::<Vec<_>>().join(", "));
    dist.write("sw.js", worker.replace(FILES, &list).replace(BUILD, &build).as_bytes())?;
    for page in files.iter().filter(|name| name.ends_with(".html")) {
        let text = dist.text(page)?;
        if text.contains(BUILD) {
            dist.write(page, text.replace(BUILD, &build).as_bytes())?;
        }
    }
    Ok(build)
}

/// What the workbench needs without a network.
fn is_kept(name: &str) -> bool {
    let is_page_of_its_own =
        name.contains('/') || name.ends_with(".html") && !name.starts_with("valve") && name != "index.html";
    !is_page_of_its_own && !["sw.js", "_headers", "index.html", "robots.txt", "sitemap.xml"].contains(&name)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    #[test]
    fn the_worker_gets_list_and_name() {
        let folder = std::env::temp_dir().join(format!("stackengine-site-{}", std::process::id()));
        let dist = Dist::at(&folder);
        dist.write("sw.js", b"const V = \"@BUILD@\"; const F = [\"@FILES@\"];").unwrap();
        dist.write("index.html", b"<b>@BUILD@</b>").unwrap();
        dist.write("app-1.js", b"x").unwrap();
        dist.write("valve.html", b"v").unwrap();
        dist.write("guides/a/index.html", b"g").unwrap();
        let build = finish(&dist).unwrap();
        assert_eq!(
            dist.text("sw.js").unwrap(),
            format!("const V = \"{build}\"; const F = [\"./\", \"./app-1.js\", \"./valve.html\"];")
        );
        assert_eq!(dist.text("index.html").unwrap(), format!("<b>{build}</b>"));
        dist.write("app-1.js", b"y").unwrap();
        assert!(finish(&dist).is_err(), "a finished worker has no place for the list");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
