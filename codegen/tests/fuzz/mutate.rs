//! Documents that are almost right. In: bytes, and documents to begin with; out: one of those (or one from nothing) after
//! some changes of its structure. Invariant: at most `STEPS` changes, and never more than `NODES` values.

use super::choices::Choices;
use super::schema::{self, WORDS};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// How often one document is changed.
const STEPS: usize = 24;
/// No change makes a document larger than this.
const NODES: usize = 6_000;

/// The documents to begin with: the cases, and the documents of the project. `codegen` is the folder of the generator.
pub(crate) fn seeds(codegen: &Path) -> Vec<Value> {
    let suites = [
        "tests/golden",
        "tests/lower",
        "tests/load",
        "tests/dialects",
        "../spec",
    ];
    let mut paths = Vec::new();
    for suite in suites.map(|suite| codegen.join(suite)) {
        documents(&suite, 1, &mut paths);
    }
    paths.sort();
    let texts = paths
        .iter()
        .filter_map(|path| std::fs::read_to_string(path).ok());
    texts
        .filter_map(|text| specsmith::load::parse_text(&text))
        .filter(|value| value.is_object() && size(value) < NODES)
        .collect()
}

fn documents(folder: &Path, below: usize, out: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let kind = path.extension().and_then(|extension| extension.to_str());
        match kind {
            _ if path.is_dir() && below > 0 => documents(&path, below - 1, out),
            Some("yaml") => out.push(path),
            Some("json") if path.file_stem().is_some_and(|name| name != "expected") => {
                out.push(path)
            }
            _ => {}
        }
    }
}

/// The document that some bytes stand for.
pub(crate) fn document(bytes: &[u8], seeds: &[Value]) -> Value {
    let choices = &mut Choices::new(bytes);
    let mut root = match choices.below(seeds.len() + seeds.len() / 3) {
        seed if seed < seeds.len() => seeds[seed].clone(),
        _ => schema::document(choices),
    };
    for _ in 0..STEPS {
        if choices.is_done() || size(&root) > NODES {
            break;
        }
        step(choices, &mut root, seeds);
    }
    root
}

/// A document as text, YAML or JSON, with some damage to the text itself.
pub(crate) fn text(bytes: &[u8], seeds: &[Value]) -> String {
    let (damage, bytes) = bytes.split_at(bytes.len().min(12));
    let root = document(bytes, seeds);
    let choices = &mut Choices::new(damage);
    let mut text = match choices.below(2) {
        0 => serde_yaml::to_string(&root).unwrap_or_default(),
        _ => root.to_string(),
    };
    while !choices.is_done() {
        const JUNK: [&str; 22] = [
            "",
            "{",
            "}",
            "[",
            "]",
            ":",
            ", ",
            "\"",
            "'",
            "\n",
            "\t",
            "- ",
            "&a ",
            "*a",
            "!!int ",
            "<<: *a\n",
            "%YAML 9\n",
            "---\n",
            "\u{0}",
            "\u{feff}",
            "? ",
            "| ",
        ];
        let at = boundary(&text, choices.below(text.len().max(1)));
        match choices.below(3) {
            0 => {
                let junk = *choices.of(&JUNK);
                text.insert_str(at, junk);
            }
            1 => text.truncate(boundary(&text, text.len() - at.min(40))),
            _ => drop(text.pop()),
        }
    }
    text
}

/// The last start of a character that is not behind a place.
fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// How many values there are.
fn size(value: &Value) -> usize {
    let children: usize = match value {
        Value::Array(items) => items.iter().map(size).sum(),
        Value::Object(members) => members.values().map(size).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 0,
    };
    1 + children
}

