//! What the user has done: the paste, the choices, and the way back from each. Pure; the text is whatever the caller
//! keeps texts in.

use crate::model::Choices;
use crate::words;

/// One moment that can be returned to.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Moment<T> {
    what: &'static str,
    text: T,
    choices: Choices,
}

/// The paste and the choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session<T> {
    pub(crate) text: T,
    pub(crate) choices: Choices,
    past: Vec<Moment<T>>,
}

/// What the user did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change<T> {
    /// Typed: the text box has its own undo.
    Typed(T),
    /// Loaded, dropped, pasted or cleared: the whole text is another.
    Replaced(T, &'static str),
    /// A value is no secret.
    Harmless(String),
    /// Hide a value everywhere.
    Hide { value: String, secret: bool },
    /// Take a value out of every list again.
    Forget(String),
    /// Leave identifiers in.
    KeepIdentifiers(bool),
    /// The version of the tool.
    Version { version: String, tofu: bool },
    /// One step back.
    Undo,
}

/// Steps that are remembered.
const MOST: usize = 50;

impl<T: Clone + PartialEq> Session<T> {
    pub(crate) fn new(text: T) -> Self {
        Self { text, choices: Choices::default(), past: Vec::new() }
    }

    /// What `Undo` would take back.
    pub(crate) fn undoable(&self) -> Option<&'static str> {
        self.past.last().map(|moment| moment.what)
    }

    /// Applies a change; gives whether the text is another one now.
    pub(crate) fn apply(&mut self, change: Change<T>) -> bool {
        match change {
            Change::Typed(text) => {
                let changed = text != self.text;
                self.text = text;
                changed
            }
            Change::Replaced(text, what) => {
                self.remember(what);
                let changed = text != self.text;
                self.text = text;
                changed
            }
            Change::Harmless(value) => {
                self.remember(words::DID_HARMLESS);
                self.forget(&value);
                self.choices.harmless.push(value);
                false
            }
            Change::Hide { value, secret } => {
                self.remember(words::DID_HIDE);
                self.forget(&value);
                let list = if secret { &mut self.choices.secrets } else { &mut self.choices.words };
                list.push(value);
                false
            }
            Change::Forget(value) => {
                self.remember(words::DID_REMOVE);
                self.forget(&value);
                false
            }
            Change::KeepIdentifiers(keep) => {
                self.remember(words::DID_IDENTIFIERS);
                self.choices.keep_identifiers = keep;
                false
            }
            Change::Version { version, tofu } => {
                self.remember("version");
                self.choices.version = version;
                self.choices.tofu = tofu;
                false
            }
            Change::Undo => {
                let Some(moment) = self.past.pop() else { return false };
                let changed = moment.text != self.text;
                self.text = moment.text;
                self.choices = moment.choices;
                changed
            }
        }
    }

    fn remember(&mut self, what: &'static str) {
        if self.past.len() == MOST {
            self.past.remove(0);
        }
        self.past.push(Moment { what, text: self.text.clone(), choices: self.choices.clone() });
    }

    fn forget(&mut self, value: &str) {
        for list in [&mut self.choices.words, &mut self.choices.secrets, &mut self.choices.harmless] {
            list.retain(|one| one != value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replaced_text_comes_back() {
        let mut session = Session::new(String::new());
        session.apply(Change::Typed("mine".to_owned()));
        assert!(session.apply(Change::Replaced("sample".to_owned(), "sample")));
        assert_eq!(session.undoable(), Some("sample"));
        assert!(session.apply(Change::Undo));
        assert_eq!(session.text, "mine");
        assert!(!session.apply(Change::Undo), "nothing is left to undo");
    }

    #[test]
    fn a_value_stands_in_one_list_only() {
        let mut session = Session::new("");
        session.apply(Change::Hide { value: "acme".to_owned(), secret: false });
        session.apply(Change::Harmless("acme".to_owned()));
        assert_eq!(session.choices.words, Vec::<String>::new());
        assert_eq!(session.choices.harmless, ["acme"]);
        session.apply(Change::Undo);
        assert_eq!(session.choices.words, ["acme"]);
        assert_eq!(session.choices.harmless, Vec::<String>::new());
    }
}
