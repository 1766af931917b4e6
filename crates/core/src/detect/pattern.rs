//! A small matcher for the forms of credentials: literals, classes, groups, alternation, bounded repeats.
//!
//! It tries a form at one place and looks at most [`LONGEST`] bytes ahead, with a budget of steps, so that no text
//! makes it slow. It knows no look-around: what may stand before and after is the caller's test.

/// Bytes that one form may span.
pub(super) const LONGEST: usize = 8192;
const STEPS: u32 = 60_000;

/// 256 bits: which bytes a class takes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Class([u64; 4]);

impl Class {
    const EMPTY: Self = Self([0; 4]);

    fn add(&mut self, byte: u8) {
        if let Some(part) = self.0.get_mut(usize::from(byte >> 6)) {
            *part |= 1 << (byte & 63);
        }
    }

    fn add_range(&mut self, from: u8, to: u8) {
        for byte in from..=to {
            self.add(byte);
        }
    }

    pub(super) fn has(&self, byte: u8) -> bool {
        self.0.get(usize::from(byte >> 6)).is_some_and(|part| part & (1 << (byte & 63)) != 0)
    }

    fn not(mut self) -> Self {
        for part in &mut self.0 {
            *part = !*part;
        }
        self
    }
}

#[derive(Clone, Debug)]
enum Node {
    Byte(u8),
    Class(Class),
    Group {
        branches: Vec<Vec<Piece>>,
        captures: bool,
    },
    /// The text begins here.
    Start,
    /// The text ends here.
    End,
}

#[derive(Clone, Debug)]
struct Piece {
    node: Node,
    min: u16,
    max: u16,
}

/// A compiled form.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    branches: Vec<Vec<Piece>>,
    /// With which bytes a match may begin; none where one may be empty or is tied to an end of the text.
    first: Option<Class>,
}

/// A literal to search for, and how far before it the form may begin (0: it begins there).
pub(super) struct Anchor {
    pub(super) literal: String,
    pub(super) at_start: bool,
}

impl Pattern {
    /// Compiles a form; none where it goes beyond the subset.
    pub(super) fn new(text: &str) -> Option<Self> {
        let mut parser = Parser { text: text.as_bytes(), at: 0, any_case: false };
        let branches = parser.branches()?;
        let mut first = Class::EMPTY;
        let begins = branches.iter().all(|branch| first_of(branch, &mut first));
        (parser.at == text.len()).then_some(Self { branches, first: begins.then_some(first) })
    }

    /// The end of the longest match that begins at `start`, and the captured range if there is a group.
    pub(super) fn at(&self, text: &[u8], start: usize) -> Option<(usize, usize, usize)> {
        if self.first.is_some_and(|first| !text.get(start).is_some_and(|byte| first.has(*byte))) {
            return None;
        }
        let window = text.get(..text.len().min(start + LONGEST))?;
        let mut run = Run { text: window, whole: text.len(), steps: STEPS };
        let mut best: Option<(usize, Option<(usize, usize)>)> = None;
        for branch in &self.branches {
            let mut capture = None;
            if let Some(end) = run.sequence(branch, 0, start, &mut |_, at| Some(at), &mut capture)
                && best.is_none_or(|(longest, _)| end > longest)
            {
                best = Some((end, capture));
            }
        }
        let (end, capture) = best?;
        let (from, to) = capture.unwrap_or((start, end));
        Some((end, from, to))
    }

    /// The literals of which one stands in every match: the longest run of each branch.
    pub(super) fn anchors(&self) -> Vec<Anchor> {
        let mut out = Vec::new();
        for branch in &self.branches {
            collect(branch, &mut out);
        }
        out
    }

