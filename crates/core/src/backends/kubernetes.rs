//! Kubernetes.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Kubernetes.
pub(super) const BACKEND: Backend = Backend { id: "kubernetes", name: "Kubernetes", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: false,
    when_holder_dies: "The Lease has no expiry: nothing frees it when its holder is killed.",
    place: "The Lease lock-tfstate-<workspace>-<secret_suffix>: spec.holderIdentity is the lock's id, the annotation app.terraform.io/lock-info is the lock as JSON.",
    id: "a UUID, the Lease's holderIdentity",
    refuses: None,
    caution: None,
    inspect,
    release,
    locations,
    held_text: "the state is already locked by another terraform client",
    source: "Terraform internal/backend/remote-state/kubernetes/client.go v1.15.9",
};

fn lease(place: &Place<'_>) -> Option<(String, String)> {
    let name = match place.detail("lease") {
        Some(name) => name.to_owned(),
        None => format!("lock-tfstate-{}-{}", place.workspace_or_default(), place.setting("secret_suffix")?),
    };
    let namespace = place.named("namespace", "namespace").unwrap_or("default");
    Some((name, namespace.to_owned()))
}

fn arguments(place: &Place<'_>) -> Option<(String, String)> {
    let (name, namespace) = lease(place)?;
    Some((quote::sh(&name)?, quote::sh(&namespace)?))
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let (name, namespace) = arguments(place)?;
    Some(check(
        "See that holderIdentity is still this lock's id",
        Some(format!("kubectl -n {namespace} get lease {name} -o yaml")),
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    let command = || {
        let (name, namespace) = arguments(place)?;
        let patch = serde_json::json!([
            {"op": "test", "path": "/spec/holderIdentity", "value": place.id?},
            {"op": "remove", "path": "/spec/holderIdentity"},
            {"op": "remove", "path": "/metadata/annotations/app.terraform.io~1lock-info"}
        ]);
        Some(format!(
            "kubectl -n {namespace} patch lease {name} --type=json -p {}",
            quote::sh(&patch.to_string())?
        ))
    };
    let title = if lease(place).is_some() {
        "Clear the Lease by kubectl, only if it is this lock"
    } else {
        "Clear the Lease by kubectl: paste the backend block too, so that its name is known"
    };
    vec![fallback(
        title,
        command(),
        "The patch tests holderIdentity first and changes nothing where it is another's.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some((name, namespace)) = lease(place) else { return Vec::new() };
    let secret = name.strip_prefix("lock-").unwrap_or(&name).to_owned();
    vec![
        location("Lease", format!("{namespace}/{name}")),
        location("State secret", format!("{namespace}/{secret}")),
    ]
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "kubernetes",
    arguments: ARGUMENTS,
    blocks: &["exec"],
    source: "Terraform internal/backend/remote-state/kubernetes/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("secret_suffix"),
    Argument::plain("namespace"),
    Argument::object("labels"),
    Argument::flag("in_cluster_config"),
    Argument::flag("load_config_file"),
    Argument::plain("host"),
    Argument::plain("config_path"),
    Argument::list("config_paths").terraform_since(1, 1),
    Argument::plain("config_context"),
    Argument::plain("config_context_auth_info"),
    Argument::plain("config_context_cluster"),
    Argument::plain("username"),
    Argument::secret("password", "KUBE_PASSWORD"),
    Argument::secret("token", "KUBE_TOKEN"),
    Argument::secret("client_key", "KUBE_CLIENT_KEY_DATA"),
    Argument::plain("client_certificate"),
    Argument::plain("cluster_ca_certificate"),
    Argument::flag("insecure"),
    Argument::object("exec"),
    Argument::plain("proxy_url").terraform_since(1, 6).only_terraform(),
];

pub(super) fn configured(review: &mut Review<'_>) {
    review.not_checked("insecure");
    if let Some(host) = review.text("host") {
        review.plain_http("host", host);
    }
    for (name, variable) in [("config_path", "KUBE_CONFIG_PATH"), ("config_paths", "KUBE_CONFIG_PATHS")] {
        if let Some(path) = review.texts(name).into_iter().find(|path| path.starts_with("~/")) {
            review.tell(
                "kubeconfig-home",
                Severity::Low,
                Some(name),
                format!("{name} is {path}, which a CI runner does not have."),
                format!("Leave it out and set {variable} where Terraform runs."),
            );
        }
    }
}
