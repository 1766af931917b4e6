//! Questions and answers in the worker: prompt, request and egress check; bytes to an answer, its checks and its view.
//! Pure but for the messages: the clock is not asked here.

use super::report::Examined;
use crate::asking::{
    AnswerView, AskRequest, AskResponse, Choice, ErrorView, Hidden, MarkView, ModelView, Remedy, RunView,
    SegmentView,
};
use crate::words;
use stackengine_core::analyze::Analysis;
use stackengine_core::ask::check::{self, Mark, Verdict};
use stackengine_core::ask::reading::{self, Reading, Run, Segment};
use stackengine_core::ask::{
    self, Amount, AskError, Form, HttpRequest, Loopback, Options, Prompt, Provider, Stop, Stream,
};
use stackengine_core::detect::Class;
use stackengine_core::redact::{Leak, Redacted, Vault};
use stackengine_core::text::{sort_by_numbers, sort_by_text};
use stackengine_core::{fix, restore};
use std::cell::RefCell;
use std::rc::Rc;

/// Longer answers are shown to this many bytes while and after they come.
const MOST_SHOWN: usize = 300_000;

/// A list of models at most, in bytes.
const MOST_LISTED: usize = 8 << 20;

/// The questions about one paste. It keeps what it was asked about, whatever is pasted later.
struct Thread {
    raw: String,
    fix: fix::Options,
    examined: Rc<RefCell<Examined>>,
    provider: &'static Provider,
    options: Options,
    prompt: Prompt,
    /// Of every request of this thread.
    ids: Vec<String>,
    /// The part of the answer that came before the token limit cut it.
    before: String,
    stream: Option<Stream>,
    /// The answer's text, once its bytes are over. Redacted.
    text: String,
    /// How many segments were told of, and whether they were read as a structured answer.
    told: usize,
    structured: bool,
}

/// A list of models that is coming.
struct List {
    id: String,
    provider: &'static Provider,
    status: u16,
    bytes: Vec<u8>,
}

/// Everything about asking that the worker remembers.
#[derive(Default)]
pub(crate) struct Asking {
    thread: Option<Thread>,
    list: Option<List>,
}

/// What a request needs of the last examination.
pub(crate) struct Subject<'a> {
    pub(crate) raw: &'a str,
    pub(crate) fix: fix::Options,
    pub(crate) examined: Option<Rc<RefCell<Examined>>>,
}

/// An answer, and a request's body beside it.
pub(crate) type Told = (AskResponse, Option<String>);

impl Asking {
    /// Answers one message. `bytes` came beside it.
    pub(crate) fn answer(&mut self, request: AskRequest, bytes: &[u8], subject: Subject<'_>) -> Option<Told> {
        match request {
            AskRequest::Prepare { id, choice, question, follow_up, less, plain } => {
                Some(self.prepare(id, &choice, &question, follow_up, less, plain, subject))
            }
            AskRequest::Repeat { id, choice, plain } => Some(self.repeat(id, &choice, plain)),
            AskRequest::GoOn { id } => Some(self.go_on(id)),
            AskRequest::Models { id, choice, page } => Some(self.models(id, &choice, page.as_deref())),
            AskRequest::Head { id, status, retry_after } => {
                if let Some(list) = self.list.as_mut().filter(|list| list.id == id) {
                    list.status = status;
                } else if let Some(thread) = self.thread_of(&id) {
                    let mut stream = Stream::new(thread.provider, status);
                    stream.retry_after(&retry_after);
                    thread.stream = Some(stream);
                    thread.told = 0;
                } else {
                    return Some((AskResponse::Gone { id }, None));
                }
                None
            }
            AskRequest::Chunk { id } => {
                if let Some(list) = self.list.as_mut().filter(|list| list.id == id) {
                    let free = MOST_LISTED.saturating_sub(list.bytes.len());
                    list.bytes.extend(bytes.iter().take(free));
                } else if let Some(stream) = self.thread_of(&id).and_then(|thread| thread.stream.as_mut()) {
                    stream.push(bytes);
                }
                None
            }
            AskRequest::Show { id } => {
                let view = self.thread_of(&id)?.partly()?;
                Some((AskResponse::Answer { id, view: Box::new(view) }, None))
            }
            AskRequest::End { id, why } => Some((self.end(id, &why), None)),
            AskRequest::Reveal { id, name } => {
                let value = self.thread_of(&id).and_then(|thread| {
                    let examined = thread.examined.borrow();
                    examined.analysis.vault.value_of(&name).map(|(value, _)| value.to_owned())
                });
                let told = match value {
                    Some(value) => AskResponse::Value { id, name, value },
                    None => AskResponse::Gone { id },
                };
                Some((told, None))
            }
        }
    }

