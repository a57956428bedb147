//! Bodies of requests. In: bytes and a media type; out: values. Invariant: a body is read as the one the document has under
//! its media type, and what is wrong is told with its place.

use super::alternatives::Tries;
use super::decode as texts;
use super::deep::{TWICE, scalar};
use super::expect::{Expect, Shape};
use super::forms;
use super::problem::{Place, Problem};
use super::received::{Parts, Received};
use super::row::{Form, Payload, Row};
use super::rules::Judge;
use super::unstyle;
use crate::runtime::endpoint::{Encoding, Style};
use crate::runtime::json::{self, Value};
use crate::runtime::node::Node;
use crate::runtime::wire::Wire;
use http::HeaderMap;
use http::header::CONTENT_TYPE;

/// The body that comes: that of its media type, by number. Nothing at all is no JSON and no parts, and so no body.
pub(super) fn find(row: &Row, headers: &HeaderMap, body: &[u8]) -> Option<usize> {
    let number = of_type(row.payloads, headers)?;
    let form = row.payloads.get(number)?.form;
    let none = body.is_empty() && !row.body_required && matches!(form, Form::Json | Form::Parts);
    (!none).then_some(number)
}

/// The body that a media type names: its number.
fn of_type(payloads: &[Payload], headers: &HeaderMap) -> Option<usize> {
    let sent = headers.get(CONTENT_TYPE)?.to_str().ok()?;
    let sent = essence(sent);
    let exact = payloads.iter().position(|p| essence(p.media) == sent);
    let among = || {
        let mut payloads = payloads.iter();
        payloads.position(|p| covers(&essence(p.media), &sent))
    };
    // Bytes of which nobody says what they are may be of any kind (RFC 9110, 8.3).
    let unknown = || {
        let mut payloads = payloads.iter();
        let unknown = sent == "application/octet-stream";
        payloads.position(|p| unknown && p.form == Form::Bytes && p.media.contains('*'))
    };
    exact.or_else(among).or_else(unknown)
}

/// What is wrong with a body that the operation does not take.
pub(super) fn unasked(row: &Row, headers: &HeaderMap) -> Problem {
    if row.payloads.is_empty() {
        return problem(400, "$", "is there, and the operation takes none");
    }
    let media: Vec<&str> = row.payloads.iter().map(|payload| payload.media).collect();
    let media = media.join(", ");
    let reason = match headers.contains_key(CONTENT_TYPE) {
        true => format!("is none of {media}"),
        false => format!("is missing; it takes {media}"),
    };
    Problem::new(415, Place::MediaType, reason)
}

/// A media type without its parameters.
fn essence(media: &str) -> String {
    let essence = media.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}

fn covers(range: &str, media: &str) -> bool {
    match range.strip_suffix('*') {
        Some("*/") => true,
        Some(kind) => media.starts_with(kind),
        None => false,
    }
}

fn problem(status: u16, path: &str, reason: impl Into<String>) -> Problem {
    Problem::new(status, Place::Body(path.to_owned()), reason)
}

/// Reads JSON.
pub(super) fn decode(body: &[u8], value: &mut dyn Wire) -> Result<(), Problem> {
    json::decode(body, value).map_err(|error| {
        let syntax = serde_json::from_slice::<Value>(body).is_err();
        let status = if syntax { 400 } else { 422 };
        problem(
            status,
            &error.path(),
            format!("is not {}", error.expected()),
        )
    })
}

/// Reads JSON of which the document knows every value.
fn known(parts: &Parts, value: &mut dyn Wire) -> Result<(), Problem> {
    let (outcome, notes) = json::decode_noting(&parts.body, value);
    if outcome.is_err() {
        return decode(&parts.body, value);
    }
    match notes.unlisted().filter(|_| parts.strict.values) {
        Some(place) => Err(problem(422, &place, "is none of the values of its enum")),
        None => Ok(()),
    }
}

/// Whether JSON of the right type keeps to what the document demands beyond that.
fn bounded(parts: &Parts, payload: &Payload) -> Result<(), Problem> {
    if matches!(payload.expect.shape, Shape::Any) && payload.expect.rules.is_empty() {
        return Ok(());
    }
    match Node::parse(text(&parts.body)?) {
        Some(node) => judged(parts, payload, &node),
        None => Ok(()),
    }
}

