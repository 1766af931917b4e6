//! StackEngine's core: pasted text in, plain data out.
//!
//! The stages, in the order of the way through:
//!
//! - [`detect`]: raw text to byte spans of secrets and identifying values.
//! - [`redact`]: raw text and findings to [`redact::Redacted`] text and a [`redact::Vault`].
//! - [`diagnose`]: raw text to incidents, each with its release plan.
//! - [`fix`]: raw text to backend blocks with findings, a hardened text and companion files.
//! - [`ask`]: redacted text to a provider's request, and a provider's bytes to an answer.
//! - [`restore`]: placeholders in an answer back to values, locally.
//!
//! Invariants: no browser, clock, randomness, I/O or globals in this crate. Time is an argument.
//! Only [`redact::Redacted`] text can reach [`ask`].

pub mod analyze;
pub mod ask;
pub mod backends;
pub mod detect;
pub mod diagnose;
pub mod fix;
pub mod incidents;
mod lanes;
pub mod moment;
pub mod redact;
pub mod restore;
pub mod text;
mod together;
mod words;
