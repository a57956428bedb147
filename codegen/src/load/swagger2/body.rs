//! In: parameters `in: body` and `in: formData`. Out: the request body that they make together. Invariant: every form
//! field becomes a property of the same name, required where the field is.

use serde_json::{Value, json};

use super::parameter;
use super::{MediaTypes, Object, below};
use crate::load::origins::Moves;

/// A parameter and the place it stands at.
pub(super) struct Part {
    pub(super) value: Object,
    pub(super) at: String,
}

/// Whether a parameter is a body, or a part of one.
pub(super) fn is_body(value: &Value) -> bool {
    value
        .get("in")
        .is_some_and(|location| location == "body" || location == "formData")
}

/// The shared bodies of a document, from `components.parameters` to `components.requestBodies`. Form fields are no
/// component of 3.0: they are copied into the operations that use them.
pub(super) fn components(components: &mut Object, at: &str, types: &MediaTypes, moves: &mut Moves) {
    let Some(Value::Object(parameters)) = components.get_mut("parameters") else {
        return;
    };
    let names: Vec<String> = parameters
        .iter()
        .filter(|(_, value)| is_body(value))
        .map(|(name, _)| name.clone())
        .collect();
    let mut bodies = Object::new();
    for name in names {
        let Some(Value::Object(value)) = parameters.shift_remove(&name) else {
            continue;
        };
        if value.get("in").is_some_and(|location| location == "body") {
            let from = format!("{at}/parameters/{}", crate::source::escape_token(&name));
            let to = format!("{at}/requestBodies/{}", crate::source::escape_token(&name));
            let part = Part { value, at: from };
            bodies.insert(name, body(part, &to, &types.consumes, moves));
        }
    }
    if parameters.is_empty() {
        components.shift_remove("parameters");
    }
    if !bodies.is_empty() {
        let entry = components
            .entry("requestBodies")
            .or_insert_with(|| json!({}));
        if let Value::Object(map) = entry {
            map.extend(bodies);
        }
    }
}

/// The request body of one `in: body` parameter, to stand at `to`.
pub(super) fn body(mut part: Part, to: &str, consumes: &[String], moves: &mut Moves) -> Value {
    parameter::examples(&mut part.value);
    let from = part.at;
    let mut out = Object::new();
    moves.add([(from.clone(), to.to_owned())]);
    let schema = part
        .value
        .shift_remove("schema")
        .unwrap_or_else(|| json!({}));
    let example = part.value.shift_remove("example");
    let default = [DEFAULT.to_owned()];
    let types = if consumes.is_empty() {
        &default
    } else {
        consumes
    };
    let mut content = Object::new();
    moves.made(&from, format!("{to}/content"));
    for media_type in types {
        let place = below(&format!("{to}/content"), media_type);
        moves.made(&from, place.clone());
        moves.add([(below(&from, "schema"), below(&place, "schema"))]);
        let mut entry = Object::new();
        entry.insert("schema".to_owned(), schema.clone());
        if let Some(example) = &example {
            entry.insert("example".to_owned(), example.clone());
        }
        content.insert(media_type.clone(), Value::Object(entry));
    }
    for (key, value) in part.value {
        if !["in", "name", "x-examples"].contains(&key.as_str()) {
            out.insert(key, value);
        }
    }
    out.insert("content".to_owned(), Value::Object(content));
    Value::Object(out)
}

/// What a body is written in if nothing says so.
const DEFAULT: &str = "application/json";
const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// The request body of all form fields of an operation, to stand at `to`.
pub(super) fn form(parts: Vec<Part>, to: &str, consumes: &[String], moves: &mut Moves) -> Value {
    let has_file = parts
        .iter()
        .any(|part| part.value.get("type").is_some_and(|t| t == "file"));
    let types = form_types(has_file, consumes);
    let from = parts
        .first()
        .map(|part| part.at.clone())
        .unwrap_or_default();
    moves.made(&from, to);
    moves.made(&from, format!("{to}/content"));
    let any_required = parts.iter().any(|part| is_required(&part.value));
    let mut content = Object::new();
    for media_type in types {
        let place = below(&format!("{to}/content"), media_type);
        moves.made(&from, place.clone());
        moves.made(&from, below(&place, "schema"));
        let entry = form_entry(&parts, &below(&place, "schema"), moves);
        content.insert(media_type.to_owned(), entry);
    }
    let mut out = Object::new();
    if any_required {
        out.insert("required".to_owned(), Value::Bool(true));
    }
    out.insert("content".to_owned(), Value::Object(content));
    Value::Object(out)
}

fn form_types(has_file: bool, consumes: &[String]) -> Vec<&str> {
    let named: Vec<&str> = consumes
        .iter()
        .map(String::as_str)
        .filter(|t| {
            let essence = t
                .split(';')
                .next()
                .unwrap_or_default()
                .trim()
                .to_ascii_lowercase();
            essence == MULTIPART || (essence == URLENCODED && !has_file)
        })
        .collect();
    match (named.is_empty(), has_file) {
        (false, _) => named,
        (true, true) => vec![MULTIPART],
        (true, false) => vec![URLENCODED],
    }
}

fn is_required(part: &Object) -> bool {
    part.get("required")
        .is_some_and(|required| required == true)
}

/// The object of all fields, with an encoding for arrays.
fn form_entry(parts: &[Part], to: &str, moves: &mut Moves) -> Value {
    let mut properties = Object::new();
    let mut required = Vec::new();
    let mut encoding = Object::new();
    for part in parts {
        let Some(Value::String(name)) = part.value.get("name").cloned() else {
            continue;
        };
        let mut field = part.value.clone();
        let place = below(&format!("{to}/properties"), &name);
        if is_required(&field) && !required.contains(&name) {
            required.push(name.clone());
        }
        let format = parameter::collection_format(&mut field);
        parameter::examples(&mut field);
        let (mut schema, keyword_moves) = parameter::take_schema(&mut field, &part.at, &place);
        moves.add([(part.at.clone(), place.clone())]);
        moves.add(keyword_moves);
        if let Some(Value::Object(own)) = field.shift_remove("schema") {
            schema.extend(own);
            moves.add([(below(&part.at, "schema"), place)]);
        }
        if schema.get("type").is_some_and(|t| t == "array") {
            let own = array_encoding(format.as_deref()).map(|own| (name.clone(), own));
            encoding.extend(own);
        }
        for (key, value) in field {
            if !["in", "name", "required", "allowEmptyValue", "x-examples"].contains(&key.as_str())
            {
                schema.entry(key).or_insert(value);
            }
        }
        properties.insert(name, Value::Object(schema));
    }
    let mut entry = json!({ "schema": { "type": "object", "properties": properties } });
    if !required.is_empty() {
        entry["schema"]["required"] = json!(required);
    }
    if !encoding.is_empty() {
        entry["encoding"] = Value::Object(encoding);
    }
    entry
}

/// How an array is written in a form; by default comma separated, unlike in 3.0, where `multi` is the default.
fn array_encoding(format: Option<&str>) -> Option<Value> {
    match format {
        Some("multi") => None,
        Some("ssv") => Some(json!({ "style": "spaceDelimited", "explode": false })),
        Some("pipes") => Some(json!({ "style": "pipeDelimited", "explode": false })),
        _ => Some(json!({ "style": "form", "explode": false })),
    }
}
