//! Nobody is signed in, or no longer.

use super::{CannotHappen, Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "credentials",
    title: "Credentials missing, expired or wrong",
    kinds: &[Kind::Credentials],
    meaning: "The store could not tell who you are: the credentials are missing, have expired, or are wrong.",
    blast_radius: &[
        "A command that fails at its start has changed nothing.",
        "A token that ran out during an apply is serious: things were created, the state could not be written, and the lock could not be released. Then errored.tfstate is the newest state there is.",
    ],
    verify: &[
        "Did it fail at once, or in the middle? In the middle: look for errored.tfstate before anything else.",
        "Print who you are with the store's own tool, in the same shell or job that runs Terraform.",
    ],
    fix: &[
        "Sign in anew and run the command again.",
        "After a failure in the middle: push errored.tfstate first, then release the lock that was left.",
    ],
    prevention: &[
        "Sign in by federation (OIDC) in CI, with a lifetime longer than the longest apply.",
        "Keep keys out of the block: they end up in .terraform and in every plan file.",
    ],
    related: &["access-denied", "state-version", "release-failed", "unreachable"],
    sources: &["Terraform internal/backend/remote-state v1.15.9"],
    search: &[
        "expiredtoken",
        "the security token included in the request is expired",
        "no valid credential sources found",
        "invalidclienttokenid",
        "could not find default credentials",
        "please run 'az login'",
        "password authentication failed",
        "acl not found",
        "required token could not be found",
        "notauthenticated",
        "unauthorized",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::CannotHappen(CannotHappen {
            reason: "Nobody signs in to a file. The operating system's rights on the file are all there is.",
            instead: Some("A file of another user is refused with \"permission denied\"."),
            see: Some("access-denied"),
            source: "Terraform internal/backend/local/backend.go v1.15.9",
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: Q75H6V4UI595UQA60QIEKVP95VVV4KQNSO5AEMVJF66Q9ASUAAJG, api error ExpiredTokenException: The security token included in the request is expired\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: HFC778VB0D5K5RBOL5HECPQLMBVV4KQNSO5AEMVJF66Q9ASUAAJG, api error ExpiredTokenException: The security token included in the request is expired",
                Shown::NoBlock,
            ),
            evidence: Evidence::Documented("DynamoDB's common errors"),
            meaning: "The session token has run out. Sessions of an assumed role last one hour unless the role allows more.",
            verify: &["aws sts get-caller-identity in the same shell says ExpiredToken too."],
            fix: &["aws sso login, or start the job anew so that it assumes the role again."],
            caution: Some(
                "UnrecognizedClientException instead means a wrong or deleted key, not an old one.",
            ),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init(
                "No valid credential sources found",
                "Please see https://developer.hashicorp.com/terraform/language/backend/s3\nfor more information about providing credentials.\n\nError: failed to refresh cached credentials, no EC2 IMDS role found, operation error ec2imds: GetMetadata, request canceled, context deadline exceeded",
            ),
            evidence: Evidence::Documented("the AWS SDK for Go v2"),
            meaning: "No variable, no profile and no instance role gave credentials. The text about IMDS is only the last place where the SDK looked.",
            verify: &[
                "env | grep -c AWS_ in the job; and whether AWS_PROFILE names a profile that exists there.",
            ],
            fix: &[
                "Export credentials or a profile where Terraform runs. The provider's block plays no part: the backend signs in by itself.",
            ],
            caution: None,
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Acquire(
                "operation error S3: PutObject, https response error StatusCode: 403, RequestID: 5T0XBM2N8QK7VZ3D, HostID: Zm9vYmFyZmFrZWlkNg==, api error InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'prod/edge/terraform.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 403, RequestID: 1WQ9ZK4D6BXN2M7P, HostID: Zm9vYmFyZmFrZWlkNw==, api error InvalidAccessKeyId: The AWS Access Key Id you provided does not exist in our records.",
                Shown::NoBlock,
            ),
            evidence: Evidence::Documented("Amazon S3's error codes"),
            meaning: "The access key was deleted or belongs to another partition or store: AWS does not know it.",
            verify: &[
                "Temporary keys begin with ASIA and need AWS_SESSION_TOKEN beside them; without it AWS does not know them.",
            ],
            fix: &["Use the current key, and the whole triple of a temporary one."],
            caution: Some("An old key in ~/.aws/credentials is found before an instance's role."),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init(
                "storage.NewClient() failed: dialing: google: could not find default credentials. See https://cloud.google.com/docs/authentication/external/set-up-adc for more information",
                "",
            ),
            evidence: Evidence::Documented("Google's auth library for Go"),
            meaning: "There are no application default credentials. A gcloud login alone is not enough: it serves gcloud, not programs.",
            verify: &["gcloud auth application-default print-access-token prints a token, or says why not."],
            fix: &["gcloud auth application-default login, or workload identity federation in CI."],
            caution: Some(
                "invalid_grant instead means that the login was revoked, or that this machine's clock is wrong.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init(
                "Error building ARM Config: obtain subscription() from Azure CLI: parsing json result from the Azure CLI: waiting for the Azure CLI: exit status 1: ERROR: Please run 'az login' to setup account.",
                "",
            ),
            evidence: Evidence::Documented("the Azure CLI"),
            meaning: "The backend fell back to the Azure CLI, and nobody is signed in there.",
            verify: &[
                "az account show. In CI: see that ARM_CLIENT_ID, ARM_TENANT_ID and the secret or ARM_USE_OIDC reach this step.",
            ],
            fix: &["az login on a laptop; ARM_* variables with use_oidc in a pipeline."],
            caution: Some(
                "AADSTS700024 and its like mean that the federated token is older than its few minutes: ask for it anew.",
            ),
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init("pq: password authentication failed for user \"terraform\"", ""),
            evidence: Evidence::Documented("PostgreSQL's error 28P01"),
            meaning: "The server answers and does not accept this user with this password.",
            verify: &["psql \"$PG_CONN_STR\" -c 'select current_user' with the same variables."],
            fix: &["Export PGUSER and PGPASSWORD, or use ~/.pgpass; the connection string needs neither."],
            caution: Some(
                "Characters such as @ and # in a password break a URL: variables take them as they are.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Acquire("Unexpected response code: 403 (ACL not found)", Shown::NoBlock),
            evidence: Evidence::Thread("hashicorp/terraform-provider-consul issue 251"),
            meaning: "Consul does not know this token: it was deleted, has expired, or is of another datacenter.",
            verify: &["consul acl token read -self with the same CONSUL_HTTP_TOKEN."],
            fix: &["Export a valid token in CONSUL_HTTP_TOKEN, and run the command again."],
            caution: Some(
                "A saved access_token in .terraform may be older than the variable: run init -reconfigure.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::CannotHappen(CannotHappen {
            reason: "The client tells missing credentials (401) and refused ones (403) apart only by a word, \"requires auth\" or \"invalid auth\". Both are handled as access that is denied.",
            instead: Some(
                "With \"requires auth\": export TF_HTTP_USERNAME and TF_HTTP_PASSWORD where Terraform runs.",
            ),
            see: Some("access-denied"),
            source: "Terraform internal/backend/remote-state/http/client.go v1.15.9",
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init("Failed to get existing workspaces: Unauthorized", ""),
            evidence: Evidence::Documented("the Kubernetes API's 401 answer"),
            meaning: "The API server does not accept the token or certificate. In the cluster, the pod's token has run out or the service account was deleted.",
            verify: &["kubectl auth whoami with the same kubeconfig."],
            fix: &[
                "Sign in to the cluster anew; in a pod, see that serviceAccountName exists and its token is mounted.",
            ],
            caution: Some(
                "in_cluster_config does not use your kubeconfig: in a pod it is the pod's account that counts.",
            ),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init(
                "Failed to get existing workspaces: oss: service returned error: StatusCode=403, ErrorCode=InvalidAccessKeyId, ErrorMessage=\"The OSS Access Key Id you provided does not exist in our records.\", RequestId=5C3D9175B6FC201293AD77F1, Endpoint=acme-tfstate.oss-eu-central-1.aliyuncs.com",
                "",
            ),
            evidence: Evidence::Documented("Alibaba Cloud OSS"),
            meaning: "The AccessKey was deleted, disabled, or is a temporary one without its security token.",
            verify: &[
                "See in RAM that the AccessKey is enabled. Keys that begin with STS. need ALICLOUD_SECURITY_TOKEN.",
            ],
            fix: &[
                "Export ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY of a live key, or use ecs_role_name on a server.",
            ],
            caution: None,
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init(
                "Failed to get existing workspaces: GET https://acme-tfstate-1250000000.cos.ap-guangzhou.myqcloud.com/?prefix=prod%2Fnetwork: 403 InvalidAccessKeyId(Message: The Access Key Id you provided does not exist in our records., RequestId: NWU0NTc0MTJfYTk2ZjBjMDlfMjhkM181NWZhNDE=, TraceId: )",
                "",
            ),
            evidence: Evidence::Documented("Tencent Cloud COS"),
            meaning: "Tencent Cloud does not know this SecretId.",
            verify: &[
                "See in CAM that the key is enabled, and that it is of the account whose APPID the bucket's name ends in.",
            ],
            fix: &["Export TENCENTCLOUD_SECRET_ID and TENCENTCLOUD_SECRET_KEY of a live key."],
            caution: Some(
                "RequestTimeTooSkewed is another one: then this machine's clock is off by more than 15 minutes.",
            ),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Error(
                "error loading state: failed to access object 'prod/network.tfstate' in bucket 'acme-tfstate': Error returned by ObjectStorage Service. Http Status Code: 401. Error Code: NotAuthenticated. Opc request id: fra-1:mQ7cWz3bK0xN9d. Message: The required information to complete authentication was not provided or was incorrect.",
                "",
            ),
            evidence: Evidence::Documented("OCI Object Storage's error codes"),
            meaning: "The signature was not accepted: wrong key, wrong fingerprint, wrong user or tenancy, or a clock that is off.",
            verify: &["oci os ns get with the same profile says the same."],
            fix: &[
                "Compare the fingerprint in ~/.oci/config with the user's API keys in the console, and correct it.",
            ],
            caution: Some(
                "With auth = \"SecurityToken\" the session lasts one hour: oci session authenticate.",
            ),
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::Credentials,
            printed: Printed::Init(
                "Required token could not be found",
                "Run the following command to generate a token for app.terraform.io:\n    terraform login",
            ),
            evidence: Evidence::Thread("the threads on this message; internal/cloud/backend.go v1.15.9"),
            meaning: "Terraform has no token for this host, neither in a variable nor in its credentials file.",
            verify: &["Dots become underscores in the variable's name: TF_TOKEN_app_terraform_io."],
            fix: &[
                "terraform login on a laptop; the TF_TOKEN_ variable in CI, on every step that runs Terraform.",
            ],
            caution: Some("A token in the block is kept in clear text in .terraform: take it out."),
        }),
    },
];
