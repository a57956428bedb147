//! Whether a schema accepts an example, by the `jsonschema` validator and not by our own reading. In: the files as
//! written; out: a verdict an example. Invariant: only spelling is rewritten (3.0's `nullable`, boolean bounds, integer
//! formats as bounds), so that a standard validator reads what the document means.

use jsonschema::{Draft, Registry, Validator};
use serde_json::{Map, Value, json};
use specsmith::source::{Origin, Sources};
use std::collections::HashMap;

/// The files of one entry, as written and as plain JSON Schema.
pub(crate) struct Documents {
    written: Vec<Value>,
    plain: Vec<(String, Value)>,
    reading: Reading,
}

/// How schemas are read.
#[derive(Clone, Copy)]
struct Reading {
    /// From OpenAPI 3.1 on, schemas are JSON Schema.
    modern: bool,
    /// What is `writeOnly` is required of requests only (OpenAPI 3.0.3, Fixed Fields of the Schema Object).
    responses: bool,
}

impl Documents {
    /// Reads the files of one document.
    pub(crate) fn new(sources: &Sources) -> Self {
        Self::read(sources, false)
    }

    /// Reads the files of one document, of which only responses are judged.
    #[allow(dead_code)]
    pub(crate) fn of_responses(sources: &Sources) -> Self {
        Self::read(sources, true)
    }

    fn read(sources: &Sources, responses: bool) -> Self {
        let mut documents = Self {
            written: Vec::new(),
            plain: Vec::new(),
            reading: Reading {
                modern: false,
                responses,
            },
        };
        for (id, file) in sources.iter() {
            let root = parse(&file.text);
            if id.0 == 0 {
                documents.reading.modern = root["openapi"]
                    .as_str()
                    .is_some_and(|v| v.starts_with("3.1") || v.starts_with("3.2"));
            }
            let own = uri(&file.name);
            let mut plain = root.clone();
            rewrite(&mut plain, &own, documents.reading);
            documents.written.push(root);
            documents.plain.push((own, plain));
        }
        documents
    }

    /// The schema at (or right under) a place, as it is written.
    pub(crate) fn schema(&self, at: &Origin) -> Option<&Value> {
        let root = self.written.get(at.file.0 as usize)?;
        let here = root.pointer(&at.pointer)?;
        Some(here.get("schema").filter(|s| s.is_object()).unwrap_or(here))
    }

    /// What a reference within its own file points at.
    pub(crate) fn target(&self, at: &Origin, reference: &str) -> Option<&Value> {
        let root = self.written.get(at.file.0 as usize)?;
        root.pointer(&decode(reference.strip_prefix('#')?))
    }
}

/// Judges the examples of one entry.
pub(crate) struct Judge<'a> {
    documents: &'a Documents,
    registry: Option<Registry<'a>>,
    cache: HashMap<Origin, Option<Validator>>,
}

impl<'a> Judge<'a> {
    /// A judge for these documents.
    pub(crate) fn new(documents: &'a Documents) -> Self {
        let pairs = documents
            .plain
            .iter()
            .map(|(uri, root)| (uri.as_str(), root));
        let registry = Registry::new()
            .draft(draft(documents.reading.modern))
            .extend(pairs)
            .and_then(|registry| registry.prepare());
        Self {
            documents,
            registry: registry.ok(),
            cache: HashMap::new(),
        }
    }

    /// Whether the schema at (or right under) `at` accepts `value`; `None` if there is no usable schema.
    pub(crate) fn accepts(&mut self, at: &Origin, value: &Value) -> Option<bool> {
        if !self.cache.contains_key(at) {
            let built = self.build(at);
            self.cache.insert(at.clone(), built);
        }
        let validator = self.cache.get(at)?.as_ref()?;
        Some(validator.is_valid(value))
    }

    fn build(&self, at: &Origin) -> Option<Validator> {
        let (own, _) = self.documents.plain.get(at.file.0 as usize)?;
        let mut schema = self.documents.schema(at)?.clone();
        rewrite(&mut schema, own, self.documents.reading);
        jsonschema::options()
            .with_draft(draft(self.documents.reading.modern))
            .with_registry(self.registry.as_ref()?)
            .should_validate_formats(true)
            .should_ignore_unknown_formats(true)
            .build(&schema)
            .ok()
    }
}

fn draft(modern: bool) -> Draft {
    if modern {
        Draft::Draft202012
    } else {
        Draft::Draft7
    }
}

/// A URI for a file name.
fn uri(name: &str) -> String {
    let name = name.trim_start_matches('/').replace("../", "up/");
    format!("file:///documents/{}", encode(&name))
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

/// The text that a part of a URI means.
fn decode(fragment: &str) -> String {
    let mut bytes = Vec::with_capacity(fragment.len());
    let mut rest = fragment.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = tail.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            _ => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn parse(text: &str) -> Value {
    serde_json::from_str(text)
        .ok()
        .or_else(|| specsmith::load::parse_text(text))
        .unwrap_or(Value::Null)
}

/// Rewrites every schema of a document to plain JSON Schema. `own` is the URI of the document, which references take with
/// them, so that a schema can stand alone.
fn rewrite(value: &mut Value, own: &str, reading: Reading) {
    match value {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| rewrite(item, own, reading)),
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                if !matches!(
                    key.as_str(),
                    "example" | "examples" | "default" | "enum" | "const"
                ) {
                    rewrite(child, own, reading);
                }
            }
            if let Some(Value::String(reference)) = map.get_mut("$ref") {
                *reference = absolute(own, reference);
            }
            rewrite_schema(map, reading);
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// A reference with the document it is about.
fn absolute(own: &str, reference: &str) -> String {
    let (file, fragment) = reference.split_once('#').unwrap_or((reference, ""));
    if file.contains("://") {
        return reference.to_owned();
    }
    let mut parts: Vec<&str> = own.split('/').collect();
    let encoded = encode(&decode(file));
    if !file.is_empty() {
        parts.pop();
        for part in encoded.split('/') {
            match part {
                "." => {}
                ".." => {
                    parts.pop();
                }
                part => parts.push(part),
            }
        }
    }
    format!("{}#{}", parts.join("/"), encode(&decode(fragment)))
}

fn rewrite_schema(map: &mut Map<String, Value>, reading: Reading) {
    // `$id` and `$schema` of a whole document would move its base; property maps may hold these names as properties.
    if map.get("$id").is_some_and(Value::is_string) && map.contains_key("openapi") {
        map.remove("$id");
    }
    widths(map);
    if reading.responses {
        relax(map);
    }
    if reading.modern {
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

/// Takes what no response has out of what is required.
fn relax(map: &mut Map<String, Value>) {
    let properties = map.get("properties").and_then(Value::as_object);
    let is_kept = |name: &Value| {
        let property = properties.and_then(|all| all.get(name.as_str()?));
        property.is_none_or(|property| property["writeOnly"] != true)
    };
    let Some(Value::Array(names)) = map.get("required") else {
        return;
    };
    let names: Vec<Value> = names.iter().filter(|name| is_kept(name)).cloned().collect();
    map.insert("required".to_owned(), names.into());
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
