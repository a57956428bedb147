//! What a server expects of a value, as constants of the runtime's type. In: types without parts, bounds and lists of values;
//! out: expressions. Invariant: a constant says only what the document says.

use super::super::file::{File, FormatType, format_type, path};
use super::row;
use crate::ir::{self, Bound, Bounds, Type};
use crate::tokens::{TokenStream, quote};
use serde_json::Value;

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

/// Anything.
pub(super) fn any(file: &mut File<'_>) -> TokenStream {
    let name = name(file);
    quote!(#name::ANY)
}

pub(super) fn name(file: &mut File<'_>) -> TokenStream {
    file.import("crate::runtime::fake", "Expect")
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
