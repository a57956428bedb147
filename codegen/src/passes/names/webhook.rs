//! Names of webhooks and callbacks: in, those of the draft; out, a function's name for each, and names for what is inline
//! in them. Invariant: they choose after everything else, so that a new webhook renames nothing that was there.

use super::operation::several;
use super::{Namer, Waiting};
use crate::diag::Diagnostic;
use crate::lower::draft::{NodeId, Operation};
use crate::passes::scope::Scope;
use crate::passes::{ident, outcome};
use std::collections::HashSet;

impl Namer<'_, '_, '_> {
    /// A webhook is called by its key, a callback by its operation and its own.
    pub(super) fn webhooks(&mut self) {
        let mut functions = Scope::default();
        for name in self.names.published.functions() {
            functions.reserve(name);
        }
        let mut kept = HashSet::new();
        for webhook in &self.draft.webhooks {
            let request = &webhook.request;
            let wish = match &webhook.callback {
                None => ident::value_name(&request.id),
                Some(callback) => {
                    ident::value_name(&format!("{} {}", callback.operation, request.id))
                }
            };
            let second = format!("{wish}_{}", request.method.to_ascii_lowercase());
            let published = self.names.published.of_webhook(
                &request.origin,
                &request.id,
                webhook.callback.as_ref(),
            );
            let published = published.filter(|name| kept.insert((*name).to_owned()));
            let (name, first) = match published {
                Some(name) => (name.to_owned(), true),
                None => functions.claim(&[wish.clone(), ident::value_name(&second)]),
            };
            if !first {
                let message =
                    format!("the name `{wish}` is taken; this function is called `{name}`");
                let note = Diagnostic::note("name-taken", request.origin.clone(), message);
                self.context.diagnostics.push(note);
            }
            self.inside_webhook(&name, request);
            self.names.webhooks.push(name);
        }
    }

    fn inside_webhook(&mut self, function: &str, request: &Operation) {
        let wish = ident::type_name(function);
        let root = |node: NodeId, word: &str| Waiting {
            node,
            wish: format!("{wish}{word}"),
            wire_name: request.id.clone(),
            module: String::new(),
        };
        let mut roots = Vec::new();
        for parameter in &request.parameters {
            roots.push(root(parameter.node, &ident::word(&parameter.wire_name)));
        }
        if let Some(body) = &request.body {
            for (content, word) in several(&body.contents, "Body") {
                roots.push(root(content.node, &word));
            }
        }
        for response in &request.responses {
            let word = outcome::status_name(response.status);
            for (content, word) in several(&response.contents, &word) {
                roots.push(root(content.node, &word));
            }
            for header in &response.headers {
                roots.push(root(header.node, &ident::word(&header.wire_name)));
            }
        }
        self.name_roots(roots, function);
    }
}
