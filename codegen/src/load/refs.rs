//! In: one part of a document. Out: the references in it, its anchors and `$id`s; later, the same references put
//! right. Invariant: only places where the specification allows a reference are looked at, so the examples of an API
//! about JSON Schema stay what they are.

use serde_json::{Map, Value};

use super::address;
use super::resolve::{percent_decode, split};
use super::walk::{Node, Place, Visitor, walk};
use crate::source::escape_token;

/// A reference as it stands.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    /// Where: the string itself.
    pub(super) at: String,
    /// What is expected at its target.
    pub(super) place: Place,
    /// The reference.
    pub(super) text: String,
    /// The base URI given by an `$id` around it.
    pub(super) base: Option<Base>,
}

/// A schema with an `$id`: references inside it are relative to it.
#[derive(Clone, Debug)]
pub(super) struct Base {
    pub(super) pointer: String,
    pub(super) uri: String,
}

/// What `collect` finds.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) references: Vec<Reference>,
    /// Anchor and pointer.
    pub(super) anchors: Vec<(String, String)>,
    /// URI and pointer.
    pub(super) ids: Vec<(String, String)>,
    bases: Vec<Base>,
}

/// Finds all references below a place.
pub(super) fn collect(value: &mut Value, at: &str, place: Place) -> Found {
    let mut found = Found::default();
    walk(value, at, place, &mut found);
    found
}

/// Writes references anew: `change` is asked for each one.
pub(super) fn rewrite(
    value: &mut Value,
    at: &str,
    place: Place,
    change: &mut dyn FnMut(&Reference) -> Option<String>,
) {
    let found = Found::default();
    walk(value, at, place, &mut Rewrite { found, change });
}

/// The keywords of a schema that hold references.
const SCHEMA_KEYWORDS: [&str; 3] = ["$ref", "$dynamicRef", "$recursiveRef"];

impl Visitor for Found {
    fn visit(&mut self, place: Place, value: &mut Value, at: &str) {
        let (Place::One(node), Value::Object(map)) = (place, value) else {
            return;
        };
        self.enter(node, map, at);
        for (key, text) in references(node, map) {
            let reference = self.reference(node, key, text, at);
            self.references.push(reference);
        }
    }
}

impl Found {
    /// Keeps track of bases, anchors and `$id`s.
    fn enter(&mut self, node: Node, map: &Map<String, Value>, at: &str) {
        while self.bases.last().is_some_and(|b| !is_below(at, &b.pointer)) {
            self.bases.pop();
        }
        let text = |key: &str| map.get(key).and_then(Value::as_str);
        match node {
            Node::Root => {
                if let Some(uri) = text("$self") {
                    self.base(uri, at);
                }
            }
            Node::Schema => {
                if let Some(uri) = text("$id") {
                    self.base(uri, at);
                }
                for anchor in ["$anchor", "$dynamicAnchor"].into_iter().filter_map(text) {
                    self.anchors.push((anchor.to_owned(), at.to_owned()));
                }
            }
            _ => {}
        }
    }

    fn base(&mut self, id: &str, at: &str) {
        let uri = match self.bases.last() {
            Some(outer) => address::join(&outer.uri, id),
            None => id.to_owned(),
        };
        let uri = uri.trim_end_matches('#').to_owned();
        if let Some(anchor) = uri.strip_prefix('#') {
            // The anchors of JSON Schema before 2019-09.
            self.anchors.push((anchor.to_owned(), at.to_owned()));
            return;
        }
        self.ids.push((uri.clone(), at.to_owned()));
        let pointer = at.to_owned();
        self.bases.push(Base { pointer, uri });
    }

    fn reference(&self, node: Node, key: &str, text: &str, at: &str) -> Reference {
        let place = match node {
            Node::Discriminator => Place::One(Node::Schema),
            Node::Link => Place::One(if key == "$ref" {
                Node::Link
            } else {
                Node::Operation
            }),
            node => Place::One(node),
        };
        let mapping = if node == Node::Discriminator {
            "/mapping"
        } else {
            ""
        };
        Reference {
            at: format!("{at}{mapping}/{}", escape_token(key)),
            place,
            text: text.to_owned(),
            base: self.bases.last().cloned(),
        }
    }
}

