//! Servers, schemes and operations as text. In: an `Api`; out: its lines. Invariant: as of the whole dump.

use super::{Dump, bounds, flag, quoted};
use crate::ir::{
    Body, Content, Encoding, Header, Location, Operation, Outcome, OutcomeCase, Paging, PagingKind,
    Parameter, PathSegment, Requirement, SchemeKind, Server, StatusKey, Style, Webhook,
};

/// What stands above the types.
pub(super) fn head(out: &mut Dump<'_>) {
    let api = out.api;
    for one in &api.servers {
        server(out, 1, one);
    }
    for scheme in &api.schemes {
        let kind = match &scheme.kind {
            SchemeKind::ApiKey(location, name) => {
                format!("key in {} {}", location_name(*location), quoted(name))
            }
            SchemeKind::Basic => "basic".to_owned(),
            SchemeKind::Bearer => "bearer".to_owned(),
            SchemeKind::OAuth2(None) => "oauth2".to_owned(),
            SchemeKind::OAuth2(Some(url)) => format!("oauth2 at {}", quoted(url)),
            SchemeKind::OpenIdConnect(url) => format!("openid at {}", quoted(url)),
            SchemeKind::Http(name) => format!("http {}", quoted(name)),
            SchemeKind::MutualTls => "mutual tls".to_owned(),
        };
        let name = &scheme.name.0;
        out.line(
            1,
            &format!("scheme {name} for {}: {kind}", quoted(&scheme.wire_name)),
        );
    }
    security(out, 1, "calls beside the operations: ", &api.security);
    for group in &api.groups {
        out.line(
            1,
            &format!("group {} for {}", group.module.0, quoted(&group.tag)),
        );
    }
}

fn server(out: &mut Dump<'_>, depth: usize, server: &Server) {
    out.line(depth, &format!("server {}", quoted(&server.url)));
    for variable in &server.variables {
        let mut line = format!("{} for {}", variable.name.0, quoted(&variable.wire_name));
        if let Some(default) = &variable.default {
            line.push_str(&format!(" default {}", quoted(default)));
        }
        if !variable.values.is_empty() {
            let values: Vec<String> = variable.values.iter().map(|v| quoted(v)).collect();
            line.push_str(&format!(" in [{}]", values.join(", ")));
        }
        out.line(depth + 1, &line);
    }
}

/// All operations.
pub(super) fn operations(out: &mut Dump<'_>) {
    let api = out.api;
    for one in &api.operations {
        operation(out, one);
    }
}

/// All webhooks and callbacks.
pub(super) fn webhooks(out: &mut Dump<'_>) {
    let api = out.api;
    for one in &api.webhooks {
        webhook(out, one);
    }
}

fn webhook(out: &mut Dump<'_>, webhook: &Webhook) {
    out.text.push('\n');
    let (name, wire_name) = (&webhook.name.0, quoted(&webhook.wire_name));
    let mut line = match &webhook.callback {
        None => format!("webhook {name} for {wire_name}: {}", webhook.method),
        Some(callback) => format!(
            "callback {name} for {wire_name} of {}: {} {}",
            quoted(&callback.operation),
            webhook.method,
            quoted(&callback.expression)
        ),
    };
    flag(&mut line, webhook.deprecated, "deprecated");
    out.line(0, &line);
    for one in &webhook.parameters {
        parameter(out, one);
    }
    if let Some(one) = &webhook.body {
        body(out, one);
    }
    out.line(1, "answers");
    for one in &webhook.responses {
        case(out, one);
    }
}