    fn thread_of(&mut self, id: &str) -> Option<&mut Thread> {
        self.thread.as_mut().filter(|thread| thread.ids.iter().any(|one| one == id))
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one message")]
    fn prepare(
        &mut self,
        id: String,
        choice: &Choice,
        question: &str,
        follow_up: bool,
        less: bool,
        plain: bool,
        subject: Subject<'_>,
    ) -> Told {
        let refused = |id, words: String| (AskResponse::Refused { id, words }, None);
        let (provider, mut options) = match chosen(choice) {
            Ok(chosen) => chosen,
            Err(words) => return refused(id, words),
        };
        if plain {
            options.form = Form::Markdown;
        }
        if follow_up {
            let Some(thread) = &mut self.thread else {
                return refused(id, words::NO_THREAD.to_owned());
            };
            let examined = thread.examined.clone();
            thread.prompt = {
                let vault = &mut examined.borrow_mut().analysis.vault;
                thread.prompt.follow_up(&thread.text, question, vault)
            };
            thread.provider = provider;
            thread.options = options;
            thread.ids.push(id.clone());
            thread.begin(String::new());
            return thread.request(id);
        }
        let Some(examined) = subject.examined else {
            return refused(id, words::NOT_EXAMINED.to_owned());
        };
        let amount = if less { Amount::IncidentAndBlock } else { Amount::Whole };
        let prompt = ask::compose(&mut examined.borrow_mut().analysis, question, amount);
        let thread = Thread {
            raw: subject.raw.to_owned(),
            fix: subject.fix,
            examined,
            provider,
            options,
            prompt,
            ids: vec![id.clone()],
            before: String::new(),
            stream: None,
            text: String::new(),
            told: 0,
            structured: false,
        };
        let told = thread.request(id);
        self.thread = Some(thread);
        told
    }

    fn repeat(&mut self, id: String, choice: &Choice, plain: bool) -> Told {
        let Some(thread) = &mut self.thread else { return (AskResponse::Gone { id }, None) };
        match chosen(choice) {
            Ok((provider, options)) => {
                thread.provider = provider;
                let form = if plain { Form::Markdown } else { thread.options.form };
                thread.options = Options { form, ..options };
                thread.ids.push(id.clone());
                thread.begin(thread.before.clone());
                thread.request(id)
            }
            Err(words) => (AskResponse::Refused { id, words }, None),
        }
    }

    fn go_on(&mut self, id: String) -> Told {
        let Some(thread) = &mut self.thread else { return (AskResponse::Gone { id }, None) };
        let reading = reading::read(&thread.text);
        let before = if reading.structured { reading.markdown() } else { thread.text.clone() };
        let examined = thread.examined.clone();
        thread.prompt = thread.prompt.go_on(&before, &mut examined.borrow_mut().analysis.vault);
        thread.ids.push(id.clone());
        thread.begin(before);
        thread.request(id)
    }

    fn models(&mut self, id: String, choice: &Choice, page: Option<&str>) -> Told {
        let (provider, options) = match chosen(choice) {
            Ok(chosen) => chosen,
            Err(words) => return (AskResponse::Refused { id, words }, None),
        };
        let request = ask::models_request(provider, &options, page);
        self.list = Some(List { id: id.clone(), provider, status: 0, bytes: Vec::new() });
        prepared(id, request, Vec::new(), Vec::new())
    }

    fn end(&mut self, id: String, why: &str) -> AskResponse {
        if let Some(list) = self.list.take_if(|list| list.id == id) {
            let read = ask::models(list.provider, list.status, &list.bytes);
            return match read {
                Ok(page) => AskResponse::Models {
                    id,
                    models: page.models.iter().map(model).collect(),
                    next: page.next,
                    error: None,
                },
                Err(error) => AskResponse::Models {
                    id,
                    models: Vec::new(),
                    next: None,
                    error: Some(error_view(&error)),
                },
            };
        }
        match self.thread_of(&id) {
            Some(thread) => AskResponse::Answer { id, view: Box::new(thread.finish(why)) },
            None => AskResponse::Gone { id },
        }
    }
}

/// The provider and how to ask it, or a sentence that says why not.
fn chosen(choice: &Choice) -> Result<(&'static Provider, Options), String> {
    let provider = ask::by_id(&choice.provider).ok_or_else(|| words::NO_PROVIDER.to_owned())?;
    let base = match choice.base.trim() {
        "" => None,
        typed => {
            Some(Loopback::parse(typed).map_err(|error| format!("{}.", capitalised(&error.to_string())))?)
        }
    };
    let model = Some(choice.model.trim().to_owned()).filter(|model| !model.is_empty());
    Ok((provider, Options { model, base, local_key: choice.local_key, ..Options::default() }))
}

fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn prepared(
    id: String,
    request: HttpRequest,
    hidden: Vec<Hidden>,
    placeholders: Vec<(String, bool)>,
) -> Told {
    let HttpRequest { method, url, headers, body } = request;
    (AskResponse::Prepared { id, method: method.to_owned(), url, headers, hidden, placeholders }, Some(body))
}

impl Thread {
    fn begin(&mut self, before: String) {
        self.before = before;
        self.text = String::new();
        self.stream = None;
        self.told = 0;
    }

