//! In: one part of a document as written. Out: the same with every value of the JSON type its keyword asks for, and the
//! slips that people make put right, each with a warning. Invariant: what the specification allows passes unchanged,
//! and what cannot be put right is taken away at the smallest place.

mod keys;
mod operation;
mod scalar;
mod schema;
mod shape;

use serde_json::{Map, Value};

use super::Dialect;
use super::origins::Moves;
use super::walk::{Node, Place, Visitor, walk};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin, escape_token};

/// Repairs what stands at `at` and everything below it.
pub(super) fn run(value: &mut Value, at: &str, place: Place, context: &mut Context) {
    shape::whole(value, at, place, context);
    walk(value, at, place, context);
}

/// What repairs need to know, and where they put their findings.
pub(super) struct Context<'a> {
    pub(super) file: FileId,
    pub(super) dialect: Dialect,
    /// The moves made before any repair.
    pub(super) overlays: &'a Moves,
    pub(super) moves: &'a mut Moves,
    pub(super) diagnostics: &'a mut Diagnostics,
}

/// One JSON object.
type Object = Map<String, Value>;

impl Context<'_> {
    /// Warns about something at a pointer into the document as it is now.
    fn warn(&mut self, code: &'static str, at: &str, message: impl Into<String>) {
        let warning = Diagnostic::warning(code, self.origin(at), message);
        self.diagnostics.push(warning);
    }

    /// Where a place stands in the file as it was written.
    fn origin(&self, at: &str) -> Origin {
        Origin::new(self.file, self.overlays.before(&self.moves.before(at)))
    }

    /// Notes that a value was moved.
    fn moved(&mut self, from: String, to: String) {
        self.moves.add([(from, to)]);
    }
}

impl Visitor for Context<'_> {
    fn visit(&mut self, place: Place, value: &mut Value, at: &str) {
        match (place, value) {
            (Place::One(node), Value::Object(map)) => self.object(node, map, at),
            (Place::Map(_) | Place::Fields(_), Value::Object(map)) => {
                if place == Place::Fields(Node::PathItem) {
                    operation::paths(map, at, self);
                }
                shape::entries(map, at, place, self);
            }
            (Place::List(_), Value::Array(list)) => shape::items(list, at, place, self),
            _ => {}
        }
    }
}

impl Context<'_> {
    fn object(&mut self, node: Node, map: &mut Object, at: &str) {
        match node {
            Node::Schema => schema::schema(map, at, self),
            Node::Parameter | Node::Header => {
                schema::type_keyword(map, at, self);
                schema::enum_keyword(map, at, self);
                operation::parameter(map, at, self);
            }
            Node::PathItem => operation::path_item(map, at, self),
            Node::Operation => operation::operation(map, at, self),
            Node::Response | Node::Body => {}
            Node::Example => operation::example(map, at, self),
            Node::Root => operation::root(map, at, self),
            Node::SecurityScheme => operation::security_scheme(map, at, self),
            Node::Info
            | Node::Server
            | Node::ServerVariable
            | Node::Components
            | Node::MediaType
            | Node::Encoding
            | Node::Link
            | Node::Callback
            | Node::Tag
            | Node::Discriminator => {}
        }
        keys::unknown(node, map, at, self);
        scalar::keywords(node, map, at, self);
        shape::entries(map, at, Place::One(node), self);
    }
}

/// A pointer one step further down.
fn below(at: &str, key: &str) -> String {
    format!("{at}/{}", escape_token(key))
}

/// What a value is, in a message.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
