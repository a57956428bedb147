//! allOf: in, one or several schemas that must all hold; out, the flat list of their parts. A part is read for its own
//! keywords only, so merging is reading several parts instead of one, and nothing is copied. Invariant: a schema is in
//! the list once, those it extends before it.

use std::collections::HashSet;

use super::Lowering;
use super::draft::NodeId;
use super::read::At;
use super::reference::is_reference;
use crate::ir::JsonKind;
use crate::load::Dialect;

/// How deep allOf may nest.
const MAX_DEPTH: usize = 64;

/// Schemas that must all hold, in the order in which they speak: the last word is the last one's.
#[derive(Clone, Debug)]
pub(super) struct View<'a> {
    /// The schemas.
    pub(super) roots: Vec<Root<'a>>,
    /// The one JSON type that is looked at, out of several.
    pub(super) only: Option<JsonKind>,
}

/// One schema of a view.
#[derive(Clone, Debug)]
pub(super) struct Root<'a> {
    /// The schema.
    pub(super) at: At<'a>,
    /// Which keywords of it count.
    pub(super) mode: Mode,
}

/// Which keywords of a schema count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(super) struct Mode {
    /// `$ref` and `allOf` were followed already.
    pub(super) alone: bool,
    /// `oneOf` was decided already.
    pub(super) no_one_of: bool,
    /// `anyOf` was decided already.
    pub(super) no_any_of: bool,
    /// Its prose is about something else.
    pub(super) borrowed: bool,
}

/// What tells a view from another.
pub(super) type ViewKey = (Vec<(usize, Mode)>, Option<JsonKind>);

/// One schema, read for its own keywords.
#[derive(Clone, Debug)]
pub(super) struct Part<'a> {
    /// The schema.
    pub(super) at: At<'a>,
    /// Which keywords of it count.
    pub(super) mode: Mode,
    /// Whether it came through a `$ref`: its prose is about something else.
    pub(super) borrowed: bool,
}

/// The parts of a view.
#[derive(Clone, Debug, Default)]
pub(super) struct Parts<'a> {
    /// In order: those of allOf before the schema that holds it.
    pub(super) list: Vec<Part<'a>>,
    /// What was referred to on the way.
    pub(super) bases: Vec<At<'a>>,
    /// What is in the list.
    pub(super) seen: HashSet<(usize, Mode)>,
    /// What is being looked at.
    pub(super) open: Vec<usize>,
}

impl<'a> View<'a> {
    /// A view of one schema.
    pub(super) fn of(at: At<'a>) -> Self {
        Self {
            roots: vec![Root::from(at)],
            only: None,
        }
    }

    /// What tells it from others.
    pub(super) fn key(&self) -> ViewKey {
        let roots = self.roots.iter().map(|root| (root.at.key(), root.mode));
        (roots.collect(), self.only)
    }
}

impl<'a> From<At<'a>> for Root<'a> {
    fn from(at: At<'a>) -> Self {
        Self {
            at,
            mode: Mode::default(),
        }
    }
}

impl<'a> Part<'a> {
    /// The part as a schema of another view, where it lends its keywords and not its prose.
    pub(super) fn to_root(&self) -> Root<'a> {
        Root {
            at: self.at.clone(),
            mode: Mode {
                alone: true,
                borrowed: true,
                ..self.mode
            },
        }
    }
}

