//! The forms of identifiers, each with what it hides.

use super::public::{
    is_common_datacenter, is_common_user, is_container, is_no_email, is_no_ip, is_no_ipv6, is_of_anybody,
    is_of_locks, is_plain_word, is_public_owner, is_public_repository, is_region, is_robot, is_system_domain,
    is_system_user, is_vendors_own, is_word_of_ours, is_word_of_windows, is_word_or_public_owner,
    is_word_or_public_repository,
};
use crate::detect::values;

pub(super) struct Form {
    pub(super) rule: &'static str,
    pub(super) placeholder: &'static str,
    pub(super) pattern: &'static str,
    /// Refuses a match by its text and what stands before it. What it calls travels before the first result, as all does
    /// that tables made at their first use point at: no detector of values.
    pub(super) refuse: Option<fn(&str, &str) -> bool>,
}

/// Group 1 is the identifier.
pub(super) const FORMS: &[Form] = &[
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
        pattern: r#"(?i-u:subscription(?:[_ -]?id)?|abonnement|[^a-z]abo)["'`\\]{0,4}(?: is)?[ \t]{0,30}[:=]?[ \t]{0,8}["'`\\]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-subscription",
        placeholder: "SUBSCRIPTION",
        // What `az login` and `az account` print.
        pattern: r#""cloudName": "Azure[A-Za-z]{4,20}",[ \n]{1,20}(?:"homeTenantId": "[^"\n]{36}",[ \n]{1,20})?"id": "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})""#,
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
        rule: "azure-tenant",
        placeholder: "TENANT",
        pattern: r"/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})/oauth2/",
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
        pattern: r#"(?i-u:bucket)(?:[ \t](?:is|was|called|named))?[ \t]+["'`]?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])["'`]?(?:[ ,.:;)?\n]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        // What people call the bucket of a state, wherever they speak of it.
        pattern: r"(?:^|[^A-Za-z0-9./_-])([a-z0-9][a-z0-9-]{2,40}-(?:tfstate|tf-state|terraform-state)(?:-[a-z0-9-]{1,20})?)(?:[^A-Za-z0-9_.-]|\.?$|\.[^A-Za-z0-9])",
        refuse: Some(is_of_locks),
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        pattern: r#"(?i-u:resource group)["'`: \t]{1,6}([A-Za-z0-9][A-Za-z0-9_-]{1,88}[A-Za-z0-9])"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"(?:(?i-u:organi[sz]ation)|[^A-Za-z0-9._/-]org)(?:[ \t](?:is|was|called|named))?[ \t]+["'`]?([a-z0-9][a-z0-9-]{1,60})["'`]?(?:[ ,.:;)?\n]|$)"#,
        // One that is told by its number tells nothing.
        refuse: Some(|found, before| values::is_uuid(found) || is_plain_word(found, before)),
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r#"(?i-u:project)[ \t]+["'`]?([a-z][a-z0-9-]{2,22}-[0-9]{4,6})["'`]?(?:[ ,.:;)?\n]|$)"#,
        refuse: None,
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
        pattern: r#"(?i-u:tenant(?:[_ -]?id)?|mandant|login\.microsoftonline\.com/|sts\.windows\.net/)["'`\\]{0,4}[ \t]{0,30}[:=]?[ \t]{0,8}["'`\\]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        pattern: r#"(?i-u:client[_ -]?id|application[_ -]?id|app[_ -]?id|object[_ -]?id|principal[_ -]?id|clientid|service-principal -u|service-principal --username|--username|--service-principal|--assignee|--msi-client-id|az ad [a-z -]{4,40} --id)["'`\\]{0,4}[ \t]{0,30}[:=]?[ \t]{0,8}["'`\\]{0,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        pattern: r"(?i-u:/resourceGroups/)([A-Za-z0-9._()-]{1,90}[A-Za-z0-9_)-])",
        refuse: None,
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
        pattern: r"(?:projects/|/cloudsql/|gcpsecrets://)([a-z][a-z0-9-]{4,28}[a-z0-9]|[0-9]{9,14})(?:[^A-Za-z0-9-]|$)",
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
        pattern: r"(?:(?:s3|gs|s3a|oss|cos)://(?:[^@/ \n]{1,200}@)?|s3:https?://[a-z0-9.-]{3,80}/)([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])",
        refuse: Some(|found, before| {
            before.ends_with('@') && is_region(found) || is_word_of_ours(found, before)
        }),
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
        pattern: r"/storage/v1/b/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"storage\.googleapis\.com/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])(?:/[^v]|/$|[?])",
        refuse: Some(is_word_of_ours),
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
        pattern: r#"(?i-u:[a-z_]*bucket(?:[_-]?names?)?)["'\\]{0,3}[ \t]{0,20}[:=][ \t]{0,8}["'\\]{0,3}([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])"#,
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
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"Path:[ \t]+(?:s3://)?([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])/",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#""Path\\*"[ \t]*:[ \t]*\\*"(?:gs://|s3://)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/"#,
        // `prod/network.tfstate` is a key alone.
        refuse: Some(|found, before| {
            found.len() < 6 && is_plain_word(found, before) || is_word_of_ours(found, before)
        }),
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
        pattern: r#"(?:(?i-u:storage_account_name|storageaccountname|storage[_-]?account)|(?:^|[^A-Za-z])(?:AccountName|accountName|account-name))["']?[ \t]{0,20}(?:=>|[:= ])[ \t]{0,8}["']?([a-z0-9]{3,24})(?:[^A-Za-z0-9_.\[]|$)"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        // "storage x, key ...", "Storage-Konto heißt x", "liegt in x, Container y"
        pattern: r#"(?:(?i-u:storage(?:[ -](?:account|konto))?)(?:[ \t](?:is|heißt|called|named))?|(?:liegt|lives|is) in)[ \t]+["'`]?([a-z0-9]{3,24})["'`]?(?:[ ,.:;)?\n]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"(?:(?:as|by|says|user|is) |\()`?([a-z][a-z0-9._-]{1,31})`? (?:on|at) `?(?:LAPTOP-|DESKTOP-|mbp-|macbook-|ws-[0-9]|build-|ip-[0-9])",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"(?:^|[^A-Za-z0-9._-])((?:LAPTOP-|DESKTOP-|mbp-|macbook-|ws-[0-9]|build-vm-)[A-Za-z0-9-]{1,30}[A-Za-z0-9])(?:[^A-Za-z0-9_.-]|\.?$|\.[^A-Za-z0-9])",
        // `ws-5f2c81aa`: a workspace by its number.
        refuse: Some(|found, before| {
            found.len() == 19
                || found.strip_prefix("ws-").is_some_and(|id| {
                    id.len() >= 8 && id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-')
                })
                || is_word_of_ours(found, before)
        }),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        // "*Repo:* acme/core-infra", and a page of a merge request, whose sign is the dot in the middle.
        pattern: r#"(?:Repo(?:sitory)?:[*]?[ \t]{1,4}`?|"repo":[ ]?"|(?:· ))([a-z0-9][a-z0-9_.-]{2,38})/[a-z0-9]"#,
        refuse: Some(is_word_or_public_owner),
    },
    Form {
        rule: "repository",
        placeholder: "REPOSITORY",
        pattern: r"Repo(?:sitory)?:[*]?[ \t]{1,4}`?[a-z0-9][a-z0-9_.-]{2,38}/([A-Za-z0-9_-]{4,60})",
        refuse: Some(is_word_or_public_repository),
    },
    Form {
        rule: "repository",
        placeholder: "REPOSITORY",
        pattern: r"@(?:github\.com|gitlab\.com|bitbucket\.org)/[A-Za-z0-9][A-Za-z0-9_.-]{0,60}/([A-Za-z0-9_-]{4,60})\.git",
        refuse: Some(is_word_or_public_repository),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        // A link to a forge or its interface.
        pattern: r"(?:https?://(?:www\.)?(?:github|gitlab)\.com/(?:orgs/)?|https?://bitbucket\.org/|api\.github\.com/(?:repos|orgs)/|raw\.githubusercontent\.com/)([A-Za-z0-9][A-Za-z0-9-]{1,38})/",
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"gh [a-z][^\n]{2,160} (?:--repo|-R)[ =]([A-Za-z0-9][A-Za-z0-9-]{1,38})/",
        refuse: Some(is_word_or_public_owner),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        // Without a scheme: "in github.com/acme/infra", a list of what is allowed.
        pattern: r"(?:(?i-u:in|from|to|at|repo|allowlist)[:= ]{1,2}`?)(?:github\.com|gitlab\.com|bitbucket\.org)/([a-z0-9][a-z0-9-]{2,38})/",
        refuse: Some(is_word_or_public_owner),
    },
    Form {
        rule: "repository",
        placeholder: "REPOSITORY",
        pattern: r"(?:(?i-u:in|from|to|at|repo|allowlist)[:= ]{1,2}`?)(?:github\.com|gitlab\.com|bitbucket\.org)/[a-z0-9][a-z0-9-]{2,38}/([A-Za-z0-9_-]{4,60})",
        refuse: Some(is_word_or_public_repository),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r"(?i-u:/storageAccounts/)([a-z0-9]{3,24})(?:[^A-Za-z0-9_-]|$)",
        refuse: None,
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r"Microsoft\.Storage/storageAccounts@[0-9a-z-]{8,24}'[a-z =]{0,20}\{[ \n]{0,12}name: '([a-z0-9]{3,24})'",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"(?i-u:storage[- ]?account)[ \t]{1,2}(?:hei[^ \n]{1,3}t|is|ist|named|called|namens)[ \t]{1,2}["'`]?([a-z0-9]{3,24})(?:[^A-Za-z0-9_.-]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"(?i-u:state|stand)[ \t]liegt[ \t](?:in|im)[ \t]["'`]?([a-z0-9]{6,24})(?:[^A-Za-z0-9_.-]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"provider "github" \{[^}]{0,200}owner[ \t]{0,12}=[ \t]{0,4}"([A-Za-z0-9][A-Za-z0-9-]{1,60})""#,
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        // Pulumi's settings of a provider.
        pattern: r"github:owner: ([A-Za-z0-9][A-Za-z0-9-]{1,60})(?:[^A-Za-z0-9._-]|$)",
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        // `project:europe-west4:instance` of Cloud SQL.
        pattern: r"(?:^|[^A-Za-z0-9._/:-])([a-z][a-z0-9-]{4,28}[a-z0-9]):(?:europe|us|asia)-[a-z]{4,9}[0-9]{1,2}:[a-z][a-z0-9-]",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "tenant-host",
        placeholder: "HOST",
        pattern: r"(?:^|[^A-Za-z0-9.-])((?:[A-Za-z0-9-]{1,60}\.){0,2}[A-Za-z0-9-]{2,60})\.(?:vault\.azure\.net|database\.windows\.net|azurecr\.io|servicebus\.windows\.net|communication\.azure\.com|documents\.azure\.com|azurewebsites\.net|(?:postgres|mysql|mariadb)\.database\.azure\.com|redis\.cache\.windows\.net|azmk8s\.io|search\.windows\.net|openai\.azure\.com|cognitiveservices\.azure\.com|azure-devices\.net|azconfig\.io|okta\.com|oktapreview\.com|atlassian\.net|snowflakecomputing\.com|cloud\.databricks\.com|azuredatabricks\.net|mongodb\.net|myshopify\.com|zendesk\.com|jfrog\.io|my\.salesforce\.com|hashicorp\.cloud|aivencloud\.com|upstash\.io|neon\.tech|supabase\.co|herokuapp\.com|ngrok\.io|ngrok-free\.app|auth0\.com|service-now\.com|sharepoint\.com|webhook\.office\.com|visualstudio\.com|grafana\.net|azureedge\.net|azurefd\.net|trafficmanager\.net|cloudapp\.azure\.com)(?:[^A-Za-z0-9_-]|$)",
        refuse: Some(is_vendors_own),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"(?i-u:organization(?:_name)?|org)["']?[ \t]{0,20}[:=][ \t]{0,8}["']([A-Za-z0-9][A-Za-z0-9._-]{1,60})["']"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"(?:Organization[ \t]{2,40}|TF_CLOUD_ORGANIZATION[:=][ \t]{0,4})([a-z0-9][A-Za-z0-9._-]{1,60})",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"app\.(?:terraform\.io/(?:app/|api/v2/organizations/)?|pulumi\.com/)([A-Za-z0-9][A-Za-z0-9_-]{1,60})/",
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
        rule: "repository",
        placeholder: "REPOSITORY",
        pattern: r"git@[a-z0-9.-]+:[A-Za-z0-9][A-Za-z0-9_.-]{0,60}/([A-Za-z0-9_-]{4,60})\.git",
        refuse: Some(is_public_repository),
    },
    Form {
        rule: "email",
        placeholder: "EMAIL",
        pattern: r"(?:^|[^A-Za-z0-9._%+@-])([A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,18})(?:[^A-Za-z0-9_-]|$)",
        refuse: Some(is_no_email),
    },
    Form {
        rule: "email",
        placeholder: "EMAIL",
        // The user of an address: `smtps://jo%40example.org:x@host`.
        pattern: r"/([A-Za-z0-9][A-Za-z0-9._+-]{0,63}%40(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,18}):",
        refuse: None,
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
        pattern: r"([A-Za-z0-9-]{1,63}\.[a-z0-9]{10,14})\.[a-z0-9-]+\.(?:rds|docdb|neptune|cache|redshift)\.amazonaws\.com",
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
        pattern: r"(?:^|[^A-Za-z0-9.@_-])((?:ip|ec2)-[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}-[0-9]{1,3}[A-Za-z0-9.-]*)",
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
        pattern: r"\[([a-z_][a-z0-9_.-]{1,31})@[A-Za-z0-9][A-Za-z0-9.-]{0,62} [^\]\n]{1,80}(?:\]# |\]\$ )",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "host",
        placeholder: "HOST",
        pattern: r"\[[a-z_][a-z0-9_.-]{1,31}@([A-Za-z0-9][A-Za-z0-9.-]{0,62}) [^\]\n]{1,80}(?:\]# |\]\$ )",
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
        pattern: r"ssh(?: |://)([a-z_][a-z0-9_.-]{1,31})@[0-9A-Za-z]",
        refuse: Some(is_common_user),
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
        rule: "azure-object-id",
        placeholder: "OBJECT",
        // A list of variables: the name stands in one member, the value in the next.
        pattern: r#"(?i-u:(?:tenant|client|subscription)_?id)["']?,?[ \t\r\n]{1,40}["']?[Vv]alue["']?[ \t]{0,8}[:=][ \t]{0,8}["']?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        pattern: r#"(?:for app|pplication|client|identifier|principal|object id|directory) ["']([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})["']"#,
        refuse: None,
    },
    Form {
        rule: "cloud-project",
        placeholder: "PROJECT",
        pattern: r#"(?:organization_id|organization-id|project_id|tenant_id|ORGANIZATION_ID|PROJECT_ID)["'\\]{0,3}[ \t]{0,20}[:=][ \t]{0,8}["'\\]{0,3}([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32})(?:[^0-9A-Za-z]|$)"#,
        refuse: None,
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"dev\.azure\.com/([A-Za-z0-9][A-Za-z0-9_.-]{1,60})",
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        // With a user before the host it is somebody's own.
        pattern: r"@(?:github\.com|gitlab\.com|bitbucket\.org)/([A-Za-z0-9][A-Za-z0-9_.-]{0,60})/",
        refuse: Some(is_of_anybody),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        // Remotes of rclone.
        pattern: r#"(?:^|[ \t"'])(?:b2|gcs|minio|wasabi|spaces):([a-z0-9][a-z0-9.-]{4,61}[a-z0-9])(?:[^A-Za-z0-9_-]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "aws-kms-key",
        placeholder: "KMS_KEY",
        // Bare, under the names that arguments have for it.
        pattern: r#"(?i-u:kms_?(?:master_?)?key(?:_?id)?|customer_?master_?key(?:_?id)?|kms [a-z-]{4,40} --key-id)["'\\]{0,3}[ \t]{0,20}[:= ][ \t]{0,8}["'\\]{0,3}((?:mrk-)?[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|mrk-[0-9a-f]{32})"#,
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        // The arguments of a plan, and parameters of a template.
        pattern: r#"(?i-u:(?:tenant|client|subscription|object|principal|application)_?id)["\\]{1,4}[ \t]{0,8}:[ \t\n]{0,24}\{[ \t\n]{0,24}["\\]{1,4}(?:constant_)?value["\\]{1,4}[ \t]{0,8}:[ \t]{0,8}["\\]{1,4}([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        pattern: r"graph\.microsoft\.com/[a-z0-9.]{4,6}/[A-Za-z]{4,24}/([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})",
        refuse: None,
    },
    Form {
        rule: "azure-object-id",
        placeholder: "OBJECT",
        // Whose logs Azure's workspace keeps.
        pattern: r#"(?:Customer_ID|CustomerId)["']?[ \t]{0,20}[:= ][ \t]{0,8}["']?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        // Under any name that ends so.
        pattern: r#"(?i-u:resource_?group(?:_?name)?)["'\\]{0,4}[ \t]{0,20}[:=][ \t]{0,8}["'\\]{1,4}([A-Za-z0-9][A-Za-z0-9._()-]{1,88})["'\\]"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "azure-resource-group",
        placeholder: "RESOURCE_GROUP",
        pattern: r"(?i-u:resource_?group(?:_?name)?)(?:=|:[ \t]{1,8})([A-Za-z0-9][A-Za-z0-9_-]{1,88})(?:[^A-Za-z0-9_.(\[-]|$)",
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"(?i-u:azure[_-](?:storage[_-])?account(?:[_-]name)?)["']?[ \t]{0,20}(?:=>|[:=])[ \t]{0,8}["']?([a-z0-9]{3,24})(?:[^A-Za-z0-9_.\[(-]|$)"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"account_name["']?[ \t]{0,20}[:=][ \t]{0,8}["']?([a-z0-9]{3,24})["']?,?[ \t\r\n]{1,40}["']?account_key["']?[ \t]{0,20}[:=]"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        pattern: r#"-Az(?:ureRm)?Storage[A-Za-z]{2,30}[^\n]{0,120} -(?:Name|AccountName)[ :]["']?([a-z0-9]{3,24})(?:[^A-Za-z0-9_-]|$)"#,
        refuse: None,
    },
    Form {
        rule: "storage-account",
        placeholder: "STORAGE_ACCOUNT",
        // "der Key für x ist ..."
        pattern: r#"(?i-u:key|schlüssel) (?:für|of|for|du|de|di|del) ["'`]?([a-z0-9]{6,24})["'`]? (?:ist|is|lautet|est|es|è)[ :]"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        // Azure's containers.
        pattern: r#"\.(?:blob|dfs)\.core\.(?:windows\.net|usgovcloudapi\.net|chinacloudapi\.cn)/([a-z0-9][a-z0-9-]{2,62})(?:[/?"' \n]|$)"#,
        refuse: Some(is_plain_word),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#"az storage (?:blob|container|fs|azcopy)[^\n]{0,200} (?:-c|--container-name|--container)[ =]["']?([a-z0-9][a-z0-9-]{2,62})"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r#"-backend-config(?:=|[ ])["']?container_name=["']?([a-z0-9][a-z0-9-]{2,62})"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        // Behind keys and a region, as Loki writes it.
        pattern: r#"s3://[^@ \n"'<>]{1,200}@[a-z]{2,6}-[a-z-]{3,20}-[0-9]/([a-z0-9][a-z0-9._-]{1,61}[a-z0-9])"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "bucket",
        placeholder: "BUCKET",
        pattern: r"(?:^|[^A-Za-z0-9.-])([a-z0-9][a-z0-9-]{1,61}[a-z0-9])\.(?:oss-[a-z0-9-]{4,30}\.aliyuncs|(?:cos|cos-website)\.[a-z0-9-]{4,30}\.myqcloud|obs\.[a-z0-9-]{4,30}\.myhuaweicloud|(?:ams|fra|nyc|sfo|sgp|lon|syd|blr|tor)[0-9]\.digitaloceanspaces)\.com",
        refuse: None,
    },
    Form {
        rule: "tenant-host",
        placeholder: "HOST",
        pattern: r"(?:^|[^A-Za-z0-9.-])([a-z0-9][a-z0-9-]{2,60})\.[a-z]{2}-[a-z0-9-]{4,24}\.(?:ots|tablestore|fc|log|mongodb\.rds|rds)\.aliyuncs\.com",
        refuse: Some(is_vendors_own),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"(?:^|[^A-Za-z0-9.-])([A-Za-z0-9][A-Za-z0-9-]{1,60})\.(?:app\.spacelift\.io|app\.us\.spacelift\.io|scalr\.io)",
        refuse: Some(is_vendors_own),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"(?i-u:okta_?org_?name|okta_?org|slack_?team_?domain|team_?domain)["']?[ \t]{0,20}[:=][ \t]{0,8}["']?([a-z0-9][A-Za-z0-9-]{1,60})(?:[^A-Za-z0-9_.(\[-]|$)"#,
        refuse: Some(is_word_of_ours),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        // CircleCI's paths.
        pattern: r"(?:project|pipeline|pipelines|insights|organization)/(?:gh|github|bb|bitbucket|gl|gitlab)/([A-Za-z0-9][A-Za-z0-9-]{1,60})/",
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r#"(?:GET|POST|PUT|PATCH|DELETE|HEAD|gh api) ["']?/?(?:api/v3/)?(?:repos|orgs)/([A-Za-z0-9][A-Za-z0-9-]{1,60})[/ ]"#,
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"registry\.gitlab\.com/([A-Za-z0-9][A-Za-z0-9_-]{1,60})/",
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "organization",
        placeholder: "ORGANIZATION",
        pattern: r"/organizations/([a-z][A-Za-z0-9_-]{1,60})/",
        refuse: Some(is_public_owner),
    },
    Form {
        rule: "gcp-project",
        placeholder: "PROJECT",
        pattern: r#"(?:^|[^A-Za-z0-9_-])(?i-u:gcp_?project|project)["']?[ \t]{0,20}[:=][ \t]{0,8}["']?([a-z][a-z0-9-]{2,22}-[0-9]{4,6})(?:[^A-Za-z0-9_.-]|$)"#,
        refuse: None,
    },
    Form {
        rule: "cloud-project",
        placeholder: "PROJECT",
        pattern: r#"(?:[Dd]efault)?(?:Project|Organization|organization|project) ?I[Dd]["']?[ \t]{0,20}[:= ][ \t]{0,8}["']?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})"#,
        refuse: None,
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r#"--user-name[ =]["']?([A-Za-z][A-Za-z0-9._-]{1,31})(?:[^A-Za-z0-9_.@-]|$)"#,
        refuse: Some(is_robot),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        // Who it was, in what a forge answers.
        pattern: r#"(?:owner|author|assignee|user|creator|actor|closed_by|merged_by|created_by|triggered_by|started_by|sender)\\*"[ \t]*:[ \t\n]*\{[^{}]{0,160}"(?:username|login)\\*"[ \t]*:[ \t]*\\*"([A-Za-z][A-Za-z0-9._-]{1,38})\\*""#,
        refuse: Some(is_common_user),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"sudo(?:\[[0-9]{1,8}\])?:[ \t]{1,4}([a-z_][a-z0-9_.-]{1,31}) : (?:TTY|PWD|USER|HOST|[0-9] incorrect|user NOT|command not|a password)",
        refuse: Some(is_common_user),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r"Account Name:[ \t]{1,20}([A-Za-z][A-Za-z0-9._-]{1,31})(?:[^A-Za-z0-9_.$@-]|$)",
        refuse: Some(is_system_user),
    },
    Form {
        rule: "windows-domain",
        placeholder: "DOMAIN",
        pattern: r#"(?i-u:user(?: ?name)?|account|run ?as|login|owner|who)["']?[ \t]{0,12}[:=][ \t]{0,6}["']?([A-Z][A-Z0-9-]{1,14})\\{1,2}(?:[A-Zac-mo-qsv-z]|[bnrtu][a-z])[A-Za-z0-9._-]{1,31}"#,
        refuse: Some(is_system_domain),
    },
    Form {
        rule: "user",
        placeholder: "USER",
        pattern: r#"(?i-u:user(?: ?name)?|account|run ?as|login|owner|who)["']?[ \t]{0,12}[:=][ \t]{0,6}["']?[A-Z][A-Z0-9-]{1,14}\\{1,2}((?:[A-Zac-mo-qsv-z]|[bnrtu][a-z])[A-Za-z0-9._-]{1,31})"#,
        refuse: Some(is_word_of_windows),
    },
    Form {
        rule: "lock-who",
        placeholder: "USER",
        pattern: r#"(?:Who:[ \t]+|held by |locked by |"Who\\*"[ \t]*:[ \t]*\\*")([^ \t\r\n"\\@│][^\t\r\n"\\@│]{0,63}(?:\\{1,2}[^\t\r\n"\\@]{1,64})?)@"#,
        refuse: None,
    },
    Form {
        rule: "lock-who",
        placeholder: "HOST",
        pattern: r#"(?:Who:[ \t]+|held by |locked by |"Who\\*"[ \t]*:[ \t]*\\*")[^\t\r\n"\\@│]{0,64}(?:\\{1,2}[^\t\r\n"\\@]{1,64})?@([^\t\r\n"\\│<]{0,255})"#,
        refuse: None,
    },
];

/// Forms without a literal: where they may begin is told by their separators.
pub(super) const ADDRESSES: [Form; 2] = [
    Form {
        rule: "ipv4",
        placeholder: "IP",
        pattern: r"(?:^|[^0-9A-Za-z.-]| -h)((?:[0-9]{1,3}\.){3}[0-9]{1,3})(?:[^0-9A-Za-z.]|\.?$|\.[^0-9]|\.[0-9]{1,5}(?: >|: ))",
        refuse: Some(is_no_ip),
    },
    Form {
        rule: "ipv6",
        placeholder: "IP",
        pattern: r"(?:^|[^0-9A-Za-z:.])((?:[0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|(?:[0-9a-fA-F]{1,4}:){2,6}(?::[0-9a-fA-F]{1,4}){1,5})(?:[^0-9A-Za-z:]|$)",
        refuse: Some(is_no_ipv6),
    },
];
