//! OpenStack.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "openstack-token",
    placeholder: "OPENSTACK_TOKEN",
    summary: "A Fernet token, as OpenStack's Keystone issues them",
    reason: "It acts as its user in the project that it was issued for.",
    source: "docs.openstack.org, \"Keystone: Fernet - Frequently Asked Questions\"",
    pattern: "gAAAAA[A-Za-z0-9_-]{80,600}={0,2}",
    #[cfg(test)]
    cases: super::Cases {
        note: "Airflow and others encrypt in the same form; what is in it can be opened with their key alone.",
        examples: &["X-Auth-Token: «gAAAAA⟨b64u 120⟩»", "| id | «gAAAAA⟨b64u 120⟩» |"],
        counter_examples: &["tokens begin with gAAAAA"],
    },
    ..Rule::SECRET
}];
