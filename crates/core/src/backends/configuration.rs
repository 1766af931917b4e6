//! The shape of what is known of a backend's configuration.

/// How a backend is configured.
#[derive(Debug)]
pub struct Configuration {
    /// The label of its block.
    pub label: &'static str,
    /// Every argument that any version knew.
    pub arguments: &'static [Argument],
}

/// One argument.
#[derive(Debug)]
pub struct Argument {
    /// As the user writes it.
    pub name: &'static str,
    /// `init` wants it.
    pub is_required: bool,
    /// Its value gives access; the environment variable that replaces it.
    pub secret: Option<&'static str>,
}

impl Argument {
    pub(super) const fn plain(name: &'static str) -> Self {
        Self { name, is_required: false, secret: None }
    }

    pub(super) const fn required(name: &'static str) -> Self {
        Self { name, is_required: true, secret: None }
    }

    pub(super) const fn secret(name: &'static str, variable: &'static str) -> Self {
        Self { name, is_required: false, secret: Some(variable) }
    }
}
