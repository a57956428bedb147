//! In: an object or array of the specification. Out: the same, where every child that should be an object, an array or
//! a schema is one. Invariant: after this the walk finds objects where it looks for objects.

use serde_json::{Value, json};

use super::{Context, Object, below, kind, schema};
use crate::load::walk::{Node, Place};

/// The part itself, which has no parent to look after it.
pub(super) fn whole(value: &mut Value, at: &str, place: Place, context: &mut Context) {
    match fit(place, value, at, context) {
        Fit::Keep => {}
        Fit::Replace(new) => *value = new,
        Fit::Remove => *value = json!({}),
    }
}

/// The children of an object.
pub(super) fn entries(map: &mut Object, at: &str, place: Place, context: &mut Context) {
    let wrong: Vec<String> = map
        .iter()
        .filter(|(key, value)| !fits(place, place.child(key), key, value))
        .map(|(key, _)| key.clone())
        .collect();
    for key in wrong {
        let pointer = below(at, &key);
        let expected = place.child(&key);
        let named = !matches!(place, Place::One(_));
        let Some(value) = map.get_mut(&key) else {
            continue;
        };
        let was = kind(value);
        match fit(expected, value, &pointer, context) {
            Fit::Keep => {}
            Fit::Replace(new) => *value = new,
            Fit::Remove if named && has_empty(expected) => {
                complain(context, &pointer, &key, was, "read as an empty object");
                *value = json!({});
            }
            Fit::Remove => {
                complain(context, &pointer, &key, was, "left out");
                map.shift_remove(&key);
            }
        }
    }
}

/// The items of an array; what is no item is taken out.
pub(super) fn items(list: &mut Vec<Value>, at: &str, place: Place, context: &mut Context) {
    let expected = place.child("0");
    if list.iter().all(|item| fits(place, expected, "", item)) {
        return;
    }
    let mut kept = Vec::new();
    let mut moves = Vec::new();
    for (index, mut item) in std::mem::take(list).into_iter().enumerate() {
        let pointer = format!("{at}/{index}");
        match fit(expected, &mut item, &pointer, context) {
            Fit::Keep => {}
            Fit::Replace(new) => item = new,
            Fit::Remove => {
                complain(context, &pointer, "item", kind(&item), "left out");
                continue;
            }
        }
        if kept.len() != index {
            moves.push((pointer, format!("{at}/{}", kept.len())));
        }
        kept.push(item);
    }
    context.moves.add(moves);
    *list = kept;
}

fn complain(context: &mut Context, at: &str, key: &str, was: &str, done: &str) {
    let (code, message) = match was {
        "null" => ("null-value", format!("`{key}` is null; it is {done}")),
        was => (
            "wrong-shape",
            format!("`{key}` cannot be {was}; it is {done}"),
        ),
    };
    context.warn(code, at, message);
}

/// Whether a child is what is expected; quick, because nearly every child is.
fn fits(parent: Place, expected: Place, key: &str, value: &Value) -> bool {
    match expected {
        Place::One(Node::Schema) if value.is_boolean() => true,
        // A tuple of JSON Schema before 2020-12, which the schema itself deals with.
        Place::One(Node::Schema) if value.is_array() && key == "items" => true,
        Place::One(_) | Place::Map(_) | Place::Fields(_) => value.is_object(),
        Place::List(_) => value.is_array(),
        Place::Rest => !value.is_null() || !matches!(parent, Place::One(_)) || may_be_null(key),
    }
}

/// Keywords whose value is a value of the API, which may be null.
fn may_be_null(key: &str) -> bool {
    matches!(key, "example" | "default" | "const" | "value" | "dataValue") || key.starts_with("x-")
}

/// Kinds of which an empty object still says something under a name.
fn has_empty(place: Place) -> bool {
    match place {
        Place::One(node) => matches!(
            node,
            Node::Schema | Node::Response | Node::MediaType | Node::PathItem | Node::Header
        ),
        Place::Map(_) | Place::Fields(_) | Place::List(_) | Place::Rest => false,
    }
}

enum Fit {
    Keep,
    Replace(Value),
    Remove,
}

/// What becomes of a value that is not of the type its place asks for.
fn fit(expected: Place, value: &mut Value, at: &str, context: &mut Context) -> Fit {
    match (expected, &mut *value) {
        (Place::One(_) | Place::Map(_) | Place::Fields(_), Value::Object(_)) => Fit::Keep,
        (Place::List(_), Value::Array(_)) => Fit::Keep,
        (Place::One(Node::Schema), Value::Bool(_)) => Fit::Keep,
        (Place::Rest, Value::Null) => Fit::Remove,
        (Place::Rest, _) => Fit::Keep,
        (Place::List(node), value) => list_of(node, value, at, context),
        (Place::Map(Node::Example), Value::Array(list)) if !list.is_empty() => {
            named_examples(list, at, context)
        }
        (Place::One(node), value) => one(node, value, at, context),
        (Place::Map(_) | Place::Fields(_), _) => Fit::Remove,
    }
}

