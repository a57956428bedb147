//! What the wire sees of operations, and of the API. In: the IR; out: lines that begin with `wire`. Invariant: what Rust
//! code is called does not show here, but for the types of bodies.

use super::types::At;
use super::{Page, plain};
use crate::ir::{
    Body, Encoding, Header, Location, Operation, OutcomeCase, PagingKind, Parameter, PathSegment,
    Requirement, SchemeKind, Server, StatusKey, Style, Webhook,
};

/// The servers and schemes of an API.
pub(super) fn api(page: &mut Page<'_>) {
    let api = page.api;
    for one in &api.servers {
        server(page, "wire", one);
    }
    for scheme in &api.schemes {
        page.put("wire scheme ");
        page.quoted(&scheme.wire_name);
        match &scheme.kind {
            SchemeKind::ApiKey(location, name) => {
                page.put(": key in ");
                page.put(place(*location));
                page.put(" ");
                page.quoted(name);
            }
            SchemeKind::Basic => page.put(": basic"),
            SchemeKind::Bearer => page.put(": bearer"),
            SchemeKind::OAuth2(url) => {
                page.put(": oauth2");
                if let Some(url) = url {
                    page.put(" at ");
                    page.quoted(url);
                }
            }
            SchemeKind::OpenIdConnect(url) => {
                page.put(": openid at ");
                page.quoted(url);
            }
            SchemeKind::Http(name) => {
                page.put(": http ");
                page.quoted(name);
            }
            SchemeKind::MutualTls => page.put(": mutual tls"),
        }
        page.end();
    }
    alternatives(page, "wire", &api.security);
}

fn server(page: &mut Page<'_>, start: &str, server: &Server) {
    page.put(start);
    page.put(" server ");
    page.quoted(&server.url);
    for variable in &server.variables {
        page.put(", ");
        page.quoted(&variable.wire_name);
        if let Some(value) = &variable.default {
            page.put(" default ");
            page.quoted(value);
        }
        for (index, value) in variable.values.iter().enumerate() {
            page.put(if index == 0 { " of " } else { " or " });
            page.quoted(value);
        }
    }
    page.end();
}

/// The alternatives of authentication, a line each.
fn alternatives(page: &mut Page<'_>, start: &str, alternatives: &[Requirement]) {
    let api = page.api;
    if alternatives.is_empty() {
        page.line(&[start, " security none"]);
    }
    for requirement in alternatives {
        page.put(start);
        page.put(" security ");
        if requirement.schemes.is_empty() {
            page.put("none");
        }
        for (index, (scheme, scopes)) in requirement.schemes.iter().enumerate() {
            if index > 0 {
                page.put(" and ");
            }
            page.quoted(&api.schemes[*scheme].wire_name);
            for (index, scope) in scopes.iter().enumerate() {
                page.put(if index == 0 { " for " } else { ", " });
                page.quoted(scope);
            }
        }
        page.end();
    }
}

/// `wire GET /pets/{id}`
fn start(operation: &Operation) -> String {
    let mut out = format!("wire {} ", operation.method);
    for segment in &operation.path {
        match segment {
            PathSegment::Literal(text) => plain(&mut out, text),
            PathSegment::Parameter(index) => {
                out.push('{');
                plain(&mut out, &operation.parameters[*index].wire_name);
                out.push('}');
            }
        }
    }
    out
}

/// The lines of an operation.
pub(super) fn operation(page: &mut Page<'_>, operation: &Operation) {
    let start = start(operation);
    page.put(&start);
    page.put(" operation ");
    page.quoted(&operation.id);
    page.put(retried(operation));
    page.end();
    for one in &operation.parameters {
        parameter(page, &start, one);
    }
    if let Some(one) = &operation.body {
        body(page, &start, one);
    }
    for case in operation.cases() {
        response(page, &start, case);
    }
    if operation.security != page.api.security {
        alternatives(page, &start, &operation.security);
    }
    for one in operation.servers.iter().flatten() {
        server(page, &start, one);
    }
    if let Some(paging) = &operation.paging {
        page.put(&start);
        page.put(" pages ");
        paged(page, operation, &paging.kind);
        page.put(", items at ");
        page.quoted(&paging.items.join("/"));
        page.end();
    }
}

fn paged(page: &mut Page<'_>, operation: &Operation, kind: &PagingKind) {
    let (by, parameter, limit) = match kind {
        PagingKind::Offset { offset, limit, .. } => ("by offset", Some(*offset), *limit),
        PagingKind::Page { page, limit, .. } => ("by number", Some(*page), *limit),
        PagingKind::Cursor { cursor, .. } => ("by cursor", Some(*cursor), None),
        PagingKind::NextUrl { .. } => ("by URL", None, None),
        PagingKind::LinkHeader => ("by link", None, None),
    };
    page.put(by);
    for index in parameter.into_iter().chain(limit) {
        page.put(" ");
        page.quoted(&operation.parameters[index].wire_name);
    }
    let (most, places) = match kind {
        PagingKind::Offset {
            limit_default,
            total,
            ..
        } => (*limit_default, [total.as_ref(), None]),
        PagingKind::Page {
            limit_default,
            total_pages,
            total,
            ..
        } => (*limit_default, [total_pages.as_ref(), total.as_ref()]),
        PagingKind::Cursor { next, more, .. } => (None, [Some(next), more.as_ref()]),
        PagingKind::NextUrl { next } => (None, [Some(next), None]),
        PagingKind::LinkHeader => (None, [None, None]),
    };
    if let PagingKind::Page { first, .. } = kind {
        page.put(" from ");
        page.put(&first.to_string());
    }
    if let Some(most) = most {
        page.put(" of ");
        page.put(&most.to_string());
    }
    for place in places.into_iter().flatten() {
        page.put(", told at ");
        page.quoted(&place.join("/"));
    }
}

