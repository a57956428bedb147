//! Parts: in, multipart bodies; out, the structs whose properties are their parts, and so may be raw bytes. Invariant: a
//! struct that is written as JSON anywhere is none of them, since JSON has no bytes.

use std::collections::{HashMap, HashSet};

use crate::ir::{ContentKind, Encoding};
use crate::lower::draft::{Content, Draft, NodeId, Operation};

/// The structs, each with what is known about its parts.
pub(super) type Parts = HashMap<NodeId, Part>;

/// What is known about the parts of a multipart body.
#[derive(Clone, Debug, Default)]
pub(super) struct Part {
    /// The properties whose content type is not text.
    pub(super) raw: HashSet<String>,
}

/// Finds them.
pub(super) fn find(draft: &Draft) -> Parts {
    let mut parts = Parts::new();
    let mut elsewhere = Vec::new();
    for operation in draft.exchanges() {
        let (own, other): (Vec<&Content>, Vec<&Content>) =
            contents(operation).partition(|content| content.kind == ContentKind::Multipart);
        for content in own {
            let target = draft.target(content.node);
            let part = parts.entry(target).or_default();
            let raw = content.encodings.iter().filter(|encoding| is_raw(encoding));
            part.raw
                .extend(raw.map(|encoding| encoding.wire_name.clone()));
            elsewhere.extend(draft.node(target).children());
        }
        elsewhere.extend(other.iter().map(|content| content.node));
        elsewhere.extend(operation.parameters.iter().map(|parameter| parameter.node));
        let headers = operation
            .responses
            .iter()
            .flat_map(|response| &response.headers);
        elsewhere.extend(headers.map(|header| header.node));
    }
    if !parts.is_empty() {
        let json = flood(draft, elsewhere);
        parts.retain(|id, _| !json.contains(id));
    }
    parts
}

fn contents(operation: &Operation) -> impl Iterator<Item = &Content> {
    let bodies = operation.body.iter().flat_map(|body| &body.contents);
    let replies = operation
        .responses
        .iter()
        .flat_map(|response| &response.contents);
    bodies.chain(replies)
}

fn is_raw(encoding: &Encoding) -> bool {
    let Some(content_type) = &encoding.content_type else {
        return false;
    };
    let text = ["text/", "json", "xml", "urlencoded", "yaml", "csv"];
    !text.iter().any(|word| content_type.contains(word)) && content_type.contains('/')
}

fn flood(draft: &Draft, mut stack: Vec<NodeId>) -> HashSet<NodeId> {
    let mut seen = HashSet::new();
    while let Some(id) = stack.pop() {
        if seen.insert(id) {
            stack.extend(draft.node(id).children());
        }
    }
    seen
}
