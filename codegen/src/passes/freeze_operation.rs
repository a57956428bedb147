//! Freezing operations: in, the operations of a draft; out, those of the IR, with their groups, servers and security.
//! Invariant: an index of the IR is one into the lists that are returned here.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::freeze::{Freezer, Place, former};
use super::names::OperationNames;
use super::scope::Scope;
use super::{content_name, ident, outcome};
use crate::ir;
use crate::lower::draft;
use crate::published::{Part, Published};
use crate::source::Origin;

/// Methods of every operation's builder.
pub(super) const RESERVED_SETTERS: [&str; 24] = [
    "blocking",
    "borrow",
    "borrow_mut",
    "clone",
    "clone_from",
    "customize",
    "from",
    "headers",
    "into",
    "into_request",
    "items",
    "items_blocking",
    "new",
    "pages",
    "pages_blocking",
    "send",
    "send_blocking",
    "send_streamed",
    "send_streamed_blocking",
    "stream_items",
    "stream_items_blocking",
    "to_owned",
    "try_into",
    "type_id",
];

/// What parts are of, and what they were called before.
struct Owner<'a> {
    /// Nothing is kept of what has no names in code.
    published: Option<&'a Published>,
    origin: Origin,
    id: String,
}

impl Owner<'_> {
    fn name(&self, part: Part<'_>) -> Option<&str> {
        self.published?.of_part(&self.origin, &self.id, part)
    }

    fn former(&self, part: Part<'_>) -> &[String] {
        match self.published {
            Some(published) => published.former_part(&self.origin, &self.id, part),
            None => &[],
        }
    }
}

