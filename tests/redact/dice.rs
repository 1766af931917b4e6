//! Numbers that are always the same, and texts drawn from a form with them.

/// Xorshift: the same seed gives the same documents on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        let mut dice = Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x5851_f42d_4c95_7f2d);
        for _ in 0..8 {
            dice.next();
        }
        dice
    }

    fn next(&mut self) -> u64 {
        if self.0 == 0 {
            self.0 = 1;
        }
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.next() >> 20).unwrap() % sides.max(1)
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// `count` characters of an alphabet.
    pub(crate) fn text(&mut self, alphabet: &str, count: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        (0..count).map(|_| *self.pick(&letters)).collect()
    }

    pub(crate) fn uuid(&mut self) -> String {
        let hex = "0123456789abcdef";
        [8, 4, 4, 4, 12].map(|count| self.text(hex, count)).join("-")
    }

    /// One text of a form: literals, classes, groups, alternation, bounded repeats.
    pub(crate) fn form(&mut self, form: &str) -> String {
        let mut reader = Reader { text: form.as_bytes(), at: 0 };
        let branches = reader.branches();
        let mut out = String::new();
        self.branches(&branches, &mut out);
        out
    }

    fn branches(&mut self, branches: &[Vec<Piece>], out: &mut String) {
        for piece in &branches[self.below(branches.len())] {
            let spread = piece.max.min(piece.min + 24) - piece.min;
            let times = piece.min + if spread == 0 { 0 } else { self.below(spread + 1) };
            for _ in 0..times {
                match &piece.node {
                    Node::One(of) => out.push(char::from(*self.pick(of))),
                    Node::Group(branches) => self.branches(branches, out),
                }
            }
        }
    }
}

enum Node {
    One(Vec<u8>),
    Group(Vec<Vec<Piece>>),
}

struct Piece {
    node: Node,
    min: usize,
    max: usize,
}

struct Reader<'f> {
    text: &'f [u8],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> u8 {
        self.text.get(self.at).copied().unwrap_or(0)
    }

    fn take(&mut self) -> u8 {
        self.at += 1;
        self.text[self.at - 1]
    }

    fn branches(&mut self) -> Vec<Vec<Piece>> {
        let mut out = vec![Vec::new()];
        while self.at < self.text.len() && self.peek() != b')' {
            if self.peek() == b'|' {
                self.at += 1;
                out.push(Vec::new());
            } else {
                let piece = self.piece();
                out.last_mut().unwrap().push(piece);
            }
        }
        out
    }

    fn piece(&mut self) -> Piece {
        let node = match self.take() {
            b'(' => {
                if self.text[self.at..].starts_with(b"?:") {
                    self.at += 2;
                }
                let branches = self.branches();
                assert_eq!(self.take(), b')');
                Node::Group(branches)
            }
            b'[' => Node::One(self.class()),
            b'.' => Node::One((b'!'..=b'~').collect()),
            b'\\' => Node::One(of_escape(self.take())),
            byte => Node::One(vec![byte]),
        };
        let (min, max) = match self.peek() {
            b'?' => (0, 1),
            b'*' => (0, 24),
            b'+' => (8, 24),
            b'{' => {
                let close = self.at + self.text[self.at..].iter().position(|byte| *byte == b'}').unwrap();
                let body = std::str::from_utf8(&self.text[self.at + 1..close]).unwrap().to_owned();
                self.at = close;
                let (min, max) = body.split_once(',').unwrap_or((&body, &body));
                let min = min.parse().unwrap();
                (min, max.parse().unwrap_or(min + 24))
            }
            _ => return Piece { node, min: 1, max: 1 },
        };
        self.at += 1;
        Piece { node, min, max }
    }

    fn class(&mut self) -> Vec<u8> {
        let negated = self.peek() == b'^';
        self.at += usize::from(negated);
        let mut of = Vec::new();
        let mut first = true;
        loop {
            let byte = self.take();
            match byte {
                b']' if !first => break,
                b'\\' => of.extend(of_escape(self.take())),
                from if self.peek() == b'-' && self.text.get(self.at + 1) != Some(&b']') => {
                    self.at += 1;
                    let to = self.take();
                    of.extend(from..=to);
                }
                byte => of.push(byte),
            }
            first = false;
        }
        if negated {
            // Hash bodies: what is allowed without being an odd character.
            return (b'a'..=b'z').chain(b'A'..=b'Z').chain(b'0'..=b'9').chain(*b"./").collect();
        }
        of
    }
}

fn of_escape(byte: u8) -> Vec<u8> {
    match byte {
        b'd' => (b'0'..=b'9').collect(),
        b'w' => (b'a'..=b'z').chain(b'A'..=b'Z').chain(b'0'..=b'9').chain([b'_']).collect(),
        byte => vec![byte],
    }
}
