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
pub(crate) fn branch(of: &str, key: &str) -> String {
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
pub(crate) fn webhook(at: &Origin, wire_name: &str, callback: Option<&Callback>) -> String {
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
pub(crate) fn tag(name: &str) -> String {
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

/// The places that pointers stand for: what a list holds is found by what tells it from others, wherever it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Places(HashMap<String, Step>);

/// How far a pointer leads as it is, and what follows from there instead.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    start: usize,
    rest: String,
}

impl Places {
    /// Adds a branch of the union at `of`.
    pub(crate) fn add(&mut self, pointer: &str, of: &str, key: &str) {
        // What stands elsewhere has a place of its own.
        let inside = pointer.strip_prefix(of);
        if inside.is_some_and(|rest| rest.starts_with('/')) {
            self.put(pointer, of.len(), branch("", key));
        }
    }

    /// Adds a parameter that stands in a list of its operation or path.
    pub(crate) fn add_parameter(&mut self, pointer: &str, location: Location, name: &str) {
        if let Some((list, index)) = pointer.rsplit_once('/')
            && let Some(of) = list.strip_suffix("/parameters")
            && is_index(index)
        {
            let rest = format!("/{}/{}", parameters(location), escape_token(name));
            self.put(pointer, of.len(), rest);
        }
    }

    /// Adds the body of an operation, where it stands in a list of parameters.
    pub(crate) fn add_body(&mut self, pointer: &str) {
        if let Some((list, index)) = pointer.rsplit_once('/')
            && let Some(of) = list.strip_suffix("/parameters")
            && is_index(index)
        {
            self.put(pointer, of.len(), "/requestBody".to_owned());
        }
    }

    /// Adds what stands in a part of `allOf`, which is a part of the schema around it.
    pub(crate) fn add_part(&mut self, pointer: &str) {
        if let Some((start, end)) = last_part(pointer) {
            self.put(pointer, start, pointer[end..].to_owned());
        }
    }

    fn put(&mut self, pointer: &str, start: usize, rest: String) {
        let step = Step { start, rest };
        self.0.entry(pointer.to_owned()).or_insert(step);
    }

    /// The place of what a pointer leads to.
    pub(crate) fn of<'a>(&self, pointer: &'a str) -> Cow<'a, str> {
        let (mut kept, mut tail) = (pointer.len(), String::new());
        let mut end = if self.0.is_empty() { 0 } else { pointer.len() };
        while end > 0 {
            if let Some(step) = self.0.get(&pointer[..end]) {
                tail = format!("{}{}{tail}", step.rest, &pointer[end..kept]);
                (kept, end) = (step.start, step.start);
            } else {
                end = pointer[..end].rfind('/').unwrap_or_default();
            }
        }
        match kept == pointer.len() {
            true => Cow::Borrowed(pointer),
            false => Cow::Owned(format!("{}{tail}", &pointer[..kept])),
        }
    }
}

/// A pointer as if the parts of `allOf` stood in the schema around them; `None` if there are none.
pub(crate) fn without_parts(pointer: &str) -> Option<String> {
    let mut out = pointer.to_owned();
    while let Some((start, end)) = last_part(&out) {
        out.replace_range(start..end, "");
    }
    (out != pointer).then_some(out)
}

/// From where to where the last `/allOf/N` of a pointer goes.
fn last_part(pointer: &str) -> Option<(usize, usize)> {
    const WORD: &str = "/allOf/";
    let mut found = pointer.rmatch_indices(WORD);
    found.find_map(|(start, _)| {
        let digits = start + WORD.len();
        let end = pointer[digits..].find('/');
        let end = end.map_or(pointer.len(), |length| digits + length);
        is_index(&pointer[digits..end]).then_some((start, end))
    })
}

fn is_index(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
