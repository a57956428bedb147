//! References: in, a draft whose references may lead anywhere; out, one in which every chain of them ends, and in which a
//! named schema that is only a way to an inline one has become it. Invariant: afterwards `Draft::target` terminates on
//! a node that is no reference.

use super::Context;
use crate::diag::Diagnostic;
use crate::lower::draft::{Draft, Kind, NodeId};

/// The pass.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) {
    break_cycles(draft, context);
    for id in draft.components.clone() {
        adopt(draft, id);
    }
}

fn break_cycles(draft: &mut Draft, context: &mut Context<'_>) {
    // 0: not seen, otherwise the number of the walk that saw it first.
    let mut seen = vec![0_usize; draft.nodes.len()];
    for (walk, start) in (1..).zip(draft.ids()) {
        let mut id = start;
        loop {
            let slot = &mut seen[id.0 as usize];
            if *slot == walk {
                let node = draft.node_mut(id);
                node.kind = Kind::Any;
                let message = "this schema is only a reference to itself; any value is taken";
                let at = node.origin.clone();
                context
                    .diagnostics
                    .push(Diagnostic::warning("ref-cycle", at, message));
                break;
            }
            if *slot != 0 {
                break;
            }
            *slot = walk;
            match draft.node(id).kind {
                Kind::Ref(next) => id = next,
                _ => break,
            }
        }
    }
}

/// Takes over the content of an inline schema that nothing else than this name leads to.
fn adopt(draft: &mut Draft, id: NodeId) {
    let mut nullable = false;
    let mut inner = id;
    while let Kind::Ref(next) = draft.node(inner).kind {
        inner = next;
        nullable |= draft.node(inner).nullable;
        if draft.node(inner).label.is_some() {
            // Another name for a named schema: what is between them is skipped.
            draft.node_mut(id).kind = Kind::Ref(inner);
            draft.node_mut(id).nullable |= nullable;
            return;
        }
    }
    if inner == id {
        return;
    }
    let content = draft.node_mut(inner);
    let kind = std::mem::replace(&mut content.kind, Kind::Ref(id));
    let bases = std::mem::take(&mut content.bases);
    let constraints = content.notes.constraints.clone();
    let node = draft.node_mut(id);
    node.kind = kind;
    node.nullable |= nullable;
    node.bases.extend(bases);
    if node.notes.constraints.keywords.is_empty() {
        node.notes.constraints = constraints;
    }
}
