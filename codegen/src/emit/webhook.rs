//! What a server sends by itself. In: webhooks and callbacks; out: a file with a function for each JSON body, which reads
//! it. Invariant: the docs of the file name every webhook, read or not, so that none is missing.

use super::file::{File, Place};
use super::{Module, Prepared, PreparedApi, docs, ident, markdown, outcome};
use crate::ir::{Api, Content, ContentKind, OutcomeCase, Type, Webhook};
use crate::tokens::{Ident, TokenStream, quote};
use heck::ToSnakeCase;

/// The file of the webhooks of an API.
pub(crate) fn file(prepared: &Prepared<'_>, own: &PreparedApi<'_>) -> Module {
    let api = own.shared.api;
    let module = own.webhooks.as_deref().unwrap_or("webhooks");
    let mut file = File::new(&own.shared, Place::Api);
    let mut functions = Vec::new();
    let mut first = None;
    for (webhook, content, name) in self::functions(api) {
        first.get_or_insert_with(|| ident::of(&name).to_string());
        functions.push(function(&mut file, webhook, content, &name));
    }
    let rows = api
        .webhooks
        .iter()
        .zip(names(api, &mut ident::Scope::default()));
    let rows: Vec<String> = rows.map(|(webhook, name)| row(webhook, &name)).collect();
    let mut items = file.uses();
    items.extend(functions);
    let path = format!("{}::{}", prepared.krate(), own.module);
    Module {
        path: format!("src/{}/{module}.rs", own.module),
        source: Some(api.source.clone()),
        doc: doc(
            &rows,
            first.map(|name| format!("{path}::{module}::{name}")),
            own.features.doc(own.groups.len()),
        ),
        items,
    }
}

/// The names of all webhooks, which they choose before their further media types do.
fn names(api: &Api, names: &mut ident::Scope) -> Vec<String> {
    let webhooks = api.webhooks.iter();
    webhooks
        .map(|webhook| names.claim(&webhook.name.0, "_webhook"))
        .collect()
}

/// The functions: what each reads, and its name.
pub(crate) fn functions(api: &Api) -> Vec<(&Webhook, &Content, String)> {
    let mut scope = ident::Scope::default();
    let taken = names(api, &mut scope);
    let mut out = Vec::new();
    for (webhook, name) in api.webhooks.iter().zip(&taken) {
        for (index, content) in bodies(webhook).enumerate() {
            let name = match index {
                0 => name.clone(),
                _ => scope.claim(
                    &format!("{name}_{}", content.name.0.to_snake_case()),
                    "_body",
                ),
            };
            out.push((webhook, content, name));
        }
    }
    out
}

/// The bodies that can be read.
fn bodies(webhook: &Webhook) -> impl Iterator<Item = &Content> {
    let contents = webhook.body.iter().flat_map(|body| &body.contents);
    contents.filter(|content| content.kind == ContentKind::Json)
}

/// The line of a webhook in the docs of the file.
fn row(webhook: &Webhook, name: &str) -> String {
    let what = what(webhook);
    if bodies(webhook).next().is_some() {
        let name = ident::of(name);
        return format!("- [`{name}`]: {what}");
    }
    let media = webhook.body.iter().flat_map(|body| &body.contents);
    let media: Vec<String> = media.map(|one| docs::code(&one.media_type)).collect();
    if media.is_empty() {
        return format!("- {what}, without a body");
    }
    format!("- {what}, as {}, which is not read here", media.join(", "))
}

/// Its method, and where the document has it.
fn what(webhook: &Webhook) -> String {
    let name = docs::code(&webhook.wire_name);
    match &webhook.callback {
        None => format!("{}, the webhook {name}", docs::code(&webhook.method)),
        Some(callback) => format!(
            "{}, the callback {name} of {}",
            docs::code(&format!("{} {}", webhook.method, callback.expression)),
            docs::code(&callback.operation)
        ),
    }
}

