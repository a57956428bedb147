//! A request as it came. In: head and body; out: the same, its parameters and its body as values. Invariant: it can be
//! printed without giving a secret away.

use super::credentials;
use super::payload;
use super::problem::{Place, Problem};
use super::row::Row;
use super::rules::Strict;
use crate::runtime::endpoint::Location;
use crate::runtime::json;
use crate::runtime::node::Node;
use crate::runtime::wire::Wire;
use bytes::Bytes;
use http::{HeaderMap, Method};
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;

/// A request that came to a server. Clones are cheap.
#[derive(Clone)]
pub struct Received {
    pub(super) parts: Arc<Parts>,
    pub(super) status: u16,
    pub(super) problems: Vec<Problem>,
}

pub(super) struct Parts {
    pub(super) number: u64,
    pub(super) row: Option<&'static Row>,
    pub(super) method: Method,
    /// Where the server is.
    pub(super) url: String,
    /// Below the path that the server is at.
    pub(super) path: String,
    pub(super) target: String,
    pub(super) query: String,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
    /// The values of the parameters, by number.
    pub(super) values: Vec<Option<Node>>,
    /// Which of the operation's bodies it has.
    pub(super) payload: Option<usize>,
    /// What is refused.
    pub(super) strict: Strict,
}

/// The parameters and the body of an operation.
pub trait FromReceived: Sized {
    /// Reads them.
    ///
    /// # Errors
    /// When one of them is not of its type.
    fn from_received(received: &Received) -> Result<Self, Problem>;
}

/// Whether the parameters and the body of an operation can be read.
///
/// # Errors
/// When one of them is not of its type.
pub fn reads<T: FromReceived>(received: &Received) -> Result<(), Problem> {
    T::from_received(received).map(drop)
}

impl Received {
    /// How many requests came before it.
    pub fn number(&self) -> u64 {
        self.parts.number
    }

    /// The id of the operation; `None` where the path or the method is that of none.
    pub fn operation(&self) -> Option<&'static str> {
        self.parts.row.map(|row| row.endpoint.id)
    }

    /// The method.
    pub fn method(&self) -> &Method {
        &self.parts.method
    }

    /// The path, still encoded, below that of the server.
    pub fn path(&self) -> &str {
        &self.parts.path
    }

    /// Where it went, without the path below that of the server: what a link in an answer begins with.
    pub fn url(&self) -> &str {
        &self.parts.url
    }

    /// The query, still encoded; empty where there is none.
    pub fn query(&self) -> &str {
        &self.parts.query
    }

    /// Path and query, as they came.
    pub fn target(&self) -> &str {
        &self.parts.target
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.parts.headers
    }

    /// A header that is text.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.parts.headers.get(name)?.to_str().ok()
    }

    /// The body, as it came.
    pub fn bytes(&self) -> &Bytes {
        &self.parts.body
    }

    /// What it was answered with; 0 as long as it is not.
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What was wrong with it.
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// What it proves itself with for a security scheme: a token, or `user:password`.
    pub fn credential(&self, scheme: &str) -> Option<String> {
        let api = self.parts.row?.endpoint.api;
        let scheme = api.schemes.iter().find(|known| known.name == scheme)?;
        credentials::sent(scheme, self)
    }

    /// The value of a parameter; `None` if it is not there, or the operation has none of that name.
    ///
    /// # Errors
    /// When it is not of the type.
    pub fn parameter<T: Wire>(&self, name: &str) -> Result<Option<T>, Problem> {
        let parameters = self
            .parts
            .row
            .map_or(&[][..], |row| row.endpoint.parameters);
        match parameters.iter().position(|known| known.name == name) {
            Some(number) => self.read(number),
            None => Ok(None),
        }
    }

    /// The value of a parameter by its number; a type that takes `null` is that if it is not there.
    ///
    /// # Errors
    /// When it is not of the type.
    pub fn read<T: Wire>(&self, number: usize) -> Result<T, Problem> {
        let mut value = T::blank();
        self.fill(number, &mut value)?;
        Ok(value)
    }

    fn fill(&self, number: usize, value: &mut dyn Wire) -> Result<(), Problem> {
        let node = self.parts.values.get(number).and_then(Option::as_ref);
        let text = node.map_or_else(|| "null".to_owned(), Node::json);
        let decoded = json::decode(text.as_bytes(), value);
        decoded.map_err(|error| {
            let reason = match error.path().as_str() {
                "$" => format!("is not {}", error.expected()),
                path => format!("is not {} at `{path}`", error.expected()),
            };
            self.wrong(number, reason)
        })
    }

    /// The problem of a parameter.
    pub(super) fn wrong(&self, number: usize, reason: impl Into<String>) -> Problem {
        let row = self.parts.row;
        let parameter = row.and_then(|row| row.endpoint.parameters.get(number));
        let place = parameter.map_or(Place::Path, |parameter| {
            let name = parameter.name.to_owned();
            match parameter.location {
                Location::Path => Place::PathParameter(name),
                Location::Query | Location::QueryString => Place::Query(name),
                Location::Header => Place::Header(name),
                Location::Cookie => Place::Cookie(name),
            }
        });
        Problem::new(400, place, reason).of(self.operation())
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is no JSON, or not of the model's shape.
    pub fn json<T: Wire>(&self) -> Result<T, Problem> {
        let mut value = T::blank();
        payload::decode(&self.parts.body, &mut value).map_err(|p| p.of(self.operation()))?;
        Ok(value)
    }

    /// The body by its number among those of the operation; a type that takes `null` is that if another one came.
    ///
    /// # Errors
    /// When it is not of the type.
    pub fn model<T: Wire>(&self, number: usize) -> Result<T, Problem> {
        let mut value = T::blank();
        payload::model(self, number, &mut value).map_err(|p| p.of(self.operation()))?;
        Ok(value)
    }

    /// The body as text, if it is the one of this number.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text<T: From<Found<String>>>(&self, number: usize) -> Result<T, Problem> {
        let text = match self.parts.payload == Some(number) {
            true => Some(payload::text(&self.parts.body).map_err(|p| p.of(self.operation()))?),
            false => None,
        };
        Ok(T::from(Found(text.map(str::to_owned))))
    }

    /// The body as bytes, if it is the one of this number.
    ///
    /// # Errors
    /// Never; it is a `Result` as the others are.
    pub fn raw<T: From<Found<Bytes>>>(&self, number: usize) -> Result<T, Problem> {
        let own = self.parts.payload == Some(number);
        Ok(T::from(Found(own.then(|| self.parts.body.clone()))))
    }
}

/// A body that may be there.
#[derive(Debug)]
pub struct Found<T>(Option<T>);

impl<T> From<Found<T>> for Option<T> {
    fn from(found: Found<T>) -> Self {
        found.0
    }
}

impl From<Found<String>> for String {
    fn from(found: Found<String>) -> Self {
        found.0.unwrap_or_default()
    }
}

impl From<Found<Bytes>> for Bytes {
    fn from(found: Found<Bytes>) -> Self {
        found.0.unwrap_or_default()
    }
}

impl Debug for Received {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        // Queries, headers and bodies can hold secrets.
        f.debug_struct("Received")
            .field("number", &self.parts.number)
            .field("operation", &self.operation())
            .field("method", &self.parts.method)
            .field("path", &self.parts.path)
            .field("status", &self.status)
            .field("problems", &self.problems)
            .finish_non_exhaustive()
    }
}
