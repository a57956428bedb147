//! Schemas: in, a view of one or more of them; out, a node that says which kind of type carries its values. Invariant:
//! every schema ends in some kind, and one that had to become `Any` against its word is warned about (`untyped`).

use std::collections::HashSet;

use serde_json::Value;

use super::Lowering;
use super::compose::{Part, Parts, View, is_neutral};
use super::conditional::names_properties;
use super::draft::{Kind, Node, NodeId, Notes, Union};
use super::read::At;
use super::reference::is_reference;
use super::scalar;
use crate::ir::{Constraints, Direction, Docs, JsonKind, Rule};
use crate::source::{FileId, Origin};

/// Validation keywords, in the order they are listed in.
const CONSTRAINTS: [&str; 28] = [
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "contains",
    "minContains",
    "maxContains",
    "maxProperties",
    "minProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "not",
    "if",
    "then",
    "else",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
];

/// A set of JSON types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u8);

impl Kinds {
    /// Every type.
    pub(super) const ALL: Self = Self(0b111_1111);
    /// None.
    pub(super) const NONE: Self = Self(0);

    /// A set of one; numbers have whole numbers among them.
    pub(super) fn one(kind: JsonKind) -> Self {
        match kind {
            JsonKind::Null => Self(1),
            JsonKind::Bool => Self(2),
            JsonKind::Integer => Self(4),
            JsonKind::Number => Self(8 | 4),
            JsonKind::String => Self(16),
            JsonKind::Array => Self(32),
            JsonKind::Object => Self(64),
        }
    }

    /// What is in both.
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in either.
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this and not in the other.
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a type is in it.
    pub(super) fn has(self, kind: JsonKind) -> bool {
        let one = match kind {
            JsonKind::Number => 8,
            other => Self::one(other).0,
        };
        self.0 & one != 0
    }

    /// The types in it, whole numbers only where other numbers are not.
    pub(super) fn list(self) -> Vec<JsonKind> {
        super::draft::JSON_KINDS
            .into_iter()
            .filter(|kind| self.has(*kind))
            .filter(|kind| *kind != JsonKind::Integer || !self.has(JsonKind::Number))
            .collect()
    }
}

impl<'a> Lowering<'a> {
    /// The node of the schema at a place, made when it is asked for the first time.
    pub(super) fn schema(&mut self, at: &At<'a>) -> NodeId {
        if let Some(id) = self.single.get(&at.key()) {
            return *id;
        }
        let id = self.new_node(Some(at));
        self.single.insert(at.key(), id);
        self.queue.push_back((id, View::of(at.clone())));
        id
    }

    /// The node of a schema with a name of its own.
    pub(super) fn component(&mut self, name: &str, at: At<'a>) -> NodeId {
        let id = self.schema(&at);
        if self.draft.node(id).label.is_none() {
            self.draft.node_mut(id).label = Some(name.to_owned());
            self.draft.components.push(id);
        }
        id
    }

    /// The node of what a reference points at: a named one where it has a name there.
    pub(super) fn target_node(&mut self, target: At<'a>) -> NodeId {
        match self.name_of(&target) {
            Some(name) => self.component(&name, target),
            None => self.schema(&target),
        }
    }

    /// A node that says nothing yet.
    pub(super) fn new_node(&mut self, at: Option<&At<'a>>) -> NodeId {
        let origin = at.map_or_else(|| Origin::new(FileId(0), ""), |at| self.origin(at));
        self.add_node(origin, Kind::Any)
    }

    /// A node of a kind.
    pub(super) fn add_node(&mut self, origin: Origin, kind: Kind) -> NodeId {
        self.draft.add(Node {
            origin,
            label: None,
            notes: Notes::default(),
            nullable: false,
            bases: Vec::new(),
            tag: None,
            kind,
            direction: Direction::default(),
        })
    }

    /// Fills in a node that waited.
    pub(super) fn fill(&mut self, id: NodeId, view: View<'a>) {
        if self.fill_reference(id, &view) {
            return;
        }
        let parts = self.parts(&view);
        self.fill_notes(id, &parts);
        self.fill_bases(id, &parts);
        self.fill_kind(id, &view, &parts);
    }

