//! Defaults and constants of properties. In: a property; out: an accessor that gives the default where the key is absent,
//! and the one value that a constant has. Invariant: neither changes what is read or written: an absent key stays absent.

use super::file::{File, format_type};
use super::model::{Model, Named, Slot};
use super::{docs, ident};
use crate::ir::{self, Api, Field, Type, TypeKind};
use crate::tokens::{Literal, TokenStream, quote};
use serde_json::Value;

/// The accessors of a struct: one for each optional property whose default can be written down. Defaults of other types
/// (objects, lists with something in them, unions) are in the docs alone.
pub(crate) fn accessors<'m>(
    file: &mut File<'_>,
    model: &'m Model<'_>,
    names: &mut ident::Scope,
) -> (Vec<TokenStream>, Vec<Named<'m>>) {
    let optional = model.slots.iter().filter(|slot| !slot.field.required);
    let (mut out, mut named) = (Vec::new(), Vec::new());
    for slot in optional.filter(|slot| !slot.field.write_only) {
        if let Some(given) = slot.field.default.as_ref()
            && let Some(way) = Way::of(file, slot.field, given)
        {
            let (written, one) = accessor(file, slot, given, &way, names);
            out.push(written);
            named.push(one);
        }
    }
    (out, named)
}

/// How a default is given.
enum Way {
    /// By value.
    Copied(TokenStream),
    /// As `&str`.
    Text(String),
    /// As a reference to a constant.
    Constant(TokenStream),
    /// As an empty slice of this.
    Empty(TokenStream),
    /// By value, cloned.
    Cloned(TokenStream),
}

