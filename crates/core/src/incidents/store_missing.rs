//! The place of state or lock does not exist.

use super::{CannotHappen, Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "store-missing",
    title: "Bucket, table or schema not found",
    kinds: &[Kind::TableMissing, Kind::TableKeySchema, Kind::BucketMissing],
    meaning: "The place where state or lock should be does not exist under this name, in this account or region.",
    blast_radius: &[
        "No lock is held and nothing was changed.",
        "The risk is a hasty repair: a new, empty store under the old name makes Terraform plan to create everything again.",
    ],
    verify: &[
        "Compare name, region, account and endpoint with a run that worked. A wrong region or profile is far more common than a deleted store.",
        "If it was deleted: find out when and by whom, and whether it can be restored with its content.",
    ],
    fix: &[
        "Correct the name, region or credentials, then run terraform init again.",
        "If the store is new: create it, with versioning and encryption, before the first init.",
    ],
    prevention: &[
        "Guard the store against deletion (deletion protection, a delete lock, prevent_destroy), and never manage it by the state that it holds.",
        "Pin the account in the configuration where the backend can, so that wrong credentials stop at init.",
    ],
    related: &["access-denied", "credentials", "backend-changed"],
    sources: &["Terraform internal/backend/remote-state v1.15.9"],
    search: &[
        "requested resource not found",
        "resourcenotfoundexception",
        "nosuchbucket",
        "s3 bucket does not exist",
        "bucket doesn't exist",
        "containernotfound",
        "missing the key lockid in the item",
        "the provided key element does not match the schema",
        "relation does not exist",
        "failed to get existing workspaces",
        "organization not found",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::CannotHappen(CannotHappen {
            reason: "The state file and the folders above it are made when they are missing.",
            instead: Some(
                "A wrong path shows as an empty state: the plan wants to create everything. Check the folder and terraform workspace show before you apply.",
            ),
            see: Some("access-denied"),
            source: "Terraform internal/states/statemgr/filesystem.go v1.15.9",
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::TableMissing,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: sJNGQxBTIKHA5ESJjF9FmgAGKgxu2iqZrYDpZ4XTLQ5pPZ3JoWOJ, ResourceNotFoundException: Requested resource not found\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: uqcNnccRqFREusvYokucX6IwCEiqWEvy05yBKhdpd3Aa3GemAZnZ, ResourceNotFoundException: Requested resource not found",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The lock table does not exist in this account and region. The frame says \"state lock\", and yet no lock is held.",
            verify: &[
                "aws dynamodb describe-table with the block's own region and profile shows the same error, or the table.",
            ],
            fix: &[
                "Correct dynamodb_table or region; or make the table with the partition key LockID of type String and no sort key.",
            ],
            caution: Some(
                "Do not rename the table in the block to get past this: clients that still use the other one do not exclude yours.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Init(
                "Failed to get existing workspaces: S3 bucket \"acme-tfstate\" does not exist.\n\nThe referenced S3 bucket must have been previously created. If the S3 bucket\nwas created within the last minute, please wait for a minute or two and try\nagain.\n\nError: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: 2Hc6UTGC8jkgeLMHbwgdIdSBMwkTkTDdEpj2JVsZ4Vwa7CzqWDv9, HostID: 9Gjjt1m+cjU4OPvX9O9/8RuvnG41MRb/18Oux2o5H5MY7ISNTlXN+Dz9IG62/ILVxhAGI0qyPfg=, NoSuchBucket: ",
                "",
            ),
            evidence: Evidence::Run,
            meaning: "State and lock file share one bucket, and it is not there. Bucket names are one space for all of AWS, so a typing error may also meet a stranger's bucket: that gives 403 instead.",
            verify: &[
                "aws s3api head-bucket with the same profile; aws sts get-caller-identity for the account.",
            ],
            fix: &["Correct bucket or endpoint; or create the bucket before init."],
            caution: Some(
                "A bucket that was deleted an hour ago can be made anew under its name by anybody. Check the owner before you write state to it.",
            ),
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::TableKeySchema,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: LHxjTqtXxCpDWtFLfZPMnWdZyLlWnf8CqlGQoL32dmNwp5s3VIKR, api error ValidationException: One or more parameter values were invalid: Missing the key lock_id in the item\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: 2smZ3xXNnVZKgcWyDMXfctUevqHEEh6VOJ5zgm72aJOuUcW1vvZT, api error ValidationException: The provided key element does not match the schema",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The lock file could be written, and then the table refused: its partition key is called lock_id. Terraform removed the lock file again.",
            verify: &["See that no .tflock object was left: OpenTofu only logs when the clean-up fails."],
            fix: &[
                "Make a table whose key is exactly LockID (capital L, I and D; String), or drop the table if every client has the lock file.",
            ],
            caution: Some("A key cannot be renamed in place: it takes a new table."),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Init(
                "Failed to get existing workspaces: querying Cloud Storage failed: storage: bucket doesn't exist",
                "",
            ),
            evidence: Evidence::Thread("terraform-google-modules/terraform-example-foundation issue 31"),
            meaning: "Cloud Storage knows no such bucket, or the credentials' quota project is gone: Google answers the same to both.",
            verify: &["gcloud storage buckets describe gs://acme-tfstate with the same credentials."],
            fix: &["Create the bucket first: this backend never does it for you."],
            caution: Some(
                "If the bucket is there, run gcloud auth application-default login again: its quota project may have been deleted.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Init(
                "Failed to get existing workspaces: containers.Client#ListBlobs: Failure responding to request: StatusCode=404 -- Original Error: autorest/azure: Service returned an error. Status=404 Code=\"ContainerNotFound\" Message=\"The specified container does not exist.\\nRequestId:7a8a8c1f-b01e-0025-3341-89fc75000000\\nTime:2026-11-24T03:04:40.1040244Z\"",
                "",
            ),
            evidence: Evidence::Thread("microsoft/NubesGen issue 474"),
            meaning: "The storage account answers, and has no container of this name.",
            verify: &[
                "az storage container list for the account. A container in soft delete can be restored with all its blobs.",
            ],
            fix: &["Restore the container, correct container_name, or create it."],
            caution: Some("Names are lower case: Tfstate and tfstate are not the same."),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Init(
                "Failed to get existing workspaces: pq: relation \"terraform_remote_state.states\" does not exist",
                "",
            ),
            evidence: Evidence::Documented("PostgreSQL's error 42P01"),
            meaning: "The database answers, and the states table is not in this schema. Terraform makes schema and table itself, unless skip_schema_creation or skip_table_creation forbids it.",
            verify: &["\\dt *.states in psql, on the database that the connection string names."],
            fix: &["Correct database or schema_name; or create the table once with a role that may."],
            caution: Some(
                "OpenTofu 1.10 and later can use another table_name: a state that was written there is not seen here.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::CannotHappen(CannotHappen {
            reason: "Consul's key-value store has no containers: a key that is missing is made with the first write.",
            instead: Some(
                "A wrong path or datacenter shows as an empty state, and the plan wants to create everything.",
            ),
            see: Some("backend-changed"),
            source: "Terraform internal/backend/remote-state/consul/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "http",
        content: Content::CannotHappen(CannotHappen {
            reason: "The client takes 404 for \"no state yet\", so a missing state is no error.",
            instead: Some(
                "A wrong address shows as an empty state. Only a lock address that is unknown to the server is told: Unexpected HTTP response code 404.",
            ),
            see: Some("unreachable"),
            source: "Terraform internal/backend/remote-state/http/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Error("error loading state: namespaces \"terraform\" not found", ""),
            evidence: Evidence::Documented("the Kubernetes API's not-found error"),
            meaning: "The namespace for Lease and Secret does not exist in the cluster that the current context names.",
            verify: &["kubectl config current-context: a wrong cluster is the usual reason."],
            fix: &["Choose the right context, or create the namespace before the first run."],
            caution: Some(
                "A namespace that was deleted took the state Secret with it: restore it from etcd's backup, not by a new apply.",
            ),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::TableMissing,
            printed: Printed::Acquire(
                "invoking PutRow got an error: &tablestore.OtsError{Code:\"OTSObjectNotExist\", Message:\"Requested table does not exist.\", RequestId:\"0005f1c3-90ab-7e21-5d44-2c8f0b6a9e75\", HttpStatusCode:404}",
                Shown::NoBlock,
            ),
            evidence: Evidence::Documented("Tablestore's error codes"),
            meaning: "The Tablestore instance answers, and has no table of this name.",
            verify: &[
                "The instance is part of tablestore_endpoint: see that it is the one where the table is.",
            ],
            fix: &[
                "Correct the endpoint or the table's name; or create the table with the primary key LockID of type String.",
            ],
            caution: Some(
                "A table with another primary key made old versions crash with a panic instead of an error.",
            ),
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Init(
                "Failed to get existing workspaces: bucket acme-tfstate-1250000000 not exists",
                "",
            ),
            evidence: Evidence::Source("internal/backend/remote-state/cos/client.go v1.15.9"),
            meaning: "COS has no such bucket in this region, or it was not reached at all: the client prints one text for both.",
            verify: &[
                "Resolve and reach the bucket's host first; then look for it in the console. The name ends in the account's APPID.",
            ],
            fix: &["Correct bucket or region, or mend the network."],
            caution: None,
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Error(
                "error loading state: failed to access object 'prod/network.tfstate' in bucket 'acme-tfstate': Error returned by ObjectStorage Service. Http Status Code: 404. Error Code: BucketNotFound. Opc request id: fra-1:kV0bTn8sQy5wR2. Message: Either the bucket named 'acme-tfstate' does not exist in the namespace 'acmetenancy' or you are not authorized to access it",
                "",
            ),
            evidence: Evidence::Documented("OCI Object Storage's error codes"),
            meaning: "Oracle answers 404 to a bucket that is not there and to one that you may not see, so as not to tell which.",
            verify: &[
                "oci os bucket get with the same profile; then with an administrator's. If only the second works, it is the policy.",
            ],
            fix: &["Correct bucket, namespace or region; or let the policy read the bucket."],
            caution: Some("The namespace is the tenancy's, not the compartment's name."),
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::BucketMissing,
            printed: Printed::Init(
                "Failed to read organization \"acme\" at host app.terraform.io",
                "Encountered an unexpected error while reading the organization settings: organization \"acme\" at host app.terraform.io not found.\n\nPlease ensure that the organization and hostname are correct and that your API token for app.terraform.io is valid.",
            ),
            evidence: Evidence::Source("internal/cloud/backend.go v1.15.9"),
            meaning: "HCP Terraform shows no such organisation to this token: the name is wrong, or the token belongs to somebody who is no member.",
            verify: &["Open the organisation in the browser as the token's user."],
            fix: &["Correct organization or hostname, or use a token of a member: terraform login."],
            caution: Some(
                "TF_CLOUD_ORGANIZATION fills in a missing organization and is easily forgotten in a shell.",
            ),
        }),
    },
];
