//! A stale-lock watchdog: reads `Created` from the locks on a schedule, tells, never deletes.
//!
//! Sources: Terraform `internal/backend/remote-state/s3/client.go` v1.15.9 (lock item, lock file); Amazon CloudWatch
//! (`PutMetricData`, missing data); no tool publishes a lock's age by itself.

use super::{Companion, Store, file, fill, slug};
use crate::fix::companions::hcl::{Head, Variable};
use crate::fix::companions::{self, template};

pub(super) fn files(stores: &[Store]) -> Vec<Companion> {
    let watched: Vec<(&Store, Vec<Companion>)> = stores
        .iter()
        .take(companions::MOST)
        .map(|store| (store, one(store)))
        .filter(|(_, files)| !files.is_empty())
        .collect();
    let several = watched.len() > 1;
    let mut out = Vec::new();
    for (index, (store, files)) in watched.into_iter().enumerate() {
        let folder = if several {
            format!("watchdog-{}-{}", index + 1, slug(companions::name(store)))
        } else {
            "watchdog".to_owned()
        };
        out.extend(
            files.into_iter().map(|file| Companion { path: format!("{folder}/{}", file.path), ..file }),
        );
    }
    out
}

fn one(store: &Store) -> Vec<Companion> {
    match store.backend.as_str() {
        "s3" if !companions::is_compatible_store(store) => aws(store),
        "s3" if !store.is_true("use_lockfile") => Vec::new(),
        "gcs" => gcs(store),
        "s3" | "azurerm" | "kubernetes" | "oci" | "cos" => scheduled(store),
        "oss" if store.has("tablestore_table") => scheduled(store),
        "http" if gitlab(store).is_some() => scheduled(store),
        other => none(other).map_or_else(Vec::new, |reason| {
            vec![file(
                "README.md",
                format!("# Why there is no watchdog\n\n{reason}\n"),
                "Says why no watchdog is needed or possible here.",
            )]
        }),
    }
}

/// Why nothing can, or need, be watched.
fn none(backend: &str) -> Option<&'static str> {
    Some(match backend {
        "consul" => {
            "Consul frees a lock 20 to 35 s after its holder dies: a lock that stays has a holder that runs."
        }
        "pg" => {
            "PostgreSQL frees a lock when its holder's connection ends. A connection that hangs is seen in pg_locks, joined with pg_stat_activity."
        }
        "http" => "The protocol has no way to see a lock without taking it. Ask the server's own interface.",
        "remote" | "cloud" => {
            "HCP Terraform tells who locked a workspace, not since when, and frees a run's lock when the run ends. Its notifications tell of runs that wait for a person."
        }
        "local" => "The lock is the operating system's and ends with the process.",
        _ => return None,
    })
}

/// The address of a state that GitLab keeps.
fn gitlab(store: &Store) -> Option<&str> {
    let address = store.get("address")?;
    (address.contains("/api/v4/projects/") && address.contains("/terraform/state/") && !address.contains('@'))
        .then_some(address)
}

const LONGEST: Variable = Variable::of(
    "longest_apply_minutes",
    "number",
    "The longest that an apply may rightly take. Older locks are told of; they may still be live",
    None,
);

fn aws(store: &Store) -> Vec<Companion> {
    let table = companions::needs_table(store);
    let mut head = Head::new(
        store,
        "# Looks for old locks every five minutes and tells. Apply it outside the pipelines that it watches.\n",
    );
    head.providers = &[("archive", "hashicorp/archive", ">= 2.4"), ("aws", "hashicorp/aws", ">= 5.0")];
    head.provider = Some(("aws", vec![("region", "local.state_region".to_owned())]));
    head.locals.push(("name", format!("\"{}\"", slug(companions::name(store)))));
    head.name("state_bucket", store.get("bucket"), "The bucket of the backend block");
    head.name("state_region", companions::region(store), "The region of that bucket");
    if table {
        head.name(
            "lock_table",
            store.any(&["dynamodb_table", "lock_table"]),
            "The DynamoDB table of the locks",
        );
    } else {
        head.locals.push(("lock_table", "\"\"".to_owned()));
    }
    head.variables.push(LONGEST);
    head.variables.push(Variable::of("tell", "list(string)", "E-mail addresses that are told", None));
    if let Some(key) = companions::kms_key(store) {
        head.locals.push(("state_key_id", companions::hcl::quote(key)));
    } else {
        head.locals.push(("state_key_id", "var.state_key_id".to_owned()));
        head.variables.push(Variable::of(
            "state_key_id",
            "string",
            "Id, ARN or alias of the KMS key of the bucket; null where it has none of its own",
            Some("null"),
        ));
    }
    let text = template::pick(include_str!("files/watchdog-aws/watchdog.tf"), &[("table", table)]);
    vec![
        file(
            "watchdog.tf",
            head.text() + &text,
            "Prevents a lock from going unnoticed for hours: a scheduled function, its metric and alarm. It reads; it never deletes.",
        ),
        file(
            "stale_locks.py",
            include_str!("files/watchdog-aws/stale_locks.py").to_owned(),
            "Reads Created from every lock file and lock item, and tells who holds it; age alone proves nothing.",
        ),
    ]
}

