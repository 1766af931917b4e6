//! Judgement: whose lock it is, how alive, and which command releases only it.

use super::observe::Observation;
use super::{Incident, Staleness, Unlock};
use crate::backends::Settings;

/// Judges one observation.
pub fn plan(seen: &Observation, _settings: &[Settings], _now: Option<jiff::Timestamp>) -> Incident {
    Incident {
        kind: seen.kind,
        backend: seen.backend.to_owned(),
        tool: seen.tool,
        tool_version: seen.tool_version.clone(),
        lock: seen.lock.clone(),
        lock_describes: seen.lock_describes,
        holder_id: seen.holder_id.clone(),
        workspace: seen.workspace.clone(),
        age_seconds: None,
        staleness: Staleness::Unknown,
        reasons: Vec::new(),
        unlock: Unlock::default(),
        headline: String::new(),
        incident: "",
        unit: seen.unit.clone(),
        locations: Vec::new(),
        span: seen.span,
    }
}
