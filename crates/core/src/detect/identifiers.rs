//! Values that tell who and where: accounts, projects, buckets, hosts, users, addresses. The shape around them stays.
//!
//! Source: facts/redaction.md 4 and 5 of this project.

use super::marks::{Kind, Marks};
use super::needles::Needles;
use super::pattern::Pattern;
use super::{Class, Confidence, Finding, Options};
use crate::text::Span;
use crate::words::Words;
use std::collections::BTreeMap;
use std::sync::LazyLock;

struct Form {
    rule: &'static str,
    placeholder: &'static str,
    pattern: &'static str,
    /// Refuses a match by its text and what stands before it.
    refuse: Option<fn(&str, &str) -> bool>,
}

/// Group 1 is the identifier.
const FORMS: &[Form] = &[
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r"arn:(?:aws[a-z-]*|\$\{[^} \n]{1,40}\}):[a-z0-9-]*:(?:[a-z0-9-]*|\$\{[^} \n]{1,40}\}):([0-9]{12}):",
        refuse: None,
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r#"(?i-u:account[_ -]?(?:id|number)?s?|owner[_-]?id|owner|accountid|aws_account|account no)["'`\\]{0,4}(?:[ \t]is)?[ \t]{0,8}[:=(]?[ \t]{0,8}\[?["'`\\]{0,4}([0-9]{12})(?:[^0-9]|$)"#,
        refuse: None,
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r"([0-9]{12})\.dkr\.ecr\.",
        refuse: None,
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r"amazonaws\.com/([0-9]{12})/",
        refuse: None,
    },
    Form {
        rule: "aws-kms-key",
        placeholder: "KMS_KEY",
        pattern: r"arn:(?:aws[a-z-]*|\$\{[^} \n]{1,40}\}):kms:(?:[a-z0-9-]*|\$\{[^} \n]{1,40}\}):(?:[A-Za-z0-9_-]*|\$\{[^} \n]{1,40}\}):key/((?:mrk-)?[0-9a-f-]{32,36})",
        refuse: None,
    },
    Form {
        rule: "aws-unique-id",
        placeholder: "AWS_UNIQUE_ID",
        pattern: r"(?:^|[^A-Za-z0-9])(A(?:ROA|IDA|GPA|NPA|IPA|PKA|SCA)[A-Z0-9]{16,17})(?:[^A-Za-z0-9]|$)",
        refuse: None,
    },
    Form {
        rule: "azure-subscription",
        placeholder: "SUBSCRIPTION",
        pattern: r"(?i-u:/subscriptions/)([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
        refuse: None,
    },
    Form {
        rule: "azure-subscription",
        placeholder: "SUBSCRIPTION",
        pattern: r#"(?i-u:subscription[_ -]?id)["'`\\]{0,4}[ \t]{0,30}[:=]?[ \t]{0,8}["'`\\]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-subscription",
        placeholder: "SUBSCRIPTION",
        pattern: r"--subscription[ =]([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
        refuse: None,
    },
    Form {
        rule: "azure-tenant",
        placeholder: "TENANT",
        pattern: r"--tenant[ =]([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
        refuse: None,
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        pattern: r"(?:az [a-z][a-z -]{2,60}[^\n]{0,120} (?:-g|--resource-group)|--resource-group|-ResourceGroupName)[ =]([A-Za-z0-9._()-]{2,90})",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r"az storage account [a-z-]{2,20}[^\n]{0,80} (?:-n|--name)[ =]([a-z0-9]{3,24})(?:[^A-Za-z0-9_-]|$)",
        refuse: None,
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r#"(?:--project[ =]|--project_id[ =]|set project |[?&]project=|(?:GOOGLE_PROJECT|GOOGLE_CLOUD_PROJECT|GCP_PROJECT|CLOUDSDK_CORE_PROJECT|GCLOUD_PROJECT|PROJECT_ID|project_id|projectId)["']?[ \t]{0,20}[:=][ \t]{0,8})["']?([a-z][a-z0-9-]{4,28}[a-z0-9])(?:[^A-Za-z0-9_.-]|$)"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#"(?i-u:bucket)[ \t]+["'`]?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])["'`]?(?:[ ,.:;)\n]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "ci-runner",
        placeholder: "HOST",
        pattern: r"(runner-[A-Za-z0-9_-]{6,24}-project-[0-9]+(?:-concurrent-[0-9]+)?)",
        refuse: None,
    },
    Form {
        rule: "datacenter",
        placeholder: "DATACENTER",
        pattern: r#"(?:datacenter|CONSUL_DATACENTER)["']?[ \t]{0,20}[:=][ \t]{0,8}["']?([A-Za-z0-9][A-Za-z0-9_-]{2,40})"#,
        refuse: Some(is_common_datacenter),
    },
    Form {
        rule: "azure-tenant",
        placeholder: "TENANT",
        pattern: r#"(?i-u:tenant(?:[_ -]?id)?|login\.microsoftonline\.com/|sts\.windows\.net/)["'`\\]{0,4}[ \t]{0,30}[:=]?[ \t]{0,8}["'`\\]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        pattern: r#"(?i-u:client[_ -]?id|application[_ -]?id|app[_ -]?id|object[_ -]?id|principal[_ -]?id|clientid|service-principal -u|service-principal --username|--username|--assignee|--msi-client-id)["'`\\]{0,4}[ \t]{0,30}[:=]?[ \t]{0,8}["'`\\]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        pattern: r"(?i-u:/resourceGroups/)([A-Za-z0-9._()-]{1,90}[A-Za-z0-9_)-])",
        refuse: None,
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        pattern: r#"(?i-u:resource_group_name|resourceGroup)["']?[ \t]{0,20}[:=][ \t]{0,8}["']([A-Za-z0-9._()-]{2,90})["']"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "azure-domain",
        placeholder: "DOMAIN",
        pattern: r"([A-Za-z0-9-]{3,40})\.onmicrosoft\.com",
        refuse: None,
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r"projects/([a-z][a-z0-9-]{4,28}[a-z0-9]|[0-9]{9,14})(?:[^A-Za-z0-9-]|$)",
        refuse: None,
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r"@([a-z][a-z0-9-]{4,28}[a-z0-9])\.iam\.gserviceaccount\.com",
        refuse: None,
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r#"(?i-u:project(?:[_-]?id)?|google_cloud_project|gcp_project)["']?[ \t]{0,20}[:=][ \t]{0,8}["']([a-z][a-z0-9-]{4,28}[a-z0-9])["']"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "gcp-service-account",
        placeholder: "SERVICE_ACCOUNT",
        pattern: r"([a-z][a-z0-9-]{4,29})@[a-z][a-z0-9-]{4,30}\.iam\.gserviceaccount\.com",
        refuse: None,
    },
    Form {
        rule: "oci-ocid",
        placeholder: "OCID",
        pattern: r"ocid1\.[a-z0-9]+\.[a-z0-9]*\.[a-z0-9-]*\.([a-z0-9]{20,100})",
        refuse: None,
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"(?:s3|gs|s3a|oss|cos)://([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"arn:aws[a-z-]*:s3:::([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"(?:https?://|[^A-Za-z0-9.-]|^)([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com",
        refuse: None,
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"(?:^|[^A-Za-z0-9.-])s3(?:[.-][a-z0-9-]+)?\.amazonaws\.com/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])",
        refuse: None,
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#"(?i-u:[a-z_]*bucket(?:[_-]?name)?)["'\\]{0,3}[ \t]{0,20}[:=][ \t]{0,8}["'\\]{0,3}([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#"(?i-u:[a-z_]*bucket(?:[_-]?name)?)\\*"[ \t]*:[ \t\n]*\{[ \t\n]*\\*"value\\*"[ \t]*:[ \t]*\\*"([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "azure-subscription",
        placeholder: "SUBSCRIPTION",
        pattern: r"az account [^\n]{2,80}\n([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
        refuse: None,
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r#"(?i-u:account_?id)["'`)]{0,3}\n"?([0-9]{12})(?:[^0-9]|$)"#,
        refuse: None,
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#"S3 bucket ["']([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])["']"#,
        refuse: None,
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"(?:^|[ \t│])Bucket:[ \t]+([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])",
        refuse: None,
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"Path:[ \t]+(?:s3://)?([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])/",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#""Path\\*"[ \t]*:[ \t]*\\*"(?:gs://|s3://)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#""LockID\\*"[ \t\n]*:[ \t\n]*\{?[ \t\n]*(?:\\*"S\\*"[ \t\n]*:[ \t\n]*)?\\*"([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r"([a-z0-9]{3,24})\.(?:blob|file|queue|table|dfs|web)\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)",
        refuse: None,
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"(?i-u:storage_account_name|AccountName|storage[_-]?account|account-name)["']?[ \t]{0,20}[:= ][ \t]{0,8}["']?([a-z0-9]{3,24})(?:[^A-Za-z0-9_.\[]|$)"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r"(?i-u:/storageAccounts/)([a-z0-9]{3,24})(?:[^A-Za-z0-9_-]|$)",
        refuse: None,
    },
    Form {
        rule: "tenant-host",
        placeholder: "HOST",
        pattern: r"(?:^|[^A-Za-z0-9.-])((?:[A-Za-z0-9-]{1,60}\.){0,2}[A-Za-z0-9-]{2,60})\.(?:vault\.azure\.net|database\.windows\.net|azurecr\.io|servicebus\.windows\.net|documents\.azure\.com|azurewebsites\.net|(?:postgres|mysql|mariadb)\.database\.azure\.com|redis\.cache\.windows\.net|azmk8s\.io|search\.windows\.net|openai\.azure\.com|cognitiveservices\.azure\.com|azure-devices\.net|azconfig\.io|okta\.com|oktapreview\.com|atlassian\.net|snowflakecomputing\.com|cloud\.databricks\.com|azuredatabricks\.net|mongodb\.net|myshopify\.com|zendesk\.com|jfrog\.io|my\.salesforce\.com|hashicorp\.cloud|aivencloud\.com|upstash\.io|neon\.tech|supabase\.co|herokuapp\.com|ngrok\.io|ngrok-free\.app)(?:[^A-Za-z0-9_-]|$)",
        refuse: Some(is_vendors_own),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"(?i-u:organization|org)["']?[ \t]{0,20}[:=][ \t]{0,8}["']([A-Za-z0-9][A-Za-z0-9._-]{1,60})["']"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"Organization[ \t]{2,40}([a-z0-9][A-Za-z0-9._-]{1,60})",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"app\.terraform\.io/(?:app/)?([A-Za-z0-9][A-Za-z0-9_-]{1,60})/",
        refuse: None,
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"lock ID:?[ \t\n│]+"([A-Za-z0-9][A-Za-z0-9_-]{1,60})/"#,
        refuse: None,
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"git@[a-z0-9.-]+:([A-Za-z0-9][A-Za-z0-9_.-]{0,60})/",
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "email",
        placeholder: "EMAIL",
        pattern: r"(?:^|[^A-Za-z0-9._%+@-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,18})(?:[^A-Za-z0-9_-]|$)",
        refuse: Some(is_no_email),
    },
    Form {
        rule: "home-path",
        placeholder: "USER",
        pattern: r"/(?:home|Users)/([A-Za-z0-9][A-Za-z0-9._-]{0,40})",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "home-path",
        placeholder: "USER",
        pattern: r"[A-Z]:\\{1,2}Users\\{1,2}([A-Za-z0-9][A-Za-z0-9._-]{0,40})",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "database-host",
        placeholder: "DB",
        pattern: r"([A-Za-z0-9-]{1,63}\.[a-z0-9]{10,14})\.[a-z0-9-]+\.(?:rds|docdb|neptune|cache)\.amazonaws\.com",
        refuse: None,
    },
    Form {
        rule: "host",
        placeholder: "CLUSTER",
        pattern: r"([0-9A-F]{32})\.[a-z0-9]+\.[a-z0-9-]+\.eks\.amazonaws\.com",
        refuse: None,
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"(?:^|[^A-Za-z0-9./@_-])((?:ip|ec2)-[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}[A-Za-z0-9.-]*)",
        refuse: None,
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r"([0-9]{12})\.signin\.aws",
        refuse: None,
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r"%3[Aa][a-z0-9-]{0,20}%3[Aa]([0-9]{12})%3[Aa]",
        refuse: None,
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"SharedKeyCredential\(["']([a-z0-9]{3,24})["']"#,
        refuse: None,
    },
    Form {
        rule: "azure-tenant",
        placeholder: "TENANT",
        pattern: r#"ClientSecretCredential\(["']([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        pattern: r#"ClientSecretCredential\(["'][^"'\n]{0,60}["'], ?["']([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"\[([a-z_][a-z0-9_.-]{1,31})@[A-Za-z0-9][A-Za-z0-9.-]{0,62} [^\]\n]{1,80}\][#$] ",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"\[[a-z_][a-z0-9_.-]{1,31}@([A-Za-z0-9][A-Za-z0-9.-]{0,62}) [^\]\n]{1,80}\][#$] ",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"(?:^|\n)([a-z_][a-z0-9_.-]{1,31})@[A-Za-z0-9][A-Za-z0-9.-]{0,62}:[~/][^ \n$#]{0,80}[$#] ",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"(?:^|\n)[a-z_][a-z0-9_.-]{1,31}@([A-Za-z0-9][A-Za-z0-9.-]{0,62}):[~/][^ \n$#]{0,80}[$#] ",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"ssh ([a-z_][a-z0-9_.-]{1,31})@[0-9A-Za-z]",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "aws-account-id",
        placeholder: "ACCOUNT",
        pattern: r"--query Account --output text\n([0-9]{12})",
        refuse: None,
    },
    Form {
        rule: "azure-tenant",
        placeholder: "TENANT",
        pattern: r"--query tenantId -o tsv\n([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
        refuse: None,
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r"get-value project\n([a-z][a-z0-9-]{4,28}[a-z0-9])",
        refuse: None,
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"\[sudo\] password for ([a-z_][a-z0-9_.-]{1,31}):",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r#"(?:^|[^A-Za-z_])(?:USER|LOGNAME|SUDO_USER|USERNAME)=["']?([A-Za-z][A-Za-z0-9_.-]{1,31})(?:[^A-Za-z0-9_.@:-]|$)"#,
        refuse: Some(is_common_user),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r#"(?:^|[^A-Za-z_])(?:HOSTNAME|COMPUTERNAME)=["']?([A-Za-z0-9][A-Za-z0-9_.-]{1,63})"#,
        refuse: Some(is_container),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"(?:^|\n)(?:<[0-9]{1,3}>)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ 0-9][0-9] [0-9]{2}:[0-9]{2}:[0-9]{2} ([A-Za-z0-9][A-Za-z0-9._-]{1,63}) [A-Za-z0-9_./-]{1,40}(?:\[[0-9]{1,8}\])?:",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"<[0-9]{1,3}>1 [0-9T:.Z+-]{19,35} ([A-Za-z0-9][A-Za-z0-9._-]{1,63}) ",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "lock-who",
        placeholder: "USER",
        pattern: r#"(?:Who:[ \t]+|"Who\\*"[ \t]*:[ \t]*\\*")([^ \t\r\n"\\@│][^\t\r\n"\\@│]{0,63}(?:\\{1,2}[^\t\r\n"\\@]{1,64})?)@"#,
        refuse: None,
    },
    Form {
        rule: "lock-who",
        placeholder: "HOST",
        pattern: r#"(?:Who:[ \t]+|"Who\\*"[ \t]*:[ \t]*\\*")[^\t\r\n"\\@│]{0,64}(?:\\{1,2}[^\t\r\n"\\@]{1,64})?@([^\t\r\n"\\│<]{0,255})"#,
        refuse: None,
    },
];

