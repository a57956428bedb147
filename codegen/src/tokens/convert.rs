//! To and from the streams of `proc_macro2`. In: tokens in a row; out: the tree of the same tokens, for syn and prettyplease,
//! and as text. Invariant: nothing is lost.

use super::{Kind, TokenStream};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenTree};
use std::fmt;

impl TokenStream {
    /// The tokens of a range as a tree.
    pub(crate) fn tree(&self, mut from: usize, to: usize) -> proc_macro2::TokenStream {
        let mut out = Vec::new();
        while from < to {
            let text = self.text(from);
            let span = Span::call_site();
            match self.kind(from) {
                Kind::Ident => out.push(TokenTree::Ident(match text.strip_prefix("r#") {
                    Some(raw) => Ident::new_raw(raw, span),
                    None => Ident::new(text, span),
                })),
                Kind::Punct(sign, joint) => {
                    let spacing = if joint {
                        Spacing::Joint
                    } else {
                        Spacing::Alone
                    };
                    out.push(TokenTree::Punct(Punct::new(char::from(sign), spacing)));
                }
                // The text came from a literal.
                Kind::Literal => out.push(match text.parse::<Literal>() {
                    Ok(literal) => TokenTree::Literal(literal),
                    Err(_) => TokenTree::Literal(Literal::string(text)),
                }),
                Kind::Doc => out.extend(doc(text)),
                Kind::Open(delimiter) => {
                    let close = self.closes(from);
                    let inner = self.tree(from + 1, close);
                    from = close;
                    out.push(TokenTree::Group(Group::new(delimiter, inner)));
                }
                Kind::Close(_) | Kind::Nothing => break,
            }
            from += 1;
        }
        out.into_iter().collect()
    }
}

fn doc(text: &str) -> [TokenTree; 2] {
    let inner: [TokenTree; 3] = [
        Ident::new("doc", Span::call_site()).into(),
        Punct::new('=', Spacing::Alone).into(),
        Literal::string(text).into(),
    ];
    [
        Punct::new('#', Spacing::Alone).into(),
        Group::new(Delimiter::Bracket, inner.into_iter().collect()).into(),
    ]
}

/// As `proc_macro2` writes it.
impl fmt::Display for TokenStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.tree(0, self.len()).fmt(f)
    }
}

/// As `proc_macro2` writes it.
impl fmt::Debug for TokenStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
impl From<proc_macro2::TokenStream> for TokenStream {
    fn from(tokens: proc_macro2::TokenStream) -> Self {
        let mut out = Self::new();
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            if let (TokenTree::Punct(sign), Some(TokenTree::Group(group))) = (&token, tokens.peek())
                && sign.as_char() == '#'
                && let Some(line) = line(group)
            {
                out.doc(&line);
                tokens.next();
                continue;
            }
            match token {
                TokenTree::Ident(ident) => out.own(Kind::Ident, &[&ident.to_string()]),
                TokenTree::Literal(literal) => out.own(Kind::Literal, &[&literal.to_string()]),
                TokenTree::Punct(sign) => {
                    let joint = sign.spacing() == Spacing::Joint;
                    let kind = Kind::Punct(sign.as_char() as u8, joint);
                    out.own(kind, &[&sign.as_char().to_string()]);
                }
                TokenTree::Group(group) => {
                    let open = out.open(group.delimiter());
                    out.append(&Self::from(group.stream()));
                    out.close(open);
                }
            }
        }
        out
    }
}

/// The value of a group that is `[doc = "…"]`.
#[cfg(test)]
fn line(group: &Group) -> Option<String> {
    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
    match inner.as_slice() {
        [
            TokenTree::Ident(doc),
            TokenTree::Punct(_),
            TokenTree::Literal(text),
        ] if doc == "doc" && group.delimiter() == Delimiter::Bracket => {
            let text: syn::LitStr = syn::parse_str(&text.to_string()).ok()?;
            Some(text.value())
        }
        _ => None,
    }
}
