//! Patterns.

use super::Layout;
use super::paper::INDENT;
use super::types::Style;
use crate::tokens::Delimiter;
use crate::tokens::Kind;

impl<'a> Layout<'a> {
    /// A pattern, with alternatives.
    pub(super) fn pat(&mut self, stop: usize) -> Option<()> {
        if self.sign("|") {
            return None;
        }
        let (many, lines) = self.alternatives(stop);
        if !many {
            return self.single_pat();
        }
        if lines {
            self.paper.cbox(0);
        } else {
            self.paper.ibox(0);
        }
        self.single_pat()?;
        while self.at != stop && self.take_sign("|") {
            self.paper.space();
            self.word("| ");
            self.single_pat()?;
        }
        self.paper.end();
        Some(())
    }

    /// Whether there are several, and whether one of them is neither a literal nor `_`.
    fn alternatives(&self, stop: usize) -> (bool, bool) {
        let (mut at, mut many, mut lines) = (self.at, false, false);
        let mut parts = 0;
        while at < stop {
            match self.flat.kind(at) {
                Kind::Open(_) => {
                    at = self.flat.closes(at);
                    lines = true;
                }
                Kind::Punct(b'|', _) => {
                    many = true;
                    parts = 0;
                    at += 1;
                    continue;
                }
                Kind::Punct(b',', _) => break,
                Kind::Punct(b'-', _) => {
                    at += 1;
                    continue;
                }
                Kind::Literal => {}
                Kind::Ident if matches!(self.flat.text(at), "_" | "true" | "false") => {}
                _ => lines = true,
            }
            parts += 1;
            lines |= parts > 1;
            at += 1;
        }
        (many, lines)
    }

    fn single_pat(&mut self) -> Option<()> {
        match self.kind() {
            Kind::Literal | Kind::Punct(b'-', _) => {
                if self.take_sign("-") {
                    self.word("-");
                }
                self.literal()?;
                self.pat_range()
            }
            Kind::Punct(b'.', _) if self.sign("..=") => self.pat_range(),
            Kind::Punct(b'.', _) if self.sign("..") => {
                self.at += 2;
                self.word("..");
                matches!(
                    self.kind(),
                    Kind::Close(_) | Kind::Nothing | Kind::Punct(b',', _)
                )
                .then_some(())
            }
            Kind::Punct(b'&', _) => {
                self.at += 1;
                self.word("&");
                if self.take("mut") {
                    self.word("mut ");
                }
                self.single_pat()
            }
            Kind::Open(Delimiter::Parenthesis) => self.tuple_pat(),
            Kind::Open(Delimiter::Bracket) => {
                let close = self.enter(Delimiter::Bracket)?;
                self.word("[");
                while self.at != close {
                    self.pat(close)?;
                    let last = self.comma(close)?;
                    self.paper.trailing_comma(last);
                }
                self.word("]");
                self.leave(close)
            }
            Kind::Punct(b'<' | b':', _) => self.path_pat(),
            Kind::Ident => self.word_pat(),
            _ => None,
        }
    }

    fn pat_range(&mut self) -> Option<()> {
        if !self.sign("..") {
            return Some(());
        }
        if !self.take_sign("..=") {
            self.at += 2;
            self.word("..");
            if self.kind() != Kind::Literal {
                return None;
            }
            return self.literal();
        }
        self.word("..=");
        self.literal()
    }

    fn tuple_pat(&mut self) -> Option<()> {
        let close = self.enter(Delimiter::Parenthesis)?;
        let commas = self.commas(close);
        self.word("(");
        if commas == 0 && self.at != close {
            // `(..)` is a tuple.
            if self.sign("..") {
                return None;
            }
            self.pat(close)?;
            self.word(")");
            return self.leave(close);
        }
        let one = commas == 1 && self.flat.text(close - 1) == ",";
        self.paper.cbox(INDENT);
        self.paper.zerobreak();
        while self.at != close {
            self.pat(close)?;
            let last = self.comma(close)?;
            if one {
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

    fn commas(&self, close: usize) -> usize {
        let (mut at, mut count) = (self.at, 0);
        while at < close {
            match self.flat.kind(at) {
                Kind::Open(_) => at = self.flat.closes(at),
                Kind::Punct(b',', _) => count += 1,
                // A comma within these would be counted.
                Kind::Punct(b'<', _) => return 2,
                _ => {}
            }
            at += 1;
        }
        count
    }

    fn word_pat(&mut self) -> Option<()> {
        match self.text() {
            "_" | "true" | "false" => return self.name(),
            "ref" | "mut" => {
                if self.take("ref") {
                    self.word("ref ");
                }
                if self.take("mut") {
                    self.word("mut ");
                }
                self.name()?;
            }
            "box" | "const" | "in" | "if" => return None,
            _ if self.sign_at(self.at + 1, "@") => self.name()?,
            _ => return self.path_pat(),
        }
        if self.take_sign("@") {
            self.word(" @ ");
            self.single_pat()?;
        }
        Some(())
    }

    fn path_pat(&mut self) -> Option<()> {
        let from = self.at;
        self.skip_path(true)?;
        let path = self.span(from);
        match self.kind() {
            Kind::Open(Delimiter::Parenthesis) => {
                let close = self.enter(Delimiter::Parenthesis)?;
                self.part(path, |me| me.path(Style::Expr))?;
                self.word("(");
                self.paper.cbox(INDENT);
                self.paper.zerobreak();
                while self.at != close {
                    self.pat(close)?;
                    let last = self.comma(close)?;
                    self.paper.trailing_comma(last);
                }
                self.paper.offset(-INDENT);
                self.paper.end();
                self.word(")");
                self.leave(close)
            }
            Kind::Open(Delimiter::Brace) => self.struct_pat(path),
            Kind::Punct(b'!', _) => None,
            _ => {
                self.part(path, |me| me.qpath(Style::Expr))?;
                if self.sign("..") {
                    return None;
                }
                Some(())
            }
        }
    }

    fn struct_pat(&mut self, path: (usize, usize)) -> Option<()> {
        let close = self.enter(Delimiter::Brace)?;
        self.paper.cbox(INDENT);
        self.part(path, |me| me.path(Style::Expr))?;
        self.word(" {");
        self.paper.space_if_nonempty();
        while self.at != close {
            if self.take_sign("..") {
                self.word("..");
                self.paper.space();
                break;
            }
            let named = self.sign_at(self.at + 1, ":") && !self.sign_at(self.at + 1, "::");
            if named {
                self.name()?;
                self.at += 1;
                self.word(": ");
                self.pat(close)?;
            } else {
                // A shorthand is a plain name.
                if self.take("ref") {
                    self.word("ref ");
                }
                if self.take("mut") {
                    self.word("mut ");
                }
                self.name()?;
            }
            let last = self.comma(close)?;
            self.paper.trailing_comma_or_space(last);
        }
        self.paper.offset(-INDENT);
        self.paper.end();
        self.word("}");
        self.leave(close)
    }
}
