//! Objects whose keys stand in brackets (`style: deepObject`). In: the keys of each pair and its text; out: a tree.
//! Invariant: no pair is left out without a word.

use super::expect::{Expect, Shape};
use crate::runtime::node::Node;

/// What is wrong with one value that is given twice.
pub(super) const TWICE: &str = "is there more than once";

/// The value of keys in brackets, from a depth on.
pub(super) fn nested(
    found: &[(Vec<&str>, String)],
    depth: usize,
    expect: &Expect,
) -> Result<Node, String> {
    let whole = |(keys, _): &&(Vec<&str>, String)| keys.len() <= depth;
    match (found, expect.shape) {
        ([(keys, text)], shape) if keys.len() <= depth && !matches!(shape, Shape::List(_)) => {
            return Ok(expect.scalar(text.clone()));
        }
        // A list may be a key that comes several times, too.
        (_, Shape::List(item)) if found.iter().all(|one| whole(&one)) => {
            let items = found.iter().map(|(_, text)| item.scalar(text.clone()));
            return Ok(Node::List(items.collect()));
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
        let inner = nested(&of(name), depth + 1, expect);
        inner.map_err(|reason| format!("at `{name}` {reason}"))
    };
    match expect.shape {
        Shape::List(item) => {
            let items = names.iter().map(|name| inner(name, item));
            items.collect::<Result<_, _>>().map(Node::List)
        }
        _ => {
            let entries = names.iter().map(|name| {
                let of = expect.property(name).unwrap_or(&Expect::ANY);
                Ok(((*name).to_owned(), inner(name, of)?))
            });
            entries.collect::<Result<_, String>>().map(Node::Object)
        }
    }
}
