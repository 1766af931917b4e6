//! `stackengine.html`: everything in one file that opens by a double click.
//!
//! A frame made from text (`srcdoc`) cannot have more rights than its parent, so the two documents change places: the
//! outer one is the valve, with the providers' hosts in its policy; the workbench is its sandboxed child, whose own
//! policy adds `connect-src 'none'`. The child inherits the outer policy, which therefore also names the workbench's
//! script and style by their hashes.

use crate::dist::Dist;
use crate::policy::hash;
use crate::valves::{SCRIPT, STYLE};
use crate::{assets, valves};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use flate2::{Compression, write::GzEncoder};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use std::io::Write as _;

const NAME: &str = "stackengine.html";

/// What it may be at most, gzipped, in bytes. To be lowered; raised from 625,000 when the search for secrets was built for
/// speed, and from 770,000 with the ceiling of all the page's files (ceiling.rs).
const MOST: usize = 835_000;

/// Makes the file from the finished page; gives its size in words.
pub(crate) fn make(dist: &Dist) -> Result<String, String> {
    let files = dist.files()?;
    let only = |start: &str, end: &str| -> Result<String, String> {
        let found: Vec<&String> =
            files.iter().filter(|name| name.starts_with(start) && name.ends_with(end)).collect();
        match found.as_slice() {
            [one] => Ok((*one).clone()),
            _ => Err(format!("one file {start}*{end} is expected, found {found:?}")),
        }
    };
    let app = dist.text(&only("app-", ".js")?)?;
    let app = assets::lean(&dist.source_text("www/unpack.js")?) + &app;
    let style = dist.text(&only("style-", ".css")?)?;
    // As one: the second part repeats much of the first.
    let (program, cut) = assets::program(dist)?;
    let both = dist.bytes(&program)?;
    let wasm = BASE64.encode(packed(&both)?);
    let valve_script = dist.text(&only("valve-", ".js")?)?;
    let valve_style = valves::style(dist)?;
    for (name, text) in [("app", &app), ("valve", &valve_script)] {
        // What ends an inline script, or makes a parser read past its end.
        if text.contains("</script") || text.contains("<!--") {
            return Err(format!("the {name} script holds what an inline script must not"));
        }
    }
    let child = workbench(&assets::without_ask(&dist.text("index.html")?), &app, &style, (&wasm, cut))?;
    let template = dist.source_text("www/valve.html")?;
    let text = valve(&template, &child, &valve_script, &valve_style, &[&app], &[&style])?;
    dist.write(NAME, text.as_bytes())?;
    let travels = gzipped(text.as_bytes())?.len();
    let said = format!("{NAME}: {} bytes, {travels} gzipped, of {MOST}", text.len());
    if travels > MOST { Err(format!("too large: {said}")) } else { Ok(said) }
}

/// The outer document.
fn valve(
    template: &str,
    child: &str,
    script: &str,
    style: &str,
    scripts: &[&str],
    styles: &[&str],
) -> Result<String, String> {
    let hosts = format!("{} {}", valves::hosted(), valves::LOOPBACK);
    let mut page = valves::document(template, "single", &hosts)?;
    let hashes = |own: &str, others: &[&str]| {
        let all: Vec<String> = std::iter::once(&own).chain(others).map(|text| hash(text)).collect();
        all.join(" ")
    };
    swap(
        &mut page,
        &format!("script-src 'nonce-{SCRIPT}'; style-src 'nonce-{STYLE}';"),
        &format!(
            "script-src {} 'wasm-unsafe-eval'; style-src {}; worker-src blob:;",
            hashes(script, scripts),
            hashes(style, styles)
        ),
    )?;
    swap(&mut page, "trusted-types 'none'", "trusted-types stackengine")?;
    swap(&mut page, "<title>StackEngine: the valve</title>", "<title>StackEngine</title>")?;
    let link = format!("<link rel=\"stylesheet\" nonce=\"{STYLE}\" href=\"./valve.css\">");
    swap(&mut page, &link, &format!("<style>{style}</style>"))?;
    let tag = format!("<script nonce=\"{SCRIPT}\" src=\"./valve.js\"></script>");
    swap(&mut page, &tag, &format!("<script>{script}</script>"))?;
    let frame = format!(
        "<iframe id=\"workbench\" title=\"The workbench\" sandbox=\"allow-scripts allow-downloads allow-modals\" \
         allow=\"clipboard-write\" srcdoc=\"{}\"></iframe>\n<main",
        attribute(child)
    );
    swap(&mut page, "<main", &frame)?;
    Ok(page)
}