    /// What to search for instead of a short literal that a form begins with: the literal with each of the few bytes
    /// that may follow it, and what is sure to follow those (`gh[opsur]_`). Two letters stand everywhere.
    pub(super) fn completed(&self, anchor: &Anchor) -> Vec<String> {
        const SHORT: usize = 4;
        const FEW: usize = 8;
        let literal = anchor.literal.as_bytes();
        if !anchor.at_start || literal.len() >= SHORT {
            return vec![anchor.literal.clone()];
        }
        let follows = |branch: &[Piece]| {
            let (head, rest) = branch.split_at_checked(literal.len())?;
            if !head.iter().map(byte).eq(literal.iter().copied().map(Some)) {
                return None;
            }
            let (Piece { node: Node::Class(class), min: 1, max: 1 }, rest) = rest.split_first()? else {
                return None;
            };
            let takes: Vec<u8> = (0..=u8::MAX).filter(|byte| class.has(*byte)).collect();
            let sure = rest.iter().map_while(byte);
            let one = |byte: &u8| {
                literal.iter().copied().chain([*byte]).chain(sure.clone()).map(char::from).collect::<String>()
            };
            (takes.len() <= FEW && takes.is_ascii()).then(|| takes.iter().map(one).collect::<Vec<_>>())
        };
        match &self.branches[..] {
            [branch] => follows(branch).unwrap_or_else(|| vec![anchor.literal.clone()]),
            _ => vec![anchor.literal.clone()],
        }
    }

    /// The literals of which one stands in every match, in lower case, each with how many bytes before it the match
    /// may begin; none where no literal is sure to stand there. Of several sets the one whose shortest is longest, of
    /// those the smallest.
    pub(super) fn marks(&self) -> Vec<(String, usize)> {
        let mut out = Vec::new();
        for branch in &self.branches {
            let Some(mut marks) = marks_of(branch) else { return Vec::new() };
            out.append(&mut marks);
        }
        out
    }

    /// The bytes that a match can begin with.
    pub(super) fn first(&self) -> Class {
        first(&self.branches).unwrap_or(Class::EMPTY.not())
    }

    /// The class of the last repeated piece: a byte of it right after a match means that the token goes on.
    pub(super) fn tail(&self) -> Option<Class> {
        fn last(branch: &[Piece]) -> Option<Class> {
            match &branch.last()?.node {
                Node::Class(class) => Some(*class),
                Node::Group { branches, .. } => last(branches.first()?),
                Node::Byte(_) | Node::Start | Node::End => None,
            }
        }
        last(self.branches.first()?)
    }

    /// One text of this form; `pick` chooses among possibilities.
    #[cfg(test)]
    pub(super) fn sample(&self, pick: &mut dyn FnMut(usize) -> usize) -> String {
        let mut out = Vec::new();
        let branch = pick(self.branches.len());
        if let Some(branch) = self.branches.get(branch) {
            sample(branch, pick, &mut out);
        }
        String::from_utf8_lossy(&out).into_owned()
    }
}

#[cfg(test)]
fn sample(branch: &[Piece], pick: &mut dyn FnMut(usize) -> usize, out: &mut Vec<u8>) {
    for piece in branch {
        let spread = usize::from(piece.max.min(piece.min.saturating_add(24)) - piece.min);
        let times = usize::from(piece.min) + if spread == 0 { 0 } else { pick(spread + 1) };
        for _ in 0..times {
            match &piece.node {
                Node::Byte(byte) => out.push(*byte),
                Node::Start | Node::End => {}
                Node::Class(class) => {
                    let bytes: Vec<u8> = (0x21..0x7f).filter(|byte| class.has(*byte)).collect();
                    if !bytes.is_empty() {
                        out.extend(bytes.get(pick(bytes.len())));
                    }
                }
                Node::Group { branches, .. } => {
                    let chosen = pick(branches.len());
                    if let Some(branch) = branches.get(chosen) {
                        sample(branch, pick, out);
                    }
                }
            }
        }
    }
}

/// The longest literal of a sequence; a group at its head is followed into, so that each branch has one.
fn collect(branch: &[Piece], out: &mut Vec<Anchor>) {
    let mut best = (String::new(), false);
    let mut run = String::new();
    let mut run_start = 0;
    for (index, piece) in branch.iter().enumerate() {
        match (&piece.node, piece.min, piece.max) {
            (Node::Byte(byte), 1, 1) => {
                if run.is_empty() {
                    run_start = index;
                }
                run.push(char::from(*byte));
            }
            _ => run.clear(),
        }
        if run.len() > best.0.len() {
            best = (run.clone(), run_start == 0);
        }
    }
    if best.0.len() < 4
        && let Some(Piece { node: Node::Group { branches, .. }, min: 1, .. }) = branch.first()
    {
        let mut inner = Vec::new();
        for one in branches {
            collect(one, &mut inner);
        }
        if !inner.is_empty()
            && inner.iter().all(|anchor| anchor.literal.len() >= 2)
            && inner.len() == branches.len()
        {
            out.extend(inner);
            return;
        }
    }
    if best.0.len() >= 2 {
        out.push(Anchor { literal: best.0, at_start: best.1 });
    }
}

