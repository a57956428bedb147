//! What a server expects of the value of a parameter. In: a type and its bounds; out: a constant of the runtime's type.
//! Invariant: a constant says only what can be told from the text of a value.

use super::super::file::{File, FormatType, format_type, path};
use super::row;
use crate::ir::{self, Constraints, Type, TypeKind};
use crate::tokens::{TokenStream, quote};

/// How deep objects and lists are described; what lies deeper is anything.
const DEPTH: usize = 3;

/// Keywords that the runtime checks.
const KEYWORDS: [&str; 12] = [
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
];

/// What is expected of a value.
pub(super) fn expect(file: &mut File<'_>, ty: &Type, bounds: &Constraints) -> TokenStream {
    at(file, ty, bounds, 0)
}

fn at(file: &mut File<'_>, ty: &Type, bounds: &Constraints, depth: usize) -> TokenStream {
    let name = file.import("crate::runtime::fake", "Expect");
    let shape = match ty {
        Type::Any | Type::Null => return quote!(#name::ANY),
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
        Type::List(item) if depth < DEPTH => {
            let item = at(file, item, &Constraints::default(), depth + 1);
            quote!(#name::list(&#item))
        }
        Type::Tuple(..) | Type::List(_) if depth < DEPTH => quote!(#name::list(&#name::ANY)),
        Type::Map(_, item) if depth < DEPTH => {
            let item = at(file, item, &Constraints::default(), depth + 1);
            quote!(#name::map(&[], &#item))
        }
        Type::Map(..) => quote!(#name::object(&[], true)),
        Type::Tuple(..) | Type::List(_) => return quote!(#name::ANY),
        Type::Nullable(inner) | Type::Boxed(inner) => return at(file, inner, bounds, depth),
        Type::Named(id) => return named(file, *id, bounds, depth),
    };
    ruled(&shape, bounds, None)
}

fn named(file: &mut File<'_>, id: ir::TypeId, bounds: &Constraints, depth: usize) -> TokenStream {
    let name = file.import("crate::runtime::fake", "Expect");
    let api = file.api();
    let def = api.type_def(id);
    let bounds = match def.constraints.keywords.is_empty() {
        true => bounds,
        false => &def.constraints,
    };
    match &def.kind {
        _ if depth > DEPTH => quote!(#name::ANY),
        TypeKind::Alias(ty) | TypeKind::Newtype(ty) => at(file, ty, bounds, depth + 1),
        // Nothing but text is not taken for numbers.
        TypeKind::Union(union) if is_text(union) => ruled(&quote!(#name::TEXT), bounds, None),
        TypeKind::Union(_) => quote!(#name::ANY),
        TypeKind::Enum(list) => {
            let shape = match list.repr {
                ir::EnumRepr::String => quote!(#name::TEXT),
                ir::EnumRepr::Integer => quote!(#name::INTEGER),
                ir::EnumRepr::Mixed => quote!(#name::ANY),
            };
            let values = list.variants.iter().map(|variant| variant.value.clone());
            ruled(&shape, bounds, Some(&values.collect()))
        }
        TypeKind::Struct(object) => {
            let fields = object.fields.iter().map(|field| {
                let wire = &field.wire_name;
                let expect = at(file, &field.ty, &field.constraints, depth + 1);
                quote!((#wire, #expect))
            });
            let fields: Vec<TokenStream> = fields.collect();
            let shape = match &object.extra {
                ir::Extra::Typed(ty) => {
                    let others = at(file, ty, &Constraints::default(), depth + 1);
                    quote!(#name::map(&[#(#fields),*], &#others))
                }
                extra @ (ir::Extra::Any | ir::Extra::Denied) => {
                    let open = *extra == ir::Extra::Any;
                    quote!(#name::object(&[#(#fields),*], #open))
                }
            };
            ruled(&shape, bounds, None)
        }
    }
}

/// Whether all branches of a union are texts.
fn is_text(union: &ir::Union) -> bool {
    let mut branches = union.branches.iter();
    branches.all(|branch| branch.rule.kinds == [ir::JsonKind::String])
}

/// With bounds, where there are any, and the values of an enum.
fn ruled(
    shape: &TokenStream,
    bounds: &Constraints,
    values: Option<&serde_json::Value>,
) -> TokenStream {
    let known = bounds.keywords.iter();
    let known = known.filter(|(keyword, _)| KEYWORDS.contains(&keyword.as_str()));
    let mut rules: Vec<TokenStream> = known
        .map(|(keyword, limit)| {
            let limit = row::json(limit);
            quote!((#keyword, #limit))
        })
        .collect();
    rules.extend(values.map(|values| {
        let values = row::literal(&row::json(values));
        quote!(("enum", #values))
    }));
    match rules.is_empty() {
        true => shape.clone(),
        false => quote!(#shape.rules(&[#(#rules),*])),
    }
}
