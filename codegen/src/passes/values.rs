//! Values of the document: in, a default or an example and a schema; out, whether the one is a value of the other's Rust
//! type. Invariant: looks only at what decides how a value is decoded, not at bounds and patterns.

use std::cell::Cell;

use serde_json::Value;

use crate::ir::IntegerKind;
use crate::lower::draft::{Draft, Extra, Kind, NodeId};

/// How deep values are compared; what is deeper fits.
const MAX_DEPTH: usize = 40;

/// How many places of values and branches of unions are looked at.
const MAX_STEPS: u32 = 20_000;

/// Whether a value is one of a schema.
pub(super) fn fits(draft: &Draft, id: NodeId, value: &Value) -> bool {
    let checker = Checker {
        draft,
        steps: Cell::new(MAX_STEPS),
    };
    checker.fits(id, value, MAX_DEPTH)
}

/// A value as it is shown in a message.
pub(super) fn short(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= 60 {
        return text;
    }
    let start: String = text.chars().take(57).collect();
    format!("{start}...")
}

/// Compares, and stops when it has taken too long: what is left then fits.
struct Checker<'a> {
    draft: &'a Draft,
    steps: Cell<u32>,
}

impl Checker<'_> {
    fn fits(&self, id: NodeId, value: &Value, depth: usize) -> bool {
        let draft = self.draft;
        let (Some(depth), Some(steps)) = (depth.checked_sub(1), self.steps.get().checked_sub(1))
        else {
            return true;
        };
        self.steps.set(steps);
        if value.is_null() {
            return draft.nullable(id) || matches!(draft.kind(id), Kind::Any | Kind::Null);
        }
        match (draft.kind(id), value) {
            (Kind::Any, _) => true,
            (Kind::Bool, value) => value.is_boolean(),
            (Kind::Integer(kind), Value::Number(number)) => integer(*kind, number),
            (Kind::Number(_), value) => value.is_number(),
            (Kind::String | Kind::Formatted(_) | Kind::Binary, value) => value.is_string(),
            (Kind::List(item), Value::Array(list)) => {
                list.iter().all(|value| self.fits(*item, value, depth))
            }
            (Kind::Tuple(items, rest), Value::Array(list)) => {
                list.len() >= items.len()
                    && list.iter().enumerate().all(|(index, value)| {
                        let node = items.get(index).or(rest.as_ref());
                        node.is_some_and(|node| self.fits(*node, value, depth))
                    })
            }
            (Kind::Map(_, item), Value::Object(map)) => {
                map.values().all(|value| self.fits(*item, value, depth))
            }
            (Kind::Struct(object), Value::Object(map)) => {
                object
                    .fields
                    .iter()
                    .all(|field| match map.get(&field.wire_name) {
                        Some(value) => self.fits(field.node, value, depth),
                        None => !field.required,
                    })
                    && match object.extra {
                        Extra::Denied | Extra::Any => true,
                        Extra::Typed(node) => map
                            .iter()
                            .filter(|(key, _)| {
                                !object.fields.iter().any(|field| field.wire_name == **key)
                            })
                            .all(|(_, value)| self.fits(node, value, depth)),
                    }
            }
            (Kind::Enum(list), value) => {
                list.values.iter().any(|known| known.value == *value)
                    || list.open && value.is_string()
            }
            (Kind::Union(union), value) => union
                .branches
                .iter()
                .any(|branch| self.fits(branch.node, value, depth)),
            (
                Kind::Null
                | Kind::Integer(_)
                | Kind::List(_)
                | Kind::Tuple(_, _)
                | Kind::Map(_, _)
                | Kind::Struct(_)
                | Kind::Ref(_),
                _,
            ) => false,
        }
    }
}

fn integer(kind: IntegerKind, number: &serde_json::Number) -> bool {
    let Some(value) = number.as_i128() else {
        return number
            .as_f64()
            .is_some_and(|float| float.fract() == 0.0 && float.abs() < 2_147_483_648.0);
    };
    match kind {
        IntegerKind::I8 => i8::try_from(value).is_ok(),
        IntegerKind::I16 => i16::try_from(value).is_ok(),
        IntegerKind::I32 => i32::try_from(value).is_ok(),
        IntegerKind::I64 => i64::try_from(value).is_ok(),
        IntegerKind::I128 => true,
        IntegerKind::U8 => u8::try_from(value).is_ok(),
        IntegerKind::U16 => u16::try_from(value).is_ok(),
        IntegerKind::U32 => u32::try_from(value).is_ok(),
        IntegerKind::U64 => u64::try_from(value).is_ok(),
        IntegerKind::U128 => value >= 0,
    }
}
