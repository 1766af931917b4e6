//! Passwords, names, look-alikes and identifiers for the templates.

use super::dice::Dice;
use super::fill::base64;

const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const HEX: &str = "0123456789abcdef";
const ALNUM: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

const WORDS: &[&str] = &[
    "zephyr", "walnut", "harbor", "quartz", "meadow", "falcon", "ember", "tundra", "cobalt", "orchid",
    "saffron", "glacier", "lantern", "maple", "nimbus", "pepper", "raven", "sierra", "thistle", "umber",
    "velvet", "willow", "yonder", "basil", "cedar", "dune", "fjord", "garnet", "heron", "indigo", "juniper",
    "kestrel", "lagoon",
];

pub(crate) fn word(dice: &mut Dice) -> String {
    (*dice.pick(WORDS)).to_owned()
}

/// Class says what the place can hold: `url`, `shell`, `quoted`, `line`, `word`, `any`; or what it is: `weak`,
/// `phrase`, `spaced`, `intl`, `digits`, `letters`, `nasty`.
pub(crate) fn password(dice: &mut Dice, class: &str) -> (&'static str, String) {
    let styles: &[&str] = match class {
        "" | "any" | "quoted" => &[
            "random", "random", "weak", "phrase", "letters", "intl", "spaced", "nasty", "digits", "human",
            "b62",
        ],
        "line" => &["random", "weak", "phrase", "letters", "intl", "hashy", "digits", "human", "b62"],
        "shell" => &["random", "weak", "phrase", "letters", "human", "b62", "digits"],
        "url" => &["b62", "weakurl", "phrase", "letters", "human", "urlish"],
        "prose" => &["random", "weakdigit", "human", "b62", "phrase42"],
        "word" => &["b62", "b62", "human"],
        "mix" | "mixl" | "mixw" | "mixu" => return mixed(dice, class),
        other => return one_password(dice, other),
    };
    let style = *dice.pick(styles);
    one_password(dice, style)
}

/// What people choose, in the words of their own language, place and year.
const CHOSEN: &[&str] = &[
    "Summer2024!",
    "Winter_2023",
    "Berlin2019",
    "sunshine",
    "dragon",
    "monkey123",
    "qwertyuiop",
    "1qaz2wsx",
    "1q2w3e4r5t",
    "iloveyou",
    "trustno1",
    "Football7",
    "Welcome@1",
    "P4ssw0rd",
    "Passw0rd123",
    "Abcd1234",
    "admin@123",
    "root123",
    "default",
    "guest",
    "secret",
    "password",
    "Test@123",
    "zaq12wsx",
    "starwars",
    "master",
    "hello123",
    "Company2020",
    "Sommer2023",
    "azerty",
    "Kennwort1",
    "000000",
    "123456",
    "87654321",
    "20190412",
    "blink182",
    "jordan23",
    "NotSecure9",
    "MyDogRex",
    "correcthorsebatterystaple",
    "Tr0ub4dor.3",
    "x5Gh2k",
    "Kx9#pLm2",
    "Geheim!",
    "letmein",
    "superuser",
    "Production1",
    "Terraform#1",
    "postgres",
    "mysql",
    "changeit",
    "manager",
    "oracle",
    "toor",
    "raspberry",
    "Pa55word",
    "admin",
    "test",
    "foobared",
    "VMware1!",
    "Zabbix99",
    "ILoveCats_",
    "gandalf",
    "passwort",
    "prod-db-2021",
    "BlueHarvest",
    "orange-tiger",
    "green_apple_tree",
];

