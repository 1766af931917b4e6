//! The state is not what its stored checksum says.

use super::{CannotHappen, Cell, Content, Evidence, Happens, IncidentKnowledge, Printed};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "digest-mismatch",
    title: "State data does not have the expected content",
    kinds: &[Kind::DigestMismatch],
    meaning: "The state that was read is not the one whose checksum was stored beside it.",
    blast_radius: &[
        "Nothing is lost yet: Terraform stops before it plans on a state that may be old.",
        "A checksum that is overwritten too early hides that the newest state is missing. The next apply would then work on old state, and create things twice.",
    ],
    verify: &[
        "Wait two minutes and run the command once more. If it works, there was only a delay.",
        "Find out which of the two is right: the state as it is now, or the stored checksum. Compare with older versions of the state and with the log of the last apply.",
    ],
    fix: &[
        "If an older version of the state has the stored checksum, that version is the right one: restore it.",
        "Only if the state as it is now is right: set the stored checksum to that of the state, with a condition on its old value.",
    ],
    prevention: &[
        "Never edit, copy or restore a state in its store by hand; terraform state push keeps both in step.",
        "Keep versioning on, so that there is a version to compare with.",
    ],
    related: &["state-version", "access-denied", "lock-held"],
    sources: &["Terraform internal/backend/remote-state/s3/client.go v1.15.9"],
    search: &[
        "state data in s3 does not have the expected content",
        "calculated checksum",
        "stored checksum",
        "update the digest value stored in the dynamodb table",
        "the remote state does not match the expected hash",
        "checksum mismatch",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::CannotHappen(CannotHappen {
            reason: "The state is one file, and no checksum of it is kept anywhere.",
            instead: Some("A damaged file fails to parse, and the error names the file."),
            see: Some("state-version"),
            source: "Terraform internal/states/statemgr/filesystem.go v1.15.9",
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::DigestMismatch,
            printed: Printed::Error(
                "error loading state: state data in S3 does not have the expected content.\n\nThe checksum calculated for the state stored in S3 does not match the checksum\nstored in DynamoDB.\n\nBucket: acme-tfstate\nKey:    prod/network/terraform.tfstate\nCalculated checksum: 29853efc0fdd52b5078cb8ea3bade862\nStored checksum:     d41d8cd98f00b204e9800998ecf8427e\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate. Please wait for a minute or two and try again.\n\nIf this problem persists, and neither S3 nor DynamoDB are experiencing an\noutage, you may need to manually verify the remote state and update the Digest\nvalue stored in the DynamoDB table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
            ),
            evidence: Evidence::Run,
            meaning: "The item bucket/key-md5 in the lock table and the object in S3 disagree. Since 2020 S3 shows every write at once, so a delay is seldom the reason: a failed write to the table, or a copy by hand, is.",
            verify: &[
                "An empty calculated checksum means that the object is missing or empty: look for a delete marker.",
                "Look in the last apply's log for \"failed to record state serial in dynamodb\".",
            ],
            fix: &[
                "Do not run the update of the Digest just because the error suggests it: first see which side is newer.",
            ],
            caution: Some("With SSE-KMS the ETag is not the MD5: download the version and compute it."),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::CannotHappen(CannotHappen {
            reason: "The checksum is kept in the DynamoDB table. With the lock file alone there is no table, so nothing is compared.",
            instead: Some(
                "If this error appears all the same, dynamodb_table is still configured somewhere: in another folder, or by -backend-config.",
            ),
            see: None,
            source: "Terraform internal/backend/remote-state/s3/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::DigestMismatch,
            printed: Printed::Error(
                "error loading state: state data in S3 does not have the expected content.\n\nThe checksum calculated for the state stored in S3 does not match the checksum\nstored in DynamoDB.\n\nBucket: acme-tfstate\nKey:    prod/edge/terraform.tfstate\nCalculated checksum: 7f1c0d5be2a94e63b8d0f6a17c35e920\nStored checksum:     1b64e09d7a3c58f2c6e4d7b9a0518f3c\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate. Please wait for a minute or two and try again.\n\nIf this problem persists, and neither S3 nor DynamoDB are experiencing an\noutage, you may need to manually verify the remote state and update the Digest\nvalue stored in the DynamoDB table to the following value: 7f1c0d5be2a94e63b8d0f6a17c35e920",
                "",
            ),
            evidence: Evidence::Run,
            meaning: "A client that uses the lock file alone has written the state. It knows no table, so it left the old checksum there.",
            verify: &[
                "See who wrote the newest version of the object, and whether their block has dynamodb_table.",
            ],
            fix: &[
                "Bring every client to one and the same block, then set the checksum to that of the newest state.",
            ],
            caution: Some(
                "On the way back from the lock file to the table, delete the old -md5 items before the table is configured again.",
            ),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::CannotHappen(CannotHappen {
            reason: "The backend keeps no checksum of its own. Cloud Storage checks each transfer itself and never hands out a half-written object.",
            instead: None,
            see: None,
            source: "Terraform internal/backend/remote-state/gcs/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::CannotHappen(CannotHappen {
            reason: "The blob is the only record of the state: neither metadata nor lease holds a checksum to compare it with.",
            instead: None,
            see: None,
            source: "Terraform internal/backend/remote-state/azure/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "pg",
        content: Content::CannotHappen(CannotHappen {
            reason: "The state is one value in one row, and PostgreSQL writes it whole or not at all. No checksum is stored.",
            instead: None,
            see: None,
            source: "Terraform internal/backend/remote-state/pg/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::DigestMismatch,
            printed: Printed::Error(
                "error loading state: The remote state does not match the expected hash",
                "",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/consul/client.go v1.15.9"),
            meaning: "The state is too large for one Consul key and is kept in chunks. The chunks, put together, do not have the hash that the head key names: one is missing, old, or was changed.",
            verify: &[
                "Read the head key: it is JSON with current-hash and the list of chunks. See that each chunk is there.",
            ],
            fix: &[
                "Restore the whole folder of the state from a Consul snapshot, head key and chunks together.",
            ],
            caution: Some(
                "There is no checksum to overwrite here: the hash is the name of the chunks' folder as well.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::CannotHappen(CannotHappen {
            reason: "The client sends Content-MD5 with each write, so that the server can check it, and compares nothing when it reads.",
            instead: Some("A server that finds the upload damaged refuses it, and the state write fails."),
            see: Some("state-version"),
            source: "Terraform internal/backend/remote-state/http/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::CannotHappen(CannotHappen {
            reason: "The Secret holds the state as gzip and nothing else. Gzip has its own checksum, so damage shows as an error of gzip.",
            instead: None,
            see: None,
            source: "Terraform internal/backend/remote-state/kubernetes/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::DigestMismatch,
            printed: Printed::Error(
                "error loading state: state data in OSS does not have the expected content.\n\nThis may be caused by unusually long delays in OSS processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither OSS nor TableStore are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nTableStore table to the following value: 4a8c1e90b7d2f3560c9e8d7b6a5f4e3d",
                "",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/oss/client.go v1.15.9"),
            meaning: "The row bucket/prefix/key-md5 in Tablestore and the object in OSS disagree. The value in the text is that of the object as it is now.",
            verify: &["Compare the MD5 of older versions of the object with the row's Digest column."],
            fix: &[
                "Put the right version of the object back; only if the object is right, write its MD5 into the row.",
            ],
            caution: Some(
                "Terraform writes the object first and the row second: an error in between leaves exactly this.",
            ),
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::DigestMismatch,
            printed: Printed::Error(
                "error loading state: failed to open file at prod/network/terraform.tfstate: checksum mismatch, 5e9f1c3a7b2d4860a1f0c9e8d7b6a594 != 0c1d2e3f4a5b69788796a5b4c3d2e1f0",
                "",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "The state object carries its MD5 as the header X-Cos-Meta-Md5, and its content has another. Somebody has replaced the content without the header.",
            verify: &["The first value is that of the content, the second that of the header."],
            fix: &[
                "Restore the last version that Terraform wrote itself; its header and content belong together.",
            ],
            caution: Some(
                "An object that was uploaded in the console has no such header at all, and gives \"checksum invalid\".",
            ),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::CannotHappen(CannotHappen {
            reason: "Content-MD5 goes along with the upload, and Object Storage itself checks it there. Nothing is compared when the state is read.",
            instead: None,
            see: None,
            source: "Terraform internal/backend/remote-state/oci/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "remote",
        content: Content::CannotHappen(CannotHappen {
            reason: "HCP Terraform checks the MD5 that comes with each upload, and takes no state that does not fit it. Reading compares nothing more.",
            instead: Some("An upload that is refused shows as a state that could not be saved."),
            see: Some("state-version"),
            source: "Terraform internal/cloud/state.go v1.15.9",
        }),
    },
];
