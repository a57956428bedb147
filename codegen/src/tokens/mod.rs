//! Rust as emitted: tokens in one row. In: templates ([`quote!`]) and names; out: a stream that [`crate::layout`] reads as it
//! lies. It stands in for `proc_macro2` and `quote`, whose streams are trees with a text of its own for every word: making,
//! joining, opening and dropping them took two fifths of a run. Invariant: a stream holds whole groups only, and what it
//! holds is what `quote` would have given, but that a line of documentation is one token.

mod convert;
pub(crate) mod repeat;
mod template;
mod word;

pub(crate) use proc_macro2::Delimiter;
pub(crate) use template::{each, put, quote};
pub(crate) use word::{Ident, Literal, ToTokens};

/// What a token is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    Ident,
    /// `true`: another sign follows at once.
    Punct(u8, bool),
    Literal,
    /// A line of documentation: `#[doc = "…"]` with this value.
    Doc,
    Open(Delimiter),
    Close(Delimiter),
    /// After the last token.
    Nothing,
}

#[derive(Clone, Copy, Debug)]
struct Token {
    kind: Kind,
    text: Text,
}

/// Where the text of a token is.
#[derive(Clone, Copy, Debug)]
enum Text {
    Fixed(&'static str),
    /// In the text of the stream, from and to.
    Own(u32, u32),
    /// Of a token that opens a group: how far away the one is that closes it.
    Span(u32),
}

/// Tokens in one row.
#[derive(Clone, Default)]
pub struct TokenStream {
    tokens: Vec<Token>,
    text: String,
}

impl TokenStream {
    /// No tokens.
    pub(crate) const fn new() -> Self {
        Self {
            tokens: Vec::new(),
            text: String::new(),
        }
    }

    /// A path, a type or another part that is a text of ours: words and signs.
    pub(crate) fn fixed(text: &'static str) -> Self {
        let mut out = Self::new();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let is_word = |c: char| c.is_alphanumeric() || c == '_';
            let end = rest.find(|c| is_word(c) != is_word(first));
            let (part, more) = rest.split_at(end.unwrap_or(rest.len()));
            out.token(part);
            rest = more;
        }
        out
    }

    /// Adds a token of a template, as it is written there.
    pub(crate) fn token(&mut self, text: &'static str) {
        let bytes = text.as_bytes();
        let (Some(&first), Some(&last)) = (bytes.first(), bytes.last()) else {
            return;
        };
        let word = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii();
        let kind = match first {
            b'0'..=b'9' | b'"' => Kind::Literal,
            b'\'' if bytes.len() > 1 && last == b'\'' => Kind::Literal,
            b'\'' => {
                self.signs("'", true);
                Kind::Ident
            }
            first if word(first) && word(last) => Kind::Ident,
            // `b"…"` and the like.
            first if word(first) => Kind::Literal,
            _ => return self.signs(text, false),
        };
        let text = Text::Fixed(
            text.strip_prefix('\'')
                .filter(|_| kind == Kind::Ident)
                .unwrap_or(text),
        );
        self.tokens.push(Token { kind, text });
    }

    /// Adds signs that stand together; `joint`: the last of them with what follows.
    fn signs(&mut self, text: &'static str, joint: bool) {
        for (index, byte) in text.bytes().enumerate() {
            let more = index + 1 < text.len();
            self.tokens.push(Token {
                kind: Kind::Punct(byte, more || joint),
                text: Text::Fixed(&text[index..=index]),
            });
        }
    }

    /// Adds a line of documentation, a blank before it included.
    pub(crate) fn doc(&mut self, text: &(impl AsRef<str> + ?Sized)) {
        self.own(Kind::Doc, &[text.as_ref()]);
    }

    /// Adds a line of documentation, and a blank before it unless it is empty.
    pub(crate) fn line(&mut self, text: &str) {
        let blank = if text.is_empty() { "" } else { " " };
        self.own(Kind::Doc, &[blank, text]);
    }

    /// Adds a line of documentation of a template.
    pub(crate) fn fixed_doc(&mut self, text: &'static str) {
        let (kind, text) = (Kind::Doc, Text::Fixed(text));
        self.tokens.push(Token { kind, text });
    }

    /// Adds a token with a text that is put together here.
    pub(crate) fn own(&mut self, kind: Kind, parts: &[&str]) {
        let from = self.text.len() as u32;
        parts.iter().for_each(|part| self.text.push_str(part));
        let text = Text::Own(from, self.text.len() as u32);
        self.tokens.push(Token { kind, text });
    }

    /// Adds a literal with a text that `write` puts there.
    fn literal(&mut self, write: impl FnOnce(&mut String)) {
        let from = self.text.len() as u32;
        write(&mut self.text);
        let (kind, text) = (Kind::Literal, Text::Own(from, self.text.len() as u32));
        self.tokens.push(Token { kind, text });
    }

    /// Opens a group; gives what [`Self::close`] needs.
    pub(crate) fn open(&mut self, delimiter: Delimiter) -> usize {
        let (kind, text) = (Kind::Open(delimiter), Text::Span(0));
        self.tokens.push(Token { kind, text });
        self.tokens.len() - 1
    }

    /// Closes a group.
    pub(crate) fn close(&mut self, open: usize) {
        let span = Text::Span((self.tokens.len() - open) as u32);
        let Kind::Open(delimiter) = self.tokens[open].kind else {
            return;
        };
        self.tokens[open].text = span;
        let (kind, text) = (Kind::Close(delimiter), span);
        self.tokens.push(Token { kind, text });
    }

    /// Adds all tokens of another stream.
    pub(crate) fn append(&mut self, other: &TokenStream) {
        let by = self.text.len() as u32;
        self.text.push_str(&other.text);
        let tokens = other.tokens.iter();
        self.tokens.extend(tokens.map(|token| match token.text {
            Text::Own(from, to) => Token {
                kind: token.kind,
                text: Text::Own(from + by, to + by),
            },
            Text::Fixed(_) | Text::Span(_) => *token,
        }));
    }

    /// How many tokens there are.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// How long its text will be, about.
    pub(crate) fn size(&self) -> usize {
        self.tokens.len() * 6 + self.text.len()
    }

    /// What the token is.
    pub(crate) fn kind(&self, at: usize) -> Kind {
        self.tokens
            .get(at)
            .map_or(Kind::Nothing, |token| token.kind)
    }

    /// The text of an identifier, sign, literal or line of documentation, else nothing.
    pub(crate) fn text(&self, at: usize) -> &str {
        match self.tokens.get(at).map(|token| token.text) {
            Some(Text::Fixed(text)) => text,
            Some(Text::Own(from, to)) => &self.text[from as usize..to as usize],
            Some(Text::Span(_)) | None => "",
        }
    }

    /// Where the group that opens here closes.
    pub(crate) fn closes(&self, open: usize) -> usize {
        match self.tokens[open].text {
            Text::Span(span) => open + span as usize,
            Text::Fixed(_) | Text::Own(..) => open,
        }
    }

    /// Whether a word stands in it.
    pub(crate) fn mentions(&self, word: &str) -> bool {
        (0..self.len()).any(|at| self.kind(at) == Kind::Ident && self.text(at) == word)
    }
}

impl Extend<TokenStream> for TokenStream {
    fn extend<I: IntoIterator<Item = TokenStream>>(&mut self, streams: I) {
        for stream in streams {
            self.append(&stream);
        }
    }
}

impl FromIterator<TokenStream> for TokenStream {
    fn from_iter<I: IntoIterator<Item = TokenStream>>(streams: I) -> Self {
        let mut out = Self::new();
        out.extend(streams);
        out
    }
}