/// Human passwords and random ones for quoted text (`mix`), a line (`mixl`), one word (`mixw`), a URL (`mixu`).
pub(crate) fn mixed(dice: &mut Dice, class: &str) -> (&'static str, String) {
    let quoted = class == "mix";
    let line = quoted || class == "mixl";
    loop {
        let value = match dice.below(14) {
            0..5 => (*dice.pick(CHOSEN)).to_owned(),
            5 | 6 => {
                let count = 6 + dice.below(26);
                dice.text(ALNUM, count)
            }
            7 | 8 => {
                let count = 8 + dice.below(20);
                let marks = match class {
                    "mixu" => "ABCDEFGHkmnpqrst23456789-_.~!",
                    "mixw" => "ABCDEFGHkmnpqrst23456789!%^*_+.-@=:,?",
                    "mixl" => "ABCDEFGHkmnpqrst23456789!%^*_+.-@=:,?$&()[]{}<>|/#;~",
                    _ => "ABCDEFGHkmnpqrst23456789!%^*_+.-@=:,?$&()[]{}<>|/#;~`'\"\\ ",
                };
                dice.text(marks, count)
            }
            9 => {
                let count = 6 + dice.below(20);
                dice.text(HEX, count)
            }
            10 => format!("{}{}", word(dice), word(dice)),
            11 if quoted => format!("my {} is {} years", word(dice), dice.below(90)),
            12 if quoted => {
                let of = [
                    "Pa$$word$1",
                    "it's me 9",
                    "say \"hi\" 12",
                    "back\\slash9",
                    "50% Off!",
                    "{curly}9",
                    "${x}y9Zk",
                    "<b>9Kq",
                    "tab\there8",
                    "a=b;c=d9",
                    "Привет-мир",
                    "Ünlü şifre 9",
                    "пароль",
                    "日本語パス9",
                    "one, two, three",
                    "100%{safe}",
                    "!important9",
                    "$ecret77",
                    "&more9",
                    "*star*9",
                    "#hash9x",
                    "|pipe9",
                ];
                (*dice.pick(&of)).to_owned()
            }
            13 if line => {
                let of = [
                    "Pa$$w0rd",
                    "x#y#z99",
                    "semi;colon9",
                    "hash#tag99",
                    "$ecret77",
                    "é-clair-9",
                    "Zażółć9",
                    "a&b&c999",
                ];
                (*dice.pick(&of)).to_owned()
            }
            _ => format!("{}{}{}", word(dice), dice.below(9999), dice.pick(&["!", "", "_", "-x"])),
        };
        let head = value.chars().next();
        let bare = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        // A plain scalar or a shell word cannot begin or end with just any mark.
        if quoted && value.trim() == value || bare(head) && bare(value.chars().last()) {
            return ("pw-mixed", value);
        }
    }
}