/// Forms without a literal: where they may begin is told by their separators.
const ADDRESSES: [Form; 2] = [
    Form {
        rule: "ipv4",
        placeholder: "IP",
        pattern: r"(?:^|[^0-9A-Za-z.-])((?:[0-9]{1,3}\.){3}[0-9]{1,3})(?:[^0-9A-Za-z.]|\.?$|\.[^0-9])",
        refuse: Some(is_no_ip),
    },
    Form {
        rule: "ipv6",
        placeholder: "IP",
        pattern: r"(?:^|[^0-9A-Za-z:.])((?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){2,6}(?::[0-9a-fA-F]{1,4}){1,5})(?:[^0-9A-Za-z:]|$)",
        refuse: Some(is_no_ipv6),
    },
];

struct Compiled {
    form: &'static Form,
    pattern: Pattern,
}

struct Forms {
    compiled: Vec<Compiled>,
    /// Each literal of the search with its form, and how far before it the form may begin.
    marks: Vec<(String, usize, usize)>,
    addresses: Vec<Compiled>,
}

static COMPILED: LazyLock<Forms> = LazyLock::new(|| {
    let compiled = |form: &'static Form| Pattern::new(form.pattern).map(|pattern| Compiled { form, pattern });
    let forms: Vec<Compiled> = FORMS.iter().filter_map(compiled).collect();
    let marks = forms
        .iter()
        .enumerate()
        .flat_map(|(index, one)| {
            one.pattern.marks().into_iter().map(move |(literal, reach)| (literal, index, reach))
        })
        .collect();
    Forms { compiled: forms, marks, addresses: ADDRESSES.iter().filter_map(compiled).collect() }
});

