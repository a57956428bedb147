//! In: one loaded document. Out: its schemas as nodes that spell the same thing the same way, and its operations.
//! Invariant: a node is the set of schema objects that all hold at once, so `$ref`, `allOf` of one and inline text
//! give the same facts.

mod limit;
pub(super) mod operations;
mod read;
pub(super) mod schema;
mod text;
mod types;

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use operations::At;
pub(super) use read::{is_null, only_annotates};

use crate::load::Loaded;
use crate::source::{FileId, escape_token};

/// How deep `$ref` and `allOf` are followed before the rest is left alone.
const MAX_DEPTH: usize = 100;

/// A schema object where it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct PlaceId(u32);

/// One or more schema objects that all hold at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NodeId(u32);

/// The last step of the way to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sub<'a> {
    /// The value of the keyword itself.
    Whole,
    /// A key below it.
    Key(&'a str),
    /// An item of it.
    Item(usize),
}

enum Way<'a> {
    Root {
        file: FileId,
        pointer: Box<str>,
        label: Box<str>,
    },
    Below(PlaceId, &'static str, Sub<'a>),
}

struct Place<'a> {
    value: &'a Value,
    way: Way<'a>,
    node: Option<NodeId>,
}

/// One side of a comparison: a document and what was found in it so far.
pub(super) struct Side<'a> {
    /// The document.
    pub(super) loaded: &'a Loaded,
    places: Vec<Place<'a>>,
    by_address: HashMap<usize, PlaceId>,
    nodes: Vec<(u32, u32)>,
    parts: Vec<PlaceId>,
    by_parts: HashMap<Box<[PlaceId]>, NodeId>,
    targets: HashMap<(FileId, &'a str), Option<PlaceId>>,
    /// Who inherits from a reference, once somebody asked.
    heirs: Option<Heirs<'a>>,
    /// The references among the branches of unions, by their addresses.
    listed: HashMap<usize, HashSet<&'a str>>,
}

/// The names of the schemas that have a reference in their `allOf`, by that reference.
type Heirs<'a> = HashMap<&'a str, BTreeSet<&'a str>>;

/// The reference to a schema of the same document.
fn reference(name: &str) -> String {
    format!("#/components/schemas/{}", escape_token(name))
}

fn heirs(root: &Value) -> Heirs<'_> {
    let mut found = Heirs::new();
    let schemas = root.pointer("/components/schemas");
    for (name, schema) in schemas.and_then(Value::as_object).into_iter().flatten() {
        let parts = schema.get("allOf").and_then(Value::as_array);
        for part in parts.into_iter().flatten() {
            if let Some(reference) = part.get("$ref").and_then(Value::as_str) {
                found.entry(reference).or_default().insert(name);
            }
        }
    }
    found
}

impl<'a> Side<'a> {
    /// Nothing looked at yet.
    pub(super) fn new(loaded: &'a Loaded) -> Self {
        Self {
            loaded,
            places: Vec::new(),
            by_address: HashMap::new(),
            nodes: Vec::new(),
            parts: Vec::new(),
            by_parts: HashMap::new(),
            targets: HashMap::new(),
            heirs: None,
            listed: HashMap::new(),
        }
    }