fn one_password(dice: &mut Dice, style: &str) -> (&'static str, String) {
    let a = word(dice);
    let b = word(dice);
    let mut capital = a.clone();
    capital[..1].make_ascii_uppercase();
    match style {
        "weak" => {
            const WEAK: &[&str] = &[
                "hunter2",
                "changeme",
                "admin123!",
                "letmein99",
                "P@ssw0rd",
                "welcome1",
                "Summer2024!",
                "qwerty12",
                "password1",
                "toor!99",
                "s3cr3t",
                "admin",
                "Passw0rd!",
                "test1234",
                "iloveyou7",
                "abc123!",
            ];
            ("pw-weak", (*dice.pick(WEAK)).to_owned())
        }
        "weakdigit" => {
            const WEAK: &[&str] =
                &["hunter2", "admin123!", "letmein99", "P@ssw0rd", "welcome1", "Summer2024!", "s3cr3t"];
            ("pw-weak", (*dice.pick(WEAK)).to_owned())
        }
        "weakurl" => {
            ("pw-weak", (*dice.pick(&["hunter2", "letmein99", "qwerty12", "s3cr3t", "admin123"])).to_owned())
        }
        "phrase" => ("pw-phrase", format!("{a}-{b}-{}-{}", word(dice), word(dice))),
        "phrase42" => ("pw-phrase", format!("{a}-{b}-{}-42", word(dice))),
        "spaced" => ("pw-spaced", format!("{a} {b} {} staple", word(dice))),
        "letters" => {
            let count = 8 + dice.below(8);
            ("pw-letters", if dice.below(2) == 0 { dice.text(LOWER, count) } else { format!("{a}{b}") })
        }
        "intl" => {
            let of = ["Пароль-", "pässwörd!", "密码Ключ", "contraseña7$", "ünïcødé~", "haśłoŻółć", "パス鍵"];
            ("pw-intl", format!("{}{}", dice.pick(&of), dice.text("0123456789", 4)))
        }
        "digits" => ("pw-digits", dice.text("123456789", 8)),
        "human" => (
            "pw-human",
            format!("{capital}{}{}", dice.text("0123456789", 3), dice.pick(&["!", "?", "_x", "Qq"])),
        ),
        "b62" => {
            let count = 14 + dice.below(14);
            ("pw-b62", format!("{}7", dice.text(ALNUM, count)))
        }
        "urlish" => {
            ("pw-url", format!("{}~{}.{}", dice.text(ALNUM, 6), dice.text(ALNUM, 5), dice.text(ALNUM, 3)))
        }
        "hashy" => {
            ("pw-hashy", format!("{}#{};{}", dice.text(ALNUM, 5), dice.text(ALNUM, 4), dice.text(ALNUM, 4)))
        }
        "nasty" => {
            let marks =
                ["#", ";", ",", "&", "=", ":", "%", "@", "!", "^", "*", "?", "<", ">", "(", ")", "|", "~"];
            let mut out = dice.text(ALNUM, 3);
            for _ in 0..5 {
                let mark: &str = dice.pick::<&str>(&marks);
                out.push_str(mark);
                out.push_str(&dice.text(ALNUM, 2));
            }
            ("pw-nasty", out)
        }
        "quotes" => (
            "pw-quotes",
            format!("{}\"{}\\{}", dice.text(ALNUM, 5), dice.text(ALNUM, 5), dice.text(ALNUM, 4)),
        ),
        "apostrophe" => ("pw-apostrophe", format!("{}'{}", dice.text(ALNUM, 6), dice.text(ALNUM, 6))),
        "at" => ("pw-at", format!("{}@{}#{}", dice.text(ALNUM, 4), dice.text(ALNUM, 4), dice.text(ALNUM, 4))),
        "made" => ("pw-made", made(dice, &capital)),
        "short" => {
            let of = ["adm1n", "x7!kQ", "1q2w", "r00t", "p@ss", "Zx9$", "abc12", "toor", "letme", "9f-Kq"];
            ("pw-short", format!("{}{}", dice.pick(&of), dice.text("0123456789", 1)))
        }
        "pin" => {
            let count = 4 + dice.below(3);
            ("pw-pin", dice.text("123456789", count))
        }
        "words" => {
            let mut other = b.clone();
            other[..1].make_ascii_uppercase();
            ("pw-words", if dice.below(2) == 0 { format!("{a}{b}") } else { format!("{capital}{other}") })
        }
        "sq" => ("pw-sq", marked(dice, "!#$%&()*+,-./:;<=>?@[]^_`{}~\" \\")),
        "dq" => ("pw-dq", marked(dice, "!#%&()*+,-./:;<=>?@[]^_{}~' ")),
        "bare" => ("pw-bare", marked(dice, "!#%+,-./:=?@^_~")),
        "amp" => {
            ("pw-amp", format!("{}&{}<{}", dice.text(ALNUM, 4), dice.text(ALNUM, 4), dice.text(ALNUM, 4)))
        }
        _ => {
            let count = 10 + dice.below(12);
            let mut out =
                dice.text("ABCDEFGHJKMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789!%^*_+.-@", count);
            out.push('9');
            out.insert(0, 'k');
            ("pw-random", out)
        }
    }
}

/// As people make them up: a word, a year or a number, a mark.
fn made(dice: &mut Dice, word: &str) -> String {
    let heads = [
        "Summer",
        "Winter",
        "Spring",
        "Herbst",
        "Berlin",
        "Madrid",
        "Jessica",
        "Acme",
        "Company",
        "Liverpool",
        "Qwertz",
        "Monday",
        "Welcome",
        "Dragon",
        "Fussball",
        word,
    ];
    let head: &str = dice.pick::<&str>(&heads);
    let head = if dice.below(4) == 0 {
        head.to_lowercase().replace('e', "3").replace('s', "$")
    } else {
        head.to_owned()
    };
    let tails = ["2024!", "2023", "#1", "123", "@2025", "88", "_01", "!!", "4ever", "1987?", "-2026", "007*"];
    format!("{head}{}", dice.pick(&tails))
}

/// Letters and digits with some marks between them, none at either end.
fn marked(dice: &mut Dice, marks: &str) -> String {
    let mut out = dice.text(ALNUM, 3);
    for _ in 0..3 + dice.below(3) {
        out.push_str(&dice.text(marks, 1));
        let count = 1 + dice.below(3);
        out.push_str(&dice.text(ALNUM, count));
    }
    out
}