/// The literals that stand in forms, for the search over the text.
pub(super) fn marks() -> impl Iterator<Item = &'static str> {
    COMPILED.marks.iter().map(|(literal, ..)| literal.as_str())
}

/// Last labels of names of hosts, sorted.
const ENDS: &[&str] = &[
    "ai", "app", "at", "au", "biz", "br", "ca", "ch", "cloud", "cn", "co", "com", "company", "consul",
    "corp", "cz", "de", "dev", "dk", "es", "eu", "example", "fi", "fr", "home", "in", "info", "internal",
    "intra", "intranet", "invalid", "io", "it", "jp", "lan", "local", "me", "net", "nl", "no", "online",
    "org", "pl", "private", "se", "services", "site", "svc", "systems", "tech", "test", "tv", "uk", "us",
    "xyz",
];

/// Hosts that everybody knows; their names tell nothing about the user.
const PUBLIC: &[&str] = &[
    "terraform.io",
    "hashicorp.com",
    "opentofu.org",
    "github.com",
    "githubusercontent.com",
    "ghcr.io",
    "gitlab.com",
    "bitbucket.org",
    "docker.io",
    "docker.com",
    "amazonaws.com",
    "aws.amazon.com",
    "amazon.com",
    "windows.net",
    "azure.com",
    "microsoft.com",
    "microsoftonline.com",
    "azurewebsites.net",
    "azure.net",
    "azmk8s.io",
    "azurecr.io",
    "googleapis.com",
    "google.com",
    "gserviceaccount.com",
    "gcr.io",
    "pkg.dev",
    "cloud.google.com",
    "golang.org",
    "npmjs.org",
    "npmjs.com",
    "pypi.org",
    "pythonhosted.org",
    "crates.io",
    "rubygems.org",
    "kubernetes.io",
    "k8s.io",
    "cluster.local",
    "quay.io",
    "debian.org",
    "ubuntu.com",
    "alpinelinux.org",
    "letsencrypt.org",
    "example.com",
    "example.org",
    "example.net",
    "localhost",
    "schema.org",
    "w3.org",
    "json-schema.org",
    "apache.org",
    "spacelift.io",
    "env0.com",
    "slack.com",
    "sentry.io",
    "datadoghq.com",
    "datadoghq.eu",
    "oasis-open.org",
    "ntp.org",
    "xmlsoap.org",
    "springframework.org",
    "akamaiapis.net",
    "pagerduty.com",
    "stripe.com",
    "openai.com",
    "anthropic.com",
    "cloudflare.com",
    "fastly.com",
    "digitalocean.com",
    "digitaloceanspaces.com",
    "linodeobjects.com",
    "backblazeb2.com",
    "r2.cloudflarestorage.com",
    "aliyuncs.com",
    "myqcloud.com",
    "oraclecloud.com",
    "opencontainers.org",
    "elastic.co",
    "helm.sh",
    "cncf.io",
    "grafana.com",
    "prometheus.io",
    "discuss.hashicorp.com",
    "stackoverflow.com",
    "releases.hashicorp.com",
    "argoproj.io",
    "hashicorp.io",
    "discord.com",
    "office.com",
    "twilio.com",
    "sendgrid.net",
    "mongodb.net",
    "snowflakecomputing.com",
    "databricks.com",
    "atlassian.net",
    "atlassian.com",
    "mailgun.org",
    "telegram.org",
    "googleusercontent.com",
    "cloudfunctions.net",
    "run.app",
    "windowsazure.com",
    "githubapp.com",
    "fluxcd.io",
    "cert-manager.io",
    "istio.io",
    "linux.die.net",
    "python.org",
    "centos.org",
    "debian.org",
    "ubuntu.com",
    "fedoraproject.org",
    "alpinelinux.org",
    "archlinux.org",
    "oasis-open.org",
    "xmlsoap.org",
    "w3.org",
    "nodejs.org",
    "rust-lang.org",
    "maven.org",
    "gradle.org",
    "sonatype.org",
    "jfrog.io",
    "azconfig.io",
    "coordination.k8s.io",
    "auth0.com",
    "okta.com",
    "vault.azure.net",
    "documents.azure.com",
    "cognitiveservices.azure.com",
    "openssl.org",
    "gnu.org",
    "wikipedia.org",
    "ietf.org",
    "terragrunt.gruntwork.io",
    "gruntwork.io",
    "runatlantis.io",
    "pulumi.com",
];