fn operation(out: &mut Dump<'_>, operation: &Operation) {
    out.text.push('\n');
    let group = out
        .api
        .groups
        .get(operation.group)
        .map_or("?", |group| &group.module.0);
    let mut line = format!(
        "operation {} as {} in {group} for {}: {} {}",
        operation.name.0,
        operation.type_name.0,
        quoted(&operation.id),
        operation.method,
        quoted(&path(operation))
    );
    flag(&mut line, operation.deprecated, "deprecated");
    line.push_str(&super::formerly(&operation.former));
    out.line(0, &line);
    for one in operation.servers.iter().flatten() {
        server(out, 1, one);
    }
    for one in &operation.parameters {
        parameter(out, one);
    }
    if let Some(one) = &operation.body {
        body(out, one);
    }
    outcome(out, "success", &operation.success);
    outcome(out, "failure", &operation.failure);
    if let (Some(name), Some(same)) = (&operation.headers, &operation.headers_same) {
        out.line(1, &format!("headers {} alias of {}", name.0, same.0));
    }
    security(out, 1, "", &operation.security);
    if let Some(one) = &operation.paging {
        paging(out, operation, one);
    }
}

fn outcome(out: &mut Dump<'_>, side: &str, outcome: &Outcome) {
    let same = outcome.same.as_ref();
    let same = same.map_or_else(String::new, |same| format!(" alias of {}", same.0));
    out.line(1, &format!("{side} {}{same}", outcome.type_name.0));
    for one in &outcome.cases {
        case(out, one);
    }
}

fn path(operation: &Operation) -> String {
    let segments = operation.path.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(index) => format!("{{{}}}", parameter_name(operation, *index)),
    });
    segments.collect()
}

fn parameter_name(operation: &Operation, index: usize) -> &str {
    operation
        .parameters
        .get(index)
        .map_or("?", |parameter| &parameter.wire_name)
}

fn parameter(out: &mut Dump<'_>, parameter: &Parameter) {
    let place = location_name(parameter.location);
    let mut line = format!("{place} {}: {}", parameter.name.0, out.show(&parameter.ty));
    line.push_str(&format!(
        " for {} {}",
        quoted(&parameter.wire_name),
        style(&parameter.style)
    ));
    flag(&mut line, parameter.explode, "explode");
    flag(&mut line, parameter.allow_reserved, "reserved");
    flag(&mut line, parameter.required, "required");
    flag(&mut line, parameter.deprecated, "deprecated");
    line.push_str(&super::formerly(&parameter.former));
    flag(&mut line, parameter.idempotency, "idempotency key");
    if let Some(value) = &parameter.default {
        line.push_str(&format!(" default {value}"));
    }
    if let Some(value) = &parameter.example {
        line.push_str(&format!(" example {value}"));
    }
    line.push_str(&bounds(&parameter.constraints));
    line.push_str(&out.checked(&parameter.bounds));
    out.line(1, &line);
}

fn body(out: &mut Dump<'_>, body: &Body) {
    let mut line = format!("body {}", body.name.0);
    flag(&mut line, body.required, "required");
    line.push_str(&super::formerly(&body.former));
    out.line(1, &line);
    for one in &body.contents {
        content(out, one, 2);
    }
}

fn content(out: &mut Dump<'_>, content: &Content, depth: usize) {
    let media = quoted(&content.media_type);
    let (name, ty) = (&content.name.0, out.show(&content.ty));
    let mut line = format!("{name}: {ty} as {media} {:?}", content.kind);
    line.push_str(&super::counted(content.examples.len()));
    line.push_str(&out.checked(&content.bounds));
    out.line(depth, &line);
    for one in &content.encodings {
        let line = encoding(one);
        out.line(depth + 1, &line);
    }
}

fn encoding(encoding: &Encoding) -> String {
    let mut line = format!(
        "encoding {} {}",
        quoted(&encoding.wire_name),
        style(&encoding.style)
    );
    flag(&mut line, encoding.explode, "explode");
    flag(&mut line, encoding.allow_reserved, "reserved");
    flag(&mut line, encoding.each, "each");
    if let Some(media) = &encoding.content_type {
        line.push_str(&format!(" as {}", quoted(media)));
    }
    line
}

fn case(out: &mut Dump<'_>, case: &OutcomeCase) {
    let status = match case.status {
        StatusKey::Code(code) => code.to_string(),
        StatusKey::Range(hundred) => format!("{hundred}xx"),
        StatusKey::Default => "default".to_owned(),
    };
    out.line(2, &format!("{status} {}", case.name.0));
    for one in &case.contents {
        content(out, one, 3);
    }
    for one in &case.headers {
        let line = header(out, one);
        out.line(3, &line);
    }
}

