//! Whether a schema accepts an example, by the `jsonschema` validator and not by our own reading. In: the files as
//! written; out: a verdict an example. Invariant: only spelling is rewritten (3.0's `nullable`, boolean bounds, integer
//! formats as bounds), so that a standard validator reads what the document means.

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Map, Value, json};
use specsmith::source::{Origin, Sources};
use std::collections::HashMap;

/// The documents of one entry, ready for validation.
pub(crate) struct Judge {
    documents: Vec<(String, Value)>,
    modern: bool,
    cache: HashMap<String, Option<Validator>>,
}

impl Judge {
    /// Reads the files of one document.
    pub(crate) fn new(sources: &Sources) -> Self {
        let mut modern = false;
        let mut documents = Vec::new();
        for (id, file) in sources.iter() {
            let mut root = parse(&file.text);
            if id.0 == 0 {
                modern = root["openapi"]
                    .as_str()
                    .is_some_and(|v| v.starts_with("3.1") || v.starts_with("3.2"));
            }
            rewrite(&mut root, modern);
            documents.push((uri(&file.name), root));
        }
        Self {
            documents,
            modern,
            cache: HashMap::new(),
        }
    }

    /// Whether the schema at (or right under) `at` accepts `value`; `None` if there is no usable schema.
    pub(crate) fn accepts(&mut self, at: &Origin, value: &Value) -> Option<bool> {
        let (uri, root) = self.documents.get(at.file.0 as usize)?;
        let below = format!("{}/schema", at.pointer);
        let pointer = if root.pointer(&below).is_some() {
            below
        } else {
            root.pointer(&at.pointer)?;
            at.pointer.to_string()
        };
        let reference = format!("{uri}#{}", encode(&pointer));
        if !self.cache.contains_key(&reference) {
            let built = self.build(&reference);
            self.cache.insert(reference.clone(), built);
        }
        let validator = self.cache.get(&reference)?.as_ref()?;
        Some(validator.is_valid(value))
    }

    fn build(&self, reference: &str) -> Option<Validator> {
        let pairs = self
            .documents
            .iter()
            .map(|(uri, root)| (uri.as_str(), root));
        let registry = Registry::new()
            .draft(self.draft())
            .extend(pairs)
            .ok()?
            .prepare()
            .ok()?;
        jsonschema::options()
            .with_draft(self.draft())
            .with_registry(&registry)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .build(&json!({ "$ref": reference }))
            .ok()
    }

    fn draft(&self) -> Draft {
        if self.modern {
            Draft::Draft202012
        } else {
            Draft::Draft7
        }
    }
}

/// A URI for a file name.
fn uri(name: &str) -> String {
    format!("file:///documents/{}", encode(name.trim_start_matches('/')))
}

/// Percent-encodes what a URI may not hold.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text)
        .ok()
        .or_else(|| specsmith::load::parse_text(text))
        .unwrap_or(Value::Null)
}

/// Rewrites every schema of a document to plain JSON Schema.
fn rewrite(value: &mut Value, modern: bool) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite(item, modern)),
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                if !matches!(
                    key.as_str(),
                    "example" | "examples" | "default" | "enum" | "const"
                ) {
                    rewrite(child, modern);
                }
            }
            rewrite_schema(map, modern);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn rewrite_schema(map: &mut Map<String, Value>, modern: bool) {
    // `$id` and `$schema` of a whole document would move its base; property maps may hold these names as properties.
    if map.get("$id").is_some_and(Value::is_string) && map.contains_key("openapi") {
        map.remove("$id");
    }
    widths(map);
    if modern {
        return;
    }
    for (flag, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        match map.get(flag) {
            Some(Value::Bool(true)) => {
                if let Some(limit) = map.remove(bound) {
                    map.insert(flag.to_owned(), limit);
                } else {
                    map.remove(flag);
                }
            }
            Some(Value::Bool(false)) => {
                map.remove(flag);
            }
            _ => {}
        }
    }
    if map.get("type") == Some(&json!("file")) {
        map.remove("type");
    }
    // A boolean `required` is a slip of OpenAPI documents that validators refuse.
    if map.get("required").is_some_and(Value::is_boolean) && map.contains_key("type") {
        map.remove("required");
    }
    let nullable = [map.remove("nullable"), map.get("x-nullable").cloned()]
        .into_iter()
        .flatten()
        .any(|flag| flag == Value::Bool(true));
    if nullable {
        let inner = Value::Object(std::mem::take(map));
        map.insert("anyOf".to_owned(), json!([{ "type": "null" }, inner]));
    }
}

/// Integer formats as the bounds they mean.
fn widths(map: &mut Map<String, Value>) {
    if map.get("type") != Some(&json!("integer")) {
        return;
    }
    let (low, high) = match map.get("format").and_then(Value::as_str) {
        Some("int8") => (-128.0, 127.0),
        Some("uint8") => (0.0, 255.0),
        Some("int16") => (-32_768.0, 32_767.0),
        Some("uint16") => (0.0, 65_535.0),
        Some("int32") => (-2_147_483_648.0, 2_147_483_647.0),
        Some("uint32") => (0.0, 4_294_967_295.0),
        Some("uint64") => (0.0, 18_446_744_073_709_551_615.0),
        Some(_) | None => return,
    };
    map.entry("minimum").or_insert_with(|| json!(low));
    map.entry("maximum").or_insert_with(|| json!(high));
}
