//! Password hashes of crypt.

use super::Rule;

/// Rules of this file.
pub(super) const RULES: &[Rule] = &[Rule {
    id: "crypt",
    placeholder: "PASSWORD_HASH",
    summary: "A password hash of a Unix system",
    reason: "It lets anybody guess the password without being noticed.",
    source: "public samples, not verified",
    pattern: concat!(
        r#"\$1\$[^\s:"']{10,400}"#,
        r#"|\$5\$[^\s:"']{10,400}"#,
        r#"|\$6\$[^\s:"']{10,400}"#,
        r#"|\$y\$[^\s:"']{10,400}"#,
        r#"|\$gy\$[^\s:"']{10,400}"#,
        r#"|\$7\$[^\s:"']{10,400}"#,
        r#"|\$apr1\$[^\s:"']{10,400}"#,
        r#"|\$md5\$[^\s:"']{10,400}"#,
        r#"|\$sha1\$[^\s:"']{10,400}"#,
        r#"|\$sha512\$[0-9]{1,8}\$[^\s:"']{20,400}"#,
        r#"|\$argon2id\$[^\s:"']{10,400}"#,
        r#"|\$argon2i\$[^\s:"']{10,400}"#,
        r#"|\$argon2d\$[^\s:"']{10,400}"#,
        r"|\$P\$[./0-9A-Za-z]{31}|\$H\$[./0-9A-Za-z]{31}",
        r#"|\$scrypt\$[^\s:"']{10,400}"#,
        r#"|\$pbkdf2\$[^\s:"']{10,400}"#,
        r#"|\$pbkdf2-sha256\$[^\s:"']{10,400}"#,
        r#"|\$pbkdf2-sha512\$[^\s:"']{10,400}"#,
        r#"|scrypt:[0-9]{1,8}:[0-9]{1,3}:[0-9]{1,3}\$[^\s:"']{20,400}"#,
        r#"|pbkdf2:sha[0-9]{1,3}:[0-9]{1,8}\$[^\s:"']{20,400}"#,
        r#"|\$DCC2\$[^\s:"']{20,200}"#,
        r"|-pbkdf2-[0-9a-f]{8,128},[0-9a-f]{8,128},[0-9]{1,7}"
    ),
    #[cfg(test)]
    cases: super::Cases {
        note: "The text between the first two dollar signs tells the algorithm.",
        examples: &[
            "root:«$6$⟨b62 16⟩$⟨b62 86⟩»",
            "htpasswd line ops:«$apr1$⟨b62 8⟩$⟨b62 22⟩»",
            "werkzeug «scrypt:32768:8:1$⟨b62 16⟩$⟨hex 128⟩»",
            "cached «$DCC2$10240#svc#⟨hex 32⟩»",
            "phpass «$P$B⟨b62 30⟩»",
            "enable password «$sha512$5000$⟨b62 22⟩==$⟨b62 22⟩==» pbkdf2",
            "root = «-pbkdf2-⟨hex 40⟩,⟨hex 32⟩,10»",
        ],
        counter_examples: &["the price rose from $1 to $5 to $6"],
    },
    ..Rule::SECRET
}];
