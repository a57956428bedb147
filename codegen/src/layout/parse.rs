//! Reads expressions into nodes. What is not known, or would need brackets that the source does not have, gives nothing.

use super::Layout;
use super::node::{Binds, Id, NONE, Node, Part, What};
use crate::tokens::Delimiter;
use crate::tokens::Kind;

/// The operators, longer ones first.
const OPERATORS: [(&str, Binds); 28] = [
    ("<<=", Binds::Assign),
    (">>=", Binds::Assign),
    ("&&", Binds::And),
    ("||", Binds::Or),
    ("==", Binds::Compare),
    ("!=", Binds::Compare),
    ("<=", Binds::Compare),
    (">=", Binds::Compare),
    ("+=", Binds::Assign),
    ("-=", Binds::Assign),
    ("*=", Binds::Assign),
    ("/=", Binds::Assign),
    ("%=", Binds::Assign),
    ("^=", Binds::Assign),
    ("&=", Binds::Assign),
    ("|=", Binds::Assign),
    ("<<", Binds::Shift),
    (">>", Binds::Shift),
    ("+", Binds::Sum),
    ("-", Binds::Sum),
    ("*", Binds::Product),
    ("/", Binds::Product),
    ("%", Binds::Product),
    ("<", Binds::Compare),
    (">", Binds::Compare),
    ("&", Binds::BitAnd),
    ("|", Binds::BitOr),
    ("^", Binds::BitXor),
];

impl<'a> Layout<'a> {
    pub(super) fn node(&mut self, what: What<'a>) -> Id {
        self.nodes.push(Node { what, next: NONE });
        (self.nodes.len() - 1) as Id
    }

    /// Puts a node at the end of a list.
    pub(super) fn chain(&mut self, (head, tail): (Id, Id), id: Id) -> (Id, Id) {
        if tail == NONE {
            return (id, id);
        }
        self.nodes[tail as usize].next = id;
        (head, id)
    }

    /// Any expression; `braces`: a path with braces is a struct.
    pub(super) fn read(&mut self, braces: bool) -> Option<Id> {
        self.operation(Binds::Any, braces)
    }

    fn operation(&mut self, min: Binds, braces: bool) -> Option<Id> {
        let left = if self.sign("..") {
            self.range(NONE, braces)?
        } else {
            self.prefix(braces)?
        };
        self.operators(left, min, braces)
    }

    pub(super) fn operators(&mut self, mut left: Id, min: Binds, braces: bool) -> Option<Id> {
        if self.ends_with_block(left) {
            // As the first operand it may need brackets that the source does not have.
            let more = self.is("as") || self.sign("..") || self.operator().is_some();
            let assigned = self.sign("=") && !self.sign("=>");
            return (!more && !assigned).then_some(left);
        }
        loop {
            if self.is("as") {
                self.at += 1;
                let from = self.at;
                self.skip_type()?;
                left = self.node(What::Cast(left, (from, self.at)));
                continue;
            }
            if self.sign("..") {
                if min >= Binds::Range {
                    return Some(left);
                }
                left = self.range(left, braces)?;
                continue;
            }
            if self.sign("=") && !self.sign("==") && !self.sign("=>") {
                if min > Binds::Assign {
                    return Some(left);
                }
                self.at += 1;
                let right = self.operation(Binds::Assign, braces)?;
                left = self.node(What::Assign(left, right));
                continue;
            }
            let Some((sign, binds)) = self.operator() else {
                return Some(left);
            };
            // A comparison of a comparison is no expression.
            if binds < min || (binds == min && binds != Binds::Assign) {
                return Some(left);
            }
            self.at += sign.len();
            let right = self.operation(binds, braces)?;
            left = self.node(What::Binary(left, sign, right));
        }
    }

    fn operator(&self) -> Option<(&'static str, Binds)> {
        let Kind::Punct(..) = self.kind() else {
            return None;
        };
        if self.sign("=>") || self.sign("->") {
            return None;
        }
        OPERATORS.into_iter().find(|(sign, _)| self.sign(sign))
    }

