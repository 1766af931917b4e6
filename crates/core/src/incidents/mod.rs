//! The ten incidents, one file each. To add one: one new file, one line here.

/// One group of incident kinds, with the words that page, CLI and guides share.
#[derive(Debug)]
pub struct IncidentKnowledge {
    /// Kebab-case: `lock-held`.
    pub id: &'static str,
    /// Title of its guide.
    pub title: &'static str,
}

/// Every incident.
pub const INCIDENTS: &[&IncidentKnowledge] = &[];
