//! In: a schema as written. Out: a schema whose `type`, `required`, `enum`, `items` and `discriminator` have the shapes
//! that JSON Schema gives them. Invariant: only keywords are touched, never properties or examples.

use serde_json::{Value, json};

use super::{Context, Object, below, kind, scalar};
use crate::diag::{Diagnostic, suggest};
use crate::load::Dialect;

/// Repairs the keywords of one schema.
pub(super) fn schema(map: &mut Object, at: &str, context: &mut Context) {
    type_keyword(map, at, context);
    required_of_properties(map, at, context);
    required(map, at, context);
    enum_keyword(map, at, context);
    items(map, at, context);
    compositions(map, at, context);
    additional(map, at, context);
    discriminator(map, at, context);
    if let Some(flag) = map.get("x-nullable").and_then(scalar::flag) {
        map.entry("nullable").or_insert(Value::Bool(flag));
    }
}

/// Whether a word is the name of a type, in any of the spellings known here.
pub(super) fn is_type_name(word: &str) -> bool {
    standard(word) || matches!(alias(word), Alias::Type(..))
}

/// `type`: one of the seven words, or an array of them.
pub(super) fn type_keyword(map: &mut Object, at: &str, context: &mut Context) {
    let Some(value) = map.get_mut("type") else {
        return;
    };
    let pointer = below(at, "type");
    match value {
        Value::String(word) if standard(word) => {}
        Value::String(word) if word == "file" => file_type(map, &pointer, context),
        Value::String(word) => {
            let word = word.clone();
            other_type(map, &word, &pointer, context);
        }
        Value::Null => {
            context.warn(
                "type-null",
                &pointer,
                "`type: null` means the string \"null\"",
            );
            *value = Value::String("null".to_owned());
        }
        Value::Array(list) if list.iter().all(|t| t.as_str().is_some_and(standard)) => {
            if context.dialect == Dialect::OpenApi30 || context.dialect == Dialect::Swagger2 {
                let message = "an array of types is a form of OpenAPI 3.1; it is read as that";
                context.warn("type-array", &pointer, message);
            }
            if list.is_empty() {
                map.shift_remove("type");
            }
        }
        Value::Array(list) => {
            context.warn("type-unknown", &pointer, "not all of these are types");
            let words = std::mem::take(list).into_iter().filter_map(array_word);
            let words: Vec<Value> = words.collect();
            match words.is_empty() {
                true => drop(map.shift_remove("type")),
                false => *value = Value::Array(words),
            }
        }
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
            let message = format!("`type` cannot be {}; it is left out", kind(value));
            context.warn("type-unknown", &pointer, message);
            map.shift_remove("type");
        }
    }
}

/// The types of JSON Schema.
const TYPES: [&str; 7] = [
    "string", "integer", "number", "boolean", "object", "array", "null",
];

fn standard(word: &str) -> bool {
    TYPES.contains(&word)
}

fn array_word(value: Value) -> Option<Value> {
    match value {
        Value::Null => Some(Value::from("null")),
        Value::String(word) if standard(&word) => Some(Value::String(word)),
        Value::String(word) => match alias(&word) {
            Alias::Type(word, _) => Some(Value::from(word)),
            Alias::Any | Alias::Unknown => None,
        },
        _ => None,
    }
}

/// `file` is a type in Swagger 2.0, where its own rewrite needs to see it.
fn file_type(map: &mut Object, pointer: &str, context: &mut Context) {
    if context.dialect != Dialect::Swagger2 {
        let message = "`type: file` is Swagger 2.0; it is read as a binary string";
        context.warn("type-alias", pointer, message);
        map.insert("type".to_owned(), Value::from("string"));
        map.entry("format").or_insert(Value::from("binary"));
    }
}

fn other_type(map: &mut Object, word: &str, pointer: &str, context: &mut Context) {
    match alias(word) {
        Alias::Type(name, format) => {
            let message = format!("`{word}` is no type; it is read as `{name}`");
            context.warn("type-alias", pointer, message);
            map.insert("type".to_owned(), Value::from(name));
            if let Some(format) = format {
                map.entry("format").or_insert(Value::from(format));
            }
        }
        Alias::Any => {
            let message = format!("`{word}` is no type; without `type` any value is allowed");
            context.warn("type-any", pointer, message);
            map.shift_remove("type");
        }
        Alias::Unknown => {
            let message = format!("there is no type `{word}`; it is left out");
            let warning = Diagnostic::warning("type-unknown", context.origin(pointer), message);
            let near = suggest(word, TYPES);
            context.diagnostics.push(warning.near(near));
            map.shift_remove("type");
        }
    }
}

