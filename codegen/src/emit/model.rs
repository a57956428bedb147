//! Structs. In: an object with known properties; out: the struct, its constructor and its setters. Invariant: whatever
//! the document calls required is an argument of `new`, unless it can have only one value; everything else has a
//! setter.

use super::argument::Argument;
use super::file::File;
use super::{bounds, default, docs, former, ident, wire};
use crate::ir::{self, Extra, Field, Struct, TypeDef};
use crate::tokens::{Ident, TokenStream, quote};

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
pub(crate) fn items(file: &mut File<'_>, def: &TypeDef, object: &Struct) -> Vec<TokenStream> {
    let model = Model::new(file, def, object);
    let start = Start::new(file, &model);
    let mut out = vec![definition(&model), construction(file, &model, &start)];
    out.extend(wire::object(file, &model, start.arguments.is_empty()));
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
}

fn definition(model: &Model<'_>) -> TokenStream {
    let name = &model.ident;
    let deprecated = model.def.deprecated.then(|| quote!(#[deprecated]));
    let fields = model.slots.iter().map(|slot| {
        let Slot { ident, ty, field } = slot;
        let docs = docs::attributes(&field_lines(field));
        let deprecated = field.deprecated.then(|| quote!(#[deprecated]));
        quote!(#docs #deprecated pub #ident: #ty)
    });
    let extra = model.extra.iter().map(|(ident, ty)| {
        let docs = docs::attribute("Properties that the document does not name.");
        quote!(#docs pub #ident: #ty)
    });
    let fields = fields.chain(extra);
    let docs = super::type_docs(model.def);
    quote! {
        #docs
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        #deprecated
        pub struct #name { #(#fields),* }
    }
}

fn field_lines(field: &Field) -> Vec<String> {
    let mut lines = docs::lines(&field.docs, &format!("{}.", docs::code(&field.wire_name)));
    let facts = docs::facts(field.default.as_ref(), &field.constraints);
    docs::append(&mut lines, facts);
    lines
}

/// `new`, the setters of what a client sends, and the defaults of what it receives.
fn construction(file: &mut File<'_>, model: &Model<'_>, start: &Start<'_, '_>) -> TokenStream {
    let name = &model.ident;
    let arguments = start.arguments.iter().map(|(slot, argument)| {
        let (ident, ty) = (&slot.ident, &argument.ty);
        quote!(#ident: #ty)
    });
    let summary = start.summary();
    let allow = (start.arguments.len() > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    let fields = initial(file, model, start);
    let mut names = ident::Scope::with(&["new"]);
    let (setters, set) = if model.def.direction.request {
        setters(file, model, &mut names)
    } else {
        Default::default()
    };
    let (defaults, given) = if model.def.direction.response {
        default::accessors(file, model, &mut names)
    } else {
        Default::default()
    };
    let former = set.iter().chain(&given);
    let former: Vec<TokenStream> = former
        .flat_map(|one| one.under_former_names(&mut names))
        .collect();
    let validate = bounds::method(file, model.def);
    quote! {
        impl #name {
            #[doc = #summary]
            #allow
            #[inline]
            pub fn new(#(#arguments),*) -> Self {
                #fields
            }

            #(#setters)*

            #(#defaults)*

            #(#former)*

            #validate
        }
    }
}

/// What a struct begins with.
struct Start<'m, 'a> {
    /// The required properties that `new` asks for.
    arguments: Vec<(&'m Slot<'a>, Argument)>,
    /// The required properties that can have only one value, with that.
    fixed: Vec<(&'m Slot<'a>, TokenStream)>,
}

impl<'m, 'a> Start<'m, 'a> {
    fn new(file: &mut File<'_>, model: &'m Model<'a>) -> Self {
        let (mut arguments, mut fixed) = (Vec::new(), Vec::new());
        for slot in model.slots.iter().filter(|slot| slot.field.required) {
            match default::fixed(file, slot.field) {
                Some(value) => fixed.push((slot, value)),
                None => arguments.push((slot, Argument::new(file, &slot.field.ty))),
            }
        }
        Self { arguments, fixed }
    }

    fn summary(&self) -> &'static str {
        match (self.arguments.is_empty(), self.fixed.is_empty()) {
            (true, true) => " An empty one.",
            (false, true) => " One with the properties that must be there.",
            (true, false) => " One with the properties that can have only one value.",
            (false, false) => {
                " One with the properties that must be there; those that can have only one value have it."
            }
        }
    }
}

/// What `new` gives: what must be there, and nothing of the rest.
fn initial(file: &mut File<'_>, model: &Model<'_>, start: &Start<'_, '_>) -> TokenStream {
    let rt = file.runtime();
    let required = start.arguments.len() + start.fixed.len();
    if required == 0 && (model.extra.is_some() || !model.slots.is_empty()) {
        return quote!(#rt::Wire::blank());
    }
    let given = start.arguments.iter().map(|(slot, argument)| {
        let ident = &slot.ident;
        if argument.is_plain() {
            quote!(#ident)
        } else {
            let value = argument.convert(&quote!(#ident));
            quote!(#ident: #value)
        }
    });
    let fixed = start.fixed.iter().map(|(slot, value)| {
        let ident = &slot.ident;
        quote!(#ident: #value)
    });
    let complete = model.extra.is_none() && required == model.slots.len();
    let rest = (!complete).then(|| quote!(..#rt::Wire::blank()));
    let given = given.chain(fixed);
    quote!(Self { #(#given,)* #rest })
}

/// A method that is called after a property, and may be again by what that was called.
pub(crate) struct Named<'m> {
    /// The property.
    pub(crate) field: &'m Field,
    /// The method.
    pub(crate) method: Ident,
    /// What it takes, or what gives a default.
    pub(crate) ty: TokenStream,
    /// Whether it is a setter.
    pub(crate) sets: bool,
}

impl Named<'_> {
    fn under_former_names(&self, names: &mut ident::Scope) -> Vec<TokenStream> {
        let former = self.field.former.iter().map(|old| match self.sets {
            true => ir::joined("with", &old.0),
            false => ir::joined(&old.0, "or_default"),
        });
        let former = former.filter(|old| names.take(old));
        let word = ident::ident(&self.field.name);
        former
            .map(|old| match self.sets {
                true => former::setter(&self.method, &old, &word, &self.ty),
                false => former::accessor(&self.method, &old, &self.ty),
            })
            .collect()
    }
}

fn setters<'m>(
    file: &mut File<'_>,
    model: &'m Model<'_>,
    names: &mut ident::Scope,
) -> (Vec<TokenStream>, Vec<Named<'m>>) {
    let optional = model.slots.iter().filter(|slot| !slot.field.required);
    optional
        .map(|slot| {
            let ident = &slot.ident;
            let setter = ident::with(&slot.field.name, names);
            let argument = Argument::new(file, &slot.field.ty);
            let ty = &argument.ty;
            let value = argument.convert(&quote!(#ident));
            let summary = format!(" Sets {}.", docs::code(&slot.field.wire_name));
            let deprecated = slot.field.deprecated.then(|| quote!(#[deprecated]));
            let written = quote! {
                #[doc = #summary]
                #deprecated
                #[inline]
                pub fn #setter(mut self, #ident: #ty) -> Self {
                    self.#ident = Some(#value);
                    self
                }
            };
            let named = Named {
                field: slot.field,
                method: setter,
                ty: argument.ty,
                sets: true,
            };
            (written, named)
        })
        .unzip()
}
