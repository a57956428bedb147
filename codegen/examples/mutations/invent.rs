//! In: a document. Out: the same with two values for every response that has a schema: one with everything in it, one with
//! as little as there may be. Invariant: a value is one that the schema describes, as far as types, formats, enums and
//! required properties go.

use serde_json::{Map, Value, json};

/// How deep values are.
const DEPTH: usize = 6;

/// How many schemas are followed where each only leads to the next: one that is itself through its references has no value.
const ENDLESS: usize = 16;

/// How much a value holds.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Size {
    Full,
    Least,
}

/// The document with values in its responses.
pub(crate) fn values(document: &Value) -> Value {
    let mut with = document.clone();
    for (pointer, schema) in media(document) {
        let full = value(document, &schema, Size::Full, 0);
        let least = value(document, &schema, Size::Least, 0);
        if let Some(media) = with.pointer_mut(&pointer).and_then(Value::as_object_mut) {
            media.shift_remove("example");
            media.insert(
                "examples".to_owned(),
                json!({"full": {"value": full}, "least": {"value": least}}),
            );
        }
    }
    with
}

/// The media types of all responses that have a JSON schema.
fn media(document: &Value) -> Vec<(String, Value)> {
    let mut found = Vec::new();
    let all = crate::sites::sites(document);
    for site in all
        .iter()
        .filter(|site| site.kind == crate::sites::Kind::Response)
    {
        let Some(content) = document
            .pointer(&format!("{}/content", site.pointer))
            .and_then(Value::as_object)
        else {
            continue;
        };
        for (name, media) in content.iter().filter(|(name, _)| name.contains("json")) {
            if let Some(schema) = media.get("schema") {
                found.push((
                    format!("{}/content/{}", site.pointer, crate::sites::token(name)),
                    schema.clone(),
                ));
            }
        }
    }
    found
}

fn value(document: &Value, schema: &Value, size: Size, depth: usize) -> Value {
    let Some(object) = schema.as_object() else {
        return json!("anything");
    };
    if depth > ENDLESS {
        return Value::Null;
    }
    if let Some(target) = object.get("$ref").and_then(Value::as_str) {
        let target = target
            .strip_prefix('#')
            .and_then(|pointer| document.pointer(pointer));
        return target.map_or(Value::Null, |target| {
            value(document, target, size, depth + 1)
        });
    }
    if let Some(constant) = object.get("const") {
        return constant.clone();
    }
    if let Some(values) = object.get("enum").and_then(Value::as_array) {
        let one = if size == Size::Full {
            values.last()
        } else {
            values.first()
        };
        return one.cloned().unwrap_or_default();
    }
    let types: Vec<&str> = match object.get("type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let may_be_null = object.get("nullable") == Some(&json!(true)) || types.contains(&"null");
    if may_be_null && (size == Size::Least || depth > DEPTH) {
        return Value::Null;
    }
    for keyword in ["oneOf", "anyOf"] {
        if let Some(branches) = object.get(keyword).and_then(Value::as_array) {
            let one = if size == Size::Full {
                branches.last()
            } else {
                branches.first()
            };
            return one.map_or(Value::Null, |branch| {
                value(document, branch, size, depth + 1)
            });
        }
    }
    match types.iter().find(|ty| **ty != "null").copied() {
        Some("string") => json!(text(object)),
        Some("integer") => json!(integer(object, size)),
        Some("number") => json!(2.5),
        Some("boolean") => json!(true),
        Some("array") if size == Size::Least || depth > DEPTH => json!([]),
        Some("array") => match object.get("items") {
            Some(items) => json!([value(document, items, size, depth + 1)]),
            None => json!([1, "two"]),
        },
        _ => Value::Object(members(document, object, size, depth)),
    }
}

fn members(
    document: &Value,
    schema: &Map<String, Value>,
    size: Size,
    depth: usize,
) -> Map<String, Value> {
    let mut all = Map::new();
    for part in schema
        .get("allOf")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
    {
        if let Value::Object(inherited) = value(document, part, size, depth + 1) {
            all.extend(inherited);
        }
    }
    let required = schema.get("required").and_then(Value::as_array);
    for (name, property) in schema
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let is_required = required.is_some_and(|names| names.contains(&json!(name)));
        let write_only = property.get("writeOnly") == Some(&json!(true));
        if !write_only && (is_required || (size == Size::Full && depth <= DEPTH)) {
            all.insert(name.clone(), value(document, property, size, depth + 1));
        }
    }
    if let Some(more @ Value::Object(_)) = schema.get("additionalProperties")
        && size == Size::Full
        && depth <= DEPTH
    {
        all.insert("further".to_owned(), value(document, more, size, depth + 1));
    }
    all
}

fn text(schema: &Map<String, Value>) -> String {
    let text = match schema.get("format").and_then(Value::as_str) {
        Some("date-time") => "2026-03-04T05:06:07Z",
        Some("date") => "2026-03-04",
        Some("time") => "05:06:07Z",
        Some("duration") => "PT5S",
        Some("uuid") => "6f2b1c1e-3f5a-4c8e-9d2a-0b1c2d3e4f50",
        Some("uri" | "url") => "https://example.com/a",
        Some("email") => "a@example.com",
        Some("ipv4" | "ip") => "192.0.2.7",
        Some("ipv6") => "2001:db8::7",
        Some("byte") => "YWJj",
        _ => "some text",
    };
    text.to_owned()
}

fn integer(schema: &Map<String, Value>, size: Size) -> i64 {
    let limit = |key: &str| schema.get(key).and_then(Value::as_i64);
    let large = match schema.get("format").and_then(Value::as_str) {
        Some("int8") => 100,
        Some("int16") => 30_000,
        Some("int32") => 2_000_000_000,
        _ => 5_000_000_000,
    };
    match size {
        Size::Full => limit("maximum").map_or(large, |most| most.min(large)),
        Size::Least => limit("minimum").unwrap_or(1),
    }
}
