//! The guide of one cell: the words of incident and backend, and what the sandbox itself says of the cell's sample.

use super::html::Html;
use super::{Place, advice};
use serde_json::json;
use stackengine_core::analyze::{Analysis, Options, analyze};
use stackengine_core::backends::Backend;
use stackengine_core::diagnose::{Describes, Incident, Kind};
use stackengine_core::incidents::{self, CannotHappen, Cell, Content, Happens, IncidentKnowledge};

/// One cell with all that is known of it.
pub(super) struct Guide {
    pub(super) incident: &'static IncidentKnowledge,
    pub(super) backend: &'static Backend,
    pub(super) cell: &'static Cell,
    /// The sample, and what the sandbox says of it.
    examined: Option<(String, Analysis)>,
}

/// Files of the prevention kit whose text a guide shows; the others it names.
const SHOWN_FILES: usize = 2;

impl Guide {
    pub(super) fn of(
        incident: &'static IncidentKnowledge,
        backend: &'static Backend,
        cell: &'static Cell,
    ) -> Self {
        let examined = cell.sample().map(|sample| {
            let analysis = analyze(&sample, &Options::default());
            (sample, analysis)
        });
        Self { incident, backend, cell, examined }
    }

    pub(super) fn title(&self) -> String {
        format!("{}: {}", self.incident.title, self.backend.name)
    }

    /// One or two sentences, at most about 200 characters.
    pub(super) fn description(&self) -> String {
        let text = match &self.cell.content {
            Content::Happens(happens) => happens.meaning,
            Content::CannotHappen(cannot) => cannot.reason,
        };
        let mut out = format!("{}: ", self.backend.name);
        for sentence in text.split_inclusive(". ") {
            if out.len() > 60 && out.len() + sentence.len() > 220 {
                break;
            }
            out.push_str(sentence);
        }
        out.trim_end().to_owned()
    }

    /// Words to find it by, in lower case.
    pub(super) fn words(&self) -> String {
        let mut out = format!("{} {} {}", self.incident.title, self.backend.name, self.backend.id);
        for text in self.incident.search {
            out.push(' ');
            out.push_str(text);
        }
        if let Content::Happens(happens) = &self.cell.content {
            // The frame's closing words are the same everywhere, and an id finds nothing.
            let text = incidents::text(self.backend.id, &happens.printed);
            let text = text.split("Lock Info:").next().unwrap_or("");
            let text = text.split("acquires a").next().unwrap_or("");
            out.push(' ');
            out.extend(text.split_whitespace().filter(|word| *word != "│").flat_map(|word| [word, " "]));
        }
        out.to_lowercase()
    }

    pub(super) fn happens(&self) -> bool {
        self.examined.is_some()
    }

    fn found(&self) -> Option<&Incident> {
        self.examined.as_ref().and_then(|(_, analysis)| analysis.diagnosis.incidents.first())
    }

    /// Data for search engines.
    pub(super) fn data(&self, base: Option<&str>) -> serde_json::Value {
        let about = [self.incident.title, self.backend.name, "Terraform", "OpenTofu"]
            .map(|name| json!({"@type": "Thing", "name": name}));
        let mut out = json!({
            "@context": "https://schema.org",
            "@type": "TechArticle",
            "headline": self.title(),
            "description": self.description(),
            "inLanguage": "en",
            "proficiencyLevel": "Expert",
            "about": about,
        });
        if let (Some(base), Some(map)) = (base, out.as_object_mut()) {
            map.insert(
                "url".into(),
                format!("{base}guides/{}/{}/", self.incident.id, self.backend.id).into(),
            );
        }
        out
    }

    /// What stands beneath the sandbox.
    pub(super) fn body(&self, place: &Place<'_>) -> Html {
        let mut html = Html::new();
        self.way(&mut html, place);
        match (&self.cell.content, &self.examined) {
            (Content::Happens(happens), Some((sample, analysis))) => {
                self.in_short(&mut html, happens);
                self.raw_error(&mut html, happens, sample);
                self.meaning(&mut html, happens);
                section(&mut html, "g-blast", "Blast radius", |html| list(html, self.incident.blast_radius));
                self.verify(&mut html, happens);
                self.fix(&mut html, happens);
                hardened(&mut html, analysis);
                self.prevention(&mut html, analysis);
                self.related(&mut html, place);
                why_not(&mut html, analysis, place);
                self.sources(&mut html, Some(happens), analysis);
            }
            (Content::CannotHappen(cannot), _) => {
                self.cannot(&mut html, cannot, place);
                self.related(&mut html, place);
                section(&mut html, "g-sources", "Sources", |html| list(html, &[cannot.source]));
            }
            _ => {}
        }
        html
    }

