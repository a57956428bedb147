//! Unions. In: one of several types; out: an enum with a variant for each, and the table by which the runtime chooses.
//! Invariant: a value that fits no branch is kept as JSON.

use super::file::File;
use super::{bounds, docs, ident, wire};
use crate::ir::{self, Branch, TypeDef, Union};
use crate::tokens::{Ident, TokenStream, quote};
use std::collections::HashMap;

/// The items of a union.
pub(crate) fn items(file: &mut File<'_>, def: &TypeDef, union: &Union) -> Vec<TokenStream> {
    let name = ident::ident(&def.name);
    let value = file.runtime_type("Value");
    let unknown = ident::ident(&union.unknown);
    let deprecated = def.deprecated.then(|| quote!(#[deprecated]));
    let variants = union.branches.iter().map(|branch| variant(file, branch));
    let variants: Vec<TokenStream> = variants.collect();
    let docs = super::type_docs(def);
    let kept = docs::attribute("A value that fits none of the others, as it was sent.");
    let mut out = vec![quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        #deprecated
        pub enum #name {
            #(#variants,)*
            #kept
            #unknown(#value),
        }
    }];
    out.extend(conversions(file, union, &name));
    if let Some(validate) = bounds::method(file, def) {
        out.push(quote!(impl #name { #validate }));
    }
    out.push(wire::union(file, def, union, &name));
    let rt = file.runtime();
    out.push(quote!(#rt::with_serde!(#name);));
    out
}

fn variant(file: &mut File<'_>, branch: &Branch) -> TokenStream {
    let fallback = match branch.tags.as_slice() {
        _ if branch.constant.is_some() => constant(branch),
        [] => format!("{}.", docs::code(&branch.name.0)),
        tags => {
            let tags: Vec<String> = tags.iter().map(|tag| docs::code(tag)).collect();
            format!("Told by {}.", tags.join(", "))
        }
    };
    let docs = docs::attributes(&docs::lines(&branch.docs, &fallback));
    let name = ident::ident(&branch.name);
    if branch.constant.is_some() {
        return quote!(#docs #name);
    }
    let ty = file.ty(&branch.ty);
    quote!(#docs #name(#ty))
}

fn constant(branch: &Branch) -> String {
    match branch.constant.as_deref().unwrap_or_default() {
        "" => "The empty text.".to_owned(),
        text => format!("The text {}.", docs::code(text)),
    }
}

/// The branches whose type no other has.
pub(crate) fn convertible<'a>(api: &ir::Api, union: &'a Union) -> Vec<&'a Branch> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let keys: Vec<String> = union
        .branches
        .iter()
        .map(|branch| match &branch.constant {
            Some(text) => format!("Constant({text:?})"),
            None => resolved(api, &branch.ty),
        })
        .collect();
    for key in &keys {
        *seen.entry(key.clone()).or_default() += 1;
    }
    let own = union.branches.iter().zip(keys);
    let unique = own.filter(|(_, key)| seen.get(key) == Some(&1) && key != "Any");
    let unique = unique.filter(|(branch, _)| branch.constant.is_none());
    unique.map(|(branch, _)| branch).collect()
}

/// `From` a branch's type, where only one branch has it.
fn conversions(file: &mut File<'_>, union: &Union, name: &Ident) -> Vec<TokenStream> {
    convertible(file.api(), union)
        .into_iter()
        .map(|branch| {
            let variant = ident::ident(&branch.name);
            let (ty, value) = match &branch.ty {
                ir::Type::Boxed(inner) => (file.ty(inner), quote!(Box::new(value))),
                plain => (file.ty(plain), quote!(value)),
            };
            quote! {
                impl From<#ty> for #name {
                    #[inline]
                    fn from(value: #ty) -> Self {
                        Self::#variant(#value)
                    }
                }
            }
        })
        .collect()
}

/// A type with its aliases and boxes taken away, as text to compare by.
fn resolved(api: &ir::Api, ty: &ir::Type) -> String {
    use ir::Type;
    match api.behind(ty) {
        Type::Boxed(inner) => resolved(api, inner),
        Type::List(item) => format!("List({})", resolved(api, item)),
        Type::Nullable(inner) => format!("Nullable({})", resolved(api, inner)),
        Type::Map(key, value) => format!("Map({key:?}, {})", resolved(api, value)),
        Type::Tuple(items, rest) => {
            let items: Vec<String> = items.iter().map(|item| resolved(api, item)).collect();
            let rest = rest.as_ref().map(|rest| resolved(api, rest));
            format!("Tuple({items:?}, {rest:?})")
        }
        bare @ Type::Formatted(format) => match super::file::format_type(api.dates, *format) {
            Some(_) => format!("{bare:?}"),
            None => "String".to_owned(),
        },
        bare @ (Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Binary
        | Type::Named(_)) => format!("{bare:?}"),
    }
}
