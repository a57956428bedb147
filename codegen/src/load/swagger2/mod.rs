//! In: Swagger 2.0. Out: the same API in the shape of OpenAPI 3.0. The local rewrites also run over later documents,
//! where parameters `in: body` or responses with a bare `schema` are left-overs of 2.0 and get a warning. Invariant:
//! every part that moves is noted, so that findings show it where it was written.

mod body;
mod operation;
mod parameter;
mod response;
mod root;

use std::collections::HashMap;

use serde_json::{Map, Value};

use super::origins::Moves;
use super::walk::{Node, Place, Visitor, walk};
use super::{Dialect, Loaded};
use crate::diag::{Diagnostic, Diagnostics};
use crate::source::{FileId, Origin, escape_token};

pub(super) use operation::shared_bodies;
pub(super) use root::media_types;

/// Rewrites what stands at `at`, which is a `place`.
pub(super) fn rewrite(
    value: &mut Value,
    at: &str,
    place: Place,
    context: Context,
    moves: &mut Moves,
    diagnostics: &mut Diagnostics,
) {
    let mut types = context.types.clone();
    let mut server = root::Server::default();
    if let (Place::One(Node::Root), Value::Object(map)) = (place, &mut *value)
        && context.dialect == Dialect::Swagger2
    {
        types = MediaTypes::of(map).or(&types);
        server = root::Server::of(map);
        root::rewrite(map, &server, at, moves);
    }
    let mut rewrite = Rewrite {
        context,
        types,
        server,
        moves,
        diagnostics,
    };
    walk(value, at, place, &mut rewrite);
}

/// What a rewrite needs to know.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) file: FileId,
    pub(super) dialect: Dialect,
    /// The media types of the entry document.
    pub(super) types: &'a MediaTypes,
    /// Parameters elsewhere that are bodies or parts of one.
    pub(super) bodies: &'a SharedBodies,
    /// The moves made before this rewrite, the latest first, to show places as they are written.
    pub(super) earlier: [&'a Moves; 2],
}

/// `consumes` and `produces` of a document: what operations without their own take and give.
#[derive(Clone, Debug, Default)]
pub(super) struct MediaTypes {
    consumes: Vec<String>,
    produces: Vec<String>,
}

/// Parameters `in: body` and `in: formData` that references lead to, by file and reference.
pub(super) type SharedBodies = HashMap<(FileId, String), SharedBody>;

/// One of them.
pub(super) struct SharedBody {
    /// The parameter, its references rebased to the file that refers to it.
    value: Value,
    /// Its name under `parameters` of the same document, where it becomes a request body.
    component: Option<String>,
}

type Object = Map<String, Value>;

struct Rewrite<'a> {
    context: Context<'a>,
    types: MediaTypes,
    server: root::Server,
    moves: &'a mut Moves,
    diagnostics: &'a mut Diagnostics,
}

impl MediaTypes {
    fn of(map: &Object) -> Self {
        Self {
            consumes: strings(map.get("consumes")),
            produces: strings(map.get("produces")),
        }
    }

    fn or(self, other: &Self) -> Self {
        let choose = |own: Vec<String>, other: &Vec<String>| match own.is_empty() {
            true => other.clone(),
            false => own,
        };
        Self {
            consumes: choose(self.consumes, &other.consumes),
            produces: choose(self.produces, &other.produces),
        }
    }
}

impl Visitor for Rewrite<'_> {
    fn visit(&mut self, place: Place, value: &mut Value, at: &str) {
        let (Place::One(node), Value::Object(map)) = (place, value) else {
            return;
        };
        match node {
            Node::PathItem => operation::path_item(map, self),
            Node::Operation => operation::operation(map, at, self),
            Node::Parameter => parameter::parameter(map, at, self),
            Node::Header => parameter::header(map, at, self),
            Node::Response => response::response(map, at, self),
            Node::Schema => schema(map),
            Node::Root
            | Node::Info
            | Node::Server
            | Node::ServerVariable
            | Node::Components
            | Node::Body
            | Node::MediaType
            | Node::Encoding
            | Node::Example
            | Node::Link
            | Node::Callback
            | Node::Tag
            | Node::Discriminator
            | Node::SecurityScheme => {}
        }
    }
}

impl Rewrite<'_> {
    /// Whether the document is Swagger 2.0, and not only left-overs of it.
    fn is_swagger(&self) -> bool {
        self.context.dialect == Dialect::Swagger2
    }

    /// Warns about a left-over in a later document; in Swagger 2.0 there is nothing to say.
    fn left_over(&mut self, at: &str, message: &str) {
        if !self.is_swagger() {
            self.warn("swagger2-form", at, message);
        }
    }

    fn warn(&mut self, code: &'static str, at: &str, message: impl Into<String>) {
        let [repairs, overlays] = self.context.earlier;
        let written = overlays.before(&repairs.before(&self.moves.before(at)));
        let at = Origin::new(self.context.file, written);
        self.diagnostics
            .push(Diagnostic::warning(code, at, message));
    }

    /// Takes the media types that an operation states itself.
    fn own_types(&self, map: &mut Object) -> MediaTypes {
        let own = MediaTypes::of(map);
        if self.is_swagger() {
            map.shift_remove("consumes");
            map.shift_remove("produces");
        }
        own
    }
}

/// `type: file`, which 3.0 knows as a binary string.
fn schema(map: &mut Object) {
    if map.get("type").is_some_and(|t| t == "file") {
        map.insert("type".to_owned(), Value::from("string"));
        map.insert("format".to_owned(), Value::from("binary"));
    }
}

fn strings(value: Option<&Value>) -> Vec<String> {
    value
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

fn below(at: &str, key: &str) -> String {
    format!("{at}/{}", escape_token(key))
}

/// Whether a media type is JSON of some kind.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    let essence = essence.to_ascii_lowercase();
    essence.ends_with("/json") || essence.ends_with("+json")
}

/// The value behind a reference, over as many links as there are, and where it is.
fn follow<'a>(
    loaded: &'a Loaded,
    from: FileId,
    reference: &str,
) -> Option<(FileId, String, &'a Value)> {
    let mut target = loaded.resolve(from, reference)?;
    for _ in 0..16 {
        match target.value.get("$ref").and_then(Value::as_str) {
            Some(next) => target = loaded.resolve(target.file, next)?,
            None => return Some((target.file, target.pointer, target.value)),
        }
    }
    None
}
