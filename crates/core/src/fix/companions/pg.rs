//! PostgreSQL: roles for apply and plan, and a history of states.
//!
//! Sources: Terraform `internal/backend/remote-state/pg/{backend,client}.go` v1.15.9 (schema, sequence, table, index,
//! advisory locks); PostgreSQL 17 documentation (quoted identifiers, `SECURITY DEFINER`).

use super::Part;
use super::store::Store;
use crate::fix::Companion;

/// An identifier in double quotes. PostgreSQL cuts names at 63 bytes; a longer one, or one with a zero byte, is none.
fn identifier(name: &str) -> Option<String> {
    let fits = !name.is_empty() && name.len() <= 63 && !name.chars().any(super::hcl::is_invisible);
    // `$$` would end the function's body.
    (fits && !name.contains("$$")).then(|| format!("\"{}\"", name.replace('"', "\"\"")))
}

/// The user of `postgres://user:password@host/db` or `user=... host=...`; the password is not looked at.
fn user(conn_str: &str) -> Option<&str> {
    let user = match conn_str.split_once("://") {
        Some((_, rest)) => rest.split('/').next()?.rsplit_once('@')?.0.split(':').next()?,
        None => conn_str.split_whitespace().find_map(|pair| pair.strip_prefix("user="))?,
    };
    let is_plain =
        user.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
    (is_plain && !user.is_empty()).then_some(user)
}

pub(super) fn files(store: &Store) -> Vec<Companion> {
    // Without the argument the backend uses this schema.
    let schema = match store.get("schema_name") {
        Some(name) => identifier(name),
        None => (!store.has("schema_name")).then(|| "\"terraform_remote_state\"".to_owned()),
    };
    // A schema that is computed, or that cannot be written safely, is asked for by psql's own variable.
    let (schema, ask) = match &schema {
        Some(schema) => (schema.as_str(), ""),
        None => (
            "\"terraform_remote_state\"",
            "-- The block's schema is not known: replace \"terraform_remote_state\" by it everywhere below.\n",
        ),
    };
    let grant = match store.get("conn_str").and_then(user).and_then(identifier) {
        Some(user) => format!("-- The user of the block applies.\nGRANT terraform_apply TO {user};\n\n"),
        None => "-- GRANT terraform_apply TO the user that applies; GRANT terraform_plan TO the user that only plans.\n\n"
            .to_owned(),
    };
    let text = include_str!("pg/state-backend.sql").replace("--:grant\n", &grant).replace(":schema", schema);
    super::set(
        store,
        vec![Part {
            name: "state-backend.sql",
            text: format!("{ask}{text}"),
            purpose: "Roles that cannot create or drop: apply writes, plan only reads; every overwritten state is kept in a history table.",
        }],
        &[],
    )
}