/// The inner document: the page with script, style and WASM inside, and nothing that it would have to load.
fn workbench(page: &str, app: &str, style: &str, (wasm, cut): (&str, usize)) -> Result<String, String> {
    let mut page = page.to_owned();
    swap(&mut page, "<html ", "<html data-valve=\"parent\" ")?;
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"")?.to_owned();
    let mut sealed: Vec<String> = Vec::new();
    for directive in policy.split(';').map(str::trim).filter(|directive| !directive.is_empty()) {
        sealed.push(match directive.split(' ').next().unwrap_or("") {
            "script-src" => format!("script-src {} 'wasm-unsafe-eval'", hash(app)),
            "style-src" => format!("style-src {}", hash(style)),
            "img-src" => "img-src data:".to_owned(),
            "worker-src" => "worker-src blob:".to_owned(),
            "connect-src" | "frame-src" | "manifest-src" => continue,
            _ => directive.to_owned(),
        });
    }
    sealed.push("connect-src 'none'".to_owned());
    swap(&mut page, &policy, &sealed.join("; "))?;
    for frame in ["valve", "valve-local"] {
        let start = format!("<iframe id=\"{frame}\"");
        let tag = format!("{start}{}</iframe>", between(&page, &start, "</iframe>")?);
        swap(&mut page, &tag, "")?;
    }
    let mut styled = false;
    for tag in elements(&page, "<link ") {
        let is_style = tag.contains("rel=\"stylesheet\"") && tag.contains("style-");
        swap(&mut page, &tag, &if is_style { format!("<style>{style}</style>") } else { String::new() })?;
        styled |= is_style;
    }
    let mut started = false;
    for tag in elements(&page, "<script ") {
        let is_app = tag.contains("src=\"./app-");
        let inside = if is_app {
            format!(
                "<script type=\"application/octet-stream\" id=\"wasm-inline\" data-first=\"{cut}\">{wasm}</script>\n\
                 <script>{app}"
            )
        } else if tag.contains(" src=") {
            // Another script of the hosted page, such as the guides' search.
            "<script type=\"application/none\">".to_owned()
        } else {
            continue;
        };
        swap(&mut page, &tag, &inside)?;
        started |= is_app;
    }
    if !styled || !started {
        return Err("index.html links no style-*.css or no app-*.js".to_owned());
    }
    // There are no other pages here, and a click must not lead this frame away from the workbench.
    for tag in elements(&page, "<a ") {
        let to = between(&tag, "href=\"", "\"").unwrap_or("").to_owned();
        // The frame's own address is `about:srcdoc`; a bare fragment would be resolved against the outer document's.
        let new = if to.starts_with('#') { format!(" href=\"about:srcdoc{to}\"") } else { String::new() };
        if !to.is_empty() {
            page = page.replace(&tag, &tag.replacen(&format!(" href=\"{to}\""), &new, 1));
        }
    }
    Ok(page)
}

/// The opening tags that begin so, each once.
fn elements(page: &str, start: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for piece in page.split(start).skip(1) {
        let tag = format!("{start}{}>", piece.split('>').next().unwrap_or(""));
        if !out.contains(&tag) {
            out.push(tag);
        }
    }
    out
}