/// Something else where a single object belongs.
fn one(node: Node, value: &mut Value, at: &str, context: &mut Context) -> Fit {
    match (node, value) {
        (Node::Schema, Value::String(name)) if schema::is_type_name(name) => {
            let message = format!("`{name}` stands for a schema; it is read as its type");
            context.warn("wrong-shape", at, message);
            Fit::Replace(json!({ "type": name }))
        }
        (Node::Response, Value::String(text)) => {
            context.warn(
                "wrong-shape",
                at,
                "a response is an object; the text is its description",
            );
            Fit::Replace(json!({ "description": text }))
        }
        (Node::Tag | Node::Server, Value::String(text)) => {
            let key = if node == Node::Tag { "name" } else { "url" };
            let message = format!("a text, where an object with a `{key}` belongs");
            context.warn("wrong-shape", at, message);
            Fit::Replace(json!({ key: text }))
        }
        (Node::Example, value) if !value.is_null() => {
            context.warn("wrong-shape", at, "an example is an object with a `value`");
            context.moved(at.to_owned(), format!("{at}/value"));
            Fit::Replace(json!({ "value": value.take() }))
        }
        (_, Value::Array(list)) if list.len() == 1 && list[0].is_object() => {
            context.warn(
                "wrong-shape",
                at,
                "an array of one, where one object belongs",
            );
            context.moved(format!("{at}/0"), at.to_owned());
            Fit::Replace(list.remove(0))
        }
        _ => Fit::Remove,
    }
}

/// Something else where an array belongs.
fn list_of(node: Node, value: &mut Value, at: &str, context: &mut Context) -> Fit {
    let single = match (node, &*value) {
        (Node::Server, Value::String(url)) => Some(json!({ "url": url })),
        (Node::Tag, Value::String(name)) => Some(json!({ "name": name })),
        (node, Value::Object(map)) if looks_like(node, map) => Some(value.clone()),
        (Node::Schema, Value::Bool(_)) => Some(value.clone()),
        _ => None,
    };
    if let Some(single) = single {
        context.warn("wrong-shape", at, "a single value, where an array belongs");
        context.moved(at.to_owned(), format!("{at}/0"));
        return Fit::Replace(Value::Array(vec![single]));
    }
    match value {
        Value::Object(map) if !map.is_empty() && map.values().all(Value::is_object) => {
            context.warn(
                "wrong-shape",
                at,
                "an object, where an array belongs; its values are taken",
            );
            let moves = map
                .keys()
                .enumerate()
                .map(|(index, key)| (below(at, key), format!("{at}/{index}")));
            context.moves.add(moves);
            let values = std::mem::take(map).into_iter().map(|(_, value)| value);
            Fit::Replace(values.collect())
        }
        _ => Fit::Remove,
    }
}

/// Whether an object is one item rather than items by name.
fn looks_like(node: Node, map: &Object) -> bool {
    let marks: &[&str] = match node {
        Node::Parameter => &["name", "in", "$ref"],
        Node::Schema => &[
            "$ref",
            "type",
            "properties",
            "allOf",
            "oneOf",
            "anyOf",
            "enum",
            "items",
        ],
        Node::Server => &["url"],
        Node::Tag => &["name"],
        Node::Encoding => &["contentType", "headers", "style"],
        Node::Root
        | Node::Info
        | Node::ServerVariable
        | Node::Components
        | Node::PathItem
        | Node::Operation
        | Node::Body
        | Node::MediaType
        | Node::Response
        | Node::Header
        | Node::Example
        | Node::Link
        | Node::Callback
        | Node::Discriminator
        | Node::SecurityScheme => &[],
    };
    marks.iter().any(|mark| match map.get(*mark) {
        Some(Value::Object(_)) => *mark == "properties" || *mark == "items",
        Some(_) => true,
        None => false,
    })
}

/// An array of values where examples belong under names.
fn named_examples(list: &mut Vec<Value>, at: &str, context: &mut Context) -> Fit {
    context.warn(
        "wrong-shape",
        at,
        "an array, where examples belong under names",
    );
    let mut map = Object::new();
    let mut moves = Vec::new();
    for (index, value) in std::mem::take(list).into_iter().enumerate() {
        moves.push((format!("{at}/{index}"), format!("{at}/{index}/value")));
        map.insert(index.to_string(), json!({ "value": value }));
    }
    context.moves.add(moves);
    Fit::Replace(Value::Object(map))
}