impl Freezer<'_> {
    /// The tags in use and the operations, each in its order.
    pub(super) fn operations(
        &self,
        list: Vec<draft::Operation>,
    ) -> (Vec<ir::Group>, Vec<ir::Operation>) {
        let modules: BTreeMap<&str, &str> = self
            .names
            .tags
            .iter()
            .map(|(tag, module)| (module.as_str(), tag.as_str()))
            .collect();
        let mut described: HashMap<&str, &ir::Docs> = HashMap::new();
        for (tag, docs) in &self.draft.tags {
            described.entry(tag).or_insert(docs);
        }
        let groups: Vec<ir::Group> = modules
            .iter()
            .map(|(module, tag)| group(module, tag, described.get(tag).copied()))
            .collect();
        let places: HashMap<&str, usize> = modules.keys().copied().zip(0..).collect();
        let mut operations: Vec<ir::Operation> = Vec::with_capacity(list.len());
        for (operation, names) in list.into_iter().zip(&self.names.operations) {
            let tag = operation.group.as_deref().unwrap_or_default();
            let module = self.names.tags.get(tag).map_or("", String::as_str);
            let group = places.get(module).copied().unwrap_or_default();
            operations.push(self.operation(operation, names, group));
        }
        operations.sort_by_key(|operation| operation.group);
        (groups, operations)
    }

    fn operation(
        &self,
        operation: draft::Operation,
        names: &OperationNames,
        group: usize,
    ) -> ir::Operation {
        let mut scope = Scope::with(&RESERVED_SETTERS);
        let owner = Owner {
            published: Some(&self.names.published),
            origin: operation.origin.clone(),
            id: operation.id.clone(),
        };
        let (parameters, body) =
            self.sent(operation.parameters, operation.body, &owner, &mut scope);
        let (good, _) = outcome::split(&operation.responses);
        let good: Vec<ir::StatusKey> = good.iter().map(|response| response.status).collect();
        let responses = operation.responses.into_iter();
        let (good, bad) = responses.partition(|response| good.contains(&response.status));
        let published = &self.names.published;
        let known = published.former_operation(&owner.origin, &owner.id, &names.method);
        ir::Operation {
            id: operation.id,
            name: ir::Name(names.method.clone()),
            former: former(known),
            type_name: ir::Name(names.type_name.clone()),
            group,
            method: operation.method,
            path: operation.path,
            servers: operation.servers.as_ref().map(|list| self.servers(list)),
            docs: operation.docs,
            deprecated: operation.deprecated,
            parameters,
            body,
            success: self.outcome(&names.success, good, &owner),
            failure: self.outcome(&names.failure, bad, &owner),
            headers: names.headers.clone().map(ir::Name),
            headers_same: None,
            security: operation.security,
            paging: operation.paging.map(|paging| ir::Paging {
                kind: paging.kind,
                items: paging.items,
                item: self.ty(paging.item, paging.item, Place::Json),
            }),
            origin: operation.origin,
        }
    }

    /// What the server sends by itself.
    pub(super) fn webhooks(&self, list: Vec<draft::Webhook>) -> Vec<ir::Webhook> {
        let named = list.into_iter().zip(&self.names.webhooks);
        let webhooks = named.map(|(webhook, name)| {
            let request = webhook.request;
            let mut scope = Scope::default();
            let owner = Owner {
                published: None,
                origin: request.origin.clone(),
                id: request.id.clone(),
            };
            let (parameters, body) =
                self.sent(request.parameters, request.body, &owner, &mut scope);
            ir::Webhook {
                name: ir::Name(name.clone()),
                wire_name: request.id,
                callback: webhook.callback,
                method: request.method,
                docs: request.docs,
                deprecated: request.deprecated,
                parameters,
                body,
                responses: self.cases(request.responses, &owner),
                origin: request.origin,
            }
        });
        webhooks.collect()
    }

    /// What a request is made of. What is published is not to be had by others.
    fn sent(
        &self,
        parameters: Vec<draft::Parameter>,
        body: Option<draft::Body>,
        owner: &Owner<'_>,
        scope: &mut Scope,
    ) -> (Vec<ir::Parameter>, Option<ir::Body>) {
        let kept = parameters.iter().map(|one| {
            let part = Part::Parameter(one.location, &one.wire_name);
            scope.keep(owner.name(part))
        });
        let kept: Vec<Option<String>> = kept.collect();
        let kept_body = body
            .as_ref()
            .and_then(|_| scope.keep(owner.name(Part::Body)));
        let former = parameters.iter().map(|one| {
            let part = Part::Parameter(one.location, &one.wire_name);
            scope.keep_all(owner.former(part))
        });
        let former: Vec<Vec<ir::Name>> = former.collect();
        let former_body = match body {
            Some(_) => scope.keep_all(owner.former(Part::Body)),
            None => Vec::new(),
        };
        let mut parameters = self.parameters(parameters, kept, scope);
        for (parameter, former) in parameters.iter_mut().zip(former) {
            parameter.former = former;
        }
        let body = body.map(|body| ir::Body {
            former: former_body,
            ..self.body(body, kept_body, scope)
        });
        (parameters, body)
    }

    fn body(&self, body: draft::Body, kept: Option<String>, scope: &mut Scope) -> ir::Body {
        let wishes = || ["body".to_owned(), "request_body".to_owned()];
        ir::Body {
            required: body.required,
            name: ir::Name(kept.unwrap_or_else(|| scope.claim(&wishes()).0)),
            former: Vec::new(),
            contents: self.contents(body.contents),
            docs: body.docs,
            origin: body.origin,
        }
    }

    fn parameters(
        &self,
        list: Vec<draft::Parameter>,
        kept: Vec<Option<String>>,
        scope: &mut Scope,
    ) -> Vec<ir::Parameter> {
        let parameters = list.into_iter().zip(kept).map(|(parameter, kept)| {
            let wish = ident::value_name(&parameter.wire_name);
            let place = match parameter.location {
                ir::Location::Path => "path",
                ir::Location::Query | ir::Location::QueryString => "query",
                ir::Location::Header => "header",
                ir::Location::Cookie => "cookie",
            };
            let node = self.draft.node(parameter.node);
            let mut docs = parameter.docs;
            if docs.text.is_none() {
                docs.text.clone_from(&node.notes.docs.text);
            }
            let second = ir::joined(place, &wish);
            ir::Parameter {
                name: ir::Name(kept.unwrap_or_else(|| scope.claim(&[wish, second]).0)),
                former: Vec::new(),
                wire_name: parameter.wire_name,
                location: parameter.location,
                ty: self.ty(parameter.node, parameter.node, Place::Json),
                required: parameter.required,
                style: parameter.style,
                explode: parameter.explode,
                allow_reserved: parameter.allow_reserved,
                docs,
                deprecated: parameter.deprecated,
                default: self.default_of(parameter.node),
                example: self.example(parameter.node, &parameter.examples),
                constraints: self.constraints(parameter.node),
                bounds: self.bounds(parameter.node),
                idempotency: parameter.idempotency,
                origin: parameter.origin,
            }
        });
        parameters.collect()
    }

    fn contents(&self, list: Vec<draft::Content>) -> Vec<ir::Content> {
        let mut scope = Scope::default();
        let contents = list.into_iter().map(|content| {
            let place = match content.kind {
                ir::ContentKind::Binary => Place::Part,
                ir::ContentKind::Json
                | ir::ContentKind::Form
                | ir::ContentKind::Multipart
                | ir::ContentKind::Text
                | ir::ContentKind::EventStream
                | ir::ContentKind::JsonLines
                | ir::ContentKind::JsonSequence => Place::Json,
            };
            ir::Content {
                name: ir::Name(scope.claim(&[content_name(&content.media_type)]).0),
                media_type: content.media_type,
                kind: content.kind,
                ty: self.ty(content.node, content.node, place),
                encodings: content.encodings,
                examples: content.examples,
                bounds: self.bounds(content.node),
                origin: content.origin,
            }
        });
        contents.collect()
    }

    fn outcome(
        &self,
        type_name: &str,
        responses: Vec<draft::Response>,
        owner: &Owner<'_>,
    ) -> ir::Outcome {
        ir::Outcome {
            same: None,
            type_name: ir::Name(type_name.to_owned()),
            cases: self.cases(responses, owner),
        }
    }

    fn cases(&self, responses: Vec<draft::Response>, owner: &Owner<'_>) -> Vec<ir::OutcomeCase> {
        let mut scope = Scope::with(&["Undocumented"]);
        let cases = responses.into_iter().map(|response| ir::OutcomeCase {
            name: ir::Name(scope.claim(&[outcome::status_name(response.status)]).0),
            status: response.status,
            contents: self.contents(response.contents),
            headers: self.headers(response.headers, owner),
            docs: response.docs,
            origin: response.origin,
        });
        cases.collect()
    }

    fn headers(&self, list: Vec<draft::Header>, owner: &Owner<'_>) -> Vec<ir::Header> {
        let mut scope = Scope::with(&["new", "clone", "from", "into"]);
        let kept = list.iter().map(|header| {
            let part = Part::Header(&header.wire_name);
            scope.keep(owner.name(part))
        });
        let kept: Vec<Option<String>> = kept.collect();
        let headers = list.into_iter().zip(kept).map(|(header, kept)| {
            let wish = || ident::value_name(&header.wire_name);
            ir::Header {
                name: ir::Name(kept.unwrap_or_else(|| scope.claim(&[wish()]).0)),
                ty: self.ty(header.node, header.node, Place::Json),
                wire_name: header.wire_name,
                required: header.required,
                explode: header.explode,
                content: header.content,
                docs: header.docs,
                origin: header.origin,
            }
        });
        headers.collect()
    }

    /// Servers with the names of their variables.
    pub(super) fn servers(&self, list: &[draft::Server]) -> Vec<ir::Server> {
        let servers = list.iter().map(|server| ir::Server {
            url: server.url.clone(),
            docs: server.docs.clone(),
            variables: server
                .variables
                .iter()
                .map(|variable| ir::ServerVariable {
                    name: self.variable(&variable.wire_name),
                    wire_name: variable.wire_name.clone(),
                    default: variable.default.clone(),
                    values: variable.values.clone(),
                    docs: variable.docs.clone(),
                })
                .collect(),
        });
        servers.collect()
    }

    /// The schemes that are used, the alternatives of calls that the document lacks, and the operations, both with
    /// indices into those.
    pub(super) fn used_schemes(
        &self,
        mut operations: Vec<ir::Operation>,
    ) -> (
        Vec<ir::SecurityScheme>,
        Vec<ir::Requirement>,
        Vec<ir::Operation>,
    ) {
        let mut security = self.default_security(&operations);
        let requirements = operations.iter().flat_map(|operation| &operation.security);
        let schemes = requirements.chain(&security).flat_map(|one| &one.schemes);
        let used: HashSet<usize> = schemes.map(|(index, _)| *index).collect();
        let mut scope = Scope::with(&["new", "clone", "from", "into", "fmt"]);
        let mut schemes = Vec::new();
        let mut places = Vec::with_capacity(self.draft.schemes.len());
        for (index, scheme) in self.draft.schemes.iter().enumerate() {
            places.push(schemes.len());
            if used.contains(&index) {
                schemes.push(ir::SecurityScheme {
                    name: ir::Name(scope.claim(&[ident::value_name(&scheme.wire_name)]).0),
                    wire_name: scheme.wire_name.clone(),
                    kind: scheme.kind.clone(),
                    docs: scheme.docs.clone(),
                });
            }
        }
        let requirements = operations
            .iter_mut()
            .flat_map(|operation| &mut operation.security);
        let requirements = requirements.chain(&mut security);
        for (scheme, _) in requirements.flat_map(|requirement| &mut requirement.schemes) {
            *scheme = places[*scheme];
        }
        (schemes, security, operations)
    }

    /// What a call takes that the document lacks. Where it says nothing for all operations, any credentials will do that
    /// one of them takes, or none.
    fn default_security(&self, operations: &[ir::Operation]) -> Vec<ir::Requirement> {
        if let Some(security) = &self.draft.security {
            return security.clone();
        }
        let mut out: Vec<ir::Requirement> = Vec::new();
        for requirement in operations.iter().flat_map(|operation| &operation.security) {
            let schemes = requirement.schemes.iter();
            let schemes = schemes.map(|(index, _)| (*index, Vec::new())).collect();
            let bare = ir::Requirement { schemes };
            if !bare.schemes.is_empty() && !out.contains(&bare) {
                out.push(bare);
            }
        }
        if !out.is_empty() {
            out.push(ir::Requirement {
                schemes: Vec::new(),
            });
        }
        out
    }
}

fn group(module: &str, tag: &str, described: Option<&ir::Docs>) -> ir::Group {
    ir::Group {
        module: ir::Name(module.to_owned()),
        tag: if tag.is_empty() { "default" } else { tag }.to_owned(),
        docs: described.cloned().unwrap_or_default(),
    }
}