    /// A schema that is another one, plus prose: a `$ref`, or an allOf of one.
    fn fill_reference(&mut self, id: NodeId, view: &View<'a>) -> bool {
        let ([root], None) = (view.roots.as_slice(), view.only) else {
            return false;
        };
        if root.mode.alone || !root.at.value.is_object() {
            return false;
        }
        let Some(reference) = self.sole_reference(&root.at) else {
            return false;
        };
        if self.is_listed_by(&root.at, &reference) {
            return false;
        }
        let mut chain = vec![root.at.clone()];
        if reference.key() != root.at.key() {
            let narrowing = root.at.list("allOf").into_iter();
            let narrowing = narrowing.filter(|at| at.value.is_object() && !is_reference(at));
            chain.splice(0..0, [reference.clone()].into_iter().chain(narrowing));
        }
        if !self.siblings_count(&reference) && !is_neutral(&reference, &["$ref"]) {
            let message =
                "what stands beside a `$ref` counts from OpenAPI 3.1 on; here it does not";
            self.note("ref-siblings", &reference, message);
        }
        let parts = Parts::own(chain);
        self.fill_notes(id, &parts);
        if let Some(target) = self.hop(&reference) {
            let target = self.target_node(target);
            self.draft.node_mut(id).kind = Kind::Ref(target);
        }
        true
    }

    /// Whether a schema is one of the alternatives of what it refers to: it is a case of that, not another name for it.
    fn is_listed_by(&mut self, at: &At<'a>, reference: &At<'a>) -> bool {
        let Some(target) = self.peek(reference) else {
            return false;
        };
        let key = at.key();
        self.alternatives_of(&target, "oneOf").contains(&key)
            || self.alternatives_of(&target, "anyOf").contains(&key)
    }

    /// What a schema lists under a keyword, by identity, references followed. Looked up once: all that extend a schema ask
    /// for it.
    pub(super) fn alternatives_of(
        &mut self,
        at: &At<'a>,
        keyword: &'static str,
    ) -> &HashSet<usize> {
        let key = (at.key(), keyword);
        if !self.alternatives.contains_key(&key) {
            let branches = at.list(keyword).into_iter();
            let keys = branches.map(|branch| self.peek(&branch).unwrap_or(branch).key());
            let keys = keys.collect();
            self.alternatives.insert(key, keys);
        }
        &self.alternatives[&key]
    }