fn is_word_of_ours(found: &str, before: &str) -> bool {
    const WORDS: &[&str] = &[
        "true",
        "false",
        "null",
        "var",
        "local",
        "name",
        "string",
        "bucket",
        "terraform",
        "acl",
        "module",
        "data",
        "each",
        "path",
        "default",
        "required",
        "tfstate.d",
        "terraform.tfstate",
        "terraform.tfstate.d",
        "key",
        "region",
        "aws_s3_bucket",
        "google",
        "policy",
        "none",
        "my-bucket",
        "env",
        "self",
        "example",
        "your-bucket",
    ];
    WORDS.contains(&found)
        || found.bytes().all(|byte| byte.is_ascii_digit())
        || found.starts_with("var.")
        || found.starts_with("local.")
        || found.starts_with("module.")
        || found.starts_with("aws_")
        || found.starts_with("google_")
        || found.starts_with("azurerm_")
        || found.starts_with("data.")
        || found.starts_with(".terraform")
        || before.ends_with("${")
        || before.ends_with("use_")
        || found.starts_with("each.")
        || found.starts_with("dependency.")
}

/// A bucket's name has a digit or a mark; words of a sentence have none.
fn is_plain_word(found: &str, before: &str) -> bool {
    is_word_of_ours(found, before)
        || !found.contains(['-', '.']) && !found.bytes().any(|byte| byte.is_ascii_digit())
}