    /// The finished request, after its last look.
    fn request(&self, id: String) -> Told {
        let request = ask::request(self.provider, &self.prompt, &self.options);
        let examined = self.examined.borrow();
        let vault = &examined.analysis.vault;
        if let Err(leaks) = ask::check_egress(self.provider, &self.prompt, &self.options, &request, vault) {
            return (AskResponse::Refused { id, words: leak_words(&leaks) }, None);
        }
        let mut names: Vec<(String, bool)> = Vec::new();
        let mut parts =
            vec![self.prompt.paste.as_str(), self.prompt.facts.as_str(), self.prompt.question.as_str()];
        for turn in &self.prompt.thread {
            parts.extend([turn.question.as_str(), turn.answer.as_str()]);
        }
        parts.extend(self.prompt.cut.iter().map(Redacted::as_str));
        for part in parts {
            for piece in restore::pieces(part, vault) {
                if let restore::Piece::Known(_, name) = piece {
                    let secret = vault.value_of(name).is_none_or(|(_, class)| class == Class::Secret);
                    names.push((name.to_owned(), secret));
                }
            }
        }
        sort_by_text(&mut names, |(name, _)| name);
        names.dedup();
        let hidden = count(&names);
        prepared(id, request, hidden, names)
    }

    /// The answer while it comes. None where no byte of it has come.
    fn partly(&mut self) -> Option<AnswerView> {
        let text = self.stream.as_ref()?.text();
        let bytes = self.before.len() + text.len();
        // No more of a long answer is copied and read than is shown.
        let all = format!("{}{}", cut(&self.before, MOST_SHOWN), cut(text, MOST_SHOWN));
        let shown = all.get(..restore::settled(&all)).unwrap_or("");
        let reading = reading::read(cut(shown, MOST_SHOWN));
        let from =
            if reading.structured == self.structured { self.told.min(reading.segments.len()) } else { 0 };
        self.structured = reading.structured;
        // A later byte can change the last segment only.
        self.told = reading.segments.len().saturating_sub(1);
        let mut view = self.view(&reading, from, None);
        view.over = self.stream.as_ref().is_some_and(Stream::is_over);
        view.bytes = bytes;
        view.too_long = bytes > MOST_SHOWN;
        Some(view)
    }

