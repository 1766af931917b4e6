//! The guides: a page for each of the 140 cells, an overview, popular advice, the removed backends, and the front page's
//! own guide.
//!
//! Every word is core's. The pages are the built `index.html` with a guide beneath the sandbox, so that each has the
//! sandbox above it; they are read without scripts. The overview, popular advice and the removed backends have no sandbox.

mod advice;
mod cell;
mod frame;
mod html;
mod links;
mod overview;
pub(crate) mod pack;
mod removed;

use cell::Guide;
use html::Html;
use serde_json::json;
use stackengine_core::backends::{self, Backend};
use stackengine_core::incidents::INCIDENTS;
use std::fs;
use std::path::Path;

/// The cell whose guide stands on the front page.
const FRONT: (&str, &str) = ("lock-held", "s3-dynamodb");

const SEARCH: &str = include_str!("../../../../www/guide-search.js");

/// Where a page is, for its links.
struct Place<'a> {
    root: &'a str,
    before: Option<&'a Guide>,
    after: Option<&'a Guide>,
}

impl Place<'_> {
    fn url(&self, path: &str) -> String {
        format!("{}{path}", self.root)
    }

    fn cell(&self, incident: &str, backend: &str) -> String {
        self.url(&format!("guides/{incident}/{backend}/"))
    }
}

/// Writes every guide into `dist`, which holds the built page. `base` is the site's address, where it is known: with
/// it the pages say their canonical address, and there is a sitemap. What was written is told in one line.
///
/// # Errors
/// A file that cannot be read or written, or an anchor that `index.html` lacks.
pub(crate) fn write(dist: &Path, base: Option<&str>) -> Result<String, String> {
    let index_path = dist.join("index.html");
    let index =
        fs::read_to_string(&index_path).map_err(|error| format!("{}: {error}", index_path.display()))?;
    let base = base.map(|base| format!("{}/", base.trim_end_matches('/')));
    let base = base.as_deref();
    let guides = all();
    let assets = Assets::of(&index)?;
    let mut paths = vec![String::new(), "guides/".to_owned(), "guides/removed/".to_owned()];
    paths.push(advice::PATH.to_owned());

    save(dist, "guides/search.js", SEARCH)?;
    for (at, guide) in guides.iter().enumerate() {
        let place = Place {
            root: "../../../",
            before: at.checked_sub(1).and_then(|at| guides.get(at)),
            after: guides.get(at + 1),
        };
        let path = format!("guides/{}/{}/", guide.incident.id, guide.backend.id);
        let mut heading = Html::new();
        heading.text(guide.incident.title).text(" ").leaf("span", &[], guide.backend.name);
        let lead = if guide.happens() {
            "Paste your own error and backend block, or load this guide's sample below. It is examined here, in this tab, and goes nowhere."
        } else {
            "Paste your own error and backend block. It is examined here, in this tab, and goes nowhere."
        };
        let page = frame::fill(
            &index,
            &frame::Content {
                root: place.root,
                title: &format!("{} | StackEngine", guide.title()),
                description: &guide.description(),
                heading: &heading,
                lead,
                head: &head(guide, base.map(|base| format!("{base}{path}")).as_deref(), base),
                guide: &guide.body(&place),
            },
        )?;
        save(dist, &format!("{path}index.html"), &page)?;
        paths.push(path);
    }
    save(dist, "guides/index.html", &overview::page(&guides, base, &assets))?;
    save(dist, "guides/removed/index.html", &removed::page(base, &assets))?;
    save(dist, &format!("{}index.html", advice::PATH), &advice::page(base, &assets))?;

    let front = guides.iter().find(|guide| (guide.incident.id, guide.backend.id) == FRONT);
    let front = front.ok_or("the front page's cell is missing")?;
    let place = Place { root: "./", before: None, after: None };
    let page = frame::with_guide(&index, &head(front, base, base), &front.body(&place))?;
    save(dist, "index.html", &page)?;

    let mut told = format!("{} guides", guides.len());
    let mut robots = String::from("User-agent: *\nAllow: /\n");
    match base {
        Some(base) => {
            save(dist, "sitemap.xml", &sitemap(base, &paths))?;
            robots.push_str(&format!("\nSitemap: {base}sitemap.xml\n"));
            told.push_str(", sitemap");
        }
        None => told.push_str("; no sitemap, since STACKENGINE_BASE_URL does not say the site's address"),
    }
    save(dist, "robots.txt", &robots)?;
    Ok(told)
}