    /// Where this page stands: the matrix, the guide before, the guide after.
    fn way(&self, html: &mut Html, place: &Place<'_>) {
        html.element("nav", &[("class", "g-way"), ("aria-label", "Guides")], |html| {
            html.leaf("a", &[("href", &place.url("guides/"))], "All 140 guides");
            html.leaf(
                "a",
                &[("href", &place.url(&format!("guides/#{}", self.incident.id)))],
                self.incident.title,
            );
            for (rel, word, neighbour) in [("prev", "Previous", place.before), ("next", "Next", place.after)]
            {
                if let Some(other) = neighbour {
                    let title = if other.incident.id == self.incident.id {
                        other.backend.name.to_owned()
                    } else {
                        other.title()
                    };
                    html.leaf(
                        "a",
                        &[("rel", rel), ("href", &place.cell(other.incident.id, other.backend.id))],
                        &format!("{word}: {title}"),
                    );
                }
            }
        })
        .line();
    }

    fn in_short(&self, html: &mut Html, happens: &Happens) {
        section(html, "g-short", "In short", |html| {
            html.element("ul", &[("class", "g-short")], |html| {
                html.leaf("li", &[], self.incident.meaning);
                let unlock = self.found().map(|found| &found.unlock);
                match unlock.and_then(|unlock| unlock.command.as_deref().map(|command| (unlock, command))) {
                    Some((_, command)) => {
                        html.element("li", &[], |html| {
                            html.text("Release it only when its holder is proven dead: ");
                            html.leaf("code", &[], command);
                        });
                    }
                    None => {
                        if let Some(why) = unlock.and_then(|unlock| unlock.why.as_deref()) {
                            html.leaf("li", &[], why);
                        }
                    }
                }
                if let Some(first) = happens.fix.first() {
                    html.leaf("li", &[], first);
                }
            });
        });
    }

    fn raw_error(&self, html: &mut Html, happens: &Happens, sample: &str) {
        let text = incidents::text(self.backend.id, &happens.printed);
        section(html, "g-error", "The raw error", |html| {
            code(html, text.trim_matches('\n'), "The error as it is printed");
            html.leaf("p", &[("class", "quiet-text")], &happens.evidence.in_words());
            html.element("p", &[("class", "g-load")], |html| {
                html.leaf(
                    "button",
                    &[("type", "button"), ("class", "primary"), ("data-do", "page-sample")],
                    "Load this sample into the sandbox",
                );
            });
            html.leaf("h3", &[], "The backend block that goes with it");
            code(html, incidents::block(self.backend.id).trim_end(), "The sample's backend block");
            html.element("template", &[("id", "page-sample"), ("data-title", &self.title())], |html| {
                html.text(sample);
            });
        });
    }

    /// Whether the words about the lock itself help here.
    fn is_about_the_lock(&self) -> bool {
        matches!(self.incident.id, "lock-held" | "release-failed" | "wrong-lock-id")
    }

    fn meaning(&self, html: &mut Html, happens: &Happens) {
        section(html, "g-meaning", "What it means", |html| {
            html.leaf("p", &[], happens.meaning);
            if !self.is_about_the_lock() {
                return;
            }
            if let Some(found) = self.found()
                && found.lock_describes == Some(Describes::Requester)
                && let Some(reason) = found.reasons.first()
            {
                html.leaf("p", &[], reason);
            }
            let locking = &self.backend.locking;
            html.element("dl", &[("class", "fields")], |html| {
                for (term, words) in [
                    ("Where the lock is", locking.place),
                    ("The lock's id", locking.id),
                    ("When the holder dies", locking.when_holder_dies),
                ] {
                    html.element("div", &[], |html| {
                        html.leaf("dt", &[], term).leaf("dd", &[], words);
                    });
                }
            });
        });
    }

    fn verify(&self, html: &mut Html, happens: &Happens) {
        section(html, "g-verify", "Verify first", |html| {
            html.element("ol", &[("class", "steps")], |html| {
                for step in self.incident.verify.iter().chain(happens.verify) {
                    html.leaf("li", &[], step);
                }
                if happens.kind != Kind::StateWriteFailed {
                    self.checks(html);
                }
            });
        });
    }

    /// What the sandbox says is to be looked at, or done, before a release.
    fn checks(&self, html: &mut Html) {
        for check in self.found().map(|found| found.unlock.checks.as_slice()).unwrap_or_default() {
            html.element("li", &[], |html| {
                html.leaf("p", &[], &check.title);
                if let Some(text) = &check.command {
                    command(html, text);
                }
            });
        }
    }