impl Way {
    fn of(file: &mut File<'_>, field: &Field, given: &Value) -> Option<Self> {
        let ty = match &field.ty {
            Type::Nullable(inner) => inner,
            plain => plain,
        };
        Some(match file.api().behind(ty) {
            Type::Bool => {
                let truth = given.as_bool()?;
                Self::Copied(quote!(#truth))
            }
            Type::Integer(_) => Self::Copied(whole(given)?),
            Type::Number(_) => Self::Copied(decimal(given)?),
            Type::String => Self::Text(given.as_str()?.to_owned()),
            Type::Formatted(format) => {
                let text = given.as_str()?;
                if format_type(file.api().dates, *format).is_none() {
                    return Some(Self::Text(text.to_owned()));
                }
                let formatted = file.runtime_type("Formatted");
                Self::Cloned(quote!(#formatted::from_text(#text)))
            }
            Type::List(item) => {
                given.as_array().filter(|list| list.is_empty())?;
                Self::Empty(file.ty(item))
            }
            Type::Named(id) => match &file.api().type_def(*id).kind {
                TypeKind::Enum(list) => {
                    let known = list.variants.iter().find(|one| one.value == *given)?;
                    let (name, variant) = (file.ty(ty), ident::ident(&known.name));
                    Self::Constant(quote!(#name::#variant))
                }
                TypeKind::Struct(_)
                | TypeKind::Union(_)
                | TypeKind::Alias(_)
                | TypeKind::Newtype(_) => return None,
            },
            Type::Any
            | Type::Null
            | Type::Binary
            | Type::Tuple(..)
            | Type::Map(..)
            | Type::Nullable(_)
            | Type::Boxed(_) => return None,
        })
    }
}

/// What the accessor of a default gives.
pub(crate) enum Given<'a> {
    /// The type of the property.
    Value,
    /// `&str`
    Text,
    /// A reference to the type of the property.
    Constant,
    /// A slice of this.
    Empty(&'a Type),
}

/// What the accessor of a property gives; `None` where it has none.
pub(crate) fn given<'a>(api: &'a Api, field: &'a Field) -> Option<Given<'a>> {
    let given = field.default.as_ref()?;
    if field.required || field.write_only {
        return None;
    }
    let ty = match &field.ty {
        Type::Nullable(inner) => inner,
        plain => plain,
    };
    match api.behind(ty) {
        Type::Bool => given.as_bool().map(|_| Given::Value),
        Type::Integer(_) => whole(given).map(|_| Given::Value),
        Type::Number(_) => decimal(given).map(|_| Given::Value),
        Type::String => given.as_str().map(|_| Given::Text),
        Type::Formatted(format) => given
            .as_str()
            .map(|_| match format_type(api.dates, *format) {
                Some(_) => Given::Value,
                None => Given::Text,
            }),
        Type::List(item) => {
            let empty = given.as_array().is_some_and(Vec::is_empty);
            empty.then_some(Given::Empty(item))
        }
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Enum(list) => {
                let known = list.variants.iter().any(|one| one.value == *given);
                known.then_some(Given::Constant)
            }
            TypeKind::Struct(_)
            | TypeKind::Union(_)
            | TypeKind::Alias(_)
            | TypeKind::Newtype(_) => None,
        },
        Type::Any
        | Type::Null
        | Type::Binary
        | Type::Tuple(..)
        | Type::Map(..)
        | Type::Nullable(_)
        | Type::Boxed(_) => None,
    }
}

fn accessor<'m>(
    file: &mut File<'_>,
    slot: &'m Slot<'_>,
    given: &Value,
    way: &Way,
    names: &mut ident::Scope,
) -> (TokenStream, Named<'m>) {
    let field = &slot.ident;
    let name = names.claim(&ir::joined(&slot.field.name.0, "or_default"), "_property");
    let name = ident::of(&name);
    let (ty, nullable) = match &slot.field.ty {
        Type::Nullable(inner) => (file.ty(inner), true),
        plain => (file.ty(plain), false),
    };
    let (ty, default, set, inner) = match way {
        Way::Copied(value) => (ty, value.clone(), quote!(*value), quote!(*value)),
        Way::Text(text) => (
            quote!(&str),
            quote!(#text),
            quote!(value),
            quote!(value.as_deref()),
        ),
        Way::Constant(value) => (
            quote!(&#ty),
            quote!(&#value),
            quote!(value),
            quote!(value.as_ref()),
        ),
        Way::Empty(item) => (
            quote!(&[#item]),
            quote!(&[]),
            quote!(value),
            quote!(value.as_deref()),
        ),
        Way::Cloned(value) => (
            ty,
            value.clone(),
            quote!(value.clone()),
            quote!(value.clone()),
        ),
    };
    let (ty, default, set) = if nullable {
        (file.option(&ty), quote!(Some(#default)), inner)
    } else {
        (ty, default, set)
    };
    let wire_name = docs::code(&slot.field.wire_name);
    let value = docs::quoted(&given.to_string()).unwrap_or_else(|| "its default".to_owned());
    let summary = format!(" {wire_name}, or {value} where it is absent.");
    let deprecated = slot.field.deprecated.then(|| quote!(#[deprecated]));
    let written = quote! {
        #[doc = #summary]
        #deprecated
        #[inline]
        pub fn #name(&self) -> #ty {
            match &self.#field {
                Some(value) => #set,
                None => #default,
            }
        }
    };
    let named = Named {
        field: slot.field,
        method: name,
        ty,
        sets: false,
    };
    (written, named)
}

/// The value of a required property that can have only one.
pub(crate) fn fixed(file: &mut File<'_>, field: &Field) -> Option<TokenStream> {
    match file.api().behind(&field.ty) {
        _ if !is_fixed(file.api(), field) => None,
        Type::Named(id) => match &file.api().type_def(*id).kind {
            TypeKind::Enum(list) => {
                let variant = ident::ident(&list.variants.first()?.name);
                let name = file.ty(&field.ty);
                Some(quote!(#name::#variant))
            }
            TypeKind::Struct(_)
            | TypeKind::Union(_)
            | TypeKind::Alias(_)
            | TypeKind::Newtype(_) => None,
        },
        _ => {
            let truth = constant(field)?.as_bool()?;
            Some(quote!(#truth))
        }
    }
}

/// Whether a property is required and can have only one value.
pub(crate) fn is_fixed(api: &Api, field: &Field) -> bool {
    let single = match api.behind(&field.ty) {
        Type::Bool => constant(field).is_some_and(Value::is_boolean),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Enum(list) => list.variants.len() == 1,
            TypeKind::Struct(_)
            | TypeKind::Union(_)
            | TypeKind::Alias(_)
            | TypeKind::Newtype(_) => false,
        },
        _ => false,
    };
    field.required && single
}

fn constant(field: &Field) -> Option<&Value> {
    let mut keywords = field.constraints.keywords.iter();
    keywords
        .find(|(key, _)| key == "const")
        .map(|(_, value)| value)
}

fn whole(given: &Value) -> Option<TokenStream> {
    let number = given.as_number()?;
    let float = || {
        number
            .as_f64()
            .filter(|float| float.fract() == 0.0 && float.abs() < 9e15)
    };
    #[expect(clippy::cast_possible_truncation, reason = "it is whole and small")]
    let value = number
        .as_i128()
        .or_else(|| float().map(|float| float as i128))?;
    let digits = Literal::u128_unsuffixed(value.unsigned_abs());
    Some(if value < 0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    })
}

fn decimal(given: &Value) -> Option<TokenStream> {
    let value = given.as_f64().filter(|float| float.is_finite())?;
    let digits = Literal::f64_unsuffixed(value.abs());
    Some(if value < 0.0 {
        quote!(-#digits)
    } else {
        quote!(#digits)
    })
}
