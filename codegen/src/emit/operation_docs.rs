//! What is said about an operation. In: its prose, responses and examples; out: doc lines. Invariant: the summary comes
//! first, then method and path, then the errors by status, and the example compiles.

use super::body::Payload;
use super::example::{Examples, Want};
use super::operation::Parts;
use super::{docs, ident, markdown, outcome};
use crate::ir::{Location, Operation, Parameter};
use crate::layout;
use crate::tokens::{Ident, TokenStream, quote};

/// The docs of a method of the client.
pub(crate) fn method(
    examples: &Examples<'_>,
    parts: &Parts<'_>,
    method: &Ident,
    payload: Option<&Payload<'_>>,
) -> Vec<String> {
    let operation = parts.operation;
    let all = docs::lines(&operation.docs, &format!("{}.", docs::code(&operation.id)));
    // The first paragraph is the summary, the rest of the prose comes after the path.
    let end = all.iter().position(String::is_empty).unwrap_or(all.len());
    let mut out = all[..end].to_vec();
    out.push(String::new());
    out.push(docs::code(&format!(
        "{} {}",
        operation.method,
        operation.template()
    )));
    let rest = &all[end..];
    if !rest.is_empty() {
        docs::separate(&mut out);
        out.extend(rest.iter().skip_while(|line| line.is_empty()).cloned());
    }
    arguments(&mut out, operation, payload);
    errors(&mut out, parts);
    headers(&mut out, operation);
    example(&mut out, examples, parts, method, payload);
    out
}

/// The arguments, where the document says something about them.
fn arguments(out: &mut Vec<String>, operation: &Operation, payload: Option<&Payload<'_>>) {
    let required = operation.parameters.iter().filter(|p| p.required);
    let mut rows: Vec<String> = Vec::new();
    for parameter in required {
        if let Some(text) = summary(&parameter.docs) {
            rows.push(format!("{}: {text}", docs::code(&parameter.name.0)));
        }
    }
    if let Some(payload) = payload {
        let body = operation.body.as_ref();
        let text = body.and_then(|body| summary(&body.docs));
        let text = text.unwrap_or_else(|| payload.told());
        let name = body.map_or("body", |body| body.name.0.as_str());
        rows.push(format!("{}: {text}", docs::code(name)));
    }
    if !rows.is_empty() {
        docs::separate(out);
        out.push("# Arguments".to_owned());
        out.extend(list(&rows));
    }
}

/// The first paragraph of a prose, as one line.
pub(crate) fn summary(prose: &crate::ir::Docs) -> Option<String> {
    let text = prose.text.as_deref().or(prose.title.as_deref())?.trim();
    let first = text.split("\n\n").next().unwrap_or(text);
    let line = markdown::line(first);
    (!line.is_empty()).then_some(line)
}

/// Where a parameter is, in words.
pub(crate) fn place(location: Location) -> &'static str {
    match location {
        Location::Path => "in the path",
        Location::Query => "in the query",
        Location::QueryString => "the query string",
        Location::Header => "a header",
        Location::Cookie => "a cookie",
    }
}

/// A list, wrapped.
fn list(rows: &[String]) -> Vec<String> {
    let mut out = Vec::new();
    for row in rows {
        // The rows are safe already; only their length is a matter.
        let mut lines = markdown::fold(row, "- ", "  ");
        out.append(&mut lines);
    }
    out
}

fn errors(out: &mut Vec<String>, parts: &Parts<'_>) {
    let mut rows = Vec::new();
    let name = &parts.failure.ty.to_string();
    let mut last = None;
    for arm in &parts.failure.arms {
        if last == Some(arm.case.status) {
            continue;
        }
        last = Some(arm.case.status);
        let status = outcome::status(arm.case.status);
        let variant = &arm.variant;
        let link = format!("[`{name}::{variant}`]");
        rows.push(match summary(&arm.case.docs) {
            Some(text) => format!("{status}: {link}: {text}"),
            None => format!("{status}: {link}"),
        });
    }
    if !rows.is_empty() {
        docs::separate(out);
        out.push("# Errors".to_owned());
        out.extend(list(&rows));
    }
}

/// Where to read the headers that the document names.
fn headers(out: &mut Vec<String>, operation: &Operation) {
    let Some(name) = &operation.headers else {
        return;
    };
    let mut names: Vec<&str> = Vec::new();
    for header in operation.all_headers() {
        let known = |name: &&str| name.eq_ignore_ascii_case(&header.wire_name);
        if !names.iter().any(known) {
            names.push(&header.wire_name);
        }
    }
    let names: Vec<String> = names.into_iter().map(docs::code).collect();
    docs::separate(out);
    out.push("# Headers".to_owned());
    let line = format!("[`{name}`] reads {}.", names.join(", "), name = name.0);
    out.extend(markdown::fold(&line, "", ""));
}

/// An example of a call.
fn example(
    out: &mut Vec<String>,
    examples: &Examples<'_>,
    parts: &Parts<'_>,
    method: &Ident,
    payload: Option<&Payload<'_>>,
) {
    let call = call(examples, parts, method, payload);
    let code = quote! {
        fn example() {
            let response = #call.send().await?;
        }
    };
    let text = layout::item(code);
    let krate = &examples.krate;
    let api = &examples.module;
    let uses = if text.contains("models::") {
        "{Client, models}".to_owned()
    } else {
        "Client".to_owned()
    };
    docs::separate(out);
    out.push("# Example".to_owned());
    out.push("```no_run".to_owned());
    out.push(format!("# use {krate}::{api}::{uses};"));
    out.push(
        "# async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
    );
    let body = text.lines().filter_map(|line| line.strip_prefix("    "));
    out.extend(body.map(str::to_owned));
    out.push("# Ok(())".to_owned());
    out.push("# }".to_owned());
    out.push("```".to_owned());
}

fn call(
    examples: &Examples<'_>,
    parts: &Parts<'_>,
    method: &Ident,
    payload: Option<&Payload<'_>>,
) -> TokenStream {
    let operation = parts.operation;
    let value = |parameter: &Parameter| examples.parameter(parameter);
    let required = operation.parameters.iter().filter(|p| p.required);
    let mut arguments: Vec<TokenStream> = required.map(value).collect();
    if let Some(payload) = payload {
        let given = payload.content.examples.first();
        arguments.push(examples.value(&payload.ty(), given, Want::Argument));
    }
    let shown = operation
        .parameters
        .iter()
        .filter(|p| !p.required && p.example.is_some());
    let setters = shown.take(2).map(|parameter| {
        let name = ident::ident(&parameter.name);
        let value = value(parameter);
        quote!(.#name(#value))
    });
    quote!(client.#method(#(#arguments),*) #(#setters)*)
}

/// The docs of a setter.
pub(crate) fn parameter(parameter: &Parameter) -> Vec<String> {
    let fallback = format!("{}.", docs::code(&parameter.wire_name));
    let mut lines = docs::lines(&parameter.docs, &fallback);
    let facts = docs::facts(parameter.default.as_ref(), &parameter.constraints);
    docs::append(&mut lines, facts);
    if parameter.idempotency {
        let said = "Made for each call that gives none, and the same for all its attempts.";
        docs::append(&mut lines, vec![said.to_owned()]);
    }
    lines
}
