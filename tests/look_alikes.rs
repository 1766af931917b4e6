//! Texts that only look like a state error give no incident and a useful note; prose that quotes a real one does.

use crate::known;
use crate::known::dressing::DRESSINGS;
use stackengine_core::diagnose::diagnose;

/// Each with a word of the note that is to be given; an empty word where any will do.
const LOOK_ALIKES: &[(&str, &str, &str)] = &[
    (
        "dependency lock file",
        ".terraform.lock.hcl",
        "╷\n│ Error: Inconsistent dependency lock file\n│ \n│ The following dependency selections recorded in the lock file are\n│ inconsistent with the current configuration:\n│   - provider registry.terraform.io/hashicorp/aws: locked version selection 4.67.0 doesn't match the updated version constraints \"~> 5.0\"\n│ \n│ To update the locked dependency selections to match a changed\n│ configuration, run:\n│   terraform init -upgrade\n╵\n",
    ),
    (
        "dependency checksums",
        ".terraform.lock.hcl",
        "Error: Failed to install provider\n\nError while installing hashicorp/aws v5.31.0: the current package for\nregistry.terraform.io/hashicorp/aws 5.31.0 doesn't match any of the checksums\npreviously recorded in the dependency lock file\n",
    ),
    (
        "required plugins",
        ".terraform.lock.hcl",
        "Error: Required plugins are not installed\n\nThe installed provider plugins are not consistent with the packages selected in the dependency lock file:\n  - registry.terraform.io/hashicorp/random: there is no package for registry.terraform.io/hashicorp/random 3.5.1 cached in .terraform/providers\n",
    ),
    (
        "lock file committed",
        "",
        "Terraform has created a lock file .terraform.lock.hcl to record the provider\nselections it made above. Include this file in your version control repository\nso that Terraform can guarantee to make the same selections by default when\nyou run \"terraform init\" in the future.\n",
    ),
    (
        "lock hcl",
        "",
        "# This file is maintained automatically by \"terraform init\".\n# Manual edits may be lost in future updates.\n\nprovider \"registry.terraform.io/hashicorp/aws\" {\n  version     = \"5.31.0\"\n  constraints = \"~> 5.0\"\n  hashes = [\n    \"h1:abc=\",\n  ]\n}\n",
    ),
    (
        "provider install",
        "",
        "Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions for provider hashicorp/aws: could not connect to registry.terraform.io: failed to request discovery document: Get \"https://registry.terraform.io/.well-known/terraform.json\": dial tcp: lookup registry.terraform.io: no such host\n",
    ),
    (
        "provider install in init",
        "",
        "Initializing the backend...\n\nSuccessfully configured the backend \"s3\"! Terraform will automatically\nuse this backend unless the backend configuration changes.\n\nInitializing provider plugins...\n- Finding hashicorp/aws versions matching \"~> 5.0\"...\n╷\n│ Error: Failed to query available provider packages\n│ \n│ Could not retrieve the list of available versions for provider\n│ hashicorp/aws: could not connect to registry.terraform.io: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)\n╵\n",
    ),
    (
        "module download",
        "",
        "Initializing the backend...\nInitializing modules...\nDownloading git::https://example.com/vpc.git for vpc...\n╷\n│ Error: Failed to download module\n│ \n│ Could not download module \"vpc\" (main.tf:12) source code from\n│ \"git::https://example.com/vpc.git\": error downloading: /usr/bin/git exited with 128: fatal: could not read Username: terminal prompts disabled, Permission denied\n╵\n",
    ),
    (
        "apt",
        "apt",
        "E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 3812 (unattended-upgr)\nN: Be aware that removing the lock file is not a solution and may break your system.\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), is another process using it?\n",
    ),
    (
        "apt lists",
        "apt",
        "E: Could not get lock /var/lib/apt/lists/lock - open (11: Resource temporarily unavailable)\nE: Unable to lock directory /var/lib/apt/lists/\n",
    ),
    (
        "yum",
        "",
        "Existing lock /var/run/yum.pid: another copy is running as pid 1234.\nAnother app is currently holding the yum lock; waiting for it to exit...\n",
    ),
    (
        "npm",
        "",
        "npm ERR! code EUSAGE\nnpm ERR! `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync.\nnpm ERR! Missing: left-pad@1.3.0 from lock file\n",
    ),
    ("yarn", "", "error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`.\n"),
    (
        "cargo",
        "Cargo",
        "    Blocking waiting for file lock on package cache\n    Blocking waiting for file lock on build directory\nerror: the lock file /src/Cargo.lock needs to be updated but --locked was passed to prevent this\n",
    ),
    (
        "git",
        "Git",
        "fatal: Unable to create '/src/.git/index.lock': File exists.\n\nAnother git process seems to be running in this repository, e.g.\nan editor opened by 'git commit'. Please make sure all processes\nare terminated then try again.\n",
    ),
    (
        "git ref",
        "",
        "error: cannot lock ref 'refs/remotes/origin/main': is at 0123abc but expected 4567def\n",
    ),
    (
        "postgres",
        "database",
        "ERROR:  deadlock detected\nDETAIL:  Process 123 waits for ShareLock on transaction 456; blocked by process 789.\nProcess 789 waits for ShareLock on transaction 457; blocked by process 123.\nHINT:  See server log for query details.\n",
    ),
    (
        "postgres timeout",
        "",
        "ERROR: canceling statement due to lock timeout\nCONTEXT: while locking tuple (0,1) in relation \"accounts\"\n",
    ),
    (
        "postgres activity",
        "",
        " pid  | state  | wait_event_type | query\n------+--------+-----------------+---------\n 1234 | active | Lock            | UPDATE accounts SET x = 1\n",
    ),
    ("mysql", "database", "ERROR 1205 (HY000): Lock wait timeout exceeded; try restarting transaction\n"),
    ("sqlite", "database", "sqlite3.OperationalError: database is locked\n"),
    (
        "pulumi",
        "Pulumi",
        "error: the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n  s3://acme-pulumi/.pulumi/locks/organization/prod/net/0d2c6a33.json: created by ci@build-01 (pid 42) at 2026-01-02T03:04:05Z\n",
    ),
    ("pulumi cloud", "Pulumi", "error: [409] Conflict: Another update is currently in progress.\n"),
    ("helm", "Helm", "Error: UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress\n"),
    (
        "helm in terraform",
        "Helm",
        "╷\n│ Error: another operation (install/upgrade/rollback) is in progress\n│ \n│   with helm_release.ingress,\n│   on main.tf line 12, in resource \"helm_release\" \"ingress\":\n│   12: resource \"helm_release\" \"ingress\" {\n╵\n",
    ),
    (
        "cloudformation",
        "",
        "An error occurred (ValidationError) when calling the UpdateStack operation: Stack:arn:aws:cloudformation:eu-west-1:123456789012:stack/net/abc is in UPDATE_IN_PROGRESS state and can not be updated.\n",
    ),
    (
        "maven",
        "",
        "[ERROR] Failed to execute goal: Could not acquire lock(s) -> [Help 1]\n[ERROR] Could not acquire write lock for 'artifact:org.example:lib:1.0'\n",
    ),
    (
        "gradle",
        "",
        "Timeout waiting to lock build logic queue. It is currently in use by another Gradle instance.\nOwner PID: 1234\nOur PID: 5678\nOwner Operation: \nLock file: /src/.gradle/noVersion/buildLogic.lock\n",
    ),
    (
        "liquibase",
        "Liquibase",
        "Waiting for changelog lock....\nCould not acquire change log lock.  Currently locked by build-01 (10.0.0.1) since 3/20/26 1:39 PM\n",
    ),
    ("flyway", "", "ERROR: Unable to acquire Flyway advisory lock\n"),
    (
        "dynamodb in an application",
        "",
        "2026-11-24T02:46:18Z ERROR OrderService put failed: ConditionalCheckFailedException: The conditional request failed (Service: DynamoDb, Status Code: 400, Request ID: ABC)\n\tat software.amazon.awssdk.core.internal.http.CombinedResponseHandler.handleErrorResponse(CombinedResponseHandler.java:125)\n",
    ),
    (
        "dynamodb in boto",
        "",
        "botocore.errorfactory.ConditionalCheckFailedException: An error occurred (ConditionalCheckFailedException) when calling the PutItem operation: The conditional request failed\n",
    ),
    (
        "s3 of a resource",
        "",
        "╷\n│ Error: reading S3 Bucket (acme-logs): operation error S3: HeadBucket, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error Forbidden: Forbidden\n│ \n│   with aws_s3_bucket.logs,\n│   on main.tf line 3, in resource \"aws_s3_bucket\" \"logs\":\n│    3: resource \"aws_s3_bucket\" \"logs\" {\n╵\n",
    ),
    (
        "s3 object of a resource",
        "",
        "Error: uploading S3 Object (config.json) to Bucket (acme-app): operation error S3: PutObject, https response error StatusCode: 403, RequestID: ABC, HostID: abc=, api error AccessDenied: Access Denied\n\n  with aws_s3_object.config,\n  on main.tf line 9, in resource \"aws_s3_object\" \"config\":\n   9: resource \"aws_s3_object\" \"config\" {\n",
    ),
    (
        "bucket taken",
        "",
        "Error: creating S3 Bucket (acme): BucketAlreadyExists: The requested bucket name is not available.\n\n  with aws_s3_bucket.a,\n  on main.tf line 1, in resource \"aws_s3_bucket\" \"a\":\n",
    ),
    (
        "dynamodb table resource",
        "",
        "Error: creating Amazon DynamoDB Table (terraform-locks): ResourceInUseException: Table already exists: terraform-locks\n\n  with aws_dynamodb_table.locks,\n  on main.tf line 20, in resource \"aws_dynamodb_table\" \"locks\":\n  20: resource \"aws_dynamodb_table\" \"locks\" {\n",
    ),
    (
        "azure management lock",
        "",
        "Error: deleting Storage Account: storage.AccountsClient#Delete: Failure responding to request: StatusCode=409 -- Original Error: autorest/azure: Service returned an error. Status=409 Code=\"ScopeLocked\" Message=\"The scope '/subscriptions/x' cannot perform delete operation because following scope(s) are locked\"\n",
    ),
    (
        "gcp resource",
        "",
        "Error: Error creating Instance: googleapi: Error 409: The resource 'projects/acme/zones/x/instances/y' already exists, alreadyExists\n\n  with google_compute_instance.y,\n  on main.tf line 4, in resource \"google_compute_instance\" \"y\":\n",
    ),
    (
        "gcp precondition of a resource",
        "",
        "Error: Error setting IAM policy for project: googleapi: Error 412: conditionNotMet\n\n  with google_project_iam_member.x,\n  on iam.tf line 4, in resource \"google_project_iam_member\" \"x\":\n",
    ),
    (
        "aws credentials of a provider",
        "",
        "╷\n│ Error: configuring Terraform AWS Provider: no valid credential sources for Terraform AWS Provider found.\n│ \n│ Please see https://registry.terraform.io/providers/hashicorp/aws\n│ for more information about providing credentials.\n│ \n│ Error: failed to refresh cached credentials, no EC2 IMDS role found\n│ \n│   with provider[\"registry.terraform.io/hashicorp/aws\"],\n│   on main.tf line 1, in provider \"aws\":\n╵\n",
    ),
    (
        "kubernetes of a provider",
        "",
        "Error: Get \"http://localhost/api/v1/namespaces/x\": dial tcp [::1]:80: connect: connection refused\n\n  with kubernetes_namespace.x,\n  on k8s.tf line 1, in resource \"kubernetes_namespace\" \"x\":\n",
    ),
    (
        "kubernetes leader lease",
        "",
        "apiVersion: coordination.k8s.io/v1\nkind: Lease\nmetadata:\n  name: kube-controller-manager\n  namespace: kube-system\nspec:\n  holderIdentity: master-1_0d2c6a33-e2c3-353a-045d-98297ad1701e\n  leaseDurationSeconds: 15\n",
    ),
    (
        "leader election",
        "",
        "E1124 02:46:18.000000 1 leaderelection.go:330] error retrieving resource lock kube-system/cluster-autoscaler: leases.coordination.k8s.io \"cluster-autoscaler\" is forbidden: User \"x\" cannot get resource \"leases\"\n",
    ),
    (
        "plan",
        "",
        "Terraform used the selected providers to generate the following execution\nplan. Resource actions are indicated with the following symbols:\n  + create\n\nTerraform will perform the following actions:\n\n  # aws_dynamodb_table.terraform_locks will be created\n  + resource \"aws_dynamodb_table\" \"terraform_locks\" {\n      + billing_mode = \"PAY_PER_REQUEST\"\n      + hash_key     = \"LockID\"\n      + name         = \"terraform-locks\"\n    }\n\nPlan: 1 to add, 0 to change, 0 to destroy.\n",
    ),
    (
        "apply",
        "",
        "aws_instance.web: Creating...\naws_instance.web: Creation complete after 12s [id=i-0123456789abcdef0]\nAcquiring state lock. This may take a few moments...\nReleasing state lock. This may take a few moments...\n\nApply complete! Resources: 1 added, 0 changed, 0 destroyed.\n",
    ),
    (
        "waited",
        "",
        "Acquiring state lock. This may take a few moments...\nNo changes. Your infrastructure matches the configuration.\n",
    ),
    (
        "state file",
        "",
        "{\n  \"version\": 4,\n  \"terraform_version\": \"1.9.8\",\n  \"serial\": 12,\n  \"lineage\": \"0d2c6a33-e2c3-353a-045d-98297ad1701e\",\n  \"outputs\": {\"lock_table\": {\"value\": \"terraform-locks\", \"type\": \"string\"}},\n  \"resources\": [{\"mode\": \"managed\", \"type\": \"aws_dynamodb_table\", \"name\": \"locks\", \"instances\": [{\"attributes\": {\"hash_key\": \"LockID\", \"id\": \"terraform-locks\"}}]}]\n}\n",
    ),
    (
        "docker inspect",
        "",
        "[{\"Id\": \"abc\", \"State\": {\"Status\": \"running\"}, \"ID\": \"0d2c6a33\", \"Version\": {\"Index\": 3}, \"Path\": \"/bin/sh\", \"Created\": \"2026-01-01T00:00:00Z\"}]\n",
    ),
    (
        "docker swarm",
        "",
        "ID:                     0d2c6a33\nVersion:    1\nCreated:   2026-01-01\nPath: /x\n",
    ),
    (
        "prose",
        "",
        "Terraform locks the state before every operation that could write it. With the S3 backend the lock is an item in a DynamoDB table, or since 1.10 an object next to the state. If a run is killed the lock stays, and the next run cannot acquire it; `terraform force-unlock` removes it by its id.\n",
    ),
    (
        "readme",
        "",
        "## Remote state\n\nWe use an S3 bucket with `use_lockfile = true`.\n\n```hcl\nterraform {\n  backend \"s3\" {\n    bucket       = \"acme-tfstate\"\n    key          = \"prod/terraform.tfstate\"\n    use_lockfile = true\n  }\n}\n```\n\nTo release a stuck lock, ask in #infra before you run `terraform force-unlock LOCK_ID`.\n",
    ),
    (
        "docs of force-unlock",
        "",
        "Usage: terraform force-unlock [options] LOCK_ID\n\nManually unlock the state for the defined configuration. This will not modify your infrastructure. The behavior of this lock is dependent on the backend being used. Local state files cannot be unlocked by another process.\n",
    ),
    (
        "question",
        "",
        "How do I avoid state locking problems when two pipelines run terraform apply at the same time?\n",
    ),
    (
        "commit log",
        "",
        "a1b2c3d Fix the state lock timeout in CI\nd4e5f6a Add -lock-timeout=5m to terraform plan\n",
    ),
    (
        "lock timeout flag",
        "",
        "+ terraform plan -input=false -lock-timeout=5m -lock=true\nNo changes. Your infrastructure matches the configuration.\n",
    ),
    (
        "java monitor",
        "",
        "\"pool-1-thread-1\" #12 prio=5 waiting to lock <0x000000076b0a1c48> (a java.lang.Object)\n\t- locked <0x000000076b0a1c58>\nState: BLOCKED\n",
    ),
    (
        "windows file",
        "",
        "The process cannot access the file 'C:\\temp\\a.txt' because it is being used by another process.\n",
    ),
    ("errno", "", "bash: fork: retry: Resource temporarily unavailable\n"),
    ("read errno", "", "Error: read tcp 10.0.0.1:443: resource temporarily unavailable\n"),
    ("unlock account", "", "Account is locked. Failed to unlock account: user does not exist\n"),
    (
        "http api",
        "",
        "HTTP/1.1 423 Locked\nContent-Type: application/json\n\n{\"message\": \"The resource is locked\"}\n",
    ),
    ("ansible vault", "", "ERROR! Attempting to decrypt but no vault secrets found\n"),
    ("terraform cloud queue", "", "Waiting for 2 run(s) to finish before being queued... (30s elapsed)\n"),
    (
        "python",
        "",
        "Traceback (most recent call last):\n  File \"a.py\", line 1, in <module>\n    lock.acquire(timeout=3)\nfilelock._error.Timeout: The file lock '/tmp/a.lock' could not be acquired.\n",
    ),
    ("redis", "", "redlock: failed to acquire lock: lock already held\n"),
    ("etcd", "", "etcdserver: request timed out, possibly due to previous leader failure\n"),
    (
        "consul kv",
        "",
        "Error! Failed to write data: Unexpected response code: 500 (rpc error making call: invalid session)\n",
    ),
    (
        "vault",
        "",
        "Error unlocking: Error making API request.\n\nURL: PUT https://vault:8200/v1/sys/unseal\nCode: 503. Errors:\n\n* Vault is sealed\n",
    ),
    ("binary", "", "\u{fffd}\u{fffd}PK\u{3}\u{4}\u{0}\u{0}lock\u{fffd}\u{0}"),
    ("empty", "", ""),
    ("blank", "", " \n\t\n"),
];

