//! Bytes, however they are cut, to events: server-sent events, JSON values one after another, a JSON array that comes
//! in pieces, or a page that is no answer at all. The first byte tells which.

/// Bytes of one event at most. More is no event of a model.
const EVENT_LIMIT: usize = 20 << 20;

/// Bytes kept of what is no event, for an error's words.
const REST_LIMIT: usize = 16 << 10;

/// One event: its JSON text.
type Event = Vec<u8>;

/// Takes bytes apart.
#[derive(Debug, Default)]
pub(in super::super) struct Frames {
    kind: Kind,
    /// Bytes before the first that tells the kind: a byte order mark, white space.
    head: Vec<u8>,
    /// What was no event: HTML, plain text, JSON without its end.
    rest: Vec<u8>,
    /// An event was larger than the limit.
    pub(in super::super) too_large: bool,
}

#[derive(Debug, Default)]
enum Kind {
    #[default]
    Unknown,
    Events(Events),
    Json(Json),
    Page,
}

#[derive(Debug, Default)]
struct Events {
    line: Vec<u8>,
    after_cr: bool,
    data: Option<Vec<u8>>,
    /// Lines that are no field, since the last empty one: an error may come as bare JSON.
    bare: Vec<u8>,
}

#[derive(Debug, Default)]
struct Json {
    value: Vec<u8>,
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Frames {
    /// Hands each event that is now whole to `to`.
    pub(in super::super) fn push(&mut self, bytes: &[u8], to: &mut impl FnMut(Event)) {
        let joined;
        let bytes = if matches!(self.kind, Kind::Unknown) {
            self.head.extend_from_slice(bytes);
            let mark: &[u8] = b"\xef\xbb\xbf";
            let body = match self.head.strip_prefix(mark) {
                Some(body) => body,
                None if mark.starts_with(&self.head) => return,
                None => &self.head,
            };
            let Some(at) = body.iter().position(|byte| !byte.is_ascii_whitespace()) else {
                // Leading white space says nothing and need not be kept for ever.
                let marked = self.head.starts_with(mark);
                self.head.truncate(if marked { mark.len() } else { 0 });
                return;
            };
            self.kind = match body.get(at) {
                Some(b'{' | b'[') => Kind::Json(Json::default()),
                Some(b'<') => Kind::Page,
                _ => Kind::Events(Events::default()),
            };
            joined = body.get(at..).unwrap_or(&[]).to_vec();
            self.head = Vec::new();
            &joined
        } else {
            bytes
        };
        match &mut self.kind {
            Kind::Unknown => {}
            Kind::Events(events) => self.too_large |= events.push(bytes, &mut self.rest, to),
            Kind::Json(json) => self.too_large |= json.push(bytes, &mut self.rest, to),
            Kind::Page => keep(&mut self.rest, bytes),
        }
    }

    /// Hands over what stands at the end without the line or bracket that would close it.
    pub(in super::super) fn finish(&mut self, to: &mut impl FnMut(Event)) {
        match &mut self.kind {
            Kind::Events(events) => {
                events.end_of_line(&mut self.rest);
                events.end_of_event(&mut self.rest, to);
            }
            Kind::Json(json) => keep(&mut self.rest, &json.value),
            Kind::Unknown | Kind::Page => {}
        }
    }

    /// What was no event, cut to its beginning.
    pub(in super::super) fn rest(&self) -> String {
        String::from_utf8_lossy(&self.rest).into_owned()
    }

    /// The answer is a page, not one of a model.
    pub(in super::super) fn is_page(&self) -> bool {
        matches!(self.kind, Kind::Page)
    }

    /// Nothing came but white space.
    pub(in super::super) fn is_empty(&self) -> bool {
        matches!(self.kind, Kind::Unknown)
    }
}

fn keep(rest: &mut Vec<u8>, bytes: &[u8]) {
    let room = REST_LIMIT.saturating_sub(rest.len());
    rest.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or(&[]));
}

impl Events {
    fn push(&mut self, bytes: &[u8], rest: &mut Vec<u8>, to: &mut impl FnMut(Event)) -> bool {
        let mut too_large = false;
        for &byte in bytes {
            let after_cr = std::mem::take(&mut self.after_cr);
            match byte {
                b'\n' if after_cr => {}
                b'\n' | b'\r' => {
                    self.after_cr = byte == b'\r';
                    if self.line.is_empty() {
                        self.end_of_event(rest, to);
                    } else {
                        too_large |= self.end_of_line(rest);
                    }
                }
                byte if self.line.len() < EVENT_LIMIT => self.line.push(byte),
                _ => too_large = true,
            }
        }
        too_large
    }

    fn end_of_line(&mut self, rest: &mut Vec<u8>) -> bool {
        let line = std::mem::take(&mut self.line);
        if let Some(data) = line.strip_prefix(b"data:") {
            let data = data.strip_prefix(b" ").unwrap_or(data);
            let known = self.data.get_or_insert_default();
            if known.len() + data.len() > EVENT_LIMIT {
                return true;
            }
            if !known.is_empty() {
                known.push(b'\n');
            }
            known.extend_from_slice(data);
        } else if !(line.starts_with(b":")
            || line.starts_with(b"event:")
            || line.starts_with(b"id:")
            || line.starts_with(b"retry:"))
        {
            keep(&mut self.bare, &line);
            keep(&mut self.bare, b"\n");
            keep(rest, &line);
            keep(rest, b"\n");
        }
        false
    }

    fn end_of_event(&mut self, _rest: &mut Vec<u8>, to: &mut impl FnMut(Event)) {
        let bare = std::mem::take(&mut self.bare);
        if bare.trim_ascii_start().starts_with(b"{") {
            to(bare);
        }
        if let Some(data) = self.data.take() {
            to(data);
        }
    }
}

impl Json {
    fn push(&mut self, bytes: &[u8], rest: &mut Vec<u8>, to: &mut impl FnMut(Event)) -> bool {
        let mut too_large = false;
        for &byte in bytes {
            if self.depth == 0 {
                match byte {
                    b'{' => {
                        self.depth = 1;
                        self.value.push(byte);
                    }
                    // The brackets and commas of an array of events.
                    b'[' | b']' | b',' => {}
                    byte if byte.is_ascii_whitespace() => {}
                    byte => keep(rest, &[byte]),
                }
                continue;
            }
            // JSON text holds no raw line break: what began before it will never end.
            if self.in_text && byte == b'\n' {
                keep(rest, &self.value);
                *self = Self::default();
                continue;
            }
            if self.value.len() >= EVENT_LIMIT {
                too_large = true;
                continue;
            }
            self.value.push(byte);
            if self.in_text {
                match byte {
                    _ if self.escaped => self.escaped = false,
                    b'\\' => self.escaped = true,
                    b'"' => self.in_text = false,
                    _ => {}
                }
                continue;
            }
            match byte {
                b'"' => self.in_text = true,
                b'{' | b'[' => self.depth += 1,
                b'}' | b']' => {
                    self.depth -= 1;
                    if self.depth == 0 {
                        to(std::mem::take(&mut self.value));
                    }
                }
                _ => {}
            }
        }
        too_large
    }
}
