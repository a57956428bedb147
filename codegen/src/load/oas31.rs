//! In: schemas with the keywords of JSON Schema 2020-12. Out: the same in words of 3.0 where 3.0 has words for it:
//! `nullable`, an `enum` of one, `example`, `format`. What it has no words for stays under its own keyword. The other way
//! round go exclusive bounds, which 3.1 says shorter: a flag beside `minimum` becomes the bound itself. Invariant: but
//! for that, a schema of 3.0 passes unchanged.

use serde_json::{Map, Value};

use super::oas32;
use super::origins::Moves;
use super::walk::{Node, Place, Visitor, walk};

/// Rewrites a part. Documents of 3.0 and 2.0 use later keywords too, and mean the same by them, so those of 3.2 are
/// rewritten on the same walk, each object's behind those of 3.1.
pub(super) fn rewrite(value: &mut Value, at: &str, place: Place, moves: &mut Moves) {
    walk(value, at, place, &mut Rewrite { moves });
}

struct Rewrite<'a> {
    moves: &'a mut Moves,
}

impl Visitor for Rewrite<'_> {
    fn visit(&mut self, place: Place, value: &mut Value, at: &str) {
        if let (Place::One(Node::Schema), Value::Object(map)) = (place, &mut *value) {
            types(map);
            constant(map, at, self.moves);
            examples(map, at, self.moves);
            content(map);
            exclusive(map, at, "minimum", "exclusiveMinimum", self.moves);
            exclusive(map, at, "maximum", "exclusiveMaximum", self.moves);
        }
        oas32::visit(place, value, at, self.moves);
    }
}

/// `type: [string, "null"]` is a nullable string. Several types beside null stay an array, null included.
fn types(map: &mut Map<String, Value>) {
    let Some(Value::Array(list)) = map.get("type") else {
        return;
    };
    let mut others = list.iter().filter(|t| *t != "null");
    let nullable = list.iter().any(|t| t == "null");
    let (first, second) = (others.next().cloned(), others.next());
    if second.is_some() {
        return;
    }
    map.insert(
        "type".to_owned(),
        first.clone().unwrap_or_else(|| Value::from("null")),
    );
    if nullable && first.is_some() {
        map.insert("nullable".to_owned(), Value::Bool(true));
    }
}

/// `const` is an `enum` of one.
fn constant(map: &mut Map<String, Value>, at: &str, moves: &mut Moves) {
    let Some(value) = map.shift_remove("const") else {
        return;
    };
    let from = format!("{at}/const");
    moves.made(&from, format!("{at}/enum"));
    moves.add([(from, format!("{at}/enum/0"))]);
    map.insert("enum".to_owned(), Value::Array(vec![value]));
}

/// The first of `examples` is the `example`.
fn examples(map: &mut Map<String, Value>, at: &str, moves: &mut Moves) {
    if map.contains_key("example") {
        return;
    }
    if let Some(Value::Array(list)) = map.get("examples")
        && let Some(first) = list.first()
    {
        let first = first.clone();
        moves.made(&format!("{at}/examples/0"), format!("{at}/example"));
        map.insert("example".to_owned(), first);
    }
}

/// `contentEncoding` and `contentMediaType` say what `format` said before.
fn content(map: &mut Map<String, Value>) {
    if map.contains_key("format") || map.get("type").is_some_and(|t| t != "string") {
        return;
    }
    let word = |key: &str| map.get(key).and_then(Value::as_str);
    let encoding = word("contentEncoding").map(str::to_ascii_lowercase);
    let format = match (encoding.as_deref(), word("contentMediaType")) {
        (Some("base64"), _) => "byte",
        (Some("base64url"), _) => "base64url",
        (None | Some("binary"), Some("application/octet-stream")) => "binary",
        _ => return,
    };
    map.insert("format".to_owned(), Value::from(format));
}

/// `minimum: 0` with `exclusiveMinimum: true` is `exclusiveMinimum: 0`; with `false` it is `minimum: 0`.
fn exclusive(
    map: &mut Map<String, Value>,
    at: &str,
    bound: &str,
    keyword: &str,
    moves: &mut Moves,
) {
    match map.get(keyword) {
        Some(Value::Bool(true)) if map.contains_key(bound) => {}
        Some(Value::Bool(false)) => {
            map.shift_remove(keyword);
            return;
        }
        _ => return,
    }
    if let Some(value) = map.shift_remove(bound) {
        moves.add([(format!("{at}/{bound}"), format!("{at}/{keyword}"))]);
        map.insert(keyword.to_owned(), value);
    }
}
