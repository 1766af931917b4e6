//! The command's own lock could not be given back.

use super::{CannotHappen, Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "release-failed",
    title: "Error releasing the state lock",
    kinds: &[Kind::LockReleaseFailed],
    meaning: "The command had finished its work with the state and could not give its own lock back.",
    blast_radius: &[
        "The work itself is done: what the command reported before this error has happened.",
        "The lock stays, so every later run on this state fails until it is released.",
        "This is the safest lock to release, since its holder has told you itself that it has ended.",
    ],
    verify: &[
        "See that the command has really ended, and that no automatic retry has started it again.",
        "Read what stands above this error. If the state could not be written either, there is an errored.tfstate to push first.",
    ],
    fix: &[
        "Mend the reason that the error names (most often a missing permission to delete or update), or the next run leaves a lock again.",
        "Then release the lock that was left, by its id.",
    ],
    prevention: &[
        "Grant delete on the lock wherever you grant create: a role that may lock and not unlock leaves a lock after each run.",
        "Let credentials live longer than the longest apply, or renew them during it.",
    ],
    related: &["lock-held", "state-version", "access-denied", "credentials"],
    sources: &["Terraform internal/command/clistate/state.go v1.15.9"],
    search: &[
        "error releasing the state lock",
        "error unlocking s3 state",
        "error unlocking azure state",
        "lock did or did not release properly",
        "consul lock was lost",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::CannotHappen(CannotHappen {
            reason: "The lock is the kernel's, on an open file. It ends with the process, whatever went wrong before, so none can be left behind.",
            instead: Some(
                "A .lock.info file may remain after a crash. It locks nothing; the next run overwrites it.",
            ),
            see: Some("lock-held"),
            source: "Terraform internal/states/statemgr/filesystem_lock_unix.go v1.15.9",
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "operation error DynamoDB: DeleteItem, https response error StatusCode: 400, RequestID: 0RHT8GFQ2E1SN5NGB0ENTFBBSNVV4KQNSO5AEMVJF66Q9ASUAAJG, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ci-deploy/GitHubActions is not authorized to perform: dynamodb:DeleteItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/tf-locks because no identity-based policy allows the dynamodb:DeleteItem action",
                Shown::Block,
            ),
            evidence: Evidence::Run,
            meaning: "The role may put the lock item and may not delete it.",
            verify: &["The block describes the lock that was left: it is this command's own."],
            fix: &["Add dynamodb:DeleteItem on the table to the role, then release."],
            caution: Some(
                "\"unexpected end of JSON input\" in this place means that the item was gone already: somebody released it while the command ran. Find out who.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "failed to delete the lock file: operation error S3: DeleteObject, https response error StatusCode: 403, RequestID: 4Z7QK1X2VJ8M3F0B, HostID: Zm9vYmFyZmFrZWlkMg==, api error AccessDenied: User: arn:aws:sts::123456789012:assumed-role/ci-deploy/GitHubActions is not authorized to perform: s3:DeleteObject on resource: \"arn:aws:s3:::acme-tfstate/prod/cdn/terraform.tfstate.tflock\" because no identity-based policy allows the s3:DeleteObject action",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/s3/client.go v1.15.9"),
            meaning: "The role may write the lock file and may not delete it. Roles that were made for the DynamoDB lock lack this, since the state itself is never deleted.",
            verify: &["Look for a bucket policy with a Deny on s3:DeleteObject: it wins over every role."],
            fix: &["Allow s3:DeleteObject on the object that ends in .tflock, and on nothing else."],
            caution: Some(
                "Object Lock with a default retention makes the same error on every run: exempt the lock files, or lock in DynamoDB.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "failed to unlock S3: failed to delete the lock file: operation error S3: DeleteObject, https response error StatusCode: 403, RequestID: 9M2TD7XK4W0QZB5H, HostID: Zm9vYmFyZmFrZWlkMw==, api error AccessDenied: Access Denied",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/s3/client.go v1.15.9"),
            meaning: "The table's half is released, the lock file is not. The message names only the half that failed.",
            verify: &["The item is gone from the table, and the .tflock object is still in the bucket."],
            fix: &["Mend the permission on the lock file, then release the file that is left."],
            caution: None,
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "googleapi: Error 403: ci-deployer@acme-prod.iam.gserviceaccount.com does not have storage.objects.delete access to the Google Cloud Storage object. Permission 'storage.objects.delete' denied on resource (or it may not exist)., forbidden",
                Shown::Block,
            ),
            evidence: Evidence::Documented("the Cloud Storage JSON API"),
            meaning: "The service account may create objects and may not delete them, which is what the role Storage Object Creator gives.",
            verify: &[
                "A retention policy on the bucket gives a 403 as well, with \"retention policy\" in its text.",
            ],
            fix: &[
                "Give the account storage.objects.delete (Storage Object User has it), then release by the number.",
            ],
            caution: None,
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "failed to delete lock info from metadata: blobs.Client#SetMetaData: Failure responding to request: StatusCode=403 -- Original Error: autorest/azure: Service returned an error. Status=403 Code=\"AuthorizationPermissionMismatch\" Message=\"This request is not authorized to perform this operation using this permission.\\nRequestId:7a8a8c1f-b01e-0025-3341-89fc75000000\\nTime:2026-11-24T03:20:41.1040244Z\"",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/azure/client.go v1.9.8"),
            meaning: "The lease was to be given back, and the blob's metadata could not be cleaned before it: the identity has lost its right to write.",
            verify: &["See whether the role assignment or the SAS token ran out while the command worked."],
            fix: &[
                "Restore Storage Blob Data Contributor on the container, then release the lease by its id.",
            ],
            caution: Some("The RequestId in the text is no lock id, though it has the form of one."),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release("driver: bad connection", Shown::NoBlock),
            evidence: Evidence::Unverified,
            meaning: "The database connection broke before the unlock. The lock belonged to that session and ended with it.",
            verify: &[
                "If the next run says that the workspace is locked, the server has not noticed the broken connection yet.",
            ],
            fix: &["Run your next command. There is nothing to release."],
            caution: Some(
                "Set tcp_keepalives_idle on the server: without it a half-open session can hold the lock for hours.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release("consul lock was lost", Shown::NoBlock),
            evidence: Evidence::Source("internal/backend/remote-state/consul/client.go v1.15.9"),
            meaning: "Terraform lost its session while it worked, so there was no lock left to give back. The state was most likely written, since each write is checked against the version that was read.",
            verify: &["Pull the state and compare its serial with the one before the run."],
            fix: &[
                "Run plan again. Find out why the session was lost: a proxy that cuts long requests is the usual reason.",
            ],
            caution: Some(
                "Between the loss and the end of the run another client could have taken the lock.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "Failed to unlock: DELETE https://gitlab.acme.internal/api/v4/projects/42/terraform/state/prod/lock giving up after 3 attempt(s)",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The server did not take the unlock request, three times over. It still holds the lock.",
            verify: &["See the server's log for the status that it answered."],
            fix: &["When the server is well again, release the lock in its own interface."],
            caution: Some(
                "A CI job token that has run out gives this too: the lock was taken with it, and cannot be returned with it.",
            ),
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "leases.coordination.k8s.io \"lock-tfstate-default-network\" is forbidden: User \"system:serviceaccount:ci:deployer\" cannot update resource \"leases\" in API group \"coordination.k8s.io\" in the namespace \"terraform\"",
                Shown::Block,
            ),
            evidence: Evidence::Documented("the Kubernetes API's forbidden error"),
            meaning: "The service account may create the Lease and may not update it. Giving a lock back is an update here.",
            verify: &[
                "kubectl auth can-i update leases.coordination.k8s.io -n terraform, as that account, says no.",
            ],
            fix: &["Add the verb update on leases to the Role, then clear the Lease."],
            caution: None,
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "OTSNoPermissionAccess You have no permission to access the requested resource, please contact the resource owner. 0005f1b7-2d9c-8e10-4b77-1f0a9c3e5d21",
                Shown::Block,
            ),
            evidence: Evidence::Documented("Tablestore's error codes"),
            meaning: "The RAM user may put rows into the lock table and may not delete them.",
            verify: &["The row for this state is still in the table, with this command's ID."],
            fix: &["Allow ots:DeleteRow on the table, then release."],
            caution: None,
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "failed to delete file prod/network/terraform.tfstate.tflock: DELETE https://acme-tfstate-1250000000.cos.ap-guangzhou.myqcloud.com/prod/network/terraform.tfstate.tflock: 403 AccessDenied(Message: Access Denied., RequestId: NWU0NTcyMTNfNTM4ZjBjMDlfMzE2MV82NmZkNDU=, TraceId: )",
                Shown::Block,
            ),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "The sub-account may put the lock object and may not delete it.",
            verify: &["See in the console that the .tflock object is still there and has this run's time."],
            fix: &["Allow cos:DeleteObject on *.tflock, then release by the 32 digits."],
            caution: Some("Terraform says nothing when the account tag could not be removed; OpenTofu does."),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "Error returned by ObjectStorage Service. Http Status Code: 404. Error Code: BucketNotFound. Opc request id: fra-1:b7Q0mVd2Lk9sT4. Message: Either the bucket named 'acme-tfstate' does not exist in the namespace 'acmetenancy' or you are not authorized to access it",
                Shown::Block,
            ),
            evidence: Evidence::Documented("OCI Object Storage's error codes"),
            meaning: "The bucket did exist a moment ago, since the lock was taken in it. So this 404 says that the identity may not delete objects.",
            verify: &["Look for a policy that allows OBJECT_CREATE and not OBJECT_DELETE."],
            fix: &["Allow OBJECT_DELETE on the bucket, then release."],
            caution: None,
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::LockReleaseFailed,
            printed: Printed::Release(
                "unable to unlock workspace while state version upload is still pending",
                Shown::Block,
            ),
            evidence: Evidence::Source("hashicorp/go-tfe at 0fa6b099"),
            meaning: "HCP Terraform is still taking in the state that was just uploaded, and refuses to unlock until it has.",
            verify: &[
                "Open the workspace's States page and wait until the newest version is no longer shown as pending.",
            ],
            fix: &["Then unlock by the workspace's id, acme/prod in this sample, or on its Locking page."],
            caution: Some(
                "The ID in the block is this command's own note and is not accepted for the unlock.",
            ),
        }),
    },
];
