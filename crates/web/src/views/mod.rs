//! One view per section of `index.html`. Each takes plain data and gives it to the document as text.

pub(crate) mod ask;
pub(crate) mod code;
pub(crate) mod fix;
pub(crate) mod incident;
pub(crate) mod kit;
pub(crate) mod redact;
pub(crate) mod sheet;
pub(crate) mod texts;
pub(crate) mod trust;
