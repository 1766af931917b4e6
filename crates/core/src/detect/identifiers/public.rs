//! What looks like an identifier and belongs to everybody.

/// Hosts that everybody knows; their names tell nothing about the user.
pub(super) const PUBLIC: &[&str] = &[
    "terraform.io",
    "hashicorp.com",
    "opentofu.org",
    "github.com",
    "getpostman.com",
    "sqlalche.me",
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
    "yarnpkg.com",
    "nuget.org",
    "pypi.org",
    "pythonhosted.org",
    "crates.io",
    "rubygems.org",
    "kubernetes.io",
    "k8s.io",
    "cluster.local",
    "kubernetes.default.svc",
    "hetzner.com",
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
    "office365.com",
    "postmarkapp.com",
    "twilio.com",
    "sendgrid.net",
    "mongodb.net",
    "snowflakecomputing.com",
    "databricks.com",
    "atlassian.net",
    "atlassian.com",
    "mailgun.org",
    "mailgun.net",
    "posthog.com",
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
    "openrouter.ai",
    "gmail.com",
    "digicert.com",
    "papertrailapp.com",
    "dyndns.org",
    "newrelic.com",
    "notion.com",
    "airtable.com",
    "figma.com",
    "heroku.com",
    "render.com",
    "circleci.com",
    "snyk.io",
    "linear.app",
    "openweathermap.org",
    "wasabisys.com",
    "scw.cloud",
    "packagist.org",
    "sysdig.com",
    "hc-ping.com",
];