    fn range(&mut self, start: Id, braces: bool) -> Option<Id> {
        let sign = if self.take_sign("..=") { "..=" } else { ".." };
        if sign == ".." {
            self.at += 2;
            if self.sign(".") {
                return None;
            }
        }
        let ends = match self.kind() {
            Kind::Close(_) | Kind::Nothing => true,
            Kind::Punct(b',' | b';' | b'.' | b'=', _) => true,
            Kind::Open(Delimiter::Brace) => !braces,
            _ => false,
        };
        let end = if ends {
            NONE
        } else {
            self.operation(Binds::Range, braces)?
        };
        Some(self.node(What::Range(start, sign, end)))
    }

    pub(super) fn prefix(&mut self, braces: bool) -> Option<Id> {
        if let Kind::Punct(sign, _) = self.kind() {
            let unary = match sign {
                b'-' => "-",
                b'!' => "!",
                b'*' => "*",
                b'&' => {
                    self.at += 1;
                    if self.is("raw")
                        && (self.is_at(self.at + 1, "const") || self.is_at(self.at + 1, "mut"))
                    {
                        return None;
                    }
                    let unique = self.take("mut");
                    let inner = self.prefix(braces)?;
                    return Some(self.node(What::Reference(unique, inner)));
                }
                _ => "",
            };
            if !unary.is_empty() {
                self.at += 1;
                let inner = self.prefix(braces)?;
                return Some(self.node(What::Unary(unary, inner)));
            }
        }
        let first = self.atom(braces)?;
        self.suffixes(first)
    }

    /// Calls, fields, methods and so on.
    pub(super) fn suffixes(&mut self, mut left: Id) -> Option<Id> {
        // None of these takes a suffix.
        if matches!(
            self.nodes[left as usize].what,
            What::Closure(..) | What::Return(_) | What::Break(_) | What::Let(..)
        ) {
            return Some(left);
        }
        let block = self.ends_with_block(left);
        if block
            && matches!(
                self.kind(),
                Kind::Open(Delimiter::Parenthesis | Delimiter::Bracket)
            )
        {
            return None;
        }
        loop {
            left = match self.kind() {
                Kind::Punct(b'?', _) => {
                    self.at += 1;
                    self.node(What::Try(left))
                }
                Kind::Punct(b'.', _) if !self.sign("..") => self.member(left)?,
                Kind::Open(Delimiter::Parenthesis) => {
                    let close = self.enter(Delimiter::Parenthesis)?;
                    if let What::Field(..) = self.nodes[left as usize].what {
                        return None;
                    }
                    let args = self.read_list(close)?.0;
                    self.node(What::Call(left, args))
                }
                Kind::Open(Delimiter::Bracket) => {
                    let close = self.enter(Delimiter::Bracket)?;
                    let index = self.read(true)?;
                    self.leave(close)?;
                    self.node(What::Index(left, index))
                }
                _ => return Some(left),
            };
        }
    }

    fn member(&mut self, left: Id) -> Option<Id> {
        self.at += 1;
        let name = self.text();
        if self.kind() == Kind::Literal {
            // `0.1` is one literal, and two members.
            if !name.bytes().all(|byte| byte.is_ascii_digit()) {
                return None;
            }
            self.at += 1;
            return Some(self.node(What::Field(left, name)));
        }
        self.ident()?;
        if name == "await" {
            return Some(self.node(What::Await(left)));
        }
        let from = self.at;
        if self.sign("::") {
            self.at += 2;
            self.skip_angles()?;
        }
        let turbofish = (from, self.at);
        if !self.opens(Delimiter::Parenthesis) {
            return (turbofish.0 == turbofish.1).then(|| self.node(What::Field(left, name)));
        }
        let close = self.enter(Delimiter::Parenthesis)?;
        let args = self.read_list(close)?.0;
        Some(self.node(What::Method(left, name, turbofish, args)))
    }

    /// Expressions up to the end of a group; gives the first, how many, and whether a comma ends them.
    pub(super) fn read_list(&mut self, close: usize) -> Option<(Id, usize, bool)> {
        let (mut list, mut count, mut trailing) = ((NONE, NONE), 0, false);
        while self.at != close {
            let one = self.read(true)?;
            list = self.chain(list, one);
            count += 1;
            trailing = self.take_sign(",");
            if !trailing && self.at != close {
                return None;
            }
        }
        self.leave(close)?;
        Some((list.0, count, trailing))
    }