fn is_below(at: &str, pointer: &str) -> bool {
    at.strip_prefix(pointer)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The references that an object itself holds, by keyword; those of a discriminator by the value they stand for.
fn references(node: Node, map: &Map<String, Value>) -> Vec<(&str, &str)> {
    let text = |map: &'_ Map<String, Value>, key: &str| -> Option<String> {
        map.get(key)?.as_str().map(str::to_owned)
    };
    let _ = text;
    match node {
        Node::Discriminator => map
            .get("mapping")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
            .filter_map(|(key, value)| Some((key.as_str(), value.as_str()?)))
            // A bare name means a schema of that name, which `lower` looks up.
            .filter(|(_, text)| is_written_out(text))
            .collect(),
        Node::Schema => keywords(map, &SCHEMA_KEYWORDS),
        Node::Link => keywords(map, &["$ref", "operationRef"]),
        _ => keywords(map, &["$ref"]),
    }
}

/// Whether a value of a discriminator's mapping is a reference, and no bare name.
pub(super) fn is_written_out(text: &str) -> bool {
    text.contains(['/', '#']) || is_file_name(text)
}

fn is_file_name(text: &str) -> bool {
    [".yaml", ".yml", ".json"]
        .iter()
        .any(|end| text.ends_with(end))
}

fn keywords<'a>(map: &'a Map<String, Value>, keys: &[&'static str]) -> Vec<(&'a str, &'a str)> {
    if map.is_empty() {
        return Vec::new();
    }
    keys.iter()
        .filter_map(|key| {
            let (key, value) = map.get_key_value(*key)?;
            Some((key.as_str(), value.as_str()?))
        })
        .collect()
}

struct Rewrite<'a> {
    found: Found,
    change: &'a mut dyn FnMut(&Reference) -> Option<String>,
}

impl Visitor for Rewrite<'_> {
    fn visit(&mut self, place: Place, value: &mut Value, at: &str) {
        let (Place::One(node), Value::Object(map)) = (place, value) else {
            return;
        };
        self.found.enter(node, map, at);
        let changes: Vec<(String, String)> = references(node, map)
            .into_iter()
            .filter_map(|(key, text)| {
                let reference = self.found.reference(node, key, text, at);
                Some((key.to_owned(), (self.change)(&reference)?))
            })
            .collect();
        let target = match node {
            Node::Discriminator => map.get_mut("mapping").and_then(Value::as_object_mut),
            _ => Some(map),
        };
        if let Some(target) = target {
            for (key, text) in changes {
                target.insert(key, Value::String(text));
            }
        }
    }
}

/// A pointer as the fragment of a reference.
pub(super) fn fragment(pointer: &str) -> String {
    pointer.replace('%', "%25")
}

/// What an unresolvable reference may have meant: the forms that people write, as pointers into the same document.
pub(super) fn guesses(reference: &str, place: Place) -> Vec<String> {
    let text = reference.trim().replace('\\', "/");
    let (_, after) = split(&text);
    let path = if text.contains('#') { after } else { &text };
    let path = percent_decode(path.trim_start_matches('#'));
    let tokens: Vec<&str> = path.trim_matches('/').split('/').collect();
    let (name, folders) = match tokens.split_last() {
        Some((name, folders)) if !name.is_empty() => (name.trim(), folders),
        _ => return Vec::new(),
    };
    let sections = sections(place);
    let known = |folder: &&str| {
        let folder = folder.to_ascii_lowercase();
        folder == "components"
            || sections
                .iter()
                .any(|s| s.to_ascii_lowercase().contains(&folder))
    };
    if !folders.iter().all(known) {
        return vec![format!("/{}", tokens.join("/"))];
    }
    sections
        .iter()
        .flat_map(|section| {
            [
                format!("{section}/{name}"),
                format!("{section}/{}", escape_token(name)),
            ]
        })
        .collect()
}

/// Where documents keep what a reference of a kind can point at.
fn sections(place: Place) -> &'static [&'static str] {
    let Place::One(node) = place else {
        return &[];
    };
    match node {
        Node::Schema => &["/components/schemas", "/definitions", "/$defs"],
        Node::Parameter => &["/components/parameters", "/parameters"],
        Node::Response => &["/components/responses", "/responses"],
        Node::Body => &["/components/requestBodies"],
        Node::Header => &["/components/headers"],
        Node::Example => &["/components/examples"],
        Node::Link => &["/components/links"],
        Node::Callback => &["/components/callbacks"],
        Node::PathItem => &["/components/pathItems", "/paths"],
        Node::MediaType => &["/components/mediaTypes"],
        Node::SecurityScheme => &["/components/securitySchemes", "/securityDefinitions"],
        Node::Root
        | Node::Info
        | Node::Server
        | Node::ServerVariable
        | Node::Components
        | Node::Operation
        | Node::Encoding
        | Node::Tag
        | Node::Discriminator => &[],
    }
}
