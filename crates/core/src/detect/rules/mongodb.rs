//! MongoDB Atlas.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "mongodb-atlas",
    placeholder: "MONGODB_SECRET",
    summary: "A service account secret of MongoDB Atlas",
    reason: "It creates, changes and deletes clusters.",
    source: "kingfisher 2.14.0",
    pattern: "mdb_sa_sk_[A-Za-z0-9_-]{40}",
    #[cfg(test)]
    cases: super::Cases {
        note: "mdb_sa_id_ is the account's id; older private keys are UUIDs, which only their \
                   name tells.",
        examples: &["MONGODB_ATLAS_CLIENT_SECRET=«mdb_sa_sk_⟨b64u 40⟩»"],
        counter_examples: &["the account mdb_sa_id_⟨hex 24⟩ exists"],
    },
    ..Rule::SECRET
}];
