//! Items.

use super::Layout;
use super::paper::INDENT;
use super::types::Style;
use crate::tokens::Delimiter;
use crate::tokens::Kind;

impl<'a> Layout<'a> {
    pub(super) fn item(&mut self) -> Option<()> {
        self.attrs()?;
        let start = self.at;
        if let Some(at) = self.after_visibility()
            && self.is_at(at, "use")
        {
            return self.use_item();
        }
        if self.is_macro_call(start) {
            return self.macro_item();
        }
        let at = self.after_visibility()?;
        match self.flat.text(at) {
            "const" if !self.is_fn(at) => self.const_item(),
            "static" => self.const_item(),
            "impl" => self.impl_item(),
            "struct" => self.struct_item(),
            "enum" => self.enum_item(),
            "mod" => self.mod_item(),
            "type" => self.type_item(),
            "trait" => self.trait_item(),
            _ if self.is_fn(at) => self.function(),
            _ => None,
        }
    }

    /// Where the item goes on after `pub` and the like.
    pub(super) fn after_visibility(&self) -> Option<usize> {
        if !self.is("pub") {
            return Some(self.at);
        }
        match self.flat.kind(self.at + 1) {
            Kind::Open(Delimiter::Parenthesis) => Some(self.flat.closes(self.at + 1) + 1),
            _ => Some(self.at + 1),
        }
    }

    pub(super) fn is_fn(&self, mut at: usize) -> bool {
        while matches!(self.flat.text(at), "const" | "async" | "unsafe") {
            at += 1;
        }
        self.is_at(at, "fn")
    }

    fn is_macro_call(&self, mut at: usize) -> bool {
        if self.sign_at(at, "::") {
            at += 2;
        }
        while self.flat.kind(at) == Kind::Ident && self.sign_at(at + 1, "::") {
            at += 3;
        }
        self.flat.kind(at) == Kind::Ident
            && self.sign_at(at + 1, "!")
            && matches!(self.flat.kind(at + 2), Kind::Open(_))
    }

    pub(super) fn macro_item(&mut self) -> Option<()> {
        let delimiter = self.mac()?;
        let needed = delimiter != Delimiter::Brace;
        if self.take_sign(";") != needed {
            return None;
        }
        if needed {
            self.word(";");
        }
        self.paper.hardbreak();
        Some(())
    }

    pub(super) fn visibility(&mut self) -> Option<()> {
        if !self.take("pub") {
            return Some(());
        }
        if !self.opens(Delimiter::Parenthesis) {
            self.word("pub ");
            return Some(());
        }
        let close = self.enter(Delimiter::Parenthesis)?;
        self.word("pub(");
        if self.take("in") {
            self.word("in ");
        }
        self.path(Style::Simple)?;
        self.word(") ");
        self.leave(close)
    }

    fn use_item(&mut self) -> Option<()> {
        self.visibility()?;
        self.at += 1;
        self.word("use ");
        if self.take_sign("::") {
            self.word("::");
        }
        self.use_tree()?;
        self.expect_sign(";")?;
        self.word(";");
        self.paper.hardbreak();
        Some(())
    }

    /// Whether the tree ends in a group.
    fn use_tree(&mut self) -> Option<bool> {
        loop {
            if self.take_sign("*") {
                self.word("*");
                return Some(false);
            }
            if self.opens(Delimiter::Brace) {
                self.use_group()?;
                return Some(true);
            }
            self.name()?;
            if self.take("as") {
                self.word(" as ");
                self.name()?;
                return Some(false);
            }
            if !self.take_sign("::") {
                return Some(false);
            }
            self.word("::");
        }
    }

