//! Every id of the catalogue: texts where it is told, and near ones where it must not be. What the edit makes of them.

use stackengine_core::fix::{Dialect, Fix, Options, Severity, fix};

/// What `init` wants of an s3 block, so that it counts as complete.
const PLACE: &str =
    "bucket = \"acme-state\"\n    key = \"net/terraform.tfstate\"\n    region = \"eu-west-1\"\n    ";

struct Case {
    /// `s3:` and the body of a block, or a whole text.
    text: &'static str,
    /// `1.5.7`, `tofu 1.8`, or nothing.
    version: &'static str,
    told: &'static [&'static str],
    not: &'static [&'static str],
}

const fn case(
    text: &'static str,
    version: &'static str,
    told: &'static [&'static str],
    not: &'static [&'static str],
) -> Case {
    Case { text, version, told, not }
}

/// `S3 x` is a complete s3 block with `x` added; `label: x` a block of that backend with the body `x`.
fn text_of(case: &Case) -> String {
    let block =
        |label: &str, body: &str| format!("terraform {{\n  backend \"{label}\" {{\n    {body}\n  }}\n}}\n");
    if let Some(body) = case.text.strip_prefix("S3 ") {
        return block("s3", &format!("{PLACE}{body}"));
    }
    match case.text.split_once(": ") {
        Some((label, body)) if label.bytes().all(|byte| byte.is_ascii_alphanumeric()) => block(label, body),
        _ => case.text.to_owned(),
    }
}

fn options(version: &str) -> Options {
    Options { terraform_version: (!version.is_empty()).then(|| version.to_owned()), ..Options::default() }
}

fn ids(found: &Fix) -> Vec<String> {
    found.blocks.iter().flat_map(|block| block.findings.iter().map(|one| one.id.clone())).collect()
}