    fn fix(&self, html: &mut Html, happens: &Happens) {
        section(html, "g-fix", "Basic fix", |html| {
            html.element("ol", &[("class", "steps")], |html| {
                // The incident's last step is what comes afterwards.
                if let Some((last, first)) = self.incident.fix.split_last() {
                    for step in first.iter().chain(happens.fix).chain([last]) {
                        html.leaf("li", &[], step);
                    }
                }
                // To push the newer state is no look, it is the fix.
                if happens.kind == Kind::StateWriteFailed {
                    self.checks(html);
                }
            });
            if let Some(caution) = happens.caution {
                html.element("p", &[("class", "g-beware")], |html| {
                    html.leaf("strong", &[], "Beware. ").text(caution);
                });
            }
            let Some(unlock) = self.found().map(|found| &found.unlock) else { return };
            if let Some(text) = &unlock.command {
                html.leaf("h3", &[], "The command for this sample");
                command(html, text);
            }
            if let Some(why) = &unlock.why {
                html.leaf("p", &[("class", "why")], why);
            }
            if !unlock.fallbacks.is_empty() {
                html.leaf("h3", &[], "If that does not work");
                html.element("ol", &[("class", "steps")], |html| {
                    for fallback in &unlock.fallbacks {
                        html.element("li", &[], |html| {
                            html.leaf("p", &[], &fallback.title);
                            if let Some(text) = &fallback.command {
                                command(html, text);
                            }
                            if let Some(condition) = &fallback.condition {
                                html.leaf("p", &[("class", "condition")], condition);
                            }
                        });
                    }
                });
            }
        });
    }

    fn prevention(&self, html: &mut Html, analysis: &Analysis) {
        section(html, "g-prevention", "Prevention in CI", |html| {
            list(html, self.incident.prevention);
            let files = &analysis.fix.prevention;
            for file in files.iter().take(SHOWN_FILES) {
                html.element("details", &[("class", "file")], |html| {
                    html.element("summary", &[], |html| {
                        html.leaf("code", &[], &file.path).text(" ").text(&file.purpose);
                    });
                    code(html, file.text.trim_end(), &file.path);
                });
            }
            if files.len() > SHOWN_FILES {
                html.leaf("p", &[], "The sandbox also writes these, with the names from your own block:");
                html.element("ul", &[], |html| {
                    for file in files.iter().skip(SHOWN_FILES) {
                        html.element("li", &[], |html| {
                            html.leaf("code", &[], &file.path).text(" ").text(&file.purpose);
                        });
                    }
                });
            }
        });
    }

    fn related(&self, html: &mut Html, place: &Place<'_>) {
        section(html, "g-related", "Related diagnostics", |html| {
            html.element("ul", &[], |html| {
                for id in self.incident.related {
                    if let Some(other) = incidents::by_id(id) {
                        html.element("li", &[], |html| {
                            html.leaf("a", &[("href", &place.cell(other.id, self.backend.id))], other.title);
                            html.text(" on the same backend. ").text(other.meaning);
                        });
                    }
                }
            });
            html.element("details", &[], |html| {
                html.leaf("summary", &[], &format!("{} on other backends", self.incident.title));
                html.element("ul", &[], |html| {
                    for cell in self.incident.cells.iter().filter(|cell| cell.backend != self.backend.id) {
                        if let Some(backend) = stackengine_core::backends::by_id(cell.backend) {
                            html.element("li", &[], |html| {
                                html.leaf(
                                    "a",
                                    &[("href", &place.cell(self.incident.id, backend.id))],
                                    backend.name,
                                );
                            });
                        }
                    }
                });
            });
        });
    }

    fn sources(&self, html: &mut Html, happens: Option<&Happens>, analysis: &Analysis) {
        section(html, "g-sources", "Sources", |html| {
            let mut sources: Vec<&str> = self.incident.sources.to_vec();
            if happens.is_some() && self.is_about_the_lock() {
                sources.push(self.backend.locking.source);
            }
            let findings = analysis.fix.blocks.iter().flat_map(|block| &block.findings);
            sources.extend(findings.map(|finding| finding.source.as_str()));
            let mut seen: Vec<&str> = Vec::new();
            for source in sources {
                if !seen.contains(&source) {
                    seen.push(source);
                }
            }
            list(html, &seen);
        });
    }

