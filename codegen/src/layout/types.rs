//! Types and paths.

use super::Layout;
use super::paper::INDENT;
use crate::tokens::Delimiter;
use crate::tokens::Kind;

/// How generic arguments are written in a path.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `a::B`
    Simple,
    /// `a::B<T>`
    Type,
    /// `a::B::<T>`
    Expr,
}

impl<'a> Layout<'a> {
    pub(super) fn ty(&mut self) -> Option<()> {
        match self.kind() {
            Kind::Open(Delimiter::Parenthesis) => self.tuple_type(),
            Kind::Open(Delimiter::Bracket) => self.slice_type(),
            Kind::Punct(b'&', _) => self.reference_type(),
            Kind::Punct(b'*', _) => {
                self.at += 1;
                let word = match self.ident()? {
                    "const" => "*const ",
                    "mut" => "*mut ",
                    _ => return None,
                };
                self.word(word);
                self.ty()
            }
            Kind::Punct(b'!', _) => {
                self.at += 1;
                self.word("!");
                Some(())
            }
            Kind::Punct(b'<', _) | Kind::Punct(b':', _) => self.qpath(Style::Type),
            Kind::Ident => match self.text() {
                "_" => self.name(),
                "impl" => {
                    self.word("impl ");
                    self.at += 1;
                    self.plain_bounds()
                }
                "dyn" => {
                    self.word("dyn ");
                    self.at += 1;
                    self.plain_bounds()
                }
                "fn" => self.fn_type(),
                "for" | "unsafe" | "extern" => None,
                _ => {
                    self.qpath(Style::Type)?;
                    (!self.sign("!")).then_some(())
                }
            },
            _ => None,
        }
    }

    fn plain_bounds(&mut self) -> Option<()> {
        self.bound()?;
        while self.take_sign("+") {
            self.word(" + ");
            self.bound()?;
        }
        Some(())
    }

