//! The store did not answer, or not now.

use super::{CannotHappen, Cell, Content, Evidence, Happens, IncidentKnowledge, Printed, Shown};
use crate::diagnose::Kind;

pub(super) const INCIDENT: IncidentKnowledge = IncidentKnowledge {
    id: "unreachable",
    title: "The state's store does not answer",
    kinds: &[Kind::Throttled, Kind::BackendUnreachable, Kind::LockRequestFailed],
    meaning: "The store was not reached, was too busy, or gave an answer that says nothing about the lock.",
    blast_radius: &[
        "A command that fails at its start has changed nothing, and no lock is known to be held.",
        "If the answer to a lock request was lost on its way back, the lock may have been taken all the same, by this very command.",
    ],
    verify: &[
        "Reach the store from the same machine with its own tool: name, port, proxy, certificate.",
        "Run the command once more. If it now says that the state is locked, and Who is this machine, it met its own lock.",
    ],
    fix: &[
        "Mend the way (network, DNS, proxy, endpoint) or wait until the store is less busy; then run the command again.",
        "If the connection broke during an apply: look for errored.tfstate first.",
    ],
    prevention: &[
        "Reach the store by a private endpoint, and let runners stand near it.",
        "Spread scheduled plans: a hundred jobs at one minute are a hundred lock requests at one minute.",
    ],
    related: &["credentials", "lock-held", "state-version"],
    sources: &["Terraform internal/backend/remote-state v1.15.9"],
    search: &[
        "connection refused",
        "no such host",
        "i/o timeout",
        "request send failed",
        "exceeded maximum number of attempts",
        "provisionedthroughputexceededexception",
        "giving up after",
        "unexpected http response code",
        "too many requests",
        "failed to request discovery document",
    ],
    cells: CELLS,
};

