//! In: a response of Swagger 2.0 with a bare `schema`. Out: a `content` with that schema for each media type the
//! operation produces. Invariant: a response with `content` is left alone.

use serde_json::Value;

use super::{Object, Rewrite, below, is_json};

/// A response that no operation was seen around: a shared one, which gives what the document produces.
pub(super) fn response(map: &mut Object, at: &str, rewrite: &mut Rewrite) {
    let types = rewrite.types.produces.clone();
    with_types(map, at, &types, rewrite);
}

/// A response of an operation that produces `types`.
pub(super) fn with_types(map: &mut Object, at: &str, types: &[String], rewrite: &mut Rewrite) {
    if map.contains_key("content") || map.contains_key("$ref") {
        return;
    }
    let Some(schema) = map.shift_remove("schema") else {
        // Without a schema there is no body, whatever examples say.
        if rewrite.is_swagger() {
            map.shift_remove("examples");
        }
        return;
    };
    rewrite.left_over(
        &below(at, "schema"),
        "the schema of a response belongs into its `content`",
    );
    let examples = match map.shift_remove("examples") {
        Some(Value::Object(examples)) => examples,
        _ => Object::new(),
    };
    let types = media_types(types, &schema, &examples);
    let mut content = Object::new();
    for media_type in &types {
        let place = format!("{at}/content/{}", crate::source::escape_token(media_type));
        rewrite.moves.made(at, place.clone());
        rewrite
            .moves
            .add([(below(at, "schema"), below(&place, "schema"))]);
        let mut entry = Object::new();
        entry.insert("schema".to_owned(), schema.clone());
        if let Some(example) = example(&examples, media_type, types.len() == 1) {
            let key = crate::source::escape_token(example.0);
            rewrite
                .moves
                .add([(format!("{at}/examples/{key}"), below(&place, "example"))]);
            entry.insert("example".to_owned(), example.1.clone());
        }
        content.insert(media_type.clone(), Value::Object(entry));
    }
    rewrite.moves.made(at, below(at, "content"));
    map.insert("content".to_owned(), Value::Object(content));
}

/// What a response is written in: as produced; a file is never JSON only because everything else is.
fn media_types(produces: &[String], schema: &Value, examples: &Object) -> Vec<String> {
    if schema.get("type").is_some_and(|t| t == "file") {
        let binary: Vec<String> = produces.iter().filter(|t| !is_json(t)).cloned().collect();
        return match binary.is_empty() {
            true => vec!["application/octet-stream".to_owned()],
            false => binary,
        };
    }
    if !produces.is_empty() {
        return produces.to_vec();
    }
    let named: Vec<String> = examples
        .keys()
        .filter(|key| key.contains('/'))
        .cloned()
        .collect();
    match named.is_empty() {
        true => vec!["application/json".to_owned()],
        false => named,
    }
}

/// The example for a media type; with only one type the only example is meant for it.
fn example<'a>(
    examples: &'a Object,
    media_type: &str,
    only: bool,
) -> Option<(&'a String, &'a Value)> {
    let exact = examples.get_key_value(media_type);
    let only = only && examples.len() == 1;
    exact.or_else(|| {
        examples
            .iter()
            .next()
            .filter(|(key, _)| only && (is_json(key) || !key.contains('/')))
    })
}
