//! Operations. In: those of one group; out: their methods on the client, what builds a request, and what comes back.
//! Invariant: as of the face.

use super::super::body::{self, Payload, Way};
use super::super::outcome::{self, Plain};
use super::super::{headers, ident, operation as emitted, paging, stream, webhook};
use super::Page;
use super::types::At;
use crate::ir::{Operation, Outcome, Parameter, Type};
use std::ops::Range;

/// The lines of a group.
pub(super) fn lines(page: &mut Page<'_>, group: usize, range: Range<usize>) {
    let own = page.own;
    let module = own.groups[group].as_str();
    page.name(module);
    page.put(" mod");
    page.cfg(own.features.part(group).into_iter());
    page.end();
    for index in range {
        let operation = &page.api.operations[index];
        let mut one = One {
            page,
            module,
            operation,
            payloads: body::payloads(operation),
            plain: outcome::plain(&operation.success),
        };
        for (index, name) in own.shared.methods[index].iter().enumerate() {
            one.method(index, name, operation.deprecated);
        }
        for (index, name) in &own.shared.former[index] {
            one.method(*index, name, true);
        }
        one.request();
        one.setters();
        one.ways();
        one.outcome(&operation.success, true);
        one.outcome(&operation.failure, false);
        one.headers();
        super::wire::operation(page, operation);
    }
}

/// What an operation is written with.
struct One<'p, 'a> {
    page: &'p mut Page<'a>,
    module: &'p str,
    operation: &'a Operation,
    payloads: Vec<Payload<'a>>,
    plain: Plain,
}

impl One<'_, '_> {
    /// `module::Name`
    fn path(&mut self, name: &str) {
        self.page.name(self.module);
        self.page.put("::");
        self.page.name(name);
    }

    fn builder(&mut self) {
        self.path(&self.operation.type_name.0);
    }

    fn is_given(&self) -> bool {
        (self.operation.body.as_ref()).is_some_and(|body| body.required)
    }

    /// A method of the client, which takes one of the bodies.
    fn method(&mut self, index: usize, name: &str, deprecated: bool) {
        self.page.put("Client::");
        self.page.name(name);
        self.page.put(" fn(&self");
        let operation = self.operation;
        for parameter in operation.parameters.iter().filter(|one| one.required) {
            self.page.put(", ");
            self.taken(&parameter.name.0, parameter);
        }
        let payload = self.payloads.get(index);
        if let Some(payload) = payload.filter(|_| self.is_given()) {
            self.page.put(", ");
            let (name, ty) = (&payload.name.0, payload.ty());
            let way = payload.way();
            body_argument(self.page, name, way, &ty);
        }
        self.page.put(") -> ");
        self.builder();
        self.page.marks(false, deprecated);
        self.page.end();
    }

    fn taken(&mut self, name: &str, parameter: &Parameter) {
        self.page.name(name);
        self.page.put(": ");
        self.page.argument(At::Operation, &parameter.ty);
    }

    fn request(&mut self) {
        self.builder();
        self.page.line(&[" struct Clone Debug"]);
        self.builder();
        self.page.line(&[" impl Request"]);
        self.builder();
        self.page.put("::send fn(self) -> runtime::Sending<");
        self.output();
        self.page.put(", ");
        self.path(&self.operation.failure.type_name.0);
        self.page.line(&[">"]);
    }

    /// The type of what comes back.
    fn output(&mut self) {
        match &self.plain {
            Plain::Nothing => self.page.put("()"),
            Plain::Body(ty) => self.page.ty(At::Operation, ty),
            Plain::Several => self.path(&self.operation.success.type_name.0),
        }
    }

    fn setters(&mut self) {
        let mut names = ident::Scope::with(emitted::METHODS);
        let operation = self.operation;
        for parameter in operation.parameters.iter().filter(|one| !one.required) {
            let name = names.claim(&parameter.name.0, "_parameter");
            self.parameter(&name, parameter, parameter.deprecated);
        }
        let payloads = match self.is_given() {
            true => 0,
            false => self.payloads.len(),
        };
        for index in 0..payloads {
            let name = names.claim(&self.payloads[index].setter_name(), "_content");
            self.payload(&name, index, false);
        }
        for parameter in operation.parameters.iter().filter(|one| !one.required) {
            for name in parameter.former.iter().filter(|one| names.take(&one.0)) {
                self.parameter(&name.0, parameter, true);
            }
        }
        for index in 0..payloads {
            let former: Vec<String> = self.payloads[index].former_setters().collect();
            for name in former.iter().filter(|name| names.take(name)) {
                self.payload(name, index, true);
            }
        }
    }

