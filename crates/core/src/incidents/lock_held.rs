//! The lock is held: by a run that works, or by one that died.

use super::{Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "lock-held",
    title: "Error acquiring the state lock",
    kinds: &[
        Kind::StateLockHeld,
        Kind::LockRecord,
        Kind::LockRecordCorrupt,
        Kind::HcpWorkspaceLocked,
        Kind::AtlantisPrLock,
    ],
    meaning: "Another run holds the lock on this state, or left it behind when it was killed.",
    blast_radius: &[
        "Nothing is broken: your command stopped before it changed anything.",
        "Every plan and apply on this one state waits. Other states and other workspaces go on.",
        "Released while its holder still runs, the lock protects nobody: two runs write one state, and the later write wins. Resources can end up in no state at all.",
    ],
    verify: &[
        "Find the holder before you touch the lock. Who, Operation and Created say where to look; age alone never proves that it is dead.",
        "Ask the people who can run this configuration, and look for a prompt that waits for \"yes\".",
        "Keep a copy of the state first: terraform state pull > before-unlock.tfstate",
    ],
    fix: &[
        "If the holder lives: wait. -lock-timeout=10m waits and takes the lock as soon as it is free.",
        "If the holder is proven dead: release exactly this lock, in the way that its backend has.",
        "Run terraform plan afterwards and read it: a killed apply may have created things that it could not record.",
    ],
    prevention: &[
        "One run at a time for each state: a concurrency group in CI, without cancelling the run that is going on.",
        "Give Terraform time to end: let SIGTERM reach it (exec terraform ...), and allow the longest provider call as grace before SIGKILL.",
        "Use -lock-timeout in every job, so that a short wait is no failed pipeline.",
    ],
    related: &["release-failed", "wrong-lock-id", "state-version", "access-denied"],
    sources: &[
        "Terraform internal/command/clistate/state.go and internal/states/statemgr/locker.go v1.15.9",
        "Terraform documentation, State: Locking",
    ],
    search: &[
        "error acquiring the state lock",
        "error locking state",
        "lock info",
        "state is locked",
        "state lock stuck",
        "terraform acquires a state lock to protect the state from being written",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire("resource temporarily unavailable", Shown::Block),
            evidence: Evidence::Run,
            meaning: "A Terraform process on this very machine has the state file open and locked. It is often an apply in another terminal that waits for your \"yes\".",
            verify: &["Look through your terminals, your editor's tasks and the CI agent on this machine."],
            fix: &[
                "Answer that prompt, or press Ctrl-C once there and wait for it to end. Then run your command again.",
            ],
            caution: Some(
                "On a network share (NFS, SMB) the file server may go on believing in a holder that is gone. Then the share's own lock service has to let go; copying the state file to a local disk is the way to work meanwhile.",
            ),
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: xvpf1W0q8qOVV3Dv91xBrCtVRU3xaW9nMWnJdu0xNXYNzK59K209, ConditionalCheckFailedException: The conditional request failed",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "DynamoDB refused the write because an item for this state is there already. That item is what the Lock Info block shows, so ID, Who and Created are the holder's.",
            verify: &[
                "Open the CI run that Who points to, and see that it has ended. A job that is shown as cancelled may still have a runner that works.",
                "Look for errored.tfstate where the holder ran: if it is there, push it before anything else.",
            ],
            fix: &[
                "Release with the ID of the block, from a directory that is initialised for this very state and workspace.",
            ],
            caution: Some(
                "Delete no item by hand without a condition, and leave the item whose LockID ends in -md5 alone: it is the state's checksum, not a lock.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "operation error S3: PutObject, https response error StatusCode: 412, RequestID: FOHfgzZRRadBpQjUSFeh6onwpAfvAtLX3LU1t9GmQ2o9X7Gq6SCx, HostID: 9Gjjt1m+cjU4OPvX9O9/8RuvnG41MRb/18Oux2o5H5MY7ISNTlXN+Dz9IG62/ILVxhAGI0qyPfg=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "S3 refused to create the lock file because it exists. Status 412 is that refusal, not a fault of the bucket.",
            verify: &[
                "If Who is you and Created is only seconds old, a retried upload may have met its own lock file: then nobody else holds it.",
            ],
            fix: &["Release with the ID inside the lock file, which is the one that the block prints."],
            caution: Some(
                "With sse_customer_key Terraform cannot read the lock file back, and prints no block: read it with the customer key by hand.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "operation error S3: PutObject, https response error StatusCode: 412, RequestID: ZuLmeLWYZZzh6uMG6ZgrWAkQKX9mO7IwrxuHahH1dUOGGmlkGeEj, HostID: 9Gjjt1m+cjU4OPvX9O9/8RuvnG41MRb/18Oux2o5H5MY7ISNTlXN+Dz9IG62/ILVxhAGI0qyPfg=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The lock file is tried first, and it is taken. Whether the table holds the other half is not told by this text.",
            verify: &[
                "Read both places. The holder has both; one that is configured for the file alone has only that.",
            ],
            fix: &["One force-unlock with the printed ID releases both halves."],
            caution: Some(
                "If force-unlock says that one half failed, the other half is gone already: run your command again before you release anything more.",
            ),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "writing \"gs://acme-tfstate/prod/network/default.tflock\" failed: googleapi: Error 412: At least one of the pre-conditions you specified did not hold., conditionNotMet",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "Cloud Storage refused to create the lock object because one exists. The printed ID is a number, the object's generation.",
            verify: &[
                "Compare the object's generation with the printed ID: another number means that somebody else has taken the lock since.",
            ],
            fix: &["Give force-unlock the number, not the UUID that stands inside the object."],
            caution: Some(
                "A retention policy or an object hold on the bucket makes every release fail: lift it for *.tflock, not for the state.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire("state blob is already locked", Shown::Block),
            evidence: Evidence::Run,
            meaning: "The state blob carries a lease without end, and its metadata says whose. The ID is the lease's id.",
            verify: &[
                "See that the lease is on the blob. A lease on the container, or an immutability policy, reads much the same and is no lock of Terraform's.",
            ],
            fix: &["Release the lease under its id, by force-unlock or by the Azure CLI."],
            caution: Some(
                "Old versions print a RequestId that also looks like a UUID. It is not the lock's id.",
            ),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire("Workspace is already locked: default", Shown::Block),
            evidence: Evidence::Run,
            meaning: "A database session holds the advisory lock of this workspace. Who and Created in the block are your own command's, so they tell nothing about the holder.",
            verify: &[
                "Find the session in pg_locks; its client address and application_name lead to the machine that holds it.",
            ],
            fix: &[
                "End the holder's Terraform. If its machine is gone, end exactly its database session, pinned by pid and backend_start.",
            ],
            caution: Some(
                "Behind PgBouncer in transaction mode the lock can stay with a pooled session that nobody owns: connect Terraform to PostgreSQL itself.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire("", Shown::Block),
            evidence: Evidence::Run,
            meaning: "A Consul session holds the key. A dead holder's session ends by itself in about half a minute, so a lock that stays means that the holder still runs.",
            verify: &[
                "Wait one minute and try again: if the same session is still there, go and find its process.",
            ],
            fix: &["End the holder's Terraform; Consul then frees the lock without further help."],
            caution: Some(
                "The .lockinfo key may outlive its holder. It says who was last, not that the lock is held.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "HTTP remote state already locked: ID=857eaccc-208f-3387-3cc3-61984ad8289c",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The state's server answered 409 or 423. The holder's id stands after \"ID=\"; up to Terraform 1.14 the block beneath is your own attempt.",
            verify: &[
                "Ask the server who holds the lock: in GitLab the Terraform states page shows user and time.",
            ],
            fix: &["Release in the server's own interface, or by its API under the holder's id."],
            caution: Some(
                "Terraform's force-unlock sends no id along, so some servers drop whatever lock is there and others refuse.",
            ),
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "the state is already locked by another terraform client",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The Lease of this state has a holderIdentity. Path is empty on this backend, so the block does not say which state it is: namespace and secret_suffix do.",
            verify: &["Who often ends in a pod's name: see whether that pod still runs."],
            fix: &["Clear the Lease with the ID of the block, which equals holderIdentity."],
            caution: Some("Do not delete the Secret beside the Lease: that Secret is the state."),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "invoking PutRow got an error: &tablestore.OtsError{Code:\"OTSConditionCheckFail\", Message:\"Condition check failed.\", RequestId:\"0005f1a2-7c3e-44d0-9a51-8b0c6e2d7f13\", HttpStatusCode:403}",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/oss/client.go v1.15.9"),
            meaning: "Tablestore refused the row because one for this state exists. The text is a raw dump of the SDK's error; OTSConditionCheckFail is the word that matters.",
            verify: &["Read the row's Info column: it is the lock as JSON, with the same ID as the block."],
            fix: &["Release with that ID; the row then disappears from the table."],
            caution: Some(
                "Without tablestore_table in the block nothing locks at all, and force-unlock reports success all the same.",
            ),
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire("lock file prod/network/terraform.tfstate.tflock exists", Shown::Block),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "The lock object is in the bucket. Its id is the MD5 of the lock's JSON, so it has no dashes.",
            verify: &["Read the object in the console, and note its time of creation."],
            fix: &["Give force-unlock the 32 digits of the block."],
            caution: Some(
                "The error \"failed to create tag: tencentcloud-terraform-lock\" is about an account tag that lives for a moment only. If it stays, a crash left the tag alone behind, and the tag has to be deleted.",
            ),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::StateLockHeld,
            printed: Printed::Acquire(
                "Error returned by ObjectStorage Service. Http Status Code: 412. Error Code: IfNoneMatchFailed. Opc request id: fra-1:Xq3vT0cQm8uJ5aB1. Message: The If-None-Match condition of the request was not satisfied.",
                Shown::Block,
            ),
            evidence: Evidence::Documented("OCI Object Storage's error codes"),
            meaning: "Object Storage refused to create the lock file because it exists; IfNoneMatchFailed says just that.",
            verify: &["Path here has no bucket in front: compare it with the key of your configuration."],
            fix: &["Release with the UUID of the block."],
            caution: Some("OpenTofu has no oci backend: use the Terraform version that wrote the state."),
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::HcpWorkspaceLocked,
            printed: Printed::Acquire("workspace already locked (lock ID: \"acme/prod\")", Shown::Block),
            evidence: Evidence::Source("internal/cloud/state.go v1.15.9"),
            meaning: "The workspace is locked by a run, a person or a team. The block is your own attempt; the id that counts is organisation/workspace, in the parentheses.",
            verify: &[
                "Open the workspace: its page says who locked it, since when, and whether a run is in progress.",
            ],
            fix: &[
                "Let the run end or discard it. A lock by hand is opened by who set it; only an admin can force it.",
            ],
            caution: Some(
                "After a failed upload Terraform keeps the workspace locked on purpose: push errored.tfstate first, then unlock.",
            ),
        }),
    },
];
