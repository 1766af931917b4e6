//! Script, style and WASM under names by their content, so that no cache can mix two builds.

use crate::dist::{Dist, short_hash};
use crate::{policy, valves, wasm};

/// What stands in the page's one script before and after wasm-bindgen's glue. As a function it can be given to the
/// worker as text, so that nothing has to be fetched once the document is sealed.
const GLUE: (&str, &str) = ("const glue = function () {\n", "\nreturn wasm_bindgen;\n};\n");

/// How the program's file begins, which holds both parts; and where in a page it is said how long the first one is.
const PROGRAM: &str = "stackengine-";
const CUT: &str = "data-first=\"";

/// Asks for the program when the page is painted: its words are there to be read first. Not by a preload: what is fetched
/// can be read while it comes, in every browser.
const ASK: &str = "new PerformanceObserver((list, one) => { if (list.getEntriesByName(\"first-contentful-paint\")[0]) { one.disconnect(); self.program ??= fetch(document.getElementById(\"wasm\").href); } })\
                   .observe({ type: \"paint\", buffered: true });";

/// The name of the program's file, and how long its first part is, in bytes.
pub(crate) fn program(dist: &Dist) -> Result<(String, usize), String> {
    let files = dist.files()?;
    let mut found = files.iter().filter(|name| name.starts_with(PROGRAM) && name.ends_with(".wasm"));
    let page = dist.text("index.html")?;
    let cut = page.split(CUT).nth(1).and_then(|rest| rest.split('"').next()).and_then(|cut| cut.parse().ok());
    match (found.next(), found.next(), cut) {
        (Some(name), None, Some(cut)) => Ok((name.clone(), cut)),
        _ => Err(format!("one file {PROGRAM}*.wasm is expected, and its {CUT} in index.html")),
    }
}

/// Copies what is static, and makes script, style and WASM of what was built; says how the WASM was divided.
pub(crate) fn bundle(dist: &Dist) -> Result<String, String> {
    dist.copy_static(
        "www",
        &[
            "tokens.css",
            "style.css",
            "guide.css",
            "start.js",
            "unpack.js",
            "guide-search.js",
            "valve.html",
            "valve.css",
        ],
    )?;
    valves::write(dist)?;
    let built = dist.files()?;
    let only = |suffix: &str| -> Result<String, String> {
        let mut found =
            built.iter().filter(|name| name.starts_with("stackengine-web") && name.ends_with(suffix));
        match (found.next(), found.next()) {
            (Some(one), None) => Ok(one.clone()),
            _ => Err(format!("one file stackengine-web*{suffix} is expected in {built:?}")),
        }
    };
    let (glue, bound) = (only(".js")?, only("_bg.wasm")?);
    dist.write("app.js", script(&dist.text(&glue)?, &dist.source_text("www/start.js")?)?.as_bytes())?;
    dist.remove(&glue)?;
    // The front page has a guide too.
    let mut style = String::new();
    for part in ["tokens", "style", "guide"] {
        style.push_str(&dist.source_text(&format!("www/{part}.css"))?);
    }
    dist.write("style.css", style.as_bytes())?;
    let (parts, said) = wasm::parts(dist, &bound)?;
    let name = format!("{PROGRAM}{}.wasm", short_hash(&[&parts[0], &parts[1]]));
    dist.write(&name, &parts.concat())?;
    let page = without_recipe(&dist.text("index.html")?);
    // As one file: the second part comes behind the first, and nothing has to be asked for when the page is sealed.
    let anchor = "<link rel=\"stylesheet\" href=\"./style.css\">";
    let link = format!("<link id=\"wasm\" rel=\"program\" href=\"./{name}\" {CUT}{}\">", parts[0].len());
    let early = format!("{link}\n<script>{ASK}</script>\n{anchor}");
    let scripts = "script-src 'self'";
    if page.matches(anchor).count() != 1 || page.matches(scripts).count() != 1 {
        return Err(format!("index.html needs exactly one {anchor} and one {scripts}"));
    }
    let named = format!("{scripts} {}", policy::hash(ASK));
    dist.write("index.html", page.replace(anchor, &early).replace(scripts, &named).as_bytes())?;
    Ok(said)
}

