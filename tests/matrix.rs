//! The 140 cells: every one is there, and every sample is what the sandbox takes it for.

use stackengine_core::analyze::{Analysis, Options, analyze};
use stackengine_core::backends::{self, BACKENDS};
use stackengine_core::diagnose::Incident;
use stackengine_core::incidents::{self, Cell, Content, Happens, INCIDENTS, IncidentKnowledge};
use std::collections::{BTreeMap, BTreeSet};

fn matrix_backends() -> Vec<&'static str> {
    BACKENDS.iter().map(|backend| backend.id).filter(|id| *id != "removed").collect()
}

fn cells() -> impl Iterator<Item = (&'static IncidentKnowledge, &'static Cell)> {
    INCIDENTS.iter().flat_map(|incident| incident.cells.iter().map(move |cell| (*incident, cell)))
}

fn samples() -> impl Iterator<Item = (&'static IncidentKnowledge, &'static Cell, &'static Happens, String)> {
    cells().filter_map(|(incident, cell)| match &cell.content {
        Content::Happens(happens) => Some((incident, cell, happens, cell.sample().unwrap())),
        Content::CannotHappen(_) => None,
    })
}

fn examined(sample: &str) -> Analysis {
    analyze(sample, &Options::default())
}

/// Panics with every complaint at once.
fn none(complaints: &[String]) {
    assert!(complaints.is_empty(), "{}\n{}", complaints.len(), complaints.join("\n"));
}

#[test]
fn every_cell_is_there_once_and_in_order() {
    let backends = matrix_backends();
    assert_eq!((INCIDENTS.len(), backends.len()), (10, 14));
    for incident in INCIDENTS {
        let cells: Vec<&str> = incident.cells.iter().map(|cell| cell.backend).collect();
        assert_eq!(cells, backends, "{}", incident.id);
    }
    assert_eq!(cells().count(), 140);
}

#[test]
fn ids_are_unique_slugs_and_every_reference_leads_somewhere() {
    let ids: BTreeSet<&str> = INCIDENTS.iter().map(|incident| incident.id).collect();
    assert_eq!(ids.len(), INCIDENTS.len());
    let slug = |id: &str| {
        id.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        })
    };
    let mut kinds = BTreeSet::new();
    for incident in INCIDENTS {
        assert!(slug(incident.id), "{}", incident.id);
        for kind in incident.kinds {
            assert_eq!(incidents::of(*kind), incident.id, "{kind:?}");
            assert!(kinds.insert(*kind), "{kind:?} twice");
        }
        for related in incident.related {
            assert!(ids.contains(related) && *related != incident.id, "{} to {related}", incident.id);
        }
        for words in
            [incident.verify, incident.fix, incident.blast_radius, incident.prevention, incident.sources]
        {
            assert!(!words.is_empty(), "{}", incident.id);
        }
        for text in incident.search {
            assert_eq!(*text, text.to_lowercase(), "{}", incident.id);
        }
    }
    for (incident, cell) in cells() {
        let Content::CannotHappen(reason) = &cell.content else { continue };
        let Some(see) = reason.see else { continue };
        let place = format!("{} {}", incident.id, cell.backend);
        let other = incidents::by_id(see).unwrap_or_else(|| panic!("{place}: {see}"));
        let target = other.cells.iter().find(|other| other.backend == cell.backend).unwrap();
        assert!(matches!(target.content, Content::Happens(_)), "{place} sends to a cell that cannot happen");
    }
    // Every kind of the contract belongs to an incident of the matrix.
    assert_eq!(kinds.len(), 25);
}

#[test]
fn every_sample_is_diagnosed_as_its_cell() {
    let mut complaints = Vec::new();
    for (incident, cell, happens, sample) in samples() {
        let name = format!("{} {}", incident.id, cell.backend);
        if !incident.kinds.contains(&happens.kind) {
            complaints.push(format!("{name}: {:?} is none of its kinds", happens.kind));
        }
        let found = examined(&sample).diagnosis.incidents;
        let seen: Vec<String> =
            found.iter().map(|one| format!("{:?} on {}", one.kind, one.backend)).collect();
        if !(found.len() == 1 && found[0].kind == happens.kind && found[0].backend == cell.backend) {
            complaints.push(format!("{name}: wanted {:?}, found {seen:?}\n{sample}", happens.kind));
        }
    }
    none(&complaints);
}

/// What must be so with the plan of a cell, by what is known of its backend.
fn plan_complaint(cell: &Cell, happens: &Happens, found: &Incident) -> Option<String> {
    let locking = &backends::by_id(cell.backend).unwrap().locking;
    let unlock = &found.unlock;
    if unlock.possible != unlock.command.is_some() {
        return Some("possible and command disagree".into());
    }
    if !unlock.possible && unlock.why.is_none() {
        return Some("refused without a reason".into());
    }
    use stackengine_core::diagnose::Kind;
    match happens.kind {
        Kind::StateLockHeld | Kind::HcpWorkspaceLocked => match locking.refuses {
            Some(refuses) => (unlock.possible || unlock.why.as_deref() != Some(refuses))
                .then(|| "the backend refuses, the plan does not".into()),
            None => (!unlock.possible).then(|| format!("held and not released: {:?}", unlock.why)),
        },
        // A refused id whose block shows the lock that is held is released by that block's id.
        Kind::WrongLockId if found.lock.is_some() => {
            (!unlock.possible).then(|| format!("the holder's id is there: {:?}", unlock.why))
        }
        Kind::LockReleaseFailed | Kind::WrongLockId => None,
        _ => unlock.possible.then(|| "a release is offered where nothing is to be released".into()),
    }
}

