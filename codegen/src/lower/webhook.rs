//! Webhooks and callbacks: in, `webhooks` of the document and `callbacks` of operations; out, one entry a method of a
//! path item, where the selection takes it. Invariant: a callback is taken with the operation that asks for it.

use super::Lowering;
use super::draft::{Operation, Webhook};
use super::operation::Method;
use super::read::At;
use crate::ir::{Callback, ContentKind};

impl<'a> Lowering<'a> {
    /// The webhooks that are wanted. They stand before the callbacks, which were found on the way.
    pub(super) fn webhooks(&mut self, root: &At<'a>) {
        let callbacks = std::mem::take(&mut self.draft.webhooks);
        for key in ["webhooks", "x-webhooks"] {
            for (name, item) in root.get(key).iter().flat_map(At::members) {
                for method in self.methods(&item) {
                    if self.wants(name, &method) {
                        self.webhook(name, &method, None);
                    }
                }
            }
        }
        self.draft.webhooks.extend(callbacks);
    }

    /// Whether the selection takes a webhook. Its key stands for its path, and for its id where it has none.
    fn wants(&mut self, name: &str, method: &Method<'a>) -> bool {
        let id = method.at.str("operationId").unwrap_or(name);
        let wanted = &self.config.operations;
        let tags = method.tags();
        self.offer(Some(id), &tags, name, &method.name);
        self.offer(Some(name), &tags, name, &method.name);
        wanted.takes(Some(id), &tags, name, &method.name)
            || wanted.takes(Some(name), &tags, name, &method.name)
    }

    /// The callbacks of an operation.
    pub(super) fn callbacks(&mut self, operation: &At<'a>, id: &str) {
        for (name, at) in operation.get("callbacks").iter().flat_map(At::members) {
            let Some(at) = self.follow(&at) else { continue };
            for (expression, item) in at.members() {
                if expression.starts_with("x-") {
                    continue;
                }
                for method in self.methods(&item) {
                    let callback = Callback {
                        operation: id.to_owned(),
                        expression: expression.to_owned(),
                    };
                    self.webhook(name, &method, Some(callback));
                }
            }
        }
    }

    fn webhook(&mut self, name: &str, method: &Method<'a>, callback: Option<Callback>) {
        let at = &method.at;
        let mut parameters = self.parameters(&method.item, at);
        parameters.sort_by_key(|parameter| (!parameter.required, parameter.location));
        let request = Operation {
            id: name.to_owned(),
            group: None,
            method: method.name.clone(),
            path: Vec::new(),
            servers: None,
            docs: self.docs_of_method(method),
            deprecated: at.flag("deprecated"),
            parameters,
            body: self.body(at),
            // A webhook need not say how it is answered.
            responses: match at.has("responses") {
                true => self.responses(at),
                false => Vec::new(),
            },
            security: Vec::new(),
            paging: None,
            origin: self.origin(at),
        };
        self.unread(at, &request);
        self.draft.webhooks.push(Webhook { callback, request });
    }

    /// Only JSON is read from what a server sends by itself.
    fn unread(&mut self, at: &At<'a>, request: &Operation) {
        let Some(body) = &request.body else { return };
        let other = |kind| kind != ContentKind::Json;
        for content in body.contents.iter().filter(|one| other(one.kind)) {
            let message = format!(
                "no function reads a body as `{}`: take it from the request yourself",
                content.media_type
            );
            self.note("webhook-unread", at, message);
        }
    }
}
