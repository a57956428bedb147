//! Operations: what a path item's methods became, with servers and security. In: nothing; out: plain data.
//! Invariant: every path parameter of the template is in `parameters`, and no parameter is there twice.

use super::{Docs, Name, Requirement, Type};
use crate::source::Origin;
use serde_json::Value;
use std::borrow::Cow;

/// The operations of one tag: one file.
#[derive(Clone, Debug)]
pub struct Group {
    /// The Rust module.
    pub module: Name,
    /// The tag as in the document, or the segment of the path that tells; `default` for operations with neither.
    pub tag: String,
    /// The tag's prose.
    pub docs: Docs,
}

/// A server.
#[derive(Clone, Debug)]
pub struct Server {
    /// The URL template, with `{variable}`s, as in the document (may be relative).
    pub url: String,
    /// Its prose.
    pub docs: Docs,
    /// Its variables, in the order of the template.
    pub variables: Vec<ServerVariable>,
}

/// A variable of a server URL.
#[derive(Clone, Debug)]
pub struct ServerVariable {
    /// The builder's setter.
    pub name: Name,
    /// The name in the template.
    pub wire_name: String,
    /// The default; `None` where the document's default is empty or a mere placeholder cannot be told: then the
    /// builder asks for it.
    pub default: Option<String>,
    /// The values it may have; empty for any.
    pub values: Vec<String>,
    /// Its prose.
    pub docs: Docs,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`, or the name made from method and path.
    pub id: String,
    /// The method of the client (`get_pet`).
    pub name: Name,
    /// What it was called before it was renamed: methods that still call it.
    pub former: Vec<Name>,
    /// The builder type (`GetPet`).
    pub type_name: Name,
    /// Index into `Api::groups`.
    pub group: usize,
    /// The HTTP method, in capitals.
    pub method: String,
    /// The path template, in pieces.
    pub path: Vec<PathSegment>,
    /// Servers of its own, instead of the API's.
    pub servers: Option<Vec<Server>>,
    /// Its prose.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// Its parameters: required ones first (path, query, header, cookie), each set in the document's order.
    pub parameters: Vec<Parameter>,
    /// Its request body.
    pub body: Option<Body>,
    /// What comes back when it went well (2xx, 3xx, and `default` when there is no other success).
    pub success: Outcome,
    /// What comes back when it did not.
    pub failure: Outcome,
    /// The type that reads the headers of all its responses (`GetPetHeaders`); `None` where none has any.
    pub headers: Option<Name>,
    /// The equal type of an earlier operation of the group, which that type is another name for.
    pub headers_same: Option<Name>,
    /// Alternatives, any of which will do. Empty: no authentication.
    pub security: Vec<Requirement>,
    /// How it pages, if it does.
    pub paging: Option<Paging>,
    /// Where it was found.
    pub origin: Origin,
}

impl Operation {
    /// The cases of its outcomes, successes first.
    pub fn cases(&self) -> impl Iterator<Item = &OutcomeCase> {
        self.success.cases.iter().chain(&self.failure.cases)
    }

    /// The path template, as the document has it.
    pub fn template(&self) -> String {
        let segments = self.path.iter().map(|segment| match segment {
            PathSegment::Literal(text) => Cow::Borrowed(text.as_str()),
            PathSegment::Parameter(index) => match self.parameters.get(*index) {
                Some(parameter) => Cow::Owned(format!("{{{}}}", parameter.wire_name)),
                None => Cow::Borrowed("{}"),
            },
        });
        segments.collect()
    }

    /// The headers of all its responses.
    pub fn all_headers(&self) -> impl Iterator<Item = &Header> {
        self.cases().flat_map(|case| &case.headers)
    }
}

/// A piece of a path template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PathSegment {
    /// Text as it stands.
    Literal(String),
    /// The value of a path parameter: index into `Operation::parameters`.
    Parameter(usize),
}

/// Where a parameter goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Location {
    /// In the path.
    Path,
    /// In the query.
    Query,
    /// The whole query string (3.2 `querystring`).
    QueryString,
    /// In a header.
    Header,
    /// In a cookie.
    Cookie,
}

/// How a value is written into a parameter (OpenAPI, Style Values).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Style {
    /// `matrix`
    Matrix,
    /// `label`
    Label,
    /// `simple`
    Simple,
    /// `form`
    Form,
    /// `spaceDelimited`
    SpaceDelimited,
    /// `pipeDelimited`
    PipeDelimited,
    /// `deepObject`
    DeepObject,
    /// `cookie`
    Cookie,
    /// `content`: written as this media type
    Content(String),
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The argument or setter.
    pub name: Name,
    /// What it was called before it was renamed: setters that still are.
    pub former: Vec<Name>,
    /// The name on the wire.
    pub wire_name: String,
    /// Where it goes.
    pub location: Location,
    /// Its type.
    pub ty: Type,
    /// Whether it must be given. Always so in the path.
    pub required: bool,
    /// How it is written.
    pub style: Style,
    /// Whether arrays and objects become one pair an item.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
    /// Its prose.
    pub docs: Docs,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// What the server takes when it is absent.
    pub default: Option<Value>,
    /// An example value that fits the type.
    pub example: Option<Value>,
    /// Validation keywords.
    pub constraints: super::Constraints,
    /// What is checked of its value.
    pub bounds: super::Bounds,
    /// Whether it names a call among others, so that a server acts once upon all its attempts: made where none is given.
    pub idempotency: bool,
    /// Where it was found.
    pub origin: Origin,
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Whether it must be given.
    pub required: bool,
    /// The argument or setter.
    pub name: Name,
    /// What it was called before it was renamed: setters that still are.
    pub former: Vec<Name>,
    /// Its media types in order of preference; never empty.
    pub contents: Vec<Content>,
    /// Its prose.
    pub docs: Docs,
    /// Where it was found.
    pub origin: Origin,
}

/// How a media type meets its Rust type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ContentKind {
    /// `application/json`, `*+json`
    Json,
    /// `application/x-www-form-urlencoded`
    Form,
    /// `multipart/*`
    Multipart,
    /// `text/*`, XML: as a string
    Text,
    /// Everything else: as bytes
    Binary,
    /// `text/event-stream`
    EventStream,
    /// `application/x-ndjson`, `application/jsonl`
    JsonLines,
    /// `application/json-seq`
    JsonSequence,
}

/// A body under one media type.
#[derive(Clone, Debug)]
pub struct Content {
    /// The media type as in the document.
    pub media_type: String,
    /// How it is read and written.
    pub kind: ContentKind,
    /// Its type (the item's type for streams).
    pub ty: Type,
    /// Encodings of form and multipart properties.
    pub encodings: Vec<Encoding>,
    /// Examples given by the document.
    pub examples: Vec<Value>,
    /// Rust suffix that tells this content from the others of its body (`Json`, `Text`).
    pub name: Name,
    /// What is checked of a request body.
    pub bounds: super::Bounds,
    /// Where the media type object was found.
    pub origin: Origin,
}

/// How one property of a form or multipart body is written.
#[derive(Clone, Debug)]
pub struct Encoding {
    /// The property.
    pub wire_name: String,
    /// Its content type, if given.
    pub content_type: Option<String>,
    /// Whether each item of an array is a document of that type, and not the array.
    pub each: bool,
    /// Its style.
    pub style: Style,
    /// Whether arrays and objects become one pair an item.
    pub explode: bool,
    /// Whether reserved characters stay as they are.
    pub allow_reserved: bool,
}

/// Which statuses a response is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum StatusKey {
    /// One status.
    Code(u16),
    /// A hundred of them (`4XX` is `Range(4)`).
    Range(u8),
    /// Every other.
    Default,
}

/// The responses of one side (success or failure).
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The enum, where the cases differ (`GetPetResponse`, `GetPetError`).
    pub type_name: Name,
    /// The equal enum of an earlier operation of the group, which it is another name for.
    pub same: Option<Name>,
    /// The cases: codes first, then ranges, then default.
    pub cases: Vec<OutcomeCase>,
}

/// One response.
#[derive(Clone, Debug)]
pub struct OutcomeCase {
    /// Its variant (`NotFound`, `Status4xx`, `Default`).
    pub name: Name,
    /// Its statuses.
    pub status: StatusKey,
    /// Its bodies in order of preference; empty for none.
    pub contents: Vec<Content>,
    /// Its headers.
    pub headers: Vec<Header>,
    /// Its prose.
    pub docs: Docs,
    /// Where it was found.
    pub origin: Origin,
}

/// A response header.
#[derive(Clone, Debug)]
pub struct Header {
    /// The accessor.
    pub name: Name,
    /// The name on the wire.
    pub wire_name: String,
    /// Its type.
    pub ty: Type,
    /// Whether it is always there.
    pub required: bool,
    /// Whether objects are written as `key=value`.
    pub explode: bool,
    /// The media type it is written as, if it has one of its own.
    pub content: Option<String>,
    /// Its prose.
    pub docs: Docs,
    /// Where it was found.
    pub origin: Origin,
}

/// How an operation pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Paging {
    /// By which mechanism.
    pub kind: PagingKind,
    /// The properties (wire names) that lead from the response body to the array of items; empty when the body is it.
    pub items: Vec<String>,
    /// The type of an item.
    pub item: Type,
}

/// The mechanisms of paging. Parameters are indices into `Operation::parameters`; paths are property wire names.
#[derive(Clone, Debug, PartialEq)]
pub enum PagingKind {
    /// `offset` and `limit`.
    Offset {
        /// The parameter that skips items.
        offset: usize,
        /// The parameter that says how many.
        limit: Option<usize>,
        /// How many to ask for when the caller does not say.
        limit_default: Option<u64>,
        /// Where the body tells the total, if it can be believed.
        total: Option<Vec<String>>,
    },
    /// Numbered pages.
    Page {
        /// The parameter with the number of the page.
        page: usize,
        /// The parameter that says how many items a page has.
        limit: Option<usize>,
        /// How many to ask for when the caller does not say.
        limit_default: Option<u64>,
        /// The number of the first page.
        first: u64,
        /// Where the body tells the number of pages.
        total_pages: Option<Vec<String>>,
        /// Where the body tells the number of items.
        total: Option<Vec<String>>,
    },
    /// An opaque cursor.
    Cursor {
        /// The parameter that takes it.
        cursor: usize,
        /// Where the body gives the next one.
        next: Vec<String>,
        /// Where the body says whether there is more.
        more: Option<Vec<String>>,
    },
    /// A URL in the body.
    NextUrl {
        /// Where.
        next: Vec<String>,
    },
    /// A `Link` header with `rel="next"`.
    LinkHeader,
}
