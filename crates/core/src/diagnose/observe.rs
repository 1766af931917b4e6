//! What the text says, un-decorated, before any judgement.

use super::{Describes, Kind, LockInfo, Tool};
use crate::text::Span;

/// One incident as the text tells it. All strings are raw text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// What happened.
    pub kind: Kind,
    /// Backend id of the CLI contract, `unknown` where nothing tells.
    pub backend: &'static str,
    /// How sure the backend is, 0 to 100.
    pub backend_confidence: u8,
    /// What in the text told the backend, a sentence.
    pub backend_evidence: Option<String>,
    /// Who printed it.
    pub tool: Tool,
    /// The printing program's version, where the text tells.
    pub tool_version: Option<String>,
    /// The printed fields.
    pub lock: Option<LockInfo>,
    /// Whose fields these are.
    pub lock_describes: Option<Describes>,
    /// The holder's id, in the block or outside it.
    pub holder_id: Option<String>,
    /// The id that a refused `force-unlock` was given.
    pub given_id: Option<String>,
    /// Workspace, where the text tells.
    pub workspace: Option<String>,
    /// Terragrunt unit, module or job.
    pub unit: Option<String>,
    /// Further values the text names, by name: `table`, `bucket`, `key`, `calculated`, `stored`,
    /// `status`, `url`, `wrapper`, `errored_state`, `request_time`, `pull`.
    pub details: Vec<(&'static str, String)>,
    /// The error text between the wrapper and the block, one line.
    pub inner: String,
    /// Where it stands in the raw text.
    pub span: Span,
}

impl Observation {
    /// The first detail of that name.
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }
}

/// What [`observe`] found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// De-duplicated by id, in the order of the text.
    pub observations: Vec<Observation>,
    /// Look-alikes that were recognised and what to paste next.
    pub notes: Vec<String>,
}

/// Reads raw text.
pub fn observe(_raw: &str) -> Seen {
    Seen::default()
}
