//! Bounds of a document: in, a draft; out, an error for everything that there is more of than any crate could hold.
//! Invariant: what passes here is emitted in memory and time that grow with the document; no document that is meant
//! comes near a bound.

use super::draft::{Draft, Kind, Node, Operation};
use crate::diag::Diagnostic;
use crate::source::Origin;

/// Named schemas of a document: each becomes a file.
pub(super) const SCHEMAS: usize = 100_000;
/// Operations of a document.
const OPERATIONS: usize = 50_000;
/// Properties of one schema.
const PROPERTIES: usize = 20_000;
/// Values that one schema lists.
const VALUES: usize = 100_000;
/// Branches of one schema: all are compared with each other.
const BRANCHES: usize = 4_000;
/// Parameters, or responses, of one operation.
const PARTS: usize = 4_000;

/// Something there is too much of.
pub(super) fn too_large(at: Origin, what: &str, limit: usize) -> Diagnostic {
    let message = format!("more than {limit} {what}: no crate can hold that");
    Diagnostic::error("too-large", at, message)
        .help("split the document, or cut it down with an overlay")
}

/// What a draft has too much of.
pub(super) fn check(draft: &Draft) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = draft.nodes.iter().filter_map(node).collect();
    found.extend(draft.operations.iter().filter_map(operation));
    if let Some(beyond) = draft.operations.get(OPERATIONS) {
        let at = beyond.origin.clone();
        found.push(too_large(at, "operations in one document", OPERATIONS));
    }
    found
}

fn node(node: &Node) -> Option<Diagnostic> {
    let (count, limit, what) = match &node.kind {
        Kind::Struct(object) => (object.fields.len(), PROPERTIES, "properties in one schema"),
        Kind::Enum(list) => (list.values.len(), VALUES, "values in one list"),
        Kind::Union(union) => (union.branches.len(), BRANCHES, "alternatives in one schema"),
        Kind::Tuple(items, _) => (items.len(), BRANCHES, "places in one array"),
        Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String
        | Kind::Formatted(_)
        | Kind::Binary
        | Kind::List(_)
        | Kind::Map(_, _)
        | Kind::Ref(_) => return None,
    };
    (count > limit).then(|| too_large(node.origin.clone(), what, limit))
}

fn operation(operation: &Operation) -> Option<Diagnostic> {
    let contents = operation
        .body
        .as_ref()
        .map_or(0, |body| body.contents.len());
    let answers = operation.responses.iter();
    let answers: usize = answers
        .map(|response| 1 + response.contents.len() + response.headers.len())
        .sum();
    let count = operation.parameters.len() + contents + answers;
    let at = || operation.origin.clone();
    (count > PARTS).then(|| too_large(at(), "parameters and responses in one operation", PARTS))
}
