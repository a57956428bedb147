//! The server of an API, behind the feature `fake`. In: operations; out: its handlers, and what each is given. Invariant:
//! as of the face.

use super::super::{body, ident};
use super::Page;
use super::types::At;
use std::ops::Range;

/// The lines of its root.
pub(super) fn root(page: &mut Page<'_>) {
    let own = page.own;
    let module = own.fake.as_str();
    page.line(&[module, " mod #[cfg(\"fake\")]"]);
    page.line(&[module, "::Api enum Clone Copy Debug"]);
    page.line(&[
        module,
        "::Server type = runtime::fake::Server<",
        module,
        "::Api>",
    ]);
}

/// The lines of a group.
pub(super) fn group(page: &mut Page<'_>, group: usize, range: Range<usize>) {
    let own = page.own;
    let mut start = own.fake.clone();
    start.push_str("::");
    let server = format!("{start}Server::");
    if ident::is_keyword(&own.groups[group]) {
        start.push_str("r#");
    }
    start.push_str(&own.groups[group]);
    page.put(&start);
    page.put(" mod");
    page.cfg(own.features.part(group).into_iter());
    page.end();
    start.push_str("::");
    let mut types = ident::Scope::default();
    for index in range {
        let operation = &page.api.operations[index];
        let received = types.claim(&format!("{}Received", operation.type_name.0), "Type");
        let received = format!("{start}{received}");
        page.line(&[
            &received,
            " struct Clone Debug FromReceived #[non_exhaustive]",
        ]);
        page.put(&server);
        page.name(&own.handlers[index]);
        page.put(" fn(self, handler: impl runtime::fake::Handler<");
        page.put(&received);
        page.put(", O>) -> Self");
        page.marks(false, operation.deprecated);
        page.end();
        page.line(&[&received, ".received field runtime::fake::Received"]);
        let mut names = ident::Scope::with(&["received"]);
        for parameter in &operation.parameters {
            let name = names.claim(&parameter.name.0, "_parameter");
            page.line_start(&received, &name);
            page.optional(At::Operation, &parameter.ty, parameter.required);
            page.end();
        }
        let payloads = body::payloads(operation);
        let required = operation.body.as_ref().is_some_and(|body| body.required);
        for payload in &payloads {
            let name = names.claim(&payload.setter_name(), "_content");
            page.line_start(&received, &name);
            page.optional(
                At::Operation,
                &payload.ty(),
                required && payloads.len() == 1,
            );
            page.end();
        }
    }
}

impl Page<'_> {
    fn line_start(&mut self, owner: &str, name: &str) {
        self.put(owner);
        self.put(".");
        self.name(name);
        self.put(" field ");
    }
}
