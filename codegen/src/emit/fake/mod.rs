//! The server of an API, for tests. In: the operations of an API; out: a module behind the feature `fake`, and in it one
//! for each group. Invariant: logic is in the runtime; an operation has a row of a table, the types of what comes, and the
//! statuses of what it says.

mod bounds;
mod expect;
mod value;

use super::body::{self, Payload};
use super::file::{File, Place};
use super::{Module, Prepared, PreparedApi, docs, endpoint, ident, markdown, operations, outcome};
use crate::ir::{self, ContentKind, Operation, PathSegment};
use crate::tokens::{Ident, Literal, TokenStream, quote};
use serde_json::Value;
use std::ops::Range;

/// Methods of a server that are not handlers.
const METHODS: &[&str] = &[
    "accept_any_credentials",
    "accept_unknown_keys",
    "accept_unknown_values",
    "base_path",
    "before",
    "fault",
    "finish",
    "new",
    "on",
    "on_problem",
    "router",
    "secret",
    "start",
    "start_at",
    "start_blocking",
    "start_blocking_at",
    "transport",
];

/// Examples that are longer are not taken.
const LONGEST: usize = 1 << 15;

/// The names of the handlers, for each operation.
pub(crate) fn handlers(api: &ir::Api) -> Vec<String> {
    let mut scope = ident::Scope::with(METHODS);
    let names = api.operations.iter();
    names
        .map(|operation| scope.claim(&operation.name.0, "_operation"))
        .collect()
}