enum Alias {
    Type(&'static str, Option<&'static str>),
    Any,
    Unknown,
}

/// The words of programming languages and databases for types.
fn alias(word: &str) -> Alias {
    let lower = word.trim().to_ascii_lowercase();
    let (name, format) = match lower.as_str() {
        "string" | "str" | "text" | "char" | "varchar" | "enum" => ("string", None),
        "integer" | "int" | "short" | "bigint" | "timestamp" => ("integer", None),
        "int32" => ("integer", Some("int32")),
        "int64" | "long" => ("integer", Some("int64")),
        "number" | "decimal" | "numeric" | "real" => ("number", None),
        "float" => ("number", Some("float")),
        "double" => ("number", Some("double")),
        "boolean" | "bool" => ("boolean", None),
        "object" | "map" | "dict" | "dictionary" | "hash" | "struct" | "json" => ("object", None),
        "array" | "list" | "set" | "tuple" => ("array", None),
        "null" | "none" | "nil" => ("null", None),
        "date" => ("string", Some("date")),
        "date-time" | "datetime" => ("string", Some("date-time")),
        "time" => ("string", Some("time")),
        "uuid" | "guid" => ("string", Some("uuid")),
        "uri" | "url" => ("string", Some("uri")),
        "email" => ("string", Some("email")),
        "password" => ("string", Some("password")),
        "byte" | "base64" => ("string", Some("byte")),
        "binary" | "file" | "blob" => ("string", Some("binary")),
        "any" | "mixed" | "*" | "" | "anytype" | "unknown" | "undefined" => return Alias::Any,
        _ => return Alias::Unknown,
    };
    Alias::Type(name, format)
}

/// `required: true` on a property is meant for the list of its parent.
fn required_of_properties(map: &mut Object, at: &str, context: &mut Context) {
    let Some(Value::Object(properties)) = map.get_mut("properties") else {
        return;
    };
    let mut hoisted = Vec::new();
    for (name, property) in properties.iter_mut() {
        let Value::Object(property) = property else {
            continue;
        };
        let Some(flag) = property.get("required").and_then(scalar::flag) else {
            continue;
        };
        let pointer = format!("{}/required", below(&format!("{at}/properties"), name));
        let message = format!(
            "`required: {flag}` on a property belongs in the `required` list of its object"
        );
        context.warn("required-boolean", &pointer, message);
        property.shift_remove("required");
        if flag {
            hoisted.push(Value::from(name.as_str()));
        }
    }
    if hoisted.is_empty() {
        return;
    }
    match map.get_mut("required") {
        Some(Value::Array(list)) => {
            for name in hoisted {
                if !list.contains(&name) {
                    list.push(name);
                }
            }
        }
        _ => drop(map.insert("required".to_owned(), Value::Array(hoisted))),
    }
}

/// `required`: an array of names.
fn required(map: &mut Object, at: &str, context: &mut Context) {
    let Some(value) = map.get_mut("required") else {
        return;
    };
    let pointer = below(at, "required");
    match value {
        Value::Null => {}
        Value::Array(list) if list.iter().all(Value::is_string) => {}
        Value::Array(list) => {
            context.warn(
                "required-name",
                &pointer,
                "names are strings; other values are read as such",
            );
            *list = list
                .iter()
                .filter_map(scalar::text)
                .map(Value::String)
                .collect();
        }
        value if scalar::flag(value).is_some() => {
            let message = "`required` of a schema is a list of property names; it is left out";
            context.warn("required-boolean", &pointer, message);
            map.shift_remove("required");
        }
        Value::String(name) => {
            context.warn(
                "required-name",
                &pointer,
                "`required` is an array of names; this is read as its only one",
            );
            *value = json!([name]);
        }
        Value::Bool(_) | Value::Number(_) | Value::Object(_) => {
            context.warn(
                "required-name",
                &pointer,
                "`required` is an array of names; it is left out",
            );
            map.shift_remove("required");
        }
    }
}