    /// The answer when its bytes are over.
    fn finish(&mut self, why: &str) -> AnswerView {
        let answer = self.stream.take().map(Stream::finish).unwrap_or_default();
        self.text = format!("{}{}", self.before, answer.text);
        let shown = cut(&self.text, MOST_SHOWN);
        let reading = reading::read(shown);
        let checks = {
            let examined = self.examined.borrow();
            check::check(&reading, &self.raw, &examined.analysis, &self.fix)
        };
        let mut view = self.view(&reading, 0, Some(&checks));
        view.bytes = self.text.len();
        view.lines = self.text.lines().count();
        view.too_long = self.text.len() > MOST_SHOWN;
        view.done = true;
        view.complete = answer.complete && why.is_empty();
        let stop = match answer.stop {
            None => "",
            Some(Stop::End) => "end",
            Some(Stop::Length) => "length",
            Some(Stop::Filter) => "filter",
            Some(Stop::Refusal) => "refusal",
        };
        stop.clone_into(&mut view.stop);
        view.input_tokens = answer.usage.and_then(|usage| usage.input);
        view.output_tokens = answer.usage.and_then(|usage| usage.output);
        // Where the user or the network ended it, a missing end is no fault of the provider's.
        view.error =
            answer.error.filter(|_| why.is_empty() || answer.text.is_empty()).map(|error| error_view(&error));
        view
    }

