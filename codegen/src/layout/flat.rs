//! Tokens in one row. In: a token stream; out: all its tokens, groups opened, with their text in one string. Invariant:
//! nothing is lost, so that the stream can be built again for the slow way.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use std::fmt::Write;
use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Ident,
    /// `true`: another sign follows at once.
    Punct(u8, bool),
    Literal,
    Open(Delimiter),
    Close(Delimiter),
    /// After the last token of an item.
    Nothing,
}

/// A token. `from..to` is its text; for `Open`, `to` is the index of its `Close`.
#[derive(Clone, Copy)]
pub(super) struct Tok {
    pub kind: Kind,
    from: u32,
    to: u32,
}

/// All tokens of some items, one after the other.
#[derive(Default)]
pub(super) struct Flat {
    toks: Vec<Tok>,
    text: String,
    /// The values of documentation texts that are written with escapes.
    values: Vec<(usize, String)>,
}

impl Flat {
    /// Adds the tokens of an item; gives where they stand.
    pub(super) fn push_item(&mut self, tokens: TokenStream) -> Range<usize> {
        let from = self.toks.len();
        self.push_all(tokens);
        let to = self.toks.len();
        // What looks ahead sees no other item.
        self.toks.push(Tok {
            kind: Kind::Nothing,
            from: 0,
            to: 0,
        });
        from..to
    }

    fn push_all(&mut self, tokens: TokenStream) {
        for token in tokens {
            let from = self.text.len() as u32;
            let kind = match token {
                TokenTree::Ident(ident) => {
                    // A `String` takes whatever is written to it.
                    let _ = write!(self.text, "{ident}");
                    Kind::Ident
                }
                TokenTree::Literal(literal) => {
                    let _ = write!(self.text, "{literal}");
                    self.keep_value(from as usize);
                    Kind::Literal
                }
                TokenTree::Punct(punct) => {
                    self.text.push(punct.as_char());
                    Kind::Punct(punct.as_char() as u8, punct.spacing() == Spacing::Joint)
                }
                TokenTree::Group(group) => {
                    self.push_group(group);
                    continue;
                }
            };
            let to = self.text.len() as u32;
            self.toks.push(Tok { kind, from, to });
        }
    }

    fn push_group(&mut self, group: Group) {
        let delimiter = group.delimiter();
        let stream = group.stream();
        // Else the stream has two owners, and its tokens are copied one by one.
        drop(group);
        let open = self.toks.len();
        let (from, to) = (0, 0);
        self.toks.push(Tok {
            kind: Kind::Open(delimiter),
            from,
            to,
        });
        self.push_all(stream);
        self.toks[open].to = self.toks.len() as u32;
        self.toks.push(Tok {
            kind: Kind::Close(delimiter),
            from,
            to,
        });
    }

    /// Keeps the value of the literal that starts at `from`, if it is the text of a `doc` attribute and has escapes.
    fn keep_value(&mut self, from: usize) {
        let literal = &self.text[from..];
        if literal.starts_with('"') && !literal.contains(['\\', '\r']) {
            return;
        }
        let at = self.toks.len();
        let is_doc = at >= 3
            && matches!(self.toks[at - 1].kind, Kind::Punct(b'=', _))
            && self.text(at - 2) == "doc"
            && self.toks[at - 3].kind == Kind::Open(Delimiter::Bracket);
        if is_doc && let Ok(text) = syn::parse_str::<syn::LitStr>(literal) {
            self.values.push((at, text.value()));
        }
    }

    /// The value of the literal of a `doc` attribute; `None` where it is no plain string.
    pub(super) fn doc(&self, at: usize) -> Option<&str> {
        if let Ok(found) = self.values.binary_search_by_key(&at, |(at, _)| *at) {
            return Some(&self.values[found].1);
        }
        let text = self.text(at);
        let inner = text.strip_prefix('"')?.strip_suffix('"')?;
        (!inner.contains('\\')).then_some(inner)
    }

    pub(super) fn len(&self) -> usize {
        self.toks.len()
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.toks.get(at).map_or(Kind::Nothing, |tok| tok.kind)
    }

    /// The text of an identifier, sign or literal, else nothing.
    pub(super) fn text(&self, at: usize) -> &str {
        match self.toks.get(at) {
            Some(tok) if !matches!(tok.kind, Kind::Open(_) | Kind::Close(_)) => {
                &self.text[tok.from as usize..tok.to as usize]
            }
            _ => "",
        }
    }

    /// Where the group that opens here closes.
    pub(super) fn close(&self, open: usize) -> usize {
        self.toks[open].to as usize
    }

    /// The stream as it was.
    pub(super) fn rebuild(&self, mut from: usize, to: usize) -> TokenStream {
        let mut out = Vec::new();
        while from < to {
            let text = self.text(from);
            let span = Span::call_site();
            out.push(match self.kind(from) {
                Kind::Ident => TokenTree::Ident(match text.strip_prefix("r#") {
                    Some(raw) => Ident::new_raw(raw, span),
                    None => Ident::new(text, span),
                }),
                Kind::Punct(sign, joint) => {
                    let spacing = if joint {
                        Spacing::Joint
                    } else {
                        Spacing::Alone
                    };
                    TokenTree::Punct(Punct::new(char::from(sign), spacing))
                }
                // The text came from a literal.
                Kind::Literal => match text.parse::<Literal>() {
                    Ok(literal) => TokenTree::Literal(literal),
                    Err(_) => TokenTree::Literal(Literal::string(text)),
                },
                Kind::Open(delimiter) => {
                    let close = self.close(from);
                    let inner = self.rebuild(from + 1, close);
                    from = close;
                    TokenTree::Group(Group::new(delimiter, inner))
                }
                Kind::Close(_) | Kind::Nothing => break,
            });
            from += 1;
        }
        out.into_iter().collect()
    }
}