fn gcs(store: &Store) -> Vec<Companion> {
    let mut head = Head::new(
        store,
        "# Looks for old locks every five minutes and tells. Apply it outside the pipelines that it watches.\n",
    );
    head.providers = &[("archive", "hashicorp/archive", ">= 2.4"), ("google", "hashicorp/google", ">= 5.21")];
    head.provider = Some(("google", vec![("project", "local.project".to_owned())]));
    head.locals.push(("name", companions::hcl::quote(&slug(companions::name(store)))));
    head.name("state_bucket", store.get("bucket"), "The bucket of the backend block");
    head.name("project", store.plain("project"), "The project of that bucket");
    head.variables.extend([
        LONGEST,
        Variable::of("tell", "list(string)", "E-mail addresses that are told", None),
        Variable::text("function_region", "Where the function runs, such as europe-west1"),
    ]);
    vec![
        file(
            "watchdog.tf",
            head.text() + include_str!("files/watchdog-gcs/watchdog.tf"),
            "Prevents a lock from going unnoticed for hours: a scheduled function and its alert. It reads; it never deletes.",
        ),
        file(
            "main.py",
            include_str!("files/watchdog-gcs/main.py").to_owned(),
            "Reads Created from every lock object, and tells who holds it; age alone proves nothing.",
        ),
        file(
            "requirements.txt",
            include_str!("files/watchdog-gcs/requirements.txt").to_owned(),
            "What the function is built with: two packages, by major version.",
        ),
    ]
}

/// A scheduled CI job, where a function of its own would be more than it watches.
fn scheduled(store: &Store) -> Vec<Companion> {
    let own = |name: &str| store.get(name).map(str::to_owned);
    let names: Vec<(&str, Option<String>)> = match store.backend.as_str() {
        "azurerm" => vec![("account", own("storage_account_name")), ("container", own("container_name"))],
        "kubernetes" => {
            let default = || (!store.has("namespace")).then(|| "default".to_owned());
            vec![("namespace", own("namespace").or_else(default))]
        }
        "oss" => vec![("endpoint", own("tablestore_endpoint")), ("table", own("tablestore_table"))],
        "http" => vec![("address", gitlab(store).map(str::to_owned))],
        "cos" => {
            let endpoint = store.plain("region").map(|region| format!("https://cos.{region}.myqcloud.com"));
            vec![("endpoint", endpoint), ("bucket", own("bucket"))]
        }
        "s3" => vec![
            ("endpoint", store.any(&["endpoints.s3", "endpoint"]).map(str::to_owned)),
            ("bucket", own("bucket")),
        ],
        _ => vec![("namespace", own("namespace")), ("bucket", own("bucket"))],
    };
    let names: String = names
        .into_iter()
        .map(|(name, value)| {
            (name, value.as_deref().and_then(crate::diagnose::quote::sh).unwrap_or_else(|| "\"\"".to_owned()))
        })
        .fold(String::new(), |out, (name, value)| out + name + "=" + &value + "\n");
    let part = match store.backend.as_str() {
        "s3" | "cos" => "endpoint",
        "http" => "gitlab",
        other => other,
    };
    let script = template::pick(include_str!("files/watchdog-ci/stale-locks.sh"), &[(part, true)]);
    let login = match store.backend.as_str() {
        "azurerm" => {
            "      - uses: azure/login@v2\n        with:\n          client-id: ${{ vars.TF_WATCHDOG_CLIENT_ID }}\n          tenant-id: ${{ vars.ARM_TENANT_ID }}\n          subscription-id: ${{ vars.ARM_SUBSCRIPTION_ID }}\n"
        }
        "kubernetes" => {
            "      # Log in to the cluster here, as an account that may get and list leases, no secrets.\n"
        }
        "s3" | "cos" => {
            "      # Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY here, of a user that may read objects named *.tflock.\n"
        }
        "oss" => {
            "      - run: pip install 'tablestore>=6,<7'\n      # Set ALICLOUD_ACCESS_KEY and ALICLOUD_SECRET_KEY here, of a user that may read the lock table.\n"
        }
        _ => "      # Log in to Oracle Cloud here, as a user that may read objects named *.tflock.\n",
    };
    let job = if part == "gitlab" {
        file(
            "terraform-watchdog.gitlab-ci.yml",
            include_str!("files/watchdog-ci/gitlab.yml").to_owned(),
            "Runs the watchdog by a pipeline schedule, outside the pipeline that it watches.",
        )
    } else {
        file(
            "terraform-watchdog.yml",
            fill(include_str!("files/watchdog-ci/workflow.yml"), &[("login", login)]),
            "Runs the watchdog every hour, outside the pipeline that it watches; goes to .github/workflows/.",
        )
    };
    vec![
        file(
            "stale-locks.sh",
            fill(&script, &[("names", &names)]),
            "Prevents a lock from going unnoticed for hours: tells of old locks and fails the scheduled job. It reads; it never releases.",
        ),
        job,
    ]
}
