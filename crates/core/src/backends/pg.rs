//! PostgreSQL.

use super::Backend;
use super::configuration::{Argument, Configuration};
use super::locking::Locking;

/// PostgreSQL.
pub(super) const BACKEND: Backend = Backend { id: "pg", name: "PostgreSQL", locking: LOCKING };

// ---------------------------------------------------------------------------------------- Locking

use super::digest::fnv1;
use super::locking::{Place, check, fallback, location};
use crate::diagnose::{Check, Fallback, Location, quote};

const LOCKING: Locking = Locking {
    frees_itself: true,
    when_holder_dies: "PostgreSQL frees this lock when the database session ends, so a held lock means a session that is still open.",
    place: "A session-level advisory lock, whose key is the row's id in the states table; making a workspace takes key -1.",
    id: "none that can be used: the printed one is this command's own attempt",
    refuses: Some(
        "The pg backend's force-unlock prints success and frees nothing, whatever id it is given: the lock belongs to a database session, and only that session's end frees it.",
    ),
    caution: None,
    inspect,
    release,
    locations,
    held_text: "Workspace is already locked: default",
    source: "Terraform internal/backend/remote-state/pg/client.go v1.15.9",
};

fn schema<'a>(place: &'a Place<'_>) -> &'a str {
    place.setting("schema_name").unwrap_or("terraform_remote_state")
}

fn table<'a>(place: &'a Place<'_>) -> &'a str {
    place.setting("table_name").unwrap_or("states")
}

/// OpenTofu internal/backend/remote-state/pg/client.go v1.10.0: a negative number from both names.
fn creation_key(schema: &str, table: &str) -> i64 {
    -i64::from(fnv1(format!("{schema}\0{table}").as_bytes()))
}

/// A name in double quotes, as SQL wants it.
fn identifier(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn psql(query: &str) -> Option<String> {
    quote::sh(query).map(|query| format!("psql \"$PG_CONN_STR\" -c {query}"))
}

fn inspect(place: &Place<'_>) -> Option<Check> {
    let query = format!(
        "SELECT a.pid, a.usename, a.client_addr, a.application_name, a.backend_start, a.state, a.query_start FROM pg_locks l JOIN pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()) AND ((l.classid::bigint << 32) | l.objid::bigint) IN (SELECT id FROM {}.{} WHERE name = '{}' UNION ALL SELECT -1 UNION ALL SELECT {})",
        identifier(schema(place)),
        identifier(table(place)),
        place.workspace_or_default().replace('\'', "''"),
        creation_key(schema(place), table(place))
    );
    Some(check(
        "Find the session that holds the lock (the connection string stands in PG_CONN_STR)",
        psql(&query),
    ))
}

fn release(place: &Place<'_>) -> Vec<Fallback> {
    _ = place;
    vec![fallback(
        "Let the holder end, or end exactly its session: put pid and backend_start from the query above into SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ... AND backend_start = '...'",
        None,
        "Pid and backend_start together name one session; a pid alone may by then be another's.",
    )]
}

fn locations(place: &Place<'_>) -> Vec<Location> {
    vec![
        location(
            "State row",
            format!("{}.{}, name = {}", schema(place), table(place), place.workspace_or_default()),
        ),
        location("Advisory lock key of a run", format!("id of that row in {table}", table = table(place))),
        location("Advisory lock key while a workspace is made, Terraform and OpenTofu before 1.10", "-1"),
        location(
            "Advisory lock key while a workspace is made, OpenTofu 1.10 and later",
            creation_key(schema(place), table(place)).to_string(),
        ),
    ]
}

// ---------------------------------------------------------------------------------- Configuration

use crate::fix::{Review, Severity};

pub(super) const CONFIGURATION: Configuration = Configuration {
    label: "pg",
    arguments: ARGUMENTS,
    blocks: &[],
    source: "Terraform internal/backend/remote-state/pg/backend.go v1.15.9",
};

const ARGUMENTS: &[Argument] = &[
    Argument::secret("conn_str", "PG_CONN_STR"),
    Argument::plain("schema_name"),
    Argument::flag("skip_schema_creation").since(0, 12),
    Argument::flag("skip_table_creation").since(0, 14),
    Argument::flag("skip_index_creation").since(0, 14),
    Argument::plain("table_name").only_tofu(1, 10),
    Argument::plain("index_name").only_tofu(1, 10),
];

pub(super) fn configured(review: &mut Review<'_>) {
    let Some(text) = review.text("conn_str") else { return };
    review.userinfo("conn_str", "PGPASSWORD");
    // `host=db user=tf password=x`, and the same as a query of a URL.
    let written = review.written_text("conn_str");
    for mark in ["password=", "PASSWORD="] {
        let Some(at) = written.find(mark) else { continue };
        let before = written.get(..at).and_then(|before| before.chars().last());
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_') {
            continue;
        }
        let from = at + mark.len();
        let rest = written.get(from..).unwrap_or("");
        let value = if let Some(quoted) = rest.strip_prefix('\'') {
            quoted.split('\'').next().unwrap_or("")
        } else {
            rest.split([' ', '&', '"', '\n']).next().unwrap_or("")
        };
        let quotes = if rest.starts_with('\'') { 2 } else { 0 };
        let mut end = from + value.len() + quotes;
        let mut start = at;
        match (before, written.get(end..).and_then(|rest| rest.chars().next())) {
            (_, Some(' ' | '&')) => end += 1,
            (Some(' ' | '&' | '?'), _) => start -= 1,
            _ => {}
        }
        review.password("conn_str", value, Some((start, end)), "PGPASSWORD");
    }
    if text.contains("sslmode=disable") {
        let is_loopback = ["@localhost", "@127.", "host=localhost", "host=127.", "@[::1]"]
            .iter()
            .any(|host| text.contains(host));
        review.tell(
            "insecure-transport",
            if is_loopback { Severity::Low } else { Severity::High },
            Some("conn_str"),
            "sslmode=disable: state and password travel in clear text.",
            "Set sslmode=verify-full and sslrootcert, where the server speaks TLS. It is not changed here: a server without TLS would refuse.",
        );
    }
}