fn judged(parts: &Parts, payload: &Payload, node: &Node) -> Result<(), Problem> {
    let checked = Judge::new(parts.strict).check(&payload.expect, node);
    checked.map_err(|wrong| problem(422, &wrong.path(), wrong.reason()))
}

pub(super) fn text(body: &[u8]) -> Result<&str, Problem> {
    std::str::from_utf8(body).map_err(|_| problem(400, "$", "is not UTF-8"))
}

/// Reads the body with this number, or that there is none.
pub(super) fn model(
    received: &Received,
    number: usize,
    value: &mut dyn Wire,
) -> Result<(), Problem> {
    let parts = &received.parts;
    let payloads = parts.row.map_or(&[][..], |row| row.payloads);
    let payload = payloads
        .get(number)
        .filter(|_| parts.payload == Some(number));
    let Some(payload) = payload else {
        return decode(b"null", value);
    };
    let node = match payload.form {
        Form::Json | Form::Text | Form::Bytes => {
            known(parts, value)?;
            return bounded(parts, payload);
        }
        Form::Pairs => {
            let pairs = unstyle::pairs(text(&parts.body)?);
            forms::properties(&pairs, payload.encodings, &payload.expect, &Tries::new())
        }
        Form::Parts => {
            let media = received.header("content-type").unwrap_or_default();
            parted(&parts.body, media, payload)
        }
    };
    let node = node.map_err(|reason| problem(400, "$", reason))?;
    judged(parts, payload, &node)?;
    json::decode(node.json().as_bytes(), value)
        .map_err(|error| problem(422, &error.path(), format!("is not {}", error.expected())))
}

/// One part of a body.
struct Part<'a> {
    name: String,
    media: Option<String>,
    data: &'a [u8],
}

impl Part<'_> {
    fn text(&self) -> String {
        String::from_utf8_lossy(self.data).into_owned()
    }
}

