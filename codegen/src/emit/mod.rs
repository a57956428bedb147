//! The IR → Rust. In: `ir::Api`s; out: modules as tokens, item by item, and files that are copied as they are. Invariant: it
//! cannot fail and touches no disk; what it is given has been checked, and a template that does not parse is our bug.

mod argument;
mod body;
mod bounds;
mod cli;
mod client;
mod credentials;
mod default;
mod docs;
mod endpoint;
mod enum_;
mod env;
mod example;
pub mod face;
mod fake;
mod features;
mod file;
mod former;
mod headers;
mod ident;
mod inline;
mod lib_;
mod manifest;
mod markdown;
mod model;
mod models;
mod newtype;
mod operation;
mod operation_docs;
mod operations;
mod outcome;
mod paging;
mod parts;
mod reexport;
mod runtime;
mod sample;
mod servers;
mod stream;
mod union;
mod webhook;
mod wire;

pub(crate) use credentials::methods as credentials_methods;
pub(crate) use env::names as environment;
pub(crate) use headers::places as header_places;
pub(crate) use markdown::{is_hidden, visible};

use crate::ir::{self, TypeDef, TypeKind};
use crate::tokens::{Ident, TokenStream};
use file::Shared;
use std::collections::BTreeSet;
use std::ops::Range;

/// About the crate that is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrateOptions {
    /// Its name, as in `Cargo.toml`.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Whether it is a workspace of its own.
    pub standalone: bool,
}

/// A Rust file of the output.
#[derive(Debug)]
pub struct Module {
    /// Its path below the crate, with `/`.
    pub path: String,
    /// The document it is made from; `None` for files about all of them.
    pub source: Option<String>,
    /// Its `//!` lines, without markers.
    pub doc: Vec<String>,
    /// The items that stand in it, as tokens.
    pub items: Vec<TokenStream>,
}

/// A file of the output that is text already.
#[derive(Clone, Debug)]
pub struct Text {
    /// Its path below the crate, with `/`.
    pub path: String,
    /// What begins a comment in it; `None` for a file that gets no header.
    pub header: Option<&'static str>,
    /// The document it is made from; `None` for files about all of them.
    pub source: Option<String>,
    /// All of it but the header.
    pub text: String,
}

/// One Rust file to be written. Files are independent of each other, so they can be written in any order.
#[derive(Clone, Debug)]
pub enum Plan {
    /// `lib.rs`
    Lib,
    /// `cli.rs`: the command line of all APIs.
    Program,
    /// `cli.rs` of an API: its operations as commands.
    Service(usize),
    /// `mod.rs` of an API: its client.
    Client(usize),
    /// `models/mod.rs` of an API.
    Models(usize),
    /// The types of an API that stand in one file: a range of `Api::types`.
    Model(usize, Range<usize>),
    /// The operations of one group: a range of `Api::operations`.
    Group(usize, usize, Range<usize>),
    /// The webhooks and callbacks of an API.
    Webhooks(usize),
    /// The server of an API.
    Fake(usize),
    /// What the server of an API has for the operations of one group.
    FakeGroup(usize, usize, Range<usize>),
}

/// What all files share.
#[derive(Debug)]
pub struct Prepared<'a> {
    krate: &'a CrateOptions,
    apis: Vec<PreparedApi<'a>>,
}

/// What all files of one API share.
#[derive(Debug)]
struct PreparedApi<'a> {
    shared: Shared<'a>,
    /// Its module, unique in the crate.
    module: String,
    /// The modules of its groups, unique in the API.
    groups: Vec<String>,
    /// The module of its webhooks and callbacks, where there are any.
    webhooks: Option<String>,
    /// The module of its server.
    fake: String,
    /// The handlers of its operations.
    handlers: Vec<String>,
    /// What its server expects of bodies beyond their types.
    tables: fake::Tables,
    /// What of it is compiled for which feature.
    features: features::Features,
    /// The environment variables that its client reads.
    environment: Vec<env::EnvVariable>,
}

/// The Rust files that are specific to these APIs.
pub fn plans(apis: &[ir::Api]) -> Vec<Plan> {
    let mut out = vec![Plan::Lib, Plan::Program];
    for (index, api) in apis.iter().enumerate() {
        out.push(Plan::Client(index));
        if !api.operations.is_empty() {
            out.push(Plan::Service(index));
        }
        out.push(Plan::Models(index));
        // The large ones first, so that no processor is left with one of them when the others are done.
        out.extend(operations::ranges(api).map(|(group, range)| Plan::Group(index, group, range)));
        if !api.operations.is_empty() {
            out.push(Plan::Fake(index));
        }
        let groups = operations::ranges(api);
        out.extend(groups.map(|(group, range)| Plan::FakeGroup(index, group, range)));
        out.extend(models::ranges(api).map(|range| Plan::Model(index, range)));
        if !api.webhooks.is_empty() {
            out.push(Plan::Webhooks(index));
        }
    }
    out
}