    /// The root of the entry document.
    pub(super) fn root(&self) -> &'a Value {
        &self.loaded.entry().root
    }

    /// The place of a schema that is not below another schema.
    pub(super) fn root_place(&mut self, at: &At<'a>, label: &str) -> PlaceId {
        let way = Way::Root {
            file: at.file,
            pointer: at.pointer.as_str().into(),
            label: label.into(),
        };
        self.place(at.value, way)
    }

    /// The schema with a name of its own.
    pub(super) fn named(&mut self, name: &str) -> Option<NodeId> {
        let schemas = At::root(self.loaded)
            .field("components")?
            .field("schemas")?;
        let at = schemas.field(name)?;
        let place = self.root_place(&at, &text::root(&at.pointer));
        Some(self.node(place))
    }

    /// The names of the schemas that inherit from one of a name.
    pub(super) fn heirs(&mut self, name: &str) -> BTreeSet<&'a str> {
        let root = self.root();
        let heirs = self.heirs.get_or_insert_with(|| heirs(root));
        heirs
            .get(reference(name).as_str())
            .cloned()
            .unwrap_or_default()
    }

    /// The place of a schema below another one.
    pub(super) fn child(
        &mut self,
        parent: PlaceId,
        keyword: &'static str,
        sub: Sub<'a>,
        value: &'a Value,
    ) -> PlaceId {
        self.place(value, Way::Below(parent, keyword, sub))
    }

    fn place(&mut self, value: &'a Value, way: Way<'a>) -> PlaceId {
        let next = PlaceId(self.places.len() as u32);
        let id = *self.by_address.entry(address(value)).or_insert(next);
        if id == next {
            self.places.push(Place {
                value,
                way,
                node: None,
            });
        }
        id
    }

    /// What is written at a place.
    pub(super) fn value(&self, place: PlaceId) -> &'a Value {
        self.places[place.0 as usize].value
    }

    /// The file of a place.
    pub(super) fn file(&self, mut place: PlaceId) -> FileId {
        loop {
            match &self.places[place.0 as usize].way {
                Way::Root { file, .. } => return *file,
                Way::Below(parent, ..) => place = *parent,
            }
        }
    }

    /// The pointer of a place in the normalised document.
    pub(super) fn pointer(&self, place: PlaceId) -> String {
        match &self.places[place.0 as usize].way {
            Way::Root { pointer, .. } => pointer.to_string(),
            Way::Below(parent, keyword, sub) => {
                let mut pointer = self.pointer(*parent);
                pointer.push('/');
                pointer.push_str(keyword);
                match sub {
                    Sub::Whole => {}
                    Sub::Key(key) => {
                        pointer.push('/');
                        pointer.push_str(&escape_token(key));
                    }
                    Sub::Item(index) => {
                        pointer.push('/');
                        pointer.push_str(&index.to_string());
                    }
                }
                pointer
            }
        }
    }

    /// What a schema is called in a message.
    pub(super) fn place_label(&self, place: PlaceId) -> String {
        match &self.places[place.0 as usize].way {
            Way::Root { label, .. } => label.to_string(),
            Way::Below(parent, keyword, sub) => {
                let mut words = self.place_label(*parent);
                text::step(&mut words, keyword, *sub);
                words
            }
        }
    }

    /// The name of a place under `components/schemas`.
    pub(super) fn component(&self, place: PlaceId) -> Option<String> {
        match &self.places[place.0 as usize].way {
            Way::Root { pointer, .. } => text::component(pointer),
            Way::Below(..) => None,
        }
    }

    /// Whether a place is a property that the schema around it requires.
    pub(super) fn is_required_property(&self, place: PlaceId) -> bool {
        let Way::Below(parent, "properties", Sub::Key(name)) = &self.places[place.0 as usize].way
        else {
            return false;
        };
        let required = self
            .value(*parent)
            .get("required")
            .and_then(Value::as_array);
        required.is_some_and(|names| names.iter().any(|other| other == name))
    }

    /// The schema objects of a node, the outermost first.
    pub(super) fn parts(&self, node: NodeId) -> &[PlaceId] {
        let (start, end) = self.nodes[node.0 as usize];
        &self.parts[start as usize..end as usize]
    }

    /// The component a node is, if it is one: directly, or through wrappers that say nothing about the value.
    pub(super) fn name(&self, node: NodeId) -> Option<String> {
        let parts = self.parts(node);
        let (first, rest) = parts.split_first()?;
        if let Some(name) = self.component(*first) {
            return Some(name);
        }
        match rest {
            [only] if read::only_annotates(self.value(*first)) => self.component(*only),
            _ => None,
        }
    }

    /// The component whose type a node has: what an alias stands for, through any number of wrappers.
    pub(super) fn meaning(&self, node: NodeId) -> Option<String> {
        let mut name = None;
        for part in self.parts(node) {
            name = self.component(*part).or(name);
            if !read::only_annotates(self.value(*part)) {
                break;
            }
        }
        name
    }

    /// The node of one schema.
    pub(super) fn node(&mut self, place: PlaceId) -> NodeId {
        if let Some(node) = self.places[place.0 as usize].node {
            return node;
        }
        let mut parts = Vec::with_capacity(1);
        self.flatten(place, &mut parts, 0);
        let node = self.intern(parts);
        self.places[place.0 as usize].node = Some(node);
        node
    }

    /// The node of several schemas that all hold.
    pub(super) fn joined(&mut self, places: &[PlaceId]) -> NodeId {
        if let [place] = places {
            return self.node(*place);
        }
        let mut parts = Vec::with_capacity(places.len());
        for place in places {
            self.flatten(*place, &mut parts, 0);
        }
        self.intern(parts)
    }

    fn intern(&mut self, parts: Vec<PlaceId>) -> NodeId {
        if let Some(node) = self.by_parts.get(parts.as_slice()) {
            return *node;
        }
        let node = NodeId(self.nodes.len() as u32);
        let start = self.parts.len() as u32;
        self.parts.extend(&parts);
        self.nodes.push((start, self.parts.len() as u32));
        self.by_parts.insert(parts.into(), node);
        node
    }

    /// Adds every schema object that holds wherever `place` holds.
    fn flatten(&mut self, place: PlaceId, parts: &mut Vec<PlaceId>, depth: usize) {
        if depth > MAX_DEPTH || parts.contains(&place) {
            return;
        }
        let Value::Object(map) = self.value(place) else {
            parts.push(place);
            return;
        };
        let reference = map.get("$ref").and_then(Value::as_str);
        let target = reference.and_then(|reference| self.target(place, reference));
        if target.is_none() || map.len() > 1 {
            parts.push(place);
        }
        if let Some(target) = target {
            self.flatten(target, parts, depth + 1);
        }
        if let Some(Value::Array(list)) = map.get("allOf") {
            for (index, value) in list.iter().enumerate() {
                let branch = self.child(place, "allOf", Sub::Item(index), value);
                self.flatten(branch, parts, depth + 1);
            }
        }
        for keyword in ["oneOf", "anyOf"] {
            if let Some(index) = read::only_branch(map.get(keyword)) {
                let branch = self.child(place, keyword, Sub::Item(index), &map[keyword][index]);
                self.flatten(branch, parts, depth + 1);
            }
        }
    }

    /// The schema a `$ref` at a place points at.
    pub(super) fn target(&mut self, place: PlaceId, reference: &'a str) -> Option<PlaceId> {
        let file = self.file(place);
        if let Some(known) = self.targets.get(&(file, reference)) {
            return *known;
        }
        let loaded = self.loaded;
        let found = loaded.resolve(file, reference).map(|target| {
            let at = At {
                value: target.value,
                file: target.file,
                pointer: target.pointer,
            };
            self.root_place(&at, &text::root(&at.pointer))
        });
        self.targets.insert((file, reference), found);
        found
    }
}

fn address(value: &Value) -> usize {
    std::ptr::from_ref(value) as usize
}
