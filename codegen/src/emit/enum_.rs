//! Enums. In: a list of values; out: the enum and its conversions to and from the values on the wire. Invariant: an open
//! enum keeps an unknown value and gives it back as it was.

use super::file::File;
use super::{docs, former, ident, wire};
use crate::ir::{Enum, EnumRepr, TypeDef, Variant};
use crate::tokens::{Ident, Literal, TokenStream, quote};

/// The items of an enum.
pub(crate) fn items(file: &mut File<'_>, def: &TypeDef, list: &Enum) -> Vec<TokenStream> {
    let name = ident::ident(&def.name);
    let mut out = vec![definition(file, def, list, &name)];
    match list.repr {
        EnumRepr::String => out.extend(text(list, &name)),
        EnumRepr::Integer => out.extend(integer(list, &name)),
        EnumRepr::Mixed => out.extend(mixed(file, list, &name)),
    }
    out.extend(former::variants(list, &name));
    out.extend(wire::values(file, def, &name, list));
    out
}

fn definition(file: &mut File<'_>, def: &TypeDef, list: &Enum, name: &Ident) -> TokenStream {
    let copy = (!list.open).then(|| quote!(Copy,));
    let derives = match list.repr {
        // What is compared otherwise cannot stand in patterns, where its variants were known by their former names.
        EnumRepr::String if has_former(list) => quote!(#[derive(Clone, #copy PartialEq, Eq)]),
        EnumRepr::String => quote!(#[derive(Clone, #copy)]),
        EnumRepr::Integer => {
            quote!(#[derive(Clone, #copy Debug, PartialEq, Eq, Hash, PartialOrd, Ord)])
        }
        EnumRepr::Mixed => quote!(#[derive(Clone, #copy Debug, PartialEq)]),
    };
    let deprecated = def.deprecated.then(|| quote!(#[deprecated]));
    let variants = list.variants.iter().map(|v| {
        let docs = docs::attributes(&variant_lines(v));
        let name = ident::ident(&v.name);
        quote!(#docs #name)
    });
    let other = list.open.then(|| {
        let other = ident::ident(&list.other);
        let kept = match list.repr {
            EnumRepr::String => file.prelude("std::string", "String"),
            EnumRepr::Integer => quote!(i64),
            EnumRepr::Mixed => file.runtime_type("Value"),
        };
        let docs = docs::attribute("A value that this version does not know, as it was sent.");
        quote!(#docs #other(#kept))
    });
    let variants = variants.chain(other);
    let docs = super::type_docs(def);
    quote! {
        #docs
        #derives
        #[non_exhaustive]
        #deprecated
        pub enum #name { #(#variants),* }
    }
}

/// Whether any variant has a former name.
pub(crate) fn has_former(list: &Enum) -> bool {
    list.variants
        .iter()
        .any(|variant| !variant.former.is_empty())
}

fn variant_lines(variant: &Variant) -> Vec<String> {
    let value = match &variant.value {
        serde_json::Value::String(text) => docs::code(text),
        other => docs::code(&other.to_string()),
    };
    let lines = docs::lines(&variant.docs, &value);
    if lines[0] == value {
        return lines;
    }
    docs::labelled(&value, lines)
}

/// Conversions of an enum of strings.
fn text(list: &Enum, name: &Ident) -> Vec<TokenStream> {
    let names: Vec<Ident> = list
        .variants
        .iter()
        .map(|v| ident::ident(&v.name))
        .collect();
    let values: Vec<&str> = list
        .variants
        .iter()
        .map(|v| v.value.as_str().unwrap_or_default())
        .collect();
    let other = ident::ident(&list.other);
    let kept = list.open.then(|| quote!(Self::#other(text) => text,));
    let accessor = quote! {
        /// The value on the wire.
        #[inline]
        pub fn as_str(&self) -> &str {
            match self {
                #(Self::#names => #values,)*
                #kept
            }
        }
    };
    if !list.open {
        return vec![quote! {
            impl #name {
                #accessor
                #[inline]
                fn known(text: &str) -> Option<Self> {
                    match text {
                        #(#values => Some(Self::#names),)*
                        _ => None,
                    }
                }
            }
        }];
    }
    vec![
        quote!(impl #name { #accessor }),
        quote! {
            impl From<&str> for #name {
                #[inline]
                fn from(text: &str) -> Self {
                    match text {
                        #(#values => Self::#names,)*
                        unknown => Self::#other(unknown.to_owned()),
                    }
                }
            }
        },
    ]
}

/// Conversions of an enum of integers.
fn integer(list: &Enum, name: &Ident) -> Vec<TokenStream> {
    let names: Vec<Ident> = list
        .variants
        .iter()
        .map(|v| ident::ident(&v.name))
        .collect();
    let values: Vec<Literal> = list
        .variants
        .iter()
        .map(|v| Literal::i64_unsuffixed(v.value.as_i64().unwrap_or_default()))
        .collect();
    let other = ident::ident(&list.other);
    let kept = list.open.then(|| quote!(Self::#other(number) => *number,));
    let accessor = quote! {
        /// The value on the wire.
        #[inline]
        pub fn as_i64(&self) -> i64 {
            match self {
                #(Self::#names => #values,)*
                #kept
            }
        }
    };
    if !list.open {
        return vec![quote! {
            impl #name {
                #accessor
                #[inline]
                fn known(number: i64) -> Option<Self> {
                    match number {
                        #(#values => Some(Self::#names),)*
                        _ => None,
                    }
                }
            }
        }];
    }
    vec![
        quote!(impl #name { #accessor }),
        quote! {
            impl From<i64> for #name {
                #[inline]
                fn from(number: i64) -> Self {
                    match number {
                        #(#values => Self::#names,)*
                        unknown => Self::#other(unknown),
                    }
                }
            }
        },
    ]
}

/// Conversions of an enum of anything: the values stand in a table of JSON texts.
fn mixed(file: &mut File<'_>, list: &Enum, name: &Ident) -> Vec<TokenStream> {
    let rt = file.runtime();
    let names: Vec<Ident> = list
        .variants
        .iter()
        .map(|v| ident::ident(&v.name))
        .collect();
    let texts = list.variants.iter().map(|v| v.value.to_string());
    let indices: Vec<Literal> = (0..names.len()).map(Literal::usize_unsuffixed).collect();
    let other = ident::ident(&list.other);
    let kept = list
        .open
        .then(|| quote!(Self::#other(value) => return value.clone(),));
    let known = quote! {
        fn known(value: &#rt::Value) -> Option<Self> {
            match #rt::find_constant(Self::VALUES, value) {
                #(Some(#indices) => Some(Self::#names),)*
                _ => None,
            }
        }
    };
    let mut out = vec![quote! {
        impl #name {
            const VALUES: &'static [&'static str] = &[#(#texts),*];
            /// The value on the wire.
            #[inline]
            pub fn to_value(&self) -> #rt::Value {
                let index = match self {
                    #(Self::#names => #indices,)*
                    #kept
                };
                #rt::constant(Self::VALUES[index])
            }
            #known
        }
    }];
    if list.open {
        out.push(quote! {
            impl From<#rt::Value> for #name {
                #[inline]
                fn from(value: #rt::Value) -> Self {
                    Self::known(&value).unwrap_or(Self::#other(value))
                }
            }
        });
    }
    out
}