    /// The reference that a schema is no more than.
    fn sole_reference(&self, at: &At<'a>) -> Option<At<'a>> {
        if is_reference(at) {
            let pure = !self.siblings_count(at)
                || is_neutral(at, &["$ref"])
                    && self
                        .peek(at)
                        .is_none_or(|target| !self.adds_properties(at, &target));
            return pure.then(|| at.clone());
        }
        let members = at.list("allOf");
        if members.is_empty() || !is_neutral(at, &["allOf"]) {
            return None;
        }
        let mut telling = members.iter().filter(|member| !is_neutral(member, &[]));
        let only = telling.next()?;
        let others = || members.iter().chain([at]);
        if telling.next().is_some() || others().any(|other| self.adds_properties(other, only)) {
            return None;
        }
        self.sole_reference(only)
    }

    fn fill_notes(&mut self, id: NodeId, parts: &Parts<'a>) {
        let own = || parts.list.iter().rev().filter(|part| !part.borrowed);
        let mut docs = Docs::default();
        for part in own() {
            docs.title = docs.title.or_else(|| part.at.text("title"));
            docs.text = docs.text.or_else(|| part.at.text("description"));
            docs.link = docs.link.or_else(|| {
                let link = part.at.get("externalDocs")?;
                link.text("url")
            });
        }
        let nullable = |part: &Part<'a>| part.at.flag("nullable") || part.at.flag("x-nullable");
        let all = !parts.list.is_empty() && parts.list.iter().all(nullable);
        let constraints = constraints(&parts.list, |at| self.has_values(at));
        let node = self.draft.node_mut(id);
        node.nullable |= all || own().any(nullable);
        node.tag = own().find_map(|part| part.at.text("x-ms-discriminator-value"));
        node.notes = Notes {
            docs,
            deprecated: own().any(|part| part.at.flag("deprecated")),
            read_only: parts.list.iter().any(|part| part.at.flag("readOnly")),
            write_only: parts.list.iter().any(|part| part.at.flag("writeOnly")),
            default: own().find_map(|part| part.at.map()?.get("default").cloned()),
            examples: own()
                .map(|part| examples(&part.at))
                .find(|list| !list.is_empty())
                .unwrap_or_default(),
            constraints,
        };
    }

    fn fill_bases(&mut self, id: NodeId, parts: &Parts<'a>) {
        let named: Vec<_> = parts
            .bases
            .iter()
            .filter(|at| self.name_of(at).is_some())
            .cloned()
            .collect();
        let bases = named.into_iter().map(|at| self.target_node(at)).collect();
        self.draft.node_mut(id).bases = bases;
    }

    fn fill_kind(&mut self, id: NodeId, view: &View<'a>, parts: &Parts<'a>) {
        let list = &parts.list;
        if self.fill_enum(id, view, list) || self.fill_union(id, view, list) {
            return;
        }
        let kinds = view.only.map_or_else(|| self.kinds(list), Kinds::one);
        if kinds == Kinds::ALL {
            self.draft.node_mut(id).kind = Kind::Any;
            return;
        }
        if kinds.has(JsonKind::Null) {
            self.draft.node_mut(id).nullable = true;
        }
        let kinds = kinds.without(Kinds::one(JsonKind::Null)).list();
        let kind = match kinds.as_slice() {
            [] => Kind::Null,
            [kind] => self.plain(id, *kind, list),
            [_, _, _, _, _] => Kind::Any,
            several => self.several(several, view),
        };
        self.draft.node_mut(id).kind = kind;
    }

    fn plain(&mut self, id: NodeId, kind: JsonKind, parts: &[Part<'a>]) -> Kind {
        match kind {
            JsonKind::Null => Kind::Null,
            JsonKind::Bool => Kind::Bool,
            JsonKind::Integer => self.integer(parts),
            JsonKind::Number => self.number(),
            JsonKind::String => self.string(parts),
            JsonKind::Array => self.array(parts),
            JsonKind::Object => self.object(id, parts),
        }
    }

    /// A schema with several types: a union of itself under each.
    fn several(&mut self, kinds: &[JsonKind], view: &View<'a>) -> Kind {
        let mut branches = Vec::new();
        for kind in kinds {
            let node = self.combined(View {
                roots: view.roots.clone(),
                only: Some(*kind),
            });
            branches.push(super::draft::Branch {
                node,
                label: None,
                tags: Vec::new(),
                implied: false,
                rule: Rule::default(),
            });
        }
        Kind::Union(Union {
            discriminator: None,
            branches,
        })
    }

    /// The JSON types that all parts allow.
    pub(super) fn kinds(&mut self, parts: &[Part<'a>]) -> Kinds {
        let mut kinds = Kinds::ALL;
        // The last word counts: what extends a schema knows better than what it extends.
        for part in parts.iter().rev() {
            let Some(own) = self.declared(&part.at) else {
                continue;
            };
            let both = kinds.and(own);
            if both == Kinds::NONE {
                let message =
                    "this `type` contradicts that of another part of allOf; the last one holds";
                self.warn("allof-conflict", &part.at, message);
            } else {
                kinds = both;
            }
        }
        if kinds == Kinds::ALL {
            return inferred(parts);
        }
        kinds
    }

    /// What `type` says.
    pub(super) fn declared(&mut self, at: &At<'a>) -> Option<Kinds> {
        let written = at.get("type")?;
        let mut kinds = Kinds::NONE;
        let names: Vec<At<'a>> = match written.value {
            Value::Array(_) => written.elements().collect(),
            _ => vec![written.clone()],
        };
        for name in &names {
            match name.value.as_str().and_then(kind_of) {
                Some(kind) => kinds = kinds.or(Kinds::one(kind)),
                None => {
                    let message = format!("there is no type {}: any value is taken", name.value);
                    self.warn("untyped", name, message);
                    return None;
                }
            }
        }
        (kinds != Kinds::NONE).then_some(kinds)
    }

    /// The JSON types that may fit a schema, as far as a glance tells, without a word about what is wrong.
    pub(super) fn glance(&mut self, at: &At<'a>, depth: usize) -> Kinds {
        let (Some(at), Some(depth)) = (self.peek(at), depth.checked_sub(1)) else {
            return Kinds::ALL;
        };
        if let Some(kinds) = self.glances.get(&at.key()) {
            return *kinds;
        }
        // What refers to itself is not looked into again.
        self.glances.insert(at.key(), Kinds::ALL);
        let mut kinds = declared_kinds(&at);
        for member in at.list("allOf") {
            kinds = kinds.and(self.glance(&member, depth));
        }
        for keyword in ["oneOf", "anyOf"] {
            let branches = at.list(keyword);
            if !branches.is_empty() {
                let none = Kinds::NONE;
                let any = branches
                    .iter()
                    .fold(none, |any, at| any.or(self.glance(at, depth)));
                kinds = kinds.and(any);
            }
        }
        self.glances.insert(at.key(), kinds);
        kinds
    }

    fn array(&mut self, parts: &[Part<'a>]) -> Kind {
        let mut places: Vec<Vec<At<'a>>> = Vec::new();
        for part in parts {
            let mut listed = part.at.list("prefixItems");
            if listed.is_empty() {
                listed = part.at.list("items");
            }
            for (index, at) in listed.into_iter().enumerate() {
                match places.get_mut(index) {
                    Some(place) => place.push(at),
                    None => places.push(vec![at]),
                }
            }
        }
        let rest = self.rest(parts);
        if places.is_empty() {
            let place = parts.last().map(|part| part.at.clone());
            let item = rest.unwrap_or_else(|| self.new_node(place.as_ref()));
            return Kind::List(item);
        }
        let nodes = places.into_iter().map(|roots| self.all(roots)).collect();
        let open = rest.is_some() || !closes_tuple(parts);
        let place = parts.last().map(|part| part.at.clone());
        let rest = rest.or_else(|| open.then(|| self.new_node(place.as_ref())));
        Kind::Tuple(nodes, rest)
    }

    /// The schema of the items that have no place of their own.
    fn rest(&mut self, parts: &[Part<'a>]) -> Option<NodeId> {
        let schemas: Vec<_> = parts
            .iter()
            .filter_map(|part| {
                let items = part.at.get("items").filter(|at| !at.value.is_array());
                items.or_else(|| part.at.get("additionalItems"))
            })
            .filter(|at| at.value.as_bool() != Some(false))
            .collect();
        (!schemas.is_empty()).then(|| self.all(schemas))
    }

    /// The node of schemas that must all hold.
    pub(super) fn all(&mut self, mut schemas: Vec<At<'a>>) -> NodeId {
        let mut seen = HashSet::new();
        schemas.retain(|at| seen.insert(at.key()));
        self.combined(View {
            roots: schemas.into_iter().map(Into::into).collect(),
            only: None,
        })
    }
}

impl<'a> Parts<'a> {
    /// Parts of a schema's own, none borrowed.
    fn own(schemas: Vec<At<'a>>) -> Self {
        let list = schemas.into_iter().map(|at| Part {
            at,
            mode: super::compose::Mode::default(),
            borrowed: false,
        });
        Self {
            list: list.collect(),
            ..Self::default()
        }
    }
}

/// The type that a name in `type` stands for.
fn kind_of(name: &str) -> Option<JsonKind> {
    Some(match name {
        "null" => JsonKind::Null,
        "boolean" => JsonKind::Bool,
        "integer" => JsonKind::Integer,
        "number" => JsonKind::Number,
        "string" => JsonKind::String,
        "array" => JsonKind::Array,
        "object" => JsonKind::Object,
        _ => return None,
    })
}

/// What `type` or the listed values say; everything where they say nothing.
fn declared_kinds(at: &At<'_>) -> Kinds {
    let of_name = |name: &Value| Some(Kinds::one(kind_of(name.as_str()?)?));
    let sum = |list: &[Value], of: &dyn Fn(&Value) -> Option<Kinds>| {
        let kinds: Option<Vec<Kinds>> = list.iter().map(of).collect();
        kinds.map_or(Kinds::ALL, |kinds| {
            kinds.into_iter().fold(Kinds::NONE, Kinds::or)
        })
    };
    let Some(map) = at.map() else {
        return Kinds::ALL;
    };
    let kinds = match map.get("type") {
        Some(Value::Array(names)) if !names.is_empty() => sum(names, &of_name),
        Some(name) => of_name(name).unwrap_or(Kinds::ALL),
        None => match map.get("enum") {
            Some(Value::Array(values)) if !values.is_empty() => sum(values, &|value| {
                Some(Kinds::one(super::enums::kind_of_value(value)))
            }),
            _ => Kinds::ALL,
        },
    };
    match map.get("nullable") {
        Some(Value::Bool(true)) => kinds.or(Kinds::one(JsonKind::Null)),
        _ => kinds,
    }
}

/// The type that the other keywords speak of, where `type` is absent.
fn inferred(parts: &[Part<'_>]) -> Kinds {
    let any = |keys: &[&str]| {
        parts
            .iter()
            .any(|part| keys.iter().any(|key| part.at.has(key)))
    };
    let kind = if any(&[
        "properties",
        "patternProperties",
        "discriminator",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
        "dependentSchemas",
    ]) || parts.iter().any(|part| {
        let more = ["additionalProperties", "unevaluatedProperties"];
        let object = |key: &&str| part.at.object(key).is_some();
        more.iter().any(object) || names_properties(&part.at)
    }) {
        JsonKind::Object
    } else if any(&[
        "items",
        "prefixItems",
        "minItems",
        "maxItems",
        "uniqueItems",
        "contains",
        "unevaluatedItems",
    ]) {
        JsonKind::Array
    } else if any(&["pattern", "minLength", "maxLength", "contentMediaType"]) {
        JsonKind::String
    } else if let Some(kind) =
        scalar::format_of(parts).and_then(|(_, format)| kind_of(scalar::type_of_format(format)?))
    {
        kind
    } else if any(&["minimum", "maximum", "multipleOf"]) {
        JsonKind::Number
    } else {
        return Kinds::ALL;
    };
    Kinds::one(kind)
}

fn closes_tuple(parts: &[Part<'_>]) -> bool {
    parts.iter().any(|part| {
        ["items", "additionalItems", "unevaluatedItems"]
            .iter()
            .any(|key| part.at.bool(key) == Some(false))
            || is_exact(&part.at)
    })
}

/// Whether `maxItems` leaves no room beyond the listed places.
fn is_exact(at: &At<'_>) -> bool {
    let places = ["prefixItems", "items"]
        .iter()
        .find_map(|key| at.map()?.get(*key)?.as_array())
        .map_or(0, Vec::len);
    let most = at.map().and_then(|map| map.get("maxItems")?.as_u64());
    most.is_some_and(|most| most <= places as u64)
}

/// `example` and `examples` of a schema.
pub(super) fn examples(at: &At<'_>) -> Vec<Value> {
    let Some(map) = at.map() else {
        return Vec::new();
    };
    let mut seen = HashSet::new();
    let first = map.get("example").into_iter();
    let more = map.get("examples").and_then(Value::as_array);
    first
        .chain(more.into_iter().flatten())
        .filter(|value| seen.insert(*value))
        .cloned()
        .collect()
}

fn constraints<'a>(parts: &[Part<'a>], listed: impl Fn(&At<'a>) -> bool) -> Constraints {
    let mut keywords: Vec<(usize, &str, &Value)> = Vec::new();
    for part in parts.iter().rev() {
        for (key, value) in part.at.map().into_iter().flatten() {
            let Some(place) = CONSTRAINTS.iter().position(|keyword| keyword == key) else {
                continue;
            };
            let carried = match key.as_str() {
                "format" => value.as_str().is_some_and(scalar::is_carried),
                // `format` says it already, and the type with it.
                "contentEncoding" => matches!(part.at.str("format"), Some("byte" | "base64url")),
                "contentMediaType" => part.at.str("format") == Some("binary"),
                // Such keys are a type of their own.
                "propertyNames" => part.at.get(key).is_some_and(|at| listed(&at)),
                _ => false,
            };
            if !carried && !keywords.iter().any(|(known, _, _)| *known == place) {
                keywords.push((place, key, value));
            }
        }
    }
    keywords.sort_by_key(|(place, _, _)| *place);
    let keywords = keywords.into_iter();
    Constraints {
        keywords: keywords
            .map(|(_, key, value)| (key.to_owned(), value.clone()))
            .collect(),
    }
}
