//! What a server says for an outcome. In: the cases of one side; out: the status, the media type and the form of each.
//! Invariant: what is said is what the client reads as the same variant.

use super::super::file::File;
use super::super::ident;
use super::{Form, Side, Way, way};
use crate::ir::{Content, StatusKey};
use crate::tokens::{Literal, TokenStream, quote};

impl Side<'_> {
    /// The function of the runtime's server that gives a success its status and media type.
    pub(crate) fn say(&self) -> &'static str {
        let content = self.arms.first().and_then(|arm| arm.content);
        match (self.form, content.map(way)) {
            (Form::Enum, _) => "spoken",
            (Form::Nothing, _) | (Form::Plain, None) => "empty",
            (Form::Plain, Some(Way::Json)) => "json",
            (Form::Plain, Some(Way::Text)) => "text",
            (Form::Plain, Some(Way::Bytes)) => "bytes",
        }
    }

    /// The impl by which a server gives the variants of the enum their statuses; nothing where there is no enum, or it is
    /// another one.
    pub(crate) fn spoken(&self, file: &mut File<'_>, module: &TokenStream) -> Option<TokenStream> {
        if self.form != Form::Enum || self.arms.is_empty() || self.outcome.same.is_some() {
            return None;
        }
        let (trait_, said) = (
            file.import("crate::runtime::fake", "Spoken"),
            file.import("crate::runtime::fake", "Said"),
        );
        let name = ident::ident(&self.outcome.type_name);
        let success = self.undocumented.is_none();
        let arms = self.arms.iter().map(|arm| {
            let variant = &arm.variant;
            let status = Literal::u16_unsuffixed(usual(arm.case.status, success));
            let Some(content) = arm.content else {
                return quote!(Self::#variant => #said::empty(#status));
            };
            let media = concrete(content);
            let form = match way(content) {
                Way::Json => quote!(json),
                Way::Text => quote!(text),
                Way::Bytes => quote!(bytes),
            };
            quote!(Self::#variant(body) => #said::#form(#status, #media, body))
        });
        let rest = self
            .undocumented
            .iter()
            .map(|rest| quote!(Self::#rest => #said::empty(500)));
        Some(quote! {
            impl #trait_ for #module::#name {
                fn spoken(&self) -> #said {
                    match self { #(#arms,)* #(#rest,)* }
                }
            }
        })
    }
}

/// The status that stands for those of a case.
pub(crate) fn usual(status: StatusKey, success: bool) -> u16 {
    match status {
        StatusKey::Code(code) => code,
        StatusKey::Range(hundred) => u16::from(hundred) * 100,
        StatusKey::Default if success => 200,
        StatusKey::Default => 500,
    }
}

/// A media type that can be sent: a range is none, so something of the range is.
pub(crate) fn concrete(content: &Content) -> &str {
    match (content.media_type.contains('*'), way(content)) {
        (false, _) => &content.media_type,
        (true, Way::Json) => "application/json",
        (true, Way::Text) => "text/plain",
        (true, Way::Bytes) => "application/octet-stream",
    }
}

/// Whether a body is read as JSON, and else whether it is text.
pub(crate) fn reads(content: &Content) -> (bool, bool) {
    (way(content) == Way::Json, way(content) == Way::Text)
}