    fn atom(&mut self, braces: bool) -> Option<Id> {
        match self.kind() {
            Kind::Literal => self.read_literal(),
            Kind::Open(Delimiter::Parenthesis) => {
                let close = self.enter(Delimiter::Parenthesis)?;
                let (list, count, trailing) = self.read_list(close)?;
                Some(self.node(if count == 1 && !trailing {
                    What::Paren(list)
                } else {
                    What::Tuple(list)
                }))
            }
            Kind::Open(Delimiter::Bracket) => self.read_array(),
            Kind::Open(Delimiter::Brace) => {
                let body = self.read_block()?;
                Some(self.node(What::Block(body)))
            }
            Kind::Punct(b'|', _) => self.closure(false, braces),
            Kind::Punct(b'<' | b':', _) => self.path_or_more(braces),
            Kind::Ident => self.read_word(braces),
            _ => None,
        }
    }

    fn read_literal(&mut self) -> Option<Id> {
        let text = self.text();
        if text.ends_with('.') || text.starts_with('-') {
            return None;
        }
        self.at += 1;
        let simple = match text.as_bytes() {
            [b'\'', ..] | [b'b', b'\'', ..] => true,
            [b'0', b'x' | b'o' | b'b', ..] => true,
            [b'0'..=b'9', ..] => {
                // The `e` of `usize` is no exponent.
                let digits = text.trim_end_matches("usize").trim_end_matches("isize");
                !digits.contains(['.', 'e', 'E', 'f'])
            }
            _ => false,
        };
        Some(self.node(What::Literal(text, simple)))
    }

    fn read_array(&mut self) -> Option<Id> {
        let close = self.enter(Delimiter::Bracket)?;
        if self.at == close {
            self.at += 1;
            return Some(self.node(What::Array(NONE)));
        }
        let first = self.read(true)?;
        if self.take_sign(";") {
            let count = self.read(true)?;
            self.leave(close)?;
            return Some(self.node(What::Repeat(first, count)));
        }
        if !self.take_sign(",") && self.at != close {
            return None;
        }
        let (rest, ..) = self.read_list(close)?;
        self.nodes[first as usize].next = rest;
        Some(self.node(What::Array(first)))
    }

    /// Passes by a type where no bounds may follow.
    fn skip_type(&mut self) -> Option<()> {
        while matches!(self.kind(), Kind::Punct(b'&' | b'*', _))
            || matches!(self.text(), "mut" | "const" | "dyn")
        {
            self.at += 1;
        }
        if self.take_sign("'") {
            self.at += 1;
            return self.skip_type();
        }
        match self.kind() {
            Kind::Open(Delimiter::Parenthesis | Delimiter::Bracket) => {
                self.at = self.flat.closes(self.at) + 1;
                Some(())
            }
            Kind::Ident if self.text() == "_" => {
                self.at += 1;
                Some(())
            }
            _ => self.skip_path(false),
        }
    }

    /// Passes by a path; `expr`: arguments need `::` before them.
    pub(super) fn skip_path(&mut self, expr: bool) -> Option<()> {
        if self.sign("<") {
            self.skip_angles()?;
            if !self.sign("::") {
                return None;
            }
        }
        self.take_sign("::");
        loop {
            self.ident()?;
            if !expr && self.sign("<") && !self.sign("<=") {
                self.skip_angles()?;
            }
            if self.sign("::") && self.sign_at(self.at + 2, "<") {
                self.at += 2;
                self.skip_angles()?;
            }
            if !self.take_sign("::") {
                return Some(());
            }
        }
    }

    pub(super) fn skip_angles(&mut self) -> Option<()> {
        self.expect_sign("<")?;
        loop {
            self.at = self.type_end(self.at, self.end);
            match self.kind() {
                Kind::Punct(b'>', _) => {
                    self.at += 1;
                    return Some(());
                }
                Kind::Punct(b',' | b'=', _) => self.at += 1,
                _ => return None,
            }
        }
    }

    pub(super) fn span(&self, from: usize) -> Part {
        (from, self.at)
    }
}
