//! What a server expects of the value of a parameter. In: a type and its bounds; out: a constant of the runtime's type.
//! Invariant: a constant says only what can be told from the text of a value.

use super::super::file::{File, FormatType, format_type, path};
use super::row;
use crate::ir::{self, Bound, Bounds, Type, TypeKind};
use crate::tokens::{TokenStream, quote};
use serde_json::Value;

/// How deep objects and lists are described; what lies deeper is anything.
const DEPTH: usize = 3;

/// What is expected of a value.
pub(super) fn expect(file: &mut File<'_>, ty: &Type, bounds: &Bounds) -> TokenStream {
    at(file, ty, bounds, 0)
}

fn at(file: &mut File<'_>, ty: &Type, bounds: &Bounds, depth: usize) -> TokenStream {
    let name = name(file);
    let none = Bounds::default();
    let inner = bounds.items.as_deref().unwrap_or(&none);
    let shape = match ty {
        Type::List(item) if depth < DEPTH => {
            let item = at(file, item, inner, depth + 1);
            quote!(#name::list(&#item))
        }
        Type::Tuple(..) | Type::List(_) if depth < DEPTH => quote!(#name::list(&#name::ANY)),
        Type::Map(_, item) if depth < DEPTH => {
            let item = at(file, item, inner, depth + 1);
            quote!(#name::map(&[], &#item))
        }
        Type::Map(..) => quote!(#name::object(&[], true)),
        Type::Tuple(..) | Type::List(_) => return quote!(#name::ANY),
        Type::Nullable(inner) | Type::Boxed(inner) => return at(file, inner, bounds, depth),
        Type::Named(id) => return named(file, *id, bounds, depth),
        ty => scalar(file, ty),
    };
    ruled(&shape, &[bounds], None)
}

/// What a value is that has no parts.
pub(super) fn scalar(file: &mut File<'_>, ty: &Type) -> TokenStream {
    let name = name(file);
    match ty {
        Type::Bool => quote!(#name::BOOL),
        Type::Integer(_) => quote!(#name::INTEGER),
        Type::Number(_) => quote!(#name::NUMBER),
        Type::String | Type::Binary => quote!(#name::TEXT),
        Type::Formatted(format) => match format_type(file.api().dates, *format) {
            None => quote!(#name::TEXT),
            Some(FormatType::Base64) => {
                let base64 = file.runtime_type("Base64");
                quote!(#name::format::<#base64>())
            }
            Some(FormatType::Foreign(foreign)) => {
                let foreign = path(foreign);
                quote!(#name::format::<#foreign>())
            }
        },
        Type::Any
        | Type::Null
        | Type::List(_)
        | Type::Tuple(..)
        | Type::Map(..)
        | Type::Nullable(_)
        | Type::Boxed(_)
        | Type::Named(_) => quote!(#name::ANY),
    }
}

pub(super) fn name(file: &mut File<'_>) -> TokenStream {
    file.import("crate::runtime::fake", "Expect")
}

fn named(file: &mut File<'_>, id: ir::TypeId, bounds: &Bounds, depth: usize) -> TokenStream {
    let name = name(file);
    let api = file.api();
    let def = api.type_def(id);
    match &def.kind {
        _ if depth > DEPTH => quote!(#name::ANY),
        TypeKind::Alias(ty) => at(file, ty, bounds, depth + 1),
        TypeKind::Newtype(ty) => {
            let both = joined(&def.bounds, bounds);
            at(file, ty, &both, depth + 1)
        }
        TypeKind::Union(union) => {
            let shape = match union.branches.iter().all(is_scalar) {
                true => one_of(file, union, depth),
                false => quote!(#name::ANY),
            };
            ruled(&shape, &[&def.bounds, bounds], None)
        }
        TypeKind::Enum(list) => enumerated(file, list, bounds),
        TypeKind::Struct(object) => {
            let fields = object.fields.iter().map(|field| {
                let wire = &field.wire_name;
                let expect = at(file, &field.ty, &field.bounds, depth + 1);
                quote!((#wire, #expect))
            });
            let fields: Vec<TokenStream> = fields.collect();
            let shape = match &object.extra {
                ir::Extra::Typed(ty) => {
                    let none = Bounds::default();
                    let inner = def.bounds.items.as_deref().unwrap_or(&none);
                    let others = at(file, ty, inner, depth + 1);
                    quote!(#name::map(&[#(#fields),*], &#others))
                }
                extra @ (ir::Extra::Any | ir::Extra::Denied) => {
                    let open = *extra == ir::Extra::Any;
                    quote!(#name::object(&[#(#fields),*], #open))
                }
            };
            ruled(&shape, &[&def.bounds, bounds], None)
        }
    }
}

/// One of the values of an enum.
pub(super) fn enumerated(file: &mut File<'_>, list: &ir::Enum, bounds: &Bounds) -> TokenStream {
    let name = name(file);
    let shape = match list.repr {
        ir::EnumRepr::String => quote!(#name::TEXT),
        ir::EnumRepr::Integer => quote!(#name::INTEGER),
        ir::EnumRepr::Mixed => quote!(#name::ANY),
    };
    let values = list.variants.iter().map(|variant| variant.value.clone());
    ruled(&shape, &[bounds], Some(&values.collect()))
}

/// Whether the values of a branch are texts, numbers or truth values.
fn is_scalar(branch: &ir::Branch) -> bool {
    let kinds = &branch.rule.kinds;
    let compound = [ir::JsonKind::Array, ir::JsonKind::Object];
    !kinds.is_empty() && !kinds.iter().any(|kind| compound.contains(kind))
}

/// One of several texts, numbers or truth values.
fn one_of(file: &mut File<'_>, union: &ir::Union, depth: usize) -> TokenStream {
    let name = name(file);
    let branches = union.branches.iter().map(|branch| match &branch.constant {
        Some(text) => constant(file, text),
        None => at(file, &branch.ty, &branch.bounds, depth + 1),
    });
    let branches: Vec<TokenStream> = branches.collect();
    quote!(#name::one_of(&[#(#branches),*]))
}

/// The bounds of a wrapper, and those of where it is used.
pub(super) fn joined(own: &Bounds, more: &Bounds) -> Bounds {
    let rules = own.rules.iter().chain(&more.rules);
    Bounds {
        rules: rules.cloned().collect(),
        items: own.items.clone(),
    }
}

/// The only text that a branch can be.
pub(super) fn constant(file: &mut File<'_>, text: &str) -> TokenStream {
    let name = name(file);
    let only = Value::Array(vec![text.into()]);
    ruled(&quote!(#name::TEXT), &[], Some(&only))
}

/// With bounds, where there are any, and the values of an enum.
pub(super) fn ruled(
    shape: &TokenStream,
    bounds: &[&Bounds],
    values: Option<&Value>,
) -> TokenStream {
    with(shape, bounds, values.map(|values| listed("enum", values)))
}

/// With bounds, where there are any, and one more keyword.
pub(super) fn with(
    shape: &TokenStream,
    bounds: &[&Bounds],
    more: Option<TokenStream>,
) -> TokenStream {
    let rules = bounds.iter().flat_map(|bounds| &bounds.rules).map(rule);
    let rules: Vec<TokenStream> = rules.chain(more).collect();
    match rules.is_empty() {
        true => shape.clone(),
        false => quote!(#shape.rules(&[#(#rules),*])),
    }
}

/// A keyword with a list of values.
pub(super) fn listed(keyword: &str, values: &Value) -> TokenStream {
    let values = row::literal(&row::json(values));
    quote!((#keyword, #values))
}

fn rule(bound: &Bound) -> TokenStream {
    let (keyword, limit) = match bound {
        Bound::MinLength(least) => ("minLength", least.to_string()),
        Bound::MaxLength(most) => ("maxLength", most.to_string()),
        Bound::Pattern(pattern) => ("pattern", pattern.clone()),
        Bound::Minimum(limit) => ("minimum", limit.to_string()),
        Bound::Maximum(limit) => ("maximum", limit.to_string()),
        Bound::ExclusiveMinimum(limit) => ("exclusiveMinimum", limit.to_string()),
        Bound::ExclusiveMaximum(limit) => ("exclusiveMaximum", limit.to_string()),
        Bound::MultipleOf(step) => ("multipleOf", step.to_string()),
        Bound::MinItems(least) => ("minItems", least.to_string()),
        Bound::MaxItems(most) => ("maxItems", most.to_string()),
        Bound::UniqueItems => ("uniqueItems", "true".to_owned()),
        Bound::MinProperties(least) => ("minProperties", least.to_string()),
        Bound::MaxProperties(most) => ("maxProperties", most.to_string()),
    };
    let limit = row::literal(&limit);
    quote!((#keyword, #limit))
}
