//! An `Api` as a page of text: what decides about types and calls, and no prose.

use std::fmt::Write;

use specsmith::ir::{
    Api, Content, Extra, Operation, Outcome, Parameter, PathSegment, Rule, Type, TypeDef, TypeKind,
    Webhook,
};

/// The whole of it.
pub(crate) fn api(api: &Api) -> String {
    let mut out = String::new();
    for server in &api.servers {
        let _ = write!(out, "server {}", server.url);
        for variable in &server.variables {
            let _ = write!(out, " {}={:?}", variable.name.0, variable.default);
        }
        out.push('\n');
    }
    for scheme in &api.schemes {
        let _ = writeln!(out, "scheme {}: {:?}", scheme.name.0, scheme.kind);
    }
    for def in &api.types {
        self::def(api, def, &mut out);
    }
    for operation in &api.operations {
        self::operation(api, operation, &mut out);
    }
    for webhook in &api.webhooks {
        self::webhook(api, webhook, &mut out);
    }
    out
}

fn webhook(api: &Api, webhook: &Webhook, out: &mut String) {
    let _ = write!(
        out,
        "webhook {} = {:?}: {}",
        webhook.name.0, webhook.wire_name, webhook.method
    );
    if let Some(callback) = &webhook.callback {
        let _ = write!(out, " {} of {}", callback.expression, callback.operation);
    }
    out.push('\n');
    for parameter in &webhook.parameters {
        self::parameter(api, parameter, out);
    }
    if let Some(body) = &webhook.body {
        let _ = writeln!(out, "    body: {}", contents(api, &body.contents));
    }
    for case in &webhook.responses {
        let _ = writeln!(
            out,
            "    {:?}: {}",
            case.status,
            contents(api, &case.contents)
        );
    }
}

fn def(api: &Api, def: &TypeDef, out: &mut String) {
    let root = if def.root { "" } else { "  in " };
    let file = if def.root { "" } else { def.module.0.as_str() };
    let sent = if def.direction.request { "sent " } else { "" };
    let received = if def.direction.response {
        "received "
    } else {
        ""
    };
    let _ = write!(out, "{}{root}{file}: {sent}{received}", def.name.0);
    for (keyword, value) in &def.constraints.keywords {
        let _ = write!(out, "{keyword}:{value} ");
    }
    match &def.kind {
        TypeKind::Struct(object) => {
            let extra = match &object.extra {
                Extra::Denied => "closed".to_owned(),
                Extra::Any => "open".to_owned(),
                Extra::Typed(ty) => format!("rest {}", self::ty(api, ty)),
            };
            let _ = writeln!(out, "struct {extra}");
            for field in &object.fields {
                let must = if field.required { "" } else { "?" };
                let _ = write!(out, "    {}{must}: {}", field.name.0, ty(api, &field.ty));
                if field.name.0 != field.wire_name {
                    let _ = write!(out, " = {:?}", field.wire_name);
                }
                for (flag, name) in [
                    (field.read_only, "read-only"),
                    (field.write_only, "write-only"),
                    (field.deprecated, "deprecated"),
                ] {
                    if flag {
                        let _ = write!(out, " {name}");
                    }
                }
                if let Some(default) = &field.default {
                    let _ = write!(out, " default {default}");
                }
                for (keyword, value) in &field.constraints.keywords {
                    let _ = write!(out, " {keyword}:{value}");
                }
                out.push('\n');
            }
        }
        TypeKind::Enum(list) => {
            let open = if list.open { "open" } else { "closed" };
            let _ = writeln!(out, "enum {:?} {open}, else {}", list.repr, list.other.0);
            for variant in &list.variants {
                let _ = write!(out, "    {} = {}", variant.name.0, variant.value);
                if let Some(text) = &variant.docs.text {
                    let _ = write!(out, " ({text})");
                }
                out.push('\n');
            }
        }
        TypeKind::Union(union) => {
            let tag = union.discriminator.as_deref().unwrap_or("no");
            let _ = writeln!(out, "union by {tag}, else {}", union.unknown.0);
            for branch in &union.branches {
                let _ = write!(out, "    {}({})", branch.name.0, ty(api, &branch.ty));
                if !branch.tags.is_empty() {
                    let _ = write!(out, " tags {:?}", branch.tags);
                }
                let _ = writeln!(out, "{}", rule(&branch.rule));
            }
        }
        TypeKind::Alias(target) => {
            let _ = writeln!(out, "alias {}", ty(api, target));
        }
        TypeKind::Newtype(target) => {
            let _ = writeln!(out, "newtype {}", ty(api, target));
        }
    }
}