/// Adds the bytes with which a sequence may begin; whether it is sure to take one.
fn first_of(pieces: &[Piece], first: &mut Class) -> bool {
    for piece in pieces {
        let takes = match &piece.node {
            Node::Byte(byte) => {
                first.add(*byte);
                true
            }
            Node::Class(class) => {
                for (part, more) in first.0.iter_mut().zip(class.0) {
                    *part |= more;
                }
                true
            }
            Node::Group { branches, .. } => {
                // Each branch is asked, so that the bytes of all are known.
                !branches.iter().map(|branch| first_of(branch, first)).collect::<Vec<_>>().contains(&false)
            }
            Node::Start | Node::End => false,
        };
        if takes && piece.min > 0 {
            return true;
        }
    }
    false
}

/// The ASCII byte that a piece stands for.
fn byte(piece: &Piece) -> Option<u8> {
    match piece {
        Piece { node: Node::Byte(byte), min: 1, max: 1 } if byte.is_ascii() => Some(*byte),
        _ => None,
    }
}

/// The letter that a piece stands for in any case, or its byte.
fn letter(piece: &Piece) -> Option<u8> {
    match (&piece.node, piece.min, piece.max) {
        (Node::Byte(byte), 1, 1) => Some(byte.to_ascii_lowercase()),
        (Node::Class(class), 1, 1) => (b'a'..=b'z').find(|lower| {
            let mut both = Class::EMPTY;
            both.add(*lower);
            both.add(lower.to_ascii_uppercase());
            *class == both
        }),
        _ => None,
    }
}

/// The bytes that one of the branches can begin with; none where one of them can match nothing.
fn first(branches: &[Vec<Piece>]) -> Option<Class> {
    let mut out = Class::EMPTY;
    let mut join = |other: Class| out.0.iter_mut().zip(other.0).for_each(|(one, other)| *one |= other);
    for branch in branches {
        let mut sure = false;
        for piece in branch {
            match &piece.node {
                Node::Byte(byte) => join({
                    let mut class = Class::EMPTY;
                    class.add(*byte);
                    class
                }),
                Node::Class(class) => join(*class),
                Node::Group { branches, .. } => join(first(branches)?),
                Node::Start | Node::End => return None,
            }
            sure = piece.min > 0;
            if sure {
                break;
            }
        }
        if !sure {
            return None;
        }
    }
    Some(out)
}

/// The most bytes that a sequence takes.
fn longest(pieces: &[Piece]) -> usize {
    pieces
        .iter()
        .map(|piece| {
            let one = match &piece.node {
                Node::Byte(_) | Node::Class(_) => 1,
                Node::Start | Node::End => 0,
                Node::Group { branches, .. } => {
                    branches.iter().map(|branch| longest(branch)).max().unwrap_or(0)
                }
            };
            one.saturating_mul(usize::from(piece.max))
        })
        .fold(0, usize::saturating_add)
}

fn marks_of(branch: &[Piece]) -> Option<Vec<(String, usize)>> {
    let mut best: Option<Vec<(String, usize)>> = None;
    let worth = |marks: &[(String, usize)]| {
        let shortest = marks.iter().map(|(literal, _)| literal.len()).min().unwrap_or(0);
        (shortest, usize::MAX - marks.len())
    };
    let mut offer = |marks: Vec<(String, usize)>| {
        if best.as_ref().is_none_or(|best| worth(&marks) > worth(best)) {
            best = Some(marks);
        }
    };
    let mut index = 0;
    while let Some(piece) = branch.get(index) {
        let before = longest(branch.get(..index).unwrap_or(&[]));
        let mut literal = Vec::new();
        while let Some(byte) = branch.get(index + literal.len()).and_then(letter) {
            literal.push(byte);
        }
        if let Node::Group { branches, .. } = &piece.node
            && piece.min > 0
        {
            let inner: Option<Vec<_>> = branches.iter().map(|branch| marks_of(branch)).collect();
            if let Some(inner) = inner {
                let marks = inner.into_iter().flatten();
                offer(marks.map(|(literal, inside)| (literal, before.saturating_add(inside))).collect());
            }
        }
        index += literal.len().max(1);
        // A literal that is cut within a character is none.
        if let Ok(literal) = String::from_utf8(literal)
            && !literal.is_empty()
        {
            offer(vec![(literal, before)]);
        }
    }
    best
}

