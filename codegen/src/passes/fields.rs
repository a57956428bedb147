//! Fields: in, structs as the document has them; out, structs that a client can build and read. Invariant: what only one
//! side sends is not required of the other, and a default or an example is a value of its type.

use serde_json::Value;

use super::{Context, values};
use crate::diag::Diagnostic;
use crate::lower::draft::{Draft, Kind, NodeId, Notes};
use crate::source::Origin;

/// The pass.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) {
    for id in draft.ids() {
        one_sided(draft, id);
    }
    for id in draft.ids() {
        if draft.node(id).notes.default.is_some() {
            check_default(draft, id, context);
        }
    }
    check_examples(draft, context);
}

/// `readOnly` properties are required of responses only, `writeOnly` ones of requests only.
fn one_sided(draft: &mut Draft, id: NodeId) {
    let node = draft.node(id);
    let direction = node.direction;
    let Kind::Struct(object) = &node.kind else {
        return;
    };
    let optional: Vec<bool> = object
        .fields
        .iter()
        .map(|field| {
            let read_only = has(draft, field.node, |notes| notes.read_only);
            let write_only = has(draft, field.node, |notes| notes.write_only);
            read_only && direction.request || write_only && direction.response
        })
        .collect();
    if let Kind::Struct(object) = &mut draft.node_mut(id).kind {
        for (field, optional) in object.fields.iter_mut().zip(optional) {
            field.required &= !optional;
        }
    }
}

/// Whether a node, or what it refers to, says something.
pub(super) fn has(draft: &Draft, mut id: NodeId, says: impl Fn(&Notes) -> bool) -> bool {
    loop {
        let node = draft.node(id);
        match (says(&node.notes), &node.kind) {
            (true, _) => return true,
            (false, Kind::Ref(next)) => id = *next,
            (false, _) => return false,
        }
    }
}

/// An example of another type is shown nowhere.
fn check_examples(draft: &Draft, context: &mut Context<'_>) {
    let mut check = |id: NodeId, examples: &[Value], at: &Origin| {
        for example in examples.iter().filter(|e| !values::fits(draft, id, e)) {
            let message = format!(
                "the example {} is not a value of the type; it is not shown",
                values::short(example)
            );
            let note = Diagnostic::note("example-type", at.clone(), message);
            context.diagnostics.push(note);
        }
    };
    for id in draft.ids() {
        let node = draft.node(id);
        check(id, &node.notes.examples, &node.origin);
    }
    for operation in &draft.operations {
        for parameter in &operation.parameters {
            check(parameter.node, &parameter.examples, &parameter.origin);
        }
    }
}

fn check_default(draft: &mut Draft, id: NodeId, context: &mut Context<'_>) {
    let Some(default) = draft.node_mut(id).notes.default.take() else {
        return;
    };
    if default.is_null() {
        // The usual way of saying that there is none.
        return;
    }
    if values::fits(draft, id, &default) {
        draft.node_mut(id).notes.default = Some(default);
        return;
    }
    let at = draft.node(id).origin.clone();
    let message = format!(
        "the default {} is not a value of the type; it is left out",
        values::short(&default)
    );
    context
        .diagnostics
        .push(Diagnostic::warning("default-type", at, message));
}
