//! In: a document. Out: the same API in other spellings. Invariant: each of them says what the document says, by the
//! specification and not by how the diff reads it.

use serde_json::{Map, Value, json};
use specsmith::load::{Dialect, Loaded};

/// A document in another spelling.
pub(crate) enum Spelling {
    /// In one file.
    One(Value),
    /// In several, the entry first.
    Files(Vec<(String, Value)>),
}

/// How much bigger a document may get when references are written out.
const GROWTH: usize = 4 << 20;

/// How many files a document is split into; the loader stops at 2000.
const MOST_FILES: usize = 1_500;

/// Every spelling that a document can be put in, by name.
pub(crate) fn all(value: &Value, loaded: &Loaded) -> Vec<(&'static str, Spelling)> {
    let mut found = vec![
        ("as JSON", Spelling::One(value.clone())),
        ("in reverse order", Spelling::One(reversed(value))),
        ("references wrapped", Spelling::One(wrapped(value))),
        (
            "references written out",
            Spelling::One(written_out(value, 1)),
        ),
        (
            "references written out deeply",
            Spelling::One(written_out(value, 3)),
        ),
        (
            "path parameters at operations",
            Spelling::One(pushed_down(value)),
        ),
    ];
    if value.get("openapi").is_some() {
        let files = parts(value);
        // What nothing refers to would be lost.
        if files[0].1.to_string().contains("\"parts.json#") {
            found.push(("a file of components", Spelling::Files(files)));
        }
        found.push(("a file a schema", Spelling::Files(file_a_schema(value))));
    }
    let version = value
        .get("openapi")
        .and_then(Value::as_str)
        .unwrap_or_default();
    if version.starts_with("3.0") {
        found.push(("as 3.1", Spelling::One(modern(value))));
    }
    let entry = loaded.entry();
    if matches!(entry.dialect, Dialect::Swagger2) {
        found.push(("as 3.0", Spelling::One(entry.root.clone())));
    }
    found
}

/// Every map in reverse order.
fn reversed(value: &Value) -> Value {
    match value {
        Value::Object(map) => {
            let entries = map.iter().rev();
            Value::Object(
                entries
                    .map(|(key, value)| (key.clone(), reversed(value)))
                    .collect(),
            )
        }
        Value::Array(list) => Value::Array(list.iter().map(reversed).collect()),
        other => other.clone(),
    }
}

/// `allOf` of one around every reference of a property or an item.
fn wrapped(value: &Value) -> Value {
    let mut copy = value.clone();
    schemas(&mut copy, &mut |schema, role| {
        if role == Role::Own && is_reference(schema) {
            let inner = std::mem::take(schema);
            *schema = json!({ "allOf": [inner] });
        }
    });
    copy
}

/// References to schemas replaced by what they lead to, some levels deep.
fn written_out(value: &Value, levels: usize) -> Value {
    let mut copy = value.clone();
    let mut budget = GROWTH;
    for _ in 0..levels {
        let before = copy.clone();
        schemas(&mut copy, &mut |schema, role| {
            if role == Role::Own && is_reference(schema) {
                write_out(schema, &before, &mut budget);
            }
        });
    }
    copy
}

fn write_out(schema: &mut Value, document: &Value, budget: &mut usize) {
    let pointer = schema["$ref"]
        .as_str()
        .and_then(|text| text.strip_prefix('#'));
    let Some(target) = pointer.and_then(|pointer| document.pointer(pointer)) else {
        return;
    };
    let size = target.to_string().len();
    // The name of such a schema is a value on the wire.
    if size > *budget || target.get("discriminator").is_some() {
        return;
    }
    *budget -= size;
    *schema = target.clone();
}

fn is_reference(schema: &Value) -> bool {
    let names = ["#/components/schemas/", "#/definitions/"];
    let Some(map) = schema.as_object().filter(|map| map.len() == 1) else {
        return false;
    };
    let target = map.get("$ref").and_then(Value::as_str);
    target.is_some_and(|target| names.iter().any(|start| target.starts_with(start)))
}

