//! Other names for types. In: an alias or a wrapper; out: `pub type`, or a tuple struct that is what it wraps on the wire.
//! Invariant: a wrapper is written only where an alias would be recursive.

use super::file::File;
use super::{bounds, docs, ident, wire};
use crate::ir::{Type, TypeDef};
use crate::tokens::{TokenStream, quote};

/// `pub type Name = T;`
pub(crate) fn alias(file: &mut File<'_>, def: &TypeDef, ty: &Type) -> Vec<TokenStream> {
    let name = ident::ident(&def.name);
    let fallback = match ty {
        // Two inline schemas that are equal: neither refers to the other in the document.
        Type::Named(id) if !def.root && !file.api().type_def(*id).root => {
            let other = &file.api().type_def(*id).wire_name;
            let (own, other) = (docs::code(&def.wire_name), docs::code(other));
            format!("The value of {own}, which is like that of {other}.")
        }
        _ => super::type_summary(def),
    };
    let ty = file.ty(ty);
    let docs = super::type_docs_or(def, &fallback);
    let deprecated = def.deprecated.then(|| quote!(#[deprecated]));
    vec![quote!(#docs #deprecated pub type #name = #ty;)]
}

/// `pub struct Name(pub T);`
pub(crate) fn wrapper(file: &mut File<'_>, def: &TypeDef, ty: &Type) -> Vec<TokenStream> {
    let name = ident::ident(&def.name);
    let ty = file.ty(ty);
    let deprecated = def.deprecated.then(|| quote!(#[deprecated]));
    let docs = super::type_docs(def);
    let inner = docs::attribute("The value itself.");
    let validate = bounds::method(file, def);
    let validate = validate.map(|validate| quote!(impl #name { #validate }));
    let mut out = vec![
        quote! {
            #docs
            #[derive(Clone, PartialEq)]
            #deprecated
            pub struct #name(#inner pub #ty);
        },
        quote! {
            impl From<#ty> for #name {
                #[inline]
                fn from(value: #ty) -> Self {
                    Self(value)
                }
            }
        },
        wire::newtype(file, def, &name),
    ];
    out.extend(validate);
    out
}