pub(super) fn is_word_of_ours(found: &str, before: &str) -> bool {
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
        "tfstate",
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
pub(super) fn is_plain_word(found: &str, before: &str) -> bool {
    is_word_of_ours(found, before)
        || !found.contains(['-', '.']) && !found.bytes().any(|byte| byte.is_ascii_digit())
}

/// Tables and leases of locks, and Kubernetes' secrets of states, are named after states, too.
pub(super) fn is_of_locks(found: &str, before: &str) -> bool {
    is_word_of_ours(found, before)
        || ["lock", "default-state", "md5"].iter().any(|word| crate::text::holds(found, word))
}

/// A container's host is named by its number, which tells nothing.
pub(super) fn is_container(found: &str, _: &str) -> bool {
    found == "localhost" || found.len() == 12 && found.bytes().all(|byte| byte.is_ascii_hexdigit())
}

pub(super) fn is_common_datacenter(found: &str, _: &str) -> bool {
    matches!(found, "dc1" | "dc2" | "default" | "global" | "var" | "local" | "true" | "false")
}

/// Hosts of the vendor itself under its customers' domain.
pub(super) fn is_vendors_own(found: &str, _: &str) -> bool {
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

/// Whose code everybody uses, and words of the forges' own paths.
pub(super) fn is_public_owner(found: &str, _: &str) -> bool {
    const OWNERS: &[&str] = &[
        "actions",
        "ansible",
        "apache",
        "api",
        "apps",
        "argoproj",
        "aws",
        "azure",
        "cli",
        "cloudposse",
        "containerd",
        "docker",
        "dominikh",
        "enterprise",
        "explore",
        "features",
        "fluxcd",
        "git",
        "github",
        "gitlab-org",
        "golang",
        "google",
        "googleapis",
        "googlecloudplatform",
        "groups",
        "gruntwork-io",
        "hashicorp",
        "helm",
        "login",
        "marketplace",
        "microsoft",
        "mozilla",
        "nodejs",
        "oauth",
        "openssl",
        "opentofu",
        "oracle",
        "orgs",
        "postgres",
        "psf",
        "pulumi",
        "python",
        "redis",
        "repos",
        "rust-lang",
        "settings",
        "sponsors",
        "spring-projects",
        "terraform-aws-modules",
        "tfsec",
        "topics",
        "torvalds",
        "user",
        "users",
        "vercel",
    ];
    const HEADS: &[&str] = &[
        "terraform-",
        "kubernetes",
        "aws-",
        "google-",
        "azure-",
        "go-",
        "docker-",
        "prometheus",
        "grafana",
        "open-",
        "bridgecrew",
        "aquasecurity",
        "elastic",
        "cloudflare",
        "jenkins",
        "nginx",
        "rancher",
    ];
    let lower = crate::text::lower(found);
    OWNERS.binary_search(&lower.as_str()).is_ok() || HEADS.iter().any(|head| lower.starts_with(head))
}

/// Everybody's modules, told by their owner.
pub(super) fn is_public_repository(found: &str, before: &str) -> bool {
    found.starts_with("terraform-aws-")
        || before.strip_suffix('/').is_some_and(|head| {
            // All of the owner's name is asked: `kite-go-lamp` is none that begins with `go-`.
            head.rsplit_once(':').is_some_and(|(_, owner)| is_public_owner(owner, ""))
                || head.ends_with("form-aws-modules")
        })
}

/// In a sentence an owner without a hyphen or a digit may be anybody's, and a word.
pub(super) fn is_word_or_public_owner(found: &str, before: &str) -> bool {
    is_plain_word(found, before) || is_public_owner(found, before)
}

/// The same of a repository; of everybody's owners the end is seen.
pub(super) fn is_word_or_public_repository(found: &str, before: &str) -> bool {
    let owner = before.trim_end_matches('/').rsplit([':', '/', ' ']).next().unwrap_or("");
    is_plain_word(found, before) || is_public_owner(owner, "") || is_public_repository(found, before)
}

pub(super) fn is_common_user(found: &str, _: &str) -> bool {
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

/// Users that are no people: of everybody's machines, and of pipelines.
pub(super) fn is_robot(found: &str, before: &str) -> bool {
    const HEADS: [&str; 7] = ["ci-", "ci_", "tf-", "tf_", "terraform", "deploy", "github"];
    HEADS.iter().any(|head| found.starts_with(head)) || is_common_user(found, before)
}

/// Windows' own accounts, of the system and its services.
pub(super) fn is_system_user(found: &str, before: &str) -> bool {
    matches!(found, "SYSTEM" | "LOCAL" | "NETWORK" | "ANONYMOUS" | "Administrator" | "Guest")
        || is_common_user(found, before)
}

/// The same of what stands before such an account.
pub(super) fn is_system_domain(found: &str, _: &str) -> bool {
    matches!(
        found,
        "AUTHORITY" | "BUILTIN" | "SYSTEM" | "SERVICE" | "HKLM" | "HKCU" | "HKEY" | "WORKGROUP" | "IIS" | "C"
    )
}

/// What a backslash leads that is no user's: an account of the system.
pub(super) fn is_word_of_windows(found: &str, before: &str) -> bool {
    let domain = before.trim_end_matches('\\').rsplit([' ', '"', '\'', ':', '=']).next().unwrap_or("");
    is_system_user(found, before) || is_system_domain(domain, "")
}

/// `eu-central-1`
pub(super) fn is_region(found: &str) -> bool {
    let parts: Vec<&str> = found.split('-').collect();
    matches!(parts.as_slice(), [area, .., number]
        if parts.len() >= 3 && area.len() <= 3 && number.len() == 1
            && parts.iter().take(parts.len() - 1).all(|part| part.bytes().all(|byte| byte.is_ascii_lowercase()))
            && number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `git@github.com/owner/`: the host's own user goes before everybody's modules.
pub(super) fn is_of_anybody(found: &str, before: &str) -> bool {
    before.ends_with("git@github.com/")
        || before.ends_with("git@gitlab.com/")
        || is_public_owner(found, before)
}

pub(super) fn is_no_email(found: &str, before: &str) -> bool {
    let (user, domain) = found.split_once('@').unwrap_or((found, ""));
    user == "git"
        || crate::detect::is_placeholder(user)
        || domain.ends_with(".iam.gserviceaccount.com")
        || domain.split('.').next_back().is_some_and(|end| end.bytes().all(|byte| byte.is_ascii_digit()))
        || before.ends_with("://")
        // `https://__token__:xxxxxxxx@pypi.example.com`: a mask before the host.
        || before.ends_with(':') && user.bytes().all(|byte| matches!(byte, b'x' | b'X' | b'*'))
        || before.ends_with("Who:       ")
        // What a mail program calls a message.
        || before.to_ascii_lowercase().ends_with("message-id: <")
        || domain.starts_with('v') && domain.as_bytes().get(1).is_some_and(u8::is_ascii_digit)
}

pub(super) fn is_no_ip(found: &str, before: &str) -> bool {
    let parts: Vec<u16> = found.split('.').filter_map(|part| part.parse().ok()).collect();
    let [a, b, c, d] = parts.as_slice() else { return true };
    if [a, b, c, d].iter().any(|part| **part > 255)
        || found.split('.').any(|part| part.len() > 1 && part.starts_with('0'))
    {
        return true;
    }
    let lower = before.to_ascii_lowercase();
    let tail = lower.trim_end_matches([' ', '"', '\'', '=', ':', '>', '<', '~', '^']);
    // `<add key="webpages:Version" value="3.0.0.0" />`
    let tail = tail.strip_suffix(" value").map_or(tail, |tail| tail.trim_end_matches(['"', '\'']));
    // `/v:10.1.2.3` is an option.
    let option = lower.ends_with(" /v:");
    let version = !option
        && ["version", "ver", "v", ">=", "release", "tag", "otp", "erlang"].iter().any(|word| {
            // A server is no version.
            tail.strip_suffix(word).is_some_and(|rest| {
                *word == "version"
                    || !rest.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '+'))
            })
        })
        || lower.ends_with(">= ")
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

pub(super) fn is_no_ipv6(found: &str, _: &str) -> bool {
    let lower = found.to_ascii_lowercase();
    lower.starts_with("2001:db8")
        || lower.starts_with("fe80")
        || lower == "::1"
        || !lower.contains(|c: char| c.is_ascii_digit())
        || lower.split(':').all(|part| part.len() <= 2)
}

/// `0;32m` after a bracket: a colour code that lost its ESC.
pub(super) fn is_colour(rest: &[u8]) -> bool {
    let digits = rest.iter().take(12).take_while(|byte| byte.is_ascii_digit() || **byte == b';').count();
    digits > 0 && rest.get(digits) == Some(&b'm')
}

pub(super) fn is_private(ip: &str) -> bool {
    ip.starts_with("10.")
        || ip.starts_with("192.168.")
        || ip
            .strip_prefix("172.")
            .and_then(|rest| rest.split('.').next())
            .and_then(|part| part.parse::<u8>().ok())
            .is_some_and(|part| (16..32).contains(&part))
}