const OWNERS: &[&str] = &[
    "db",
    "smtp",
    "ldap",
    "mysql_root",
    "postgres",
    "redis",
    "admin",
    "rabbitmq",
    "keycloak",
    "grafana",
    "service",
    "backup",
    "vpn",
    "mongo",
    "app_user",
    "sftp",
    "imap",
    "replication",
    "dashboard",
    "kafka_broker",
    "jmx",
    "master",
    "truststore",
    "elastic",
    "nexus",
    "bind",
    "billing",
    "winrm",
    "sa",
    "harbor",
];
const HEADS: &[&str] = &["password", "passwd", "pass", "pwd", "passphrase", "secret", "token"];

/// A name that says password, in a style.
pub(crate) fn name(dice: &mut Dice, style: &str) -> String {
    let head = if dice.below(2) == 0 { "password" } else { *dice.pick(HEADS) };
    let name = format!("{}_{head}", dice.pick(OWNERS));
    styled(&name, style)
}

pub(crate) fn styled(name: &str, style: &str) -> String {
    let hump = |name: &str, first: bool| {
        let mut out = String::new();
        for (index, part) in name.split('_').enumerate() {
            let mut chars = part.chars();
            match chars.next() {
                Some(c) if index > 0 || first => {
                    out.extend(c.to_uppercase());
                    out.push_str(chars.as_str());
                }
                _ => out.push_str(part),
            }
        }
        out
    };
    match style {
        "env" => name.to_uppercase(),
        "camel" => hump(name, false),
        "pascal" => hump(name, true),
        "kebab" => name.replace('_', "-"),
        "dot" => name.replace('_', "."),
        "words" => name.replace('_', " "),
        "header" => {
            format!("X-{}", name.split('_').map(|part| hump(part, true)).collect::<Vec<_>>().join("-"))
        }
        "flat" => name.replace('_', ""),
        _ => name.to_owned(),
    }
}

