//! In: facts of both sides. Out: what a change means for Rust code, worked out from the types that are emitted for
//! them. Invariant: the same Rust type on both sides is never more than a patch.

use super::facts::schema::{Facts, Types};
use super::report::Rust;

/// The Rust type of a schema, as far as the schema itself decides it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shape {
    Any,
    Null,
    Bool,
    Integer(&'static str),
    Float,
    Text,
    Formatted(String),
    List,
    Tuple(usize),
    Map,
    Struct,
    Enum,
    Union,
}

/// What it means that the type or the format of a schema changed.
pub(super) fn type_change(old: &Facts<'_>, new: &Facts<'_>) -> Rust {
    if shape(old) == shape(new) {
        Rust::Patch
    } else {
        Rust::Major
    }
}

fn shape(facts: &Facts<'_>) -> Shape {
    if facts.values.is_some() || facts.constant.is_some_and(serde_json::Value::is_string) {
        return Shape::Enum;
    }
    if !facts.unions.is_empty() || facts.types.len() > 1 {
        return Shape::Union;
    }
    match facts.types {
        Types::STRING => text(facts.format),
        Types::INTEGER => Shape::Integer(integer(facts.format)),
        Types::NUMBER => Shape::Float,
        Types::BOOLEAN => Shape::Bool,
        Types::ARRAY if !facts.prefix_items.is_empty() => Shape::Tuple(facts.prefix_items.len()),
        Types::ARRAY => Shape::List,
        Types::OBJECT if facts.properties.is_empty() => Shape::Map,
        Types::OBJECT => Shape::Struct,
        _ if facts.never => Shape::Null,
        _ => Shape::Any,
    }
}

fn integer(format: Option<&str>) -> &'static str {
    match format {
        Some("int8") => "i8",
        Some("int16") => "i16",
        Some("int32") => "i32",
        Some("uint8") => "u8",
        Some("uint16") => "u16",
        Some("uint32") => "u32",
        Some("uint64") => "u64",
        _ => "i64",
    }
}

fn text(format: Option<&str>) -> Shape {
    match format {
        Some(
            known
            @ ("date-time" | "date" | "time" | "duration" | "uuid" | "ipv4" | "ipv6" | "byte"),
        ) => Shape::Formatted(known.to_owned()),
        _ => Shape::Text,
    }
}
