//! The matrix: a table of all guides, and a list to search by the text of an error.

use super::cell::{Guide, section};
use super::html::Html;
use super::{Assets, Place, Plain, advice, plain_page, short_name};
use stackengine_core::backends;
use stackengine_core::incidents::{CannotHappen, Content, INCIDENTS};

const TITLE: &str = "All 140 guides: ten state incidents on fourteen backends | StackEngine";
const DESCRIPTION: &str = "Find the guide for a Terraform or OpenTofu state error by its text, or in a table of ten incidents and fourteen backends. Each has the raw error, how to verify, the exact command and what prevents it.";

/// The page.
pub(super) fn page(guides: &[Guide], base: Option<&str>, assets: &Assets) -> String {
    let place = Place { root: "../", before: None, after: None };
    let mut html = Html::new();
    html.leaf("h1", &[], "All 140 guides");
    html.leaf("p", &[("class", "lead")], "Ten things that happen to a state, on fourteen backends. Each guide has the raw error, what it means, what to verify, the exact commands and what keeps it from coming back.");
    search(&mut html);
    table(&mut html, guides, &place);
    for incident in INCIDENTS {
        section(&mut html, incident.id, incident.title, |html| {
            html.leaf("p", &[], incident.meaning);
            html.element("ul", &[("class", "g-list")], |html| {
                for guide in guides.iter().filter(|guide| guide.incident.id == incident.id) {
                    html.element("li", &[("data-words", &guide.words())], |html| {
                        html.leaf(
                            "a",
                            &[("href", &place.cell(incident.id, guide.backend.id))],
                            guide.backend.name,
                        );
                        html.text(" ");
                        match &guide.cell.content {
                            Content::Happens(happens) => html.leaf("span", &[], happens.meaning),
                            Content::CannotHappen(CannotHappen { reason, .. }) => {
                                html.element("span", &[("class", "quiet-text")], |html| {
                                    html.text("Cannot happen. ").text(reason);
                                })
                            }
                        };
                    });
                }
            });
        });
    }
    section(&mut html, "removed", "Backends that are gone", |html| {
        html.element("p", &[], |html| {
            html.text("etcd, etcdv3, swift, manta, artifactory and the name azure: ");
            html.leaf("a", &[("href", "removed/")], "what they say now, and the way off each");
        });
    });
    section(&mut html, "advice", "Popular advice that is wrong", |html| {
        html.element("p", &[], |html| {
            html.leaf("a", &[("href", "advice/")], &advice::title());
            html.text(": why not, and what was meant, done right.");
        });
    });
    let canonical = base.map(|base| format!("{base}guides/"));
    let page = Plain {
        title: TITLE,
        description: DESCRIPTION,
        root: "../",
        canonical: canonical.as_deref(),
        script: Some("search.js"),
        main: &html,
    };
    plain_page(&page, assets)
}

/// The box is shown by its script, at the place that is kept for it: without scripts the list is all there is, and is
/// enough.
fn search(html: &mut Html) {
    html.element("div", &[("class", "g-search g-waiting"), ("id", "search"), ("role", "search")], |html| {
        html.leaf("label", &[("for", "find")], "Search by the text of the error");
        html.element(
            "input",
            &[
                ("id", "find"),
                ("type", "search"),
                ("autocomplete", "off"),
                ("spellcheck", "false"),
                ("placeholder", "ConditionalCheckFailedException, 412, does not match existing lock"),
            ],
            |_| {},
        );
        let said = [
            ("id", "count"),
            ("role", "status"),
            ("class", "quiet-text"),
            ("data-none", "No guide has these words. The sandbox reads the whole error: paste it there."),
            ("data-one", "1 guide"),
            ("data-many", "{count} guides"),
        ];
        html.leaf("p", &said, "");
    });
}

fn table(html: &mut Html, guides: &[Guide], place: &Place<'_>) {
    section(html, "matrix", "The matrix", |html| {
        html.element(
            "div",
            &[
                ("class", "g-scroll"),
                ("tabindex", "0"),
                ("role", "region"),
                ("aria-label", "Table of all guides"),
            ],
            |html| {
                html.element("table", &[("class", "g-matrix")], |html| {
                    html.element("thead", &[], |html| {
                        html.element("tr", &[], |html| {
                            html.leaf("th", &[("scope", "col")], "Backend");
                            for incident in INCIDENTS {
                                html.element("th", &[("scope", "col")], |html| {
                                    html.leaf("a", &[("href", &format!("#{}", incident.id))], incident.title);
                                });
                            }
                        });
                    });
                    html.element("tbody", &[], |html| {
                        for backend in INCIDENTS.first().map(|incident| incident.cells).unwrap_or_default() {
                            let Some(backend) = backends::by_id(backend.backend) else { continue };
                            html.element("tr", &[], |html| {
                                html.leaf("th", &[("scope", "row")], short_name(backend));
                                for guide in guides.iter().filter(|guide| guide.backend.id == backend.id) {
                                    let (word, class) = if guide.happens() {
                                        ("Guide", "g-yes")
                                    } else {
                                        ("Why not", "g-no")
                                    };
                                    html.element("td", &[("class", class)], |html| {
                                        html.element(
                                            "a",
                                            &[("href", &place.cell(guide.incident.id, backend.id))],
                                            |html| {
                                                html.text(word);
                                                html.element("span", &[("class", "hidden")], |html| {
                                                    html.text(": ").text(&guide.title());
                                                });
                                            },
                                        );
                                    });
                                }
                            });
                        }
                    });
                });
            },
        );
    });
}
