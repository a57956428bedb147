//! Samples: in, a draft with all decisions taken; out, every example of the document with the type that reads it.
//! Invariant: no example is left out because of what it is, so that what a type cannot read shows.

use serde_json::Value;

use super::Decided;
use super::freeze::Freezer;
use crate::config::Config;
use crate::ir::ContentKind;
use crate::lower::draft::{Content, Header, Kind, NodeId, Operation, Parameter};
use crate::samples::Sample;
use crate::source::Origin;

/// Lists the examples, those of schemas first, then those of operations and webhooks.
pub(super) fn run(decided: &Decided, config: &Config) -> Vec<Sample> {
    let mut list = List {
        freezer: Freezer::new(decided, config),
        found: Vec::new(),
    };
    for id in decided.draft.ids() {
        let node = decided.draft.node(id);
        if node.direction.request || node.direction.response {
            list.add(id, &node.origin, &node.notes.examples);
        }
    }
    let webhooks = decided
        .draft
        .webhooks
        .iter()
        .map(|webhook| &webhook.request);
    for operation in decided.draft.operations.iter().chain(webhooks) {
        list.operation(operation);
    }
    list.found
}

struct List<'a> {
    freezer: Freezer<'a>,
    found: Vec<Sample>,
}

impl List<'_> {
    fn operation(&mut self, operation: &Operation) {
        for Parameter {
            node,
            origin,
            examples,
            ..
        } in &operation.parameters
        {
            self.add(*node, origin, examples);
        }
        for content in operation.body.iter().flat_map(|body| &body.contents) {
            self.content(content);
        }
        for response in &operation.responses {
            for content in &response.contents {
                self.content(content);
            }
            for Header {
                node,
                origin,
                examples,
                ..
            } in &response.headers
            {
                self.add(*node, origin, examples);
            }
        }
    }

    /// Other bodies than these have no JSON in their examples.
    fn content(&mut self, content: &Content) {
        match content.kind {
            ContentKind::Json | ContentKind::Form | ContentKind::Multipart => {
                self.add(content.node, &content.origin, &content.examples);
            }
            ContentKind::EventStream
            | ContentKind::JsonLines
            | ContentKind::JsonSequence
            | ContentKind::Text
            | ContentKind::Binary => {}
        }
    }

    fn add(&mut self, id: NodeId, at: &Origin, values: &[Value]) {
        if values.is_empty() || matches!(self.freezer.draft.kind(id), Kind::Binary) {
            return;
        }
        let ty = self.freezer.value_type(id);
        self.found.extend(values.iter().map(|value| Sample {
            at: at.clone(),
            ty: ty.clone(),
            value: value.clone(),
        }));
    }
}
