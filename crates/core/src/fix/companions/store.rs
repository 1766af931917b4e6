//! What the paste says about one place where states live: the ground of every companion file.

use crate::backends::Settings;
use crate::fix::Dialect;
use crate::fix::read::{Argument, Found, Value};
use crate::fix::version::Known;
use crate::fix::{findings, hcl_text};

/// What an argument is set to, as far as text can tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::fix) enum Word {
    /// The string itself.
    Text(String),
    /// Literal parts around what is computed: `Some` text, `None` for a hole.
    Pattern(Vec<Option<String>>),
    /// A placeholder, a reference, a list.
    Unknown,
}

/// The arguments of one block, nested ones as `assume_role.role_arn`.
pub(in crate::fix) type Arguments = Vec<(String, Word)>;

/// One place where states live, with every block of the paste that uses it.
#[derive(Debug, Clone)]
pub(in crate::fix) struct Store {
    /// The label: `s3`, `azurerm`, `cloud`.
    pub(in crate::fix) backend: String,
    pub(in crate::fix) is_terragrunt: bool,
    pub(in crate::fix) blocks: Vec<Arguments>,
    pub(in crate::fix) known: Known,
    /// There are more blocks than these.
    pub(in crate::fix) is_cut: bool,
}

/// The arguments that say which place it is.
fn identity(backend: &str) -> &'static [&'static str] {
    match backend {
        "s3" | "gcs" | "oss" | "cos" => &["bucket"],
        "oci" => &["namespace", "bucket"],
        "azurerm" => &["storage_account_name", "container_name"],
        "pg" => &["conn_str", "schema_name"],
        "consul" => &["address", "path"],
        "http" => &["address"],
        "kubernetes" => &["namespace"],
        "remote" | "cloud" => &["hostname", "organization"],
        _ => &[],
    }
}

/// What is more than anybody writes by hand is not compared one with another.
const MOST: usize = 64;

/// The places of the paste, in its order; of very many, the first.
pub(in crate::fix) fn stores(found: &[Found], known: Known) -> Vec<Store> {
    places(
        found
            .iter()
            .map(|block| (block.label.as_str(), arguments_of(block), block.dialect == Dialect::Terragrunt)),
        known,
    )
}

/// The same of what errors tell: a backend's label, arguments, whether Terragrunt said it.
pub(in crate::fix) fn told<'a>(
    settings: impl Iterator<Item = (&'a Settings, bool)>,
    known: Known,
) -> Vec<Store> {
    let arguments = |one: &Settings| -> Arguments {
        let values = one.values.iter().map(|(name, value)| (name.clone(), Word::Text(value.clone())));
        values.chain(one.expressions.iter().map(|name| (name.clone(), Word::Unknown))).collect()
    };
    places(settings.map(|(one, terragrunt)| (one.backend.as_str(), arguments(one), terragrunt)), known)
}

fn places<'a>(blocks: impl Iterator<Item = (&'a str, Arguments, bool)>, known: Known) -> Vec<Store> {
    let mut out: Vec<Store> = Vec::new();
    for (label, arguments, is_terragrunt) in blocks {
        let backend = if label == "azure" { "azurerm" } else { label };
        let names = identity(backend);
        let place = |arguments: &Arguments| -> Vec<Option<String>> {
            names.iter().map(|name| text(arguments, name).map(str::to_owned)).collect()
        };
        let here = place(&arguments);
        let is_known = |place: &[Option<String>]| place.iter().any(Option::is_some);
        let same = out.iter_mut().find(|store| {
            store.backend == backend
                && store.blocks.first().is_some_and(|first| {
                    let there = place(first);
                    there == here || !is_known(&here) || !is_known(&there)
                })
        });
        if let Some(store) = same {
            if store.blocks.len() >= MOST {
                store.is_cut = true;
                continue;
            }
            store.is_terragrunt |= is_terragrunt;
            // A block that says where it is comes first.
            if is_known(&here) && store.blocks.first().is_some_and(|first| !is_known(&place(first))) {
                store.blocks.insert(0, arguments);
            } else {
                store.blocks.push(arguments);
            }
        } else if out.len() < MOST {
            out.push(Store {
                backend: backend.to_owned(),
                is_terragrunt,
                blocks: vec![arguments],
                known,
                is_cut: false,
            });
        }
    }
    out
}

fn text<'a>(arguments: &'a Arguments, name: &str) -> Option<&'a str> {
    arguments.iter().find(|(key, _)| key == name).and_then(|(_, word)| match word {
        Word::Text(text) if !text.is_empty() => Some(text.as_str()),
        _ => None,
    })
}

fn arguments_of(block: &Found) -> Arguments {
    let escapes = block.dialect != Dialect::Json;
    let mut out = Vec::new();
    fn add(out: &mut Arguments, prefix: &str, arguments: &[Argument], escapes: bool) {
        for one in arguments {
            let name = format!("{prefix}{}", one.name);
            let word = match &one.value {
                Value::Text(text) if text.len() > 2048 || findings::placeholder(text).is_some() => {
                    Word::Unknown
                }
                Value::Text(text) => hcl_text::word(text, escapes),
                Value::Bool(flag) => Word::Text(flag.to_string()),
                Value::Object(inner) => {
                    add(out, &format!("{name}."), inner, escapes);
                    continue;
                }
                _ => Word::Unknown,
            };
            out.push((name, word));
        }
    }
    add(&mut out, "", &block.arguments, escapes);
    for (name, inner) in &block.blocks {
        add(&mut out, &format!("{name}."), inner, escapes);
    }
    out
}

impl Store {
    /// The literal value of an argument, from the first block that has one.
    pub(in crate::fix) fn get(&self, name: &str) -> Option<&str> {
        self.blocks.iter().find_map(|block| text(block, name))
    }

    /// The same under the first of several names.
    pub(in crate::fix) fn any(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.get(name))
    }

    /// Some block has the argument, with whatever value but the empty string.
    pub(in crate::fix) fn has(&self, name: &str) -> bool {
        self.blocks.iter().flatten().any(|(key, word)| key == name && *word != Word::Text(String::new()))
    }

    pub(in crate::fix) fn is_true(&self, name: &str) -> bool {
        self.get(name) == Some("true")
    }

    /// Every block has the argument.
    pub(in crate::fix) fn all_have(&self, name: &str) -> bool {
        !self.blocks.is_empty() && self.blocks.iter().all(|block| block.iter().any(|(key, _)| key == name))
    }

    /// The different values of an argument that are at least partly known.
    pub(in crate::fix) fn words(&self, name: &str) -> Vec<&Word> {
        let mut out: Vec<&Word> = Vec::new();
        for (key, word) in self.blocks.iter().flatten() {
            if key == name
                && *word != Word::Unknown
                && *word != Word::Text(String::new())
                && !out.contains(&word)
            {
                out.push(word);
            }
        }
        out
    }

    /// The literal, where it has only these characters.
    pub(in crate::fix) fn plain(&self, name: &str) -> Option<&str> {
        self.get(name).filter(|value| {
            value.len() <= 128
                && value
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
        })
    }
}

/// What is between the quotes of a literal, as lower-case letters, digits and hyphens: safe in any file. Never empty.
pub(in crate::fix) fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().take(200) {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
        if out.len() >= 60 {
            break;
        }
    }
    let out = out.trim_matches('-');
    if out.is_empty() { "state".to_owned() } else { out.to_owned() }
}
