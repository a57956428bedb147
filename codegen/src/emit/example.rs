//! Values for the examples in the docs. In: a type and a value that the document gives for it; out: a Rust expression.
//! Invariant: the expression has the type, whatever the document's value looks like; a value that does not fit is replaced.

use super::file::{FormatType, format_type};
use super::{ident, sample};
use crate::ir::{self, Constraints, Type, TypeKind};
use crate::tokens::{Ident, Literal, TokenStream, quote};
use serde_json::Value;

/// How deep values are spelled out.
const DEPTH: usize = 4;
/// How many items of a list are shown.
const ITEMS: usize = 3;
/// The longest text that is shown.
const TEXT: usize = 60;

/// Whether an expression may have a type that is only converted into the wanted one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Want {
    /// It is an argument, which converts.
    Argument,
    /// It is a part of a value, and has its exact type.
    Exact,
}

/// Writes example expressions for one API.
#[derive(Debug)]
pub(crate) struct Examples<'a> {
    /// The API.
    pub(crate) api: &'a ir::Api,
    /// The crate, as a dependent names it.
    pub(crate) krate: Ident,
    /// The module of the API.
    pub(crate) module: Ident,
}

/// What a file holds, unless the document has something as short.
const CONTENTS: &str = "contents";

impl Examples<'_> {
    /// An expression of a type.
    pub(crate) fn value(&self, ty: &Type, given: Option<&Value>, want: Want) -> TokenStream {
        self.at(ty, given, want, 0)
    }

    /// The argument that stands for a parameter. Where that must be there, an object has a property: an empty one is
    /// nothing on its way.
    pub(crate) fn parameter(&self, parameter: &ir::Parameter) -> TokenStream {
        let given = parameter.example.as_ref().or(parameter.default.as_ref());
        let bounds = &parameter.constraints;
        let value = self.bounded(&parameter.ty, bounds, given, Want::Argument, 0);
        let setter = match parameter.required {
            true => self.setter(&parameter.ty),
            false => None,
        };
        quote!(#value #setter)
    }

    /// The setter of the first property of an object that would have none.
    fn setter(&self, ty: &Type) -> Option<TokenStream> {
        let Type::Named(id) = ty else { return None };
        let TypeKind::Struct(object) = &self.api.type_def(*id).kind else {
            return None;
        };
        let first = object.fields.iter().find(|field| !field.read_only)?;
        if object.fields.iter().any(|field| field.required) {
            return None;
        }
        let name = ident::with(&first.name, &mut ident::Scope::with(&["new"]));
        let given = first.example.as_ref();
        let value = self.bounded(&first.ty, &first.constraints, given, Want::Argument, 1);
        Some(quote!(.#name(#value)))
    }

    fn at(&self, ty: &Type, given: Option<&Value>, want: Want, depth: usize) -> TokenStream {
        match ty {
            Type::Any | Type::Null => self.json(ty),
            Type::Bool => {
                let truth = given.and_then(Value::as_bool).unwrap_or(true);
                quote!(#truth)
            }
            Type::Integer(kind) => integer(*kind, given),
            Type::Number(_) => {
                let number = given.and_then(Value::as_f64).filter(|n| n.is_finite());
                let number = Literal::f64_unsuffixed(number.unwrap_or(1.5).abs());
                quote!(#number)
            }
            Type::String => text(given.and_then(Value::as_str).unwrap_or("text"), want),
            Type::Formatted(format) => self.formatted(*format, given, want),
            Type::Binary => {
                let given = given.and_then(Value::as_str);
                let contents = given.filter(|text| text.len() <= CONTENTS.len());
                let contents = contents.unwrap_or(CONTENTS);
                match want {
                    Want::Argument => quote!(#contents.as_bytes()),
                    Want::Exact => quote!(#contents.as_bytes().into()),
                }
            }
            Type::List(item) => self.list(item, given, want, depth),
            Type::Tuple(items, rest) => self.tuple(items, rest.is_some(), given, depth),
            Type::Map(..) => quote!(std::collections::BTreeMap::new()),
            Type::Nullable(inner) => {
                let inner = self.at(inner, given, Want::Exact, depth);
                quote!(Some(#inner))
            }
            Type::Boxed(inner) => {
                let inner_want = if want == Want::Argument {
                    want
                } else {
                    Want::Exact
                };
                let value = self.at(inner, given, inner_want, depth);
                match want {
                    Want::Argument => value,
                    Want::Exact => quote!(Box::new(#value)),
                }
            }
            Type::Named(id) => self.named(*id, given, want, depth),
        }
    }

    /// An expression of a type with bounds, which are kept where one can tell how.
    fn bounded(
        &self,
        ty: &Type,
        bounds: &Constraints,
        given: Option<&Value>,
        want: Want,
        depth: usize,
    ) -> TokenStream {
        let made = sample::within_bounds(ty, bounds, given);
        self.at(ty, made.as_ref().or(given), want, depth)
    }

    fn json(&self, ty: &Type) -> TokenStream {
        let krate = &self.krate;
        match ty {
            Type::Null => quote!(#krate::runtime::Null),
            _ => quote!(#krate::runtime::Value::Null),
        }
    }

    fn formatted(&self, format: ir::Format, given: Option<&Value>, want: Want) -> TokenStream {
        let fits = |text: &&str| has_format(format, text);
        let given = given.and_then(Value::as_str).filter(fits);
        let given = given.unwrap_or(sample(format));
        let krate = &self.krate;
        let (path, reads) = match format_type(self.api.dates, format) {
            None => return text(given, want),
            Some(FormatType::Base64) => (quote!(#krate::runtime::Base64), false),
            Some(FormatType::Foreign(path)) => (
                super::file::path(path),
                !path.starts_with("time::") && path != "chrono::TimeDelta",
            ),
        };
        match want {
            Want::Exact => quote!(#given.parse()?),
            Want::Argument if reads => quote!(#given.parse::<#path>()?),
            Want::Argument => quote!(#given.parse::<#krate::runtime::Formatted<#path>>()?),
        }
    }

    fn list(&self, item: &Type, given: Option<&Value>, want: Want, depth: usize) -> TokenStream {
        let given = given
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        let inner = match want {
            Want::Argument if super::argument::converts(self.api, item) => Want::Argument,
            _ => Want::Exact,
        };
        let shown = given.iter().take(ITEMS).map(Some);
        let shown: Vec<Option<&Value>> = if given.is_empty() {
            vec![None]
        } else {
            shown.collect()
        };
        let items = shown
            .into_iter()
            .map(|value| self.at(item, value, inner, depth + 1));
        match want {
            Want::Argument => quote!([#(#items),*]),
            Want::Exact => quote!(vec![#(#items),*]),
        }
    }

    fn tuple(
        &self,
        items: &[Type],
        rest: bool,
        given: Option<&Value>,
        depth: usize,
    ) -> TokenStream {
        if items.is_empty() || items.len() > super::file::TUPLE {
            return quote!(vec![]);
        }
        let parts: Vec<TokenStream> = items
            .iter()
            .enumerate()
            .map(|(index, item)| {
                let value = given.and_then(|given| given.get(index));
                self.at(item, value, Want::Exact, depth + 1)
            })
            .collect();
        let krate = &self.krate;
        if rest {
            quote!(#krate::runtime::Tuple { head: (#(#parts,)*), rest: vec![] })
        } else {
            quote!((#(#parts,)*))
        }
    }

    fn named(
        &self,
        id: ir::TypeId,
        given: Option<&Value>,
        want: Want,
        depth: usize,
    ) -> TokenStream {
        let def = self.api.type_def(id);
        let name = ident::ident(&def.name);
        match &def.kind {
            TypeKind::Alias(inner) => self.bounded(inner, &def.constraints, given, want, depth),
            TypeKind::Newtype(inner) => {
                if depth >= DEPTH {
                    return self.parsed(&name);
                }
                let inner = self.bounded(inner, &def.constraints, given, Want::Exact, depth + 1);
                quote!(models::#name(#inner))
            }
            TypeKind::Enum(list) => self.variant(&name, list, given),
            TypeKind::Struct(object) => {
                if depth >= DEPTH {
                    return self.parsed(&name);
                }
                let asked = |field: &&ir::Field| !super::default::is_fixed(self.api, field);
                let required = object.fields.iter().filter(|field| field.required);
                let required = required.filter(asked);
                let arguments = required.map(|field| {
                    let value = given
                        .and_then(|given| given.get(&field.wire_name))
                        .or(field.example.as_ref());
                    let bounds = &field.constraints;
                    self.bounded(&field.ty, bounds, value, Want::Argument, depth + 1)
                });
                let arguments: Vec<TokenStream> = arguments.collect();
                quote!(models::#name::new(#(#arguments),*))
            }
            TypeKind::Union(union) => match branch(union, given) {
                Some(branch) if branch.constant.is_some() => {
                    let variant = ident::ident(&branch.name);
                    quote!(models::#name::#variant)
                }
                Some(branch) if depth < DEPTH => {
                    let variant = ident::ident(&branch.name);
                    let tagged = tagged(union, branch, given);
                    let given = tagged.as_ref().or(given);
                    let value = self.at(&branch.ty, given, Want::Exact, depth + 1);
                    quote!(models::#name::#variant(#value))
                }
                _ => self.parsed(&name),
            },
        }
    }

    /// A value too deep to spell out.
    fn parsed(&self, name: &Ident) -> TokenStream {
        let krate = &self.krate;
        quote!(#krate::json::from_str::<models::#name>("{}")?)
    }

    fn variant(&self, name: &Ident, list: &ir::Enum, given: Option<&Value>) -> TokenStream {
        let named = list.variants.iter().find(|v| Some(&v.value) == given);
        match named.or(list.variants.first()) {
            Some(variant) => {
                let variant = ident::ident(&variant.name);
                quote!(models::#name::#variant)
            }
            None => quote!(models::#name::from("text")),
        }
    }
}

/// The branch that a value is of by its tag; else the first.
fn branch<'a>(union: &'a ir::Union, given: Option<&Value>) -> Option<&'a ir::Branch> {
    let property = union.discriminator.as_ref();
    let tag = property.and_then(|property| given?.get(property)?.as_str());
    let named = union.branches.iter();
    let mut named =
        named.filter(|branch| tag.is_some_and(|tag| branch.tags.iter().any(|t| t == tag)));
    named.next().or(union.branches.first())
}

/// A value with the tag of its branch.
fn tagged(union: &ir::Union, branch: &ir::Branch, given: Option<&Value>) -> Option<Value> {
    let (property, tag) = (union.discriminator.as_ref()?, branch.tags.first()?);
    let mut map = given
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    map.entry(property.clone())
        .or_insert_with(|| Value::from(tag.as_str()));
    Some(Value::Object(map))
}

fn text(given: &str, want: Want) -> TokenStream {
    let shown = if given.chars().count() <= TEXT {
        given
    } else {
        "text"
    };
    match want {
        Want::Argument => quote!(#shown),
        Want::Exact => quote!(#shown.to_owned()),
    }
}

fn integer(kind: ir::IntegerKind, given: Option<&Value>) -> TokenStream {
    use ir::IntegerKind as K;
    let number = given.and_then(Value::as_i64).unwrap_or(1);
    let fits = match kind {
        K::I8 => i8::try_from(number).is_ok(),
        K::I16 => i16::try_from(number).is_ok(),
        K::I32 => i32::try_from(number).is_ok(),
        K::I64 | K::I128 => true,
        K::U8 => u8::try_from(number).is_ok(),
        K::U16 => u16::try_from(number).is_ok(),
        K::U32 => u32::try_from(number).is_ok(),
        K::U64 | K::U128 => number >= 0,
    };
    let number = Literal::i64_unsuffixed(if fits { number } else { 1 });
    quote!(#number)
}

/// A text of a format.
pub(super) fn sample(format: ir::Format) -> &'static str {
    match format {
        ir::Format::DateTime => "2024-05-01T12:30:00Z",
        ir::Format::Date => "2024-05-01",
        ir::Format::Time => "12:30:00",
        ir::Format::Duration => "PT1H30M",
        ir::Format::Uuid => "7f6c1a52-3f5e-4c8e-9d5e-2f1f3b8a9c01",
        ir::Format::Ipv4 => "192.0.2.1",
        ir::Format::Ipv6 => "2001:db8::1",
        ir::Format::Byte => "aGVsbG8=",
    }
}

/// Whether a text has a format, at a glance.
pub(super) fn has_format(format: ir::Format, text: &str) -> bool {
    let digits = |from: usize, to: usize| {
        let part = text.as_bytes().get(from..to);
        part.is_some_and(|part| part.iter().all(u8::is_ascii_digit))
    };
    let date = || digits(0, 4) && digits(5, 7) && digits(8, 10);
    match format {
        ir::Format::Date => text.len() == 10 && date(),
        ir::Format::DateTime => {
            let zone = text.ends_with(['Z', 'z'])
                || text.get(19..).is_some_and(|t| t.contains(['+', '-']));
            date() && digits(11, 13) && zone
        }
        ir::Format::Time => digits(0, 2) && digits(3, 5),
        ir::Format::Duration => text.trim_start_matches('-').starts_with('P'),
        ir::Format::Uuid => text.len() == 36 && text.matches('-').count() == 4,
        ir::Format::Ipv4 => text.parse::<std::net::Ipv4Addr>().is_ok(),
        ir::Format::Ipv6 => text.parse::<std::net::Ipv6Addr>().is_ok(),
        ir::Format::Byte => text.len().is_multiple_of(4),
    }
}