    fn view(&self, reading: &Reading, from: usize, checks: Option<&check::Checks>) -> AnswerView {
        let examined = self.examined.borrow();
        let analysis = &examined.analysis;
        let vault = &analysis.vault;
        let sent = self.prompt.paste.as_str();
        let mut view = AnswerView { from, ..AnswerView::default() };
        for (index, segment) in reading.segments.iter().enumerate().skip(from) {
            let mut one = segment_view(segment, vault, sent);
            if let Some(checks) = checks {
                if let Some(code) = checks.code.iter().find(|code| code.segment == index) {
                    one.marks = code.marks.iter().map(mark).collect();
                    one.diff = code.diff.as_deref().map(|diff| without_secrets(diff, analysis));
                    one.copy = true;
                }
                if let Some((_, verdict)) = checks.commands.iter().find(|(segment, _)| *segment == index) {
                    one.verdict = verdict.sentence();
                    one.verified = matches!(verdict, Verdict::Verified(_));
                    one.copy = verdict.may_be_copied();
                }
            }
            for run in one.runs.iter().chain(&one.file).chain(&one.purpose) {
                view.restored += usize::from(matches!(run, RunView::Restored(..)));
                view.kept += usize::from(matches!(run, RunView::Secret(_)));
            }
            view.segments.push(one);
        }
        view.marks = checks.map_or_else(Vec::new, |checks| checks.marks.iter().map(mark).collect());
        view
    }
}

/// The beginning of a text, at most so many bytes.
fn cut(text: &str, most: usize) -> &str {
    let mut end = most.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or("")
}

/// A raw diff with the user's secrets as placeholders: they are put back by a click only.
fn without_secrets(diff: &str, analysis: &Analysis) -> String {
    let mut out = diff.to_owned();
    for (name, class) in analysis.vault.placeholders() {
        if class == Class::Secret
            && let Some((value, _)) = analysis.vault.value_of(name)
            && value.len() >= 4
        {
            out = out.replace(value, name);
        }
    }
    out
}

fn mark(mark: &Mark) -> MarkView {
    MarkView { pass: mark.pass, sentence: mark.sentence.clone() }
}

fn segment_view(segment: &Segment, vault: &Vault, sent: &str) -> SegmentView {
    let prose = |kind: &str, text: &str| SegmentView {
        kind: kind.to_owned(),
        runs: runs(&reading::runs(text, vault), vault, false),
        ..SegmentView::default()
    };
    match segment {
        Segment::Heading(text) => prose("heading", text),
        Segment::Prose(text) => prose("prose", text),
        Segment::Item(text) => prose("item", text),
        Segment::Warning(text) => prose("warning", text),
        Segment::Code { language, file, text, open } => SegmentView {
            kind: "code".to_owned(),
            runs: runs(&reading::code_runs(text, vault, sent), vault, true),
            language: language.clone().unwrap_or_default(),
            file: file
                .as_deref()
                .map_or_else(Vec::new, |file| runs(&reading::code_runs(file, vault, sent), vault, true)),
            open: *open,
            ..SegmentView::default()
        },
        Segment::Command { text, purpose } => SegmentView {
            kind: "command".to_owned(),
            runs: runs(&reading::code_runs(text, vault, sent), vault, true),
            purpose: purpose
                .as_deref()
                .map_or_else(Vec::new, |purpose| runs(&reading::runs(purpose, vault), vault, false)),
            ..SegmentView::default()
        },
    }
}

/// Identifiers become values; secrets do not. In code everything is code, so that it is not said of each run.
fn runs(runs: &[Run<'_>], vault: &Vault, in_code: bool) -> Vec<RunView> {
    runs.iter()
        .map(|run| match *run {
            Run::Text(text) => RunView::Text(text.to_owned()),
            Run::Code(text) if in_code => RunView::Text(text.to_owned()),
            Run::Code(text) => RunView::Code(text.to_owned()),
            Run::Known { name, class: Class::Identifier, .. } => {
                let value = vault.value_of(name).map_or(name, |(value, _)| value);
                RunView::Restored(value.to_owned(), name.to_owned())
            }
            Run::Known { name, .. } => RunView::Secret(name.to_owned()),
            Run::Unknown(text) => RunView::Unknown(text.to_owned()),
            Run::Url(text) => RunView::Address(text.to_owned()),
        })
        .collect()
}

/// `AWS_SECRET_ACCESS_KEY_2` is a kind that people can read.
fn count(names: &[(String, bool)]) -> Vec<Hidden> {
    let mut out: Vec<Hidden> = Vec::new();
    for (name, secret) in names {
        let stem = name.rsplit_once('_').map_or(name.as_str(), |(stem, _)| stem);
        let kind = stem.to_ascii_lowercase().replace('_', " ");
        match out.iter_mut().find(|one| one.kind == kind && one.secret == *secret) {
            Some(one) => one.count += 1,
            None => out.push(Hidden { kind, secret: *secret, count: 1 }),
        }
    }
    sort_by_text(&mut out, |one| &one.kind);
    sort_by_numbers(&mut out, |one| (usize::from(!one.secret), 0));
    out
}

/// Names places, never values.
fn leak_words(leaks: &[Leak]) -> String {
    let places: Vec<String> =
        leaks.iter().take(5).map(|leak| words::leak(leak.encoding, &leak.placeholder, leak.offset)).collect();
    words::blocked(&places.join(", "), leaks.len().saturating_sub(places.len()))
}

fn model(model: &ask::Model) -> ModelView {
    let mut words = Vec::new();
    words.extend(model.name.clone());
    if let Some(tokens) = model.input_tokens {
        words.push(words::reads(tokens));
    }
    if let Some(day) = &model.retires {
        words.push(words::ends(day));
    }
    ModelView { id: model.id.clone(), words: words.join(", ") }
}

fn error_view(error: &AskError) -> ErrorView {
    ErrorView {
        message: error.message.clone(),
        remedy: match error.remedy {
            ask::Remedy::Key => Remedy::Key,
            ask::Remedy::PickModel => Remedy::PickModel,
            ask::Remedy::Wait => Remedy::Wait,
            ask::Remedy::SendLess => Remedy::SendLess,
            ask::Remedy::PlainForm => Remedy::PlainForm,
            ask::Remedy::OtherProvider => Remedy::OtherProvider,
            ask::Remedy::TryAgain => Remedy::TryAgain,
        },
        retry_after_seconds: error.retry_after_seconds,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::engine::report::Diagnosed;
    use stackengine_core::analyze;

    fn secret() -> String {
        ["Hunter2", "-long-enough"].concat()
    }

    fn subject(raw: &str) -> Subject<'_> {
        let diagnosed = Diagnosed::of(raw, analyze::Options::default());
        let (examined, _) = Examined::of(diagnosed, raw, |_| {});
        Subject { raw, fix: fix::Options::default(), examined: Some(Rc::new(RefCell::new(examined))) }
    }

    fn prepare(id: &str, question: &str, follow_up: bool) -> AskRequest {
        AskRequest::Prepare {
            id: id.to_owned(),
            choice: Choice { provider: "anthropic".to_owned(), ..Choice::default() },
            question: question.to_owned(),
            follow_up,
            less: false,
            plain: true,
        }
    }

    fn none() -> Subject<'static> {
        Subject { raw: "", fix: fix::Options::default(), examined: None }
    }

    fn say(asking: &mut Asking, id: &str, text: &str, stop: &str) -> AnswerView {
        let id = id.to_owned();
        asking.answer(
            AskRequest::Head { id: id.clone(), status: 200, retry_after: String::new() },
            &[],
            none(),
        );
        let text = serde_json::to_string(text).unwrap();
        let wire = format!(
            "data: {{\"type\":\"content_block_delta\",\"delta\":{{\"type\":\"text_delta\",\"text\":{text}}}}}\n\n\
             data: {{\"type\":\"message_delta\",\"delta\":{{\"stop_reason\":\"{stop}\"}}}}\n\n\
             data: {{\"type\":\"message_stop\"}}\n\n"
        );
        asking.answer(AskRequest::Chunk { id: id.clone() }, wire.as_bytes(), none());
        match asking.answer(AskRequest::End { id, why: String::new() }, &[], none()) {
            Some((AskResponse::Answer { view, .. }, _)) => *view,
            other => unreachable!("{other:?}"),
        }
    }

    fn raw() -> String {
        format!(
            "terraform {{\n  backend \"s3\" {{\n    bucket = \"acme-prod-state\"\n    key = \"a.tfstate\"\n    \
             region = \"eu-west-1\"\n    secret_key = \"{}\"\n  }}\n}}\n",
            secret()
        )
    }

    #[test]
    fn the_body_is_redacted_and_what_is_hidden_is_counted() {
        let raw = raw();
        let mut asking = Asking::default();
        let question = format!("Is {} in it?", secret());
        let (told, body) = asking.answer(prepare("a1", &question, false), &[], subject(&raw)).unwrap();
        let body = body.unwrap();
        assert!(!body.contains(&secret()) && !body.contains("acme-prod-state"), "{body}");
        let AskResponse::Prepared { hidden, placeholders, headers, .. } = told else {
            unreachable!("{told:?}")
        };
        assert!(hidden.iter().any(|one| one.secret) && hidden.iter().any(|one| !one.secret), "{hidden:?}");
        assert!(placeholders.iter().any(|(name, secret)| name == "BUCKET_1" && !secret), "{placeholders:?}");
        assert!(headers.contains(&("x-api-key".to_owned(), "<key>".to_owned())));
    }

    #[test]
    fn identifiers_come_back_and_secrets_wait_for_a_click() {
        let raw = raw();
        let mut asking = Asking::default();
        let (told, _) = asking.answer(prepare("a1", "?", false), &[], subject(&raw)).unwrap();
        let AskResponse::Prepared { placeholders, .. } = told else { unreachable!("{told:?}") };
        let hidden = &placeholders.iter().find(|(_, secret)| *secret).unwrap().0;
        let view = say(
            &mut asking,
            "a1",
            &format!("Keep BUCKET_1 and {hidden}, see https://evil.example/?q=BUCKET_1 and BUCKET_9."),
            "end_turn",
        );
        let runs = &view.segments.first().unwrap().runs;
        assert!(runs.contains(&RunView::Restored("acme-prod-state".to_owned(), "BUCKET_1".to_owned())));
        assert!(runs.contains(&RunView::Secret(hidden.clone())), "{runs:?}");
        assert!(runs.contains(&RunView::Address("https://evil.example/?q=BUCKET_1".to_owned())));
        assert!(runs.contains(&RunView::Unknown("BUCKET_9".to_owned())));
        assert!(view.complete && view.error.is_none());
        assert!(!format!("{view:?}").contains(&secret()));
        let reveal = AskRequest::Reveal { id: "a1".to_owned(), name: hidden.clone() };
        let (told, _) = asking.answer(reveal, &[], none()).unwrap();
        assert_eq!(told, AskResponse::Value { id: "a1".to_owned(), name: hidden.clone(), value: secret() });
    }

    #[test]
    fn a_diff_shows_no_secret_before_a_click() {
        let raw = raw();
        let mut asking = Asking::default();
        let (told, _) = asking.answer(prepare("a1", "?", false), &[], subject(&raw)).unwrap();
        let AskResponse::Prepared { placeholders, .. } = told else { unreachable!("{told:?}") };
        let hidden = &placeholders.iter().find(|(_, secret)| *secret).unwrap().0;
        let block = format!(
            "## Files\n`main.tf`\n```hcl\nterraform {{\n  backend \"s3\" {{\n    bucket = \"BUCKET_1\"\n    key = \
             \"a.tfstate\"\n    region = \"eu-west-1\"\n    secret_key = \"{hidden}\"\n    encrypt = true\n  }}\n}}\n```\n"
        );
        let view = say(&mut asking, "a1", &block, "end_turn");
        let code = view.segments.iter().find(|one| one.kind == "code").unwrap();
        assert!(code.diff.as_deref().unwrap().contains("+    encrypt = true"), "{code:?}");
        assert!(code.marks.iter().any(|mark| !mark.pass), "{:?}", code.marks);
        assert!(!format!("{view:?}").contains(&secret()));
    }

    #[test]
    fn a_thread_goes_on_and_a_cut_answer_too() {
        let raw = raw();
        let mut asking = Asking::default();
        asking.answer(prepare("a1", "first?", false), &[], subject(&raw));
        let view = say(&mut asking, "a1", "Half an ans", "max_tokens");
        assert_eq!((view.stop.as_str(), view.complete), ("length", true));
        let (_, body) = asking.answer(AskRequest::GoOn { id: "a2".to_owned() }, &[], none()).unwrap();
        assert!(body.unwrap().contains("Half an ans"));
        let view = say(&mut asking, "a2", "wer.", "end_turn");
        assert_eq!(view.segments.first().unwrap().runs, [RunView::Text("Half an answer.".to_owned())]);
        let (_, body) = asking.answer(prepare("a3", "second?", true), &[], none()).unwrap();
        let body = body.unwrap();
        assert!(
            body.contains("first?") && body.contains("Half an answer.") && body.contains("second?"),
            "{body}"
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        let mut asking = Asking::default();
        let (told, _) = asking.answer(prepare("a1", "?", false), &[], none()).unwrap();
        assert!(matches!(told, AskResponse::Refused { .. }));
        let (told, _) =
            asking.answer(AskRequest::End { id: "x".to_owned(), why: String::new() }, &[], none()).unwrap();
        assert_eq!(told, AskResponse::Gone { id: "x".to_owned() });
        let choice = Choice {
            provider: "ollama".to_owned(),
            base: "http://evil.example".to_owned(),
            ..Choice::default()
        };
        let models = AskRequest::Models { id: "m1".to_owned(), choice, page: None };
        let (told, _) = asking.answer(models, &[], none()).unwrap();
        assert!(matches!(told, AskResponse::Refused { words, .. } if words.contains("this machine")));
    }

    #[test]
    fn a_stream_is_told_piece_by_piece() {
        let raw = raw();
        let mut asking = Asking::default();
        asking.answer(prepare("a1", "?", false), &[], subject(&raw));
        let id = || "a1".to_owned();
        asking.answer(AskRequest::Head { id: id(), status: 200, retry_after: String::new() }, &[], none());
        let delta = |text: &str| {
            format!(
                "data: {{\"type\":\"content_block_delta\",\"delta\":{{\"type\":\"text_delta\",\"text\":{}}}}}\n\n",
                serde_json::to_string(text).unwrap()
            )
        };
        let mut show = |text: &str| {
            asking.answer(AskRequest::Chunk { id: id() }, delta(text).as_bytes(), none());
            match asking.answer(AskRequest::Show { id: id() }, &[], none()) {
                Some((AskResponse::Answer { view, .. }, _)) => *view,
                other => unreachable!("{other:?}"),
            }
        };
        // Half a placeholder is held back.
        let view = show("One BUCK");
        assert_eq!(view.segments.first().unwrap().runs, [RunView::Text("One".to_owned())]);
        let view = show("ET_1 here.\n\nTwo");
        assert_eq!((view.from, view.segments.len()), (0, 1));
        let view = show(" more. ");
        assert_eq!((view.from, view.segments.len()), (0, 2));
        let view = show("Yes. ");
        assert_eq!((view.from, view.segments.len()), (1, 1));
    }
}