/// Reads all pages under `dist` back.
///
/// # Errors
/// Every link that leads nowhere, every missing id and every doubled title, one line each.
pub(crate) fn check(dist: &Path) -> Result<(), String> {
    let complaints = links::check(dist).map_err(|error| error.to_string())?;
    if complaints.is_empty() { Ok(()) } else { Err(complaints.join("\n")) }
}

/// Every cell, incident by incident, in the order of the matrix.
fn all() -> Vec<Guide> {
    INCIDENTS
        .iter()
        .flat_map(|incident| incident.cells.iter().map(move |cell| (*incident, cell)))
        .filter_map(|(incident, cell)| {
            backends::by_id(cell.backend).map(|backend| Guide::of(incident, backend, cell))
        })
        .collect()
}

/// What a guide adds to the head.
fn head(guide: &Guide, canonical: Option<&str>, base: Option<&str>) -> Html {
    let mut html = Html::new();
    if let Some(canonical) = canonical {
        html.element("link", &[("rel", "canonical"), ("href", canonical)], |_| {});
    }
    html.json(&guide.data(base));
    html
}

/// The names of files that the frame's head has, which hold a hash of their content.
struct Assets {
    style: String,
    icon: String,
}

impl Assets {
    fn of(index: &str) -> Result<Self, String> {
        let of = |rel: &str| {
            let tag = index.split("<link").find(|tag| tag.contains(&format!("rel=\"{rel}\"")));
            let href =
                tag.and_then(|tag| tag.split_once("href=\"./")).and_then(|(_, rest)| rest.split_once('"'));
            href.map(|(name, _)| name.to_owned())
                .ok_or_else(|| format!("index.html has no link to its {rel}"))
        };
        Ok(Self { style: of("stylesheet")?, icon: of("icon")? })
    }
}

/// A page without the sandbox.
struct Plain<'a> {
    title: &'a str,
    description: &'a str,
    root: &'a str,
    canonical: Option<&'a str>,
    script: Option<&'a str>,
    main: &'a Html,
}

/// Heading and content between the site's head and foot.
fn plain_page(page: &Plain<'_>, assets: &Assets) -> String {
    let Plain { title, description, root, canonical, script, main } = *page;
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    let mut html = Html::new();
    html.element("html", &[("lang", "en"), ("class", "g-plain-page")], |html| {
        html.element("head", &[], |html| {
            html.element("meta", &[("charset", "utf-8")], |_| {});
            html.element("meta", &[("http-equiv", "Content-Security-Policy"), ("content", policy)], |_| {});
            html.element(
                "meta",
                &[("name", "viewport"), ("content", "width=device-width, initial-scale=1, viewport-fit=cover")],
                |_| {},
            );
            html.element("meta", &[("name", "referrer"), ("content", "no-referrer")], |_| {});
            html.element("meta", &[("name", "build"), ("content", "@BUILD@")], |_| {});
            html.element("meta", &[("name", "color-scheme"), ("content", "light dark")], |_| {});
            html.leaf("title", &[], title);
            html.element("meta", &[("name", "description"), ("content", description)], |_| {});
            let (icon, style) = (format!("{root}{}", assets.icon), format!("{root}{}", assets.style));
            html.element("link", &[("rel", "icon"), ("href", &icon), ("type", "image/svg+xml")], |_| {});
            html.element("link", &[("rel", "stylesheet"), ("href", &style)], |_| {});
            if let Some(canonical) = canonical {
                html.element("link", &[("rel", "canonical"), ("href", canonical)], |_| {});
            }
            html.json(&json!({
                "@context": "https://schema.org",
                "@type": "CollectionPage",
                "name": title,
                "description": description,
                "inLanguage": "en",
            }));
            if let Some(script) = script {
                html.element("script", &[("src", script), ("defer", "")], |_| {});
            }
        })
        .line();
        html.element("body", &[], |html| {
            html.leaf("a", &[("class", "skip"), ("href", "#main")], "Skip to the content");
            html.element("header", &[("class", "masthead")], |html| {
                html.element("a", &[("class", "brand"), ("href", root)], |html| {
                    let icon = format!("{root}{}", assets.icon);
                    html.element(
                        "img",
                        &[("src", &icon), ("alt", ""), ("width", "28"), ("height", "28")],
                        |_| {},
                    );
                    html.leaf("span", &[], "StackEngine");
                });
                html.leaf("a", &[("class", "g-home"), ("href", root)], "To the sandbox: paste an error");
            });
            html.element("main", &[("id", "main"), ("class", "guide"), ("tabindex", "-1")], |html| {
                html.append(main);
            });
            html.element("footer", &[("class", "foot")], |html| {
                html.leaf("p", &[], "Nothing you paste into the sandbox is sent, stored or logged. Free software, MIT or Apache-2.0.");
            });
        });
    });
    format!("<!doctype html>\n{}\n", html.as_str())
}

