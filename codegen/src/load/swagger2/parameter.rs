//! In: a parameter or header of Swagger 2.0, whose schema is written into it. Out: the same with a `schema`, and
//! `style` and `explode` for `collectionFormat`. Invariant: a parameter that has a `schema` or `content` is left alone.

use serde_json::Value;

use super::{Object, Rewrite, below};

/// Keywords that belong to the schema of a parameter.
const SCHEMA_KEYWORDS: [&str; 22] = [
    "type",
    "format",
    "items",
    "default",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "enum",
    "multipleOf",
    "nullable",
    "x-nullable",
    "x-enum-varnames",
    "x-enum-descriptions",
    "x-enumNames",
    "x-ms-enum",
];

/// Rewrites a parameter outside of bodies.
pub(super) fn parameter(map: &mut Object, at: &str, rewrite: &mut Rewrite) {
    if is_written_out(map) {
        rewrite.left_over(at, "the schema of a parameter belongs into its `schema`");
        let location = map
            .get("in")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned();
        move_schema(map, at, rewrite);
        let format = collection_format(map);
        if let Some(format) = format.or_else(|| default_format(map, rewrite)) {
            style(map, &location, &format, at, rewrite);
        }
    }
    examples(map);
}

/// Rewrites a header of a response.
pub(super) fn header(map: &mut Object, at: &str, rewrite: &mut Rewrite) {
    if is_written_out(map) {
        rewrite.left_over(at, "the schema of a header belongs into its `schema`");
        move_schema(map, at, rewrite);
        if let Some(format) = collection_format(map).filter(|format| format != "csv") {
            no_counterpart(&format, at, rewrite);
        }
    }
    examples(map);
}

fn is_written_out(map: &Object) -> bool {
    !map.contains_key("schema")
        && !map.contains_key("content")
        && !map.contains_key("$ref")
        && ["type", "items", "enum", "format"]
            .iter()
            .any(|key| map.contains_key(*key))
}

fn move_schema(map: &mut Object, at: &str, rewrite: &mut Rewrite) {
    let to = format!("{at}/schema");
    let (schema, moves) = take_schema(map, at, &to);
    map.insert("schema".to_owned(), Value::Object(schema));
    rewrite.moves.made(at, to);
    rewrite.moves.add(moves);
}

/// Takes the schema out of a parameter at `at`, to stand at `to`; the moves are those of its keywords.
pub(super) fn take_schema(map: &mut Object, at: &str, to: &str) -> (Object, Vec<(String, String)>) {
    let mut schema = Object::new();
    let mut moves = Vec::new();
    for key in SCHEMA_KEYWORDS {
        if let Some(value) = map.shift_remove(key) {
            moves.push((below(at, key), below(to, key)));
            schema.insert(key.to_owned(), value);
        }
    }
    (schema, moves)
}

/// Takes `collectionFormat` out.
pub(super) fn collection_format(map: &mut Object) -> Option<String> {
    match map.shift_remove("collectionFormat") {
        Some(Value::String(format)) => Some(format),
        _ => None,
    }
}

/// Arrays are comma separated unless said otherwise, which is not what 3.0 says of queries.
fn default_format(map: &Object, rewrite: &Rewrite) -> Option<String> {
    let array = map.get("schema")?.get("type")? == "array";
    (array && rewrite.is_swagger()).then(|| "csv".to_owned())
}

/// `style` and `explode` of a parameter for a `collectionFormat`.
fn style(map: &mut Object, location: &str, format: &str, at: &str, rewrite: &mut Rewrite) {
    let form = matches!(location, "query" | "cookie");
    let (style, explode) = match format {
        "multi" if form => ("form", true),
        "ssv" if location == "query" => ("spaceDelimited", false),
        "pipes" if location == "query" => ("pipeDelimited", false),
        "csv" | "multi" if form => ("form", false),
        "csv" | "multi" => ("simple", false),
        other => {
            no_counterpart(other, at, rewrite);
            if form {
                ("form", false)
            } else {
                ("simple", false)
            }
        }
    };
    map.insert("style".to_owned(), Value::from(style));
    map.insert("explode".to_owned(), Value::Bool(explode));
}

fn no_counterpart(format: &str, at: &str, rewrite: &mut Rewrite) {
    let message = format!(
        "`collectionFormat: {format}` has no counterpart here; items are separated by commas"
    );
    rewrite.warn("collection-format", at, message);
}

/// `x-example` and `x-examples`, the usual way to give a 2.0 parameter an example.
pub(super) fn examples(map: &mut Object) {
    if map.contains_key("example") || map.contains_key("examples") {
        return;
    }
    if let Some(example) = map.shift_remove("x-example") {
        map.insert("example".to_owned(), example);
    } else if let Some(Value::Object(examples)) = map.get("x-examples")
        && let Some(first) = examples.values().next()
    {
        let example = first.get("value").unwrap_or(first).clone();
        map.insert("example".to_owned(), example);
    }
}
