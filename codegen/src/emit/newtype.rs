//! Other names for types. In: an alias or a wrapper; out: `pub type`, or a tuple struct that is what it wraps on the wire.
//! Invariant: a wrapper is written only where an alias would be recursive.

use super::file::File;
use super::{bounds, docs, ident, item, wire};
use crate::ir::{Type, TypeDef};
use quote::quote;
use syn::Item;

/// `pub type Name = T;`
pub(crate) fn alias(file: &mut File<'_>, def: &TypeDef, ty: &Type) -> Vec<Item> {
    let name = ident::ident(&def.name);
    let ty = file.ty(ty);
    let docs = super::type_docs(def);
    let deprecated = def.deprecated.then(|| quote!(#[deprecated]));
    let mut out = item(quote!(#deprecated pub type #name = #ty;));
    if let Item::Type(alias) = &mut out {
        alias.attrs.splice(0..0, docs);
    }
    vec![out]
}

/// `pub struct Name(pub T);`
pub(crate) fn wrapper(file: &mut File<'_>, def: &TypeDef, ty: &Type) -> Vec<Item> {
    let name = ident::ident(&def.name);
    let ty = file.ty(ty);
    let deprecated = def.deprecated.then(|| quote!(#[deprecated]));
    let tokens = quote! {
        #[derive(Clone, PartialEq)]
        #deprecated
        pub struct #name(pub #ty);
    };
    let inner = vec![vec![docs::attribute("The value itself.")]];
    let validate = bounds::method(file, def);
    let validate = validate.map(|validate| item(quote!(impl #name { #validate })));
    let mut out = vec![
        super::item_with_fields(tokens, super::type_docs(def), inner),
        item(quote! {
            impl From<#ty> for #name {
                #[inline]
                fn from(value: #ty) -> Self {
                    Self(value)
                }
            }
        }),
        wire::newtype(file, def, &name),
    ];
    out.extend(validate);
    out
}
