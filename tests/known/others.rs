//! Every other failure of a lock, a state or a backend.

use super::Known;
use super::held::{any, new, old, terraform, tofu};
use super::outer::{OUTERS, Outer};
use super::releases::{refusals, releases};
use super::values::Dice;
use stackengine_core::diagnose::Kind;

/// Errors without a lock block, and the outcomes of `force-unlock`.
pub(crate) fn others() -> Vec<Known> {
    let mut dice = Dice(0x0dd_ba11_5eed);
    let mut out = Vec::new();
    let mut plain = |name: &str, text: String, kind: Kind, backends: &'static [&'static str]| {
        out.push(Known {
            name: name.to_owned(),
            text,
            kind,
            backends,
            lock: None,
            describes: None,
            holder_id: None,
            workspace: None,
            command: None,
            tool: None,
        });
    };
    const DENIED: &str = "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: 0RHT8GFQ2E1SN5NGB0ENTFBBSN, api error AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: dynamodb:PutItem on resource: arn:aws:dynamodb:eu-west-1:123456789012:table/tf-locks because no identity-based policy allows the dynamodb:PutItem action\nunexpected end of JSON input";
    /// Name, text, kind, and what else is told, for the outer forms in which it occurs.
    type Inner = (&'static str, &'static str, Kind, &'static [&'static str], fn(Outer) -> bool);
    let inners: &[Inner] = &[
        (
            "ddb vanished old",
            "2 error(s) occurred:\n\n* ConditionalCheckFailedException: The conditional request failed\n\tstatus code: 400, request id: ABC\n* unexpected end of JSON input",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
            old,
        ),
        (
            "ddb vanished",
            "2 errors occurred:\n\t* operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ConditionalCheckFailedException: The conditional request failed\n\t* unexpected end of JSON input\n",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb vanished tofu",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ConditionalCheckFailedException: The conditional request failed\nno lock info found for: \"acme-tfstate/x.tfstate\" within the DynamoDB table: tf-locks",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
            tofu,
        ),
        (
            "s3 vanished",
            "operation error S3: PutObject, https response error StatusCode: 412, RequestID: ABC, HostID: abc=, api error PreconditionFailed: At least one of the pre-conditions you specified did not hold\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABD, HostID: abc=, NoSuchKey: ",
            Kind::StateLockHeld,
            &["s3-lockfile", "s3-both"],
            new,
        ),
        (
            "gcs vanished",
            "2 errors occurred:\n\t* writing \"gs://acme/x/default.tflock\" failed: googleapi: Error 412: At least one of the pre-conditions you specified did not hold., conditionNotMet\n\t* storage: object doesn't exist\n",
            Kind::StateLockHeld,
            &["gcs"],
            any,
        ),
        (
            "azurerm empty metadata",
            "2 errors occurred:\n\t* state blob is already locked\n\t* blob metadata \"terraformlockid\" was empty\n",
            Kind::StateLockHeld,
            &["azurerm"],
            any,
        ),
        (
            "azurerm empty metadata joined",
            "state blob is already locked\nblob metadata \"terraformlockid\" was empty",
            Kind::StateLockHeld,
            &["azurerm"],
            new,
        ),
        (
            "kubernetes no annotation",
            "the state is already locked by another terraform client",
            Kind::StateLockHeld,
            &["kubernetes"],
            terraform,
        ),
        (
            "http no block",
            "HTTP remote state already locked, failed to read body",
            Kind::StateLockHeld,
            &["http"],
            any,
        ),
        (
            "local without info",
            "2 errors occurred:\n\t* resource temporarily unavailable\n\t* open .terraform.tfstate.lock.info: no such file or directory\n",
            Kind::StateLockHeld,
            &["local"],
            any,
        ),
        (
            "ddb table missing",
            "2 errors occurred:\n\t* ResourceNotFoundException: Requested resource not found\n\t* ResourceNotFoundException: Requested resource not found\n",
            Kind::TableMissing,
            &["s3-dynamodb"],
            any,
        ),
        (
            "ddb table missing 2",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ResourceNotFoundException: Requested resource not found\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: ABC, ResourceNotFoundException: Requested resource not found",
            Kind::TableMissing,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb schema",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, api error ValidationException: One or more parameter values were invalid: Missing the key lockid in the item\nUnable to retrieve item from DynamoDB table \"tf-locks\": operation error DynamoDB: GetItem, https response error StatusCode: 400, RequestID: ABC, api error ValidationException: The provided key element does not match the schema",
            Kind::TableKeySchema,
            &["s3-dynamodb"],
            any,
        ),
        ("ddb denied", DENIED, Kind::AccessDenied, &["s3-dynamodb"], new),
        (
            "s3 denied",
            "operation error S3: PutObject, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error AccessDenied: User: arn:aws:sts::123456789012:assumed-role/ci/x is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::acme-tfstate/x.tfstate.tflock\" with an explicit deny in a resource-based policy\nunable to retrieve file from S3 bucket 'acme-tfstate' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchKey: ",
            Kind::AccessDenied,
            &["s3-lockfile", "s3-both", "s3"],
            new,
        ),
        (
            "gcs denied",
            "writing \"gs://acme/x/default.tflock\" failed: googleapi: Error 403: ci@acme.iam.gserviceaccount.com does not have storage.objects.create access to the Google Cloud Storage object. Permission 'storage.objects.create' denied on resource (or it may not exist)., forbidden",
            Kind::AccessDenied,
            &["gcs"],
            any,
        ),
        (
            "ddb expired",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, api error ExpiredTokenException: The security token included in the request is expired\nunexpected end of JSON input",
            Kind::Credentials,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb unrecognized",
            "operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, api error UnrecognizedClientException: The security token included in the request is invalid.",
            Kind::Credentials,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb throttled",
            "operation error DynamoDB: PutItem, exceeded maximum number of attempts, 5, https response error StatusCode: 400, RequestID: ABC, ProvisionedThroughputExceededException: The level of configured provisioned throughput for the table was exceeded.",
            Kind::Throttled,
            &["s3-dynamodb"],
            new,
        ),
        (
            "ddb unreachable",
            "operation error DynamoDB: PutItem, exceeded maximum number of attempts, 5, https response error StatusCode: 0, RequestID: , request send failed, Post \"https://dynamodb.eu-west-1.amazonaws.com/\": dial tcp: lookup dynamodb.eu-west-1.amazonaws.com: no such host",
            Kind::BackendUnreachable,
            &["s3-dynamodb"],
            new,
        ),
        (
            "consul unreachable",
            "Put \"http://127.0.0.1:8500/v1/session/create\": dial tcp 127.0.0.1:8500: connect: connection refused",
            Kind::BackendUnreachable,
            &["consul", "unknown"],
            new,
        ),
        ("http 401", "HTTP remote state endpoint requires auth", Kind::AccessDenied, &["http"], any),
        ("http 403", "HTTP remote state endpoint invalid auth", Kind::AccessDenied, &["http"], any),
        ("http 500", "Unexpected HTTP response code 500", Kind::LockRequestFailed, &["http"], any),
        (
            "http giving up",
            "Failed to lock: POST https://gitlab.example.com/api/v4/projects/42/terraform/state/prod/lock giving up after 3 attempt(s)",
            Kind::LockRequestFailed,
            &["http"],
            any,
        ),
        (
            "kubernetes denied",
            "leases.coordination.k8s.io \"lock-tfstate-default-state\" is forbidden: User \"system:serviceaccount:ci:deployer\" cannot get resource \"leases\" in API group \"coordination.k8s.io\" in the namespace \"infra\"",
            Kind::AccessDenied,
            &["kubernetes"],
            any,
        ),
        (
            "bucket missing",
            "operation error S3: PutObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchBucket: \nunable to retrieve file from S3 bucket 'acme-gone' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, api error NoSuchBucket: The specified bucket does not exist",
            Kind::BucketMissing,
            &["s3-lockfile", "s3", "s3-both"],
            new,
        ),
        (
            "cos tag",
            "2 errors occurred:\n\t* failed to create tag: tencentcloud-terraform-lock -> 0123456789abcdef0123456789abcdef: [TencentCloudSDKError] Code=ResourceInUse.TagDuplicate, Message=tag already exists., RequestId=abc\n\t* lock file prod/terraform.tfstate.tflock not exists\n",
            Kind::StateLockHeld,
            &["cos"],
            any,
        ),
    ];
    for (name, inner, kind, backends, fits) in inners {
        for outer in OUTERS {
            if fits(outer) {
                plain(
                    &format!("{name} {}", outer.name()),
                    outer.acquire(&format!("{inner}\n")),
                    *kind,
                    backends,
                );
            }
        }
    }
    for outer in [Outer::Plain, Outer::Boxed(80), Outer::Json, Outer::Tofu] {
        for (name, summary, detail, kind, backends) in [
            (
                "digest new",
                "error loading state: state data in S3 does not have the expected content.\n\nThe checksum calculated for the state stored in S3 does not match the checksum\nstored in DynamoDB.\n\nBucket: acme-tfstate\nKey:    digest/terraform.tfstate\nCalculated checksum: 29853efc0fdd52b5078cb8ea3bade862\nStored checksum:     d41d8cd98f00b204e9800998ecf8427e\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate. Please wait for a minute or two and try again.\n\nIf this problem persists, and neither S3 nor DynamoDB are experiencing an\noutage, you may need to manually verify the remote state and update the Digest\nvalue stored in the DynamoDB table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
                Kind::DigestMismatch,
                &["s3-dynamodb"] as &'static [&'static str],
            ),
            (
                "digest old",
                "Error loading state: state data in S3 does not have the expected content.\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither S3 nor DynamoDB are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nDynamoDB table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
                Kind::DigestMismatch,
                &["s3-dynamodb"],
            ),
            (
                "digest empty",
                "Error refreshing state: state data in S3 does not have the expected content.\n\nThis may be caused by unusually long delays in S3 processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither S3 nor DynamoDB are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nDynamoDB table to the following value: ",
                "",
                Kind::DigestMismatch,
                &["s3-dynamodb"],
            ),
            (
                "digest oss",
                "Error loading state: state data in OSS does not have the expected content.\n\nThis may be caused by unusually long delays in OSS processing a previous state\nupdate.  Please wait for a minute or two and try again. If this problem\npersists, and neither OSS nor TableStore are experiencing an outage, you may need\nto manually verify the remote state and update the Digest value stored in the\nTableStore table to the following value: 29853efc0fdd52b5078cb8ea3bade862",
                "",
                Kind::DigestMismatch,
                &["oss"],
            ),
            (
                "bucket gone",
                "Failed to get existing workspaces: S3 bucket \"acme-tfstate-gone\" does not exist.\n\nThe referenced S3 bucket must have been previously created. If the S3 bucket\nwas created within the last minute, please wait for a minute or two and try\nagain.\n\nError: operation error S3: ListObjectsV2, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchBucket: ",
                "",
                Kind::BucketMissing,
                &["s3"],
            ),
            (
                "object denied",
                "Error refreshing state: Unable to access object \"x.tfstate\" in S3 bucket \"acme-tfstate\": operation error S3: HeadObject, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error Forbidden: Forbidden",
                "",
                Kind::AccessDenied,
                &["s3"],
            ),
            (
                "backend changed",
                "Backend configuration changed",
                "A change in the backend configuration has been detected, which may require migrating existing state.\n\nIf you wish to attempt automatic migration of the state, use \"terraform init -migrate-state\".\nIf you wish to store the current configuration with no changes to the state, use \"terraform init -reconfigure\".",
                Kind::BackendChanged,
                &["unknown"],
            ),
            (
                "backend type changed",
                "Backend initialization required, please run \"terraform init\"",
                "Reason: Backend type changed from \"local\" to \"s3\"\n\nThe \"backend\" is the interface that Terraform uses to store state,\nperform operations, etc. If this message is showing up, it means that the\nTerraform configuration you're using is using a custom configuration for\nthe Terraform backend.\n\nChanges to backend configurations require reinitialization. This allows\nTerraform to set up the new configuration, copy existing state, etc. Please run\n\"terraform init\" with either the \"-reconfigure\" or \"-migrate-state\" flags to\nuse the current configuration.",
                Kind::BackendChanged,
                &["unknown", "s3"],
            ),
            (
                "version 0.13",
                "Error loading state: state snapshot was created by Terraform v0.13.5, which is newer than current v0.12.29; upgrade to Terraform v0.13.5 or greater to work with this state",
                "",
                Kind::StateVersion,
                &["unknown"],
            ),
            (
                "format version",
                "Unsupported state file format",
                "The state file uses format version 5, which is not supported by Terraform 1.9.8. This state file may have been created by a newer version of Terraform.",
                Kind::StateVersion,
                &["unknown"],
            ),
            (
                "remote version",
                "Terraform version mismatch",
                "The local Terraform version (1.5.7) does not match the configured version for remote workspace acme/net-prod (1.9.8). This may result in an incompatible state file.",
                Kind::StateVersion,
                &["remote", "unknown"],
            ),
            (
                "write failed",
                "Failed to save state",
                "Error saving state: failed to upload state: operation error S3: PutObject, https response error StatusCode: 400, RequestID: ABC, HostID: abc=, api error ExpiredToken: The provided token has expired.",
                Kind::StateWriteFailed,
                &["s3"],
            ),
            (
                "persist failed",
                "Failed to persist state to backend",
                "The error shown above has prevented Terraform from writing the updated state to the configured backend. To allow for recovery, the state has been written to the file \"errored.tfstate\" in the current working directory.\n\nRunning \"terraform apply\" again at this point will create a forked state, making it harder to recover.\n\nTo retry writing this state, use the following command:\n    terraform state push errored.tfstate",
                Kind::StateWriteFailed,
                &["unknown"],
            ),
        ] {
            if outer == Outer::Tofu && summary.contains("Terraform v0") {
                continue;
            }
            plain(&format!("{name} {}", outer.name()), outer.diagnostic(summary, detail), kind, backends);
        }
    }
    for (name, text, kind, backends) in [
        (
            "ws locked",
            "╷\n│ Error: Error acquiring the state lock\n│\n│ Error message: workspace already locked (lock ID: \"acme/net-prod\")\n╵\n",
            Kind::HcpWorkspaceLocked,
            &["remote"] as &'static [&'static str],
        ),
        (
            "local refuses",
            "Local state cannot be unlocked by another process\n",
            Kind::UnlockUnsupported,
            &["local"],
        ),
        (
            "local not locked",
            "Failed to unlock state: LocalState not locked\n",
            Kind::UnlockUnsupported,
            &["local"],
        ),
        (
            "tofu local refuses",
            "╷\n│ Error: State locked by another local process\n│\n│ Local state cannot be unlocked by another process.\n╵\n",
            Kind::UnlockUnsupported,
            &["local"],
        ),
        (
            "tofu locking disabled",
            "╷\n│ Error: Failed to unlock state\n│\n│ Locking is disabled for this backend\n╵\n",
            Kind::UnlockUnsupported,
            &["unknown", "local"],
        ),
        (
            "success",
            "Terraform state has been successfully unlocked!\n\nThe state has been unlocked, and Terraform commands should now be able to\nobtain a new lock on the remote state.\n",
            Kind::UnlockSuccess,
            &["unknown"],
        ),
        (
            "tofu success",
            "OpenTofu state has been successfully unlocked!\n\nThe state has been unlocked, and OpenTofu commands should now be able to\nobtain a new lock on the remote state.\n",
            Kind::UnlockSuccess,
            &["unknown"],
        ),
        (
            "cancelled",
            "Do you really want to force-unlock?\n  Terraform will remove the lock on the remote state.\n  This will allow local Terraform commands to modify this state, even though it\n  may still be in use. Only 'yes' will be accepted to confirm.\n\n  Enter a value: no\n\nforce-unlock cancelled.\n",
            Kind::UnlockCancelled,
            &["unknown"],
        ),
        (
            "usage",
            "Expected a single argument: LOCK_ID\nUsage: terraform [global options] force-unlock LOCK_ID\n\n  Manually unlock the state for the defined configuration.\n",
            Kind::UsageError,
            &["unknown"],
        ),
        ("usage old", "unlock requires a lock id argument\n", Kind::UsageError, &["unknown"]),
        (
            "gcs uuid",
            "Failed to unlock state: Lock ID should be numerical value, got '9db590f1-b6fe-c5f2-2678-8804f089deba'\n",
            Kind::WrongLockId,
            &["gcs"],
        ),
        (
            "gcs uuid old",
            "Failed to unlock state: strconv.ParseInt: parsing \"9db590f1-b6fe-c5f2-2678-8804f089deba\": invalid syntax\n",
            Kind::WrongLockId,
            &["gcs"],
        ),
        ("gcs gone", "Failed to unlock state: storage: object doesn't exist\n", Kind::NoLock, &["gcs"]),
        (
            "ddb gone",
            "Failed to unlock state: failed to retrieve lock info for lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\": unexpected end of JSON input\n",
            Kind::NoLock,
            &["s3-dynamodb", "unknown"],
        ),
        (
            "ddb gone old",
            "Failed to unlock state: failed to retrieve lock info: unexpected end of JSON input\n",
            Kind::NoLock,
            &["s3-dynamodb", "unknown"],
        ),
        (
            "ddb gone tofu",
            "Failed to unlock state: failed to retrieve lock info: no lock info found for: \"acme-tfstate/x.tfstate\" within the DynamoDB table: tf-locks\n",
            Kind::NoLock,
            &["s3-dynamodb"],
        ),
        (
            "s3 gone",
            "Failed to unlock state: unable to retrieve file from S3 bucket 'acme-tfstate' with key 'x.tfstate.tflock': operation error S3: GetObject, https response error StatusCode: 404, RequestID: ABC, HostID: abc=, NoSuchKey: \n",
            Kind::NoLock,
            &["s3-lockfile"],
        ),
        (
            "azure gone",
            "Failed to unlock state: failed to retrieve lock info: blob metadata \"terraformlockid\" was empty\n",
            Kind::NoLock,
            &["azurerm"],
        ),
        (
            "kubernetes gone",
            "Failed to unlock state: state is already unlocked\n",
            Kind::NoLock,
            &["kubernetes"],
        ),
        ("remote gone", "Failed to unlock state: workspace already unlocked\n", Kind::NoLock, &["remote"]),
        (
            "remote other",
            "Failed to unlock state: lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\" does not match existing lock ID \"acme/net-prod\"\n",
            Kind::WrongLockId,
            &["remote"],
        ),
        (
            "remote run",
            "Failed to unlock state: unable to unlock workspace locked by run\n",
            Kind::UnlockFailed,
            &["remote"],
        ),
        (
            "http 423",
            "Failed to unlock state: Unexpected HTTP response code 423\n",
            Kind::UnlockFailed,
            &["http"],
        ),
        (
            "both half",
            "Failed to unlock state: failed to unlock DynamoDB: failed to retrieve lock info for lock ID \"9db590f1-b6fe-c5f2-2678-8804f089deba\": unexpected end of JSON input\n",
            Kind::UnlockFailed,
            &["s3-both"],
        ),
        (
            "s3 trap",
            "Failed to load state: failed to lock s3 state: operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: ABC, ConditionalCheckFailedException: The conditional request failed\n",
            Kind::StateLockHeld,
            &["s3-dynamodb"],
        ),
        (
            "terragrunt all",
            "force-unlock with run --all is disabled: lock IDs are unique per state representation and thus should not be run with run --all.\n",
            Kind::UsageError,
            &["unknown"],
        ),
        (
            "atlantis",
            "This project is currently locked by an unapplied plan from pull [#17](https://github.com/acme/infra/pull/17). To continue, delete the lock from [#17](https://github.com/acme/infra/pull/17) or apply that plan and merge the pull request.\n\nOnce the lock is released, comment `atlantis plan` here to re-plan.\n",
            Kind::AtlantisPrLock,
            &["unknown"],
        ),
        (
            "atlantis dir",
            "cannot run \"apply\": the default workspace at path stacks/net is currently locked for this pull request by \"plan\" for commit 0123abc.\nWait until the previous command is complete and try again\n",
            Kind::AtlantisPrLock,
            &["unknown"],
        ),
        (
            "consul lost",
            "Error releasing the state lock!\n\nError message: consul lock was lost\n",
            Kind::LockReleaseFailed,
            &["consul"],
        ),
    ] {
        plain(name, text.to_owned(), kind, backends);
    }
    for one in &mut out {
        if one.name == "remote other" {
            one.holder_id = Some("acme/net-prod".to_owned());
            one.workspace = Some("net-prod".to_owned());
            one.command = Some("terraform force-unlock acme/net-prod".to_owned());
        }
        if one.name == "both half" {
            one.holder_id = Some("9db590f1-b6fe-c5f2-2678-8804f089deba".to_owned());
        }
        if one.name == "ws locked" {
            one.holder_id = Some("acme/net-prod".to_owned());
            one.workspace = Some("net-prod".to_owned());
            one.command = Some("terraform force-unlock acme/net-prod".to_owned());
        }
    }
    out.extend(releases(&mut dice));
    out.extend(refusals(&mut dice));
    out
}
