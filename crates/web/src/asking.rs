//! What document and worker say to each other about a question and its answer: plain data, as bytes. The request's body
//! and the answer's bytes travel beside it.

#![expect(unreachable_pub, reason = "nanoserde's derive reads no other visibility")]
#![allow(missing_docs, reason = "each is a part of the page, or of core, with the same name")]

use nanoserde::{DeBin, SerBin};

/// Whom to ask.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct Choice {
    /// A provider's id.
    pub provider: String,
    /// Empty: the provider's dated default.
    pub model: String,
    /// Where a server on this machine listens; empty: its usual place.
    pub base: String,
    /// That server wants a key.
    pub local_key: bool,
}

/// From the document to the worker. `id` is the request's, given by the document.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub enum AskRequest {
    /// Compose a question about the paste as it stands.
    Prepare {
        id: String,
        choice: Choice,
        /// Raw text.
        question: String,
        /// Of the last thread, instead of a new one.
        follow_up: bool,
        /// The incidents and blocks only.
        less: bool,
        /// Plain Markdown instead of the provider's structured form.
        plain: bool,
    },
    /// Compose the last question again: another model, another form, or just once more.
    Repeat { id: String, choice: Choice, plain: bool },
    /// Compose the request for the rest of the last answer, which the token limit cut.
    GoOn { id: String },
    /// Compose the request for the list of models.
    Models { id: String, choice: Choice, page: Option<String> },
    /// An answer begins.
    Head { id: String, status: u16, retry_after: String },
    /// Bytes of it, beside this.
    Chunk { id: String },
    /// Its bytes are over. `why` is empty where the connection ended by itself, else the valve's word for it.
    End { id: String, why: String },
    /// Tell how far the answer is.
    Show { id: String },
    /// The value of a secret that the user clicked.
    Reveal { id: String, name: String },
}

/// From the worker to the document.
#[derive(Debug, Clone, PartialEq, SerBin, DeBin)]
pub enum AskResponse {
    /// A request is finished and holds no value of the vault; its body is beside this.
    Prepared {
        id: String,
        method: String,
        url: String,
        headers: Vec<(String, String)>,
        hidden: Vec<Hidden>,
        /// Placeholder, and whether it stands for a secret.
        placeholders: Vec<(String, bool)>,
    },
    /// No request was made.
    Refused { id: String, words: String },
    /// The answer as far as it is shown.
    Answer { id: String, view: Box<AnswerView> },
    /// The provider's models.
    Models { id: String, models: Vec<ModelView>, next: Option<String>, error: Option<ErrorView> },
    /// A secret's value.
    Value { id: String, name: String, value: String },
    /// The worker does not know this request: it was ended in between.
    Gone { id: String },
}

/// What is hidden in a request.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub struct Hidden {
    /// `bucket`, `aws secret access key`.
    pub kind: String,
    pub secret: bool,
    /// Different values.
    pub count: usize,
}

/// One model of a list.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub struct ModelView {
    pub id: String,
    /// For people: name, size, end of life.
    pub words: String,
}

/// What went wrong, and what is offered.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub struct ErrorView {
    pub message: String,
    pub remedy: Remedy,
    pub retry_after_seconds: Option<u64>,
}

/// Core's remedies by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, SerBin, DeBin)]
pub enum Remedy {
    Key,
    PickModel,
    Wait,
    SendLess,
    PlainForm,
    OtherProvider,
    TryAgain,
}

/// An answer for the page. Identifiers are restored, secrets are not.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct AnswerView {
    /// The first of `segments` is this one of the answer; those before are as they were.
    pub from: usize,
    pub segments: Vec<SegmentView>,
    /// Of the answer's text.
    pub bytes: usize,
    pub lines: usize,
    /// Only the beginning is shown.
    pub too_long: bool,
    /// Nothing more comes.
    pub done: bool,
    /// Nothing that still comes can change it.
    pub over: bool,
    /// The provider said that it is whole.
    pub complete: bool,
    /// `end`, `length`, `filter`, `refusal` or empty.
    pub stop: String,
    pub input_tokens: Option<u64>,
    pub output_tokens: Option<u64>,
    pub error: Option<ErrorView>,
    /// About the answer as a whole.
    pub marks: Vec<MarkView>,
    /// Placeholders that became values, and those that wait for a click.
    pub restored: usize,
    pub kept: usize,
}

/// Something that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub struct MarkView {
    pub pass: bool,
    pub sentence: String,
}

/// A piece of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default, SerBin, DeBin)]
pub struct SegmentView {
    /// `heading`, `prose`, `item`, `code`, `command` or `warning`.
    pub kind: String,
    pub runs: Vec<RunView>,
    pub language: String,
    pub file: Vec<RunView>,
    pub purpose: Vec<RunView>,
    pub open: bool,
    pub marks: Vec<MarkView>,
    pub diff: Option<String>,
    /// Of a command.
    pub verdict: String,
    pub verified: bool,
    /// It may have a copy button.
    pub copy: bool,
}

/// A run of text.
#[derive(Debug, Clone, PartialEq, Eq, SerBin, DeBin)]
pub enum RunView {
    /// Ordinary text.
    Text(String),
    /// Between backticks.
    Code(String),
    /// An identifier's value, and its placeholder.
    Restored(String, String),
    /// A secret's placeholder: shown until it is clicked.
    Secret(String),
    /// Looks like one of ours and is none.
    Unknown(String),
    /// An address, never restored, never a link.
    Address(String),
}