/// When a failed attempt is repeated.
fn retried(operation: &Operation) -> &'static str {
    // RFC 9110, 9.2.2, and QUERY, which is safe.
    const REPEATABLE: &[&str] = &["DELETE", "GET", "HEAD", "OPTIONS", "PUT", "QUERY", "TRACE"];
    if REPEATABLE.contains(&operation.method.as_str()) {
        ", retried"
    } else if operation.parameters.iter().any(|one| one.idempotency) {
        ", retried by its key"
    } else {
        ", retried if not received"
    }
}

fn parameter(page: &mut Page<'_>, start: &str, parameter: &Parameter) {
    page.put(start);
    page.put(" ");
    page.put(place(parameter.location));
    page.put(" ");
    page.quoted(&parameter.wire_name);
    page.put(if parameter.required {
        ": required"
    } else {
        ": optional"
    });
    style(page, &parameter.style, parameter.explode);
    if parameter.allow_reserved {
        page.put(", reserved as it is");
    }
    if parameter.idempotency {
        page.put(", names the call");
    }
    page.put(", ");
    page.ty(At::Operation, &parameter.ty);
    if let Some(value) = &parameter.default {
        page.put(", default ");
        page.json(value);
    }
    page.constraints(&parameter.constraints);
    page.end();
}

fn place(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::QueryString => "querystring",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn style(page: &mut Page<'_>, style: &Style, explode: bool) {
    page.put(match style {
        Style::Matrix => ", matrix",
        Style::Label => ", label",
        Style::Simple => ", simple",
        Style::Form => ", form",
        Style::SpaceDelimited => ", spaceDelimited",
        Style::PipeDelimited => ", pipeDelimited",
        Style::DeepObject => ", deepObject",
        Style::Cookie => ", cookie",
        Style::Content(_) => ", as ",
    });
    if let Style::Content(media) = style {
        page.quoted(media);
    } else if explode {
        page.put(" exploded");
    }
}

fn body(page: &mut Page<'_>, start: &str, body: &Body) {
    for content in &body.contents {
        page.put(start);
        page.put(" body ");
        plain(&mut page.text, &content.media_type);
        page.put(if body.required {
            ": required, "
        } else {
            ": optional, "
        });
        page.ty(At::Operation, &content.ty);
        for one in &content.encodings {
            encoding(page, one);
        }
        page.end();
    }
}

fn encoding(page: &mut Page<'_>, encoding: &Encoding) {
    let styled = encoding.style != Style::Form || !encoding.explode;
    if encoding.content_type.is_none() && !encoding.each && !styled && !encoding.allow_reserved {
        return;
    }
    page.put("; ");
    page.quoted(&encoding.wire_name);
    if let Some(media) = &encoding.content_type {
        page.put(" as ");
        page.quoted(media);
    }
    if encoding.each {
        page.put(" each");
    }
    if styled {
        style(page, &encoding.style, encoding.explode);
    }
    if encoding.allow_reserved {
        page.put(", reserved as it is");
    }
}

fn response(page: &mut Page<'_>, start: &str, case: &OutcomeCase) {
    if case.contents.is_empty() {
        page.put(start);
        status(page, case.status);
        page.end();
    }
    for content in &case.contents {
        page.put(start);
        status(page, case.status);
        page.put(" ");
        plain(&mut page.text, &content.media_type);
        page.put(": ");
        page.ty(At::Operation, &content.ty);
        page.end();
    }
    for one in &case.headers {
        header(page, start, case.status, one);
    }
}

fn status(page: &mut Page<'_>, status: StatusKey) {
    let text = match status {
        StatusKey::Code(code) => format!(" response {code}"),
        StatusKey::Range(hundred) => format!(" response {hundred}xx"),
        StatusKey::Default => " response default".to_owned(),
    };
    page.put(&text);
}

fn header(page: &mut Page<'_>, start: &str, of: StatusKey, header: &Header) {
    page.put(start);
    status(page, of);
    page.put(" header ");
    page.quoted(&header.wire_name);
    page.put(if header.required {
        ": required, "
    } else {
        ": optional, "
    });
    page.ty(At::Operation, &header.ty);
    if header.explode {
        page.put(", exploded");
    }
    if let Some(media) = &header.content {
        page.put(", as ");
        page.quoted(media);
    }
    page.end();
}

/// The lines of a webhook or callback.
pub(super) fn webhook(page: &mut Page<'_>, webhook: &Webhook) {
    let mut start = match &webhook.callback {
        None => "wire webhook ".to_owned(),
        Some(_) => "wire callback ".to_owned(),
    };
    start.push_str(&webhook.method);
    start.push(' ');
    super::quote(&mut start, &webhook.wire_name);
    if let Some(callback) = &webhook.callback {
        start.push_str(" of ");
        super::quote(&mut start, &callback.operation);
        start.push_str(" to ");
        super::quote(&mut start, &callback.expression);
    }
    page.line(&[&start]);
    for one in &webhook.parameters {
        parameter(page, &start, one);
    }
    if let Some(one) = &webhook.body {
        body(page, &start, one);
    }
    for case in &webhook.responses {
        response(page, &start, case);
    }
}