/// Parameters of path items given by each of their operations.
fn pushed_down(value: &Value) -> Value {
    let mut copy = value.clone();
    let document = value;
    let paths = copy.get_mut("paths").and_then(Value::as_object_mut);
    for (_, item) in paths.into_iter().flatten() {
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        let Some(Value::Array(shared)) = item.shift_remove("parameters") else {
            continue;
        };
        let methods = [
            "get", "put", "post", "delete", "options", "head", "patch", "trace",
        ];
        for method in methods {
            let Some(Value::Object(operation)) = item.get_mut(method) else {
                continue;
            };
            let own = match operation.get("parameters") {
                Some(Value::Array(own)) => own.clone(),
                _ => Vec::new(),
            };
            let key = |one: &Value| {
                let one = match one.get("$ref").and_then(Value::as_str) {
                    Some(to) => document.pointer(to.trim_start_matches('#')).unwrap_or(one),
                    None => one,
                };
                (one.get("in").cloned(), one.get("name").cloned())
            };
            let mut all = shared.clone();
            for one in own {
                match all.iter().position(|other| key(other) == key(&one)) {
                    Some(at) => all[at] = one,
                    None => all.push(one),
                }
            }
            operation.insert("parameters".to_owned(), Value::Array(all));
        }
    }
    copy
}

/// All components but the security schemes, which are known by their name in the entry, in a second file.
fn parts(value: &Value) -> Vec<(String, Value)> {
    let mut entry = value.clone();
    let mut components = Map::new();
    if let Some(Value::Object(map)) = entry.get_mut("components") {
        let schemes = map.shift_remove("securitySchemes");
        components = std::mem::take(map);
        map.extend(schemes.map(|schemes| ("securitySchemes".to_owned(), schemes)));
    }
    addresses(&mut entry, &|to| {
        let rest = to.strip_prefix("#/components/")?;
        let stays = rest.starts_with("securitySchemes/");
        (!stays).then(|| format!("parts.json{to}"))
    });
    let mut second = json!({ "components": components });
    addresses(&mut second, &|to| {
        let elsewhere = to.starts_with("#/") && !to.starts_with("#/components/");
        elsewhere.then(|| format!("entry.json{to}"))
    });
    vec![
        ("entry.json".to_owned(), entry),
        ("parts.json".to_owned(), second),
    ]
}

/// Every schema in a file of its own, and a reference to it where it was.
fn file_a_schema(value: &Value) -> Vec<(String, Value)> {
    let mut entry = value.clone();
    let mut files = Vec::new();
    let schemas = entry
        .pointer_mut("/components/schemas")
        .and_then(Value::as_object_mut);
    for (at, (_, schema)) in schemas.into_iter().flatten().enumerate() {
        if !schema.is_object() || schema.get("$ref").is_some() || at >= MOST_FILES {
            continue;
        }
        let name = format!("schemas/{at}.json");
        let mut content = std::mem::replace(schema, json!({ "$ref": name }));
        addresses(&mut content, &|to| {
            to.starts_with('#').then(|| format!("../entry.json{to}"))
        });
        files.push((name, content));
    }
    files.insert(0, ("entry.json".to_owned(), entry));
    files
}

/// Rewrites the addresses under `$ref` and in the mappings of discriminators.
fn addresses(value: &mut Value, rewrite: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match (key.as_str(), &mut *value) {
                    ("$ref", Value::String(to)) => *to = rewrite(to).unwrap_or(std::mem::take(to)),
                    ("mapping", Value::Object(mapping)) => {
                        for (_, to) in mapping {
                            if let Some(new) = to.as_str().and_then(rewrite) {
                                *to = Value::String(new);
                            } else {
                                addresses(to, rewrite);
                            }
                        }
                    }
                    _ => addresses(value, rewrite),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| addresses(value, rewrite)),
        _ => {}
    }
}

