//! The state cannot be read by this version, or could not be written.

use super::{Cell, Content, Evidence, Happens, IncidentKnowledge, Printed};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "state-version",
    title: "State not written, or of another version",
    kinds: &[Kind::StateVersion, Kind::StateWriteFailed],
    meaning: "An apply could not write its new state to the store, or this version cannot read the state that is there.",
    blast_radius: &[
        "After a failed write the real world is newer than the stored state: what was created is known only to errored.tfstate.",
        "Another apply now would fork the state: it creates again what already exists. Releasing the lock and applying is the way to lose resources.",
        "A version that is refused has changed nothing.",
    ],
    verify: &[
        "Find errored.tfstate: it is in the directory where the failed command ran. In CI save it before the runner is thrown away.",
        "Read its serial and lineage: the lineage must be that of the stored state, the serial must be higher.",
    ],
    fix: &[
        "Mend the reason first. Then, in that directory: terraform state push errored.tfstate",
        "If a lock was left by the same failure, release it after the push, not before.",
        "Run plan: it should want nothing that you have not changed.",
    ],
    prevention: &[
        "Keep errored.tfstate as an artefact of every failed apply, encrypted: it holds secrets.",
        "Pin the version for all who share a state, by required_version.",
    ],
    related: &["release-failed", "credentials", "lock-held", "digest-mismatch"],
    sources: &["Terraform internal/backend/local/backend_apply.go v1.15.9"],
    search: &[
        "failed to save state",
        "error saving state",
        "failed to persist state to backend",
        "errored.tfstate",
        "state snapshot was created by terraform",
        "unsupported state file format",
        "consul cas failed",
        "does not match local terraform version",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::Happens(Happens {
            kind: Kind::StateVersion,
            printed: Printed::Error(
                "Failed to load state: Unsupported state file format: The state file uses format version 5, which is not supported by Terraform 1.11.4. This state file may have been created by a newer version of Terraform.",
                "",
            ),
            evidence: Evidence::Source("internal/states/statefile/read.go v1.15.9"),
            meaning: "The file is of a format that this binary does not know, or it is no state at all: a merge may have mixed something in.",
            verify: &[
                "head -c 200 terraform.tfstate shows version and terraform_version; Git's conflict marks show there too.",
            ],
            fix: &[
                "Use the Terraform that wrote it. If the file is damaged, take terraform.tfstate.backup, which is one write older.",
            ],
            caution: Some(
                "Do not edit the version number: the rest of the file would still be of the other format.",
            ),
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "failed to upload state: operation error S3: PutObject, https response error StatusCode: 400, RequestID: 6B0JQ7YF3ZKM1X9T, HostID: Zm9vYmFyZmFrZWlkOA==, api error ExpiredToken: The provided token has expired.",
            ),
            evidence: Evidence::Documented("Amazon S3's error codes"),
            meaning: "The session ran out while the apply worked. The lock item is left too, since it takes the same credentials to delete it.",
            verify: &["The lock item in the table still has this run's ID."],
            fix: &["Sign in anew, push, then release the lock with that ID."],
            caution: Some(
                "Nobody may apply in between: their run would be refused by the lock, and that is right.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "failed to upload state: operation error S3: PutObject, https response error StatusCode: 403, RequestID: 3NXV8T5C0QKW7B2M, HostID: Zm9vYmFyZmFrZWlkOQ==, api error AccessDenied: User: arn:aws:sts::123456789012:assumed-role/ci-plan/GitHubActions is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::acme-tfstate/prod/cdn/terraform.tfstate\" because no identity-based policy allows the s3:PutObject action",
            ),
            evidence: Evidence::Documented("Amazon S3's error codes"),
            meaning: "The role for plans was used for an apply: it may write the lock file and not the state.",
            verify: &["The role's name in the message is the one that the job assumed."],
            fix: &["Take the role that may write, from the same directory, and push."],
            caution: Some(
                "The lock file is gone by then, so another apply could start at any moment: tell the others first.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "failed to upload state: operation error S3: PutObject, exceeded maximum number of attempts, 5, https response error StatusCode: 503, RequestID: 9QZT1M6KX4BW0V5N, HostID: Zm9vYmFyZmFrZWlkMTA=, api error SlowDown: Please reduce your request rate.",
            ),
            evidence: Evidence::Documented("Amazon S3's error codes"),
            meaning: "S3 asked for fewer requests five times over, and the write was given up.",
            verify: &["Other programs may be hammering the same prefix: a bucket for state alone has none."],
            fix: &["Wait a minute and push; nothing else is wrong."],
            caution: None,
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "Failed to upload state to gs://acme-tfstate/prod/network/default.tfstate: googleapi: Error 403: Object 'acme-tfstate/prod/network/default.tfstate' is subject to bucket's retention policy or object retention and cannot be deleted or overwritten until 2026-12-01T00:00:00-08:00, retentionPolicyNotMet",
            ),
            evidence: Evidence::Documented("the Cloud Storage JSON API"),
            meaning: "A retention policy forbids to overwrite the state. A state is overwritten by every apply, so the two do not go together.",
            verify: &["gcloud storage buckets describe gs://acme-tfstate --format='value(retention_policy)'"],
            fix: &[
                "Remove the retention policy, or wait it out; keep old states by versioning instead. Then push.",
            ],
            caution: Some(
                "A locked retention policy cannot be removed: then move the state to another bucket, from errored.tfstate.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "blobs.Client#PutBlockBlob: Failure responding to request: StatusCode=412 -- Original Error: autorest/azure: Service returned an error. Status=412 Code=\"LeaseNotPresentWithBlobOperation\" Message=\"There is currently no lease on the blob.\\nRequestId:0f6c2d1e-801e-0033-5a9b-3f1c7e000000\\nTime:2026-11-24T03:41:12.7731200Z\"",
            ),
            evidence: Evidence::Documented("Azure Blob Storage's error codes"),
            meaning: "Somebody broke this run's lease while it worked, and Azure then refused the write under a lease that is gone.",
            verify: &[
                "Ask who released the lock, and whether another run has written since: compare serials.",
            ],
            fix: &[
                "If the stored serial is lower than yours: push. If it is not, two runs have worked at once, and both states have to be brought together by hand.",
            ],
            caution: Some(
                "This refusal is the lease doing its work: without it the other run's state would be gone.",
            ),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "pq: could not extend file \"base/16384/16402\": No space left on device",
            ),
            evidence: Evidence::Documented("PostgreSQL's error 53100"),
            meaning: "The database's disk is full. Every apply writes a whole new row version, so busy states grow until VACUUM.",
            verify: &["df on the database's volume; pg_total_relation_size of the states table."],
            fix: &["Make room, and push from the directory of the failed apply."],
            caution: Some("Delete no row of the states table to make room: each row is a workspace."),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "consul CAS failed with transaction errors: failed index check for key \"tf/prod/network\", current modify index 310 != 305",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/consul/client.go v1.15.9"),
            meaning: "The key was written by somebody else since this run read it. Consul refused to overwrite that.",
            verify: &[
                "consul kv get -detailed shows ModifyIndex; the state in it shows serial and who could have written it.",
            ],
            fix: &[
                "Compare both states before you push. If the other one is older in serial, push; else bring them together.",
            ],
            caution: Some(
                "This follows a lost lock: look for \"lost consul lock\" in the log, and for the proxy that cut it.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite("HTTP error: 413"),
            evidence: Evidence::Source("internal/backend/remote-state/http/client.go v1.15.9"),
            meaning: "The server, or a proxy before it, takes no body of this size.",
            verify: &[
                "ls -l errored.tfstate against the limit: nginx allows 1 MB unless client_max_body_size says more.",
            ],
            fix: &["Raise the limit in the proxy and the server, then push."],
            caution: Some(
                "A state that has outgrown the limit will do so again: split it when there is time.",
            ),
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "Secret \"tfstate-default-network\" is invalid: data: Too long: must have at most 1048576 bytes",
            ),
            evidence: Evidence::Documented("the Kubernetes API's validation of Secrets"),
            meaning: "The state, packed with gzip, is larger than a Secret may be: 1 MiB.",
            verify: &["gzip -c errored.tfstate | wc -c tells its packed size in bytes."],
            fix: &["Move the state to another backend from errored.tfstate, or split the configuration."],
            caution: Some("Pushing to the same Secret fails again, however often."),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "failed to upload state prod/network.tfstate: oss: service returned error: StatusCode=403, ErrorCode=SecurityTokenExpired, ErrorMessage=\"The security token you provided has expired.\", RequestId=5C3D9175B6FC201293AD9B02, Endpoint=acme-tfstate.oss-eu-central-1.aliyuncs.com",
            ),
            evidence: Evidence::Unverified,
            meaning: "The STS token ran out while the apply worked. OSS refused the state, and the lock's row stays in Tablestore for the same reason.",
            verify: &["The row of this state is still in the lock table."],
            fix: &["Take a new token, push, and release the lock with the ID in that row."],
            caution: None,
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "failed to save file to prod/network/terraform.tfstate: PUT https://acme-tfstate-1250000000.cos.ap-guangzhou.myqcloud.com/prod/network/terraform.tfstate: 403 AccessDenied(Message: Access Denied., RequestId: NWU0NTc1MjNfYTk2ZjBjMDlfMjhkNV84OGNiMTI=, TraceId: )",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "The lock object could be written and the state not: the policy allows *.tflock only, or demands an ACL that the block does not send.",
            verify: &["See in CAM which resources cos:PutObject is allowed on."],
            fix: &["Allow cos:PutObject on the state's object, then push."],
            caution: None,
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::StateWriteFailed,
            printed: Printed::StateWrite(
                "failed to upload object: Error returned by ObjectStorage Service. Http Status Code: 401. Error Code: NotAuthenticated. Opc request id: fra-1:sX2dGh8jRv5oE7. Message: The required information to complete authentication was not provided or was incorrect.",
            ),
            evidence: Evidence::Documented("OCI Object Storage's error codes"),
            meaning: "The session that signed the first requests was no longer valid at the end of the apply.",
            verify: &["oci session validate tells how long a token still lives."],
            fix: &["Sign in anew, push, and then release the lock file that was left."],
            caution: None,
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::StateVersion,
            printed: Printed::Error(
                "Remote workspace Terraform version \"1.9.8\" does not match local Terraform version \"1.11.4\"",
                "",
            ),
            evidence: Evidence::Source("internal/backend/remote/backend.go v1.15.9"),
            meaning: "The workspace runs another Terraform version than you do. Terraform stops before your newer binary writes a state that the workspace's runs cannot use.",
            verify: &["The workspace's General settings show its version."],
            fix: &["Use that version locally, or let an admin raise the workspace's."],
            caution: Some(
                "-ignore-remote-version is for state commands in an emergency, not for daily work.",
            ),
        }),
    },
];
