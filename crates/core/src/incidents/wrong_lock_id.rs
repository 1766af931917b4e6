//! force-unlock was refused, or did nothing.

use super::{Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "wrong-lock-id",
    title: "force-unlock fails or changes nothing",
    kinds: &[
        Kind::UnlockFailed,
        Kind::WrongLockId,
        Kind::NoLock,
        Kind::UnlockUnsupported,
        Kind::UnlockCancelled,
        Kind::UnlockSuccess,
        Kind::UsageError,
    ],
    meaning: "The release was refused because the id is not that of the lock that is held, or this backend's force-unlock cannot release it at all.",
    blast_radius: &[
        "A refusal has changed nothing: the lock that protects the state is still there.",
        "The danger is the next try. An id that is guessed until it fits may be that of a run that works right now.",
    ],
    verify: &[
        "Take the id from the newest error of a command that could not lock, not from an older log: locks come and go.",
        "See that directory, backend configuration and workspace are those of the locked state: terraform workspace show",
    ],
    fix: &[
        "Run a plan. If it works, the lock is gone and there is nothing to release.",
        "If it fails, and this backend releases by id at all, use the id in its own error, after the holder is proven dead.",
    ],
    prevention: &[
        "Let a person type the id in a job that asks for approval. Never scrape it from a log: after a collision that id is another run's.",
        "Put -force, if at all, before the id. After it, Terraform takes it for a second argument.",
    ],
    related: &["lock-held", "release-failed", "backend-changed"],
    sources: &["Terraform internal/command/unlock.go v1.15.9"],
    search: &[
        "failed to unlock state",
        "does not match existing lock",
        "lock id should be numerical value",
        "local state cannot be unlocked by another process",
        "expected a single argument: lock_id",
        "terraform state has been successfully unlocked",
        "lock id mismatch",
        "force-unlock does not work",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::Happens(Happens {
            kind: Kind::UnlockUnsupported,
            printed: Printed::Bare("Local state cannot be unlocked by another process"),
            evidence: Evidence::Run,
            meaning: "No id works here, the right one neither: one process cannot let go of another's file lock.",
            verify: &["Find the process that has the file open."],
            fix: &["End that process the gentle way, and the lock is gone in the same instant."],
            caution: Some("With -force the answer is \"LocalState not locked\". It means the same."),
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock ID \"00000000-1111-2222-3333-444444444444\" does not match existing lock (\"63a0f9a3-975b-f8f5-748a-af0f2affd403\")",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The table holds another lock than the one you named. The block beneath is the one that is held now: perhaps a new run took it after the old one was released.",
            verify: &[
                "Judge this new holder afresh. That the earlier one was dead says nothing about this one.",
            ],
            fix: &["If this holder is dead too, use the id of this block."],
            caution: Some(
                "\"unexpected end of JSON input\" instead of a mismatch means that there is no item: already released, or another workspace or table.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock ID 'deadbeef' does not match the existing lock ID '576ddf81-c35f-0e67-ee95-0a59c551ee13'",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The lock file names another id than yours, and Terraform left it where it is.",
            verify: &["On a versioned bucket older versions of the lock file show who held it before."],
            fix: &["Copy the whole id from the block, all 36 characters of it."],
            caution: Some(
                "\"NoSuchKey\" here means that the lock file is gone; look whether you are in the workspace that was locked.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "failed to unlock both S3 and DynamoDB: S3 error: lock ID '11111111-2222-3333-4444-555555555555' does not match the existing lock ID '39531a99-5b3b-8535-0f1c-02cdf58c0b35', DynamoDB error: lock ID \"11111111-2222-3333-4444-555555555555\" does not match existing lock (\"39531a99-5b3b-8535-0f1c-02cdf58c0b35\")",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "Both halves are held under one other id, so nothing was released.",
            verify: &[
                "The two ids after \"existing\" are equal. If they were not, two clients would hold one half each.",
            ],
            fix: &["Release with the id that both halves name."],
            caution: Some(
                "A message with only \"failed to unlock S3\" or only \"failed to unlock DynamoDB\" is another matter: then the half it does not name was released.",
            ),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "Lock ID should be numerical value, got '23190885-6cb7-769b-8761-26d8ece7c41a'",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "You gave the UUID from inside the lock object. This backend wants the object's generation, a number of about 16 digits.",
            verify: &["Read the generation from the object as it is now."],
            fix: &["Run force-unlock again with that number."],
            caution: Some(
                "\"storage: object doesn't exist\" means that the lock is gone. For a state that was never written, force-unlock cannot work at all: delete the lock object in its generation by gcloud.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock id \"00000000-dead-beef-0000-000000000000\" does not match existing lock",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The blob is leased under another id. People often copy the RequestId of an Azure error by mistake.",
            verify: &[
                "az blob show prints the lease's state, not its id: the id is in the block and in the blob's metadata.",
            ],
            fix: &["Use the ID row of this block."],
            caution: Some(
                "\"blob metadata terraformlockid was empty\" means that there is no lock of Terraform's: either all is free, or something else took the lease.",
            ),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::UnlockSuccess,
            printed: Printed::Bare(
                "Terraform state has been successfully unlocked!\n\nThe state has been unlocked, and Terraform commands should now be able to\nobtain a new lock on the remote state.",
            ),
            evidence: Evidence::Run,
            meaning: "This success is empty. A fresh process has no lock of its own to release, and the backend then reports success for any id.",
            verify: &["Run a plan: it will most likely still say that the workspace is locked."],
            fix: &["Look for the session in pg_locks and end its owner."],
            caution: None,
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::UnlockSuccess,
            printed: Printed::Bare(
                "Terraform state has been successfully unlocked!\n\nThe state has been unlocked, and Terraform commands should now be able to\nobtain a new lock on the remote state.",
            ),
            evidence: Evidence::Run,
            meaning: "The session that you named was destroyed, whichever it was: this backend compares no ids. A holder that lives takes the lock again within seconds.",
            verify: &[
                "Look at the session of the .lock key after ten seconds: a new one means a living holder.",
            ],
            fix: &["If a new session appears, stop that Terraform first."],
            caution: Some(
                "An id of another application's session is destroyed just as well. Copy it from the Info row, and nowhere else.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::UnlockFailed,
            printed: Printed::Unlock("Unexpected HTTP response code 409", Shown::NoBlock),
            evidence: Evidence::Thread("hashicorp/terraform issue 28421"),
            meaning: "The server wants to know which lock, and Terraform's request has an empty body. No id on your command line changes that.",
            verify: &["OpenTofu 1.10 and later send the id; with it the same command may work."],
            fix: &["Release on the server: its page, its API, or glab for GitLab."],
            caution: Some(
                "Other servers answer 200 to the empty request and drop whatever lock is there: success is no proof that it was yours.",
            ),
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock("lock id \"0badf00d\" does not match existing lock", Shown::Block),
            evidence: Evidence::Run,
            meaning: "The Lease's holderIdentity is not the id that you gave.",
            verify: &["See that the Lease's name has your workspace and secret_suffix in it."],
            fix: &["Use the holderIdentity of this Lease, which the block repeats as ID."],
            caution: Some(
                "\"state is already unlocked\" means that holderIdentity is empty: go on with your work.",
            ),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock id \"2db5d704-c4b3-6514-4b78-65993401716f\" does not match existing lock",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/oss/client.go v1.15.9"),
            meaning: "The row in Tablestore names another lock than yours.",
            verify: &[
                "LockID of the row is bucket/prefix/key: with a wrong prefix you look at another state's lock.",
            ],
            fix: &["Take the ID that the row holds now."],
            caution: Some("\"failed to retrieve lock info\" instead means that there is no such row."),
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock id mismatch, 9b2f4c0ad86e17b35f60c1e94a7d8832 != c67f2fef32d1aadb450e1834d95b2ad5",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "The first of the two ids is the lock that is held, the second is yours.",
            verify: &["Both must have 32 digits without dashes. A UUID is what stands inside the object."],
            fix: &["Repeat the command with the first id, if its holder is dead."],
            caution: Some(
                "\"lock file ... not exists\" means that only the account tag may be left, which force-unlock cannot remove.",
            ),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock ID '5ded7d82-7579-819b-b13c-b8126584b33f' does not match the existing lock ID 'c4e81f07-2b6d-9a35-e1f8-47d0a96bc213'",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/oci/client.go v1.15.9"),
            meaning: "The lock file in the bucket has another id. The text reads like that of S3's lock file: paste the backend block, so that the two are told apart.",
            verify: &["See that the key in the block's Path is the one of your configuration."],
            fix: &["Use the second id of the message."],
            caution: Some("\"failed to get existing lock file\" means that no lock file is there."),
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::WrongLockId,
            printed: Printed::Unlock(
                "lock ID \"d07a5b92-6c1e-48f3-b5a0-93e2f714c86d\" does not match existing lock ID \"acme/prod\"",
                Shown::NoBlock,
            ),
            evidence: Evidence::Source("internal/cloud/state.go v1.15.9"),
            meaning: "You gave the UUID from the block, which is only your own attempt. The id here is organisation/workspace.",
            verify: &[
                "With a prefix or tags in the configuration, the workspace's real name is the one that the web page shows.",
            ],
            fix: &["Run force-unlock with the second id of the message."],
            caution: Some(
                "\"unable to unlock workspace locked by run\" is a refusal for good reason: cancel or discard that run.",
            ),
        }),
    },
];