/// `enum`: an array of values.
pub(super) fn enum_keyword(map: &mut Object, at: &str, context: &mut Context) {
    let Some(value) = map.get_mut("enum") else {
        return;
    };
    let pointer = below(at, "enum");
    match value {
        Value::Array(_) | Value::Null => {}
        Value::Object(_) => {
            context.warn(
                "enum-array",
                &pointer,
                "`enum` is an array; the object is left out",
            );
            map.shift_remove("enum");
        }
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            context.warn(
                "enum-array",
                &pointer,
                "`enum` is an array; this is read as its only value",
            );
            *value = Value::Array(vec![value.take()]);
        }
    }
}

/// `items`: there for an array, and itself one schema.
fn items(map: &mut Object, at: &str, context: &mut Context) {
    match map.get_mut("items") {
        Some(Value::Array(list)) => {
            let list = std::mem::take(list);
            items_array(map, list, at, context);
        }
        Some(Value::Null) | None => {
            let strict = matches!(context.dialect, Dialect::Swagger2 | Dialect::OpenApi30);
            let array = map.get("type").is_some_and(|t| t == "array");
            if array && strict && !map.contains_key("prefixItems") {
                context.warn(
                    "items-missing",
                    at,
                    "an array without `items`; any items are allowed",
                );
                map.insert("items".to_owned(), json!({}));
            }
        }
        Some(_) => {}
    }
}

/// An array of schemas as `items`: the tuple of earlier JSON Schemas. Where nothing says that the value is an array,
/// what converters write for a choice they have no word for.
fn items_array(map: &mut Object, mut list: Vec<Value>, at: &str, context: &mut Context) {
    let pointer = below(at, "items");
    let typed =
        map.contains_key("type") || map.contains_key("minItems") || map.contains_key("maxItems");
    map.shift_remove("items");
    let (key, message) = match (list.len(), typed) {
        (1, true) => {
            context.warn(
                "items-array",
                &pointer,
                "`items` is one schema, not an array of one",
            );
            context.moved(format!("{pointer}/0"), pointer);
            map.insert("items".to_owned(), list.remove(0));
            return;
        }
        (_, true) => (
            "prefixItems",
            "`items` is one schema; this is read as `prefixItems`",
        ),
        (_, false) => (
            "anyOf",
            "`items` without `type: array`; this is read as `anyOf`",
        ),
    };
    context.warn("items-array", &pointer, message);
    if list.is_empty() || map.contains_key(key) {
        return;
    }
    context.moved(pointer.clone(), below(at, key));
    map.insert(key.to_owned(), Value::Array(list));
    if let Some(rest) = map.shift_remove("additionalItems") {
        context.moved(below(at, "additionalItems"), pointer);
        map.insert("items".to_owned(), rest);
    }
}

/// `allOf: []` and its like say nothing that a schema may say.
fn compositions(map: &mut Object, at: &str, context: &mut Context) {
    for key in ["allOf", "oneOf", "anyOf"] {
        if map
            .get(key)
            .and_then(Value::as_array)
            .is_some_and(Vec::is_empty)
        {
            let message = format!("an empty `{key}` is left out");
            context.warn("composition-empty", &below(at, key), message);
            map.shift_remove(key);
        }
    }
}

/// `additionalProperties: "false"`.
fn additional(map: &mut Object, at: &str, context: &mut Context) {
    if let Some(value @ Value::String(_)) = map.get_mut("additionalProperties")
        && let Some(flag) = scalar::flag(value)
    {
        *value = Value::Bool(flag);
        let pointer = below(at, "additionalProperties");
        context.warn("wrong-type", &pointer, "a flag is not a string");
    }
}

/// `discriminator`: an object since 3.0, a property name before.
fn discriminator(map: &mut Object, at: &str, context: &mut Context) {
    let pointer = below(at, "discriminator");
    match map.get_mut("discriminator") {
        Some(value @ Value::String(_)) => {
            if context.dialect != Dialect::Swagger2 {
                let message = "`discriminator` is an object with a `propertyName`";
                context.warn("discriminator-name", &pointer, message);
            }
            context.moved(pointer.clone(), format!("{pointer}/propertyName"));
            *value = json!({ "propertyName": value.take() });
        }
        Some(Value::Object(object)) if !object.contains_key("propertyName") => {
            let message = "a discriminator without `propertyName` decides nothing; it is left out";
            context.warn("discriminator-name", &pointer, message);
            map.shift_remove("discriminator");
        }
        _ => {}
    }
}
