//! Places of items in a document, as a file of names writes them. In: origins and wire names; out: pointers, which need not
//! lead anywhere. Invariant: what has two items has two places, and none of them depends on the order of a document's keys.

use crate::ir::{Callback, Location};
use crate::source::{Origin, escape_token};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;

/// A part of an operation that has a name of its own.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Part<'a> {
    /// The type of its builder.
    Builder,
    /// The enum of its successes.
    Success,
    /// The enum of its failures.
    Failure,
    /// The view of its headers.
    Headers,
    /// The accessor of one of these.
    Header(&'a str),
    /// The argument or setter of a parameter.
    Parameter(Location, &'a str),
    /// That of the body.
    Body,
}

impl Part<'_> {
    /// The place of this part of an operation.
    pub(crate) fn place(self, at: &Origin, id: &str) -> String {
        part(at, id, self)
    }
}

/// The place of a property of a type.
pub(crate) fn field(of: &str, wire_name: &str) -> String {
    format!("{of}/properties/{}", escape_token(wire_name))
}

/// The place of a value of an enum.
pub(crate) fn variant(of: &str, value: &Value) -> String {
    let text = match value {
        Value::String(text) => escape_token(text),
        other => escape_token(&other.to_string()),
    };
    format!("{of}/enum/{text}")
}

/// The place of a branch of a union.
pub(super) fn branch(of: &str, key: &str) -> String {
    format!("{of}/branches/{}", escape_token(key))
}

/// The place of an operation.
pub(crate) fn operation(at: &Origin, id: &str) -> String {
    format!("{}/operationId/{}", at.pointer, escape_token(id))
}

/// The place of a part of an operation.
pub(super) fn part(at: &Origin, id: &str, part: Part<'_>) -> String {
    let mut place = operation(at, id);
    let (word, key) = match part {
        Part::Builder => ("builder", None),
        Part::Success => ("success", None),
        Part::Failure => ("failure", None),
        Part::Headers => ("headers", None),
        // The case of a header's name says nothing.
        Part::Header(name) => ("headers", Some(name.to_ascii_lowercase())),
        Part::Parameter(location, name) => (parameters(location), Some(name.to_owned())),
        Part::Body => ("requestBody", None),
    };
    place.push('/');
    place.push_str(word);
    if let Some(key) = key {
        place.push('/');
        place.push_str(&escape_token(&key));
    }
    place
}

/// What a member belongs to, by its place, where members like it can be renamed: those of one owner have names of their own.
pub(super) fn owner(place: &str) -> Option<&str> {
    if let Some(operation) = place.strip_suffix("/requestBody") {
        return is_operation(operation).then_some(operation);
    }
    let (list, _) = place.rsplit_once('/')?;
    if list.ends_with("/properties") || list.ends_with("/enum") {
        return Some(list);
    }
    let operation = list.rsplit_once('/')?.0.strip_suffix("/parameters")?;
    is_operation(operation).then_some(operation)
}

fn is_operation(place: &str) -> bool {
    let id = place.rsplit_once('/');
    id.is_some_and(|(list, _)| list.ends_with("/operationId"))
}

fn parameters(location: Location) -> &'static str {
    match location {
        Location::Path => "parameters/path",
        Location::Query => "parameters/query",
        Location::QueryString => "parameters/querystring",
        Location::Header => "parameters/header",
        Location::Cookie => "parameters/cookie",
    }
}

/// The place of a webhook or callback.
pub(super) fn webhook(at: &Origin, wire_name: &str, callback: Option<&Callback>) -> String {
    let mut place = format!("{}/webhook", at.pointer);
    for key in callback
        .map(|callback| callback.operation.as_str())
        .into_iter()
        .chain([wire_name])
    {
        place.push('/');
        place.push_str(&escape_token(key));
    }
    place
}

/// The place of a tag.
pub(super) fn tag(name: &str) -> String {
    format!("/tags/{}", escape_token(name))
}

/// A pointer as a fragment of a URI, as far as it must be: without spaces and what cannot be seen.
pub(crate) fn encoded(pointer: &str) -> String {
    let mut out = String::with_capacity(pointer.len() + 1);
    out.push('#');
    for c in pointer.chars() {
        let hidden = c == '%' || c.is_whitespace() || crate::emit::is_hidden(c);
        if !hidden {
            out.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

pub(crate) fn decoded(place: &str) -> String {
    let place = place.strip_prefix('#').unwrap_or(place);
    if !place.contains('%') {
        return place.to_owned();
    }
    let mut out = Vec::with_capacity(place.len());
    let bytes = place.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let code = (bytes[at] == b'%')
            .then(|| place.get(at + 1..at + 3))
            .flatten();
        match code.and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The places that pointers stand for: what is inside of a branch is found by what tells the branch from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places(HashMap<String, String>);

impl Places {
    /// Adds a branch of the union at `of`.
    pub(crate) fn add(&mut self, pointer: &str, of: &str, key: &str) {
        // What stands elsewhere has a place of its own.
        let inside = pointer.strip_prefix(of);
        if inside.is_some_and(|rest| rest.starts_with('/')) {
            let place = branch(of, key);
            self.0.entry(pointer.to_owned()).or_insert(place);
        }
    }

    /// The place of what a pointer leads to.
    pub(crate) fn of<'a>(&self, pointer: &'a str) -> Cow<'a, str> {
        let mut place = Cow::Borrowed(pointer);
        // Each round ends with a shorter rest in front of what was found.
        let mut end = if self.0.is_empty() { 0 } else { pointer.len() };
        while end > 0 {
            if let Some(found) = self.0.get(&place[..end]) {
                let start = found.rfind("/branches/").unwrap_or_default();
                place = Cow::Owned(format!("{found}{}", &place[end..]));
                end = start;
            } else {
                end = place[..end].rfind('/').unwrap_or_default();
            }
        }
        place
    }
}