    fn parameter(&mut self, name: &str, parameter: &Parameter, deprecated: bool) {
        self.setter(name);
        self.taken(&parameter.name.0, parameter);
        self.page.put(") -> Self");
        self.page.marks(false, deprecated);
        self.page.end();
    }

    fn payload(&mut self, name: &str, index: usize, deprecated: bool) {
        self.setter(name);
        let payload = &self.payloads[index];
        body_argument(self.page, &payload.name.0, payload.way(), &payload.ty());
        self.page.put(") -> Self");
        self.page.marks(false, deprecated);
        self.page.end();
    }

    fn setter(&mut self, name: &str) {
        self.builder();
        self.page.put("::");
        self.page.name(name);
        self.page.put(" fn(self, ");
    }

    /// The ways to the items of what comes back.
    fn ways(&mut self) {
        let (api, operation) = (self.page.api, self.operation);
        let plain = matches!(self.plain, Plain::Body(_));
        if let Some(paging) = operation.paging.as_ref().filter(|_| plain) {
            self.way("Pages<", &paging.item);
        }
        if let Some((item, _)) = paging::list(api, operation).filter(|_| plain) {
            self.way("StreamItems<", &item);
        }
        if let Some(content) = stream::lines(operation) {
            self.way("StreamItems<", &content.ty);
        }
        if let Some(content) = stream::events(operation) {
            let item = stream::event(api, &content.ty).0;
            self.way("StreamEvents<", &item);
        }
        if outcome::streams(operation) {
            self.builder();
            self.page.line(&[" impl SendStreamed"]);
        }
    }

    fn way(&mut self, what: &str, item: &Type) {
        self.builder();
        self.page.put(" impl ");
        self.page.put(what);
        self.page.ty(At::Operation, item);
        self.page.line(&[">"]);
    }

    fn outcome(&mut self, outcome: &Outcome, success: bool) {
        if success && !matches!(self.plain, Plain::Several) {
            return;
        }
        let name = &outcome.type_name.0;
        let arms = outcome::variants(outcome);
        self.path(name);
        if arms.is_empty() {
            return self.page.line(&[" type = runtime::Undocumented"]);
        }
        if let Some(same) = &outcome.same {
            self.page.put(" type = ");
            self.path(&same.0);
            return self.page.end();
        }
        self.page
            .line(&[" enum Clone Debug PartialEq #[non_exhaustive]"]);
        let rest = match success {
            true => None,
            false => Some(outcome::undocumented(&arms)),
        };
        for (variant, body) in &arms {
            self.path(name);
            self.page.put("::");
            self.page.name(variant);
            self.page.put(" variant");
            if let Some(ty) = body {
                self.page.put("(");
                self.page.ty(At::Operation, ty);
                self.page.put(")");
            }
            self.page.end();
        }
        if let Some(rest) = rest {
            self.path(name);
            self.page.line(&["::", &rest, " variant"]);
        }
    }

    /// What reads the headers.
    fn headers(&mut self) {
        let operation = self.operation;
        let Some(name) = &operation.headers else {
            return;
        };
        self.path(&name.0);
        if let Some(same) = &operation.headers_same {
            self.page.put(" type = ");
            self.path(&same.0);
            return self.page.end();
        }
        self.page.line(&[" struct Clone Copy Debug"]);
        self.path(&name.0);
        self.page.line(&[" impl From<&http::HeaderMap>"]);
        for (accessor, ty) in headers::accessors(operation) {
            self.path(&name.0);
            self.page.put("::");
            self.page.name(&accessor);
            self.page.put(" fn(&self) -> ");
            self.page.optional(At::Operation, &ty, false);
            self.page.end();
        }
    }
}

fn body_argument(page: &mut Page<'_>, name: &str, way: Way, ty: &Type) {
    page.name(name);
    page.put(": ");
    match way {
        Way::Bytes => page.put("impl Into<runtime::Body>"),
        Way::Text | Way::Json | Way::Form | Way::Multipart => page.argument(At::Operation, ty),
    }
}

/// The functions that read what the server sends by itself.
pub(super) fn webhooks(page: &mut Page<'_>) {
    let (own, api) = (page.own, page.api);
    let module = own.webhooks.as_deref().unwrap_or("webhooks");
    page.name(module);
    page.put(" mod");
    page.cfg(own.features.part(own.groups.len()).into_iter());
    page.end();
    for (webhook, content, name) in webhook::functions(api) {
        page.name(module);
        page.put("::");
        page.name(&name);
        page.put(" fn(body: &[u8]) -> Result<");
        page.ty(At::Operation, &content.ty);
        page.put(", runtime::DecodeError>");
        page.marks(false, webhook.deprecated);
        page.end();
    }
    for webhook in &api.webhooks {
        super::wire::webhook(page, webhook);
    }
}
