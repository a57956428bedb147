//! Request bodies. In: a media type and its schema; out: how a body is taken from the caller and put into a call.
//! Invariant: each media type of an operation has exactly one way to give it.

use super::argument::Argument;
use super::file::File;
use super::{bounds, docs, endpoint, ident};
use crate::ir::{Content, ContentKind, Name, Operation, Type};
use crate::tokens::{Ident, TokenStream, quote};
use heck::ToSnakeCase;

/// A body under one media type.
pub(crate) struct Payload<'a> {
    /// The media type.
    pub(crate) content: &'a Content,
    /// The argument or setter.
    pub(crate) name: &'a Name,
    /// What that was called before.
    former: &'a [Name],
    /// Whether it is the preferred one.
    first: bool,
}

/// How a body is put into a call.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Json,
    Form,
    Multipart,
    Text,
    Bytes,
}

/// The bodies of an operation.
pub(crate) fn payloads(operation: &Operation) -> Vec<Payload<'_>> {
    let body = operation.body.iter();
    body.flat_map(|body| {
        let contents = body.contents.iter().enumerate();
        contents.map(|(index, content)| Payload {
            content,
            name: &body.name,
            former: &body.former,
            first: index == 0,
        })
    })
    .collect()
}

/// What the methods of an operation are called: its name, and one more for each further media type of a required body.
pub(crate) fn method_names(operation: &Operation) -> Vec<String> {
    method_names_of(&operation.name.0, operation)
}

/// The same for another name.
pub(crate) fn method_names_of(base: &str, operation: &Operation) -> Vec<String> {
    let mut out = vec![base.to_owned()];
    if let Some(body) = operation.body.as_ref().filter(|body| body.required) {
        let further = body.contents.iter().skip(1);
        out.extend(further.map(|content| format!("{base}_{}", content.name.0.to_snake_case())));
    }
    out
}

impl Payload<'_> {
    /// How it is put into a call.
    pub(crate) fn way(&self) -> Way {
        match (self.content.kind, &self.content.ty) {
            (ContentKind::Text | ContentKind::EventStream, _) => Way::Text,
            (ContentKind::JsonLines | ContentKind::JsonSequence, _) => Way::Text,
            (ContentKind::Binary, _) | (_, Type::Binary) => Way::Bytes,
            (ContentKind::Json, _) => Way::Json,
            (ContentKind::Form, _) => Way::Form,
            (ContentKind::Multipart, _) => Way::Multipart,
        }
    }

    /// The type of the argument.
    pub(crate) fn ty(&self) -> Type {
        match self.way() {
            Way::Text => Type::String,
            Way::Bytes => Type::Binary,
            Way::Json | Way::Form | Way::Multipart => self.content.ty.clone(),
        }
    }

    /// How the runtime's server calls the way it is written, and the method by which it reads it.
    pub(crate) fn form(&self) -> (&'static str, &'static str) {
        match self.way() {
            Way::Json => ("Json", "model"),
            Way::Form => ("Pairs", "model"),
            Way::Multipart => ("Parts", "model"),
            Way::Text => ("Text", "text"),
            Way::Bytes => ("Bytes", "raw"),
        }
    }

    /// What its setter is called.
    pub(crate) fn setter_name(&self) -> String {
        self.setter_of(self.name)
    }

    /// What its setter was called.
    pub(crate) fn former_setters(&self) -> impl Iterator<Item = String> {
        self.former.iter().map(|name| self.setter_of(name))
    }

    fn setter_of(&self, name: &Name) -> String {
        if self.first {
            name.0.clone()
        } else {
            format!("{}_{}", name.0, self.content.name.0.to_snake_case())
        }
    }

    /// The type of its argument.
    pub(crate) fn argument(&self, file: &mut File<'_>) -> TokenStream {
        match self.way() {
            Way::Bytes => {
                // Also what is read while it is sent.
                let rt = file.runtime();
                quote!(impl Into<#rt::Body>)
            }
            Way::Text | Way::Json | Way::Form | Way::Multipart => {
                Argument::new(file, &self.ty()).ty
            }
        }
    }

    /// The media type that is sent: a range is none, so something of the range is.
    pub(crate) fn sent(&self) -> &str {
        let media = &self.content.media_type;
        if !media.contains('*') {
            return media;
        }
        match self.way() {
            Way::Json => "application/json",
            Way::Text => "text/plain",
            Way::Bytes => "application/octet-stream",
            Way::Form => "application/x-www-form-urlencoded",
            Way::Multipart => "multipart/form-data",
        }
    }

    /// What is said about the media type.
    pub(crate) fn told(&self) -> String {
        let media = docs::code(&self.content.media_type);
        let sent = self.sent();
        if sent == self.content.media_type {
            return format!("as {media}");
        }
        let sent = docs::code(sent);
        format!("as {media}, sent as {sent} unless a `content-type` header is added")
    }

    /// The argument, and the statement that puts it into a call.
    pub(crate) fn attach(
        &self,
        file: &mut File<'_>,
        call: &TokenStream,
    ) -> (TokenStream, TokenStream) {
        let word = ident::ident(self.name);
        let media = self.sent();
        let put = match self.way() {
            Way::Text => quote!(#call.text(#word, #media);),
            Way::Bytes => {
                let ty = self.argument(file);
                return (quote!(#word: #ty), quote!(#call.bytes(#word, #media);));
            }
            Way::Json => quote!(#call.json(&#word, #media);),
            Way::Form => {
                let table = endpoint::encodings(file, &self.content.encodings);
                quote!(static ENCODINGS: #table #call.form(&#word, ENCODINGS);)
            }
            Way::Multipart => {
                let table = endpoint::encodings(file, &self.content.encodings);
                quote!(static ENCODINGS: #table #call.multipart(&#word, #media, ENCODINGS);)
            }
        };
        let stored = self.ty();
        let argument = Argument::new(file, &stored);
        let ty = &argument.ty;
        let binding = match self.way() {
            Way::Text | Way::Bytes => None,
            Way::Json | Way::Form | Way::Multipart => argument.binding(file, &stored, &word),
        };
        let check = match self.way() {
            Way::Json | Way::Form | Way::Multipart if file.api().checks => {
                let bounds = bounds::reference(&file.runtime(), &self.content.bounds);
                Some(quote!(#call.check(&#word, #bounds);))
            }
            _ => None,
        };
        let statement = quote!(#binding #check #put);
        (quote!(#word: #ty), statement)
    }

    /// The setter of an optional body.
    pub(crate) fn setter(&self, file: &mut File<'_>, name: &Ident) -> TokenStream {
        let (argument, statement) = self.attach(file, &quote!(self.call));
        let summary = format!(" The body, {}.", self.told());
        quote! {
            #[doc = #summary]
            #[inline]
            pub fn #name(mut self, #argument) -> Self {
                #statement
                self
            }
        }
    }
}