fn doc(rows: &[String], example: Option<String>, feature: Option<String>) -> Vec<String> {
    let mut out = vec![
        "What the server sends by itself. A function reads the body of a request; what answers it is written with"
            .to_owned(),
        "[`to_vec`](crate::runtime::json::to_vec).".to_owned(),
        String::new(),
    ];
    for row in rows {
        out.extend(markdown::fold(row.trim_start_matches("- "), "- ", "  "));
    }
    docs::append(&mut out, feature.into_iter().collect());
    if let Some(path) = example {
        out.extend(
            [
                "",
                "```no_run",
                "# fn received(body: &[u8]) -> Result<(), Box<dyn std::error::Error>> {",
            ]
            .map(str::to_owned),
        );
        out.push(format!("let event = {path}(body)?;"));
        out.push("println!(\"{event:?}\");".to_owned());
        out.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    }
    out
}

fn function(file: &mut File<'_>, webhook: &Webhook, content: &Content, name: &str) -> TokenStream {
    let rt = file.runtime();
    let name = ident::of(name);
    let ty = file.ty(&content.ty);
    let result = file.prelude("std::result", "Result");
    let error = file.runtime_type("DecodeError");
    let deprecated = webhook.deprecated.then(|| quote!(#[deprecated]));
    let docs = docs::attributes(&lines(file, webhook));
    quote! {
        #docs
        #deprecated
        #[inline]
        pub fn #name(body: &[u8]) -> #result<#ty, #error> {
            #rt::json::from_slice(body)
        }
    }
}

/// The docs of a function: prose, method, parameters, answers.
fn lines(file: &File<'_>, webhook: &Webhook) -> Vec<String> {
    let fallback = format!("{}.", docs::code(&webhook.wire_name));
    let all = docs::lines(&webhook.docs, &fallback);
    let end = all.iter().position(String::is_empty).unwrap_or(all.len());
    let mut out = all[..end].to_vec();
    out.push(String::new());
    out.extend(markdown::fold(&format!("{}.", what(webhook)), "", ""));
    let rest = all[end..].iter().skip_while(|line| line.is_empty());
    let rest: Vec<String> = rest.cloned().collect();
    if !rest.is_empty() {
        out.push(String::new());
        out.extend(rest);
    }
    section(&mut out, "# Parameters", &parameters(webhook));
    section(&mut out, "# Answers", &answers(file, webhook));
    docs::separate(&mut out);
    out.push("# Errors".to_owned());
    out.push("When the body is not JSON, or not what the document describes.".to_owned());
    out
}

fn section(out: &mut Vec<String>, title: &str, rows: &[String]) {
    if rows.is_empty() {
        return;
    }
    docs::separate(out);
    out.push(title.to_owned());
    for row in rows {
        out.extend(markdown::fold(row, "- ", "  "));
    }
}

fn parameters(webhook: &Webhook) -> Vec<String> {
    let rows = webhook.parameters.iter().map(|parameter| {
        let name = docs::code(&parameter.wire_name);
        let place = super::operation_docs::place(parameter.location);
        let must = if parameter.required {
            ", always there"
        } else {
            ""
        };
        match super::operation_docs::summary(&parameter.docs) {
            Some(text) => format!("{name} ({place}{must}): {text}"),
            None => format!("{name} ({place}{must})"),
        }
    });
    rows.collect()
}

fn answers(file: &File<'_>, webhook: &Webhook) -> Vec<String> {
    let rows = webhook.responses.iter().map(|case| {
        let status = outcome::status(case.status);
        let mut row = match super::operation_docs::summary(&case.docs) {
            Some(text) => format!("{status}: {text}"),
            None => status,
        };
        if let Some(name) = answer(file, case) {
            row.push_str(&format!(" As [`{name}`](super::models::{name})."));
        }
        row
    });
    rows.collect()
}

/// The model that an answer is, where it is one by itself.
fn answer(file: &File<'_>, case: &OutcomeCase) -> Option<Ident> {
    let content = case.contents.first()?;
    match content.ty {
        Type::Named(id) if content.kind == ContentKind::Json => {
            Some(ident::ident(&file.api().type_def(id).name))
        }
        _ => None,
    }
}
