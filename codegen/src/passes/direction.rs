//! Direction and reach: in, operations and webhooks and the schemas they use; out, for every schema whether the client
//! sends it, receives it or both. Invariant: what it does neither with is left out of the API, unless there is neither
//! operation nor webhook: then every named schema is wanted.

use super::Context;
use crate::ir::Direction;
use crate::lower::draft::{Draft, NodeId, Operation};

/// The pass.
pub(super) fn run(draft: &mut Draft, _: &mut Context<'_>) {
    let (mut sent, mut received) = (Vec::new(), Vec::new());
    for operation in &draft.operations {
        ends(operation, &mut sent, &mut received);
    }
    // What a webhook brings is received, and what answers it is sent.
    for webhook in &draft.webhooks {
        ends(&webhook.request, &mut received, &mut sent);
    }
    if draft.exchanges().next().is_none() {
        sent.clone_from(&draft.components);
        received.clone_from(&draft.components);
    }
    flood(draft, sent, |direction| &mut direction.request);
    flood(draft, received, |direction| &mut direction.response);
}

/// The schemas of the request and those of the responses.
fn ends(operation: &Operation, asked: &mut Vec<NodeId>, answered: &mut Vec<NodeId>) {
    asked.extend(operation.parameters.iter().map(|parameter| parameter.node));
    let body = operation.body.iter().flat_map(|body| &body.contents);
    asked.extend(body.map(|content| content.node));
    for response in &operation.responses {
        answered.extend(response.contents.iter().map(|content| content.node));
        answered.extend(response.headers.iter().map(|header| header.node));
    }
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