/// Something that looks like a secret and must survive.
pub(crate) fn decoy(dice: &mut Dice, kind: &str) -> String {
    match kind {
        "sha1" => dice.text(HEX, 40),
        "sha256" => dice.text(HEX, 64),
        "sha512hex" => dice.text(HEX, 128),
        "md5" => dice.text(HEX, 32),
        "short" => dice.text(HEX, 7),
        "uuid" | "lockid" | "lineage" => dice.uuid(),
        "reqid" => dice.text(UPPER, 52),
        "hostid" => format!("{}=", dice.text(BASE64, 75)),
        "h1" => format!("h1:{}=", dice.text(BASE64, 43)),
        "zh" => format!("zh:{}", dice.text(HEX, 64)),
        "sri" => format!("sha512-{}==", dice.text(BASE64, 86)),
        "sri256" => format!("sha256-{}=", dice.text(BASE64, 43)),
        "digest" => format!("sha256:{}", dice.text(HEX, 64)),
        "b64sha" => format!("{}=", dice.text(BASE64, 43)),
        "etag" => dice.text(HEX, 32),
        "etagn" => format!("{}-{}", dice.text(HEX, 32), 2 + dice.below(9)),
        "version" => format!("{}.{}.{}", dice.below(9), dice.below(30), dice.below(20)),
        "ts" => format!(
            "2026-{:02}-{:02}T{:02}:{:02}:{:02}.{}Z",
            1 + dice.below(12),
            1 + dice.below(28),
            dice.below(24),
            dice.below(60),
            dice.below(60),
            dice.text("0123456789", 6)
        ),
        "region" => {
            (*dice.pick(&["eu-central-1", "us-west-2", "ap-southeast-2", "westeurope", "europe-west4"]))
                .to_owned()
        }
        "ami" => format!("ami-0{}", dice.text(HEX, 16)),
        "vpc" => format!("vpc-0{}", dice.text(HEX, 16)),
        "subnet" => format!("subnet-0{}", dice.text(HEX, 16)),
        "sg" => format!("sg-0{}", dice.text(HEX, 16)),
        "i" => format!("i-0{}", dice.text(HEX, 16)),
        "hcp" => format!(
            "{}-{}",
            dice.pick(&["run", "ws", "plan", "apply", "sv", "cv", "var"]),
            dice.text(ALNUM, 16)
        ),
        "gen" => format!("17{}", dice.text("0123456789", 14)),
        "s3ver" => dice.text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._", 32),
        "addr" => {
            let kinds = ["aws_db_instance", "azurerm_key_vault_secret", "random_password", "google_sql_user"];
            format!(
                "module.{}.{}.{}[\"{} {}\"]",
                word(dice),
                dice.pick(&kinds),
                word(dice),
                word(dice),
                dice.below(9)
            )
        }
        "camel" => (*dice.pick(&[
            "existingSubscriptionAssignmentValidationGroup",
            "DefaultServerCertificateRotationHandler",
            "AbstractSingletonProxyFactoryBeanTokenizer",
            "getSecretManagerClientForRegionOrDefault",
            "HttpSecurityPasswordEncoderConfigurer",
            "keyVaultAccessPolicyRoleAssignmentName",
        ]))
        .to_owned(),
        "cert" => pem(dice, "CERTIFICATE"),
        "pubpem" => pem(dice, "PUBLIC KEY"),
        "sshpub" => format!("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{}", dice.text(BASE64, 43)),
        "sshrsa" => format!("ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABgQ{}", dice.text(BASE64, 340)),
        "age" => format!("age1{}", dice.text("qpzry9x8gf2tvdw0s3jn54khce6mua7l", 58)),
        "wgpub" => format!("{}{}=", dice.text(BASE64, 42), dice.pick(&["A", "E", "k", "8"])),
        "fp" => (0..16).map(|_| dice.text(HEX, 2)).collect::<Vec<_>>().join(":"),
        "sshfp" => format!("SHA256:{}", dice.text(BASE64, 43)),
        "gpg" => dice.text("0123456789ABCDEF", 16),
        "cursor" => base64(
            format!("{{\"offset\":{},\"page\":\"{}\"}}", dice.below(9000), word(dice)).as_bytes(),
            false,
            true,
        ),
        "b64text" => base64(
            format!("the {} waits at the {} for the {} to pass by", word(dice), word(dice), word(dice))
                .as_bytes(),
            false,
            true,
        ),
        "b64json" => base64(
            format!(
                "{{\"schema_version\":\"{}\",\"e2bfb730-ecaa-11e6-8f88-34363bc7c4c0\":{{\"create\":6000}}}}",
                dice.below(9)
            )
            .as_bytes(),
            false,
            true,
        ),
        "tgcache" => format!(".terragrunt-cache/{}/{}", dice.text(ALNUM, 27), dice.text(ALNUM, 27)),
        "ua" => format!(
            "HashiCorp Terraform/1.{}.0 (+https://www.terraform.io) aws-sdk-go-v2/1.{}",
            dice.below(12),
            dice.below(30)
        ),
        "policy" => (*dice.pick(&[
            "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
            "arn:aws:iam::aws:policy/SecretsManagerReadWrite",
        ]))
        .to_owned(),
        "cidr" => format!("10.{}.0.0/16", dice.below(200)),
        "path" => (*dice.pick(&[
            "/run/secrets/db_password",
            "/var/run/secrets/kubernetes.io/serviceaccount/token",
            "/etc/ssl/private/tls.key",
            "secrets/prod/api_token.enc",
        ]))
        .to_owned(),
        "ref" => (*dice.pick(&[
            "var.db_password",
            "local.secrets.api_key",
            "random_password.main.result",
            "data.vault_kv_secret_v2.app.data",
            "module.db.master_password",
            "each.value.token",
        ]))
        .to_owned(),
        "mask" => (*dice.pick(&[
            "********",
            "(sensitive value)",
            "[MASKED]",
            "***",
            "<redacted>",
            "xxxxxxxx",
            "REDACTED",
            "<sensitive>",
            "(known after apply)",
        ]))
        .to_owned(),
        "stand" => (*dice.pick(&[
            "<your-token>",
            "your-api-key-here",
            "REPLACE_ME",
            "<password>",
            "CHANGE_ME",
            "TODO",
            "<db password here>",
            "placeholder",
        ]))
        .to_owned(),
        "envref" => (*dice.pick(&[
            "$DB_PASSWORD",
            "${API_TOKEN}",
            "${{ secrets.DEPLOY_KEY }}",
            "%DB_PASS%",
            "$env:TOKEN",
            "{{ .Values.auth.password }}",
            "$(cat /run/secrets/pw)",
        ]))
        .to_owned(),
        "ssm" => format!("/{}/prod/{}/password", word(dice), word(dice)),
        "secretname" => format!("prod/{}/db-password", word(dice)),
        "iam" => (*dice.pick(&[
            "secretsmanager:GetSecretValue",
            "kms:Decrypt",
            "iam:CreateAccessKey",
            "sts:AssumeRole",
            "ssm:GetParameter",
        ]))
        .to_owned(),
        "scope" => "https://www.googleapis.com/auth/cloud-platform".to_owned(),
        "trace" => format!("1-{}-{}", dice.text(HEX, 8), dice.text(HEX, 24)),
        "traceparent" => format!("00-{}-{}-01", dice.text(HEX, 32), dice.text(HEX, 16)),
        "image" => format!("ghcr.io/{}/{}:v1.{}.{}", word(dice), word(dice), dice.below(20), dice.below(9)),
        "num" => dice.text("123456789", 5),
        "tx" => format!("0x{}", dice.text(HEX, 64)),
        _ => panic!("no look-alike {kind}"),
    }
}