    fn cannot(&self, html: &mut Html, cannot: &CannotHappen, place: &Place<'_>) {
        section(html, "g-short", "This cannot happen here", |html| {
            html.leaf("p", &[], cannot.reason);
            html.element("p", &[("class", "quiet-text")], |html| {
                html.text("On other backends: ").text(self.incident.meaning);
            });
        });
        if cannot.instead.is_some() || cannot.see.is_some() {
            section(html, "g-instead", "What is seen instead", |html| {
                if let Some(instead) = cannot.instead {
                    html.leaf("p", &[], instead);
                }
                if let Some(other) = cannot.see.and_then(incidents::by_id) {
                    html.element("p", &[], |html| {
                        html.text("The guide for that: ");
                        html.leaf("a", &[("href", &place.cell(other.id, self.backend.id))], other.title);
                    });
                }
            });
        }
    }
}

/// The block as the sandbox hardens it.
fn hardened(html: &mut Html, analysis: &Analysis) {
    let Some(block) = analysis.fix.blocks.first() else { return };
    section(html, "g-hardened", "The backend, hardened", |html| {
        match &block.diff {
            Some(diff) => {
                html.element(
                    "pre",
                    &[
                        ("class", "g-diff"),
                        ("tabindex", "0"),
                        ("role", "region"),
                        ("aria-label", "Diff of the backend block"),
                    ],
                    |html| {
                        // The file's header says nothing here.
                        for line in diff
                            .lines()
                            .filter(|line| !["---", "+++", "\\ "].iter().any(|head| line.starts_with(head)))
                        {
                            let name = match line.as_bytes().first() {
                                Some(b'+') => "ins",
                                Some(b'-') => "del",
                                _ => "span",
                            };
                            html.leaf(name, &[], line).line();
                        }
                    },
                );
            }
            None => {
                html.leaf("p", &[], "Nothing in this sample's block has to change by itself.");
            }
        }
        if !block.findings.is_empty() {
            html.element("ul", &[("class", "g-findings")], |html| {
                for finding in &block.findings {
                    html.element("li", &[], |html| {
                        html.leaf("code", &[], &finding.id).text(" ").text(&finding.message).text(" ");
                        html.leaf("em", &[], &finding.fix);
                    });
                }
            });
        }
        if !block.migration.is_empty() {
            html.element("details", &[], |html| {
                html.leaf("summary", &[], "How to bring it in");
                html.element("ol", &[("class", "g-plain")], |html| {
                    for step in &block.migration {
                        html.leaf("li", &[], step);
                    }
                });
            });
        }
        if !analysis.fix.companions.is_empty() {
            html.leaf("h3", &[], "The resources behind it");
            html.leaf("p", &[], "The sandbox writes them with your own names:");
            html.element("ul", &[], |html| {
                for file in &analysis.fix.companions {
                    html.element("li", &[], |html| {
                        html.leaf("code", &[], &file.path).text(" ").text(&file.purpose);
                    });
                }
            });
        }
    });
}

fn why_not(html: &mut Html, analysis: &Analysis, place: &Place<'_>) {
    if analysis.fix.why_not.is_empty() {
        return;
    }
    section(html, "g-whynot", "Popular advice, and why not", |html| {
        for note in analysis.fix.why_not.iter().filter(|note| note.matters) {
            html.element("details", &[("class", "g-whynot")], |html| {
                html.leaf("summary", &[], note.advice);
                advice::words(html, note);
            });
        }
        html.element("p", &[], |html| {
            html.leaf("a", &[("href", &place.url(advice::PATH))], &advice::title());
            html.text(": what else is said of state and locks.");
        });
    });
}

/// A section with its heading, labelled by it.
pub(super) fn section(html: &mut Html, id: &'static str, heading: &str, content: impl FnOnce(&mut Html)) {
    let title = format!("{id}-title");
    html.element("section", &[("id", id), ("aria-labelledby", &title)], |html| {
        html.leaf("h2", &[("id", &title)], heading);
        content(html);
    })
    .line();
}

fn list(html: &mut Html, items: &[&str]) {
    html.element("ul", &[], |html| {
        for item in items {
            html.leaf("li", &[], item);
        }
    });
}

/// A text that scrolls by itself, and is reached by keyboard.
pub(super) fn code(html: &mut Html, text: &str, label: &str) {
    html.element(
        "pre",
        &[("class", "g-code"), ("tabindex", "0"), ("role", "region"), ("aria-label", label)],
        |html| {
            html.leaf("code", &[], text);
        },
    );
}

fn command(html: &mut Html, text: &str) {
    html.element("div", &[("class", "command")], |html| {
        html.element("pre", &[("tabindex", "0")], |html| {
            html.leaf("code", &[], text);
        });
        let start: String = text.chars().take(40).collect();
        html.leaf(
            "button",
            &[
                ("type", "button"),
                ("class", "copy"),
                ("data-do", "copy"),
                ("aria-label", &format!("Copy: {start}")),
            ],
            "Copy",
        );
    });
}
