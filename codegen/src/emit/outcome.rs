//! What comes back. In: the responses of one side of an operation; out: the type of the result, the enum where the cases
//! differ, and the functions that read a reply. Invariant: a status is read by the case that names it most closely: a
//! code before a range, a range before `default`.

mod reading;
mod spoken;

pub(crate) use spoken::{concrete, reads, usual};

use super::file::File;
use super::operation::Parts;
use super::{docs, ident};
use crate::ir::{Content, ContentKind, Operation, Outcome, OutcomeCase, StatusKey, Type};
use crate::tokens::{Ident, TokenStream, quote};
use reading::{matching, reply};

/// One side of an operation: success or failure.
pub(crate) struct Side<'a> {
    outcome: &'a Outcome,
    /// The Rust type of the result.
    pub(crate) ty: TokenStream,
    /// The ways a reply of this side can look.
    pub(crate) arms: Vec<Arm<'a>>,
    form: Form,
    /// For failures: the variant for everything that the document does not name.
    undocumented: Option<Ident>,
}

/// What the type of a side is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// `()`
    Nothing,
    /// The type of the only body.
    Plain,
    /// An enum with a variant per way.
    Enum,
}

/// One way a reply can look.
pub(crate) struct Arm<'a> {
    pub(crate) case: &'a OutcomeCase,
    /// The variant, where there is an enum.
    pub(crate) variant: Ident,
    /// The body; `None` where there is none.
    pub(crate) content: Option<&'a Content>,
}

/// How a body is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Json,
    Text,
    Bytes,
}

fn way(content: &Content) -> Way {
    match (content.kind, &content.ty) {
        (ContentKind::Binary | ContentKind::Multipart, _) | (_, Type::Binary) => Way::Bytes,
        (ContentKind::Json, _) => Way::Json,
        (ContentKind::Text | ContentKind::Form | ContentKind::EventStream, _) => Way::Text,
        (ContentKind::JsonLines | ContentKind::JsonSequence, _) => Way::Text,
    }
}

/// The type that a body is read into.
fn body_type(content: &Content) -> Type {
    match way(content) {
        Way::Json => content.ty.clone(),
        Way::Text => Type::String,
        Way::Bytes => Type::Binary,
    }
}