struct Run<'t> {
    text: &'t [u8],
    /// Length of the whole text, of which `text` is a window.
    whole: usize,
    steps: u32,
}

type Capture = Option<(usize, usize)>;

impl Run<'_> {
    fn sequence(
        &mut self,
        pieces: &[Piece],
        index: usize,
        at: usize,
        next: &mut dyn FnMut(&mut Self, usize) -> Option<usize>,
        capture: &mut Capture,
    ) -> Option<usize> {
        self.steps = self.steps.checked_sub(1)?;
        let Some(piece) = pieces.get(index) else { return next(self, at) };
        match &piece.node {
            Node::Start if at == 0 => self.sequence(pieces, index + 1, at, next, capture),
            Node::End if at == self.whole => self.sequence(pieces, index + 1, at, next, capture),
            Node::Start | Node::End => None,
            Node::Byte(_) | Node::Class(_) => {
                let takes = |byte: u8| match &piece.node {
                    Node::Byte(one) => *one == byte,
                    Node::Class(class) => class.has(byte),
                    _ => false,
                };
                let mut count = 0;
                while count < usize::from(piece.max)
                    && self.text.get(at + count).is_some_and(|byte| takes(*byte))
                {
                    count += 1;
                }
                if count < usize::from(piece.min) {
                    return None;
                }
                loop {
                    if let Some(end) = self.sequence(pieces, index + 1, at + count, next, capture) {
                        return Some(end);
                    }
                    if count == usize::from(piece.min) || self.steps == 0 {
                        return None;
                    }
                    count -= 1;
                }
            }
            Node::Group { branches, captures } => {
                self.group(branches, *captures, piece, 0, pieces, index, at, next, capture)
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one step of the matcher; a struct would only rename them")]
    fn group(
        &mut self,
        branches: &[Vec<Piece>],
        captures: bool,
        piece: &Piece,
        done: u16,
        pieces: &[Piece],
        index: usize,
        at: usize,
        next: &mut dyn FnMut(&mut Self, usize) -> Option<usize>,
        capture: &mut Capture,
    ) -> Option<usize> {
        self.steps = self.steps.checked_sub(1)?;
        if done < piece.max {
            for branch in branches {
                let mut inner = None;
                // The group's end is found first; then the rest is tried from there.
                let ends = self.ends(branch, at, &mut inner);
                for end in ends {
                    if end == at {
                        // An empty turn is taken once, and only where one is still owed.
                        if done + 1 >= piece.min
                            && done < piece.min
                            && let Some(found) = self.sequence(pieces, index + 1, at, next, capture)
                        {
                            return Some(found);
                        }
                        continue;
                    }
                    if let Some(found) =
                        self.group(branches, captures, piece, done + 1, pieces, index, end, next, capture)
                    {
                        if captures {
                            *capture = Some((at, end));
                        } else if capture.is_none() {
                            *capture = inner;
                        }
                        return Some(found);
                    }
                }
            }
        }
        if done >= piece.min {
            return self.sequence(pieces, index + 1, at, next, capture);
        }
        None
    }

    /// Where a branch can end, longest first.
    fn ends(&mut self, branch: &[Piece], at: usize, capture: &mut Capture) -> Vec<usize> {
        let mut ends: Vec<usize> = Vec::new();
        let mut found = None;
        self.sequence(
            branch,
            0,
            at,
            &mut |_, end| {
                if ends.len() < 64 && !ends.contains(&end) {
                    ends.push(end);
                }
                None
            },
            &mut found,
        );
        *capture = found;
        ends
    }
}

struct Parser<'p> {
    text: &'p [u8],
    at: usize,
    /// Letters stand for both cases.
    any_case: bool,
}

impl Parser<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn branches(&mut self) -> Option<Vec<Vec<Piece>>> {
        let mut out = vec![Vec::new()];
        loop {
            match self.peek() {
                None | Some(b')') => return Some(out),
                Some(b'|') => {
                    self.at += 1;
                    out.push(Vec::new());
                }
                Some(_) => {
                    let piece = self.piece()?;
                    out.last_mut()?.push(piece);
                }
            }
        }
    }

    fn piece(&mut self) -> Option<Piece> {
        let node = match self.next()? {
            b'(' => {
                let outer = self.any_case;
                let captures = if self.text.get(self.at..self.at + 2) == Some(b"?:") {
                    self.at += 2;
                    false
                } else if self.text.get(self.at..self.at + 5) == Some(b"?i-u:") {
                    self.at += 5;
                    self.any_case = true;
                    false
                } else if self.peek() == Some(b'?') {
                    return None;
                } else {
                    true
                };
                let branches = self.branches()?;
                (self.next()? == b')').then_some(())?;
                self.any_case = outer;
                Node::Group { branches, captures }
            }
            b'[' => Node::Class(self.class()?),
            b'.' => {
                let mut newline = Class::EMPTY;
                newline.add(b'\n');
                Node::Class(newline.not())
            }
            b'\\' => self.escape()?,
            b'^' => Node::Start,
            b'$' => Node::End,
            b'*' | b'+' | b'?' | b'{' | b']' | b'}' => return None,
            byte if self.any_case && byte.is_ascii_alphabetic() => {
                let mut class = Class::EMPTY;
                class.add(byte.to_ascii_lowercase());
                class.add(byte.to_ascii_uppercase());
                Node::Class(class)
            }
            byte => Node::Byte(byte),
        };
        let (min, max) = match self.peek() {
            Some(b'?') => (0, 1),
            Some(b'*') => (0, 4096),
            Some(b'+') => (1, 4096),
            Some(b'{') => {
                self.at += 1;
                let min = self.number()?;
                let max = match self.next()? {
                    b'}' => min,
                    b',' => {
                        let max = if self.peek() == Some(b'}') { 4096 } else { self.number()? };
                        (self.next()? == b'}').then_some(())?;
                        max
                    }
                    _ => return None,
                };
                return Some(Piece { node, min, max });
            }
            _ => return Some(Piece { node, min: 1, max: 1 }),
        };
        self.at += 1;
        Some(Piece { node, min, max })
    }

    fn number(&mut self) -> Option<u16> {
        let mut value: u16 = 0;
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            value = value.checked_mul(10)?.checked_add(u16::from(digit - b'0'))?;
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }

    fn escape(&mut self) -> Option<Node> {
        Some(match self.next()? {
            b'd' => Node::Class(of_letter(b'd')?),
            b'w' => Node::Class(of_letter(b'w')?),
            b's' => Node::Class(of_letter(b's')?),
            b'S' => Node::Class(of_letter(b's')?.not()),
            byte if !byte.is_ascii_alphanumeric() => Node::Byte(byte),
            byte => Node::Byte(control(byte)?),
        })
    }

    fn class(&mut self) -> Option<Class> {
        let mut class = Class::EMPTY;
        let negated = self.peek() == Some(b'^');
        self.at += usize::from(negated);
        let mut first = true;
        loop {
            let byte = self.next()?;
            match byte {
                b']' if !first => break,
                b'\\' => {
                    let escaped = self.next()?;
                    if let Some(letters) = of_letter(escaped) {
                        for (part, more) in class.0.iter_mut().zip(letters.0) {
                            *part |= more;
                        }
                    } else {
                        class.add(control(escaped).unwrap_or(escaped));
                    }
                }
                from if self.peek() == Some(b'-')
                    && self.text.get(self.at + 1).is_some_and(|to| *to != b']') =>
                {
                    self.at += 1;
                    let to = self.next()?;
                    class.add_range(from, to);
                }
                // Of a character of many bytes that must not stand here, the first byte is enough to refuse it.
                0x80..=0xbf if negated => {}
                byte => class.add(byte),
            }
            first = false;
        }
        if self.any_case {
            for lower in b'a'..=b'z' {
                if class.has(lower) || class.has(lower.to_ascii_uppercase()) {
                    class.add(lower);
                    class.add(lower.to_ascii_uppercase());
                }
            }
        }
        Some(if negated { class.not() } else { class })
    }
}