fn header(out: &Dump<'_>, header: &Header) -> String {
    let mut line = format!("header {}: {}", header.name.0, out.show(&header.ty));
    line.push_str(&format!(" for {}", quoted(&header.wire_name)));
    if let Some(media) = &header.content {
        line.push_str(&format!(" as {}", quoted(media)));
    }
    flag(&mut line, header.explode, "explode");
    flag(&mut line, header.required, "required");
    line
}

fn security(out: &mut Dump<'_>, depth: usize, of: &str, alternatives: &[Requirement]) {
    for requirement in alternatives {
        let schemes = requirement.schemes.iter().map(|(index, scopes)| {
            let name = out
                .api
                .schemes
                .get(*index)
                .map_or("?", |scheme| &scheme.name.0);
            if scopes.is_empty() {
                name.to_owned()
            } else {
                format!("{name} ({})", scopes.join(" "))
            }
        });
        let schemes: Vec<String> = schemes.collect();
        let line = if schemes.is_empty() {
            format!("{of}security none")
        } else {
            format!("{of}security {}", schemes.join(" and "))
        };
        out.line(depth, &line);
    }
}

fn paging(out: &mut Dump<'_>, operation: &Operation, paging: &Paging) {
    let name = |index: usize| quoted(parameter_name(operation, index));
    let by = match &paging.kind {
        PagingKind::Offset {
            offset,
            limit,
            limit_default,
            total,
        } => {
            let mut line = format!("offset {}", name(*offset));
            limited(&mut line, limit.map(name), *limit_default);
            at(&mut line, "total", total.as_deref());
            line
        }
        PagingKind::Page {
            page,
            limit,
            limit_default,
            first,
            total_pages,
            total,
        } => {
            let mut line = format!("page {} from {first}", name(*page));
            limited(&mut line, limit.map(name), *limit_default);
            at(&mut line, "total pages", total_pages.as_deref());
            at(&mut line, "total", total.as_deref());
            line
        }
        PagingKind::Cursor { cursor, next, more } => {
            let mut line = format!("cursor {}", name(*cursor));
            at(&mut line, "next", Some(next));
            at(&mut line, "more", more.as_deref());
            line
        }
        PagingKind::NextUrl { next } => {
            let mut line = "url".to_owned();
            at(&mut line, "next", Some(next));
            line
        }
        PagingKind::LinkHeader => "link header".to_owned(),
    };
    let items = pointer(&paging.items);
    let line = format!("pages by {by}, {} at {items}", out.show(&paging.item));
    out.line(1, &line);
}

fn limited(line: &mut String, parameter: Option<String>, default: Option<u64>) {
    if let Some(parameter) = parameter {
        line.push_str(&format!(" limit {parameter}"));
    }
    if let Some(default) = default {
        line.push_str(&format!(" of {default}"));
    }
}

fn at(line: &mut String, what: &str, keys: Option<&[String]>) {
    if let Some(keys) = keys {
        line.push_str(&format!(" {what} at {}", pointer(keys)));
    }
}

fn pointer(keys: &[String]) -> String {
    let tokens = keys
        .iter()
        .map(|key| format!("/{}", crate::source::escape_token(key)));
    quoted(&tokens.collect::<String>())
}

fn location_name(location: Location) -> &'static str {
    match location {
        Location::Path => "path",
        Location::Query => "query",
        Location::QueryString => "querystring",
        Location::Header => "header",
        Location::Cookie => "cookie",
    }
}

fn style(style: &Style) -> String {
    match style {
        Style::Matrix => "matrix".to_owned(),
        Style::Label => "label".to_owned(),
        Style::Simple => "simple".to_owned(),
        Style::Form => "form".to_owned(),
        Style::SpaceDelimited => "spaceDelimited".to_owned(),
        Style::PipeDelimited => "pipeDelimited".to_owned(),
        Style::DeepObject => "deepObject".to_owned(),
        Style::Cookie => "cookie".to_owned(),
        Style::Content(media) => format!("content {}", quoted(media)),
    }
}