/// The pointers of all values, the root first.
fn pointers(value: &Value) -> Vec<String> {
    fn below(value: &Value, pointer: String, out: &mut Vec<String>) {
        out.push(pointer.clone());
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    below(item, format!("{pointer}/{index}"), out);
                }
            }
            Value::Object(members) => {
                for (key, member) in members {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    below(member, format!("{pointer}/{key}"), out);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut out = Vec::new();
    below(value, String::new(), &mut out);
    out
}

/// One change at one place.
fn step(choices: &mut Choices, root: &mut Value, seeds: &[Value]) {
    let all = pointers(root);
    let (at, other) = (choices.of(&all).clone(), choices.of(&all).clone());
    match choices.below(14) {
        0 => drop(remove(root, &at)),
        1 => twice(choices, root, &at),
        2 => swap(root, &at, &other),
        3 => rename(choices, root, &at),
        4 => put(root, &at, schema::anything(choices)),
        5 => put(root, &at, json!(choices.of(&WORDS))),
        6 => put(root, &at, json!({"$ref": reference(choices, &all)})),
        7 => {
            if let Some(part) = root.pointer(&other).cloned() {
                put(root, &at, part);
            }
        }
        8 => {
            if let Some(part) = remove(root, &other) {
                put(root, &at, part);
            }
        }
        9 => {
            let seed = choices.of(seeds);
            let theirs = pointers(seed);
            if let Some(part) = seed.pointer(choices.of(&theirs).as_str()) {
                put(root, &at, part.clone());
            }
        }
        10 => wrap(choices, root, &at),
        11 => put(root, &at, schema::schema(choices, 3)),
        _ => {
            if let Some(Value::Object(members)) = root.pointer_mut(&at) {
                let (key, value) = schema::keyword(choices, 2);
                members.insert(key, value);
            }
        }
    }
}

fn put(root: &mut Value, at: &str, value: Value) {
    if let Some(place) = root.pointer_mut(at).filter(|_| !at.is_empty()) {
        *place = value;
    }
}

/// The container of a place and the last step to it.
fn container<'v>(root: &'v mut Value, at: &str) -> Option<(&'v mut Value, String)> {
    let (parent, last) = at.rsplit_once('/')?;
    let key = last.replace("~1", "/").replace("~0", "~");
    Some((root.pointer_mut(parent)?, key))
}

fn remove(root: &mut Value, at: &str) -> Option<Value> {
    let (parent, key) = container(root, at)?;
    match parent {
        Value::Object(members) => members.shift_remove(&key),
        Value::Array(items) => {
            let index = key.parse().ok()?;
            (index < items.len()).then(|| items.remove(index))
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// The value once more beside itself.
fn twice(choices: &mut Choices, root: &mut Value, at: &str) {
    let Some(value) = root.pointer(at).cloned() else {
        return;
    };
    match container(root, at) {
        Some((Value::Object(members), key)) => {
            let new = match choices.below(4) {
                0 => key.to_uppercase(),
                1 => format!("{key}_"),
                2 => format!("{key}2"),
                _ => (*choices.of(&WORDS)).to_owned(),
            };
            members.insert(new, value);
        }
        Some((Value::Array(items), _)) => items.push(value),
        _ => {}
    }
}

fn swap(root: &mut Value, one: &str, other: &str) {
    let (first, second) = (root.pointer(one).cloned(), root.pointer(other).cloned());
    if let (Some(first), Some(second)) = (first, second) {
        put(root, one, second);
        put(root, other, first);
    }
}

fn rename(choices: &mut Choices, root: &mut Value, at: &str) {
    if let Some((Value::Object(members), key)) = container(root, at) {
        let value = members.shift_remove(&key);
        members.insert((*choices.of(&WORDS)).to_owned(), value.unwrap_or_default());
    }
}

/// A reference that leads somewhere, nowhere, or in a circle.
fn reference(choices: &mut Choices, all: &[String]) -> String {
    match choices.below(6) {
        0 | 1 => format!("#{}", choices.of(all)),
        2 => format!("#{}/missing", choices.of(all)),
        3 => "#".to_owned(),
        4 => "other.yaml#/x".to_owned(),
        _ => (*choices.of(&WORDS)).to_owned(),
    }
}

/// The value inside something else.
fn wrap(choices: &mut Choices, root: &mut Value, at: &str) {
    let Some(value) = root.pointer(at).cloned() else {
        return;
    };
    let outer = match choices.below(9) {
        0 => json!([value]),
        1 => json!({"allOf": [value]}),
        2 => json!({"oneOf": [value, {"type": "string"}]}),
        3 => json!({"anyOf": [value, {"type": "null"}]}),
        4 => json!({"type": "array", "items": value}),
        5 => json!({"type": "object", "properties": {"inner": value}}),
        6 => json!({"type": "object", "additionalProperties": value}),
        7 => json!({"schema": value}),
        _ => json!({"content": {"application/json": {"schema": value}}}),
    };
    put(root, at, outer);
}
