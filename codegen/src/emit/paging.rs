//! Paging. In: how an operation pages; out: the plan that the pages follow, and the way to their items. Invariant:
//! the runtime turns the pages; only the way to the items is written here.

use super::file::File;
use super::operation::Parts;
use crate::ir::{Api, ContentKind, Field, Operation, Paging, PagingKind, Type, TypeKind};
use crate::tokens::{Ident, Literal, TokenStream, quote};

/// The impl that says how an operation pages.
pub(crate) fn paged(file: &mut File<'_>, parts: &Parts<'_>) -> Vec<TokenStream> {
    let plain = parts
        .operation
        .paging
        .as_ref()
        .filter(|_| parts.success.is_plain());
    let Some(paging) = plain else {
        return Vec::new();
    };
    let rt = file.runtime();
    let name = &parts.name;
    let output = &parts.success.ty;
    let item_type = file.ty(&paging.item);
    let kind = kind(&rt, &paging.kind);
    let path = path(&paging.items);
    let items = items(file, parts, paging);
    let paged = quote! {
        impl #rt::Paged for #name {
            type Item = #item_type;
            #[inline]
            fn plan() -> &'static #rt::PagePlan {
                static PLAN: #rt::PagePlan = #rt::PagePlan { kind: #kind, items: #path };
                &PLAN
            }
            #[inline]
            fn items(page: #output) -> Vec<#item_type> {
                #items
            }
        }
    };
    vec![quote!(#rt::pages!(#name);), paged]
}

/// The ways to the items of one response while it arrives.
pub(crate) fn listed(file: &mut File<'_>, parts: &Parts<'_>) -> Option<TokenStream> {
    let (ty, path) = list(file.api(), parts.operation).filter(|_| parts.success.is_plain())?;
    let rt = file.runtime();
    let (name, failure) = (&parts.name, &parts.failure.ty);
    let ty = file.ty(&ty);
    Some(quote!(#rt::listed!(#name, #ty, #failure, [#(#path),*]);))
}

/// The items of the list that a success is, or that its pages are of, and the keys that lead to it.
pub(crate) fn list(api: &Api, operation: &Operation) -> Option<(Type, Vec<String>)> {
    let [case] = &operation.success.cases[..] else {
        return None;
    };
    let [content] = &case.contents[..] else {
        return None;
    };
    if content.kind != ContentKind::Json {
        return None;
    }
    if let Some(paging) = &operation.paging {
        return Some((paging.item.clone(), paging.items.clone()));
    }
    match api.behind(&content.ty).clone() {
        Type::List(item) => Some((*item, Vec::new())),
        _ => None,
    }
}

/// The way from the body to its items, through properties that may be absent or null.
fn items(file: &File<'_>, parts: &Parts<'_>, paging: &Paging) -> TokenStream {
    let Some(content) = parts.success.arms.iter().find_map(|arm| arm.content) else {
        return quote!({
            let _ = page;
            Vec::new()
        });
    };
    let mut ty = content.ty.clone();
    let mut value = quote!(page);
    for key in &paging.items {
        // Whatever may be absent on the way has no items.
        let (inner, options) = bare(file, ty);
        let Some((field, word)) = field(file, &inner, key) else {
            return quote!({
                let _ = page;
                Vec::new()
            });
        };
        for _ in 1..options {
            value = quote!(#value.flatten());
        }
        value = if options > 0 {
            quote!(match #value { Some(inner) => inner.#word, None => return Vec::new() })
        } else {
            quote!(#value.#word)
        };
        ty = if field.required {
            field.ty.clone()
        } else {
            Type::Nullable(Box::new(field.ty.clone()))
        };
    }
    unwrapped(file, ty, value)
}

/// The list itself, from under its options.
fn unwrapped(file: &File<'_>, ty: Type, value: TokenStream) -> TokenStream {
    match ty {
        Type::Nullable(inner) => match resolved(file, *inner) {
            Type::Nullable(inner) => {
                unwrapped(file, Type::Nullable(inner), quote!(#value.flatten()))
            }
            _ => quote!(#value.unwrap_or_default()),
        },
        Type::Boxed(inner) => unwrapped(file, *inner, quote!(*#value)),
        other => match resolved(file, other.clone()) {
            resolved if resolved == other => value,
            resolved => unwrapped(file, resolved, value),
        },
    }
}

/// A type without aliases, boxes and options, and how many options there were.
fn bare(file: &File<'_>, ty: Type) -> (Type, usize) {
    match resolved(file, ty) {
        Type::Nullable(inner) => {
            let (inner, options) = bare(file, *inner);
            (inner, options + 1)
        }
        Type::Boxed(inner) => bare(file, *inner),
        other => (other, 0),
    }
}

fn resolved(file: &File<'_>, ty: Type) -> Type {
    file.api().behind(&ty).clone()
}

fn field<'a>(file: &File<'a>, ty: &Type, key: &str) -> Option<(&'a Field, Ident)> {
    let Type::Named(id) = ty else { return None };
    let TypeKind::Struct(object) = &file.api().type_def(*id).kind else {
        return None;
    };
    let field = object.fields.iter().find(|field| field.wire_name == key)?;
    Some((field, super::ident::ident(&field.name)))
}

fn kind(rt: &TokenStream, kind: &PagingKind) -> TokenStream {
    match kind {
        PagingKind::Offset {
            offset,
            limit,
            limit_default,
            total,
        } => {
            let offset = Literal::usize_unsuffixed(*offset);
            let limit = number(limit.map(Literal::usize_unsuffixed));
            let limit_default = number(limit_default.map(Literal::u64_unsuffixed));
            let total = optional_path(total.as_deref());
            quote!(#rt::PageKind::Offset {
                offset: #offset,
                limit: #limit,
                limit_default: #limit_default,
                total: #total,
            })
        }
        PagingKind::Page {
            page,
            limit,
            limit_default,
            first,
            total_pages,
            total,
        } => {
            let page = Literal::usize_unsuffixed(*page);
            let limit = number(limit.map(Literal::usize_unsuffixed));
            let limit_default = number(limit_default.map(Literal::u64_unsuffixed));
            let first = Literal::u64_unsuffixed(*first);
            let total_pages = optional_path(total_pages.as_deref());
            let total = optional_path(total.as_deref());
            quote!(#rt::PageKind::Page {
                page: #page,
                limit: #limit,
                limit_default: #limit_default,
                first: #first,
                total_pages: #total_pages,
                total: #total,
            })
        }
        PagingKind::Cursor { cursor, next, more } => {
            let cursor = Literal::usize_unsuffixed(*cursor);
            let next = path(next);
            let more = optional_path(more.as_deref());
            quote!(#rt::PageKind::Cursor { cursor: #cursor, next: #next, more: #more })
        }
        PagingKind::NextUrl { next } => {
            let next = path(next);
            quote!(#rt::PageKind::NextUrl { next: #next })
        }
        PagingKind::LinkHeader => quote!(#rt::PageKind::LinkHeader),
    }
}

fn number(number: Option<Literal>) -> TokenStream {
    match number {
        Some(number) => quote!(Some(#number)),
        None => quote!(None),
    }
}

fn path(keys: &[String]) -> TokenStream {
    quote!(&[#(#keys),*])
}

fn optional_path(keys: Option<&[String]>) -> TokenStream {
    match keys {
        Some(keys) => {
            let path = path(keys);
            quote!(Some(#path))
        }
        None => quote!(None),
    }
}
