//! Operations of a draft: in, nothing; out, plain data. Invariant: what refers to a schema does so by its `NodeId`.

use serde_json::Value;

use super::NodeId;
use crate::ir::{ContentKind, Docs, Location, Requirement, SchemeKind, StatusKey, Style};
use crate::source::Origin;

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// The URL template.
    pub url: String,
    /// Prose.
    pub docs: Docs,
    /// Its variables in the order of the template.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// Its name in the template.
    pub wire_name: String,
    /// Its default.
    pub default: Option<String>,
    /// The values it may have.
    pub values: Vec<String>,
    /// Prose.
    pub docs: Docs,
}

/// A security scheme.
#[derive(Clone, Debug)]
pub struct Scheme {
    /// Its key in the document.
    pub wire_name: String,
    /// What it is.
    pub kind: SchemeKind,
    /// Prose.
    pub docs: Docs,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its id, given or made.
    pub id: String,
    /// Its first tag, or what its path tells; `None` for the group of the rest.
    pub group: Option<String>,
    /// The method in capitals.
    pub method: String,
    /// The path in pieces; parameters are indices into `parameters`.
    pub path: Vec<crate::ir::PathSegment>,
    /// Servers of its own.
    pub servers: Option<Vec<Server>>,
    /// Prose.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// Its parameters in final order.
    pub parameters: Vec<Parameter>,
    /// Its body.
    pub body: Option<Body>,
    /// Its responses, codes first, then ranges, then default.
    pub responses: Vec<Response>,
    /// Alternatives of schemes, as indices into `Draft::schemes`.
    pub security: Vec<Requirement>,
    /// How it pages: made by `passes::pagination`.
    pub paging: Option<Paging>,
    /// Where it was found.
    pub origin: Origin,
}

/// A webhook, or a callback of an operation, under one method.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// What makes it a callback.
    pub callback: Option<crate::ir::Callback>,
    /// The request that the server sends; its id is the key of the webhook or callback.
    pub request: Operation,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire_name: String,
    /// Where it goes.
    pub location: Location,
    /// Its schema.
    pub node: NodeId,
    /// Whether it must be given.
    pub required: bool,
    /// How it is written.
    pub style: Style,
    /// Whether arrays and objects become a pair an item.
    pub explode: bool,
    /// Whether reserved characters stay.
    pub allow_reserved: bool,
    /// Prose.
    pub docs: Docs,
    /// `deprecated`.
    pub deprecated: bool,
    /// Examples.
    pub examples: Vec<Value>,
    /// Whether it names a call among others, so that a server acts once upon all its attempts.
    pub idempotency: bool,
    /// Where it was found.
    pub origin: Origin,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether it must be given.
    pub required: bool,
    /// Its media types in order of preference.
    pub contents: Vec<Content>,
    /// Prose.
    pub docs: Docs,
    /// Where it was found.
    pub origin: Origin,
}

/// A body under one media type.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type.
    pub media_type: String,
    /// How it is read and written.
    pub kind: ContentKind,
    /// Its schema.
    pub node: NodeId,
    /// How properties are written.
    pub encodings: Vec<crate::ir::Encoding>,
    /// Examples.
    pub examples: Vec<Value>,
    /// Where it was found.
    pub origin: Origin,
}

/// A response.
#[derive(Clone, Debug)]
pub struct Response {
    /// Its statuses.
    pub status: StatusKey,
    /// Its bodies in order of preference.
    pub contents: Vec<Content>,
    /// Its headers.
    pub headers: Vec<Header>,
    /// Prose.
    pub docs: Docs,
    /// Where it was found.
    pub origin: Origin,
}

/// A response header.
#[derive(Clone, Debug)]
pub struct Header {
    /// Its name.
    pub wire_name: String,
    /// Its schema.
    pub node: NodeId,
    /// Whether it is always there.
    pub required: bool,
    /// Whether objects are written as `key=value`.
    pub explode: bool,
    /// The media type it is written as, if it has one of its own.
    pub content: Option<String>,
    /// Prose.
    pub docs: Docs,
    /// Examples.
    pub examples: Vec<Value>,
    /// Where it was found.
    pub origin: Origin,
}

/// How an operation pages.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The mechanism, with indices into `Operation::parameters`.
    pub kind: crate::ir::PagingKind,
    /// The way from the body to the list.
    pub items: Vec<String>,
    /// The schema of an item.
    pub item: NodeId,
}
