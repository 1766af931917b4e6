//! Ask: the question, the valve, the answer.

use crate::page::Page;
use std::rc::Rc;

/// Builds the section once, when the page opens.
pub(crate) fn mount(_page: &Rc<Page>) {}
