//! Consul.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// Consul.
pub(super) const BACKEND: Backend = Backend { id: "consul", name: "Consul", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: true,
    when_holder_dies: "Consul frees this lock about 20 to 35 s after its holder dies (session TTL 15 s, lock delay 5 s), so a lock that persists means a holder that still runs.",
    place: "The KV key <path>/.lock, held by a session; <path>/.lockinfo holds the lock as JSON.",
    id: "the Consul session's id",
    refuses: None,
    caution: Some(
        "force-unlock destroys the session whose id it is given, without comparing it; a holder that still runs takes the lock again under a new session.",
    ),
    inspect,
    release,
    locations,
    held_text: "",
    source: "Terraform internal/backend/remote-state/consul/client.go v1.15.9",
};

fn path(place: &Place<'_>) -> Option<String> {
    if !place.path.is_empty() {
        return Some(place.path.trim_end_matches('/').to_owned());
    }
    let path = place.setting("path")?.trim_end_matches('/');
    Some(match place.workspace {
        Some(workspace) if workspace != "default" => format!("{path}-env:{workspace}"),
        _ => path.to_owned(),
    })
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let key = quote::sh(&format!("{}/.lock", path(place)?))?;
    Some(check("See that Session is still this lock's id", Some(format!("consul kv get -detailed {key}"))))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    let command = || {
        let id = place.id.filter(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-'))?;
        Some(format!("curl --fail -X PUT \"$CONSUL_HTTP_ADDR/v1/session/destroy/{id}\""))
    };
    vec![fallback(
        "Destroy exactly this session by Consul's API",
        command(),
        "Only the session with this id ends; a lock that another session holds stays. Wait 5 s (lock delay) before the next run.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    let Some(path) = path(place) else { return Vec::new() };
    let state = place.setting("path").filter(|state| state.trim_end_matches('/') == path).unwrap_or(&path);
    vec![
        location("State key", state),
        location("Lock key", format!("{path}/.lock")),
        location("Lock info key", format!("{path}/.lockinfo")),
    ]
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "consul",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/consul/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::required("path"),
    Argument::plain("address"),
    Argument::plain("scheme"),
    Argument::plain("datacenter"),
    Argument::secret("access_token", "CONSUL_HTTP_TOKEN"),
    Argument::secret("http_auth", "CONSUL_HTTP_AUTH"),
    Argument::flag("gzip"),
    Argument::flag("lock"),
    Argument::plain("ca_file").since(0, 10),
    Argument::plain("cert_file").since(0, 10),
    Argument::plain("key_file").since(0, 10),
];

pub(super) fn configured(review: &mut Review<'_>) {
    if review.is("lock", false) {
        review.tell(
            "no-locking",
            Severity::High,
            Some("lock"),
            "lock = false: two runs can write the state at once, and the later one wins.",
            "Set lock to true, which is the default.",
        );
        review.set_true("lock");
    }
    let scheme = review.literal("scheme");
    if scheme.is_some_and(|scheme| !matches!(scheme, "http" | "https")) {
        review.invalid("scheme", "scheme is http or https.");
    }
    let address = review.literal("address");
    let is_plain = scheme == Some("http")
        || !review.has("scheme") && address.is_some_and(|address| !address.starts_with("https://"));
    if is_plain {
        let is_loopback = address.map_or(scheme.is_some(), |address| {
            let host = address.trim_start_matches("http://");
            host.starts_with("127.") || host.starts_with("localhost") || host.starts_with("[::1]")
        });
        // Without a scheme the environment (CONSUL_HTTP_SSL) may turn TLS on.
        let severity = if is_loopback || scheme.is_none() { Severity::Low } else { Severity::High };
        let attribute = if review.has("scheme") { "scheme" } else { "address" };
        review.tell(
            "insecure-transport",
            severity,
            Some(attribute),
            "Consul is spoken to over plain http: state and token can be read on the way.",
            "Set scheme = \"https\" and ca_file, where the server speaks TLS.",
        );
    }
}
