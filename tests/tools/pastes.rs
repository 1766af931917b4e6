//! Different pastes, each with what is particular about it. Made up; secrets are put together from pieces.

use stackengine_core::analyze;
use stackengine_core::fix::{Fix, Options};

pub(crate) struct Paste {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
    pub(crate) version: Option<&'static str>,
}

const fn paste(name: &'static str, text: &'static str) -> Paste {
    Paste { name, text, version: None }
}

pub(crate) const PASTES: &[Paste] = &[
    paste(
        "s3-plain",
        "terraform {\n  backend \"s3\" {\n    bucket = \"acme-tfstate\"\n    key    = \"prod/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n",
    ),
    paste(
        "s3-kms-alias",
        "terraform {\n  backend \"s3\" {\n    bucket = \"acme-tfstate\"\n    key = \"prod/terraform.tfstate\"\n    region = \"us-east-1\"\n    encrypt = true\n    kms_key_id = \"alias/acme-state\"\n    use_lockfile = true\n  }\n}\n",
    ),
    paste(
        "s3-workspace-prefix-role",
        "terraform {\n  backend \"s3\" {\n    bucket = \"acme-tfstate\"\n    key = \"net/terraform.tfstate\"\n    region = \"us-east-1\"\n    workspace_key_prefix = \"stacks\"\n    dynamodb_table = \"acme-locks\"\n    use_lockfile = true\n    assume_role = { role_arn = \"arn:aws:iam::111122223333:role/ci/deploy\" }\n  }\n}\n",
    ),
    paste(
        "s3-workspace-prefix-table",
        "terraform {\n  backend \"s3\" {\n    bucket = \"acme-tfstate\"\n    key = \"net/terraform.tfstate\"\n    region = \"us-east-1\"\n    workspace_key_prefix = \"stacks\"\n    dynamodb_table = \"acme-locks\"\n  }\n}\n",
    ),
    paste(
        "s3-no-region-partial",
        "terraform {\n  backend \"s3\" {\n    key = \"app/terraform.tfstate\"\n  }\n}\n",
    ),
    paste(
        "s3-govcloud",
        "terraform {\n  backend \"s3\" {\n    bucket = \"agency-state\"\n    key = \"a/b/terraform.tfstate\"\n    region = \"us-gov-west-1\"\n    kms_key_id = \"arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000\"\n    encrypt = true\n    dynamodb_table = \"agency-lock\"\n  }\n}\n",
    ),
    paste(
        "s3-china",
        "terraform {\n  backend \"s3\" {\n    bucket = \"acme-cn-state\"\n    key = \"prod/terraform.tfstate\"\n    region = \"cn-north-1\"\n    dynamodb_table = \"acme-cn-lock\"\n  }\n}\n",
    ),
    Paste {
        name: "s3-old-terraform",
        text: "terraform {\n  required_version = \"= 1.4.6\"\n  backend \"s3\" {\n    bucket = \"acme-old\"\n    key = \"terraform.tfstate\"\n    region = \"eu-central-1\"\n    dynamodb_table = \"acme-old-lock\"\n  }\n}\n",
        version: None,
    },
    Paste {
        name: "s3-version-given",
        text: "terraform {\n  backend \"s3\" {\n    bucket = \"acme-15\"\n    key = \"terraform.tfstate\"\n    region = \"eu-central-1\"\n  }\n}\n",
        version: Some("1.5.7"),
    },
    paste(
        "s3-hostile",
        "terraform {\n  backend \"s3\" {\n    bucket = \"x\\\"\\n}\\nresource \\\"aws_iam_user\\\" \\\"evil\\\" {\\n  name = \\\"evil\\\"\\n}\\n#$${file(1)}\"\n    key = \"*/$$${env}/?%%{if}\"\n    region = \"us-east-1\\\"\\nevil\"\n    dynamodb_table = \"t\\\"}\\n resource\"\n    workspace_key_prefix = \"$$${aws:username}*\"\n  }\n}\n",
    ),
    paste(
        "s3-two-buckets",
        "# dev.tf\nterraform {\n  backend \"s3\" {\n    bucket = \"acme-dev-state\"\n    key = \"dev/terraform.tfstate\"\n    region = \"eu-west-1\"\n  }\n}\n# prod.tf\nterraform {\n  backend \"s3\" {\n    bucket = \"acme-prod-state\"\n    key = \"prod/terraform.tfstate\"\n    region = \"eu-west-1\"\n    dynamodb_table = \"acme-prod-lock\"\n  }\n}\n",
    ),
    paste(
        "s3-terragrunt",
        "remote_state {\n  backend = \"s3\"\n  generate = {\n    path = \"backend.tf\"\n    if_exists = \"overwrite\"\n  }\n  config = {\n    bucket = \"acme-tg-state\"\n    key = \"${path_relative_to_include()}/terraform.tfstate\"\n    region = local.region\n    encrypt = true\n    dynamodb_table = \"acme-tg-lock\"\n  }\n}\n",
    ),
    paste(
        "s3-json",
        "{\"terraform\": {\"backend\": {\"s3\": {\"bucket\": \"acme-json\", \"key\": \"j/terraform.tfstate\", \"region\": \"ap-southeast-2\"}}}}\n",
    ),
    paste(
        "s3-compatible",
        "terraform {\n  backend \"s3\" {\n    bucket = \"minio-state\"\n    key = \"a.tfstate\"\n    region = \"main\"\n    endpoints = { s3 = \"https://minio.acme.internal:9000\" }\n    skip_credentials_validation = true\n    skip_requesting_account_id = true\n    use_path_style = true\n  }\n}\n",
    ),
    paste(
        "s3-compatible-locked",
        "terraform {\n  backend \"s3\" {\n    bucket = \"minio-state\"\n    key = \"a.tfstate\"\n    region = \"main\"\n    use_lockfile = true\n    endpoints = { s3 = \"https://minio.acme.internal:9000\" }\n    use_path_style = true\n  }\n}\n",
    ),
    paste(
        "gcs-plain",
        "terraform {\n  backend \"gcs\" {\n    bucket = \"acme-tf\"\n    prefix = \"prod/net\"\n  }\n}\n",
    ),
    paste(
        "gcs-key-impersonation",
        "terraform {\n  backend \"gcs\" {\n    bucket = \"acme-tf\"\n    prefix = \"prod\"\n    kms_encryption_key = \"projects/acme-sec/locations/europe-west1/keyRings/tf/cryptoKeys/state\"\n    impersonate_service_account = \"tf@acme-ops.iam.gserviceaccount.com\"\n  }\n}\n",
    ),
    paste(
        "gcs-terragrunt",
        "remote_state {\n  backend = \"gcs\"\n  config = {\n    bucket = \"acme-tg\"\n    prefix = \"${path_relative_to_include()}\"\n    project = \"acme-ops\"\n    location = \"EU\"\n  }\n}\n",
    ),
    paste(
        "gcs-hostile",
        "terraform {\n  backend \"gcs\" {\n    bucket = \"x\\\"}\\n$${a}\"\n    prefix = \"`id`\"\n  }\n}\n",
    ),
    paste(
        "azurerm-plain",
        "terraform {\n  backend \"azurerm\" {\n    resource_group_name = \"tfstate\"\n    storage_account_name = \"acmetfstate\"\n    container_name = \"state\"\n    key = \"prod.terraform.tfstate\"\n  }\n}\n",
    ),
    paste(
        "azurerm-subscription",
        "terraform {\n  backend \"azurerm\" {\n    resource_group_name = \"tfstate\"\n    storage_account_name = \"acmetfstate\"\n    container_name = \"state\"\n    key = \"prod.terraform.tfstate\"\n    subscription_id = \"00000000-0000-4000-8000-000000000000\"\n    use_azuread_auth = true\n    use_oidc = true\n  }\n}\n",
    ),
    paste(
        "azurerm-partial",
        "terraform {\n  backend \"azurerm\" {\n    key = \"prod.terraform.tfstate\"\n  }\n}\n",
    ),
    paste(
        "pg-plain",
        "terraform {\n  backend \"pg\" {\n    conn_str = \"postgres://deploy@db.acme.internal/terraform_backend?sslmode=verify-full\"\n    schema_name = \"net_prod\"\n  }\n}\n",
    ),
    paste(
        "pg-hostile",
        "terraform {\n  backend \"pg\" {\n    schema_name = \"a\\\"; DROP SCHEMA public; --\"\n  }\n}\n",
    ),
    paste("pg-empty", "terraform {\n  backend \"pg\" {\n  }\n}\n"),
    paste(
        "consul-plain",
        "terraform {\n  backend \"consul\" {\n    address = \"consul.acme.internal:8501\"\n    scheme = \"https\"\n    path = \"terraform/net/\"\n  }\n}\n",
    ),
    paste(
        "http-gitlab",
        "terraform {\n  backend \"http\" {\n    address = \"https://gitlab.acme.internal/api/v4/projects/7/terraform/state/prod\"\n    lock_address = \"https://gitlab.acme.internal/api/v4/projects/7/terraform/state/prod/lock\"\n    unlock_address = \"https://gitlab.acme.internal/api/v4/projects/7/terraform/state/prod/lock\"\n    lock_method = \"POST\"\n    unlock_method = \"DELETE\"\n  }\n}\n",
    ),
    paste(
        "kubernetes-default",
        "terraform {\n  backend \"kubernetes\" {\n    secret_suffix = \"net\"\n    config_path = \"~/.kube/config\"\n  }\n}\n",
    ),
    paste(
        "kubernetes-namespace",
        "terraform {\n  backend \"kubernetes\" {\n    secret_suffix = \"net\"\n    namespace = \"tf-state\"\n  }\n}\n",
    ),
    paste(
        "oss-plain",
        "terraform {\n  backend \"oss\" {\n    bucket = \"acme-state\"\n    key = \"prod/terraform.tfstate\"\n    region = \"eu-central-1\"\n    tablestore_endpoint = \"https://acme-locks.eu-central-1.ots.aliyuncs.com\"\n    tablestore_table = \"statelock\"\n  }\n}\n",
    ),
    paste(
        "cos-plain",
        "terraform {\n  backend \"cos\" {\n    region = \"ap-guangzhou\"\n    bucket = \"acme-state-1258798060\"\n    prefix = \"terraform/state\"\n  }\n}\n",
    ),
    paste(
        "oci-plain",
        "terraform {\n  backend \"oci\" {\n    bucket = \"acme-state\"\n    namespace = \"acmens\"\n    region = \"eu-frankfurt-1\"\n  }\n}\n",
    ),
    paste(
        "cloud-named",
        "terraform {\n  cloud {\n    organization = \"acme\"\n    workspaces {\n      name = \"net-prod\"\n    }\n  }\n}\n",
    ),
    paste(
        "remote-prefix",
        "terraform {\n  backend \"remote\" {\n    hostname = \"tfe.acme.internal\"\n    organization = \"acme\"\n    workspaces {\n      prefix = \"net-\"\n    }\n  }\n}\n",
    ),
    paste("local-path", "terraform {\n  backend \"local\" {\n    path = \"terraform.tfstate\"\n  }\n}\n"),
    // Nothing but an error, as it was captured.
    paste("s3-error", include_str!("../corpus/lock-errors/captured/001-s3ddb-plan-nocolor.txt")),
    paste("gcs-error", include_str!("../corpus/lock-errors/captured/173-gcs-plan-nocolor.txt")),
    paste("azurerm-error", include_str!("../corpus/lock-errors/captured/206-azurerm-plan-nocolor.txt")),
    paste("consul-error", include_str!("../corpus/lock-errors/captured/187-consul-plan-nocolor.txt")),
    paste("http-error", include_str!("../corpus/lock-errors/captured/150-http423-plan-nocolor.txt")),
];

/// What the paste gives, as the page and the CLI have it.
pub(crate) fn fixed(paste: &Paste) -> Fix {
    let fix = Options { terraform_version: paste.version.map(str::to_owned), tofu: false };
    analyze::analyze(paste.text, &analyze::Options { fix, ..analyze::Options::default() }).fix
}
