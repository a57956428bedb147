//! Objects whose keys stand in brackets (`style: deepObject`). In: the keys of each pair and its text; out: a tree.
//! Invariant: no pair is left out without a word.

use super::alternatives::Tries;
use super::expect::Expect;
use crate::runtime::node::Node;

/// What is wrong with one value that is given twice.
pub(super) const TWICE: &str = "is there more than once";

/// The value of keys in brackets, from a depth on.
pub(super) fn nested(
    found: &[(Vec<&str>, String)],
    depth: usize,
    expect: &Expect,
    tries: &Tries,
) -> Result<Node, String> {
    let either = tries.read(expect, &|one| nested(found, depth, one, tries).map(Some));
    if let Some(read) = either {
        return Ok(read?.unwrap_or(Node::Null));
    }
    let whole = |(keys, _): &&(Vec<&str>, String)| keys.len() <= depth;
    match found {
        [(keys, text)] if keys.len() <= depth && !expect.is_list() => {
            return Ok(expect.scalar(text.clone()));
        }
        // A list may be a key that comes several times, too.
        _ if expect.is_list() && found.iter().all(|one| whole(&one)) => {
            let texts = found.iter().map(|(_, text)| text.clone()).enumerate();
            let items = texts.map(|(at, text)| scalar(text, expect.item(at), tries));
            return items.collect::<Result<_, _>>().map(Node::List);
        }
        _ if found.iter().any(|one| whole(&one)) => return Err(TWICE.to_owned()),
        _ => {}
    }
    let mut names: Vec<&str> = Vec::new();
    for (keys, _) in found {
        if let Some(key) = keys.get(depth)
            && !names.contains(key)
        {
            names.push(key);
        }
    }
    let of = |name: &str| -> Vec<(Vec<&str>, String)> {
        let own = found
            .iter()
            .filter(|(keys, _)| keys.get(depth) == Some(&name));
        own.cloned().collect()
    };
    let inner = |name: &str, expect: &Expect| {
        let inner = nested(&of(name), depth + 1, expect, tries);
        inner.map_err(|reason| format!("at `{name}` {reason}"))
    };
    if expect.is_list() {
        let items = names.iter().enumerate();
        let items = items.map(|(at, name)| inner(name, expect.item(at)));
        return items.collect::<Result<_, _>>().map(Node::List);
    }
    let entries = names.iter().map(|name| {
        let of = expect.property(name).unwrap_or(&Expect::ANY);
        Ok(((*name).to_owned(), inner(name, of)?))
    });
    entries.collect::<Result<_, String>>().map(Node::Object)
}

/// A text as what it is expected to be.
pub(super) fn scalar(text: String, expect: &Expect, tries: &Tries) -> Result<Node, String> {
    let read = |one: &Expect| scalar(text.clone(), one, tries).map(Some);
    match tries.read(expect, &read) {
        Some(read) => Ok(read?.unwrap_or(Node::Null)),
        None => Ok(expect.scalar(text)),
    }
}
