//! Documentation and other attributes.

use super::Layout;
use super::paper::INDENT;
use super::types::Style;
use crate::tokens::Delimiter;
use crate::tokens::Kind;

/// What was written last within an attribute.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Word,
    Sign,
    TrailingComma,
}

impl<'a> Layout<'a> {
    /// All attributes that stand here.
    pub(super) fn attrs(&mut self) -> Option<()> {
        loop {
            if self.kind() == Kind::Doc {
                self.doc()?;
            } else if self.sign("#") {
                self.at += 1;
                let close = self.enter(Delimiter::Bracket)?;
                self.attr(close)?;
                self.leave(close)?;
            } else {
                return Some(());
            }
        }
    }

    /// Passes by all attributes.
    pub(super) fn skip_attrs(&mut self) -> Option<()> {
        loop {
            if self.kind() == Kind::Doc {
                self.at += 1;
            } else if self.sign("#") {
                self.at += 1;
                let close = self.enter(Delimiter::Bracket)?;
                self.at = close + 1;
            } else {
                return Some(());
            }
        }
    }

    /// A line of documentation.
    fn doc(&mut self) -> Option<()> {
        let text = self.text();
        if text.starts_with('/') || text.contains('\n') {
            return None;
        }
        self.at += 1;
        self.word("///");
        self.word(text.trim_end_matches(' '));
        self.paper.hardbreak();
        Some(())
    }

    fn attr(&mut self, close: usize) -> Option<()> {
        if self.is("comment") || (self.is("doc") && self.sign_at(self.at + 1, "=")) {
            return None;
        }
        self.word("#");
        self.word("[");
        self.path(Style::Simple)?;
        if self.take_sign("=") {
            self.word(" = ");
            self.expression(close)?;
        } else if let Kind::Open(_) = self.kind() {
            self.attr_group()?;
        }
        self.word("]");
        self.paper.space();
        Some(())
    }

    /// The group of an attribute.
    fn attr_group(&mut self) -> Option<()> {
        let Kind::Open(delimiter) = self.kind() else {
            return None;
        };
        self.attr_tokens(delimiter)?;
        Some(())
    }

    fn attr_tokens(&mut self, delimiter: Delimiter) -> Option<Last> {
        let close = self.enter(delimiter)?;
        match delimiter {
            Delimiter::Parenthesis => {
                self.word("(");
                self.paper.cbox(INDENT);
                self.paper.zerobreak();
            }
            Delimiter::Brace => self.word("{"),
            Delimiter::Bracket => self.word("["),
            Delimiter::None => return None,
        }
        let mut last = Last::Sign;
        while self.at != close {
            let text = self.text();
            match self.kind() {
                Kind::Ident | Kind::Literal => {
                    if last == Last::Word {
                        self.paper.space();
                    }
                    self.word(text);
                    last = Last::Word;
                }
                Kind::Punct(sign, _) => {
                    last = self.attr_sign(sign, last, close);
                }
                Kind::Open(inner) => {
                    last = self.attr_tokens(inner)?;
                    continue;
                }
                Kind::Doc | Kind::Close(_) | Kind::Nothing => return None,
            }
            self.at += 1;
        }
        self.leave(close)?;
        match delimiter {
            Delimiter::Parenthesis => {
                if last != Last::TrailingComma {
                    self.paper.zerobreak();
                }
                self.paper.offset(-INDENT);
                self.paper.end();
                self.word(")");
            }
            Delimiter::Brace => self.word("}"),
            Delimiter::Bracket | Delimiter::None => self.word("]"),
        }
        Some(Last::Sign)
    }

    fn attr_sign(&mut self, sign: u8, last: Last, close: usize) -> Last {
        if sign == b'=' && last == Last::Word {
            self.word(" ");
        }
        if sign == b',' && self.at + 1 == close {
            self.paper.trailing_comma(true);
            return Last::TrailingComma;
        }
        self.word(self.text());
        if sign == b'=' {
            self.word(" ");
        } else if sign == b',' {
            self.paper.space();
        }
        Last::Sign
    }
}
