//! Generic parameters, bounds and where clauses.

use super::Layout;
use super::paper::INDENT;
use super::types::Style;
use crate::tokens::Delimiter;
use crate::tokens::Kind;

impl<'a> Layout<'a> {
    pub(super) fn generics(&mut self) -> Option<()> {
        if !self.take_sign("<") {
            return Some(());
        }
        if self.sign(">") {
            return None;
        }
        self.word("<");
        self.paper.cbox(0);
        self.paper.zerobreak();
        let mut types = false;
        loop {
            let is_type = self.generic_param()?;
            // Lifetimes are written before types.
            if types && !is_type {
                return None;
            }
            types = is_type;
            if self.angled_ends()? {
                return Some(());
            }
        }
    }

    /// Whether it is a type or a constant.
    fn generic_param(&mut self) -> Option<bool> {
        if self.sign("'") {
            self.lifetime()?;
            if self.take_sign(":") {
                self.word(": ");
                self.lifetime()?;
                while self.take_sign("+") {
                    self.word(" + ");
                    self.lifetime()?;
                }
            }
            return Some(false);
        }
        if self.take("const") {
            self.word("const ");
            self.name()?;
            self.expect_sign(":")?;
            self.word(": ");
            self.ty()?;
            return (!self.sign("=")).then_some(true);
        }
        self.name()?;
        self.paper.ibox(INDENT);
        if self.take_sign(":") {
            self.bounds(": ")?;
        }
        if self.take_sign("=") {
            self.paper.space();
            self.word("= ");
            self.ty()?;
        }
        self.paper.end();
        Some(true)
    }

    /// Bounds, each on its line where they do not fit.
    pub(super) fn bounds(&mut self, before: &'static str) -> Option<()> {
        self.word(before);
        self.bound()?;
        while self.take_sign("+") {
            self.paper.space();
            self.word("+ ");
            self.bound()?;
        }
        Some(())
    }

    pub(super) fn bound(&mut self) -> Option<()> {
        if self.sign("'") {
            return self.lifetime();
        }
        if self.take("for") {
            self.bound_lifetimes()?;
        }
        if self.take_sign("?") {
            self.word("?");
        }
        let known = self.kind() == Kind::Ident || self.sign("::");
        if !known || matches!(self.text(), "use" | "const" | "async") {
            return None;
        }
        self.path(Style::Type)
    }

    fn bound_lifetimes(&mut self) -> Option<()> {
        self.expect_sign("<")?;
        self.word("for<");
        self.lifetime()?;
        while self.take_sign(",") {
            self.word(", ");
            self.lifetime()?;
        }
        self.expect_sign(">")?;
        self.word("> ");
        Some(())
    }

    /// The where clause of what has a body, or a blank.
    pub(super) fn where_for_body(&mut self) -> Option<()> {
        if !self.is("where") {
            self.word(" ");
            return Some(());
        }
        self.at += 1;
        self.paper.hardbreak();
        self.paper.offset(-INDENT);
        self.word("where");
        self.paper.hardbreak();
        let mut count = 0;
        while !self.opens(Delimiter::Brace) {
            self.predicate()?;
            count += 1;
            self.word(",");
            self.paper.hardbreak();
            if !self.take_sign(",") && !self.opens(Delimiter::Brace) {
                return None;
            }
        }
        self.paper.offset(-INDENT);
        (count > 0).then_some(())
    }

    fn predicate(&mut self) -> Option<()> {
        if self.sign("'") {
            return None;
        }
        if self.take("for") {
            self.bound_lifetimes()?;
        }
        self.ty()?;
        self.expect_sign(":")?;
        self.word(":");
        let one = !self.has_plus();
        self.paper.ibox(if one { 0 } else { INDENT });
        self.bounds(" ")?;
        self.paper.end();
        Some(())
    }

    /// Whether a second bound follows.
    fn has_plus(&self) -> bool {
        let stop = self.end;
        let end = self.type_end(self.at, stop);
        let (mut at, mut depth) = (self.at, 0usize);
        while at < end {
            match self.flat.kind(at) {
                Kind::Open(_) => at = self.flat.closes(at),
                Kind::Punct(b'-', true) => at += 1,
                Kind::Punct(b'<', _) => depth += 1,
                Kind::Punct(b'>', _) => depth = depth.saturating_sub(1),
                Kind::Punct(b'+', _) if depth == 0 => return true,
                _ => {}
            }
            at += 1;
        }
        false
    }
}
