//! What is wrong with a request. In: a place and a reason; out: a problem as RFC 9457 has it. Invariant: no problem quotes
//! a secret.

use crate::runtime::json::Value;
use bytes::Bytes;
use http::StatusCode;
use http::header::{CONTENT_TYPE, HeaderValue};
use std::any::Any;
use std::fmt::{self, Display, Formatter};

/// What is wrong with a request, or what it was answered without being looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    status: u16,
    operation: Option<&'static str>,
    place: Place,
    reason: String,
    /// Headers that belong to the answer.
    headers: Vec<(String, String)>,
}

/// Where something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The path.
    Path,
    /// The method.
    Method,
    /// A parameter or key of the query.
    Query(String),
    /// A parameter of the path.
    PathParameter(String),
    /// A header.
    Header(String),
    /// A cookie.
    Cookie(String),
    /// The credentials.
    Credentials,
    /// The media type of the body.
    MediaType,
    /// The body, and where in it: `$.pets[3].name`.
    Body(String),
    /// Nothing: the server was told to fail.
    Fault,
    /// The handler: it panicked.
    Handler,
}

impl Problem {
    /// A problem with its status.
    pub fn new(status: u16, place: Place, reason: impl Into<String>) -> Self {
        Problem {
            status,
            operation: None,
            place,
            reason: reason.into(),
            headers: Vec::new(),
        }
    }

    /// A handler panicked with this.
    pub(super) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let text = panic.downcast_ref::<&str>().copied();
        let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        let reason = text.map_or("panicked".to_owned(), |text| format!("panicked: {text}"));
        Problem::new(500, Place::Handler, reason)
    }

    pub(super) fn of(mut self, operation: Option<&'static str>) -> Self {
        self.operation = operation;
        self
    }

    pub(super) fn header(mut self, (name, value): (String, String)) -> Self {
        self.headers.push((name, value));
        self
    }

    pub(super) fn with_status(mut self, status: Option<u16>) -> Self {
        self.status = status.unwrap_or(self.status);
        self
    }

    /// The status that it is answered with.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        &self.place
    }

    /// What is wrong there.
    pub fn reason(&self) -> &str {
        &self.reason
    }

    /// The id of the operation that was called, where one was.
    pub fn operation(&self) -> Option<&'static str> {
        self.operation
    }

    /// The answer: `application/problem+json`.
    pub fn response(&self) -> http::Response<Bytes> {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut body = serde_json::Map::new();
        let mut put = |key: &str, value: Value| body.insert(key.to_owned(), value);
        put("type", "about:blank".into());
        put("title", status.canonical_reason().unwrap_or("Error").into());
        put("status", self.status.into());
        put("detail", self.to_string().into());
        if let Some(operation) = self.operation {
            put("operation", operation.into());
        }
        let (kind, name) = self.place.words();
        put("in", kind.into());
        if !name.is_empty() {
            put("name", name.into());
        }
        if let Place::Body(path) = &self.place {
            put("pointer", pointer(path).into());
        }
        put("reason", self.reason.as_str().into());
        let mut response = http::Response::new(Bytes::from(Value::Object(body).to_string()));
        *response.status_mut() = status;
        self.stamp(&mut response);
        let media = HeaderValue::from_static("application/problem+json");
        response.headers_mut().insert(CONTENT_TYPE, media);
        response
    }

    /// Adds the headers that belong to the status, where they are not there yet.
    pub(super) fn stamp(&self, response: &mut http::Response<Bytes>) {
        for (name, value) in &self.headers {
            if let (Ok(entry), Ok(value)) = (
                response.headers_mut().try_entry(name),
                HeaderValue::from_str(value),
            ) {
                entry.or_insert(value);
            }
        }
    }
}

impl Place {
    /// The kind of place, and its name.
    fn words(&self) -> (&'static str, &str) {
        match self {
            Place::Path => ("path", ""),
            Place::Method => ("method", ""),
            Place::Query(name) => ("query", name),
            Place::PathParameter(name) => ("path", name),
            Place::Header(name) => ("header", name),
            Place::Cookie(name) => ("cookie", name),
            Place::Credentials => ("credentials", ""),
            Place::MediaType => ("header", "content-type"),
            Place::Body(path) => ("body", path),
            Place::Fault => ("fault", ""),
            Place::Handler => ("handler", ""),
        }
    }
}

/// A path such as `$.pets[3]["a/b"]` as a JSON pointer (RFC 6901).
fn pointer(path: &str) -> String {
    let mut out = String::new();
    let mut rest = path.strip_prefix('$').unwrap_or(path);
    while !rest.is_empty() {
        let (step, more) = step(rest);
        out.push('/');
        out.push_str(&step.replace('~', "~0").replace('/', "~1"));
        rest = more;
    }
    out
}

/// The first step of a path, and what follows.
fn step(path: &str) -> (String, &str) {
    if path.starts_with("[\"") {
        let mut keys = serde_json::Deserializer::from_str(&path[1..]).into_iter::<String>();
        if let Some(Ok(key)) = keys.next() {
            let more = &path[1 + keys.byte_offset()..];
            return (key, more.strip_prefix(']').unwrap_or(more));
        }
    }
    let text = path.trim_start_matches(['.', '[']);
    let end = text.find(['.', '[', ']']).unwrap_or(text.len());
    let (step, more) = text.split_at(end);
    (step.to_owned(), more.strip_prefix(']').unwrap_or(more))
}

impl Display for Place {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Place::Path => f.write_str("the path"),
            Place::Method => f.write_str("the method"),
            Place::Query(name) => write!(f, "the query's `{name}`"),
            Place::PathParameter(name) => write!(f, "the path's `{name}`"),
            Place::Header(name) => write!(f, "the header `{name}`"),
            Place::Cookie(name) => write!(f, "the cookie `{name}`"),
            Place::Credentials => f.write_str("the credentials"),
            Place::MediaType => f.write_str("the header `content-type`"),
            Place::Body(path) => write!(f, "the body at `{path}`"),
            Place::Fault => f.write_str("the fault"),
            Place::Handler => f.write_str("the handler"),
        }
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)
    }
}

impl std::error::Error for Problem {}
