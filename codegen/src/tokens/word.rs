//! The words of the output. In: names and values; out: single tokens. Invariant: a text as a literal is escaped as
//! `proc_macro2` escapes it.

use super::{Kind, TokenStream};
use std::borrow::Cow;
use std::fmt;

/// What a template can hold as a value.
pub(crate) trait ToTokens {
    /// Adds its tokens.
    fn to_tokens(&self, out: &mut TokenStream);
}

/// An identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Ident(String);

impl Ident {
    /// A word that is an identifier and no keyword.
    pub(crate) fn new(word: impl Into<String>) -> Self {
        Self(word.into())
    }

    /// A word that may be a keyword.
    pub(crate) fn new_raw(word: &str) -> Self {
        Self(format!("r#{word}"))
    }

    /// The word without the mark of a raw one.
    pub(crate) fn unraw(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}

impl fmt::Display for Ident {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A number or a text.
#[derive(Clone, Debug)]
pub(crate) struct Literal(String);

impl Literal {
    /// A text in quotes.
    pub(crate) fn string(text: &str) -> Self {
        let mut out = String::with_capacity(text.len() + 2);
        quoted(text, &mut out);
        Self(out)
    }

    /// A literal as it is written.
    pub(crate) fn verbatim(text: String) -> Self {
        Self(text)
    }

    /// A decimal number, a whole one with `.0` behind it.
    pub(crate) fn f64_unsuffixed(number: f64) -> Self {
        let mut text = number.to_string();
        if !text.contains('.') {
            text.push_str(".0");
        }
        Self(text)
    }
}

/// Whole numbers.
macro_rules! whole {
    ($($name:ident: $type:ty;)*) => {
        impl Literal {$(
            /// A whole number without a suffix.
            pub(crate) fn $name(number: $type) -> Self {
                Self(number.to_string())
            }
        )*}
    };
}

whole! {
    usize_unsuffixed: usize;
    u16_unsuffixed: u16;
    u64_unsuffixed: u64;
    u128_unsuffixed: u128;
    i64_unsuffixed: i64;
}

/// Writes a text in quotes.
fn quoted(text: &str, out: &mut String) {
    out.push('"');
    let mut from = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, ' '..='~') && !matches!(c, '"' | '\\') {
            continue;
        }
        out.push_str(&text[from..at]);
        from = at + c.len_utf8();
        match c {
            // A digit behind it would be read as a part of it.
            '\0' if text[from..].starts_with(|c| matches!(c, '0'..='7')) => out.push_str("\\x00"),
            '\0' => out.push_str("\\0"),
            c => out.extend(c.escape_debug()),
        }
    }
    out.push_str(&text[from..]);
    out.push('"');
}

impl ToTokens for TokenStream {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.append(self);
    }
}

impl ToTokens for Ident {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.own(Kind::Ident, &[&self.0]);
    }
}

impl ToTokens for Literal {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.own(Kind::Literal, &[&self.0]);
    }
}

impl ToTokens for str {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.literal(|out| quoted(self, out));
    }
}

impl ToTokens for String {
    fn to_tokens(&self, out: &mut TokenStream) {
        self.as_str().to_tokens(out);
    }
}

impl ToTokens for Cow<'_, str> {
    fn to_tokens(&self, out: &mut TokenStream) {
        self.as_ref().to_tokens(out);
    }
}

impl ToTokens for bool {
    fn to_tokens(&self, out: &mut TokenStream) {
        out.token(if *self { "true" } else { "false" });
    }
}

impl<T: ToTokens + ?Sized> ToTokens for &T {
    fn to_tokens(&self, out: &mut TokenStream) {
        (**self).to_tokens(out);
    }
}

impl<T: ToTokens> ToTokens for Option<T> {
    fn to_tokens(&self, out: &mut TokenStream) {
        if let Some(value) = self {
            value.to_tokens(out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_text_is_escaped_as_proc_macro2_does() {
        let texts = [
            "",
            "plain",
            "it's",
            "\"q\" \\ \n\r\t",
            "\0",
            "\x001",
            "\09",
            "ü 日本 \u{301}a",
            "\u{7f}\u{200b}\u{feff}",
            "e\u{301}",
            "\u{1F600}",
        ];
        for text in texts {
            let mut out = String::new();
            quoted(text, &mut out);
            assert_eq!(
                out,
                proc_macro2::Literal::string(text).to_string(),
                "{text:?}"
            );
        }
    }
}