/// A container's host is named by its number, which tells nothing.
fn is_container(found: &str, _: &str) -> bool {
    found == "localhost" || found.len() == 12 && found.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_common_datacenter(found: &str, _: &str) -> bool {
    matches!(found, "dc1" | "dc2" | "default" | "global" | "var" | "local" | "true" | "false")
}

/// Hosts of the vendor itself under its customers' domain.
fn is_vendors_own(found: &str, _: &str) -> bool {
    matches!(
        found,
        "www"
            | "api"
            | "app"
            | "docs"
            | "help"
            | "login"
            | "status"
            | "developer"
            | "support"
            | "console"
            | "cloud"
            | "portal"
            | "dev"
            | "id"
    ) || found.starts_with("docs.")
}

fn is_public_owner(found: &str, _: &str) -> bool {
    matches!(
        found,
        "hashicorp" | "terraform-aws-modules" | "opentofu" | "gruntwork-io" | "kubernetes" | "actions"
    )
}

fn is_common_user(found: &str, _: &str) -> bool {
    matches!(
        found,
        "runner"
            | "vsts"
            | "jenkins"
            | "ubuntu"
            | "ci"
            | "ec2-user"
            | "root"
            | "atlantis"
            | "Shared"
            | "Public"
            | "circleci"
            | "gitlab-runner"
            | "node"
            | "app"
            | "user"
            | "vagrant"
            | "linuxbrew"
            | "git"
            | "azureuser"
            | "admin"
            | "debian"
            | "coder"
            | "gitpod"
            | "vscode"
            | "buildkite-agent"
            | "runneradmin"
            | "ContainerAdministrator"
            | "default"
            | "Default"
            | "spacelift"
            | "terraform"
    )
}

fn is_no_email(found: &str, before: &str) -> bool {
    let (user, domain) = found.split_once('@').unwrap_or((found, ""));
    user == "git"
        || super::is_placeholder(user)
        || domain.ends_with(".iam.gserviceaccount.com")
        || domain.split('.').next_back().is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_digit()))
        || before.ends_with("://")
        || before.ends_with("Who:       ")
        || domain.starts_with('v') && domain.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

