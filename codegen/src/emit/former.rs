//! Former names of what was renamed. In: a type, a method, a setter or a variant; out: an item of each former name that leads to
//! the new one and is deprecated. Invariant: nothing else of the crate refers to such an item.

use super::{docs, ident};
use crate::ir::{Enum, TypeDef};
use crate::tokens::{Ident, TokenStream, quote};

/// `pub type Old = New;`
pub(crate) fn types(def: &TypeDef) -> Vec<TokenStream> {
    let name = ident::ident(&def.name);
    let note = note(&def.name.0);
    let docs = docs::attribute(&format!("The former name of [`{}`].", def.name.0));
    let former = def.former.iter().map(ident::ident);
    former
        .map(|old| {
            quote! {
                #docs
                #[deprecated(note = #note)]
                pub type #old = #name;
            }
        })
        .collect()
}

/// What a method takes and gives.
pub(crate) struct Signature<'a> {
    /// Its name.
    pub(crate) method: &'a Ident,
    /// Its arguments, with their types.
    pub(crate) arguments: &'a [TokenStream],
    /// The names of these.
    pub(crate) words: &'a [Ident],
    /// What it gives.
    pub(crate) gives: &'a Ident,
}

/// The method under a former name.
pub(crate) fn method(signature: &Signature<'_>, old: &str) -> TokenStream {
    let Signature {
        method,
        arguments,
        words,
        gives,
    } = signature;
    let note = note(method.unraw());
    let old = ident::of(old);
    let many = (arguments.len() > 6).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #[deprecated(note = #note)]
        #many
        #[inline]
        pub fn #old(&self, #(#arguments),*) -> #gives {
            self.#method(#(#words),*)
        }
    }
}

/// What is said of such a method.
pub(crate) fn docs_of_method(method: &Ident) -> Vec<String> {
    vec![format!(
        "The former name of [`Client::{}`].",
        method.unraw()
    )]
}

/// A setter under a former name.
pub(crate) fn setter(setter: &Ident, old: &str, word: &Ident, ty: &TokenStream) -> TokenStream {
    let note = note(setter.unraw());
    let docs = docs_of_own(setter);
    let old = ident::of(old);
    quote! {
        #docs
        #[deprecated(note = #note)]
        #[inline]
        pub fn #old(self, #word: #ty) -> Self {
            self.#setter(#word)
        }
    }
}

/// What gives a default, under a former name.
pub(crate) fn accessor(accessor: &Ident, old: &str, ty: &TokenStream) -> TokenStream {
    let note = note(accessor.unraw());
    let docs = docs_of_own(accessor);
    let old = ident::of(old);
    quote! {
        #docs
        #[deprecated(note = #note)]
        #[inline]
        pub fn #old(&self) -> #ty {
            self.#accessor()
        }
    }
}

/// The variants of an enum under their former names: constants, which stand in patterns as well.
pub(crate) fn variants(list: &Enum, name: &Ident) -> Option<TokenStream> {
    let constants = list.variants.iter().flat_map(|variant| {
        let note = note(&variant.name.0);
        let docs = docs_of_own(&ident::ident(&variant.name));
        let name = ident::ident(&variant.name);
        let former = variant.former.iter().map(ident::ident);
        former.map(move |old| {
            quote! {
                #docs
                #[deprecated(note = #note)]
                pub const #old: Self = Self::#name;
            }
        })
    });
    let constants: Vec<TokenStream> = constants.collect();
    let any = !constants.is_empty();
    any.then(|| {
        quote! {
            #[allow(non_upper_case_globals)]
            impl #name { #(#constants)* }
        }
    })
}

fn docs_of_own(name: &Ident) -> TokenStream {
    docs::attribute(&format!("The former name of [`Self::{}`].", name.unraw()))
}

fn note(name: &str) -> String {
    format!("renamed to `{name}`")
}