    fn use_group(&mut self) -> Option<()> {
        let close = self.enter(Delimiter::Brace)?;
        if self.at == close {
            self.word("{}");
            return self.leave(close);
        }
        let mut at = self.at;
        let mut many = false;
        while at < close {
            if let Kind::Open(_) = self.flat.kind(at) {
                at = self.flat.closes(at);
            }
            many |= self.sign_at(at, ",") && at + 1 < close;
            at += 1;
        }
        let itself = self.is("self") && !self.sign_at(self.at + 1, "::");
        if !many && !itself {
            self.use_tree()?;
            self.comma(close)?;
            return self.leave(close);
        }
        self.paper.cbox(INDENT);
        self.word("{");
        self.paper.zerobreak();
        self.paper.ibox(0);
        loop {
            let group = self.use_tree()?;
            if self.comma(close)? {
                break;
            }
            self.word(",");
            if group {
                self.paper.hardbreak();
            } else {
                self.paper.space();
            }
        }
        self.paper.end();
        self.paper.trailing_comma(true);
        self.paper.offset(-INDENT);
        self.word("}");
        self.paper.end();
        self.leave(close)
    }

    /// `const` and `static`.
    pub(super) fn const_item(&mut self) -> Option<()> {
        self.paper.cbox(0);
        self.visibility()?;
        let (keyword, static_) = match self.ident()? {
            "const" => ("const ", false),
            "static" => ("static ", true),
            _ => return None,
        };
        self.word(keyword);
        if static_ && self.take("mut") {
            self.word("mut ");
        }
        self.name()?;
        self.expect_sign(":")?;
        self.word(": ");
        self.ty()?;
        if self.take_sign("=") {
            self.word(" = ");
            self.paper.neverbreak();
            let id = self.read(true)?;
            self.write(id)?;
        }
        self.expect_sign(";")?;
        self.word(";");
        self.paper.end();
        self.paper.hardbreak();
        Some(())
    }

    fn type_item(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.at += 1;
        self.word("type ");
        self.name()?;
        self.generics()?;
        self.word(" ");
        self.expect_sign("=")?;
        self.word("= ");
        self.paper.neverbreak();
        self.paper.ibox(-INDENT);
        self.ty()?;
        self.paper.end();
        self.expect_sign(";")?;
        self.word(";");
        self.paper.end();
        self.paper.hardbreak();
        Some(())
    }

    fn mod_item(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.at += 1;
        self.word("mod ");
        self.name()?;
        if self.take_sign(";") {
            self.word(";");
            self.paper.end();
        } else {
            self.word(" ");
            self.members(Self::item)?;
        }
        self.paper.hardbreak();
        Some(())
    }

    fn impl_item(&mut self) -> Option<()> {
        self.at += 1;
        self.paper.cbox(INDENT);
        self.paper.ibox(-INDENT);
        self.paper.cbox(INDENT);
        self.word("impl");
        self.generics()?;
        self.paper.end();
        self.word(" ");
        self.ty()?;
        if self.take("for") {
            self.paper.space();
            self.word("for ");
            self.ty()?;
        }
        self.paper.end();
        self.where_for_body()?;
        self.members(Self::impl_member)?;
        self.paper.hardbreak();
        Some(())
    }

    fn trait_item(&mut self) -> Option<()> {
        self.paper.cbox(INDENT);
        self.visibility()?;
        self.at += 1;
        self.word("trait ");
        self.name()?;
        self.generics()?;
        if self.take_sign(":") {
            self.word(": ");
            self.bound()?;
            while self.take_sign("+") {
                self.word(" + ");
                self.bound()?;
            }
        }
        self.where_for_body()?;
        self.members(Self::trait_member)?;
        self.paper.hardbreak();
        Some(())
    }

    /// `{`, each member, `}`; ends the box around.
    pub(super) fn members(
        &mut self,
        mut member: impl FnMut(&mut Self) -> Option<()>,
    ) -> Option<()> {
        let close = self.enter(Delimiter::Brace)?;
        self.word("{");
        self.paper.hardbreak_if_nonempty();
        while self.at != close {
            member(self)?;
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word("}");
        self.leave(close)
    }
}
