//! Macro calls: their tokens are written one after another, with blanks by a few rules.

use super::Layout;
use super::paper::INDENT;
use super::types::Style;
use crate::tokens::Delimiter;
use crate::tokens::Kind;

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Start,
    Dollar,
    DollarCrate,
    DollarParen,
    DollarParenSep,
    Pound,
    PoundBang,
    Dot,
    Colon,
    Colon2,
    Ident,
    IdentBang,
    Delim,
    Other,
}

impl<'a> Layout<'a> {
    /// A macro call from its path on.
    pub(super) fn mac(&mut self) -> Option<Delimiter> {
        if self.is("macro_rules") {
            return None;
        }
        self.path(Style::Simple)?;
        self.expect_sign("!")?;
        self.word("!");
        let Kind::Open(delimiter) = self.kind() else {
            return None;
        };
        let close = self.enter(delimiter)?;
        let brace = delimiter == Delimiter::Brace;
        self.word(match delimiter {
            Delimiter::Parenthesis => "(",
            Delimiter::Brace => " {",
            Delimiter::Bracket => "[",
            Delimiter::None => return None,
        });
        if self.at != close {
            self.paper.cbox(INDENT);
            self.mac_break(brace);
            self.paper.ibox(0);
            self.mac_tokens(close)?;
            self.paper.end();
            self.mac_break(brace);
            self.paper.offset(-INDENT);
            self.paper.end();
        }
        self.word(closing(delimiter));
        self.leave(close)?;
        Some(delimiter)
    }

    fn mac_break(&mut self, brace: bool) {
        if brace {
            self.paper.hardbreak();
        } else {
            self.paper.zerobreak();
        }
    }

    fn mac_tokens(&mut self, close: usize) -> Option<()> {
        let mut state = State::Start;
        let mut joint = true;
        while self.at != close {
            let kind = self.kind();
            let (blank, next) = self.rule(state)?;
            if !joint {
                if blank {
                    self.paper.space();
                } else if matches!(kind, Kind::Punct(b'.', _)) {
                    self.paper.zerobreak();
                }
            }
            joint = matches!(kind, Kind::Punct(_, true) | Kind::Punct(b'$', _));
            if let Kind::Open(delimiter) = kind {
                self.mac_group(delimiter)?;
            } else {
                let text = self.text();
                self.word(text);
                self.at += 1;
            }
            state = next;
        }
        Some(())
    }

    fn mac_group(&mut self, delimiter: Delimiter) -> Option<()> {
        let close = self.enter(delimiter)?;
        self.word(match delimiter {
            Delimiter::Parenthesis => "(",
            Delimiter::Brace => "{",
            Delimiter::Bracket => "[",
            Delimiter::None => return None,
        });
        if self.at != close {
            let brace = delimiter == Delimiter::Brace;
            if brace {
                self.paper.space();
            }
            self.mac_tokens(close)?;
            if brace {
                self.paper.space();
            }
        }
        self.word(closing(delimiter));
        self.leave(close)
    }

    /// Whether a blank stands before the token here, and the state after it.
    fn rule(&self, state: State) -> Option<(bool, State)> {
        use Delimiter::{Brace, Bracket, Parenthesis};
        use State::*;
        let text = self.text();
        Some(match (state, self.kind()) {
            (_, Kind::Doc | Kind::Close(_) | Kind::Nothing | Kind::Open(Delimiter::None)) => {
                return None;
            }
            (Dollar, Kind::Ident) if text == "crate" => (false, DollarCrate),
            (Dollar, Kind::Ident) => (false, Other),
            (DollarParen, Kind::Punct(b'+' | b'*' | b'?', false)) => (false, Other),
            (DollarParen, Kind::Ident | Kind::Literal) => (false, DollarParenSep),
            (DollarParen, Kind::Punct(_, true)) => (false, DollarParen),
            (DollarParen, Kind::Punct(_, false)) => (false, DollarParenSep),
            (DollarParenSep, Kind::Punct(b'+' | b'*', _)) => (false, Other),
            (Pound, Kind::Punct(b'!', _)) => (false, PoundBang),
            (Dollar, Kind::Open(Parenthesis)) => (false, DollarParen),
            (Pound | PoundBang, Kind::Open(Bracket)) => (false, Other),
            (Ident, Kind::Open(Parenthesis | Bracket)) => (false, Delim),
            (Ident, Kind::Punct(b'!', false)) => (false, IdentBang),
            (IdentBang, Kind::Open(Parenthesis | Bracket)) => (false, Other),
            (Colon, Kind::Punct(b':', _)) => (false, Colon2),
            (_, Kind::Open(Parenthesis | Bracket)) => (true, Delim),
            (_, Kind::Open(Brace)) => (true, Other),
            (_, Kind::Ident) if !is_keyword(text) => (state != Dot && state != Colon2, Ident),
            (_, Kind::Literal) if text.ends_with('.') => (state != Dot, Other),
            (_, Kind::Literal) => (state != Dot, Ident),
            (_, Kind::Punct(b',' | b';', _)) => (false, Other),
            (_, Kind::Punct(b'.', _)) => (state != Ident && state != Delim, Dot),
            (_, Kind::Punct(b':', true)) => (state != Ident && state != DollarCrate, Colon),
            (_, Kind::Punct(b'$', _)) => (true, Dollar),
            (_, Kind::Punct(b'#', _)) => (true, Pound),
            _ => (true, Other),
        })
    }
}

fn closing(delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Parenthesis => ")",
        Delimiter::Brace => "}",
        Delimiter::Bracket => "]",
        Delimiter::None => "",
    }
}

/// The words before which and after which macro tokens keep a blank.
fn is_keyword(word: &str) -> bool {
    const KEYWORDS: [&str; 34] = [
        "as", "async", "await", "box", "break", "const", "continue", "crate", "dyn", "else",
        "enum", "extern", "fn", "for", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
        "move", "mut", "pub", "ref", "return", "static", "struct", "trait", "type", "unsafe",
        "use", "where",
    ];
    matches!(word, "while" | "yield") || KEYWORDS.contains(&word)
}
