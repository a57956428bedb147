//! The documents of `spec/` as the tests need them.
//!
//! Input: the name of an API. Output: its document as JSON, and the responses it describes. Invariant: nothing here knows the
//! generated code, so that it can't agree with it by accident.

use serde_json::Value;

/// The four APIs.
pub(crate) const APIS: [&str; 4] = ["exavault", "thousandeyes", "tiledb", "snaplogic"];

/// An example of a response, or a response without a body.
pub(crate) struct Answer {
    pub(crate) operation: String,
    /// The status as the document has it, `default` among them.
    pub(crate) status: String,
    /// The media type and the example; nothing where there is no body.
    pub(crate) body: Option<(String, Value)>,
}

/// The document of an API.
pub(crate) fn document(api: &str) -> Value {
    let path = format!("{}/spec/{api}.yaml", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("a document");
    specsmith::load::parse_text(&text).expect("YAML")
}

/// The value, or what its `$ref` leads to.
pub(crate) fn resolved<'a>(document: &'a Value, value: &'a Value) -> &'a Value {
    match value.get("$ref").and_then(Value::as_str) {
        None => value,
        Some(reference) => {
            let pointer = reference
                .strip_prefix('#')
                .expect("a reference within the document");
            document
                .pointer(pointer)
                .expect("what the reference leads to")
        }
    }
}

/// Every operation of a document, by its id.
pub(crate) fn operations(document: &Value) -> impl Iterator<Item = (&str, &Value)> {
    let paths = document["paths"].as_object().expect("paths").values();
    let items = paths.flat_map(|item| item.as_object().expect("a path item").values());
    items.filter_map(|operation| Some((operation.get("operationId")?.as_str()?, operation)))
}

/// Every response that a document describes; one with several media types comes several times.
pub(crate) fn answers(document: &Value) -> Vec<Answer> {
    let mut answers = Vec::new();
    for (operation, described) in operations(document) {
        for (status, response) in described["responses"].as_object().expect("responses") {
            let answer = |body| Answer {
                operation: operation.to_owned(),
                status: status.clone(),
                body,
            };
            let response = resolved(document, response);
            match response.get("content").and_then(Value::as_object) {
                None => answers.push(answer(None)),
                Some(contents) => answers.extend(contents.iter().map(|(media, content)| {
                    answer(Some((media.clone(), content["example"].clone())))
                })),
            }
        }
    }
    answers
}
