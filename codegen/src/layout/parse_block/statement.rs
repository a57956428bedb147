//! Reads statements into nodes. In: tokens; out: a node each. Invariant: an item and a pattern stay the tokens that they are.

use super::super::Layout;
use super::super::node::{Id, NONE, What};
use crate::tokens::Delimiter;
use crate::tokens::Kind;

impl Layout<'_> {
    /// An expression where one that ends in braces ends the statement or arm.
    pub(super) fn read_statement_value(&mut self) -> Option<Id> {
        let blocklike = self.opens(Delimiter::Brace)
            || matches!(
                self.text(),
                "if" | "match" | "loop" | "while" | "for" | "unsafe"
            ) && self.kind() == Kind::Ident;
        if !blocklike {
            return self.read(true);
        }
        let first = if self.opens(Delimiter::Brace) {
            let body = self.read_block()?;
            self.node(What::Block(body))
        } else {
            self.read_blocklike()?
        };
        let goes_on = matches!(self.kind(), Kind::Punct(b'?', _))
            || (matches!(self.kind(), Kind::Punct(b'.', _)) && !self.sign(".."));
        if !goes_on {
            return Some(first);
        }
        let chain = self.suffixes(first)?;
        // An operator after it would need brackets around the first part.
        let ends = matches!(
            self.kind(),
            Kind::Close(_) | Kind::Nothing | Kind::Punct(b',' | b';', _)
        );
        ends.then_some(chain)
    }

    pub(in crate::layout) fn read_statements(&mut self, close: usize) -> Option<Id> {
        let mut list = (NONE, NONE);
        while self.at != close {
            let statement = self.read_statement(close)?;
            list = self.chain(list, statement);
        }
        Some(list.0)
    }

    fn read_statement(&mut self, close: usize) -> Option<Id> {
        let from = self.at;
        self.skip_attrs()?;
        if self.is("let") {
            return self.read_local(from);
        }
        if self.begins_item() {
            self.skip_item()?;
            return Some(self.node(What::Item((from, self.at))));
        }
        if self.at != from {
            return None;
        }
        let value = self.read_statement_value()?;
        let semicolon = self.take_sign(";");
        let braces = matches!(self.nodes[value as usize].what, What::Macro(_, true));
        if !semicolon && self.at != close && !self.ends_with_block(value) || braces {
            return None;
        }
        Some(self.node(What::Statement(value, semicolon)))
    }

    fn read_local(&mut self, from: usize) -> Option<Id> {
        self.at += 1;
        self.skip_local()?;
        let pattern = self.span(from);
        let (mut value, mut other) = (NONE, None);
        if self.take_sign("=") {
            value = self.read(true)?;
            if self.take("else") {
                other = Some(self.read_block()?);
            }
        }
        self.expect_sign(";")?;
        Some(self.node(What::Local(pattern, value, other)))
    }

    fn skip_local(&mut self) -> Option<()> {
        loop {
            match self.kind() {
                Kind::Open(_) => self.at = self.flat.closes(self.at) + 1,
                Kind::Punct(b':', _) if !self.sign("::") => {
                    self.at = self.type_end(self.at + 1, self.end);
                    return Some(());
                }
                Kind::Punct(b'=' | b';', _) => return Some(()),
                Kind::Close(_) | Kind::Nothing => return None,
                Kind::Punct(b':', _) => self.at += 2,
                _ => self.at += 1,
            }
        }
    }

    fn begins_item(&self) -> bool {
        match self.text() {
            "static" | "use" | "struct" | "enum" | "fn" | "impl" | "mod" | "trait" | "pub"
            | "type" => self.kind() == Kind::Ident,
            "const" => !matches!(self.flat.kind(self.at + 1), Kind::Open(_)),
            "async" => self.is_at(self.at + 1, "fn"),
            _ => false,
        }
    }

    /// Passes by an item: up to its semicolon or its last braces.
    fn skip_item(&mut self) -> Option<()> {
        let value = matches!(self.text(), "static" | "const" | "use" | "type")
            && !self.is_at(self.at + 1, "fn");
        loop {
            match self.kind() {
                Kind::Open(delimiter) => {
                    self.at = self.flat.closes(self.at) + 1;
                    if delimiter == Delimiter::Brace && !value {
                        return Some(());
                    }
                    continue;
                }
                Kind::Punct(b';', _) => {
                    self.at += 1;
                    return Some(());
                }
                Kind::Close(_) | Kind::Nothing => return None,
                _ => self.at += 1,
            }
        }
    }
}