const CELLS: &[Cell] = &[
    Cell {
        backend: "local",
        content: Content::CannotHappen(CannotHappen {
            reason: "There is no server: the kernel answers at once, with the lock or without it.",
            instead: Some(
                "On a network share the file system itself may hang or fail. Mend the mount; do not run Terraform meanwhile.",
            ),
            see: Some("lock-held"),
            source: "Terraform internal/states/statemgr/filesystem.go v1.15.9",
        }),
    },
    Cell {
        backend: "s3-dynamodb",
        content: Content::Happens(Happens {
            kind: Kind::Throttled,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, exceeded maximum number of attempts, 5, https response error StatusCode: 400, RequestID: 0RHT8GFQ2E1SN5NGB0ENTFBBSNVV4KQNSO5AEMVJF66Q9ASUAAJG, ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.\nunexpected end of JSON input",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The lock table was made with a fixed capacity of a few writes per second, and several runs came at once.",
            verify: &[
                "aws dynamodb describe-table shows BillingModeSummary; ThrottledRequests in CloudWatch shows when.",
            ],
            fix: &["Set the table to PAY_PER_REQUEST: locks cost next to nothing there."],
            caution: Some("This error carries no lock id, so -lock-timeout does not retry it."),
        }),
    },
    Cell {
        backend: "s3-lockfile",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Acquire(
                "operation error S3: PutObject, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , HostID: , request send failed, Put \"https://acme-tfstate.s3.eu-west-1.amazonaws.com/prod/cdn/terraform.tfstate.tflock?x-id=PutObject\": dial tcp: lookup acme-tfstate.s3.eu-west-1.amazonaws.com: no such host\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'prod/cdn/terraform.tfstate.tflock': operation error S3: GetObject, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , HostID: , request send failed, Get \"https://acme-tfstate.s3.eu-west-1.amazonaws.com/prod/cdn/terraform.tfstate.tflock?x-id=GetObject\": dial tcp: lookup acme-tfstate.s3.eu-west-1.amazonaws.com: no such host",
                Shown::NoBlock,
            ),
            evidence: Evidence::Documented("the AWS SDK for Go v2"),
            meaning: "The bucket's host name could not be resolved from this machine.",
            verify: &[
                "getent hosts acme-tfstate.s3.eu-west-1.amazonaws.com. A bucket with a dot in its name needs use_path_style or fails in TLS.",
            ],
            fix: &["Mend DNS or the VPC endpoint's private names."],
            caution: None,
        }),
    },
    Cell {
        backend: "s3-both",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Acquire(
                "operation error DynamoDB: PutItem, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , request send failed, Post \"https://dynamodb.eu-west-1.amazonaws.com/\": dial tcp 52.119.241.90:443: i/o timeout\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , request send failed, Post \"https://dynamodb.eu-west-1.amazonaws.com/\": dial tcp 52.119.241.90:443: i/o timeout",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "S3 was reached and DynamoDB was not: the network has an endpoint for the one and none for the other.",
            verify: &[
                "The lock file was taken first and removed again. See that no .tflock object was left.",
            ],
            fix: &[
                "Add a gateway endpoint for DynamoDB; or, when every client has the lock file, drop the table.",
            ],
            caution: Some(
                "\"failed to clean up file lock after DynamoDB lock error\" in the text means that the lock file did stay.",
            ),
        }),
    },
    Cell {
        backend: "gcs",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init(
                "Failed to get existing workspaces: querying Cloud Storage failed: Get \"https://storage.googleapis.com/storage/v1/b/acme-tfstate/o?alt=json&delimiter=%2F&pageToken=&prefix=prod%2Fnetwork%2F&prettyPrint=false&projection=full&versions=false\": dial tcp: lookup storage.googleapis.com: no such host",
                "",
            ),
            evidence: Evidence::Documented("the Cloud Storage client for Go"),
            meaning: "This machine cannot resolve storage.googleapis.com: it has no way to the internet, or no private access.",
            verify: &[
                "Behind Private Google Access the name must lead to private.googleapis.com or restricted.googleapis.com.",
            ],
            fix: &["Mend DNS for googleapis.com, or the proxy that the job inherits."],
            caution: Some(
                "HTTPS_PROXY is honoured here; a proxy that opens TLS needs its certificate in the system's store.",
            ),
        }),
    },
    Cell {
        backend: "azurerm",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init(
                "Failed to get existing workspaces: containers.Client#ListBlobs: Failure sending request: StatusCode=0 -- Original Error: Get \"https://acmetfstate.blob.core.windows.net/tfstate?comp=list&prefix=prod.terraform.tfstateenv%3A&restype=container\": dial tcp: lookup acmetfstate.blob.core.windows.net on 10.0.0.10:53: no such host",
                "",
            ),
            evidence: Evidence::Thread("hashicorp/terraform issue 34199"),
            meaning: "The account's name does not resolve: it is misspelt, or it has a private endpoint that this network cannot see.",
            verify: &[
                "nslookup acmetfstate.blob.core.windows.net. From inside it should lead to privatelink.blob.core.windows.net and a private address.",
            ],
            fix: &["Link the private DNS zone to the runner's network, or run where it is linked."],
            caution: None,
        }),
    },
    Cell {
        backend: "pg",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init("dial tcp 10.20.0.15:5432: connect: connection refused", ""),
            evidence: Evidence::Run,
            meaning: "Nothing listens on that port: the server is down, is starting, or the port is another.",
            verify: &["pg_isready -h db.acme.internal"],
            fix: &[
                "Start the database, or correct host and port. The state is in it, so nothing can go on before.",
            ],
            caution: Some(
                "\"too many clients already\" is another thing: then sessions are used up, and one of them may hold the lock.",
            ),
        }),
    },
    Cell {
        backend: "consul",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init(
                "Failed to get existing workspaces: Get \"http://consul.acme.internal:8500/v1/kv/tf/prod/network-env:?keys=&separator=%2F\": dial tcp 10.30.0.8:8500: connect: connection refused",
                "",
            ),
            evidence: Evidence::Documented("Go's net package and the Consul API client"),
            meaning: "No Consul agent answers at this address. Without address in the block it is 127.0.0.1:8500, where a runner seldom has one.",
            verify: &["consul members with the same CONSUL_HTTP_ADDR."],
            fix: &["Start the agent, or set address and scheme to a server that is reached from here."],
            caution: Some(
                "A 500 with \"No cluster leader\" means that the agent is there and the servers are not.",
            ),
        }),
    },
    Cell {
        backend: "http",
        content: Content::Happens(Happens {
            kind: Kind::LockRequestFailed,
            printed: Printed::Acquire(
                "Failed to lock: POST https://gitlab.acme.internal/api/v4/projects/42/terraform/state/prod/lock giving up after 3 attempt(s)",
                Shown::NoBlock,
            ),
            evidence: Evidence::Run,
            meaning: "The server answered with a 5xx each time, or not at all. Whether the first request took the lock cannot be seen from here.",
            verify: &["Look on the server whether a lock from this minute is there: it would be your own."],
            fix: &["Read the server's log, mend it, and release your own lock if it was left."],
            caution: None,
        }),
    },
    Cell {
        backend: "kubernetes",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init(
                "Failed to get existing workspaces: Get \"https://10.96.0.1:443/api/v1/namespaces/terraform/secrets?labelSelector=tfstate%3Dtrue\": dial tcp 10.96.0.1:443: i/o timeout",
                "",
            ),
            evidence: Evidence::Documented("the Kubernetes client for Go"),
            meaning: "The API server did not answer. 10.96.0.1 is a cluster's inner address: it is reached from a pod only.",
            verify: &["kubectl get --raw /readyz with the same kubeconfig or from the same pod."],
            fix: &[
                "Allow egress to the API server in the namespace's network policy, or point the backend to the outer address.",
            ],
            caution: Some(
                "\"localhost:80: connection refused\" means that no configuration was found at all: set config_path or KUBE_CONFIG_PATH.",
            ),
        }),
    },
    Cell {
        backend: "oss",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init(
                "Failed to get existing workspaces: Get \"https://acme-tfstate.oss-eu-central-1.aliyuncs.com/?delimiter=&marker=&max-keys=1000&prefix=prod\": dial tcp: lookup acme-tfstate.oss-eu-central-1.aliyuncs.com: no such host",
                "",
            ),
            evidence: Evidence::Unverified,
            meaning: "The bucket's host was not found. The region is part of the name, so a wrong region ends here.",
            verify: &[
                "Inside Alibaba's network names with -internal are reached, from outside they are not.",
            ],
            fix: &["Correct region or endpoint, or mend DNS."],
            caution: Some("Tablestore has its own endpoint: OSS may be reached while the lock table is not."),
        }),
    },
    Cell {
        backend: "cos",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Acquire(
                "failed to create tag: tencentcloud-terraform-lock -> 0c1d2e3f4a5b69788796a5b4c3d2e1f0: [TencentCloudSDKError] Code=ClientError.NetworkError, Message=Fail to get response because Post \"https://tag.tencentcloudapi.com/\": dial tcp: lookup tag.tencentcloudapi.com: no such host, RequestId=\nlock file prod/network/terraform.tfstate.tflock not exists",
                Shown::NoBlock,
            ),
            evidence: Evidence::Documented("the Tencent Cloud SDK for Go"),
            meaning: "The bucket may be reached, and the tag service was not. Locking needs both.",
            verify: &["Reach tag.tencentcloudapi.com from the runner."],
            fix: &["Allow the tag API's host in the firewall or proxy."],
            caution: Some(
                "RequestLimitExceeded in the same place means that too many runs locked at once: wait and run again.",
            ),
        }),
    },
    Cell {
        backend: "oci",
        content: Content::Happens(Happens {
            kind: Kind::Throttled,
            printed: Printed::Error(
                "error loading state: failed to access object 'prod/network.tfstate' in bucket 'acme-tfstate': Error returned by ObjectStorage Service. Http Status Code: 429. Error Code: TooManyRequests. Opc request id: fra-1:pL4nVb6tYw1sC8. Message: Too many requests for the user",
                "",
            ),
            evidence: Evidence::Documented("OCI Object Storage's error codes"),
            meaning: "Oracle limits requests per user, and other programs with the same user count as well.",
            verify: &["See what else signs in as this user: backups, scanners, other pipelines."],
            fix: &["Wait and run again; give the pipeline a user or principal of its own."],
            caution: None,
        }),
    },
    Cell {
        backend: "remote",
        content: Content::Happens(Happens {
            kind: Kind::BackendUnreachable,
            printed: Printed::Init(
                "Failed to request discovery document: Get \"https://app.terraform.io/.well-known/terraform.json\": dial tcp: lookup app.terraform.io: no such host",
                "",
            ),
            evidence: Evidence::Documented("terraform-svchost, the discovery client"),
            meaning: "Terraform asks the host first which services it has, and did not reach it.",
            verify: &["curl -I https://app.terraform.io/.well-known/terraform.json from the same machine."],
            fix: &["Open the way to app.terraform.io, or set hostname to your own Terraform Enterprise."],
            caution: Some("The service's own state is told on status.hashicorp.com."),
        }),
    },
];
