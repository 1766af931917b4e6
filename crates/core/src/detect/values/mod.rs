//! Where a value begins and ends, and which values are never secret.
//!
//! Source: facts/redaction.md 2.2 and 2.3 of this project.

mod chosen;
mod harmless;
mod lines;
mod random;
mod types;
mod written;

pub(in crate::detect) use chosen::{is_chosen, is_favourite, is_made};
pub(in crate::detect) use harmless::{
    begins_with, is_caption, is_command, is_filled, is_masked, is_never_secret, is_reference, is_slot,
    is_ticket,
};
pub(in crate::detect) use lines::{
    FAR, blanks, indent, line_end, line_near, line_start, whole_line_end, whole_line_start,
};
pub(in crate::detect) use random::{
    entropy, has_mixed_part, is_digest, is_drawn, is_drawn_in_letters, is_drawn_mixed, is_password_like,
    is_random, is_tokenish, is_uuid,
};
pub(in crate::detect) use types::{is_type, type_length};
pub(in crate::detect) use written::{after_name, closing, enclosing, quoted, unquoted, word};

/// Longest value that is followed.
pub(super) const LONGEST: usize = 65_536;

/// A value: its byte range without quotes, and where reading goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) after: usize,
    pub(super) quoted: bool,
}

impl Value {
    /// What stands between quotes, where reading goes on at the closing one.
    pub(super) fn quoted(start: usize, end: usize) -> Self {
        Self { start, end, after: end, quoted: true }
    }
}

/// How an unquoted value ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Until {
    /// At the end of the line, as in `.env`, ini, YAML.
    Line,
    /// At a blank, as in a shell.
    Blank,
    /// At a blank and nowhere else, as a file of directives reads its words.
    Word,
    /// At `&`, as in a query.
    Query,
    /// At `;`, as in a connection string.
    Semicolon,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_masks_and_stand_ins_are_no_secrets() {
        for value in [
            "var.password",
            "${var.x}",
            "$DB_PASS",
            "${{ secrets.X }}",
            "{{ .Values.x }}",
            "********",
            "<your-token>",
            "(sensitive value)",
            "your-api-key-here",
            "ENC[AES256_GCM,data:x]",
            "null",
            "%{NAME}",
            "@(some_client_secret)",
            "$DefaultAdminPassword$",
            "\\${DB_PASS}",
            "{upload_token()}",
            "SOME_PREFIX_${NAME}",
            "*****1*****2",
            "data.vault_generic_secret.db.data[x]",
            "[secret]",
            "[HIDDEN]",
            "** redacted **",
            "VALUE_SPECIFIED_IN_NO_LOG_PARAMETER",
            "****************7XQA",
            "@{secretstore:vsphere_password}",
            "glcbt-66",
            "**",
            "00-1993d2711ddc8df8acb1a9f8360f2c16-d5e57212a32c9ecb-01",
            &["hmac-sha256:", &"2cb64fa92a42de87".repeat(4)].concat(),
            &["kite/web@sha256:", &"2cb64fa92a42de87".repeat(4)].concat(),
            &["SHA256:", &"B9877Leigbv".repeat(4)[..43]].concat(),
        ] {
            assert!(is_never_secret(value), "{value}");
        }
        for value in [
            "hunter2",
            "changeme",
            "admin",
            "p@ss",
            "${VAR:-literal}",
            "copper-willow-42",
            "$maple$",
            "@(maple)",
        ] {
            assert!(!is_never_secret(value), "{value}");
        }
    }

    #[test]
    fn what_shows_only_its_ends_is_no_secret() {
        for value in [
            "****************WXYZ",
            "9ctA********************************lwCk",
            "gsk_************************************************Tn4q",
            "glpat-****",
            "xapp-***",
            "sk-lk-...a9c2",
            "xai-...Wq7d",
            "dp.st…aB3xYz",
            "Ab3••••Cd4Ef5",
            "key-••••••••••••a4f1",
            "xai-AbCd************************WxYz",
            "sk_test_xxxxxxxxxxxxxxxxxxxxxxxx",
            "PMAK-xxxxxxxxxxxxxxxxxxxxxxxx-xxxxxxxxxxxxxxxxxxxxxxxxxx",
            "dapixxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
            "0.xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx.xxxxxxxxxxxxxxxxxxxx:xxxxxxxxxxxxxxxxxxxxxx==",
            "sk-proj-YOUR_API_KEY",
            "EAAA-your-access-token",
            "re_yourkey",
            "ENTER_YOUR_API_KEY",
            "sk-placeholder",
            "HRKU-<token>",
            "0.<access-token-id>.<client-secret>:<encryption-key>",
            "REDACTED-EXAMPLE",
            "RABBIT_PASS",
            "VOTRE_CLE_GENEREE_ICI",
            "TU_CONTRASEÑA_DE_RED",
            "yourAPIKey",
            "YourPfxPasswordHere",
            "[SAS key]",
            "base64:your-app-key",
        ] {
            assert!(is_never_secret(value), "{value}");
        }
        for value in [
            "********x",
            "Kq7Zx2****************",
            "abc***REVOKED",
            "maple***88",
            "wait...what",
            "Maple...88!",
            "ab-***-cd",
            "re_yourkey7",
            "change-me",
            "change_me",
            "PASSWORD",
            "P4SS_WORD",
            "A_B_C_D",
            "yourkey7",
            "yourpassword",
            "[maple]",
            "sk_test_xxxxxxxxxxxxxxxxxxxxxxx9",
            "Kq7Zx2xxxxxxxxxxx",
            "ab<cd>ef9",
            "my<key>Maple88",
            "REDACTED-7x2",
            "**maple**88**",
        ] {
            assert!(!is_never_secret(value), "{value}");
        }
    }

    #[test]
    fn quotes_of_any_level_are_followed() {
        let of = |text: &str| {
            quoted(text.as_bytes(), 0).and_then(|value| text.get(value.start..value.end).map(str::to_owned))
        };
        assert_eq!(of(r#""a\"b" c"#).as_deref(), Some(r#"a\"b"#));
        assert_eq!(of(r#"\"a\", \"b\""#).as_deref(), Some("a"));
        assert_eq!(of(r#"\\\"a\\\""#).as_deref(), Some("a"));
        assert_eq!(of("'it''s' x").as_deref(), Some("it''s"));
        assert_eq!(of(r#""${lookup(x, "y")}" z"#).as_deref(), Some(r#"${lookup(x, "y")}"#));
    }

    #[test]
    fn names_and_digests_are_not_random() {
        for value in [
            "existingSubscriptionAssignmentValidationGroup",
            "copper-willow-tundra-lantern-42",
            "d41d8cd98f00b204e9800998ecf8427e",
            "prod-eu-west-1-cluster-2",
        ] {
            assert!(!is_random(value), "{value}");
        }
        assert!(is_random("wJalrXUtnFEMI7K9MDENGbPxRfiCYzQ3"));
    }
}