/// `fake/mod.rs` of an API.
pub(crate) fn root(prepared: &Prepared<'_>, own: &PreparedApi<'_>) -> Module {
    let mut modules = Vec::new();
    let mut rows = Vec::new();
    for (group, _) in operations::ranges(own.shared.api) {
        let name = ident::of(&own.groups[group]);
        let cfg = own.features.part_cfg(group);
        modules.push(quote!(#cfg pub mod #name;));
        rows.push(quote!(#cfg #name::ROWS));
    }
    let mut items = modules;
    items.push(quote!(
        #[allow(unused_imports)]
        use super::models;
    ));
    items.push(quote!(
        use crate::runtime::fake;
    ));
    items.push(quote! {
        /// The API, as a server has it.
        #[derive(Clone, Copy, Debug)]
        pub enum Api {}
    });
    items.push(quote! {
        /// A server of the API, with a handler for each operation.
        pub type Server = fake::Server<Api>;
    });
    items.push(quote! {
        impl fake::Described for Api {
            fn rows() -> Vec<&'static [fake::Row]> {
                vec![#(#rows),*]
            }
        }
    });
    Module {
        path: format!("src/{}/{}/mod.rs", own.module, own.fake),
        source: Some(own.shared.api.source.clone()),
        doc: doc(prepared, own),
        items,
    }
}

fn doc(prepared: &Prepared<'_>, own: &PreparedApi<'_>) -> Vec<String> {
    let title = markdown::line(&own.shared.api.title);
    let mut out = vec![
        format!("A server of {title}, for tests. Behind the feature `fake`."),
        String::new(),
        "It answers with the document's examples, or by handlers; it tells what is wrong with a request, writes".to_owned(),
        "down what comes, and goes wrong where it is told to.".to_owned(),
        String::new(),
        "```no_run".to_owned(),
        "# async fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned(),
    ];
    let module = ident::of(&own.module);
    let fake = ident::of(&own.fake);
    let krate = prepared.krate();
    out.push(format!(
        "let server = {krate}::{module}::{fake}::Server::new()"
    ));
    out.extend(
        [
            "    .accept_any_credentials()",
            "    .start()",
            "    .await?;",
            "println!(\"{}\", server.url());",
            "println!(\"{:?}\", server.received());",
            "# Ok(())",
            "# }",
            "```",
        ]
        .map(str::to_owned),
    );
    out
}

/// `fake/<group>.rs` of an API.
pub(crate) fn group(own: &PreparedApi<'_>, group: usize, range: Range<usize>) -> Module {
    let api = own.shared.api;
    let mut file = File::new(&own.shared, Place::Api);
    let rt = file.import("crate::runtime::fake", "Row");
    let mut names = ident::Scope::default();
    let name = ident::of(&own.groups[group]);
    let mut one = One {
        own,
        module: quote!(super::super::#name),
        names: &mut names,
    };
    let mut rows = Vec::new();
    let mut items = Vec::new();
    for (at, index) in range.enumerate() {
        let built = one.build(&mut file, &api.operations[index], index, at);
        rows.push(built.0);
        items.extend(built.1);
    }
    file.parent(&["Server"]);
    file.runtime();
    let mut all = file.uses();
    all.push(quote! {
        /// The operations, as a server has them.
        pub(super) static ROWS: &[#rt] = &[#(#rows),*];
    });
    all.extend(items);
    Module {
        path: format!("src/{}/{}/{}.rs", own.module, own.fake, own.groups[group]),
        source: Some(api.source.clone()),
        doc: vec![format!(
            "What a server has for the operations of {}.",
            docs::code(&own.groups[group])
        )],
        items: all,
    }
}

/// What the operations of a group are written with.
struct One<'a, 'b> {
    own: &'a PreparedApi<'a>,
    /// The module of their client.
    module: TokenStream,
    names: &'b mut ident::Scope,
}

impl One<'_, '_> {
    /// The row of an operation, and its items.
    fn build(
        &mut self,
        file: &mut File<'_>,
        operation: &Operation,
        index: usize,
        at: usize,
    ) -> (TokenStream, Vec<TokenStream>) {
        let module = &self.module;
        let received = format!("{}Received", operation.type_name.0);
        let received = ident::of(&self.names.claim(&received, "Type"));
        let payloads = body::payloads(operation);
        let row = row(file, operation, &payloads, module, &received);
        // What these refer to is not written here.
        let mut other = File::new(&self.own.shared, Place::Api);
        let success = outcome::success(&mut other, operation);
        let failure = outcome::failure(&mut other, operation);
        let fields = fields(file, operation, &payloads);
        let method = ident::of(&self.own.handlers[index]);
        let request = ident::ident(&operation.type_name);
        let title = title(operation);
        let say = ident::of(success.say());
        let at = Literal::usize_unsuffixed(at);
        let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
        let mut items = vec![quote! {
            runtime::fake::operation! {
                #deprecated
                #method, #title, #received, #module::#request, #say, ROWS[#at],
                { #(#fields,)* }
            }
        }];
        items.extend(success.spoken(file, module));
        items.extend(failure.spoken(file, module));
        (row, items)
    }
}

/// An operation as the docs name it.
fn title(operation: &Operation) -> String {
    let path = operation.path.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.clone(),
        PathSegment::Parameter(index) => {
            format!("{{{}}}", operation.parameters[*index].wire_name)
        }
    });
    let path: String = path.collect();
    docs::code(&format!("{} {path}", operation.method))
}

/// What comes with a request, a field each.
fn fields(
    file: &mut File<'_>,
    operation: &Operation,
    payloads: &[Payload<'_>],
) -> Vec<TokenStream> {
    let mut names = ident::Scope::with(&["request"]);
    let mut out = Vec::new();
    for (number, parameter) in operation.parameters.iter().enumerate() {
        let name = ident::of(&names.claim(&parameter.name.0, "_parameter"));
        let ty = file.ty(&parameter.ty);
        let ty = match parameter.required {
            true => ty,
            false => file.option(&ty),
        };
        let number = Literal::usize_unsuffixed(number);
        out.push(quote!(#name: #ty = read #number));
    }
    let required = operation.body.as_ref().is_some_and(|body| body.required);
    for (number, payload) in payloads.iter().enumerate() {
        let name = ident::of(&names.claim(&payload.setter_name(), "_content"));
        let ty = file.ty(&payload.ty());
        let ty = match required && payloads.len() == 1 {
            true => ty,
            false => file.option(&ty),
        };
        let read = ident::of(payload.form().1);
        let number = Literal::usize_unsuffixed(number);
        out.push(quote!(#name: #ty = #read #number));
    }
    out
}

fn row(
    file: &mut File<'_>,
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
        let parameters = parameters.map(|one| expect::expect(file, &one.ty, &one.constraints));
        let parameters: Vec<TokenStream> = parameters.collect();
        out = quote!(#out.parameters(&[#(#parameters),*]));
    }
    if !payloads.is_empty() {
        let required = operation.body.as_ref().is_some_and(|body| body.required);
        let payloads = payloads.iter().map(|payload| self::payload(file, payload));
        let payloads: Vec<TokenStream> = payloads.collect();
        out = quote!(#out.payloads(#required, &[#(#payloads),*]));
    }
    match answer.media {
        "" => out,
        media => {
            let body = literal(&answer.body);
            quote!(#out.answers(#media, #body))
        }
    }
}

fn payload(file: &mut File<'_>, payload: &Payload<'_>) -> TokenStream {
    let name = file.import("crate::runtime::fake", "Payload");
    let kind = file.import("crate::runtime::fake", "Form");
    let media = &payload.content.media_type;
    let form = payload.form().0;
    let word = ident::of(form);
    let out = quote!(#name::new(#media, #kind::#word));
    if !matches!(form, "Pairs" | "Parts") {
        return out;
    }
    let expect = expect::expect(file, &payload.content.ty, &ir::Constraints::default());
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
fn json(value: &Value) -> String {
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
fn literal(text: &str) -> TokenStream {
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
