//! Errors built from the templates of Terraform, OpenTofu and the tools around them, with what is right about
//! each. The words stand in `internal/states/statemgr/locker.go`, `internal/command/clistate/state.go` and the
//! backends' clients, Terraform v0.9.11 to v1.15.9, OpenTofu v1.6.3 to v1.12.6.

pub(crate) mod dressing;
mod held;
mod others;
mod outer;
mod releases;
mod values;

pub(crate) use self::{
    held::held,
    values::{Dice, KEYS, Values, quoted, values},
};
use others::others;
use stackengine_core::diagnose::{Describes, Incident, Kind, LockInfo, Tool};

/// A text, and what any reading of it must find.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) text: String,
    pub(crate) kind: Kind,
    /// One of these is right; the first is best. `unknown` is right only where it is named.
    pub(crate) backends: &'static [&'static str],
    pub(crate) lock: Option<LockInfo>,
    pub(crate) describes: Option<Describes>,
    pub(crate) holder_id: Option<String>,
    pub(crate) workspace: Option<String>,
    /// The exact command, or none where it is to be refused.
    pub(crate) command: Option<String>,
    /// Terraform never wraps a summary, so its words stand on one line in any log.
    pub(crate) tool: Option<Tool>,
}

/// Every known error.
pub(crate) fn all() -> Vec<Known> {
    let mut out = held();
    out.extend(others());
    out
}

/// What is not as it should be.
pub(crate) fn differences(known: &Known, found: &[Incident]) -> Vec<String> {
    let mut out = Vec::new();
    if found.len() != 1 {
        out.push(format!(
            "{} incidents {:?}",
            found.len(),
            found.iter().map(|one| one.kind).collect::<Vec<_>>()
        ));
    }
    let Some(one) = found.first() else { return out };
    let mut compare = |what: &str, wanted: String, has: String| {
        if wanted != has {
            out.push(format!("{what}: wanted {wanted}, has {has}"));
        }
    };
    compare("kind", format!("{:?}", known.kind), format!("{:?}", one.kind));
    if !known.backends.contains(&one.backend.as_str()) {
        compare("backend", format!("{:?}", known.backends), one.backend.clone());
    }
    let empty = LockInfo::default();
    let (wanted, has) = (known.lock.as_ref().unwrap_or(&empty), one.lock.as_ref().unwrap_or(&empty));
    for (name, wanted, has) in [
        ("id", &wanted.id, &has.id),
        ("path", &wanted.path, &has.path),
        ("operation", &wanted.operation, &has.operation),
        ("who", &wanted.who, &has.who),
        ("version", &wanted.version, &has.version),
        ("created", &wanted.created, &has.created),
        ("info", &wanted.info, &has.info),
    ] {
        compare(name, format!("{wanted:?}"), format!("{has:?}"));
    }
    if known.lock.is_some() && known.describes.is_some() {
        compare("describes", format!("{:?}", known.describes), format!("{:?}", one.lock_describes));
    }
    compare("holder id", format!("{:?}", known.holder_id), format!("{:?}", one.holder_id));
    if known.workspace.is_some() {
        compare("workspace", format!("{:?}", known.workspace), format!("{:?}", one.workspace));
    }
    let verb = |command: &Option<String>| {
        command.as_ref().map(|command| command.split_once(' ').map_or("", |(_, rest)| rest).to_owned())
    };
    compare("command", format!("{:?}", verb(&known.command)), format!("{:?}", verb(&one.unlock.command)));
    compare("possible", known.command.is_some().to_string(), one.unlock.possible.to_string());
    if !one.unlock.possible && one.unlock.why.is_none() {
        out.push("refused without a reason".to_owned());
    }
    out
}