/// A body in parts (RFC 7578) as an object. The contents of files are read as text, as far as they are.
fn parted(body: &[u8], media: &str, payload: &Payload) -> Result<Node, String> {
    let boundary = quoted(media, "boundary").ok_or("has no boundary in its media type")?;
    let mut named: Vec<(String, Vec<Part<'_>>)> = Vec::new();
    for part in parts(body, &boundary)? {
        match named.iter_mut().find(|(name, _)| *name == part.name) {
            Some((_, parts)) => parts.push(part),
            None => named.push((part.name.clone(), vec![part])),
        }
    }
    object(&named, payload.encodings, &payload.expect, &Tries::new())
}

fn object(
    named: &[(String, Vec<Part<'_>>)],
    encodings: &[Encoding],
    expect: &Expect,
    tries: &Tries,
) -> Result<Node, String> {
    let either = |one: &Expect| object(named, encodings, one, tries).map(Some);
    if let Some(read) = tries.read(expect, &either) {
        return read.map(|node| node.unwrap_or(Node::Null));
    }
    let entries = named.iter().map(|(name, parts)| {
        let encoding = encodings.iter().find(|encoding| encoding.name == name);
        let expect = expect.property(name).unwrap_or(&Expect::ANY);
        let value = value(parts, encoding, expect, tries);
        let value = value.map_err(|reason| format!("at `{name}` {reason}"))?;
        Ok((name.clone(), value))
    });
    entries.collect::<Result<_, String>>().map(Node::Object)
}

/// The value of the parts of one name: one value, or the items of a list.
fn value(
    parts: &[Part<'_>],
    encoding: Option<&Encoding>,
    expect: &Expect,
    tries: &Tries,
) -> Result<Node, String> {
    let either = |one: &Expect| value(parts, encoding, one, tries).map(Some);
    if let Some(read) = tries.read(expect, &either) {
        return read.map(|node| node.unwrap_or(Node::Null));
    }
    match parts {
        [part] if !expect.is_list() => Ok(single(part, expect)),
        _ if expect.is_list() || matches!(expect.solid().shape, Shape::Any) => {
            let mut items = Vec::new();
            for part in parts {
                several(part, encoding, expect, tries, &mut items)?;
            }
            Ok(Node::List(items))
        }
        _ => Err(TWICE.to_owned()),
    }
}

/// The JSON that a part is, if it says so.
fn document(part: &Part<'_>) -> Option<Node> {
    let is_document = part.media.as_deref().is_some_and(texts::is_json);
    let text = is_document.then(|| std::str::from_utf8(part.data).ok());
    texts::json(text.flatten()?)
}

fn single(part: &Part<'_>, expect: &Expect) -> Node {
    document(part).unwrap_or_else(|| expect.scalar(part.text()))
}

/// The items of a list that a part has: those of a list in JSON, those between delimiters, or one.
fn several(
    part: &Part<'_>,
    encoding: Option<&Encoding>,
    expect: &Expect,
    tries: &Tries,
    items: &mut Vec<Node>,
) -> Result<(), String> {
    match document(part) {
        Some(Node::List(more)) => items.extend(more),
        Some(one) => items.push(one),
        None => {
            let between = encoding.filter(|encoding| !encoding.explode);
            let between = between.and_then(|encoding| match encoding.style {
                Style::Form => Some(','),
                Style::SpaceDelimited => Some(' '),
                Style::PipeDelimited => Some('|'),
                _ => None,
            });
            let text = part.text();
            let texts = match between {
                Some(between) => text.split(between).map(str::to_owned).collect(),
                None => vec![text],
            };
            for text in texts {
                let item = scalar(text, expect.item(items.len()), tries)?;
                items.push(item);
            }
        }
    }
    Ok(())
}

/// The parts between boundaries.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Result<Vec<Part<'a>>, String> {
    let line = format!("--{boundary}");
    let mut out = Vec::new();
    let mut rest = after(body, line.as_bytes()).ok_or("does not begin with its boundary")?;
    let end = format!("\r\n{line}");
    while !rest.starts_with(b"--") {
        let begin = after(rest, b"\r\n").ok_or("ends within a boundary")?;
        let length = position(begin, end.as_bytes()).ok_or("ends within a part")?;
        let (part, more) = begin.split_at(length);
        rest = &more[end.len()..];
        let split = position(part, b"\r\n\r\n").ok_or("has a part without headers")?;
        let head = String::from_utf8_lossy(&part[..split]).into_owned();
        let header = |name: &str| {
            let lines = head.split("\r\n").filter_map(|line| line.split_once(':'));
            let mut lines = lines.filter(|(key, _)| key.trim().eq_ignore_ascii_case(name));
            lines.next().map(|(_, value)| value.trim().to_owned())
        };
        let disposition = header("content-disposition").unwrap_or_default();
        let name = quoted(&disposition, "name").ok_or("has a part without a name")?;
        out.push(Part {
            name,
            media: header("content-type"),
            data: &part[split + 4..],
        });
    }
    Ok(out)
}

fn position(text: &[u8], wanted: &[u8]) -> Option<usize> {
    text.windows(wanted.len()).position(|part| part == wanted)
}

fn after<'a>(text: &'a [u8], wanted: &[u8]) -> Option<&'a [u8]> {
    text.get(position(text, wanted)? + wanted.len()..)
}

/// A parameter of a header, between quotes or not: with escapes as browsers write them, or with backslashes.
fn quoted(text: &str, name: &str) -> Option<String> {
    let mut rest = text.split_once(';')?.1;
    loop {
        let (key, after) = rest.split_once('=')?;
        let (value, more) = parameter(after.trim_start());
        if key.trim().eq_ignore_ascii_case(name) {
            let value = value.replace("%22", "\"");
            return Some(value.replace("%0D", "\r").replace("%0A", "\n"));
        }
        rest = more.trim_start().strip_prefix(';')?;
    }
}

/// The value that a text begins with, and what follows.
fn parameter(text: &str) -> (String, &str) {
    let Some(inner) = text.strip_prefix('"') else {
        let (value, rest) = text.split_at(text.find(';').unwrap_or(text.len()));
        return (value.trim().to_owned(), rest);
    };
    let mut value = String::new();
    let mut escaped = false;
    for (at, c) in inner.char_indices() {
        match c {
            '"' if !escaped => return (value, &inner[at + 1..]),
            '\\' if !escaped => escaped = true,
            _ => {
                value.push(c);
                escaped = false;
            }
        }
    }
    (value, "")
}
