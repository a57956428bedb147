//! From a model to a serializer. In: a value of any type; out: what it is on the wire, told to a serializer. Invariant: a
//! number arrives with all its digits, and every list and map says how long it is.

use super::super::json::{self, Mode, Reader};
use super::super::wire::Wire;
use ::serde_core::ser::{Error, Serialize, SerializeMap, SerializeSeq, Serializer};
use std::borrow::Cow;

/// Serializes a value: the JSON that it is on the wire, read-only properties included.
///
/// # Errors
/// When the serializer fails, as that of a format without `null` may; or the value is nested too deeply to be read again.
pub fn serialize<S: Serializer>(value: &dyn Wire, serializer: S) -> Result<S::Ok, S::Error> {
    let text = json::text(json::encode(value, Mode::Json));
    match parse(&text) {
        Ok(node) => node.serialize(serializer),
        Err(message) => Err(S::Error::custom(message)),
    }
}

/// A value of JSON, as it was written.
enum Node<'a> {
    Null,
    Bool(bool),
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Node<'a>>),
    Map(Vec<(Cow<'a, str>, Node<'a>)>),
}

/// Compiled once, whatever the serializer.
fn parse(text: &str) -> Result<Node<'_>, String> {
    let mut reader = Reader::new(text);
    let node = read(&mut reader);
    match reader.finish() {
        None => Ok(node),
        Some(error) => Err(super::read::message(&error)),
    }
}

fn read<'a>(r: &mut Reader<'a>) -> Node<'a> {
    match r.peek() {
        b'"' => Node::Text(r.string()),
        b'[' => read_list(r),
        b'{' => read_map(r),
        b't' | b'f' => Node::Bool(r.boolean()),
        b'n' => {
            if !r.take_null() {
                r.fail("a value");
            }
            Node::Null
        }
        _ => Node::Number(r.number("a value")),
    }
}

fn read_list<'a>(r: &mut Reader<'a>) -> Node<'a> {
    let mut items = Vec::new();
    if r.open_array() {
        while r.next_item(items.len()) {
            items.push(read(r));
        }
    }
    Node::List(items)
}

fn read_map<'a>(r: &mut Reader<'a>) -> Node<'a> {
    let mut entries = Vec::new();
    if r.open_object("an object") {
        while let Some(key) = r.next_key() {
            let value = read(r);
            r.leave_key(&key);
            entries.push((key, value));
        }
    }
    Node::Map(entries)
}

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Node::Null => serializer.serialize_unit(),
            Node::Bool(value) => serializer.serialize_bool(*value),
            Node::Number(token) => number(token, serializer),
            Node::Text(text) => serializer.serialize_str(text),
            Node::List(items) => {
                let mut list = serializer.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Node::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(&**key, value)?;
                }
                map.end()
            }
        }
    }
}

/// A number in the narrowest type that holds it exactly, else the nearest double.
fn number<S: Serializer>(token: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if token != "-0" {
        if let Ok(value) = token.parse() {
            return serializer.serialize_i64(value);
        }
        if let Ok(value) = token.parse() {
            return serializer.serialize_u64(value);
        }
        if let Ok(value) = token.parse() {
            return serializer.serialize_i128(value);
        }
        if let Ok(value) = token.parse() {
            return serializer.serialize_u128(value);
        }
    }
    match token.parse::<f64>() {
        Ok(value) if value.is_finite() => serializer.serialize_f64(value),
        _ => Err(S::Error::custom(format!(
            "`{token}` is beyond the range of a double: serialize a smaller number"
        ))),
    }
}
