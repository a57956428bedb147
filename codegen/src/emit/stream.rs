//! Responses of many items. In: an operation whose success is lines, records or events; out: the ways to its items while
//! they arrive. Invariant: whatever the document says of an item, there is a way to read it: text, where it says nothing.

use super::file::File;
use super::operation::Parts;
use super::outcome;
use crate::ir::{Api, Content, ContentKind, EnumRepr, Operation, Type, TypeId, TypeKind};
use crate::tokens::{Ident, TokenStream, quote};

/// The items of lines and records.
pub(crate) fn lined(file: &mut File<'_>, parts: &Parts<'_>) -> Option<TokenStream> {
    let content = lines(parts.operation)?;
    let form = word(match content.kind {
        ContentKind::JsonSequence => "Records",
        _ => "Lines",
    });
    Some(ways(file, parts, content, "lined", (&content.ty, form)))
}

/// The events.
pub(crate) fn evented(file: &mut File<'_>, parts: &Parts<'_>) -> Option<TokenStream> {
    let content = events(parts.operation)?;
    let (ty, form) = event(file.api(), &content.ty);
    Some(ways(file, parts, content, "evented", (&ty, form)))
}

/// The success that has a line or record for each item.
pub(crate) fn lines(operation: &Operation) -> Option<&Content> {
    contents(operation).find(|content| {
        matches!(
            content.kind,
            ContentKind::JsonLines | ContentKind::JsonSequence
        )
    })
}

/// The success that is a stream of events.
pub(crate) fn events(operation: &Operation) -> Option<&Content> {
    contents(operation).find(|content| content.kind == ContentKind::EventStream)
}

fn contents(operation: &Operation) -> impl Iterator<Item = &Content> {
    let cases = operation.success.cases.iter();
    cases.flat_map(|case| &case.contents)
}

fn ways(
    file: &mut File<'_>,
    parts: &Parts<'_>,
    content: &Content,
    way: &str,
    (ty, form): (&Type, TokenStream),
) -> TokenStream {
    let rt = file.runtime();
    let (name, failure) = (&parts.name, &parts.failure.ty);
    let (way, ty) = (word(way), file.ty(ty));
    let accept = outcome::accept_for(parts.operation, content);
    quote!(#rt::#way!(#name, #ty, #failure, #form, #accept);)
}

fn word(word: &str) -> TokenStream {
    let word = Ident::new(word);
    quote!(#word)
}

/// What the data of an event is, and how it is meant: a schema may be that of the data, or of the event as an object.
pub(crate) fn event(api: &Api, ty: &Type) -> (Type, TokenStream) {
    if let Some(data) = envelope(api, ty) {
        return event_data(api, data);
    }
    if let Type::Named(id) = ty
        && let TypeKind::Union(union) = &api.type_def(resolved(api, *id)).kind
        && !union.branches.is_empty()
        && (union.branches.iter()).all(|branch| envelope(api, &branch.ty).is_some())
    {
        let text = |ty: &Type| envelope(api, ty).is_some_and(|data| is_text(api, data));
        let texts = union.branches.iter().filter(|branch| text(&branch.ty));
        let kinds = texts.flat_map(|branch| &branch.tags);
        let kinds = kinds.filter(|_| union.discriminator.as_deref() == Some("event"));
        return (ty.clone(), quote!(Whole(#(#kinds),*)));
    }
    event_data(api, ty)
}

fn event_data(api: &Api, ty: &Type) -> (Type, TokenStream) {
    match ty {
        Type::Nullable(inner) | Type::Boxed(inner) => event_data(api, inner),
        Type::Any | Type::Binary => (Type::String, word("Text")),
        _ if is_text(api, ty) => (ty.clone(), word("Text")),
        _ => (ty.clone(), word("Json")),
    }
}

/// The type of `data` in an object of the fields of an event.
fn envelope<'a>(api: &'a Api, ty: &Type) -> Option<&'a Type> {
    let id = match ty {
        Type::Named(id) => resolved(api, *id),
        Type::Boxed(inner) => return envelope(api, inner),
        _ => return None,
    };
    let TypeKind::Struct(object) = &api.type_def(id).kind else {
        return None;
    };
    let known = |name: &str| matches!(name, "data" | "event" | "id" | "retry");
    let only = object.fields.iter().all(|field| known(&field.wire_name));
    let mut fields = object.fields.iter();
    let data = fields.find(|field| field.wire_name == "data");
    data.filter(|_| only).map(|field| &field.ty)
}

/// The type behind other names for it.
fn resolved(api: &Api, mut id: TypeId) -> TypeId {
    while let TypeKind::Alias(Type::Named(inner)) = &api.type_def(id).kind {
        id = *inner;
    }
    id
}

/// Whether all values of a type are texts.
fn is_text(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::String | Type::Formatted(_) => true,
        Type::Boxed(inner) => is_text(api, inner),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Enum(list) => list.repr == EnumRepr::String,
            TypeKind::Alias(inner) | TypeKind::Newtype(inner) => is_text(api, inner),
            TypeKind::Struct(_) | TypeKind::Union(_) => false,
        },
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::Binary
        | Type::List(_)
        | Type::Tuple(..)
        | Type::Map(..)
        | Type::Nullable(_) => false,
    }
}
