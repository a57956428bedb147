//! In: paths, operations, parameters and security schemes as written. Out: the same with their keys and shapes as the
//! specification has them. Invariant: a key is renamed only if nothing else has the new name.

use serde_json::{Value, json};

use super::{Context, Object, below, scalar};
use crate::load::walk::METHODS;

/// The keys of `paths`: each begins with a slash.
pub(super) fn paths(map: &mut Object, at: &str, context: &mut Context) {
    rename(map, at, context, "path-slash", |key| {
        let url = key.starts_with("x-") || key.starts_with('/') || key.starts_with("http");
        (!url).then(|| format!("/{}", key.trim_start()))
    });
}

/// The keys of a path item: methods are lower case.
pub(super) fn path_item(map: &mut Object, at: &str, context: &mut Context) {
    rename(map, at, context, "letter-case", |key| {
        let lower = key.to_ascii_lowercase();
        (lower != key && METHODS.contains(&lower.as_str())).then_some(lower)
    });
}

/// Keys of an operation.
pub(super) fn operation(map: &mut Object, at: &str, context: &mut Context) {
    security(map, at, context);
    if let Some(Value::Object(responses)) = map.get_mut("responses") {
        let at = below(at, "responses");
        rename(responses, &at, context, "letter-case", |key| {
            let lower = key.to_ascii_lowercase();
            let range = lower.len() == 3 && lower.ends_with("xx") && key != lower.to_uppercase();
            match lower.as_str() {
                "default" if key != "default" => Some(lower),
                _ => range.then(|| lower.to_uppercase()),
            }
        });
    }
}

/// `security` of the whole document.
pub(super) fn root(map: &mut Object, at: &str, context: &mut Context) {
    security(map, at, context);
    rename(map, at, context, "letter-case", |key| {
        let known = [
            "openapi",
            "swagger",
            "paths",
            "components",
            "info",
            "servers",
        ];
        let lower = key.to_ascii_lowercase();
        (lower != key && known.contains(&lower.as_str())).then_some(lower)
    });
}

/// `security`: an array of objects.
fn security(map: &mut Object, at: &str, context: &mut Context) {
    let Some(value) = map.get_mut("security") else {
        return;
    };
    let pointer = below(at, "security");
    match value {
        Value::Array(list) if list.iter().all(Value::is_object) => {}
        Value::Null => {}
        Value::Array(list) => {
            context.warn(
                "security-shape",
                &pointer,
                "each alternative is an object; a name alone is read as that scheme without scopes",
            );
            *list = std::mem::take(list)
                .into_iter()
                .filter_map(requirement)
                .collect();
        }
        Value::Object(_) | Value::String(_) => {
            context.warn(
                "security-shape",
                &pointer,
                "`security` is an array of objects; this is read as its only one",
            );
            *value = requirement(value.take()).into_iter().collect();
        }
        Value::Bool(_) | Value::Number(_) => {
            context.warn(
                "security-shape",
                &pointer,
                "`security` is an array of objects; it is left out",
            );
            map.shift_remove("security");
        }
    }
}

/// One alternative: the name of a scheme alone stands for the scheme without scopes.
fn requirement(value: Value) -> Option<Value> {
    match value {
        Value::Object(_) => Some(value),
        Value::String(name) => Some(json!({ name: [] })),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => None,
    }
}

/// `required: true` inside the schema of a parameter is meant for the parameter.
pub(super) fn parameter(map: &mut Object, at: &str, context: &mut Context) {
    let Some(Value::Object(schema)) = map.get_mut("schema") else {
        return;
    };
    let Some(flag) = schema.get("required").and_then(scalar::flag) else {
        return;
    };
    schema.shift_remove("required");
    let message = format!("`required: {flag}` belongs to the parameter, not to its schema");
    context.warn(
        "required-boolean",
        &format!("{at}/schema/required"),
        message,
    );
    map.entry("required").or_insert(Value::Bool(flag));
}

/// An example that is the value itself, without the object around it.
pub(super) fn example(map: &mut Object, at: &str, context: &mut Context) {
    const KEYWORDS: [&str; 7] = [
        "value",
        "externalValue",
        "dataValue",
        "serializedValue",
        "$ref",
        "summary",
        "description",
    ];
    if map.is_empty() || KEYWORDS.iter().any(|key| map.contains_key(*key)) {
        return;
    }
    context.warn(
        "example-value",
        at,
        "an example is an object with a `value`; this is read as the value",
    );
    context.moved(at.to_owned(), format!("{at}/value"));
    let value = Value::Object(std::mem::take(map));
    map.insert("value".to_owned(), value);
}

/// The Swagger 2.0 type `basic`, in a later document.
pub(super) fn security_scheme(map: &mut Object, at: &str, context: &mut Context) {
    let basic = map
        .get("type")
        .and_then(Value::as_str)
        .is_some_and(|t| t.eq_ignore_ascii_case("basic"));
    if basic && context.dialect != crate::load::Dialect::Swagger2 {
        context.warn(
            "security-shape",
            &below(at, "type"),
            "basic authentication is `type: http` with `scheme: basic`",
        );
        map.insert("type".to_owned(), Value::from("http"));
        map.insert("scheme".to_owned(), Value::from("basic"));
    }
}

/// Renames keys and keeps their order.
fn rename(
    map: &mut Object,
    at: &str,
    context: &mut Context,
    code: &'static str,
    better: impl Fn(&str) -> Option<String>,
) {
    let mut names: Vec<(String, String)> = Vec::new();
    for key in map.keys() {
        if let Some(new) = better(key)
            && !map.contains_key(&new)
            && names.iter().all(|(_, taken)| *taken != new)
        {
            names.push((key.clone(), new));
        }
    }
    if names.is_empty() {
        return;
    }
    for (old, new) in &names {
        context.warn(code, &below(at, old), format!("`{old}` is read as `{new}`"));
    }
    let moves = names
        .iter()
        .map(|(old, new)| (below(at, old), below(at, new)));
    context.moves.add(moves);
    let entries = std::mem::take(map).into_iter();
    *map = entries
        .map(|(key, value)| {
            let new = names.iter().find(|(old, _)| *old == key);
            (new.map_or(key.clone(), |(_, new)| new.clone()), value)
        })
        .collect();
}
