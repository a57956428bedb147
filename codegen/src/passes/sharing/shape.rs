//! What a type is made of, as text to compare by: in, a type; out, its text and the types that it mentions. Invariant: equal texts
//! are equal types wherever the mentioned ones are, but for names and places.

use std::fmt::Write as _;

use crate::ir::{self, Type, TypeDef, TypeKind};

/// What a type is, without its name, its place, its prose, its examples and its bounds; what it mentions goes into `mentions`.
pub(super) fn shape(def: &TypeDef, out: &mut String, mentions: &mut Vec<u32>) {
    let TypeDef {
        name: _,
        former: _,
        module: _,
        root: _,
        wire_name: _,
        docs: _,
        deprecated,
        direction,
        constraints,
        bounds: _,
        examples: _,
        origin: _,
        place: _,
        kind,
    } = def;
    put(out, &(deprecated, direction, &constraints.keywords));
    match kind {
        TypeKind::Struct(object) => {
            let ir::Struct { fields, extra } = object;
            put(out, &("struct", fields.len()));
            for one in fields {
                field(one, out, mentions);
            }
            match extra {
                ir::Extra::Typed(ty) => {
                    put(out, &"typed");
                    mention(ty, out, mentions);
                }
                ir::Extra::Denied | ir::Extra::Any => put(out, extra),
            }
        }
        TypeKind::Enum(list) => put(out, list),
        TypeKind::Union(union) => {
            let ir::Union {
                discriminator,
                exclusive: _,
                branches,
                beside: _,
                unknown,
            } = union;
            put(out, &(discriminator, unknown, branches.len()));
            for one in branches {
                branch(one, out, mentions);
            }
        }
        TypeKind::Alias(ty) => {
            put(out, &"alias");
            mention(ty, out, mentions);
        }
        TypeKind::Newtype(ty) => {
            put(out, &"newtype");
            mention(ty, out, mentions);
        }
    }
}

fn field(field: &ir::Field, out: &mut String, mentions: &mut Vec<u32>) {
    let ir::Field {
        name,
        former,
        wire_name,
        ty,
        required,
        docs,
        deprecated,
        read_only,
        write_only,
        default,
        example: _,
        constraints,
        bounds: _,
        origin: _,
    } = field;
    put(out, &(name, former, wire_name));
    prose(docs, out);
    put(out, &(required, deprecated, read_only, write_only));
    put(out, &(default, &constraints.keywords));
    mention(ty, out, mentions);
}

fn branch(branch: &ir::Branch, out: &mut String, mentions: &mut Vec<u32>) {
    let ir::Branch {
        name,
        key: _,
        ty,
        constant,
        docs,
        tags,
        impossible: _,
        rule,
        bounds: _,
    } = branch;
    put(out, &(name, constant, tags, rule));
    prose(docs, out);
    mention(ty, out, mentions);
}

fn mention(ty: &Type, out: &mut String, mentions: &mut Vec<u32>) {
    ir::walk::each_in(ty, &mut |inner| {
        mentions.extend(inner.mentioned().map(|id| id.0));
        match inner {
            Type::Named(_) => out.push('@'),
            Type::Map(key, _) => put(out, &("map", key.is_some())),
            Type::Tuple(items, rest) => put(out, &("tuple", items.len(), rest.is_some())),
            Type::List(_) => out.push('['),
            Type::Nullable(_) => out.push('?'),
            Type::Boxed(_) => out.push('#'),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::String
            | Type::Formatted(_)
            | Type::Binary => put(out, inner),
        }
    });
}

/// Prose as it is: it is the longest part, and what `Debug` would make of it says no more.
pub(super) fn prose(docs: &ir::Docs, out: &mut String) {
    let ir::Docs { title, text, link } = docs;
    for part in [title, text, link] {
        put(out, &part.as_ref().map(String::len));
        out.push_str(part.as_deref().unwrap_or_default());
    }
}

pub(super) fn put(out: &mut String, value: &impl std::fmt::Debug) {
    // Writing into a string does not fail.
    let _ = write!(out, "{value:?};");
}