fn is_no_ip(found: &str, before: &str) -> bool {
    let parts: Vec<u16> = found.split('.').filter_map(|part| part.parse().ok()).collect();
    let [a, b, c, d] = parts.as_slice() else { return true };
    if [a, b, c, d].iter().any(|part| **part > 255)
        || found.split('.').any(|part| part.len() > 1 && part.starts_with('0'))
    {
        return true;
    }
    let lower = before.to_ascii_lowercase();
    let tail = lower.trim_end_matches([' ', '"', '\'', '=', ':', '>', '<', '~', '^']);
    let version = ["version", "ver", "v", ">=", "release", "tag"].iter().any(|word| {
        // A server is no version.
        tail.strip_suffix(word)
            .is_some_and(|rest| *word == "version" || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
    }) || lower.ends_with(">= ")
        || lower.ends_with("~> ")
        || lower.ends_with("= ") && tail.ends_with("version");
    *a == 0
        || *a == 127
        || *a == 255
        || (*a == 169 && *b == 254)
        || (*a == 192 && *b == 0 && *c == 2)
        || (*a == 198 && *b == 51 && *c == 100)
        || (*a == 203 && *b == 0 && *c == 113)
        || version
        || matches!(found, "1.1.1.1" | "8.8.8.8" | "8.8.4.4")
}

fn is_no_ipv6(found: &str, _: &str) -> bool {
    let lower = found.to_ascii_lowercase();
    lower.starts_with("2001:db8")
        || lower.starts_with("fe80")
        || lower == "::1"
        || !lower.contains(|c: char| c.is_ascii_digit())
        || lower.split(':').all(|part| part.len() <= 2)
}

pub(super) fn find(raw: &str, marks: &Marks, options: &Options) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for word in &options.hide_words {
        everywhere(raw, word, |start, end| out.push(finding(start, end, "added-by-user", "WORD")));
    }
    let text = raw.as_bytes();
    let mut done: Vec<usize> = vec![0; COMPILED.compiled.len()];
    for hit in marks.all(Kind::Identifier) {
        let Some((_, index, reach)) = COMPILED.marks.get(hit.index) else { continue };
        let (Some(form), Some(done)) = (COMPILED.compiled.get(*index), done.get_mut(*index)) else {
            continue;
        };
        if hit.end <= *done {
            continue;
        }
        let first = hit.start.saturating_sub((*reach).min(FARTHEST)).max(*done);
        let line = text.get(first..hit.start).and_then(|before| memchr::memrchr(b'\n', before));
        let first = line.map_or(first, |newline| first + newline);
        if let Some(end) = (first..=hit.start).find_map(|start| try_at(raw, form, start, &mut out)) {
            *done = end;
        }
    }
    addresses(raw, &mut out);
    hosts(raw, &mut out);
    again(raw, out)
}

/// Bytes before its literal at which a form may begin.
const FARTHEST: usize = 256;

fn finding(start: usize, end: usize, rule: &'static str, placeholder: &'static str) -> Finding {
    let span = Span::new(start, end);
    Finding { span, rule, class: Class::Identifier, placeholder, confidence: Confidence::Likely }
}

/// Tries a form at one place; where it matches, adds what is an identifier, and gives where to go on.
fn try_at(raw: &str, one: &Compiled, start: usize, out: &mut Vec<Finding>) -> Option<usize> {
    let (_, mut from, mut to) = one.pattern.at(raw.as_bytes(), start)?;
    while !raw.is_char_boundary(to) {
        to -= 1;
    }
    let value = raw.get(from..to)?;
    let mut near = from.saturating_sub(16);
    while !raw.is_char_boundary(near) {
        near += 1;
    }
    let before = raw.get(near..from).unwrap_or("");
    let form = one.form;
    // CIDRs of private networks tell nothing; what follows decides.
    let is_network = form.rule == "ipv4" && raw.as_bytes().get(to) == Some(&b'/') && is_private(value);
    if !is_network && !form.refuse.is_some_and(|refuse| refuse(value, before)) {
        if form.rule == "lock-who" {
            if form.placeholder == "HOST" {
                to = from + machine(value).len();
            } else if value.matches(' ').count() > 2 {
                // A sentence, of which the last word is the user.
                from += value.rfind(' ').map_or(0, |at| at + 1);
            }
        }
        if from < to {
            out.push(finding(from, to, form.rule, form.placeholder));
        }
    }
    Some(to.max(start + 1))
}

/// The name of a machine, which may hold blanks, without what a flattened block or a sentence puts behind it.
fn machine(rest: &str) -> &str {
    let mut end = rest.len();
    for stop in [
        "  ",
        " Version:",
        " Created:",
        " Operation:",
        " Info:",
        " Path:",
        " ID:",
        ", ",
        ". ",
        "; ",
        ") ",
        " - ",
        " (",
    ] {
        if let Some(found) = rest.get(..end).and_then(|rest| rest.find(stop)) {
            end = found;
        }
    }
    let name = rest.get(..end).unwrap_or(rest);
    let name = if name.split(' ').count() > 5 { name.split(' ').next().unwrap_or(name) } else { name };
    name.trim_end_matches(['.', ',', ';', ')', ' ', '`', '\''])
}

