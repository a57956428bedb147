//! Structs. In: an object with known properties; out: the struct, its constructor and its setters. Invariant: whatever
//! the document calls required is an argument of `new`, everything else has a setter.

use super::argument::Argument;
use super::file::File;
use super::{docs, ident, item, item_with_fields, wire};
use crate::ir::{self, Extra, Field, Struct, TypeDef};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Ident, Item};

/// A property, ready to be written.
pub(crate) struct Slot<'a> {
    /// The property.
    pub(crate) field: &'a Field,
    /// Its Rust name.
    pub(crate) ident: Ident,
    /// The type of the struct's field.
    pub(crate) ty: TokenStream,
}

/// A struct, ready to be written.
pub(crate) struct Model<'a> {
    /// Its definition.
    pub(crate) def: &'a TypeDef,
    /// Its name.
    pub(crate) ident: Ident,
    /// Its properties.
    pub(crate) slots: Vec<Slot<'a>>,
    /// The field for what the document does not name, with its type.
    pub(crate) extra: Option<(Ident, TokenStream)>,
}

/// The items of a struct.
pub(crate) fn items(file: &mut File<'_>, def: &TypeDef, object: &Struct) -> Vec<Item> {
    let model = Model::new(file, def, object);
    let mut out = vec![definition(&model), construction(file, &model)];
    out.extend(wire::object(file, &model));
    out
}

impl<'a> Model<'a> {
    fn new(file: &mut File<'_>, def: &'a TypeDef, object: &'a Struct) -> Self {
        let mut names = ident::Scope::default();
        let slots = object.fields.iter().map(|field| {
            names.claim(&field.name.0, "_");
            let ty = file.ty(&field.ty);
            Slot {
                field,
                ident: ident::ident(&field.name),
                ty: if field.required { ty } else { file.option(&ty) },
            }
        });
        let slots = slots.collect();
        let ty = match &object.extra {
            Extra::Denied => None,
            Extra::Any => Some(file.runtime_type("Extra")),
            Extra::Typed(ty) => Some(file.ty(&ir::Type::Map(None, Box::new(ty.clone())))),
        };
        let name = names.claim("additional_properties", "_");
        Self {
            def,
            ident: ident::ident(&def.name),
            slots,
            extra: ty.map(|ty| (ident::of(&name), ty)),
        }
    }

    /// Whether there is a property that must be there.
    pub(crate) fn has_required(&self) -> bool {
        self.slots.iter().any(|slot| slot.field.required)
    }
}

fn definition(model: &Model<'_>) -> Item {
    let name = &model.ident;
    let derives = if model.has_required() {
        quote!(#[derive(Clone, PartialEq)])
    } else {
        quote!(#[derive(Clone, Default, PartialEq)])
    };
    let open = model
        .def
        .direction
        .response
        .then(|| quote!(#[non_exhaustive]));
    let deprecated = model.def.deprecated.then(|| quote!(#[deprecated]));
    let fields = model.slots.iter().map(|slot| {
        let Slot { ident, ty, field } = slot;
        let deprecated = field.deprecated.then(|| quote!(#[deprecated]));
        quote!(#deprecated pub #ident: #ty)
    });
    let extra = model
        .extra
        .iter()
        .map(|(ident, ty)| quote!(pub #ident: #ty));
    let fields = fields.chain(extra);
    let tokens = quote! {
        #derives
        #open
        #deprecated
        pub struct #name { #(#fields),* }
    };
    item_with_fields(tokens, super::type_docs(model.def), field_docs(model))
}

fn field_docs(model: &Model<'_>) -> Vec<Vec<Attribute>> {
    let mut out: Vec<Vec<Attribute>> = model
        .slots
        .iter()
        .map(|slot| docs::attributes(&field_lines(slot.field)))
        .collect();
    if model.extra.is_some() {
        out.push(vec![docs::attribute(
            "Properties that the document does not name.",
        )]);
    }
    out
}

fn field_lines(field: &Field) -> Vec<String> {
    let mut lines = docs::lines(&field.docs, &format!("{}.", docs::code(&field.wire_name)));
    let facts = docs::facts(field.default.as_ref(), &field.constraints);
    docs::append(&mut lines, facts);
    lines
}

/// `new`, and the setters of what a client sends.
fn construction(file: &mut File<'_>, model: &Model<'_>) -> Item {
    let name = &model.ident;
    let required: Vec<(&Slot<'_>, Argument)> = model
        .slots
        .iter()
        .filter(|slot| slot.field.required)
        .map(|slot| (slot, Argument::new(file, &slot.field.ty)))
        .collect();
    let arguments = required.iter().map(|(slot, argument)| {
        let (ident, ty) = (&slot.ident, &argument.ty);
        quote!(#ident: #ty)
    });
    let summary = if required.is_empty() {
        " An empty one."
    } else {
        " One with the properties that must be there."
    };
    let allow = (required.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let (fields, blank) = initial(file, model, &required);
    let setters = if model.def.direction.request {
        setters(file, model)
    } else {
        Vec::new()
    };
    item(quote! {
        impl #name {
            #[doc = #summary]
            #allow
            pub fn new(#(#arguments),*) -> Self {
                #fields
            }

            #(#setters)*

            #blank
        }
    })
}

/// What `new` gives, and the placeholder that it starts from.
fn initial(
    file: &mut File<'_>,
    model: &Model<'_>,
    required: &[(&Slot<'_>, Argument)],
) -> (TokenStream, TokenStream) {
    if required.is_empty() {
        return (quote!(Self::default()), TokenStream::new());
    }
    let given = required.iter().map(|(slot, argument)| {
        let ident = &slot.ident;
        if argument.is_plain() {
            quote!(#ident)
        } else {
            let value = argument.convert(&quote!(#ident));
            quote!(#ident: #value)
        }
    });
    let complete = model.extra.is_none() && required.len() == model.slots.len();
    let rest = (!complete).then(|| quote!(..Self::blank()));
    (quote!(Self { #(#given,)* #rest }), wire::blank(file, model))
}

fn setters(file: &mut File<'_>, model: &Model<'_>) -> Vec<TokenStream> {
    let optional = model.slots.iter().filter(|slot| !slot.field.required);
    let mut names = ident::Scope::default();
    optional
        .map(|slot| {
            let ident = &slot.ident;
            let setter = ident::with(&slot.field.name, &mut names);
            let argument = Argument::new(file, &slot.field.ty);
            let ty = &argument.ty;
            let value = argument.convert(&quote!(#ident));
            let summary = format!(" Sets {}.", docs::code(&slot.field.wire_name));
            let deprecated = slot.field.deprecated.then(|| quote!(#[deprecated]));
            quote! {
                #[doc = #summary]
                #deprecated
                pub fn #setter(mut self, #ident: #ty) -> Self {
                    self.#ident = Some(#value);
                    self
                }
            }
        })
        .collect()
}