fn between<'a>(text: &'a str, from: &str, to: &str) -> Result<&'a str, String> {
    text.split_once(from)
        .and_then(|(_, rest)| rest.split_once(to))
        .map(|(inside, _)| inside)
        .ok_or_else(|| format!("{from} is missing"))
}

/// Replaces what must stand there once.
fn swap(text: &mut String, old: &str, new: &str) -> Result<(), String> {
    match text.matches(old).count() {
        1 => {
            *text = text.replacen(old, new, 1);
            Ok(())
        }
        count => {
            let start: String = old.chars().take(60).collect();
            Err(format!("{start} stands {count} times"))
        }
    }
}

/// Text as an attribute's value.
fn attribute(text: &str) -> String {
    text.replace('&', "&amp;").replace('"', "&quot;")
}

/// LZMA with its head, as `www/unpack.js` reads it. Bytes of WASM stand in no columns, and tell what follows them.
fn packed(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb) = (4, 0, 0);
    (options.nice_len, options.depth_limit) = (273, 1_000);
    let mut writer = LzmaWriter::new_use_header(Vec::new(), &options, Some(bytes.len() as u64))
        .map_err(|error| error.to_string())?;
    writer.write_all(bytes).map_err(|error| error.to_string())?;
    writer.finish().map_err(|error| error.to_string())
}

fn gzipped(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const PAGE: &str = "<!doctype html>\n<html lang=\"en\" data-root=\"./\">\n<head>\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' \
        'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; \
        frame-src 'self'; manifest-src 'self'; trusted-types stackengine\">\n\
        <link rel=\"icon\" href=\"./icon.svg\">\n<link rel=\"stylesheet\" href=\"./style-1.css\">\n</head>\n<body>\n\
        <a href=\"#text\">Skip</a> <a href=\"./guides/\">All</a> <a class=\"x\" href=\"https://example.com/\">There</a>\n\
        <iframe id=\"valve\" sandbox=\"allow-scripts\" src=\"./valve.html\" hidden></iframe>\n\
        <iframe id=\"valve-local\" src=\"./valve-local.html\" hidden></iframe>\n\
        <script src=\"./app-1.js\" defer></script>\n</body></html>\n";

    #[test]
    fn the_workbench_loads_nothing_and_leads_nowhere() {
        let made = workbench(PAGE, "go();", "b{}", ("XQAA", 2)).unwrap();
        assert!(
            made.contains("<a href=\"about:srcdoc#text\">Skip</a> <a>All</a> <a class=\"x\">There</a>"),
            "{made}"
        );
        for gone in ["href=\"./", "href=\"h", " src=", "iframe", "'self'", "manifest-src"] {
            assert!(!made.contains(gone), "{gone}: {made}");
        }
        assert!(made.contains("connect-src 'none'") && made.contains("worker-src blob:"), "{made}");
        assert!(made.contains(&format!("script-src {} 'wasm-unsafe-eval'", hash("go();"))));
        assert!(made.contains("<script>go();</script>") && made.contains("<style>b{}</style>"));
        assert!(workbench(&PAGE.replace("app-1", "other"), "", "", ("", 0)).is_err());
    }

    #[test]
    fn the_valve_is_outside_and_names_every_inline_part() {
        let template = include_str!("../../../www/valve.html");
        let made = valve(template, "<p title=\"a&b\">", "v();", "i{}", &["go();"], &["b{}"]).unwrap();
        for part in ["v();", "go();", "i{}", "b{}"] {
            assert!(made.contains(&hash(part)), "{part}");
        }
        assert!(made.contains("srcdoc=\"<p title=&quot;a&amp;b&quot;>\""));
        assert!(made.contains("https://api.anthropic.com") && !made.contains("'self'"));
        assert!(!made.contains("allow-same-origin") && !made.contains("allow-top-navigation"));
    }

    #[test]
    fn a_hash_is_the_one_that_browsers_compute() {
        // printf '' | openssl dgst -sha256 -binary | base64
        assert_eq!(hash(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
    }
}