/// The successes of an operation.
pub(crate) fn success<'a>(file: &mut File<'_>, operation: &'a Operation) -> Side<'a> {
    let outcome = &operation.success;
    let arms = arms(outcome, &mut ident::Scope::default());
    let (form, ty) = match form(&arms) {
        Plain::Nothing => (Form::Nothing, quote!(())),
        Plain::Body(ty) => (Form::Plain, file.ty(&ty)),
        Plain::Several => {
            let name = ident::ident(&outcome.type_name);
            (Form::Enum, quote!(#name))
        }
    };
    Side {
        outcome,
        ty,
        arms,
        form,
        undocumented: None,
    }
}

/// Whether the success of an operation is one body, or one kind of body, and no enum.
pub(crate) fn is_plain(operation: &Operation) -> bool {
    matches!(plain(&operation.success), Plain::Body(_))
}

/// What a success is, whichever case it is.
#[derive(Debug)]
pub(crate) enum Plain {
    /// Nothing.
    Nothing,
    /// One body.
    Body(Type),
    /// One of several: an enum.
    Several,
}

/// What the successes of an operation are.
pub(crate) fn plain(outcome: &Outcome) -> Plain {
    form(&arms(outcome, &mut ident::Scope::default()))
}

fn form(arms: &[Arm<'_>]) -> Plain {
    let mut bodies = arms
        .iter()
        .map(|arm| arm.content.map(|c| (way(c), body_type(c))));
    let first = bodies.next().flatten();
    match (bodies.all(|body| body == first), first) {
        (true, None) => Plain::Nothing,
        (true, Some((_, ty))) => Plain::Body(ty),
        (false, _) => Plain::Several,
    }
}

/// The variants of an outcome, with the type that each holds.
pub(crate) fn variants(outcome: &Outcome) -> Vec<(String, Option<Type>)> {
    let arms = arms(outcome, &mut ident::Scope::default()).into_iter();
    arms.map(|arm| (arm.variant.unraw().to_string(), arm.content.map(body_type)))
        .collect()
}

/// The variant of failures for what the document does not name.
pub(crate) fn undocumented(variants: &[(String, Option<Type>)]) -> String {
    let taken: Vec<&str> = variants.iter().map(|(name, _)| name.as_str()).collect();
    ident::Scope::with(&taken).claim("Undocumented", "Status")
}

/// The failures of an operation.
pub(crate) fn failure<'a>(_: &mut File<'_>, operation: &'a Operation) -> Side<'a> {
    let outcome = &operation.failure;
    let mut names = ident::Scope::default();
    let arms = arms(outcome, &mut names);
    let name = ident::ident(&outcome.type_name);
    Side {
        outcome,
        ty: quote!(#name),
        arms,
        form: Form::Enum,
        undocumented: Some(ident::of(&names.claim("Undocumented", "Status"))),
    }
}

fn arms<'a>(outcome: &'a Outcome, names: &mut ident::Scope) -> Vec<Arm<'a>> {
    let mut out = Vec::new();
    for case in &outcome.cases {
        let mut seen: Vec<(Way, Type)> = Vec::new();
        for content in &case.contents {
            let body = (way(content), body_type(content));
            if seen.contains(&body) {
                continue;
            }
            let name = if seen.is_empty() {
                names.claim(&case.name.0, "Status")
            } else {
                names.claim(&format!("{}{}", case.name.0, content.name.0), "Body")
            };
            seen.push(body);
            out.push(Arm {
                case,
                variant: ident::of(&name),
                content: Some(content),
            });
        }
        if case.contents.is_empty() {
            out.push(Arm {
                case,
                variant: ident::of(&names.claim(&case.name.0, "Status")),
                content: None,
            });
        }
    }
    out
}

impl Side<'_> {
    /// Whether the result is the body itself.
    pub(crate) fn is_plain(&self) -> bool {
        self.form == Form::Plain
    }

    /// The enum, where there is one, and what reads it.
    pub(crate) fn definition(&self, file: &mut File<'_>) -> Vec<TokenStream> {
        if self.form != Form::Enum {
            return Vec::new();
        }
        let name = ident::ident(&self.outcome.type_name);
        if self.arms.is_empty() {
            let rt = file.runtime();
            return vec![quote! {
                /// What an API error says: the document has nothing about it.
                pub type #name = #rt::Undocumented;
            }];
        }
        if let Some(same) = &self.outcome.same {
            let other = ident::ident(same);
            let what = self.summary().trim_end_matches('.');
            let docs = docs::attribute(&format!("{what}: the same as [`{other}`]."));
            return vec![quote!(#docs pub type #name = #other;)];
        }
        let mut out = vec![self.enumeration(file, &name)];
        out.extend(self.failure(file, &name));
        out
    }

    fn enumeration(&self, file: &mut File<'_>, name: &Ident) -> TokenStream {
        let variants = self.arms.iter().map(|arm| {
            let docs = docs::attributes(&arm_lines(arm));
            let variant = &arm.variant;
            match arm.content {
                None => quote!(#docs #variant),
                Some(content) => {
                    let ty = file.ty(&body_type(content));
                    quote!(#docs #variant(#ty))
                }
            }
        });
        let variants: Vec<TokenStream> = variants.collect();
        let rest = self.undocumented.iter().map(|rest| {
            let docs =
                docs::attribute("A status that the document does not name, or another body.");
            quote!(#docs #rest)
        });
        let docs = docs::attribute(self.summary());
        quote! {
            #docs
            #[derive(Clone, Debug, PartialEq)]
            #[non_exhaustive]
            pub enum #name { #(#variants,)* #(#rest),* }
        }
    }

    /// The impl that reads a reply of failure.
    fn failure(&self, file: &mut File<'_>, name: &Ident) -> Option<TokenStream> {
        let rest = self.undocumented.as_ref()?;
        let rt = file.runtime();
        let body = matching(&self.reading(), self.is_caught(), &quote!(Self::#rest));
        let reply = reply(&body);
        let documented = (!self.is_caught()).then(|| {
            quote! {
                #[inline]
                fn is_documented(&self) -> bool {
                    !matches!(self, Self::#rest)
                }
            }
        });
        Some(quote! {
            impl #rt::Failure for #name {
                #[inline]
                fn read(#reply: &#rt::Reply) -> Self {
                    #body
                }
                #documented
            }
        })
    }

    /// Whether every status is one of the cases.
    fn is_caught(&self) -> bool {
        let failure = self.undocumented.is_some();
        let mut arms = self.arms.iter();
        failure && arms.any(|arm| arm.case.status == StatusKey::Default)
    }

    fn summary(&self) -> &'static str {
        if self.undocumented.is_some() {
            "What an API error says."
        } else {
            "What comes back."
        }
    }
}

/// Whether a success may have a body that can be read while it arrives: text or bytes.
pub(crate) fn streams(operation: &Operation) -> bool {
    let contents = (operation.success.cases.iter()).flat_map(|case| &case.contents);
    contents
        .map(way)
        .any(|way| matches!(way, Way::Bytes | Way::Text))
}

/// The impl that reads replies.
pub(crate) fn operation(file: &mut File<'_>, parts: &Parts<'_>) -> TokenStream {
    let rt = file.runtime();
    let name = &parts.name;
    let (output, failure) = (&parts.success.ty, &parts.failure.ty);
    let success = matching(&parts.success.reading(), false, &quote!(None));
    let reply = reply(&success);
    quote! {
        impl #rt::Operation for #name {
            type Output = #output;
            type Failure = #failure;
            #[inline]
            fn output(#reply: &#rt::Reply) -> Option<#rt::Decoded<Self::Output>> {
                #success
            }
        }
    }
}

/// Docs of a variant: its status, and what it means.
fn arm_lines(arm: &Arm<'_>) -> Vec<String> {
    let status = status(arm.case.status);
    let mut lines = docs::lines(&arm.case.docs, "");
    if lines.iter().all(String::is_empty) {
        lines.clear();
    }
    let mut lines = docs::labelled(&status, lines);
    if let Some(content) = arm.content.filter(|_| arm.case.contents.len() > 1) {
        docs::separate(&mut lines);
        lines.push(format!("As {}.", docs::code(&content.media_type)));
    }
    lines
}

/// A status as it is shown.
pub(crate) fn status(status: StatusKey) -> String {
    match status {
        StatusKey::Code(code) => format!("`{code}`"),
        StatusKey::Range(hundred) => format!("`{hundred}xx`"),
        StatusKey::Default => "Any other status".to_owned(),
    }
}

/// The value of `Accept`: the media types of all responses, successes first.
pub(crate) fn accept(operation: &Operation) -> String {
    let successes = operation.success.cases.iter();
    accept_of(successes.flat_map(|case| &case.contents), operation)
}

/// The same, where of the successes only one will do.
pub(crate) fn accept_for(operation: &Operation, content: &Content) -> String {
    accept_of(std::iter::once(content), operation)
}

fn accept_of<'a>(successes: impl Iterator<Item = &'a Content>, operation: &'a Operation) -> String {
    let failures = operation.failure.cases.iter();
    let mut out: Vec<&str> = Vec::new();
    for content in successes.chain(failures.flat_map(|case| &case.contents)) {
        if !out.contains(&content.media_type.as_str()) {
            out.push(&content.media_type);
        }
    }
    if out.is_empty() {
        return "*/*".to_owned();
    }
    out.join(", ")
}