/// IP addresses: a dot between digits, a colon between hexadecimal digits.
fn addresses(raw: &str, out: &mut Vec<Finding>) {
    let text = raw.as_bytes();
    let is = |at: Option<usize>, class: fn(&u8) -> bool| at.and_then(|at| text.get(at)).is_some_and(class);
    let [Some(ipv4), Some(ipv6)] = [COMPILED.addresses.first(), COMPILED.addresses.get(1)] else { return };
    for (separator, class, widest, form) in [
        (b'.', u8::is_ascii_digit as fn(&u8) -> bool, 3, ipv4),
        (b':', u8::is_ascii_hexdigit as fn(&u8) -> bool, 4, ipv6),
    ] {
        let mut done = 0;
        for at in memchr::memchr_iter(separator, text) {
            if at < done || !is(at.checked_sub(1), class) {
                continue;
            }
            if !(is(Some(at + 1), class) || separator == b':' && text.get(at + 1) == Some(&b':')) {
                continue;
            }
            let mut start = at;
            while at - start <= widest && is(start.checked_sub(1), class) {
                start -= 1;
            }
            if at - start <= widest
                && let Some(end) = try_at(raw, form, start.saturating_sub(1), out)
            {
                done = end;
            }
        }
    }
}

/// Names of hosts: labels joined by dots, of which one that is not the first ends such names.
fn hosts(raw: &str, out: &mut Vec<Finding>) {
    let text = raw.as_bytes();
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.');
    let mut done = 0;
    for dot in memchr::memchr_iter(b'.', text) {
        if dot < done {
            continue;
        }
        let mut start = dot;
        while start > done && text.get(start - 1).is_some_and(is_part) {
            start -= 1;
        }
        let mut end = dot;
        while text.get(end).is_some_and(is_part) {
            end += 1;
        }
        done = end;
        // `-hdb.example.com`: the option stands right before it.
        if text.get(start..start + 2) == Some(b"-h") && start > 0 && text.get(start - 1) == Some(&b' ') {
            start += 2;
        }
        // A word before, or a path, says that it is no host; after `//` and `@` one begins.
        let before = start.checked_sub(1).and_then(|at| text.get(at));
        let after_slashes = start >= 2 && matches!(text.get(start - 2..start), Some(b"//" | b"\\\\"));
        // The principal of Kerberos: `host/db.example.com`.
        let principal = raw.get(start.saturating_sub(6)..start).is_some_and(|head| {
            [" host/", "\"host/", " HTTP/", " ldap/", "/host/"].iter().any(|word| head.ends_with(word))
        });
        if matches!(before, Some(b'_' | b'/' | b'\\' | b'$')) && !after_slashes && !principal {
            continue;
        }
        if text.get(end) == Some(&b'_') {
            end = text
                .get(start..end)
                .and_then(|run| memchr::memrchr(b'.', run))
                .map_or(start, |at| start + at);
        }
        if let Some(stop) = host_end(raw, start, end)
            && let Some(host) = raw.get(start..stop)
            && !is_public(raw, host, start, stop)
        {
            out.push(finding(start, stop, "host", "HOST"));
        }
    }
}

/// Where the longest name of a host ends that begins at `start`.
fn host_end(raw: &str, start: usize, end: usize) -> Option<usize> {
    let mut stop = None;
    let mut at = start;
    for (index, label) in raw.get(start..end)?.split('.').take(9).enumerate() {
        if label.is_empty() || label.len() > 63 || label.starts_with('-') || label.ends_with('-') {
            break;
        }
        at += label.len();
        if index > 0 && ENDS.binary_search(&label).is_ok() {
            stop = Some(at);
        }
        at += 1;
    }
    stop
}

/// `0;32m` after a bracket: a colour code that lost its ESC.
fn is_colour(rest: &[u8]) -> bool {
    let digits = rest.iter().take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    digits > 0 && rest.get(digits) == Some(&b'm')
}

fn is_private(ip: &str) -> bool {
    ip.starts_with("10.")
        || ip.starts_with("192.168.")
        || ip
            .strip_prefix("172.")
            .and_then(|rest| rest.split('.').next())
            .and_then(|part| part.parse::<u8>().ok())
            .is_some_and(|part| (16..32).contains(&part))
}