fn pem(dice: &mut Dice, head: &str) -> String {
    let mut out = format!("-----BEGIN {head}-----\n");
    for index in 0..4 {
        let line = dice.text(BASE64, 64);
        out.push_str(if index == 0 { "MIID" } else { &line[..4] });
        out.push_str(&line[4..]);
        out.push('\n');
    }
    out.push_str(&dice.text(BASE64, 30));
    out.push_str(&format!("==\n-----END {head}-----"));
    out
}

pub(crate) fn identifier(dice: &mut Dice, kind: &str) -> String {
    let a = word(dice);
    let b = word(dice);
    match kind {
        "account" => format!("{}{}", 1 + dice.below(9), dice.text("0123456789", 11)),
        "bucket" => format!("{a}-{b}-tfstate-{}", dice.pick(&["prod", "eu", "7", "shared"])),
        "sa" => format!("{a}{b}state{}", dice.below(9)),
        "container" => format!("{a}-state"),
        "kms" => dice.uuid(),
        "uuid" => dice.uuid(),
        "email" => format!(
            "{a}.{b}@{}{}.{}",
            word(dice),
            word(dice),
            dice.pick(&["com", "io", "de", "co.uk", "org"])
        ),
        "ip" => loop {
            let (first, second) = (11 + dice.below(210), dice.below(255));
            if !matches!(first, 127 | 169 | 172 | 192 | 198 | 203) {
                break format!("{first}.{second}.{}.{}", dice.below(255), 1 + dice.below(254));
            }
        },
        "privip" => format!("10.{}.{}.{}", dice.below(250), dice.below(250), 2 + dice.below(250)),
        "ip6" => {
            format!("2a01:{}:{}::{}", dice.text(HEX, 4), dice.text("123456789", 4), dice.text("123456789", 2))
        }
        "host" => format!(
            "{a}-{}.{b}.{}",
            1 + dice.below(9),
            dice.pick(&["corp.net", "internal", "example-corp.com", "acme.io", "intra.local", "lan"])
        ),
        "dbhost" => format!("{a}-db.{b}corp.{}", dice.pick(&["com", "net", "internal"])),
        "user" => format!("{}{b}", &a[..1]),
        "machine" => (*dice.pick(&["ws-4471", "build-vm-09", "LAPTOP-8F3K2", "mbp-von-anna"])).to_owned(),
        "project" => format!("{a}-{b}-{}", dice.text("123456789", 6)),
        "rg" => format!("rg-{a}-{b}-prod"),
        "org" => format!("{a}-{b}-gmbh"),
        "ocid" => dice.text("abcdefghijklmnopqrstuvwxyz234567", 60),
        "aroa" => format!(
            "{}{}",
            dice.pick(&["AROA", "AIDA", "AGPA", "AIPA"]),
            dice.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 17)
        ),
        "rds" => format!("{a}-{b}.c{}", dice.text("abcdefghijklmnopqrstuvwxyz0123456789", 11)),
        "eks" => dice.text("0123456789ABCDEF", 32),
        "svcacc" => format!("{a}-deployer"),
        "pod" => format!("ip-10-{}-{}-{}", dice.below(250), dice.below(250), dice.below(250)),
        "domain" => format!("{a}{b}"),
        _ => panic!("no identifier {kind}"),
    }
}