fn alarms(text: &str) -> Vec<String> {
    diagnose(text, &[], None).incidents.iter().map(|one| format!("{:?} {}", one.kind, one.headline)).collect()
}

#[test]
fn look_alikes_give_no_incident_and_a_useful_note() {
    let mut wrong = Vec::new();
    for (name, word, text) in LOOK_ALIKES {
        let found = diagnose(text, &[], None);
        if !found.incidents.is_empty() {
            wrong.push(format!("{name}: {:?}", alarms(text)));
        } else if !found.notes.iter().any(|note| note.contains(word)) {
            wrong.push(format!("{name}: notes {:?}", found.notes));
        }
    }
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), LOOK_ALIKES.len(), wrong.join("\n"));
}

#[test]
fn look_alikes_stay_so_in_every_dressing() {
    let mut wrong = Vec::new();
    for (name, _, text) in LOOK_ALIKES {
        for dressing in DRESSINGS.iter().filter(|one| one.name != "atlantis") {
            let found = alarms(&(dressing.dress)(text));
            if !found.is_empty() {
                wrong.push(format!("{name} in {}: {found:?}", dressing.name));
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}:\n{}",
        wrong.len(),
        wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n")
    );
}

/// A look-alike before or after a real error neither hides it nor adds to it.
#[test]
fn a_look_alike_beside_a_real_error_changes_nothing() {
    let mut wrong = Vec::new();
    for known in known::held().iter().step_by(9) {
        for (name, _, text) in LOOK_ALIKES {
            for both in [format!("{text}\n{}", known.text), format!("{}\n\n{text}", known.text)] {
                let differences = known::differences(known, &diagnose(&both, &[], None).incidents);
                if !differences.is_empty() {
                    wrong.push(format!("{} beside {name}: {}", known.name, differences.join("; ")));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{}:\n{}",
        wrong.len(),
        wrong.iter().take(40).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn prose_that_quotes_a_real_error_is_diagnosed() {
    let mut wrong = Vec::new();
    for known in known::held().iter().step_by(3) {
        let text = format!(
            "# Runbook\n\nWhen a run is killed, the next one says:\n\n```\n{}\n```\n\nDo not use -lock=false then. Error budgets are not our concern here; see `terraform force-unlock`.\n",
            known.text
        );
        let differences = known::differences(known, &diagnose(&text, &[], None).incidents);
        if !differences.is_empty() {
            wrong.push(format!("{}: {}", known.name, differences.join("; ")));
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}
