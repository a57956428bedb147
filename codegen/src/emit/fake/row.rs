//! The row of an operation. In: its parameters, bodies and outcomes; out: a constant of the runtime's type. Invariant: the
//! answer of a row is one that the document allows, as far as one can be made.

use super::super::body::Payload;
use super::super::file::File;
use super::super::{PreparedApi, endpoint, ident, markdown, outcome};
use super::value;
use crate::ir::{self, ContentKind, Operation};
use crate::tokens::{Ident, Literal, TokenStream, quote};
use serde_json::Value;

/// Examples that are longer are not taken.
const LONGEST: usize = 1 << 15;

/// The row of an operation.
pub(super) fn row(
    file: &mut File<'_>,
    own: &PreparedApi<'_>,
    operation: &Operation,
    payloads: &[Payload<'_>],
    module: &TokenStream,
    received: &Ident,
) -> TokenStream {
    let name = file.import("crate::runtime::fake", "Row");
    let reads = file.import("crate::runtime::fake", "reads");
    let table = ident::constant(&operation.name);
    let answer = answer(file.api(), operation);
    let status = Literal::u16_unsuffixed(answer.status);
    let mut out = quote!(#name::new(&#module::#table, #reads::<#received>, #status));
    if !operation.parameters.is_empty() {
        let parameters = operation.parameters.iter();
        let parameters = parameters.map(|one| own.tables.text(file, &one.ty, &one.bounds));
        let parameters: Vec<TokenStream> = parameters.collect();
        out = quote!(#out.parameters(&[#(#parameters),*]));
    }
    if !payloads.is_empty() {
        let required = operation.body.as_ref().is_some_and(|body| body.required);
        let payloads = payloads
            .iter()
            .map(|payload| self::payload(file, own, payload));
        let payloads: Vec<TokenStream> = payloads.collect();
        out = quote!(#out.payloads(#required, &[#(#payloads),*]));
    }
    if !answer.media.is_empty() {
        let (media, body) = (answer.media, literal(&answer.body));
        out = quote!(#out.answers(#media, #body));
    }
    let failures = failures(file, operation);
    match failures.as_slice() {
        [] => out,
        failures => quote!(#out.fails(&[#(#failures),*])),
    }
}

/// The errors of an operation, as far as they lead to an example: those of one status, of a hundred, of all.
fn failures(file: &mut File<'_>, operation: &Operation) -> Vec<TokenStream> {
    let api = file.api();
    let values = value::Values::new(api);
    let has_example = |content: &&ir::Content| {
        let examples = content.examples.iter().chain(values.examples(&content.ty));
        let first = examples.into_iter().next();
        first.is_some_and(|first| first.to_string().len() <= LONGEST)
    };
    let mut found: Vec<((u16, u16), Option<&ir::Content>)> = Vec::new();
    for case in &operation.failure.cases {
        let example = case.contents.iter().find(has_example);
        found.push((statuses(case.status), example));
    }
    found.sort_by_key(|((first, last), _)| last - first);
    let needed = found.iter().rposition(|(_, example)| example.is_some());
    found.truncate(needed.map_or(0, |last| last + 1));
    if found.is_empty() {
        return Vec::new();
    }
    let name = file.import("crate::runtime::fake", "Failure");
    let rows = found.into_iter().map(|((first, last), example)| {
        let is_one = first == last;
        let (first, last) = (
            Literal::u16_unsuffixed(first),
            Literal::u16_unsuffixed(last),
        );
        // One without an example keeps that of a wider one away.
        let (media, body) = example.map_or(("", String::new()), |content| {
            (outcome::concrete(content), text(api, content))
        });
        let body = literal(&body);
        match media == "application/json" && is_one {
            true => quote!(#name::json(#first, #body)),
            false => quote!(#name::new(#first, #last, #media, #body)),
        }
    });
    rows.collect()
}

/// The statuses that a response of errors is for.
fn statuses(status: ir::StatusKey) -> (u16, u16) {
    match status {
        ir::StatusKey::Code(code) => (code, code),
        ir::StatusKey::Range(hundred) => {
            let first = u16::from(hundred) * 100;
            (first, first + 99)
        }
        ir::StatusKey::Default => (300, 599),
    }
}

fn payload(file: &mut File<'_>, own: &PreparedApi<'_>, payload: &Payload<'_>) -> TokenStream {
    let name = file.import("crate::runtime::fake", "Payload");
    let kind = file.import("crate::runtime::fake", "Form");
    let media = &payload.content.media_type;
    let form = payload.form().0;
    let word = ident::of(form);
    let out = quote!(#name::new(#media, #kind::#word));
    if form == "Json" {
        return match own.tables.json(file, payload.content) {
            Some(expect) => quote!(#out.of(&[], #expect)),
            None => out,
        };
    }
    if !matches!(form, "Pairs" | "Parts") {
        return out;
    }
    let expect = own
        .tables
        .text(file, &payload.content.ty, &payload.content.bounds);
    let rows = endpoint::encoding_rows(file, &payload.content.encodings);
    quote!(#out.of(&[#(#rows),*], #expect))
}

/// What a server answers by itself.
struct Answered<'a> {
    status: u16,
    media: &'a str,
    body: String,
}

/// The answer of the document: that of the success it names first.
fn answer<'a>(api: &'a ir::Api, operation: &'a Operation) -> Answered<'a> {
    let all = operation.success.cases.iter();
    let usual = |case: &&ir::OutcomeCase| {
        let status = outcome::usual(case.status, true);
        (200..300).contains(&status)
    };
    let case = all.clone().find(usual).or(operation.success.cases.first());
    let (case, success) = match case {
        Some(case) => (Some(case), true),
        None => (operation.failure.cases.first(), false),
    };
    let status = case.map_or(200, |case| outcome::usual(case.status, success));
    let content = case.and_then(|case| case.contents.first());
    let empty = matches!(status, 204 | 304) || operation.method == "HEAD";
    match content.filter(|_| !empty) {
        None => Answered {
            status,
            media: "",
            body: String::new(),
        },
        Some(content) => Answered {
            status,
            media: outcome::concrete(content),
            body: text(api, content),
        },
    }
}

/// The text of a body.
fn text(api: &ir::Api, content: &ir::Content) -> String {
    let values = value::Values::new(api);
    let short = |value: &Value| value.to_string().len() <= LONGEST;
    let given: Vec<Value> = match content.examples.first() {
        Some(first) if short(first) => content.examples.clone(),
        _ => Vec::new(),
    };
    match outcome::reads(content) {
        (true, _) => json(&values.value(&content.ty, &given)),
        (false, false) => "contents".to_owned(),
        (false, true) => {
            let first = given.first();
            match (content.kind, first) {
                (_, Some(Value::String(text))) => text.clone(),
                (ContentKind::EventStream, _) => {
                    format!("data: {}\n\n", json(&values.value(&content.ty, &given)))
                }
                (ContentKind::JsonLines, _) => {
                    format!("{}\n", json(&values.value(&content.ty, &given)))
                }
                (ContentKind::JsonSequence, _) => {
                    format!("\u{1e}{}\n", json(&values.value(&content.ty, &given)))
                }
                _ => "text".to_owned(),
            }
        }
    }
}

/// JSON in which nothing is hidden.
pub(super) fn json(value: &Value) -> String {
    let text = value.to_string();
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if markdown::is_hidden(c) {
            let mut units = [0; 2];
            for unit in c.encode_utf16(&mut units) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// A text as a literal: raw, where it has quotes and nothing that a raw literal cannot have.
pub(super) fn literal(text: &str) -> TokenStream {
    let plain = !text
        .chars()
        .any(|c| c.is_control() || markdown::is_hidden(c));
    if plain && text.contains('"') {
        let mut hashes = "#".to_owned();
        while text.contains(&format!("\"{hashes}")) {
            hashes.push('#');
        }
        let raw = Literal::verbatim(format!("r{hashes}\"{text}\"{hashes}"));
        return quote!(#raw);
    }
    quote!(#text)
}
