//! In: objects with the keywords of OpenAPI 3.2. Out: the same in words of 3.0 where 3.0 has them. What it has no words
//! for (`query`, `additionalOperations`, `itemSchema`, `in: querystring`) stays where it is. Invariant: an object of
//! 3.0 passes unchanged.

use serde_json::{Map, Value};

use super::origins::Moves;
use super::walk::{Node, Place};

/// Rewrites one object, which stands at `at`; the walk is that of `oas31`.
pub(super) fn visit(place: Place, value: &mut Value, at: &str, moves: &mut Moves) {
    match (place, value) {
        (Place::One(Node::Example), Value::Object(map)) => example(map, at, moves),
        (Place::One(Node::Schema), Value::Object(map)) => xml(map),
        _ => {}
    }
}

/// `dataValue` is the `value` of before; a `serializedValue` alone shows the text itself.
fn example(map: &mut Map<String, Value>, at: &str, moves: &mut Moves) {
    if map.contains_key("value") {
        return;
    }
    if let Some(value) = map.shift_remove("dataValue") {
        moves.add([(format!("{at}/dataValue"), format!("{at}/value"))]);
        map.insert("value".to_owned(), value);
    }
}

/// `nodeType` of `xml`.
fn xml(map: &mut Map<String, Value>) {
    let array = map.get("type").is_some_and(|t| t == "array");
    let Some(Value::Object(xml)) = map.get_mut("xml") else {
        return;
    };
    let flag = match xml.get("nodeType").and_then(Value::as_str) {
        Some("attribute") => "attribute",
        Some("element") if array => "wrapped",
        _ => return,
    };
    xml.entry(flag).or_insert(Value::Bool(true));
}