const CASES: &[Case] = &[
    // Encryption
    case("S3 use_lockfile = true", "", &["encryption-not-set"], &["no-locking", "encryption-disabled"]),
    case("oss: bucket = \"b\"", "", &["encryption-not-set", "no-locking"], &[]),
    case(
        "oss: bucket = \"b\"\n    encrypt = true\n    tablestore_table = \"t\"",
        "",
        &[],
        &["encryption-not-set", "no-locking"],
    ),
    case("gcs: bucket = \"b\"", "", &[], &["encryption-not-set", "no-locking", "partial-config"]),
    case(
        "cos: bucket = \"b\"\n    region = \"ap-x\"",
        "",
        &[],
        &["encryption-not-set", "encryption-disabled"],
    ),
    case(
        "cos: bucket = \"b\"\n    region = \"ap-x\"\n    encrypt = false",
        "",
        &["encryption-disabled"],
        &[],
    ),
    case(
        "oci: bucket = \"b\"\n    namespace = \"n\"",
        "",
        &[],
        &["encryption-not-set", "no-locking", "unknown-backend:oci"],
    ),
    case("s3: ", "", &["partial-config"], &["encryption-not-set", "no-locking", "missing-required:bucket"]),
    case("S3 encrypt = false", "", &["encryption-disabled", "no-locking"], &["encryption-not-set"]),
    case(
        "S3 encrypt = \"false\"",
        "",
        &["encryption-disabled"],
        &["invalid-value:encrypt", "encrypt-as-string"],
    ),
    case(
        "S3 encrypt = \"{{ encrypt }}\"",
        "",
        &["placeholder-value"],
        &["encryption-disabled", "invalid-value:encrypt", "encryption-not-set"],
    ),
    case("S3 encrypt = \"maybe\"", "", &["invalid-value:encrypt"], &[]),
    case(
        "S3 encrypt = var.encrypt",
        "",
        &["variable-in-backend"],
        &["encryption-disabled", "encryption-not-set", "invalid-value:encrypt"],
    ),
    case(
        "S3 kms_key_id = \"alias/state\"",
        "",
        &["kms-key-without-encrypt"],
        &["invalid-value:kms_key_id", "encryption-not-cmk"],
    ),
    case(
        "S3 encrypt = true\n    kms_key_id = \"alias/state\"",
        "",
        &[],
        &["kms-key-without-encrypt", "encryption-not-cmk"],
    ),
    case("S3 encrypt = true\n    kms_key_id = \"my-key\"", "", &["invalid-value:kms_key_id"], &[]),
    case("S3 encrypt = true", "", &["encryption-not-cmk"], &["encrypt-as-string"]),
    case(
        "S3 encrypt = \"true\"",
        "",
        &["encrypt-as-string"],
        &["invalid-value:encrypt", "encryption-disabled"],
    ),
    case(
        "S3 endpoints = { s3 = \"https://minio.acme.example\" }",
        "",
        &["encryption-not-set", "no-locking"],
        &["encryption-not-cmk", "skip-validation"],
    ),
    // Locks
    case(
        "S3 encrypt = true\n    use_lockfile = true",
        "",
        &[],
        &["no-locking", "mixed-locking", "no-required-version"],
    ),
    case(
        "S3 dynamodb_table = \"t\"",
        "",
        &["deprecated-attribute:dynamodb_table"],
        &["no-locking", "missing-use-lockfile"],
    ),
    case(
        "S3 dynamodb_table = \"t\"",
        "1.5.7",
        &[],
        &["deprecated-attribute:dynamodb_table", "missing-use-lockfile"],
    ),
    case(
        "S3 dynamodb_table = \"t\"",
        "1.11.0",
        &["deprecated-attribute:dynamodb_table", "missing-use-lockfile"],
        &["no-locking"],
    ),
    case(
        "S3 dynamodb_table = \"t\"",
        "tofu 1.11",
        &["missing-use-lockfile"],
        &["deprecated-attribute:dynamodb_table"],
    ),
    case("S3 dynamodb_table = \"\"", "", &["no-locking"], &[]),
    case(
        "S3 dynamodb_table = \"t\"\n    use_lockfile = true",
        "",
        &["mixed-locking"],
        &["missing-use-lockfile", "no-locking"],
    ),
    case("S3 use_lockfile = true", "1.9.8", &["lockfile-unsupported"], &["no-locking"]),
    case(
        "S3 lock_table = \"t\"",
        "",
        &["removed-attribute:lock_table", "no-locking"],
        &["unknown-attribute:lock_table"],
    ),
    case("S3 lock_table = \"t\"", "0.12.31", &[], &["removed-attribute:lock_table", "no-locking"]),
    case(
        "terraform {\n  required_version = \">= 1.0\"\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n    use_lockfile = true\n  }\n}\n",
        "",
        &["no-required-version"],
        &["lockfile-unsupported"],
    ),
    case(
        "terraform {\n  required_version = \">= 1.10\"\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n    use_lockfile = true\n  }\n}\n",
        "",
        &[],
        &["no-required-version"],
    ),
    case("http: address = \"https://x.example/s\"", "", &["no-locking"], &["insecure-transport"]),
    case("http: ", "", &["partial-config"], &["no-locking"]),
    case(
        "http: address = \"https://x.example/s\"\n    lock_address = \"https://x.example/l\"",
        "",
        &[],
        &["no-locking"],
    ),
    case("consul: path = \"p\"\n    lock = false", "", &["no-locking"], &["insecure-transport"]),
    case("consul: path = \"p\"", "", &[], &["no-locking", "insecure-transport"]),
    case(
        "azurerm: storage_account_name = \"s\"\n    container_name = \"c\"\n    key = \"k\"",
        "",
        &["no-azuread-auth"],
        &["no-locking"],
    ),
    case(
        "azurerm: storage_account_name = \"s\"\n    container_name = \"c\"\n    key = \"k\"\n    use_azuread_auth = true",
        "",
        &[],
        &["no-azuread-auth"],
    ),
    case("azurerm: key = \"k\"", "", &["partial-config"], &["no-azuread-auth"]),
    // Names
    case(
        "S3 role_arn = \"arn:aws:iam::111122223333:role/r\"",
        "",
        &["removed-attribute:role_arn"],
        &["deprecated-attribute:role_arn"],
    ),
    case("S3 role_arn = \"\"", "", &["removed-attribute:role_arn"], &[]),
    case(
        "S3 role_arn = \"arn:aws:iam::111122223333:role/r\"",
        "1.7.0",
        &["deprecated-attribute:role_arn"],
        &["removed-attribute:role_arn"],
    ),
    case(
        "S3 role_arn = \"arn:aws:iam::111122223333:role/r\"",
        "1.5.7",
        &[],
        &["removed-attribute:role_arn", "deprecated-attribute:role_arn"],
    ),
    case(
        "S3 role_arn = \"arn:aws:iam::111122223333:role/r\"",
        "tofu 1.9",
        &["deprecated-attribute:role_arn", "no-account-guard"],
        &["removed-attribute:role_arn"],
    ),
    case("S3 force_path_style = true", "", &["deprecated-attribute:force_path_style"], &[]),
    case("S3 force_path_style = true", "1.5.0", &[], &["deprecated-attribute:force_path_style"]),
    case(
        "S3 endpoint = \"https://minio.acme.example\"",
        "",
        &["deprecated-attribute:endpoint"],
        &["skip-validation"],
    ),
    case(
        "S3 shared_credentials_file = \"c\"",
        "tofu 1.9",
        &[],
        &["deprecated-attribute:shared_credentials_file"],
    ),
    case("S3 shared_credentials_file = \"c\"", "", &["deprecated-attribute:shared_credentials_file"], &[]),
    case("S3 skip_get_ec2_platforms = true", "", &["removed-attribute:skip_get_ec2_platforms"], &[]),
    case("S3 use_legacy_workflow = true", "", &["removed-attribute:use_legacy_workflow"], &[]),
    case("S3 lock_timeout = \"5m\"", "", &["unknown-attribute:lock_timeout"], &[]),
    case(
        "S3 state_tags = { a = \"b\" }",
        "",
        &[],
        &["unknown-attribute:state_tags", "unsupported-attribute:state_tags"],
    ),
    case("S3 state_tags = { a = \"b\" }", "tofu 1.10", &["unsupported-attribute:state_tags"], &[]),
    case(
        "S3 assume_role = { role_arn = \"arn:aws:iam::111122223333:role/r\" }",
        "1.4.0",
        &["unsupported-attribute:assume_role"],
        &[],
    ),
    case(
        "gcs: bucket = \"b\"\n    project = \"p\"\n    path = \"x\"",
        "",
        &["removed-attribute:project", "removed-attribute:path"],
        &[],
    ),
    case("gcs: bucket = \"b\"\n    project = \"p\"", "0.12.0", &[], &["removed-attribute:project"]),
    case("azurerm: arm_client_id = \"i\"", "", &["removed-attribute:arm_client_id"], &[]),
    case("azurerm: use_microsoft_graph = true", "", &["removed-attribute:use_microsoft_graph"], &[]),
    case("azurerm: endpoint = \"https://x\"", "", &["deprecated-attribute:endpoint"], &[]),
    case("S3 features {}", "", &["unknown-block:features"], &[]),
    case(
        "remote: organization = \"o\"\n    workspaces {\n      name = \"w\"\n    }",
        "",
        &[],
        &["unknown-block:workspaces", "partial-config"],
    ),
    case(
        "kubernetes: secret_suffix = \"s\"\n    exec {\n      command = \"x\"\n    }",
        "",
        &[],
        &["unknown-block:exec", "credential-attribute"],
    ),
    case(
        "{\"terraform\":{\"backend\":{\"s3\":{\"bucket\":\"a\",\"bucket\":\"b\",\"key\":\"k\"}}}}",
        "",
        &["duplicate-attribute:bucket"],
        &[],
    ),
    // Backends
    case(
        "etcdv3: endpoints = [\"http://e:2379\"]",
        "",
        &["removed-backend", "insecure-transport"],
        &["partial-config"],
    ),
    case(
        "etcdv3: endpoints = [\"https://e:2379\"]",
        "1.2.9",
        &[],
        &["removed-backend", "insecure-transport"],
    ),
    case(
        "artifactory: url = \"http://a.example\"",
        "",
        &["removed-backend", "no-locking", "insecure-transport"],
        &[],
    ),
    case(
        "azure: storage_account_name = \"s\"\n    container_name = \"c\"\n    key = \"k\"",
        "",
        &["removed-backend"],
        &[],
    ),
    case("s4: bucket = \"b\"", "", &["unknown-backend:s4"], &[]),
    case("oci: bucket = \"b\"\n    namespace = \"n\"", "1.9.0", &["unknown-backend:oci"], &[]),
    case("local: path = \"x\"", "", &["local-state"], &[]),
    case("backend \"gcs\" {\n  bucket = \"b\"\n}\n", "", &["backend-block-outside-terraform"], &[]),
    case(
        "storage \"raft\" {\n  path = \"/x\"\n}\nlistener \"tcp\" {\n  address = \"x\"\n}\n",
        "",
        &["not-a-terraform-backend"],
        &["backend-block-outside-terraform"],
    ),
    case("terraform {\n  backend \"s3\" {}\n  cloud {}\n}\n", "", &["duplicate-backend"], &[]),
    case("terraform {\n  backend \"s3\" {}\n}\n# backend \"gcs\" {}\n", "", &[], &["duplicate-backend"]),
    case("terraform {\n  cloud {}\n}\n", "", &[], &["partial-config", "no-locking", "duplicate-backend"]),
    case("terraform {\n  backend \"s3\" {\n    bucket = \"b\n", "", &["syntax-error"], &[]),
    // Values
    case("S3 profile = \"<profile>\"", "", &["placeholder-value"], &["hardcoded-credential"]),
    case("S3 workspace_key_prefix = \"x\" # replace with your prefix", "", &["placeholder-value"], &[]),
    case("S3 endpoint = \"https://fsn1.your-objectstorage.com\"", "", &[], &["placeholder-value"]),
    case("S3 workspace_key_prefix = var.x", "", &["variable-in-backend"], &[]),
    case("S3 workspace_key_prefix = var.x", "tofu 1.8", &[], &["variable-in-backend"]),
    case("S3 workspace_key_prefix = data.x.y", "tofu 1.8", &["variable-in-backend"], &[]),
    case("S3 workspace_key_prefix = true ? \"a\" : \"b\"", "", &[], &["variable-in-backend"]),
    case(
        "{\"terraform\":{\"backend\":{\"s3\":{\"bucket\":\"${var.b}\",\"key\":\"k\"}}}}",
        "",
        &["variable-in-backend"],
        &[],
    ),
    case(
        "s3: bucket = \"\"\n    key = \"k\"",
        "",
        &["empty-required:bucket", "no-locking"],
        &["partial-config"],
    ),
    case("S3 workspace_key_prefix = \"\"", "", &[], &["empty-required:workspace_key_prefix"]),
    case("s3: bucket = \"b\"\n    key = \"/k\"", "", &["invalid-value:key"], &[]),
    case("s3: bucket = [\"b\"]\n    key = \"k\"", "", &["invalid-value:bucket"], &[]),
    case("S3 max_retries = \"5\"", "", &[], &["invalid-value:max_retries"]),
    case("S3 max_retries = \"five\"", "", &["invalid-value:max_retries"], &[]),
    case(
        "oci: bucket = \"b\"\n    namespace = \"n\"\n    auth = \"Nothing\"",
        "",
        &["invalid-value:auth"],
        &[],
    ),
    case("s3: bucket = \"b\"\n    key = \"~/k\"", "", &["literal-tilde-in-key"], &["invalid-value:key"]),
    case(
        "s3: bucket = \"b\"\n    key = \"${terraform.workspace}/k\"",
        "",
        &["workspace-in-key", "variable-in-backend"],
        &[],
    ),
    case("S3 acl = \"public-read\"", "", &["public-acl"], &[]),
    case("S3 acl = \"private\"", "", &[], &["public-acl"]),
    case(
        "S3 encrypt = true\n    kms_key_id = \"alias/a\"\n    sse_customer_key = \"{{ k }}\"",
        "",
        &["conflicting-arguments:kms_key_id+sse_customer_key", "customer-key"],
        &[],
    ),
    case("gcs: bucket = \"b\"\n    encryption_key = \"${k}\"", "", &["customer-key"], &[]),
    case("S3 skip_region_validation = true", "", &["skip-validation"], &[]),
    case("S3 skip_metadata_api_check = true", "", &[], &["skip-validation"]),
    case("S3 profile = \"prod\"", "", &["profile-in-block"], &[]),
    case(
        "kubernetes: secret_suffix = \"s\"\n    config_path = \"~/.kube/config\"",
        "",
        &["kubeconfig-home"],
        &["credential-attribute"],
    ),
    case(
        "S3 assume_role = { role_arn = \"arn:aws:iam::111122223333:role/r\" }",
        "",
        &["no-account-guard"],
        &["removed-attribute:role_arn"],
    ),
    case(
        "S3 allowed_account_ids = [\"111122223333\"]\n    assume_role = { role_arn = \"arn:aws:iam::111122223333:role/r\" }",
        "",
        &[],
        &["no-account-guard"],
    ),
    // Transport
    case("http: address = \"http://x.example/s\"", "", &["insecure-transport"], &["plain-http-lock"]),
    case(
        "http: address = \"https://x.example/s\"\n    lock_address = \"http://x.example/s\"",
        "",
        &["plain-http-lock", "insecure-transport"],
        &[],
    ),
    case(
        "http: address = \"https://x.example/s\"\n    skip_cert_verification = true",
        "",
        &["insecure-transport"],
        &[],
    ),
    case(
        "http: address = \"https://x.example/s\"\n    skip_cert_verification = \"false\"",
        "",
        &[],
        &["insecure-transport"],
    ),
    case(
        "consul: path = \"p\"\n    address = \"c.example:8500\"\n    scheme = \"http\"",
        "",
        &["insecure-transport"],
        &[],
    ),
    case(
        "consul: path = \"p\"\n    address = \"c.example:8501\"\n    scheme = \"https\"",
        "",
        &[],
        &["insecure-transport"],
    ),
    case(
        "pg: conn_str = \"postgres://db.example/tf?sslmode=disable\"",
        "",
        &["insecure-transport"],
        &["hardcoded-credential"],
    ),
    case("S3 insecure = true", "", &["insecure-transport"], &[]),
    // Credentials
    case(
        "S3 access_key = var.k",
        "",
        &["credential-attribute", "variable-in-backend"],
        &["hardcoded-credential"],
    ),
    case("S3 access_key = \"\"", "", &["credential-attribute"], &["hardcoded-credential"]),
    case(
        "S3 # access_key = \"x\"",
        "",
        &[],
        &["credential-attribute", "hardcoded-credential", "secret-in-comment"],
    ),
    case(
        "gcs: bucket = \"b\"\n    credentials = \"key.json\"",
        "",
        &["credential-attribute"],
        &["hardcoded-credential"],
    ),
    case(
        "consul: path = \"p\"\n    token = \"x1\"",
        "",
        &["credential-attribute", "unknown-attribute:token"],
        &["hardcoded-credential"],
    ),
    case("S3 access_key = \"minioadmin\"", "", &["hardcoded-credential"], &["credential-attribute"]),
    case(
        "pg: conn_str = \"postgres://u:p4ss@db.example/tf\"",
        "",
        &["hardcoded-credential"],
        &["credential-attribute"],
    ),
    case(
        "pg: conn_str = \"postgres://u:<password>@db.example/tf\"",
        "",
        &["credential-attribute"],
        &["hardcoded-credential"],
    ),
    case(
        "pg: conn_str = \"postgres://u@db.example/tf\"",
        "",
        &[],
        &["credential-attribute", "hardcoded-credential"],
    ),
    case("http: address = \"https://u:p4ss@x.example/s\"", "", &["hardcoded-credential"], &[]),
    case(
        "azurerm: client_id = \"i\"\n    tenant_id = \"t\"",
        "",
        &[],
        &["credential-attribute", "hardcoded-credential"],
    ),
    case(
        "kubernetes: secret_suffix = \"s\"\n    exec {\n      env = { API_TOKEN = \"x1\" }\n    }",
        "",
        &["credential-attribute"],
        &[],
    ),
    case(
        "S3 # secret_key = \"abcdEFGH0123abcdEFGH0123\"",
        "",
        &["secret-in-comment"],
        &["hardcoded-credential"],
    ),
    case(
        "data \"terraform_remote_state\" \"x\" {\n  backend = \"s3\"\n  config = {\n    access_key = \"a1b2\"\n  }\n}\n",
        "",
        &["hardcoded-credential"],
        &["no-locking", "partial-config", "encryption-not-set"],
    ),
    // Terragrunt
    case(
        "remote_state {\n  backend = \"s3\"\n  config = {\n    bucket = \"b\"\n    skip_bucket_versioning = true\n  }\n}\n",
        "",
        &["missing-required:key", "terragrunt-skip:skip_bucket_versioning"],
        &["partial-config", "no-locking", "unknown-attribute:skip_bucket_versioning"],
    ),
    case(
        "remote_state {\n  backend = \"s3\"\n  disable_init = true\n  config = {\n    bucket = \"b\"\n    key = path_relative_to_include()\n    skip_bucket_versioning = false\n    lock_table = \"t\"\n  }\n}\n",
        "",
        &["terragrunt-no-versioning", "encryption-not-set"],
        &[
            "variable-in-backend",
            "terragrunt-skip:skip_bucket_versioning",
            "removed-attribute:lock_table",
            "no-locking",
            "missing-required:key",
        ],
    ),
    case(
        "remote_state {\n  backend = \"s3\"\n  config = merge({\n    bucket = \"b\"\n  }, local.x)\n}\n",
        "",
        &[],
        &["missing-required:key", "no-locking", "encryption-not-set:x"],
    ),
    case(
        "generate \"b\" {\n  path = \"b.tf\"\n  contents = <<EOF\nterraform {\n  backend \"s3\" {}\n}\nEOF\n}\nremote_state {\n  backend = \"s3\"\n  config = {}\n}\n",
        "",
        &["duplicate-backend"],
        &[],
    ),
    case(
        "remote_state {\n  backend = \"gcs\"\n  config = {\n    bucket = \"b\"\n    project = \"p\"\n    skip_bucket_versioning = true\n  }\n}\n",
        "",
        &["terragrunt-skip:skip_bucket_versioning"],
        &["removed-attribute:project", "terragrunt-no-versioning"],
    ),
    // Accounts, versions, places
    case(
        "azurerm: storage_account_name = \"s\"\n    container_name = \"c\"\n    key = \"k\"",
        "",
        &["azurerm-account-key"],
        &[],
    ),
    case(
        "azurerm: key = \"k\"\n    access_key = \"<key>\"",
        "",
        &["azurerm-account-key", "placeholder-secret"],
        &[],
    ),
    case("azurerm: key = \"k\"", "", &[], &["azurerm-account-key"]),
    case(
        "azurerm: storage_account_name = \"s\"\n    container_name = \"c\"\n    key = \"k\"\n    sas_token = \"{{ sas }}\"",
        "",
        &["no-azuread-auth", "credential-attribute"],
        &["azurerm-account-key", "placeholder-secret"],
    ),
    case(
        "azurerm: storage_account_name = \"s\"\n    container_name = \"c\"\n    key = \"k\"\n    use_azuread_auth = true",
        "",
        &[],
        &["azurerm-account-key"],
    ),
    case(
        "S3 secret_key = \"YOUR_SECRET_KEY\"",
        "",
        &["placeholder-secret", "placeholder-value"],
        &["hardcoded-credential"],
    ),
    case("S3 secret_key = \"${SECRET}\"", "", &["credential-attribute"], &["placeholder-secret"]),
    case(
        "S3 encrypt = true\n    kms_key_id = \"arn:aws:kms:eu-west-1:111122223333:alias/state\"",
        "",
        &["no-account-guard"],
        &[],
    ),
    case(
        "S3 encrypt = true\n    kms_key_id = \"arn:aws:kms:eu-west-1:111122223333:alias/state\"",
        "1.5.7",
        &[],
        &["no-account-guard"],
    ),
    case(
        "terraform {\n  required_version = \">= 1.0\"\n  backend \"s3\" {\n    bucket = \"b\"\n    key = \"k\"\n    assume_role = { role_arn = \"arn:aws:iam::111122223333:role/r\" }\n  }\n}\n",
        "",
        &["no-required-version"],
        &["unsupported-attribute:assume_role"],
    ),
    case(
        "# dev/backend.tf\nterraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n  }\n}\n# prod/backend.tf\nterraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n  }\n}\n",
        "",
        &["shared-state-key"],
        &["duplicate-backend"],
    ),
    case(
        "# dev/backend.tf\nterraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n    prefix = \"dev\"\n  }\n}\n# prod/backend.tf\nterraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n    prefix = \"prod\"\n  }\n}\n",
        "",
        &[],
        &["shared-state-key", "duplicate-backend"],
    ),
    // The same block before and after a change is one stack.
    case(
        "Before:\n```hcl\nterraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n  }\n}\n```\nAfter:\n```hcl\nterraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n  }\n}\n```\n",
        "",
        &[],
        &["shared-state-key"],
    ),
    case(
        "manta: path = \"p\"\n    objectName = \"o\"",
        "",
        &["removed-backend", "unknown-attribute:objectName"],
        &[],
    ),
    case(
        "kubernetes: secret_suffix = \"s\"\n    config_paths = [\"~/.kube/a\"]",
        "",
        &["kubeconfig-home"],
        &[],
    ),
    case("kubernetes: secret_suffix = \"s\"\n    config_path = \"/etc/kube\"", "", &[], &["kubeconfig-home"]),
    // A name that was meant is corrected, not added beside it.
    case(
        "S3 encypt = true\n    use_lockfil = true",
        "",
        &["unknown-attribute:encypt", "unknown-attribute:use_lockfil", "encryption-not-set", "no-locking"],
        &["lockfile-unsupported"],
    ),
    case(
        "# secret_key = \"abcdEFGH0123abcdEFGH0123\"\nterraform {\n  backend \"local\" {}\n}\n",
        "",
        &["secret-in-comment"],
        &["hardcoded-credential"],
    ),
    // An excerpt in another file is no file of Terraform's.
    case(
        "spec:\n  backend: |\n    backend \"gcs\" {\n      bucket = \"b\"\n    }\n  name: x\n",
        "",
        &[],
        &["backend-block-outside-terraform"],
    ),
    case(
        "terraform {\n  cloud {\n    organization = \"o\"\n  }\n}\n",
        "",
        &[],
        &["local-state", "syntax-error"],
    ),
    case("S3 encrypt = true\n    secret_key = \"{{ k }}\"", "", &[], &["customer-key", "secret-in-comment"]),
    case(
        "S3 workspace_key_prefix = \"env\"",
        "",
        &[],
        &["workspace-in-key", "literal-tilde-in-key", "placeholder-value"],
    ),
    case(
        "S3 acl = \"private\"\n    encrypt = true",
        "",
        &[],
        &[
            "removed-backend",
            "unknown-block:features",
            "profile-in-block",
            "conflicting-arguments:kms_key_id+sse_customer_key",
            "not-a-terraform-backend",
            "mixed-locking",
        ],
    ),
];

