//! Different pastes, each with what is particular about it. Made up; secrets are put together from pieces.

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
];