fn control(letter: u8) -> Option<u8> {
    match letter {
        b'n' => Some(b'\n'),
        b'r' => Some(b'\r'),
        b't' => Some(b'\t'),
        _ => None,
    }
}

fn of_letter(letter: u8) -> Option<Class> {
    let mut class = Class::EMPTY;
    match letter {
        b'd' => class.add_range(b'0', b'9'),
        b'w' => {
            class.add_range(b'0', b'9');
            class.add_range(b'a', b'z');
            class.add_range(b'A', b'Z');
            class.add(b'_');
        }
        b's' => {
            for byte in [b' ', b'\t', b'\n', b'\r'] {
                class.add(byte);
            }
        }
        _ => return None,
    }
    Some(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pattern: &str, text: &str) -> Option<String> {
        let (_, from, to) = Pattern::new(pattern)?.at(text.as_bytes(), 0)?;
        text.get(from..to).map(str::to_owned)
    }

    #[test]
    fn forms_are_matched_at_one_place() {
        assert_eq!(found("gh[us]_[A-Z]{3,5}", "ghs_ABCDEFG").as_deref(), Some("ghs_ABCDE"));
        assert_eq!(found(r"a(?:\.[a-z]{2})?\.([0-9]+)x", "a.bc.123x").as_deref(), Some("123"));
        assert_eq!(found("[a-z]{1,9}cd", "abcdcd").as_deref(), Some("abcdcd"));
        assert_eq!(found("(?:ab|a)bc", "abc").as_deref(), Some("abc"));
        assert_eq!(found("ab{2}", "ab"), None);
        assert_eq!(found(r"a[^\n\t]+\n", "atn\n").as_deref(), Some("atn\n"));
    }

    #[test]
    fn marks_are_literals_of_every_match_with_their_reach() {
        let marks = |pattern: &str| Pattern::new(pattern).map(|pattern| pattern.marks()).unwrap_or_default();
        assert_eq!(marks("(?:s3|gs)://([a-z]+)"), [("://".to_owned(), 2)]);
        assert_eq!(
            marks("(?i-u:Owner|account[_-]?id)=[0-9]"),
            [("owner".to_owned(), 0), ("account".to_owned(), 0)]
        );
        assert_eq!(marks("(?:^|[^a-z])([0-9]{12})[.]dkr"), [("dkr".to_owned(), 14)]);
        assert_eq!(marks("[0-9]+x?"), []);
        // Of literals as long as each other the one alone, and signs beyond ASCII.
        assert_eq!(marks("(?:state|stand)[ ]?liegt"), [("liegt".to_owned(), 6)]);
        assert_eq!(marks("· ([a-z]{2})"), [("· ".to_owned(), 0)]);
    }

    #[test]
    fn short_beginnings_are_completed_with_what_may_follow() {
        let completed = |pattern: &str| -> Vec<String> {
            let pattern = Pattern::new(pattern).expect("a form");
            pattern.anchors().iter().flat_map(|anchor| pattern.completed(anchor)).collect()
        };
        assert_eq!(completed("gh[ps]_[0-9]{9}"), ["ghp_", "ghs_"]);
        assert_eq!(completed("ghp_[0-9]{9}"), ["ghp_"]);
        assert_eq!(completed("gh[0-9]_x"), ["gh"]);
        assert_eq!(completed("gh[ps]{2}x"), ["gh"]);
        assert_eq!(completed("[0-9]{4}gh[ps]_"), ["gh"]);
    }

    #[test]
    fn either_case_and_the_ends_of_the_text() {
        assert_eq!(found("(?i-u:Key)=(a+)", "kEY=aab").as_deref(), Some("aa"));
        assert_eq!(found("(?:^|x)(a)(?:$|b)", "a").as_deref(), Some("a"));
        assert_eq!(found("(?:^|x)(a)(?:$|b)", "xab").as_deref(), Some("a"));
        assert_eq!(found("(?:^|x)(a)(?:$|b)", "ac"), None);
    }

    #[test]
    fn hostile_repeats_end_soon() {
        let text = "a".repeat(9000);
        assert_eq!(found("(?:a{1,50}){1,50}b", &text), None);
    }
}
