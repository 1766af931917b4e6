//! Texts that only look like a state lock's, and what to do about them.

/// Texts that only look alike, with what to do about them.
const LOOK_ALIKES: [(&[&str], &str); 12] = [
    (
        &["dependency lock file", ".terraform.lock.hcl", "checksums previously recorded"],
        "This is about .terraform.lock.hcl, which pins provider versions; it has nothing to do with the state lock. `terraform init` (or `terraform init -upgrade`) settles it.",
    ),
    (
        &["/var/lib/dpkg/lock", "/var/lib/apt/lists/lock", "dpkg frontend lock"],
        "This is the package manager's lock (apt, dpkg), not a state lock. Wait for the other apt process to end.",
    ),
    (
        &["stack is currently locked", "pulumi cancel", "Another update is currently in progress"],
        "This is a Pulumi lock, not a Terraform state lock. `pulumi cancel` is its own way out.",
    ),
    (&["change log lock", "changelog lock"], "This is Liquibase's change log lock, not a state lock."),
    (
        &["ScopeLocked"],
        "This is an Azure management lock on a resource or resource group, not a state lock. It is removed in Azure by who set it.",
    ),
    (
        &["package-lock.json", "npm ERR!", "yarn.lock", "pnpm-lock"],
        "This is about a JavaScript package lock file, not a state lock.",
    ),
    (&["index.lock"], "This is Git's own lock (index.lock), not a state lock."),
    (&["Blocking waiting for file lock"], "This is Cargo's file lock, not a state lock."),
    (
        &[
            "deadlock detected",
            "Lock wait timeout exceeded",
            "database is locked",
            "could not obtain lock on relation",
        ],
        "This is a database's own lock, not a Terraform state lock.",
    ),
    (
        &["Backend initialization required"],
        "This directory is not initialised for its backend yet; no lock is held. Run `terraform init`.",
    ),
    (
        &[
            "cannot re-use a name that is still in use",
            "another operation (install/upgrade/rollback) is in progress",
        ],
        "This is Helm's release lock, not a Terraform state lock.",
    ),
    (
        &["Waiting for cache lock", "Could not get lock"],
        "This is another program's lock file, not a state lock.",
    ),
];

pub(super) fn notes(raw: &str) -> Vec<String> {
    if raw.trim().is_empty() {
        return vec!["Nothing is pasted yet. Paste the whole error, from \"Error:\" to the end of the Lock Info block, and the backend block beside it.".to_owned()];
    }
    let mut notes: Vec<String> = LOOK_ALIKES
        .iter()
        .filter(|(words, _)| words.iter().any(|word| raw.contains(word)))
        .map(|(_, note)| (*note).to_owned())
        .take(2)
        .collect();
    if notes.is_empty() {
        let odd = raw.chars().take(4000).filter(|c| *c == '\u{fffd}' || *c == '\0').count();
        notes.push(if odd > 40 {
            "This reads as binary data. Paste the error as text: from \"Error:\" to the end of the Lock Info block.".to_owned()
        } else {
            "No state-lock error was found. Paste the whole error, from \"Error:\" to the end of the Lock Info block, and the backend block beside it.".to_owned()
        });
    }
    notes
}