fn rule(rule: &Rule) -> String {
    let mut out = format!(" {:?}", rule.kinds);
    if let Some(format) = rule.format {
        let _ = write!(out, " {format:?}");
    }
    if !rule.values.is_empty() {
        let _ = write!(
            out,
            " of {:?}",
            rule.values
                .iter()
                .map(ToString::to_string)
                .collect::<Vec<_>>()
        );
    }
    if !rule.items.is_empty() {
        let _ = write!(out, " items {:?}", rule.items);
    }
    for field in &rule.fields {
        let must = if field.required { "" } else { "?" };
        let _ = write!(out, " {}{must}", field.wire_name);
        if !field.values.is_empty() {
            let _ = write!(
                out,
                "{:?}",
                field
                    .values
                    .iter()
                    .map(ToString::to_string)
                    .collect::<Vec<_>>()
            );
        }
    }
    if rule.closed {
        out.push_str(" closed");
    }
    out
}

fn operation(api: &Api, operation: &Operation, out: &mut String) {
    let path: String = operation
        .path
        .iter()
        .map(|piece| match piece {
            PathSegment::Literal(text) => text.clone(),
            PathSegment::Parameter(index) => format!("<{}>", operation.parameters[*index].name.0),
        })
        .collect();
    let group = &api.groups[operation.group].module.0;
    let _ = writeln!(
        out,
        "{group}::{} {}: {} {path}",
        operation.name.0, operation.type_name.0, operation.method
    );
    for requirement in &operation.security {
        let names: Vec<&str> = requirement
            .schemes
            .iter()
            .map(|(index, _)| api.schemes[*index].name.0.as_str())
            .collect();
        let _ = writeln!(out, "    security {names:?}");
    }
    for parameter in &operation.parameters {
        self::parameter(api, parameter, out);
    }
    if let Some(body) = &operation.body {
        let must = if body.required { "" } else { "?" };
        let _ = writeln!(
            out,
            "    {}{must}: {}",
            body.name.0,
            contents(api, &body.contents)
        );
    }
    outcome(api, "success", &operation.success, out);
    outcome(api, "failure", &operation.failure, out);
    if let Some(paging) = &operation.paging {
        let _ = writeln!(
            out,
            "    pages {:?}, {:?} of {}",
            paging.kind,
            paging.items,
            ty(api, &paging.item)
        );
    }
}

fn parameter(api: &Api, parameter: &Parameter, out: &mut String) {
    let must = if parameter.required { "" } else { "?" };
    let explode = if parameter.explode { " explode" } else { "" };
    let reserved = if parameter.allow_reserved {
        " reserved"
    } else {
        ""
    };
    let _ = write!(
        out,
        "    {}{must}: {} = {:?} {:?} {:?}{explode}{reserved}",
        parameter.name.0,
        ty(api, &parameter.ty),
        parameter.location,
        parameter.wire_name,
        parameter.style,
    );
    if let Some(default) = &parameter.default {
        let _ = write!(out, " default {default}");
    }
    out.push('\n');
}

fn outcome(api: &Api, side: &str, outcome: &Outcome, out: &mut String) {
    for case in &outcome.cases {
        let _ = write!(
            out,
            "    {side} {:?} {}: {}",
            case.status,
            case.name.0,
            contents(api, &case.contents)
        );
        for header in &case.headers {
            let _ = write!(out, ", {}: {}", header.wire_name, ty(api, &header.ty));
        }
        out.push('\n');
    }
}

fn contents(api: &Api, contents: &[Content]) -> String {
    let list = contents.iter().map(|content| {
        let mut text = format!(
            "{} {} {:?} {}",
            content.name.0,
            content.media_type,
            content.kind,
            ty(api, &content.ty)
        );
        for encoding in &content.encodings {
            let _ = write!(text, " {}:{:?}", encoding.wire_name, encoding.content_type);
        }
        text
    });
    list.collect::<Vec<_>>().join(" | ")
}

fn ty(api: &Api, given: &Type) -> String {
    match given {
        Type::Any => "any".to_owned(),
        Type::Null => "null".to_owned(),
        Type::Bool => "bool".to_owned(),
        Type::Integer(kind) => format!("{kind:?}").to_lowercase(),
        Type::Number(kind) => format!("{kind:?}").to_lowercase(),
        Type::String => "string".to_owned(),
        Type::Formatted(format) => format!("{format:?}"),
        Type::Binary => "bytes".to_owned(),
        Type::List(item) => format!("[{}]", ty(api, item)),
        Type::Tuple(items, rest) => {
            let items: Vec<String> = items.iter().map(|item| ty(api, item)).collect();
            let rest = rest
                .as_ref()
                .map_or(String::new(), |rest| format!(", {}...", ty(api, rest)));
            format!("({}{rest})", items.join(", "))
        }
        Type::Map(key, value) => {
            let key = key.map_or("string", |id| api.type_def(id).name.0.as_str());
            format!("{{{key}: {}}}", ty(api, value))
        }
        Type::Nullable(inner) => format!("{} or null", ty(api, inner)),
        Type::Boxed(inner) => format!("box {}", ty(api, inner)),
        Type::Named(id) => api.type_def(*id).name.0.clone(),
    }
}
