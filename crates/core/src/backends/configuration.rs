//! The shape of what is known of a backend's configuration.

/// How a backend is configured.
#[derive(Debug)]
pub struct Configuration {
    /// The label of its block.
    pub label: &'static str,
    /// Every argument that any version knew.
    pub arguments: &'static [Argument],
    /// Blocks that may stand in it.
    pub(crate) blocks: &'static [&'static str],
    /// Where this is documented.
    pub source: &'static str,
}

/// Major and minor version.
pub type Release = (u32, u32);

/// One argument.
#[derive(Debug)]
pub struct Argument {
    /// As the user writes it.
    pub name: &'static str,
    /// `init` wants it.
    pub is_required: bool,
    /// Its value gives access; the environment variable that replaces it.
    pub secret: Option<&'static str>,
    /// What it takes.
    pub(crate) kind: Kind,
    pub(crate) terraform: Tool,
    pub(crate) tofu: Tool,
    /// What is written in its place today.
    pub(crate) successor: Option<&'static str>,
}

/// What an argument takes. HCL converts `"true"` and `"5"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Bool,
    Number,
    List,
    /// A map or an object.
    Object,
}

/// When a tool has an argument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tool {
    pub(crate) is_never: bool,
    pub(crate) since: Option<Release>,
    pub(crate) deprecated: Option<Release>,
    pub(crate) removed: Option<Release>,
}

const ALWAYS: Tool = Tool { is_never: false, since: None, deprecated: None, removed: None };
const NEVER: Tool = Tool { is_never: true, ..ALWAYS };

impl Argument {
    pub(super) const fn plain(name: &'static str) -> Self {
        Self {
            name,
            is_required: false,
            secret: None,
            kind: Kind::Text,
            terraform: ALWAYS,
            tofu: ALWAYS,
            successor: None,
        }
    }

    pub(super) const fn required(name: &'static str) -> Self {
        Self { is_required: true, ..Self::plain(name) }
    }

    pub(super) const fn secret(name: &'static str, variable: &'static str) -> Self {
        Self { secret: Some(variable), ..Self::plain(name) }
    }

    pub(super) const fn flag(name: &'static str) -> Self {
        Self { kind: Kind::Bool, ..Self::plain(name) }
    }

    pub(super) const fn number(name: &'static str) -> Self {
        Self { kind: Kind::Number, ..Self::plain(name) }
    }

    pub(super) const fn list(name: &'static str) -> Self {
        Self { kind: Kind::List, ..Self::plain(name) }
    }

    pub(super) const fn object(name: &'static str) -> Self {
        Self { kind: Kind::Object, ..Self::plain(name) }
    }

    /// In both tools since this version.
    pub(super) const fn since(mut self, major: u32, minor: u32) -> Self {
        self.terraform.since = Some((major, minor));
        self.tofu.since = Some((major, minor));
        self
    }

    /// In Terraform since this version; in OpenTofu, which began at 1.6, from the start.
    pub(super) const fn terraform_since(mut self, major: u32, minor: u32) -> Self {
        self.terraform.since = Some((major, minor));
        self
    }

    /// Deprecated in both tools since this version.
    pub(super) const fn deprecated(mut self, major: u32, minor: u32) -> Self {
        self.terraform.deprecated = Some((major, minor));
        self.tofu.deprecated = Some((major, minor));
        self
    }

    pub(super) const fn terraform_deprecated(mut self, major: u32, minor: u32) -> Self {
        self.terraform.deprecated = Some((major, minor));
        self
    }

    /// Removed in both tools since this version; in OpenTofu, which began at 1.6, from the start.
    pub(super) const fn removed(mut self, major: u32, minor: u32) -> Self {
        self.terraform.removed = Some((major, minor));
        self.tofu.removed = Some((major, minor));
        self
    }

    pub(super) const fn terraform_removed(mut self, major: u32, minor: u32) -> Self {
        self.terraform.removed = Some((major, minor));
        self
    }

    pub(super) const fn only_terraform(mut self) -> Self {
        self.tofu = NEVER;
        self
    }

    pub(super) const fn only_tofu(mut self, major: u32, minor: u32) -> Self {
        self.terraform = NEVER;
        self.tofu.since = Some((major, minor));
        self
    }

    /// What is written in its place today.
    pub(super) const fn now(mut self, successor: &'static str) -> Self {
        self.successor = Some(successor);
        self
    }
}