#[test]
fn every_release_plan_agrees_with_its_backend() {
    let mut complaints = Vec::new();
    for (incident, cell, happens, sample) in samples() {
        for found in &examined(&sample).diagnosis.incidents {
            if let Some(complaint) = plan_complaint(cell, happens, found) {
                complaints.push(format!("{} {}: {complaint}", incident.id, cell.backend));
            }
        }
    }
    none(&complaints);
}

/// Commands of another vendor's tool have no place in a guide.
#[test]
fn no_plan_names_a_tool_of_another_store() {
    let mut complaints = Vec::new();
    for (incident, cell, _, sample) in samples() {
        for found in examined(&sample).diagnosis.incidents {
            let commands = found
                .unlock
                .checks
                .iter()
                .filter_map(|check| check.command.clone())
                .chain(found.unlock.fallbacks.iter().filter_map(|fallback| fallback.command.clone()));
            for command in commands {
                for (tool, owner) in [
                    ("aws ", "s3"),
                    ("gcloud ", "gcs"),
                    ("az storage ", "azurerm"),
                    ("psql ", "pg"),
                    ("consul ", "consul"),
                    ("kubectl -n", "kubernetes"),
                    ("oci ", "oci"),
                ] {
                    if (command.starts_with(tool) || command.contains(&format!("$({tool}")))
                        && !cell.backend.starts_with(owner)
                    {
                        complaints.push(format!("{} {}: {command}", incident.id, cell.backend));
                    }
                }
            }
        }
    }
    none(&complaints);
}

#[test]
fn every_sample_has_its_block_and_the_block_reads() {
    for (incident, cell, _, sample) in samples() {
        let analysis = examined(&sample);
        let name = format!("{} {}", incident.id, cell.backend);
        assert_eq!(analysis.fix.blocks.len(), 1, "{name}");
        let block = &analysis.fix.blocks[0];
        assert!(block.parses, "{name}: {:?}", block.findings);
        let label = match cell.backend {
            id if id.starts_with("s3") => "s3",
            "remote" => "cloud",
            id => id,
        };
        assert_eq!(block.backend, label, "{name}");
        // What is hardened keeps the place of the state, and hardening it again changes nothing.
        if let Some(hardened) = &block.hardened {
            for name in ["bucket", "key", "path", "prefix", "address", "container_name", "secret_suffix"] {
                if let Some(value) = block.settings.get(name) {
                    assert!(hardened.contains(value), "{name} is lost");
                }
            }
            let again = examined(hardened);
            assert!(again.fix.blocks.iter().all(|block| block.hardened.is_none()), "{name}");
        }
    }
}

/// No secret stands in a sample: the page loads it with one click, and it is on the web. (The name of a
/// Kubernetes Secret is hidden on the safe side.)
#[test]
fn samples_hold_no_secret() {
    for (incident, cell, _, sample) in samples() {
        for finding in examined(&sample).detection.findings {
            let is_secret = finding.class == stackengine_core::detect::Class::Secret;
            let text = finding.span.of(&sample);
            assert!(
                !is_secret || text.trim_matches('"') == "tfstate-default-network",
                "{} {}: {text}",
                incident.id,
                cell.backend
            );
        }
    }
}

#[test]
fn no_sentence_is_written_twice() {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    let mut complaints = Vec::new();
    let mut add = |text: &'static str, place: String| {
        if let Some(first) = seen.insert(text, place.clone()) {
            complaints.push(format!("{first} and {place}: {text}"));
        }
    };
    for incident in INCIDENTS {
        add(incident.meaning, incident.id.to_owned());
        for list in [incident.blast_radius, incident.verify, incident.fix, incident.prevention] {
            for text in list {
                add(text, incident.id.to_owned());
            }
        }
        for cell in incident.cells {
            let place = format!("{} {}", incident.id, cell.backend);
            match &cell.content {
                Content::Happens(happens) => {
                    add(happens.meaning, place.clone());
                    for text in happens.verify.iter().chain(happens.fix) {
                        add(text, place.clone());
                    }
                    if let Some(text) = happens.caution {
                        add(text, place);
                    }
                }
                Content::CannotHappen(reason) => {
                    add(reason.reason, place.clone());
                    if let Some(text) = reason.instead {
                        add(text, place);
                    }
                }
            }
        }
    }
    let samples: Vec<String> = samples().map(|(_, _, _, sample)| sample).collect();
    assert_eq!(samples.iter().collect::<BTreeSet<_>>().len(), samples.len(), "two samples are one");
    none(&complaints);
}
