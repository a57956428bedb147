//! The server of an API, for tests. In: the operations of an API; out: a module behind the feature `fake`, and in it one
//! for each group. Invariant: logic is in the runtime; an operation has a row of a table, the types of what comes, and the
//! statuses of what it says.

mod branch;
mod expect;
mod row;
mod tables;
mod told;
mod value;

pub(crate) use tables::Tables;

use super::body::{self, Payload};
use super::file::{File, Place};
use super::{Module, Prepared, PreparedApi, docs, ident, markdown, operations, outcome};
use crate::ir::{self, Operation};
use crate::tokens::{Ident, Literal, TokenStream, quote};
use std::ops::Range;

/// Methods of a server that are not handlers.
const METHODS: &[&str] = &[
    "accept_any_credentials",
    "accept_unknown_keys",
    "accept_unknown_values",
    "also_at",
    "base_path",
    "before",
    "body_limit",
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
    let mut file = File::new(&own.shared, Place::Api);
    let tables = own.tables.items(&mut file, own.features.parts.is_some());
    let mut items = modules;
    items.push(quote!(
        #[allow(unused_imports)]
        use super::models;
    ));
    items.push(quote!(
        use crate::runtime::fake;
    ));
    items.extend(file.uses());
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
    items.extend(tables);
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
    let name = ident::of(&own.groups[group]);
    let mut one = One {
        own,
        module: quote!(client),
        names: ident::Scope::default(),
    };
    let mut rows = Vec::new();
    let mut methods = Vec::new();
    let mut items = Vec::new();
    for (at, index) in range.enumerate() {
        let built = one.build(&mut file, &api.operations[index], index, at);
        rows.push(built.row);
        methods.push(built.method);
        items.extend(built.items);
    }
    file.parent(&["Server"]);
    file.runtime();
    let mut all = vec![quote!(use super::super::#name as client;)];
    all.extend(file.uses());
    all.push(quote! {
        /// The operations, as a server has them.
        pub(super) static ROWS: &[#rt] = &[#(#rows),*];
    });
    all.push(quote!(impl Server { #(#methods)* }));
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
struct One<'a> {
    own: &'a PreparedApi<'a>,
    /// The module of their client.
    module: TokenStream,
    names: ident::Scope,
}

/// What an operation is written as.
struct Built {
    row: TokenStream,
    method: TokenStream,
    items: Vec<TokenStream>,
}

impl One<'_> {
    fn build(
        &mut self,
        file: &mut File<'_>,
        operation: &Operation,
        index: usize,
        at: usize,
    ) -> Built {
        let module = &self.module;
        let received = format!("{}Received", operation.type_name.0);
        let received = ident::of(&self.names.claim(&received, "Type"));
        let payloads = body::payloads(operation);
        let row = row::row(file, self.own, operation, &payloads, module, &received);
        // What these refer to is not written here.
        let mut other = File::new(&self.own.shared, Place::Api);
        let success = outcome::success(&mut other, operation);
        let failure = outcome::failure(&mut other, operation);
        let method = ident::of(&self.own.handlers[index]);
        let request = ident::ident(&operation.type_name);
        let title = title(operation);
        let say = file.import("crate::runtime::fake", success.say());
        let handler = file.import("crate::runtime::fake", "Handler");
        let answer = file.import("crate::runtime::fake", "AnswerTo");
        let at = Literal::usize_unsuffixed(at);
        let deprecated = operation.deprecated.then(|| quote!(#[deprecated]));
        let doc = format!(" Answers {title}.");
        let method = quote! {
            #[doc = #doc]
            #deprecated
            pub fn #method<O: Into<#answer<#module::#request>>>(
                self,
                handler: impl #handler<#received, O>,
            ) -> Self {
                self.on(&ROWS[#at], #say, handler)
            }
        };
        let mut items = structure(file, operation, &payloads, &title, &received);
        items.extend(success.spoken(file, module));
        items.extend(failure.spoken(file, module));
        Built { row, method, items }
    }
}

/// An operation as the docs name it.
fn title(operation: &Operation) -> String {
    docs::code(&format!("{} {}", operation.method, operation.template()))
}

/// What comes with a request, a field each, and how it is read.
fn structure(
    file: &mut File<'_>,
    operation: &Operation,
    payloads: &[Payload<'_>],
    title: &str,
    received: &Ident,
) -> Vec<TokenStream> {
    let mut scope = ident::Scope::with(&["received"]);
    let (mut names, mut types) = (Vec::new(), Vec::new());
    for parameter in &operation.parameters {
        names.push(ident::of(&scope.claim(&parameter.name.0, "_parameter")));
        let ty = file.ty(&parameter.ty);
        types.push(match parameter.required {
            true => ty,
            false => file.option(&ty),
        });
    }
    let required = operation.body.as_ref().is_some_and(|body| body.required);
    let (mut bodies, mut reads) = (Vec::new(), Vec::new());
    for payload in payloads {
        let name = ident::of(&scope.claim(&payload.setter_name(), "_content"));
        let ty = file.ty(&payload.ty());
        types.push(match required && payloads.len() == 1 {
            true => ty,
            false => file.option(&ty),
        });
        let read = ident::of(payload.form().1);
        reads.push(quote!(#name = #read));
        bodies.push(name);
    }
    let bodies_read = (!reads.is_empty()).then(|| quote!(; #(#reads),*));
    let whole = file.import("crate::runtime::fake", "Received");
    let doc = format!(" What comes with {title}, named as in the client.");
    let all = names.iter().chain(&bodies);
    vec![
        quote! {
            #[doc = #doc]
            #[derive(Clone, Debug)]
            #[allow(missing_docs)]
            #[non_exhaustive]
            pub struct #received {
                #(pub #all: #types,)*
                pub received: #whole,
            }
        },
        quote!(runtime::fake::received!(#received #(, #names)* #bodies_read);),
    ]
}
