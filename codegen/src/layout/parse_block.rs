//! Reads what begins with a word, closures and blocks into nodes.

mod statement;

use super::Layout;
use super::node::{Binds, Id, NONE, What};
use crate::tokens::Delimiter;
use crate::tokens::Kind;

/// Words that begin no path.
const RESERVED: [&str; 22] = [
    "as", "break", "const", "continue", "dyn", "else", "enum", "extern", "fn", "impl", "in", "mod",
    "move", "mut", "pub", "ref", "static", "trait", "type", "use", "where", "yield",
];

impl<'a> Layout<'a> {
    pub(super) fn read_word(&mut self, braces: bool) -> Option<Id> {
        let from = self.at;
        match self.text() {
            "true" | "false" => {
                let text = self.ident()?;
                Some(self.node(What::Literal(text, true)))
            }
            "_" => {
                self.at += 1;
                Some(self.node(What::Infer))
            }
            "if" | "match" | "loop" | "while" | "for" | "unsafe" => self.read_blocklike(),
            "let" => {
                self.at += 1;
                let pattern = self.skip_pattern("=")?;
                self.at += 1;
                let value = self.operation_above_and(braces)?;
                Some(self.node(What::Let(pattern, value)))
            }
            "return" => {
                self.at += 1;
                let value = self.optional_value(braces)?;
                Some(self.node(What::Return(value)))
            }
            "break" => {
                self.at += 1;
                let value = self.optional_value(braces)?;
                Some(self.node(What::Break(value)))
            }
            "continue" => {
                self.at += 1;
                Some(self.node(What::Continue))
            }
            "async" => {
                self.at += 1;
                let moves = self.take("move");
                if !self.opens(Delimiter::Brace) {
                    return None;
                }
                let body = self.read_block()?;
                Some(self.node(What::Async(moves, body)))
            }
            "move" => {
                self.at += 1;
                self.closure(true, braces)
            }
            word if RESERVED.contains(&word) => None,
            _ => {
                self.at = from;
                self.path_or_more(braces)
            }
        }
    }

    fn operation_above_and(&mut self, braces: bool) -> Option<Id> {
        let left = self.prefix(braces)?;
        self.operators(left, Binds::Let, braces)
    }

    /// The value of `return` and `break`. A condition that ends in one needs care.
    fn optional_value(&mut self, braces: bool) -> Option<Id> {
        if !braces || self.sign("'") {
            return None;
        }
        match self.kind() {
            Kind::Close(_) | Kind::Nothing | Kind::Punct(b',' | b';', _) => Some(NONE),
            _ => self.read(braces),
        }
    }

    /// A path, a struct or a macro call.
    pub(super) fn path_or_more(&mut self, braces: bool) -> Option<Id> {
        let from = self.at;
        self.skip_path(true)?;
        let path = self.span(from);
        if self.sign("!") && !self.sign("!=") {
            self.at += 1;
            let Kind::Open(delimiter) = self.kind() else {
                return None;
            };
            self.at = self.flat.closes(self.at) + 1;
            let brace = delimiter == Delimiter::Brace;
            return Some(self.node(What::Macro((from, self.at), brace)));
        }
        if braces && self.opens(Delimiter::Brace) {
            return self.struct_value(path);
        }
        Some(self.node(What::Path(path)))
    }

    fn struct_value(&mut self, path: (usize, usize)) -> Option<Id> {
        let close = self.enter(Delimiter::Brace)?;
        let (mut list, mut rest) = ((NONE, NONE), NONE);
        while self.at != close {
            if self.take_sign("..") {
                rest = self.read(true)?;
                break;
            }
            let from = self.at;
            self.skip_attrs()?;
            let attrs = self.span(from);
            let name = self.text();
            if !matches!(self.kind(), Kind::Ident | Kind::Literal) {
                return None;
            }
            self.at += 1;
            let value = if self.take_sign(":") {
                self.read(true)?
            } else {
                NONE
            };
            let field = self.node(What::FieldValue(attrs, name, value));
            list = self.chain(list, field);
            if !self.take_sign(",") && self.at != close {
                return None;
            }
        }
        self.leave(close)?;
        Some(self.node(What::Struct(path, list.0, rest)))
    }