#[test]
fn every_id_is_told_where_it_is_so_and_only_there() {
    let mut wrong = Vec::new();
    for case in CASES {
        let text = text_of(case);
        let found = fix(&text, &options(case.version));
        let ids = ids(&found);
        for id in case.told {
            if !ids.iter().any(|one| one == id) {
                wrong.push(format!("lacks {id} for {}: {text}\n  has {ids:?}", case.version));
            }
        }
        for id in case.not {
            if ids.iter().any(|one| one == id) {
                wrong.push(format!("has {id} for {}: {text}", case.version));
            }
        }
        for finding in found.blocks.iter().flat_map(|block| &block.findings) {
            assert!(
                !finding.message.is_empty() && !finding.fix.is_empty() && !finding.source.is_empty(),
                "{}",
                finding.id
            );
            assert!(
                finding.span.is_some_and(|span| text.get(span.start..span.end).is_some()),
                "{}",
                finding.id
            );
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// The catalogue of facts/backend-hardening.md 2, names of arguments left out, with the severities it gives.
const CATALOGUE: &[(&str, &[Severity])] = &[
    ("encryption-not-set", &[Severity::Medium, Severity::Info]),
    ("encryption-disabled", &[Severity::High]),
    ("kms-key-without-encrypt", &[Severity::High]),
    ("encryption-not-cmk", &[Severity::Info]),
    ("no-locking", &[Severity::High, Severity::Medium]),
    ("deprecated-attribute", &[Severity::Low]),
    ("removed-attribute", &[Severity::High]),
    ("removed-backend", &[Severity::Critical]),
    ("unknown-attribute", &[Severity::High]),
    ("unknown-block", &[Severity::High]),
    ("credential-attribute", &[Severity::High, Severity::Medium, Severity::Low]),
    ("hardcoded-credential", &[Severity::Critical]),
    ("secret-in-comment", &[Severity::High]),
    ("placeholder-value", &[Severity::Medium]),
    ("variable-in-backend", &[Severity::High]),
    ("partial-config", &[Severity::Info]),
    ("missing-required", &[Severity::High]),
    ("empty-required", &[Severity::High]),
    ("invalid-value", &[Severity::High]),
    ("no-azuread-auth", &[Severity::Low]),
    ("skip-validation", &[Severity::Low]),
    ("insecure-transport", &[Severity::High, Severity::Low]),
    ("local-state", &[Severity::Medium]),
    ("duplicate-backend", &[Severity::High]),
    ("syntax-error", &[Severity::Critical]),
    ("backend-block-outside-terraform", &[Severity::High]),
    ("not-a-terraform-backend", &[Severity::Info]),
    ("terragrunt-skip", &[Severity::Medium, Severity::Low]),
    ("missing-use-lockfile", &[Severity::Info]),
    ("mixed-locking", &[Severity::Info]),
    ("lockfile-unsupported", &[Severity::High]),
    ("public-acl", &[Severity::Critical]),
    ("conflicting-arguments", &[Severity::High]),
    ("no-account-guard", &[Severity::Info]),
    ("workspace-in-key", &[Severity::Medium]),
    ("literal-tilde-in-key", &[Severity::Low]),
    ("shared-state-key", &[Severity::High]),
    ("customer-key", &[Severity::Medium]),
    ("kubeconfig-home", &[Severity::Low]),
    ("profile-in-block", &[Severity::Low]),
    ("encrypt-as-string", &[Severity::Info]),
    ("placeholder-secret", &[Severity::Low]),
    ("no-required-version", &[Severity::Medium]),
    ("azurerm-account-key", &[Severity::Medium]),
    ("plain-http-lock", &[Severity::High]),
    ("terragrunt-no-versioning", &[Severity::Info]),
];

/// Every id of the catalogue is told in some case and must not be told in another, with the severity it has there,
/// and stands where its argument stands. Prints the table.
#[test]
fn the_cases_cover_the_catalogue() {
    for (id, severities) in CATALOGUE {
        let fits = |one: &&&str| one.split(':').next() == Some(id);
        let told = CASES.iter().flat_map(|case| case.told).filter(fits).count();
        let not = CASES.iter().flat_map(|case| case.not).filter(fits).count();
        let mut edited = 0;
        for case in CASES.iter().filter(|case| case.told.iter().any(|one| fits(&one))) {
            let text = text_of(case);
            for block in &fix(&text, &options(case.version)).blocks {
                for finding in block.findings.iter().filter(|one| one.id.split(':').next() == Some(id)) {
                    assert!(
                        severities.contains(&finding.severity),
                        "{id} is {:?} in {text}",
                        finding.severity
                    );
                    edited += usize::from(block.hardened.is_some());
                    if let (Some(attribute), Some(span)) = (&finding.attribute, finding.span) {
                        let last = attribute.rsplit('.').next().unwrap();
                        let there = &text[span.start..span.end];
                        assert!(
                            there.contains(last) || there.contains("//"),
                            "{id} of {attribute} stands at {there:?}"
                        );
                    }
                }
            }
        }
        println!("{id:32} told in {told:2} cases ({edited:2} of them edited), kept silent in {not:2}");
        assert!(told > 0, "no case tells {id}");
        assert!(not > 0, "no case must not tell {id}");
    }
    let known = |id: &str| CATALOGUE.iter().any(|(one, _)| id.split(':').next() == Some(one));
    // Told beyond the catalogue, each with its reason in the code.
    let beyond = ["unknown-backend", "unsupported-attribute", "duplicate-attribute"];
    for case in CASES {
        for id in ids(&fix(&text_of(case), &options(case.version))) {
            assert!(known(&id) || beyond.contains(&id.split(':').next().unwrap()), "{id} is in no catalogue");
        }
    }
}

/// What an edit can mend is mended, and stays so.
#[test]
fn hardened_cases_need_no_second_run() {
    let mut edited = 0;
    for case in CASES {
        let text = text_of(case);
        let options = options(case.version);
        let Some(after) = stackengine_core::fix::harden_file(&text, &options) else { continue };
        edited += 1;
        let again = fix(&after, &options);
        assert!(again.blocks.iter().all(|block| block.parses && block.hardened.is_none()), "{text}\n{after}");
        for id in ["hardcoded-credential", "encryption-disabled", "public-acl", "kms-key-without-encrypt"] {
            assert!(!ids(&again).iter().any(|one| one == id), "{id} is left in\n{after}");
        }
    }
    assert!(edited > 40, "{edited} cases were edited");
}

#[test]
fn dialects_are_told_apart() {
    let check = |text: &str, expected: &[(&str, Dialect)]| {
        let found = fix(text, &Options::default());
        let seen: Vec<(&str, Dialect)> =
            found.blocks.iter().map(|block| (block.backend.as_str(), block.dialect)).collect();
        assert_eq!(seen, expected, "{text}");
    };
    let heredoc = "terraform {\n  backend \"gcs\" {\n    bucket = \"b\"\n  }\n}\n";
    check(heredoc, &[("gcs", Dialect::Terraform)]);
    check(
        &format!("cat > backend.tf <<'EOF'\n{heredoc}EOF\necho \"it's done\n"),
        &[("gcs", Dialect::Terraform)],
    );
    check(
        &format!(
            "paths: ['**/*.tf', infra/**]\nrun: |\n  cat <<EOF > b.tf\n  {}  EOF\n",
            heredoc.replace('\n', "\n  ")
        ),
        &[("gcs", Dialect::Terraform)],
    );
    check(&format!("# Title\n\nIt's `so`:\n\n```hcl\n{heredoc}```\n"), &[("gcs", Dialect::Terraform)]);
    check(
        &format!("generate \"b\" {{\n  path = \"b.tf\"\n  contents = <<-EOF\n{heredoc}  EOF\n}}\n"),
        &[("gcs", Dialect::Terragrunt)],
    );
    check("/* backend \"gcs\" {} */\n// terraform { backend \"s3\" {} }\n# backend \"s3\" {}\n", &[]);
    check("bucket = \"b\"\nkey = \"k\"\nregion = \"r\"\n", &[("s3", Dialect::Partial)]);
    check("\u{feff}bucket = \"b\"\r\nprefix = \"p\"\r\n", &[("gcs", Dialect::Partial)]);
    check("{\"bucket\": \"b\", \"key\": \"k\", \"region\": \"r\"}", &[("s3", Dialect::Partial)]);
    check(
        "terraform init -backend-config=storage_account_name=s -backend-config=\"key=k\"\n",
        &[("azurerm", Dialect::Partial)],
    );
    check(
        "# terraform init -backend-config=\"key=k\" -backend-config=\"bucket=b\"\nterraform {\n  backend \"s3\" {}\n}\n",
        &[("s3", Dialect::Terraform)],
    );
    check("[{\"terraform\": [{\"backend\": [{\"pg\": [{}]}]}]}]", &[("pg", Dialect::Json)]);
    check("{\"version\": 3, \"backend\": {\"type\": \"s3\", \"config\": {}}}", &[]);
    check("locals {\n  backend = \"s3\"\n}\nresource \"x\" \"y\" {\n  backend \"s3\" {}\n}\n", &[]);
    check("\u{2502} on backend.tf line 3, in terraform:\n\u{2502}    3:   backend \"s3\" {\n", &[]);
}

#[test]
fn syntax_errors_have_place_and_reason() {
    let check = |text: &str, expected: &str| {
        let found = fix(text, &Options::default());
        let error =
            found.blocks.iter().flat_map(|block| &block.findings).find(|one| one.id == "syntax-error");
        let message = &error.unwrap_or_else(|| panic!("no syntax error in {text}")).message;
        assert!(message.contains(expected), "{message}\n{text}");
        assert!(found.blocks.iter().all(|block| !block.parses && block.hardened.is_none()));
    };
    let block = |body: &str| format!("terraform {{\n  backend \"s3\" {{\n{body}\n  }}\n}}\n");
    check(&block("    bucket = \u{201c}b\u{201d}"), "line 3, column 14: curly quotes");
    check(&block("    bucket = 'b'"), "line 3");
    check(&block("    bucket = \"b"), "a quote that is not closed");
    check(&block("    bucket = \"a\"\n    bucket = \"b\""), "bucket is set a second time");
    check(&block("<<<<<<< HEAD\n    bucket = \"a\""), "a merge conflict");
    check("terraform {\n  backend \"s3\" {\n    bucket = \"b\"\n", "the text ends before its closing brace");
    check(&block(&format!("    x = {}{}", "[".repeat(500), "]".repeat(500))), "nested deeper");
    check(
        "{\"terraform\": {\"backend\": {\"s3\": {\"bucket\": \"b\",}}}}",
        "comma before the closing bracket",
    );
    check("{ // c\n\"terraform\": {\"backend\": {\"s3\": {}}}}", "line 1");
}

#[test]
fn migrations_name_commands_in_order() {
    let steps = |text: &str, version: &str| {
        fix(text, &options(version))
            .blocks
            .first()
            .map(|block| block.migration.join("\n"))
            .unwrap_or_default()
    };
    let table = format!(
        "terraform {{\n  backend \"s3\" {{\n    {PLACE}encrypt = true\n    dynamodb_table = \"locks\"\n  }}\n}}\n"
    );
    for (version, program) in [("", "terraform"), ("1.11.0", "terraform"), ("tofu 1.11", "tofu")] {
        let text = steps(&table, version);
        // The argument is added, the old clients are waited for, the table is dropped last; the right to the file is
        // given before the argument comes.
        let mut at = 0;
        for word in [
            "1. Bring every client",
            "use_lockfile = true",
            "Wait until no older client",
            "Take dynamodb_table out",
            "-md5",
        ] {
            let found = text[at..].find(word);
            at += found.unwrap_or_else(|| panic!("{word} is out of order in\n{text}"));
        }
        let right = text.find("s3:DeleteObject").unwrap();
        assert!(
            right < text.find("keep dynamodb_table").or(text.find("dynamodb_table kept")).unwrap(),
            "{text}"
        );
        assert!(text.contains(&format!("{program} init -reconfigure")), "{text}");
        assert!(!text.contains("init -migrate-state, in"), "{text}");
    }
    assert!(!steps(&table, "1.5.7").contains("use_lockfile"), "1.5.7 has no lock file to move to");
    let moved = steps("terraform {\n  backend \"local\" {}\n}\n", "");
    assert!(moved.contains("terraform init -migrate-state"), "{moved}");
    let secret =
        steps("terraform {\n  backend \"pg\" {\n    conn_str = \"postgres://u:p4ss@db/tf\"\n  }\n}\n", "");
    assert!(secret.starts_with("Make a new credential") && secret.contains("PGPASSWORD"), "{secret}");
}
