//! Forms. In: their pairs as they came; out: an object. Invariant: a property is read as its `encoding` says, or as a client
//! writes it that has none.

use super::alternatives::{Read, Tries};
use super::decode::form;
use super::expect::Expect;
use super::unstyle::{Manner, Pair};
use crate::runtime::endpoint::{Encoding, Style};
use crate::runtime::node::Node;

/// The properties of a form as an object.
pub(super) fn properties(
    pairs: &[Pair<'_>],
    encodings: &[Encoding],
    expect: &Expect,
    tries: &Tries,
) -> Result<Node, String> {
    let either = |one: &Expect| properties(pairs, encodings, one, tries).map(Some);
    if let Some(read) = tries.read(expect, &either) {
        return read.map(|node| node.unwrap_or(Node::Null));
    }
    let declared: Vec<&str> = expect.properties().iter().map(|(name, _)| *name).collect();
    let mut names = declared.clone();
    for (key, _) in pairs {
        let deep = key.split('[').next().unwrap_or_default();
        if !declared.contains(&key.as_str())
            && !names.contains(&key.as_str())
            && !declared.contains(&deep)
        {
            names.push(key);
        }
    }
    let mut entries = Vec::new();
    for name in names {
        let encoding = encodings.iter().find(|encoding| encoding.name == name);
        let inner = expect.property(name).unwrap_or(&Expect::ANY);
        let value = property(pairs, name, encoding, inner, &declared, tries);
        let value = value.map_err(|reason| format!("at `{name}` {reason}"))?;
        entries.extend(value.map(|value| (name.to_owned(), value)));
    }
    Ok(Node::Object(entries))
}

/// The property of a form.
fn property(
    pairs: &[Pair<'_>],
    name: &str,
    encoding: Option<&Encoding>,
    expect: &Expect,
    taken: &[&str],
    tries: &Tries,
) -> Read {
    let either = |one: &Expect| property(pairs, name, encoding, one, taken, tries);
    if let Some(read) = tries.read(expect, &either) {
        return read;
    }
    let (style, explode) = match encoding {
        Some(Encoding {
            content_type: Some(media),
            style: Style::Form,
            explode,
            each: false,
            ..
        }) if !media.starts_with("text/plain") => (Style::Content(media), *explode),
        Some(encoding) => (encoding.style, encoding.explode),
        None if expect.is_object() => (Style::Content("application/json"), false),
        None => (Style::Form, true),
    };
    let manner = Manner {
        name,
        style,
        explode,
        decode: form,
        taken,
        tries,
    };
    manner.among(pairs, expect)
}
