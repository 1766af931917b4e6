//! The shape of what is known of a backend's locking.

use super::Settings;
use crate::diagnose::{Check, Fallback, Location, quote};

/// How a backend locks.
#[derive(Debug)]
pub struct Locking {
    /// Whether the lock goes away by itself when its holder dies.
    pub frees_itself: bool,
    /// What becomes of the lock when its holder dies, a sentence.
    pub when_holder_dies: &'static str,
    /// Where the lock is.
    pub place: &'static str,
    /// What the lock id is here.
    pub id: &'static str,
    /// Why `force-unlock` cannot work here, where it never can.
    pub refuses: Option<&'static str>,
    /// What to know before or after a `force-unlock` that can work.
    pub caution: Option<&'static str>,
    /// Looks at the lock as it is now.
    pub inspect: fn(&Place<'_>) -> Option<Check>,
    /// Releases by the store's own tool, with a condition.
    pub release: fn(&Place<'_>) -> Vec<Fallback>,
    /// Every physical place of lock and state.
    pub locations: fn(&Place<'_>) -> Vec<Location>,
    /// The inner error when the lock is held, for samples.
    pub held_text: &'static str,
    /// Source files with their version.
    pub source: &'static str,
}

/// One lock, as far as text and configuration tell. Raw text.
#[derive(Debug)]
pub struct Place<'a> {
    /// The id to release.
    pub id: Option<&'a str>,
    /// `Path` of the block.
    pub path: &'a str,
    /// Whose lock.
    pub workspace: Option<&'a str>,
    /// The configuration in the paste.
    pub settings: Option<&'a Settings>,
    /// What else the text names.
    pub details: &'a [(&'static str, String)],
}

impl Place<'_> {
    /// A setting or, failing that, what the text names.
    pub(crate) fn named(&self, setting: &str, detail: &str) -> Option<&str> {
        self.settings
            .and_then(|one| one.get(setting))
            .or_else(|| self.detail(detail))
            .filter(|value| !value.is_empty())
    }

    pub(crate) fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn setting(&self, name: &str) -> Option<&str> {
        self.settings.and_then(|one| one.get(name)).filter(|value| !value.is_empty())
    }

    pub(crate) fn workspace_or_default(&self) -> &str {
        self.workspace.unwrap_or("default")
    }

    /// Bucket and object of an S3 state, the workspace's prefix included.
    pub(crate) fn s3_object(&self) -> Option<(String, String)> {
        let path = self.path.strip_prefix("s3://").unwrap_or(self.path);
        if let Some((bucket, key)) = path.split_once('/')
            && !bucket.is_empty()
            && !key.is_empty()
            && !bucket.starts_with('.')
        {
            return Some((bucket.to_owned(), key.to_owned()));
        }
        let (bucket, key) = (self.named("bucket", "bucket")?, self.named("key", "key")?);
        let key = match self.workspace {
            Some(workspace) if workspace != "default" && self.detail("key").is_none() => {
                clean(&[self.setting("workspace_key_prefix").unwrap_or("env:"), workspace, key])
            }
            _ => key.to_owned(),
        };
        Some((bucket.to_owned(), key))
    }

    /// ` --region eu-west-1 --profile ops`, as far as the configuration says.
    pub(crate) fn aws_options(&self) -> Option<String> {
        let mut out = String::new();
        for (setting, option) in [("region", "--region"), ("profile", "--profile")] {
            if let Some(value) = self.setting(setting) {
                for part in [" ", option, " ", &quote::sh(value)?] {
                    out.push_str(part);
                }
            }
        }
        Some(out)
    }
}

/// Joins parts as Go's `path.Join` does: no empty part, no `.`, and `..` takes the one before it.
pub(crate) fn clean(parts: &[&str]) -> String {
    let is_rooted = parts.iter().find(|part| !part.is_empty()).is_some_and(|part| part.starts_with('/'));
    let mut out: Vec<&str> = Vec::new();
    for part in parts.iter().flat_map(|part| part.split('/')) {
        match part {
            "" | "." => {}
            ".." if out.last().is_some_and(|last| *last != "..") => _ = out.pop(),
            ".." if is_rooted => {}
            part => out.push(part),
        }
    }
    format!("{}{}", if is_rooted { "/" } else { "" }, out.join("/"))
}

/// A place with its label.
pub(crate) fn location(label: &str, value: impl Into<String>) -> Location {
    Location { label: label.to_owned(), value: value.into() }
}

/// A check with its command.
pub(crate) fn check(title: impl Into<String>, command: Option<String>) -> Check {
    Check { title: title.into(), command }
}

/// Another way, with its condition.
pub(crate) fn fallback(title: &str, command: Option<String>, condition: &str) -> Fallback {
    Fallback { title: title.to_owned(), command, condition: Some(condition.to_owned()) }
}