impl<'a> Lowering<'a> {
    /// The parts of a view.
    pub(super) fn parts(&mut self, view: &View<'a>) -> Parts<'a> {
        let mut parts = Parts::default();
        for root in &view.roots {
            self.flatten(&root.at, root.mode, false, &mut parts);
        }
        parts
    }

    fn flatten(&mut self, at: &At<'a>, mode: Mode, borrowed: bool, parts: &mut Parts<'a>) {
        if parts.open.contains(&at.key()) {
            self.warn(
                "allof-cycle",
                at,
                "this schema is made of itself; here it is passed over",
            );
            return;
        }
        if parts.open.len() >= MAX_DEPTH {
            self.warn(
                "schema-deep",
                at,
                "allOf is nested too deeply here; what lies below is left out",
            );
            return;
        }
        if !parts.seen.insert((at.key(), mode)) {
            return;
        }
        if !self.is_schema(at) {
            return;
        }
        if !mode.alone {
            parts.open.push(at.key());
            self.flatten_inner(at, borrowed, parts);
            parts.open.pop();
        }
        if mode.alone || !is_reference(at) || self.siblings_count(at) {
            let at = at.clone();
            let borrowed = borrowed || mode.borrowed;
            parts.list.push(Part { at, mode, borrowed });
        }
    }

    fn flatten_inner(&mut self, at: &At<'a>, borrowed: bool, parts: &mut Parts<'a>) {
        if is_reference(at) {
            let Some(target) = self.hop(at) else { return };
            parts.bases.push(target.clone());
            self.flatten(&target, Mode::default(), true, parts);
            if !self.siblings_count(at) {
                return;
            }
        }
        for member in at.list("allOf") {
            self.flatten(&member, Mode::default(), borrowed, parts);
        }
    }

    /// Whether a value can be read as a schema; says so if not. `true` is one that says nothing.
    pub(super) fn is_schema(&mut self, at: &At<'a>) -> bool {
        if at.value.is_object() {
            return true;
        }
        if at.value.as_bool() == Some(false) {
            self.warn(
                "schema-false",
                at,
                "no value fits the schema `false`; it is passed over",
            );
        } else if at.value.as_bool().is_none() {
            self.warn(
                "schema-invalid",
                at,
                "a schema must be an object; this one is passed over",
            );
        }
        false
    }

    /// Whether keywords beside a `$ref` hold as well: from 3.1 on.
    pub(super) fn siblings_count(&self, at: &At<'a>) -> bool {
        match self.dialect(at) {
            Dialect::OpenApi31 | Dialect::OpenApi32 => true,
            Dialect::Swagger2 | Dialect::OpenApi30 | Dialect::Fragment => false,
        }
    }

    /// The dialect that a place is written in: that of the entry document in a file without one.
    pub(super) fn dialect(&self, at: &At<'a>) -> Dialect {
        let entry = self.loaded.files[0].dialect;
        let document = self.loaded.files.get(at.file.0 as usize);
        match document.map_or(entry, |document| document.dialect) {
            Dialect::Fragment => entry,
            own => own,
        }
    }

    /// The node of a view, made when it is asked for the first time.
    pub(super) fn combined(&mut self, view: View<'a>) -> NodeId {
        if let ([root], None) = (view.roots.as_slice(), view.only)
            && root.mode == Mode::default()
        {
            return self.schema(&root.at.clone());
        }
        let key = view.key();
        if let Some(id) = self.combined.get(&key) {
            return *id;
        }
        let place = view.roots.last().map(|root| root.at.clone());
        let id = self.new_node(place.as_ref());
        let many = self.combined.len() > MAX_COMBINED + 4 * self.single.len();
        if many || view.roots.len() > MAX_ROOTS {
            if let Some(at) = place {
                let message = "the schemas multiply beyond measure; any value is taken here";
                self.warn("untyped", &at, message);
            }
            return id;
        }
        self.combined.insert(key, id);
        self.queue.push_back((id, view));
        id
    }
}

/// How many combinations of schemas are made; no document that is meant has as many.
const MAX_COMBINED: usize = 8_000;

/// How many schemas one combination may be of.
const MAX_ROOTS: usize = 256;

/// Keywords that say nothing about the type.
pub(super) const NEUTRAL: [&str; 30] = [
    "title",
    "description",
    "summary",
    "deprecated",
    "readOnly",
    "writeOnly",
    "default",
    "example",
    "examples",
    "externalDocs",
    "xml",
    "nullable",
    "$comment",
    "$id",
    "$schema",
    "$anchor",
    "minLength",
    "maxLength",
    "pattern",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minItems",
    "maxItems",
    "uniqueItems",
    "minProperties",
    "maxProperties",
    "additionalProperties",
];

/// Whether a schema says nothing about the type, apart from `type` and those in `except`.
pub(super) fn is_neutral(at: &At<'_>, except: &[&str]) -> bool {
    let Some(map) = at.map() else { return true };
    map.iter().all(|(key, value)| {
        key == "type"
            || key.starts_with("x-")
            || except.contains(&key.as_str())
            || (key == "properties" || key == "required") && is_empty(value)
            || key == "additionalProperties" && value.is_boolean()
            || key != "additionalProperties" && NEUTRAL.contains(&key.as_str())
            || is_logic(key)
    })
}

/// Keywords that only narrow what a type already says.
fn is_logic(key: &str) -> bool {
    matches!(
        key,
        "not"
            | "if"
            | "then"
            | "else"
            | "dependentRequired"
            | "dependentSchemas"
            | "unevaluatedProperties"
            | "unevaluatedItems"
            | "$defs"
            | "definitions"
    )
}

fn is_empty(value: &serde_json::Value) -> bool {
    match value {
        serde_json::Value::Object(map) => map.is_empty(),
        serde_json::Value::Array(list) => list.is_empty(),
        _ => false,
    }
}
