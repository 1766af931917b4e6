//! The page about backends that are gone.

use super::cell::{code, section};
use super::html::Html;
use super::{Assets, Plain, plain_page};
use stackengine_core::incidents::removed::REMOVED;

const TITLE: &str = "Removed Terraform backends and the way off them | StackEngine";
const DESCRIPTION: &str = "etcd, etcdv3, swift, manta, artifactory and azure: what Terraform says of them now, how they locked, what becomes of a lock that is left, and how to move the state away.";

/// The page.
pub(super) fn page(base: Option<&str>, assets: &Assets) -> String {
    let mut html = Html::new();
    html.element("nav", &[("class", "g-way"), ("aria-label", "Guides")], |html| {
        html.leaf("a", &[("href", "../")], "All 140 guides");
    });
    html.leaf("h1", &[], "Backends that are gone");
    html.leaf("p", &[("class", "lead")], "Terraform 1.3 and every OpenTofu refuse these. The state is still where it was; Terraform 1.2.9 is the last that can read it there.");
    for removed in REMOVED {
        section(&mut html, removed.label, removed.label, |html| {
            code(html, removed.text, &format!("What init says of {}", removed.label));
            html.element("dl", &[("class", "fields")], |html| {
                for (term, words) in
                    [("How it locked", removed.lock), ("A lock that is left", removed.release)]
                {
                    html.element("div", &[], |html| {
                        html.leaf("dt", &[], term).leaf("dd", &[], words);
                    });
                }
            });
            html.leaf("h3", &[], "The way off");
            html.element("ol", &[("class", "steps")], |html| {
                for step in removed.way_off {
                    html.leaf("li", &[], step);
                }
            });
            html.leaf("p", &[("class", "quiet-text")], removed.source);
        });
    }
    let canonical = base.map(|base| format!("{base}guides/removed/"));
    let page = Plain {
        title: TITLE,
        description: DESCRIPTION,
        root: "../../",
        canonical: canonical.as_deref(),
        script: None,
        main: &html,
    };
    plain_page(&page, assets)
}
