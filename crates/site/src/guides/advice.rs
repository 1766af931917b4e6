//! The page that holds every piece of popular advice that is wrong. Each guide tells what is said at its incident.

use super::cell::section;
use super::html::Html;
use super::{Assets, Plain, plain_page};
use stackengine_core::fix::WhyNot;
use stackengine_core::fix::why_not;
use stackengine_core::incidents::{self, INCIDENTS};

/// Where it is, from the site's root.
pub(super) const PATH: &str = "guides/advice/";

const DESCRIPTION: &str = "Popular advice on Terraform state and locks that is wrong: TTL on the lock table, unlocking in a trap, -lock=false, breaking leases and more. Why not, and what was meant, done right.";

/// What it is called.
pub(super) fn title() -> String {
    format!("All {} pieces of popular advice that are wrong", why_not::all().len())
}

/// Why not, what was meant, and where that is documented.
pub(super) fn words(html: &mut Html, note: &WhyNot) {
    html.leaf("p", &[], note.reason);
    html.element("p", &[], |html| {
        html.leaf("strong", &[], "Instead: ").text(note.instead);
    });
    html.leaf("p", &[("class", "quiet-text")], note.source);
}

/// The page.
pub(super) fn page(base: Option<&str>, assets: &Assets) -> String {
    let mut html = Html::new();
    html.element("nav", &[("class", "g-way"), ("aria-label", "Guides")], |html| {
        html.leaf("a", &[("href", "../")], "All 140 guides");
    });
    html.leaf("h1", &[], "Popular advice, and why not to take it");
    html.leaf(
        "p",
        &[("class", "lead")],
        "Each of these is written down in many places and costs somebody a state, a lock or a night. Under each stands what was meant, done right.",
    );
    for incident in INCIDENTS {
        let first = |note: &&WhyNot| note.incidents.first() == Some(&incident.id);
        let own: Vec<&WhyNot> = why_not::all().iter().filter(first).collect();
        if !own.is_empty() {
            group(&mut html, incident.id, incident.title, &own);
        }
    }
    let of_blocks = |note: &&WhyNot| note.incidents.first().is_some_and(|id| incidents::by_id(id).is_none());
    let own: Vec<&WhyNot> = why_not::all().iter().filter(of_blocks).collect();
    group(&mut html, "block", "While a backend is set up", &own);
    let canonical = base.map(|base| format!("{base}{PATH}"));
    let title = format!("{} | StackEngine", title());
    let page = Plain {
        title: &title,
        description: DESCRIPTION,
        root: "../../",
        canonical: canonical.as_deref(),
        script: None,
        main: &html,
    };
    plain_page(&page, assets)
}

fn group(html: &mut Html, id: &'static str, heading: &str, notes: &[&WhyNot]) {
    section(html, id, heading, |html| {
        for note in notes {
            html.leaf("h3", &[], note.advice);
            words(html, note);
            if !note.backends.is_empty() {
                html.leaf(
                    "p",
                    &[("class", "quiet-text")],
                    &format!("Backends: {}", note.backends.join(", ")),
                );
            }
        }
    });
}
