//! Idempotency keys: in, operations; out, their header parameters that name one attempt among others of the same call.
//! Invariant: what is marked is a text that a UUID is a value of, and nobody has to give it.

use super::Context;
use crate::ir::Location;
use crate::lower::draft::{Draft, Kind, NodeId, Parameter};
use crate::pattern::Pattern;
use serde_json::Value;

/// How such a name ends, in lower case and without anything but letters.
const NAMES: [&str; 5] = [
    "idempotency",
    "idempotencyid",
    "idempotencykey",
    "idempotencytoken",
    "idempotentkey",
];

/// A key as the client makes them.
const SAMPLE: &str = "9f3c1a5e-07b2-4d68-8e4f-b1c6d20a7e35";

/// The pass.
pub(super) fn run(draft: &mut Draft, _: &mut Context<'_>) {
    let mut operations = std::mem::take(&mut draft.operations);
    for parameter in (operations.iter_mut()).flat_map(|operation| &mut operation.parameters) {
        if is_key(draft, parameter) {
            parameter.idempotency = true;
            parameter.required = false;
        }
    }
    draft.operations = operations;
}

fn is_key(draft: &Draft, parameter: &Parameter) -> bool {
    let letters = parameter
        .wire_name
        .chars()
        .filter(char::is_ascii_alphabetic);
    let name: String = letters.map(|c| c.to_ascii_lowercase()).collect();
    parameter.location == Location::Header
        && NAMES.iter().any(|end| name.ends_with(end))
        && takes_uuids(draft, parameter.node)
}

/// Whether a UUID is a value of a schema.
fn takes_uuids(draft: &Draft, mut id: NodeId) -> bool {
    loop {
        let node = draft.node(id);
        let fits = |(keyword, value): &(String, Value)| match (keyword.as_str(), value) {
            ("maxLength", value) => value.as_u64().is_none_or(|most| most >= 36),
            ("minLength", value) => value.as_u64().is_none_or(|least| least <= 36),
            ("pattern", Value::String(pattern)) => {
                Pattern::new(pattern).is_some_and(|pattern| pattern.matches(SAMPLE))
            }
            _ => true,
        };
        if !node.notes.constraints.keywords.iter().all(fits) {
            return false;
        }
        match &node.kind {
            Kind::Ref(next) => id = *next,
            Kind::String => return true,
            Kind::Formatted(format) => return *format == crate::ir::Format::Uuid,
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::Binary
            | Kind::List(_)
            | Kind::Tuple(..)
            | Kind::Map(..)
            | Kind::Struct(_)
            | Kind::Enum(_)
            | Kind::Union(_) => return false,
        }
    }
}
