//! Fields, variants, functions and the members of implementations and traits.

use super::Layout;
use super::paper::INDENT;
use crate::tokens::Delimiter;

impl<'a> Layout<'a> {
    pub(super) fn struct_item(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.at += 1;
        self.word("struct ");
        self.name()?;
        self.generics()?;
        if self.opens(Delimiter::Brace) || self.is("where") {
            self.where_for_body()?;
            self.members(|me| {
                me.field()?;
                me.word(",");
                me.paper.hardbreak();
                me.list_comma()
            })?;
        } else {
            if self.opens(Delimiter::Parenthesis) {
                self.unnamed_fields()?;
            }
            self.expect_sign(";")?;
            self.word(";");
            self.paper.end();
        }
        self.paper.hardbreak();
        Some(())
    }

    /// A comma, or the end of the group.
    fn list_comma(&mut self) -> Option<()> {
        let closes = matches!(self.kind(), crate::tokens::Kind::Close(_));
        (self.take_sign(",") || closes).then_some(())
    }

    fn field(&mut self) -> Option<()> {
        self.attrs()?;
        self.visibility()?;
        self.name()?;
        self.expect_sign(":")?;
        self.word(": ");
        self.ty()
    }

    fn unnamed_fields(&mut self) -> Option<()> {
        let close = self.enter(Delimiter::Parenthesis)?;
        self.word("(");
        self.paper.zerobreak();
        while self.at != close {
            self.attrs()?;
            self.visibility()?;
            self.ty()?;
            let last = self.comma(close)?;
            self.paper.trailing_comma(last);
        }
        self.paper.offset(-INDENT);
        self.word(")");
        self.leave(close)
    }

    pub(super) fn enum_item(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.at += 1;
        self.word("enum ");
        self.name()?;
        self.generics()?;
        self.where_for_body()?;
        self.members(|me| {
            me.variant()?;
            me.word(",");
            me.paper.hardbreak();
            me.list_comma()
        })?;
        self.paper.hardbreak();
        Some(())
    }

    fn variant(&mut self) -> Option<()> {
        self.attrs()?;
        self.name()?;
        if self.opens(Delimiter::Brace) {
            let close = self.enter(Delimiter::Brace)?;
            self.word(" ");
            self.word("{");
            self.paper.cbox(INDENT);
            self.paper.space();
            while self.at != close {
                self.field()?;
                let last = self.comma(close)?;
                self.paper.trailing_comma_or_space(last);
            }
            self.paper.offset(-INDENT);
            self.paper.end();
            self.word("}");
            self.leave(close)?;
        } else if self.opens(Delimiter::Parenthesis) {
            self.paper.cbox(INDENT);
            self.unnamed_fields()?;
            self.paper.end();
        }
        if self.take_sign("=") {
            self.word(" = ");
            let id = self.read(true)?;
            self.write(id)?;
        }
        Some(())
    }

    pub(super) fn impl_member(&mut self) -> Option<()> {
        self.attrs()?;
        let at = self.after_visibility()?;
        match self.flat.text(at) {
            _ if self.is_fn(at) => self.function(),
            "const" => self.const_item(),
            "type" => self.associated_type(),
            _ => self.macro_item(),
        }
    }

    pub(super) fn trait_member(&mut self) -> Option<()> {
        self.attrs()?;
        match self.text() {
            _ if self.is_fn(self.at) => self.function(),
            "const" => self.const_item(),
            "type" => self.associated_type(),
            _ => None,
        }
    }

    fn associated_type(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.at += 1;
        self.word("type ");
        self.name()?;
        self.generics()?;
        if self.take_sign(":") {
            self.bounds(": ")?;
        }
        if self.take_sign("=") {
            self.word(" = ");
            self.paper.neverbreak();
            self.paper.ibox(-INDENT);
            self.ty()?;
            self.paper.end();
        }
        self.expect_sign(";")?;
        self.word(";");
        self.paper.end();
        self.paper.hardbreak();
        Some(())
    }

    pub(super) fn function(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.signature()?;
        if self.take_sign(";") {
            self.word(";");
            self.paper.end();
        } else {
            self.where_for_body()?;
            let close = self.enter(Delimiter::Brace)?;
            self.word("{");
            self.paper.hardbreak_if_nonempty();
            // The nodes of a body that is within another stay until that one is written.
            let body = self.read_statements(close)?;
            self.leave(close)?;
            self.statements(body)?;
            self.paper.offset(-INDENT);
            self.paper.end();
            self.word("}");
        }
        self.paper.hardbreak();
        Some(())
    }

    fn signature(&mut self) -> Option<()> {
        for (word, text) in [
            ("const", "const "),
            ("async", "async "),
            ("unsafe", "unsafe "),
        ] {
            if self.take(word) {
                self.word(text);
            }
        }
        if !self.take("fn") {
            return None;
        }
        self.word("fn ");
        self.name()?;
        self.generics()?;
        let close = self.enter(Delimiter::Parenthesis)?;
        self.word("(");
        self.paper.neverbreak();
        self.paper.cbox(0);
        self.paper.zerobreak();
        while self.at != close {
            self.input()?;
            let last = self.comma(close)?;
            self.paper.trailing_comma(last);
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word(")");
        self.leave(close)?;
        self.paper.cbox(-INDENT);
        self.return_type()?;
        self.paper.end();
        Some(())
    }

    fn input(&mut self) -> Option<()> {
        self.attrs()?;
        if self.sign("&") {
            self.at += 1;
            self.word("&");
            if self.sign("'") {
                self.lifetime()?;
                self.word(" ");
            }
            if self.take("mut") {
                self.word("mut ");
            }
            return self.is("self").then(|| self.name())?;
        }
        if self.is("mut") && self.is_at(self.at + 1, "self") {
            self.at += 1;
            self.word("mut ");
        }
        if self.is("self") {
            self.name()?;
            if self.take_sign(":") {
                self.word(": ");
                self.ty()?;
            }
            return Some(());
        }
        self.pat_type()
    }
}