    fn tuple_type(&mut self) -> Option<()> {
        let (count, trailing) = self.count_types(self.at);
        let close = self.enter(Delimiter::Parenthesis)?;
        self.word("(");
        if count == 1 && !trailing {
            self.ty()?;
            self.word(")");
            return self.leave(close);
        }
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        while self.at != close {
            self.ty()?;
            let last = self.comma(close)?;
            if count == 1 {
                self.word(",");
                self.paper.zerobreak();
            } else {
                self.paper.trailing_comma(last);
            }
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word(")");
        self.leave(close)
    }

    /// How many types stand in a group, and whether a comma ends them.
    fn count_types(&self, open: usize) -> (usize, bool) {
        let close = self.flat.closes(open);
        let (mut count, mut trailing) = (usize::from(close > open + 1), false);
        let mut at = open + 1;
        while at < close {
            at = self.type_end(at, close);
            if at < close {
                trailing = at + 1 == close;
                count += usize::from(!trailing);
                at += 1;
            }
        }
        (count, trailing)
    }

    /// Where the type from here on ends: at a sign that belongs to no type, outside of all brackets.
    pub(super) fn type_end(&self, mut at: usize, stop: usize) -> usize {
        let mut depth = 0usize;
        while at < stop {
            match self.flat.kind(at) {
                Kind::Open(Delimiter::Brace) if depth == 0 => break,
                Kind::Open(_) => at = self.flat.closes(at),
                Kind::Punct(b'-', true) if self.sign_at(at, "->") => at += 1,
                Kind::Punct(b'<', _) => depth += 1,
                Kind::Punct(b'>', _) if depth == 0 => break,
                Kind::Punct(b'>', _) => depth -= 1,
                Kind::Punct(b',' | b';' | b'=' | b'|', _) if depth == 0 => break,
                Kind::Nothing => break,
                _ => {}
            }
            at += 1;
        }
        at
    }

    fn slice_type(&mut self) -> Option<()> {
        let close = self.enter(Delimiter::Bracket)?;
        self.word("[");
        self.ty()?;
        if self.take_sign(";") {
            self.word("; ");
            self.expression(close)?;
        }
        self.word("]");
        self.leave(close)
    }

    fn reference_type(&mut self) -> Option<()> {
        self.at += 1;
        self.word("&");
        if self.sign("'") {
            self.lifetime()?;
            self.word(" ");
        }
        if self.take("mut") {
            self.word("mut ");
        }
        self.ty()
    }

    fn fn_type(&mut self) -> Option<()> {
        self.at += 1;
        let close = self.enter(Delimiter::Parenthesis)?;
        self.word("fn(");
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        while self.at != close {
            let named = self.kind() == Kind::Ident
                && self.sign_at(self.at + 1, ":")
                && !self.sign_at(self.at + 1, "::");
            if named {
                self.name()?;
                self.at += 1;
                self.word(": ");
            }
            self.ty()?;
            let last = self.comma(close)?;
            self.paper.trailing_comma(last);
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word(")");
        self.leave(close)?;
        self.return_type()
    }

    pub(super) fn return_type(&mut self) -> Option<()> {
        if self.take_sign("->") {
            self.word(" -> ");
            self.ty()?;
        }
        Some(())
    }

    /// A path, or one with a type before it: `<T as Trait>::Name`.
    pub(super) fn qpath(&mut self, style: Style) -> Option<()> {
        if !self.take_sign("<") {
            return self.path(style);
        }
        self.word("<");
        self.ty()?;
        if self.take("as") {
            self.word(" as ");
            self.path(Style::Type)?;
        }
        self.expect_sign(">")?;
        self.word(">");
        if !self.sign("::") {
            return None;
        }
        self.path(style)
    }

    pub(super) fn path(&mut self, style: Style) -> Option<()> {
        if self.take_sign("::") {
            self.word("::");
        }
        loop {
            self.name()?;
            self.arguments(style)?;
            if !self.sign("::") {
                return Some(());
            }
            // What follows in a use tree, or as an argument, is not of the path.
            if self.flat.kind(self.at + 2) != Kind::Ident {
                return None;
            }
            self.at += 2;
            self.word("::");
        }
    }

    fn arguments(&mut self, style: Style) -> Option<()> {
        match style {
            Style::Simple => Some(()),
            Style::Type if self.opens(Delimiter::Parenthesis) => self.parenthesized(),
            Style::Type if self.sign("<") && !self.sign("<=") => self.angled(style),
            _ if self.sign("::") && self.sign_at(self.at + 2, "<") => {
                self.at += 2;
                self.angled(style)
            }
            _ => Some(()),
        }
    }

    /// `<T, U>`, with `::` before it in an expression.
    pub(super) fn angled(&mut self, style: Style) -> Option<()> {
        self.expect_sign("<")?;
        if self.sign(">") {
            return None;
        }
        self.word(if style == Style::Expr { "::<" } else { "<" });
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        let mut types = false;
        loop {
            if self.sign("'") {
                // Lifetimes are written before types.
                if types {
                    return None;
                }
                self.lifetime()?;
            } else {
                types = true;
                self.argument()?;
            }
            if self.angled_ends()? {
                return Some(());
            }
        }
    }

    /// What follows a part between `<` and `>`: a comma, or the end of them all.
    pub(super) fn angled_ends(&mut self) -> Option<bool> {
        let more = self.take_sign(",");
        let last = self.sign(">");
        self.paper.trailing_comma(last);
        if last {
            self.at += 1;
            self.paper.offset(-INDENT);
            self.paper.end();
            self.word(">");
        }
        (last || more).then_some(last)
    }

    fn argument(&mut self) -> Option<()> {
        if self.kind() == Kind::Literal {
            return self.literal();
        }
        if self.kind() == Kind::Ident && self.sign_at(self.at + 1, "=") {
            self.name()?;
            self.at += 1;
            self.word(" = ");
            return self.ty();
        }
        if self.kind() == Kind::Ident
            && self.sign_at(self.at + 1, ":")
            && !self.sign_at(self.at + 1, "::")
        {
            self.name()?;
            self.at += 1;
            self.paper.ibox(INDENT);
            self.bounds(": ")?;
            self.paper.end();
            return Some(());
        }
        self.ty()
    }

    pub(super) fn literal(&mut self) -> Option<()> {
        let text = self.text();
        // A number that ends in a point asks for care with what follows.
        if self.kind() != Kind::Literal || text.ends_with('.') || text.starts_with('-') {
            return None;
        }
        self.at += 1;
        self.word(text);
        Some(())
    }

    fn parenthesized(&mut self) -> Option<()> {
        let close = self.enter(Delimiter::Parenthesis)?;
        self.paper.cbox(INDENT);
        self.word("(");
        self.paper.zerobreak();
        while self.at != close {
            self.ty()?;
            let last = self.comma(close)?;
            self.paper.trailing_comma(last);
        }
        self.paper.offset(-INDENT);
        self.word(")");
        self.leave(close)?;
        self.return_type()?;
        self.paper.end();
        Some(())
    }
}