    pub(super) fn closure(&mut self, moves: bool, braces: bool) -> Option<Id> {
        self.expect_sign("|")?;
        let mut list = (NONE, NONE);
        while !self.sign("|") {
            let from = self.at;
            self.at = self.type_end(from, self.end);
            let pattern = self.span(from);
            if pattern.0 == pattern.1 {
                return None;
            }
            let pattern = self.node(What::Pattern(pattern));
            list = self.chain(list, pattern);
            if !self.take_sign(",") && !self.sign("|") {
                return None;
            }
        }
        self.at += 1;
        let mut result = (0, 0);
        if self.take_sign("->") {
            let from = self.at;
            self.at = self.type_end(from, self.end);
            result = self.span(from);
            if !self.opens(Delimiter::Brace) {
                return None;
            }
        }
        let body = self.read(braces)?;
        Some(self.node(What::Closure(moves, list.0, result, body)))
    }

    /// Passes by a pattern up to this sign, or to the word `in` or `if`.
    fn skip_pattern(&mut self, end: &str) -> Option<(usize, usize)> {
        let from = self.at;
        loop {
            match self.kind() {
                Kind::Open(_) => self.at = self.flat.closes(self.at),
                Kind::Punct(b'.', true) if self.sign("..=") => self.at += 2,
                Kind::Punct(..) if self.sign(end) => break,
                Kind::Ident if matches!(self.text(), "in" | "if") => break,
                Kind::Close(_) | Kind::Nothing | Kind::Punct(b';', _) => return None,
                _ => {}
            }
            self.at += 1;
        }
        Some(self.span(from))
    }

    /// `if`, `match`, a loop or a block: what ends a statement without a semicolon.
    fn read_blocklike(&mut self) -> Option<Id> {
        match self.ident()? {
            "if" => self.read_if(),
            "match" => {
                let value = self.read(false)?;
                let close = self.enter(Delimiter::Brace)?;
                let arms = self.arms(close)?;
                Some(self.node(What::Match(value, arms)))
            }
            "loop" => {
                let body = self.read_block()?;
                Some(self.node(What::Loop(body)))
            }
            "while" => {
                let condition = self.read(false)?;
                let body = self.read_block()?;
                Some(self.node(What::While(condition, body)))
            }
            "for" => {
                let pattern = self.skip_pattern("=")?;
                if !self.take("in") {
                    return None;
                }
                let value = self.read(false)?;
                let body = self.read_block()?;
                Some(self.node(What::For(pattern, value, body)))
            }
            "unsafe" => {
                let body = self.read_block()?;
                Some(self.node(What::Unsafe(body)))
            }
            _ => None,
        }
    }

    fn read_if(&mut self) -> Option<Id> {
        let condition = self.read(false)?;
        let then = self.read_block()?;
        let mut other = NONE;
        if self.take("else") {
            other = if self.take("if") {
                self.read_if()?
            } else {
                let body = self.read_block()?;
                self.node(What::Block(body))
            };
        }
        Some(self.node(What::If(condition, then, other)))
    }

    fn arms(&mut self, close: usize) -> Option<Id> {
        let mut list = (NONE, NONE);
        while self.at != close {
            let from = self.at;
            self.skip_attrs()?;
            self.skip_pattern("=>")?;
            let pattern = self.span(from);
            let guard = if self.take("if") {
                self.read(true)?
            } else {
                NONE
            };
            self.expect_sign("=>")?;
            let block = self.opens(Delimiter::Brace);
            let body = self.read_statement_value()?;
            let arm = self.node(What::Arm(pattern, guard, body));
            list = self.chain(list, arm);
            if !self.take_sign(",") && self.at != close && !block && !self.ends_with_block(body) {
                return None;
            }
        }
        self.leave(close)?;
        Some(list.0)
    }

    pub(super) fn ends_with_block(&self, id: Id) -> bool {
        matches!(
            self.nodes[id as usize].what,
            What::If(..)
                | What::Match(..)
                | What::Block(_)
                | What::Unsafe(_)
                | What::While(..)
                | What::Loop(_)
                | What::For(..)
                | What::Macro(_, true)
        )
    }

    pub(super) fn read_block(&mut self) -> Option<Id> {
        let close = self.enter(Delimiter::Brace)?;
        let list = self.read_statements(close)?;
        self.leave(close)?;
        Some(list)
    }
}
