//! In: a document and a place in it. Out: one member set, put in, taken out or renamed there. Invariant: each says whether it
//! changed anything, and nothing else of the document moves.

use serde_json::{Map, Value};

pub(super) fn at<'v>(document: &'v mut Value, pointer: &str) -> Option<&'v mut Value> {
    document
        .pointer_mut(pointer)
        .filter(|value| value.is_object())
}

/// A schema of one plain type.
pub(super) fn plain<'v>(document: &'v mut Value, pointer: &str) -> Option<&'v mut Value> {
    at(document, pointer).filter(|schema| {
        schema["type"].is_string()
            && ["enum", "const", "oneOf", "anyOf", "allOf"]
                .iter()
                .all(|key| schema.get(key).is_none())
    })
}

pub(super) fn list<'v>(
    document: &'v mut Value,
    pointer: &str,
    key: &str,
) -> Option<&'v mut Vec<Value>> {
    at(document, pointer)?.get_mut(key)?.as_array_mut()
}

pub(super) fn push(list: &mut Vec<Value>, value: Value) -> bool {
    let fits = list.iter().all(|other| {
        other != &value
            && (other.is_object() == value.is_object())
            && (other.is_string() == value.is_string())
    });
    if fits {
        list.push(value);
    }
    fits
}

pub(super) fn set(object: &mut Value, key: &str, value: Value) -> bool {
    let differs = object.get(key) != Some(&value);
    object[key] = value;
    differs
}

pub(super) fn set_new(object: &mut Value, key: &str, value: Value) -> bool {
    object.get(key).is_none() && set(object, key, value)
}

pub(super) fn remove(document: &mut Value, pointer: &str, key: &str) -> bool {
    let object = document.pointer_mut(pointer).and_then(Value::as_object_mut);
    object.is_some_and(|object| object.shift_remove(key).is_some())
}

/// The last key of a pointer.
pub(super) fn key(pointer: &str) -> String {
    let last = pointer.rsplit('/').next().unwrap_or_default();
    last.replace("~1", "/").replace("~0", "~")
}

pub(super) fn parent(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(parent, _)| parent)
}

pub(super) fn gone(document: &mut Value, pointer: &str) -> bool {
    remove(document, parent(pointer), &key(pointer))
}

pub(super) fn item_removed(document: &mut Value, pointer: &str) -> bool {
    let list = document
        .pointer_mut(parent(pointer))
        .and_then(Value::as_array_mut);
    let index: Option<usize> = key(pointer).parse().ok();
    match (list, index) {
        (Some(list), Some(index)) if index < list.len() => {
            list.remove(index);
            true
        }
        _ => false,
    }
}

pub(super) fn not_in_path(document: &mut Value, pointer: &str) -> bool {
    at(document, pointer).is_some_and(|parameter| {
        matches!(
            parameter["in"].as_str(),
            Some("query" | "header" | "cookie")
        )
    })
}

/// The member at a pointer under another key, at the same place.
pub(super) fn renamed(document: &mut Value, pointer: &str, new: &str) -> bool {
    let old = key(pointer);
    let Some(object) = document
        .pointer_mut(parent(pointer))
        .and_then(Value::as_object_mut)
    else {
        return false;
    };
    if !object.contains_key(&old) || object.contains_key(new) {
        return false;
    }
    let members = std::mem::take(object).into_iter();
    *object = members
        .map(|(name, value)| (if name == old { new.to_owned() } else { name }, value))
        .collect::<Map<_, _>>();
    true
}