fn sitemap(base: &str, paths: &[String]) -> String {
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for path in paths {
        let mut address = Html::new();
        address.text(&format!("{base}{path}"));
        out.push_str(&format!("<url><loc>{}</loc></url>\n", address.as_str()));
    }
    out.push_str("</urlset>\n");
    out
}

fn save(dist: &Path, path: &str, text: &str) -> Result<(), String> {
    let file = dist.join(path);
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    }
    fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))
}

/// The name that a table's head has room for.
fn short_name(backend: &Backend) -> &'static str {
    match backend.id {
        "s3-dynamodb" => "S3 + DynamoDB",
        "s3-lockfile" => "S3 lock file",
        "s3-both" => "S3, both locks",
        "gcs" => "GCS",
        "azurerm" => "azurerm",
        "oss" => "Alibaba OSS",
        "cos" => "Tencent COS",
        "oci" => "Oracle OCI",
        _ => backend.name,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const INDEX: &str = "<!doctype html><html lang=\"en\" data-root=\"./\"><head><title>Front</title><meta name=\"description\" content=\"Front page\"><link rel=\"icon\" href=\"./icon.svg\" type=\"image/svg+xml\"><link rel=\"stylesheet\" href=\"./style.css\"></head><body><header><a href=\"./\">StackEngine</a></header><main id=\"main\"><h1 id=\"paste-title\">Paste</h1><p class=\"lead\">L</p><section id=\"guide\" class=\"guide\" aria-label=\"Guide\">\n</section></main></body></html>";

    fn built(name: &str, base: Option<&str>) -> std::path::PathBuf {
        let dist = std::env::temp_dir().join(format!("stackengine-guides-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&dist);
        for (path, text) in [("index.html", INDEX), ("style.css", ""), ("icon.svg", "<svg/>")] {
            save(&dist, path, text).unwrap();
        }
        write(&dist, base).unwrap();
        dist
    }

    #[test]
    fn every_page_is_written_and_every_link_leads_somewhere() {
        let dist = built("all", None);
        assert_eq!(check(&dist), Ok(()));
        let folders = |path: &Path| {
            fs::read_dir(path).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_dir()).count()
        };
        let guides = dist.join("guides");
        let pages: usize = INCIDENTS.iter().map(|incident| folders(&guides.join(incident.id))).sum();
        assert_eq!(pages, 140);
        assert!(!dist.join("sitemap.xml").exists());
        let front = fs::read_to_string(dist.join("index.html")).unwrap();
        assert!(
            front.contains("id=\"g-short\"")
                && front.contains("id=\"page-sample\"")
                && front.contains("tf-locks")
        );
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn a_guide_has_every_part_in_order() {
        let dist = built("parts", None);
        let page = fs::read_to_string(dist.join("guides/lock-held/s3-lockfile/index.html")).unwrap();
        let parts = [
            "g-short",
            "g-error",
            "g-meaning",
            "g-blast",
            "g-verify",
            "g-fix",
            "g-hardened",
            "g-prevention",
            "g-related",
            "g-whynot",
            "g-sources",
        ];
        let places: Vec<usize> =
            parts.iter().map(|part| page.find(&format!("id=\"{part}\"")).expect(part)).collect();
        assert!(places.is_sorted());
        assert!(page.contains("terraform force-unlock 576ddf81-c35f-0e67-ee95-0a59c551ee13"));
        assert!(page.contains("data-root=\"../../../\"") && page.contains("href=\"../../../style.css\""));
        let none = fs::read_to_string(dist.join("guides/digest-mismatch/gcs/index.html")).unwrap();
        assert!(none.contains("This cannot happen here") && !none.contains("page-sample"));
        fs::remove_dir_all(&dist).unwrap();
    }

    #[test]
    fn an_address_gives_canonical_links_and_a_sitemap() {
        let dist = built("base", Some("https://example.com/se"));
        let map = fs::read_to_string(dist.join("sitemap.xml")).unwrap();
        assert_eq!(map.matches("<loc>").count(), 144);
        assert!(map.contains("<loc>https://example.com/se/guides/lock-held/gcs/</loc>"));
        let page = fs::read_to_string(dist.join("guides/lock-held/gcs/index.html")).unwrap();
        assert!(
            page.contains("<link rel=\"canonical\" href=\"https://example.com/se/guides/lock-held/gcs/\">")
        );
        fs::remove_dir_all(&dist).unwrap();
    }
}
