//! Direction and reach: in, operations and the schemas they use; out, for every schema whether requests, responses or
//! both are made of it. Invariant: what neither is made of is left out of the API, unless there is no operation at all:
//! then every named schema is wanted.

use super::Context;
use crate::ir::Direction;
use crate::lower::draft::{Draft, NodeId};

/// The pass.
pub(super) fn run(draft: &mut Draft, _: &mut Context<'_>) {
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    for operation in &draft.operations {
        sent.extend(operation.parameters.iter().map(|parameter| parameter.node));
        let body = operation.body.iter().flat_map(|body| &body.contents);
        sent.extend(body.map(|content| content.node));
        for response in &operation.responses {
            received.extend(response.contents.iter().map(|content| content.node));
            received.extend(response.headers.iter().map(|header| header.node));
        }
    }
    if draft.operations.is_empty() {
        sent.clone_from(&draft.components);
        received.clone_from(&draft.components);
    }
    flood(draft, sent, |direction| &mut direction.request);
    flood(draft, received, |direction| &mut direction.response);
}

fn flood(draft: &mut Draft, mut stack: Vec<NodeId>, flag: fn(&mut Direction) -> &mut bool) {
    while let Some(id) = stack.pop() {
        let node = draft.node_mut(id);
        if std::mem::replace(flag(&mut node.direction), true) {
            continue;
        }
        stack.extend(node.children());
    }
}