/// OpenAPI 3.0 in the words of 3.1.
fn modern(value: &Value) -> Value {
    let mut copy = value.clone();
    copy["openapi"] = json!("3.1.0");
    schemas(&mut copy, &mut |schema, _| {
        if let Some(map) = schema.as_object_mut()
            && !map.contains_key("$ref")
        {
            // Alone it is how 3.0 writes the type `null`.
            if map.len() == 1 && map.get("nullable") == Some(&Value::Bool(true)) {
                *schema = json!({ "type": "null" });
                return;
            }
            modern_bounds(map);
            let nullable = map.shift_remove("nullable") == Some(Value::Bool(true));
            if map.get("format") == Some(&json!("byte")) {
                map.shift_remove("format");
                map.insert("contentEncoding".to_owned(), json!("base64"));
            }
            if let Some(example) = map.shift_remove("example") {
                map.insert("examples".to_owned(), json!([example]));
            }
            if nullable {
                modern_null(schema);
            }
        }
    });
    copy
}

fn modern_bounds(map: &mut Map<String, Value>) {
    for (exclusive, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        match map.get(exclusive) {
            Some(Value::Bool(true)) => {
                map.shift_remove(exclusive);
                if let Some(number) = map.shift_remove(bound) {
                    map.insert(exclusive.to_owned(), number);
                }
            }
            Some(Value::Bool(false)) => {
                map.shift_remove(exclusive);
            }
            _ => {}
        }
    }
}

fn modern_null(schema: &mut Value) {
    match schema.get("type").cloned() {
        Some(Value::String(name)) => schema["type"] = json!([name, "null"]),
        _ => {
            let inner = std::mem::take(schema);
            *schema = json!({ "anyOf": [inner, { "type": "null" }] });
        }
    }
}

/// What a schema is to the one around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    /// A value of its own: of a body, a property, an item.
    Own,
    /// A part of it or an alternative, or a named one, where the name may be a value on the wire.
    Part,
}

/// Changes every schema of a document, the inner ones first.
fn schemas(value: &mut Value, change: &mut dyn FnMut(&mut Value, Role)) {
    match value {
        Value::Object(map) => {
            // Swagger 2.0 has schemas as parameters and headers, too; they are left as they are.
            for (key, value) in map {
                match key.as_str() {
                    "example" | "examples" | "default" | "enum" => {}
                    _ if key.starts_with("x-") => {}
                    "schema" => schema(value, Role::Own, change),
                    "schemas" | "definitions" => {
                        let named = value.as_object_mut().into_iter().flatten();
                        named.for_each(|(_, value)| schema(value, Role::Part, change));
                    }
                    _ => schemas(value, change),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| schemas(value, change)),
        _ => {}
    }
}

fn schema(value: &mut Value, role: Role, change: &mut dyn FnMut(&mut Value, Role)) {
    for (key, inner) in value.as_object_mut().into_iter().flatten() {
        match (key.as_str(), inner) {
            ("properties", Value::Object(map)) => {
                map.values_mut()
                    .for_each(|value| schema(value, Role::Own, change));
            }
            ("patternProperties" | "dependentSchemas" | "$defs", Value::Object(map)) => {
                map.values_mut()
                    .for_each(|value| schema(value, Role::Part, change));
            }
            ("items" | "additionalProperties", inner @ Value::Object(_)) => {
                schema(inner, Role::Own, change);
            }
            ("allOf" | "oneOf" | "anyOf" | "prefixItems", Value::Array(list)) => {
                list.iter_mut()
                    .for_each(|value| schema(value, Role::Part, change));
            }
            ("not" | "contains" | "propertyNames" | "if" | "then" | "else", inner) => {
                schema(inner, Role::Part, change);
            }
            _ => {}
        }
    }
    change(value, role);
}