/// A page that does not ask for the program.
pub(crate) fn without_ask(page: &str) -> String {
    page.replace(&format!("<script>{ASK}</script>\n"), "").replace(&format!(" {}", policy::hash(ASK)), "")
}

/// Puts the style into the front page, which can then be painted as soon as it is here. Guides share the file.
pub(crate) fn style_within(dist: &Dist) -> Result<(), String> {
    let files = dist.files()?;
    let name = files.iter().find(|name| name.starts_with("style-") && name.ends_with(".css"));
    let name = name.ok_or("no style-*.css was made")?;
    let style = dist.text(name)?;
    let page = dist.text("index.html")?;
    let (link, own) = (format!("<link rel=\"stylesheet\" href=\"./{name}\">"), "style-src 'self'");
    if style.contains("</style") || [link.as_str(), own].iter().any(|one| page.matches(one).count() != 1) {
        return Err(format!("index.html needs exactly one {link} and one {own}"));
    }
    let named = format!("{own} {}", policy::hash(&style));
    let page = page.replace(own, &named).replace(&link, &format!("<style>{style}</style>"));
    dist.write("index.html", page.as_bytes())
}

/// The page without the line that tells Trunk what to build; Trunk leaves it where it injects no script.
fn without_recipe(page: &str) -> String {
    page.split_inclusive('\n').filter(|line| !line.contains("<link data-trunk")).collect()
}

/// The glue as a function, and the start script.
fn script(glue: &str, start: &str) -> Result<String, String> {
    // What ends an inline script must not stand in one: the single file carries this text inline.
    if !glue.contains("wasm_bindgen = ") || glue.contains("</script") || start.contains("</script") {
        return Err("the glue does not read as wasm-bindgen's for `no-modules`".to_owned());
    }
    Ok(lean(&[GLUE.0, glue, GLUE.1, start].concat()))
}

/// The script without what only its readers need: lines that are comments, and what lines begin with. The source has
/// both. No text of it goes over several lines in which that would matter.
pub(crate) fn lean(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        in_comment |= line.starts_with("/**");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    out
}

/// Renames scripts and styles in the root to `name-HASH.ext`, and every `./name.ext` in the pages with them.
pub(crate) fn by_content(dist: &Dist) -> Result<(), String> {
    let files = dist.files()?;
    let mut names = Vec::new();
    for name in files.iter().filter(|name| !name.contains('/') && *name != "sw.js") {
        let Some((stem, extension)) = name.rsplit_once('.').filter(|(_, end)| ["js", "css"].contains(end))
        else {
            continue;
        };
        let bytes = dist.bytes(name)?;
        let named = format!("{stem}-{}.{extension}", short_hash(&[&bytes]));
        dist.write(&named, &bytes)?;
        dist.remove(name)?;
        names.push((name.clone(), named));
    }
    for page in files.iter().filter(|name| name.ends_with(".html")) {
        let mut text = dist.text(page)?;
        for (name, named) in &names {
            // The end of `./name` is the end of `../../../name` too.
            text = text.replace(&format!("./{name}\""), &format!("./{named}\""));
            text = text.replace(&format!("\"{name}\""), &format!("\"./{named}\""));
        }
        dist.write(page, text.as_bytes())?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_is_a_function_and_the_start() {
        let out = script("let wasm_bindgen = (function() {})();", "start();");
        assert_eq!(
            out.as_deref(),
            Ok(
                "const glue = function () {\nlet wasm_bindgen = (function() {})();\nreturn wasm_bindgen;\n};\nstart();\n"
            )
        );
        assert!(script("export default init;", "").is_err());
    }

    #[test]
    fn comments_stay_at_home() {
        let script = "/**\n * What it is.\n * @param {number} a\n */\nf(a); // stays\n\n  // goes\n  g(\"/** no */\");\n/** short */\nh();";
        assert_eq!(lean(script), "f(a); // stays\ng(\"/** no */\");\nh();\n");
    }
}
