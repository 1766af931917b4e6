//! The store refused this identity.

use super::{CannotHappen, Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "access-denied",
    title: "Access denied to state or lock",
    kinds: &[Kind::AccessDenied],
    meaning: "The store knows who you are and does not allow what Terraform asked for.",
    blast_radius: &[
        "This command changed nothing, and no lock is known to be held.",
        "If the permission was lost during an apply, the new state may not be in the store: look for errored.tfstate before the next run.",
    ],
    verify: &[
        "Read the message for four things: who asked, which action, on what, and which policy refused.",
        "See that the identity is the one you meant: a wrong profile or role reads just like a missing right.",
    ],
    fix: &[
        "Grant exactly the action that the message names, on exactly that resource.",
        "Run the command again. -lock=false is no way past a missing right: it writes unprotected.",
    ],
    prevention: &[
        "Keep the policy of the state's role as code beside the backend, with read, write and delete on the lock.",
        "Give plans their own role: it reads the state, and needs the lock's three rights all the same.",
    ],
    related: &["credentials", "release-failed", "store-missing"],
    sources: &["Terraform internal/backend/remote-state v1.15.9"],
    search: &[
        "accessdenied",
        "accessdeniedexception",
        "is not authorized to perform",
        "does not have storage.objects",
        "authorizationpermissionmismatch",
        "permission denied",
        "is forbidden",
        "http remote state endpoint invalid auth",
        "status code 403",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Acquire("open terraform.tfstate: permission denied", Shown::NoBlock),
            evidence: Evidence::Source("internal/states/statemgr/filesystem.go v1.15.9"),
            meaning: "The state file belongs to another user, most often to root after one run with sudo or in a container.",
            verify: &["ls -l terraform.tfstate .terraform shows the owner."],
            fix: &["Give the file back to yourself: sudo chown \"$USER\" terraform.tfstate"],
            caution: Some("Do not go on with sudo: each such run makes more files that you cannot write."),
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: 0RHT8GFQ2E1SN5NGB0ENTFBBSNVV4KQNSO5AEMVJF66Q9ASUAAJG, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ci-deploy/GitHubActions is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/tf-locks because no identity-based policy allows the dynamodb:PutItem action\nunexpected end of JSON input",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The role reaches the table and may not write the lock item. \"unexpected end of JSON input\" is only the look at a lock that was never there.",
            verify: &[
                "aws sts get-caller-identity, then aws iam simulate-principal-policy for dynamodb:PutItem on the table.",
            ],
            fix: &[
                "Allow dynamodb:GetItem, PutItem and DeleteItem on the table's ARN; nothing more is asked of it.",
            ],
            caution: Some(
                "\"explicit deny\" in the text means that adding a right does not help: find the policy that denies.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Acquire(
                "operation error S3: PutObject, https response error StatusCode: 403, RequestID: 4Z7QK1X2VJ8M3F0B, HostID: Zm9vYmFyZmFrZWlkMg==, api error AccessDenied: User: arn:aws:sts::123456789012:assumed-role/ci-deploy/GitHubActions is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::acme-tfstate/prod/cdn/terraform.tfstate.tflock\" because no identity-based policy allows the s3:PutObject action\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'prod/cdn/terraform.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: fWH2TpgYicUFVIdQhMnp1UiSZz8b7UehKvE0grRg76UaI5JnSYVK, HostID: 9Gjjt1m+cjU4OPvX9O9/8RuvnG41MRb/18Oux2o5H5MY7ISNTlXN+Dz9IG62/ILVxhAGI0qyPfg=, NoSuchKey: ",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The role may write the state and not the lock file beside it: its policy names the state's key exactly, and the lock's key is longer by .tflock.",
            verify: &["Look at the resource in the message: it ends in .tflock."],
            fix: &["Add s3:GetObject, s3:PutObject and s3:DeleteObject on the key with .tflock."],
            caution: Some(
                "A bucket policy that demands an encryption header stops OpenTofu 1.10.0 and 1.10.1 here: they leave it out on the lock file. Use 1.10.2 or later.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Acquire(
                "operation error S3: PutObject, https response error StatusCode: 403, RequestID: 7KD3M9ZQ5V1XW8TB, HostID: Zm9vYmFyZmFrZWlkNA==, api error AccessDenied: User: arn:aws:sts::123456789012:assumed-role/ci-deploy/GitHubActions is not authorized to perform: kms:GenerateDataKey on resource: arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab because no identity-based policy allows the kms:GenerateDataKey action\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'prod/edge/terraform.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: 8PV1QZ6N0KXTR4WD, HostID: Zm9vYmFyZmFrZWlkNQ==, NoSuchKey: ",
                Shown::NoBlock,
            ),
            evidence: Evidence::Documented("AWS KMS with S3"),
            meaning: "S3 itself would allow the write, and the encryption key does not. The lock file is encrypted like the state, so it needs the key too.",
            verify: &[
                "Both sides count: the role's policy and the key's own policy. In another account the key policy must name the role.",
            ],
            fix: &[
                "Allow kms:GenerateDataKey and kms:Decrypt on this key's ARN. An alias is no resource here.",
            ],
            caution: Some(
                "Without kms:Decrypt the lock can be taken and not read back, and the next collision shows no holder.",
            ),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Init(
                "Failed to get existing workspaces: querying Cloud Storage failed: googleapi: Error 403: ci-deployer@acme-prod.iam.gserviceaccount.com does not have storage.objects.list access to the Google Cloud Storage bucket. Permission 'storage.objects.list' denied on resource (or it may not exist)., forbidden",
                "",
            ),
            evidence: Evidence::Thread("hashicorp/terraform issue 17222"),
            meaning: "The account may not list the bucket. \"or it may not exist\" is meant: bucket names are shared by all of Google Cloud, so yours may be a stranger's.",
            verify: &["See that the bucket is in a project of yours: gcloud storage buckets list"],
            fix: &["Give the account Storage Object User on this bucket alone."],
            caution: Some(
                "With credentials in the block, your own gcloud login plays no part: it is that file's account which is refused.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Init(
                "Failed to get existing workspaces: containers.Client#ListBlobs: Failure responding to request: StatusCode=403 -- Original Error: autorest/azure: Service returned an error. Status=403 Code=\"AuthorizationPermissionMismatch\" Message=\"This request is not authorized to perform this operation using this permission.\\nRequestId:981b30a7-d01e-00b2-46b4-b4ee7d000000\\nTime:2026-11-24T03:03:03.0143322Z\"",
                "",
            ),
            evidence: Evidence::Thread("hashicorp/terraform issue 29667"),
            meaning: "Owner or Contributor of the account is not enough: with Entra ID sign-in, data needs a role for data.",
            verify: &[
                "AuthorizationFailure instead of AuthorizationPermissionMismatch points to the account's network rules, not to roles.",
            ],
            fix: &[
                "Assign Storage Blob Data Contributor on the container, and wait up to ten minutes until it holds.",
            ],
            caution: Some("Do not open the account's firewall to all networks to get past this."),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Init(
                "Failed to get existing workspaces: pq: permission denied for schema terraform_remote_state",
                "",
            ),
            evidence: Evidence::Documented("PostgreSQL's error 42501"),
            meaning: "The database role has no right on the schema, which another role made.",
            verify: &["\\dn+ and \\dp in psql show owner and rights."],
            fix: &[
                "Grant USAGE on the schema, and SELECT, INSERT, UPDATE and DELETE on its states table, to the role.",
            ],
            caution: Some(
                "The sequence behind the row ids needs USAGE as well, or a new workspace fails later.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Acquire("Unexpected response code: 403 (Permission denied)", Shown::NoBlock),
            evidence: Evidence::Thread("hashicorp/terraform issue 19963"),
            meaning: "The token may read the state and may not make a session or write the lock's keys.",
            verify: &["consul acl token read -self shows the token's policies."],
            fix: &["Give it key_prefix write on the state's path, and session write on the agent's node."],
            caution: Some("lock = false in the block makes the error go away, and the protection with it."),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Acquire("HTTP remote state endpoint invalid auth", Shown::NoBlock),
            evidence: Evidence::Run,
            meaning: "The server answered 403: it knows the user, who may not lock this state. In GitLab reading needs Developer, locking and writing need Maintainer.",
            verify: &[
                "curl the lock address with the same user, and read what the server says beside the number.",
            ],
            fix: &["Give the user the right, or use a token of one who has it."],
            caution: Some(
                "\"requires auth\" instead is 401: no user name or password was sent. TF_HTTP_USERNAME and TF_HTTP_PASSWORD hold them.",
            ),
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Init(
                "Failed to get existing workspaces: secrets is forbidden: User \"system:serviceaccount:ci:deployer\" cannot list resource \"secrets\" in API group \"\" in the namespace \"terraform\"",
                "",
            ),
            evidence: Evidence::Run,
            meaning: "The service account may not list Secrets in the namespace, which is how workspaces are found.",
            verify: &["kubectl auth can-i list secrets -n terraform --as system:serviceaccount:ci:deployer"],
            fix: &[
                "Bind a Role in that namespace: get, list, create, update and delete on secrets, the same on leases.",
            ],
            caution: Some("Who may list Secrets reads them: give the state a namespace of its own."),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Init(
                "Failed to get existing workspaces: oss: service returned error: StatusCode=403, ErrorCode=AccessDenied, ErrorMessage=\"You have no right to access this object because of bucket acl.\", RequestId=5C3D9175B6FC201293AD4890, Endpoint=acme-tfstate.oss-eu-central-1.aliyuncs.com",
                "",
            ),
            evidence: Evidence::Documented("Alibaba Cloud OSS"),
            meaning: "The RAM user has no policy for this bucket, so OSS falls back to the bucket's ACL, which refuses.",
            verify: &[
                "See whether the bucket belongs to another account: then a bucket policy has to name you.",
            ],
            fix: &[
                "Allow oss:ListObjects on the bucket, and oss:GetObject, PutObject and DeleteObject on the state's prefix.",
            ],
            caution: None,
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Init(
                "Failed to get existing workspaces: GET https://acme-tfstate-1250000000.cos.ap-guangzhou.myqcloud.com/?prefix=prod%2Fnetwork: 403 AccessDenied(Message: Access Denied., RequestId: NWU0NTczMDFfYTk2ZjBjMDlfMjhkMV8xMGFiNDU=, TraceId: )",
                "",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "The sub-account may not list this bucket.",
            verify: &["See in CAM which policies the sub-account has for cos and for tag."],
            fix: &[
                "Allow cos:GetBucket, GetObject, PutObject and DeleteObject on the bucket, and tag:CreateTag, DescribeTags and DeleteTag for the lock.",
            ],
            caution: Some("Without the tag rights reading works and locking fails."),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::CannotHappen(CannotHappen {
            reason: "Oracle answers 404 (BucketNotFound) to a bucket that you may not see, exactly as to one that does not exist. A refusal of its own kind is never printed.",
            instead: Some("Treat a 404 on a bucket that you know to be there as a missing policy."),
            see: Some("store-missing"),
            source: "OCI documentation, API Errors",
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::AccessDenied,
            printed: Printed::Error(
                "Insufficient rights to generate a plan",
                "The provided credentials have insufficient rights to generate a plan. In order to generate plans, at least plan permissions on the workspace are required.",
            ),
            evidence: Evidence::Source("internal/cloud/backend_plan.go v1.15.9"),
            meaning: "The token's user or team can see the workspace and may not plan in it.",
            verify: &[
                "The workspace's Team Access page shows what each team may do: read, plan, write or admin.",
            ],
            fix: &["Let an admin give the team plan or write on this workspace."],
            caution: Some(
                "\"resource not found\" for a workspace that exists is the same trouble: the team may not even see it.",
            ),
        }),
    },
];