/// What no API can be called: modules and features that every crate has, and names that are no folder everywhere.
const RESERVED_MODULES: &[&str] = &[
    "alloc",
    "blocking",
    "brotli",
    "cli",
    "core",
    "default",
    "drift",
    "json",
    "lib",
    "main",
    "mod",
    "reqwest",
    "runtime",
    "serde",
    "std",
    "test_util",
    "tracing",
    "zstd",
    "con",
    "prn",
    "aux",
    "nul",
    "com1",
    "com2",
    "com3",
    "com4",
    "com5",
    "com6",
    "com7",
    "com8",
    "com9",
    "lpt1",
    "lpt2",
    "lpt3",
    "lpt4",
    "lpt5",
    "lpt6",
    "lpt7",
    "lpt8",
    "lpt9",
];

impl<'a> Prepared<'a> {
    /// Collects what all files share.
    pub fn new(apis: &'a [ir::Api], krate: &'a CrateOptions) -> Self {
        let mut modules = ident::Scope::with(RESERVED_MODULES);
        let mut prepared = Vec::new();
        for api in apis {
            let mut scope = ident::Scope::with(&["cli", "models"]);
            let groups = api.groups.iter();
            let groups = groups.map(|group| scope.claim(&group.module.0, "_api"));
            let groups: Vec<String> = groups.collect();
            // A tag of that name was there first.
            let webhooks = (!api.webhooks.is_empty()).then(|| scope.claim("webhooks", "_received"));
            prepared.push(PreparedApi {
                shared: Shared::new(api),
                module: modules.claim(&api.module.0, "_api"),
                groups,
                webhooks,
                fake: scope.claim("fake", "_server"),
                handlers: fake::handlers(api),
                tables: fake::Tables::new(api),
                features: features::Features::default(),
                environment: Vec::new(),
            });
        }
        features::claim(&mut prepared);
        env::claim(&mut prepared);
        Self {
            krate,
            apis: prepared,
        }
    }

    /// The crate, as a dependent names it.
    fn krate(&self) -> Ident {
        ident::of(&self.krate.name.replace('-', "_"))
    }
}

/// Builds one Rust file.
pub fn module(prepared: &Prepared<'_>, plan: &Plan) -> Module {
    match plan {
        Plan::Lib => lib_::module(prepared),
        Plan::Program => cli::program(prepared),
        Plan::Service(api) => cli::service(prepared, *api),
        Plan::Client(api) => client::module(prepared, &prepared.apis[*api]),
        Plan::Models(api) => models::root(&prepared.apis[*api]),
        Plan::Model(api, range) => models::file(&prepared.apis[*api], range.clone()),
        Plan::Group(api, group, range) => {
            operations::file(prepared, &prepared.apis[*api], *group, range.clone())
        }
        Plan::Webhooks(api) => webhook::file(prepared, &prepared.apis[*api]),
        Plan::Fake(api) => fake::root(prepared, &prepared.apis[*api]),
        Plan::FakeGroup(api, group, range) => {
            fake::group(&prepared.apis[*api], *group, range.clone())
        }
    }
}

/// The other files: the manifest and the runtime.
pub fn texts(prepared: &Prepared<'_>) -> Vec<Text> {
    let mut parts = BTreeSet::new();
    for own in &prepared.apis {
        parts::parts(own.shared.api, &mut parts);
    }
    let mut out = runtime::files(&parts);
    out.push(manifest::file(prepared, &parts));
    out
}

/// The items of one type.
fn type_items(file: &mut file::File<'_>, def: &TypeDef) -> Vec<TokenStream> {
    let mut items = match &def.kind {
        TypeKind::Struct(object) => model::items(file, def, object),
        TypeKind::Enum(list) => enum_::items(file, def, list),
        TypeKind::Union(union) => union::items(file, def, union),
        TypeKind::Alias(ty) => newtype::alias(file, def, ty),
        TypeKind::Newtype(ty) => newtype::wrapper(file, def, ty),
    };
    items.extend(former::types(def));
    items
}

/// The doc attributes of a type.
fn type_docs(def: &TypeDef) -> TokenStream {
    type_docs_or(def, &type_summary(def))
}

/// What is said of a type that the document says nothing about.
fn type_summary(def: &TypeDef) -> String {
    let place = docs::code(&def.wire_name);
    if def.root {
        format!("The schema {place}.")
    } else {
        format!("The value of {place}.")
    }
}

/// The doc attributes of a type, with what is said where the document says nothing.
fn type_docs_or(def: &TypeDef, fallback: &str) -> TokenStream {
    let mut lines = docs::lines(&def.docs, fallback);
    docs::append(&mut lines, docs::facts(None, &def.constraints));
    docs::attributes(&lines)
}

/// A type as it is written beside the operations of its API, where `models` and the runtime's names are in scope.
pub fn type_text(api: &ir::Api, ty: &ir::Type) -> String {
    let shared = Shared::new(api);
    file::File::new(&shared, file::Place::Api)
        .ty(ty)
        .to_string()
}