/// File names, attributes, methods and known hosts have dots too.
fn is_public(raw: &str, host: &str, start: usize, end: usize) -> bool {
    let lower = host.to_ascii_lowercase();
    if PUBLIC
        .iter()
        .any(|known| lower == *known || lower.strip_suffix(known).is_some_and(|rest| rest.ends_with('.')))
    {
        return true;
    }
    let bytes = raw.as_bytes();
    let before = start.checked_sub(1).and_then(|at| bytes.get(at)).copied();
    let after = bytes.get(end).copied();
    let last = lower.rsplit('.').next().unwrap_or("");
    let labels = lower.split('.').count();
    let in_url = raw.get(..start).is_some_and(|head| head.ends_with("//") || head.ends_with('@'));
    // `module.vpc.private`, `aws_s3_bucket.logs.id`, `var.app`, `.terraform.d`.
    let code_head = [
        "module",
        "var",
        "local",
        "data",
        "each",
        "self",
        "path",
        "aws",
        "dependency",
        "include",
        "values",
        "process",
        "os",
        "config",
        "app",
        "this",
        "spec",
        "metadata",
        "status",
        "spring",
        "provider",
        "resource",
        "output",
        "terraform",
        "null",
        "random",
        "tls",
        "req",
        "res",
        "err",
        // Names of packages and bundles begin with the end of a host's name.
        "com",
        "io",
        "org",
        "net",
        "de",
    ]
    .contains(&lower.split('.').next().unwrap_or(""));
    if !in_url
        && (code_head
            || matches!(before, Some(b'$' | b'{'))
            || before == Some(b'[') && !(after == Some(b']') && labels >= 3)
            || matches!(after, Some(b'(' | b'=' | b'{'))
            || after == Some(b'[') && !is_colour(bytes.get(end + 1..).unwrap_or(b"")))
    {
        return true;
    }
    // Words that end a host's name and an attribute's alike.
    let ambiguous = matches!(
        last,
        "local"
            | "private"
            | "internal"
            | "in"
            | "at"
            | "it"
            | "no"
            | "me"
            | "test"
            | "home"
            | "app"
            | "info"
            | "company"
            | "services"
            | "is"
            | "so"
            | "tv"
            | "es"
            | "us"
            | "io"
            | "co"
            | "ai"
            | "invalid"
            | "example"
            | "svc"
            | "online"
            | "site"
            | "cloud"
            | "name"
    );
    if !in_url
        && ambiguous
        && (labels < 3 && !matches!(last, "internal" | "local" | "io" | "ai" | "cloud") || last == "example")
    {
        return true;
    }
    if lower.ends_with(".example") || lower.ends_with(".invalid") && !in_url {
        return true;
    }
    if !in_url && labels == 2 && matches!(last, "sh" | "rs" | "py" | "tf" | "go") {
        return true;
    }
    false
}

/// The same identifier is hidden wherever it stands as a whole word, so that one place does not tell what another hides.
fn again(raw: &str, mut found: Vec<Finding>) -> Vec<Finding> {
    let mut known: BTreeMap<&str, (&'static str, &'static str)> = BTreeMap::new();
    for one in &found {
        let value = one.span.of(raw);
        let worth = value.len() >= 5
            && !(value.len() < 8 && value.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !COMMON_NAMES.contains(&value.to_ascii_lowercase().as_str());
        if worth && known.len() < 20_000 {
            known.entry(value).or_insert((one.rule, one.placeholder));
        }
    }
    if known.is_empty() {
        return found;
    }
    let keys: Vec<&str> = known.keys().copied().collect();
    let bytes = raw.as_bytes();
    let mut more = Vec::new();
    for (start, index) in Needles::of(&keys).find(bytes) {
        let Some(key) = keys.get(index) else { continue };
        let end = start + key.len();
        // A hyphen joins words to another name; what no name holds by chance is still itself.
        let is_joined = |byte: Option<&u8>| {
            byte == Some(&b'-') && !is_distinct(key) && !key.starts_with(|c: char| c.is_ascii_digit())
        };
        let before = start.checked_sub(1).and_then(|at| bytes.get(at));
        let after = bytes.get(end);
        if !crate::restore::can_begin(bytes, start)
            || is_joined(before)
            || is_joined(after)
            || after.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
        {
            continue;
        }
        if let Some((rule, placeholder)) = known.get(key) {
            more.push(finding(start, end, rule, placeholder));
        }
    }
    drop(known);
    found.append(&mut more);
    found
}

/// Whether an identifier is told by itself, whatever name it is a part of: long, and not of letters alone.
pub(crate) fn is_distinct(value: &str) -> bool {
    value.len() >= 8 && value.bytes().any(|byte| !byte.is_ascii_alphabetic())
}

/// Users and hosts of machines, which stand everywhere and tell nothing.
const COMMON_NAMES: &[&str] = &[
    "runner",
    "jenkins",
    "ubuntu",
    "ec2-user",
    "atlantis",
    "terraform",
    "deploy",
    "deployer",
    "localhost",
    "production",
    "staging",
    "default",
    "admin",
    "tfuser",
    "nomad",
    "tekton",
    "github-actions",
    "circleci",
    "gitlab-runner",
    "buildkite",
    "codebuild",
    "automation",
];

/// Bytes of a word by which it is looked for.
const LONGEST_HEAD: usize = 4096;

fn everywhere(raw: &str, word: &str, mut add: impl FnMut(usize, usize)) {
    let word = word.trim();
    if word.is_empty() {
        return;
    }
    // The automaton has an end: of a very long word it looks for the beginning.
    let head = word.get(..word.floor_char_boundary(LONGEST_HEAD)).unwrap_or(word);
    let mut done = 0;
    for hit in Words::in_any_case(&[head]).every_place(raw) {
        let (start, end) = (hit.start, hit.start + word.len());
        if start >= done && raw.get(start..end).is_some_and(|here| here.eq_ignore_ascii_case(word)) {
            add(start, end);
            done = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_compiles_and_has_a_literal() {
        assert_eq!(COMPILED.compiled.len(), FORMS.len());
        assert_eq!(COMPILED.addresses.len(), ADDRESSES.len());
        for one in &COMPILED.compiled {
            assert!(!one.pattern.marks().is_empty(), "{}: {}", one.form.rule, one.form.pattern);
        }
    }

    #[test]
    fn ends_of_hosts_are_sorted_for_the_search() {
        assert!(ENDS.is_sorted());
    }
}
