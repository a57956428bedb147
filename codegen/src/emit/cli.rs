//! The tables of the command line. In: APIs; out: `cli.rs` of each with a row for every operation, and `cli.rs` of the
//! crate. Invariant: rows of data only, which say nothing that the table of an operation says already; all of it behind
//! the feature `cli`.

use super::body::{self, Way};
use super::ident::{self, Scope};
use super::{Module, Prepared, PreparedApi, endpoint, outcome, servers};
use crate::ir::{self, EnumRepr, Format, Operation, Parameter, Type, TypeKind};
use crate::tokens::{Ident, TokenStream, quote};
use heck::ToSnakeCase;
use std::collections::BTreeMap;
use std::ops::Range;

/// Commands of the program that no API can be called.
const COMMANDS: &[&str] = &["completions", "help"];

/// Options that every operation has.
const OPTIONS: &[&str] = &[
    "all",
    "base-url",
    "body",
    "columns",
    "content-type",
    "dry-run",
    "field",
    "header",
    "help",
    "output",
    "retries",
    "server",
    "timeout",
    "version",
];

/// How many names a type may have behind each other.
const DEEP: usize = 64;

/// The most characters that are said about one thing.
const SAID: usize = 300;

/// `src/cli.rs`: the program.
pub(crate) fn program(prepared: &Prepared<'_>) -> Module {
    let about = super::manifest::description(prepared);
    let mut scope = Scope::with(&["PROGRAM"]);
    let apis = prepared.apis.iter();
    let apis = apis.filter(|own| !own.shared.api.operations.is_empty());
    let rows = apis.map(|own| list(own, &mut scope));
    let (constants, names): (Vec<[TokenStream; 2]>, Vec<Ident>) = rows.unzip();
    let service = (!names.is_empty()).then(|| quote!(Service));
    let mut items = vec![
        quote!(
            pub use crate::runtime::cli::{Io, Outcome};
        ),
        quote!(use crate::runtime::cli::{Program, #service};),
        quote!(
            use std::ffi::OsString;
        ),
    ];
    items.extend(constants.into_iter().flatten());
    items.push(quote! {
        static PROGRAM: Program = Program {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
            about: #about,
            services: &[#(#names),*],
        };
    });
    items.extend(functions());
    Module {
        path: "src/cli.rs".to_owned(),
        source: None,
        doc: doc(prepared),
        items,
    }
}

/// The list of an API's service, empty where the features leave the API out.
fn list(own: &PreparedApi<'_>, scope: &mut Scope) -> ([TokenStream; 2], Ident) {
    let module = ident::of(&own.module);
    let word = ident::constant(&ir::Name(own.module.clone())).to_string();
    let name = ident::of(&scope.claim(&word, "_2"));
    let (with, without) = own.features.cfgs();
    let there = quote! {
        #with
        const #name: Option<&Service> = Some(&crate::#module::cli::SERVICE);
    };
    let absent = quote! {
        #without
        const #name: Option<&Service> = None;
    };
    ([there, absent], name)
}

fn functions() -> [TokenStream; 3] {
    [
        quote! {
            /// The parser of the arguments, with every operation and its options: for completions, manual pages and commands
            /// of your own.
            pub fn command() -> clap::Command {
                PROGRAM.command()
            }
        },
        quote! {
            /// Runs the program with the arguments of the process, and gives its exit code: 0 fine, 1 the server or the
            /// network failed, 2 arguments that mean nothing or missing credentials.
            pub fn run(args: impl IntoIterator<Item = impl Into<OsString>>, io: &mut Io<'_>) -> u8 {
                PROGRAM.run(args, io)
            }
        },
        quote! {
            /// As [`run`], with a parser that has further commands: [`command`] and more.
            pub fn run_with(
                command: clap::Command,
                args: impl IntoIterator<Item = impl Into<OsString>>,
                io: &mut Io<'_>,
            ) -> Outcome {
                PROGRAM.run_with(command, args, io)
            }
        },
    ]
}

fn doc(prepared: &Prepared<'_>) -> Vec<String> {
    let krate = prepared.krate();
    let mut out = vec![
        "The command line: an operation is a command, a parameter an option. All of a program:"
            .to_owned(),
        String::new(),
        "```no_run".to_owned(),
        "# use std::process::ExitCode;".to_owned(),
        "fn main() -> ExitCode {".to_owned(),
    ];
    out.push(format!(
        "    ExitCode::from({krate}::cli::run(std::env::args_os(), &mut {krate}::cli::Io::process()))"
    ));
    out.extend(["}", "```"].map(str::to_owned));
    out
}

/// `cli.rs` of an API.
pub(crate) fn service(prepared: &Prepared<'_>, index: usize) -> Module {
    let own = &prepared.apis[index];
    let api = own.shared.api;
    let mut table = Table::new(own);
    let groups = super::operations::ranges(api);
    let groups: Vec<TokenStream> = groups
        .flat_map(|(group, range)| table.group(group, range))
        .collect();
    let service = table.service(&command(prepared, index));
    let mut items = vec![table.uses()];
    items.push(service);
    items.extend(groups);
    items.extend(
        std::mem::take(&mut table.choices)
            .into_values()
            .map(|(_, item)| item),
    );
    Module {
        path: format!("src/{}/cli.rs", own.module),
        source: Some(api.source.clone()),
        doc: vec!["The operations as commands.".to_owned()],
        items,
    }
}

/// What an API is called on the command line.
fn command(prepared: &Prepared<'_>, index: usize) -> String {
    let mut names = Scope::with(COMMANDS);
    let apis = prepared.apis.iter().take(index + 1);
    let names = apis.map(|own| names.claim(&dashed(&own.module), "-api"));
    names.last().unwrap_or_default()
}

/// The tables of one API.
struct Table<'a> {
    own: &'a PreparedApi<'a>,
    /// The names of commands.
    names: Scope,
    /// The names of constants.
    constants: Scope,
    /// The constants of the groups.
    groups: Vec<Ident>,
    /// The values of enums that parameters have, each list once: by the number of the type.
    choices: BTreeMap<u32, (Ident, TokenStream)>,
    /// The options of variables, and of every operation.
    taken: Vec<String>,
    variables: Vec<TokenStream>,
    /// What of the runtime is written by its name.
    flags: bool,
    payloads: bool,
}

impl<'a> Table<'a> {
    fn new(own: &'a PreparedApi<'a>) -> Self {
        let mut names = Scope::with(OPTIONS);
        let mut taken = Vec::new();
        let mut variables = Vec::new();
        for variable in servers::variables(own.shared.api) {
            let flag = names.claim(&dashed(&variable.name.0), "-variable");
            let (wire, help) = (&variable.wire_name, said(&variable.docs));
            variables.push(quote!(Variable::new(#flag, #wire, #help)));
            taken.push(flag);
        }
        taken.extend(OPTIONS.iter().map(|name| (*name).to_owned()));
        Table {
            own,
            names: Scope::with(&["help"]),
            constants: Scope::with(&["SERVICE"]),
            groups: Vec::new(),
            choices: BTreeMap::new(),
            taken,
            variables,
            flags: false,
            payloads: false,
        }
    }

    fn uses(&self) -> TokenStream {
        let mut names = vec![quote!(Action)];
        if self.flags {
            names.push(quote!(Flag));
        }
        if self.payloads {
            names.push(quote!(Payload));
        }
        names.push(quote!(Service));
        if !self.variables.is_empty() {
            names.push(quote!(Variable));
        }
        // The features may leave out all that have them.
        let unread = self.own.features.parts.as_ref();
        let unread = unread.map(|_| quote!(#[allow(unused_imports)]));
        quote! {
            #unread
            use crate::runtime::cli::{#(#names),*};
        }
    }

    fn service(&self, name: &str) -> TokenStream {
        let title = flat(&self.own.shared.api.title);
        let about = if title.is_empty() { name } else { &title };
        let (variables, groups) = (&self.variables, &self.groups);
        quote! {
            pub(crate) static SERVICE: Service = Service {
                name: #name,
                about: #about,
                api: &super::API,
                environment: &super::ENVIRONMENT,
                variables: &[#(#variables),*],
                groups: &[#(#groups),*],
            };
        }
    }

    /// The operations of a group; none of them where the features leave the group out.
    fn group(&mut self, group: usize, range: Range<usize>) -> Vec<TokenStream> {
        let module = &self.own.groups[group];
        let word = ident::constant(&ir::Name(module.clone())).to_string();
        let constant = ident::of(&self.constants.claim(&word, "_2"));
        self.groups.push(constant.clone());
        let api = self.own.shared.api;
        let rows = api.operations[range].iter();
        let rows: Vec<TokenStream> = rows
            .map(|operation| self.action(operation, module))
            .collect();
        let (with, without) = self.own.features.part_cfgs(group);
        let mut out = vec![quote! {
            #with
            const #constant: &[Action] = &[#(#rows),*];
        }];
        out.extend(without.map(|without| {
            quote! {
                #without
                const #constant: &[Action] = &[];
            }
        }));
        out
    }

    fn action(&mut self, operation: &Operation, module: &str) -> TokenStream {
        let name = self.names.claim(&dashed(&operation.name.0), "-operation");
        let mut about = said(&operation.docs);
        if about.is_empty() {
            about.clone_from(&operation.id);
        }
        if operation.deprecated {
            about.push_str(" (deprecated)");
        }
        let module = ident::of(module);
        let table = ident::constant(&operation.name);
        let mut row = quote!(Action::new(#name, #about, &super::#module::#table));
        if !operation.parameters.is_empty() {
            let mut scope = Scope::default();
            for taken in &self.taken {
                scope.claim(taken, "");
            }
            let flags = operation.parameters.iter();
            let flags: Vec<TokenStream> = flags.map(|one| self.flag(one, &mut scope)).collect();
            row = quote!(#row.flags(&[#(#flags),*]));
            self.flags = true;
        }
        if let Some(body) = &operation.body {
            let payloads = body::payloads(operation);
            let payloads = payloads.iter().map(payload);
            let method = match body.required {
                true => quote!(body),
                false => quote!(optional_body),
            };
            row = quote!(#row.#method(&[#(#payloads),*]));
            self.payloads = true;
        }
        if operation.paging.is_some() && outcome::is_plain(operation) {
            let request = ident::ident(&operation.type_name);
            row = quote!(#row.pages::<super::#module::#request>());
        }
        row
    }

    fn flag(&mut self, parameter: &Parameter, scope: &mut Scope) -> TokenStream {
        let name = scope.claim(&dashed(&parameter.name.0), "-parameter");
        let mut help = said(&parameter.docs);
        if parameter.deprecated {
            help.push_str(if help.is_empty() {
                "(deprecated)"
            } else {
                " (deprecated)"
            });
        }
        let (item, list) = item(self.own.shared.api, &parameter.ty);
        let mut row = self.kind(&item, &name, &help);
        if list {
            row = quote!(#row.list());
        }
        let default = parameter.default.as_ref().map(|value| match value {
            serde_json::Value::String(text) => flat(text),
            other => flat(&other.to_string()),
        });
        match default.filter(|text| !text.is_empty()) {
            Some(default) => quote!(#row.default(#default)),
            None => row,
        }
    }

    fn kind(&mut self, ty: &Type, name: &str, help: &str) -> TokenStream {
        match ty {
            Type::Bool => quote!(Flag::boolean(#name, #help)),
            Type::Integer(_) => quote!(Flag::integer(#name, #help)),
            Type::Number(_) => quote!(Flag::number(#name, #help)),
            Type::String | Type::Binary => quote!(Flag::text(#name, #help)),
            Type::Formatted(format) => {
                let format = value_name(*format);
                quote!(Flag::format(#name, #help, #format))
            }
            Type::Named(id) => {
                let def = self.own.shared.api.type_def(*id);
                let TypeKind::Enum(list) = &def.kind else {
                    return quote!(Flag::json(#name, #help));
                };
                let constructor = match list.repr {
                    EnumRepr::String => quote!(choice),
                    EnumRepr::Integer => quote!(numbers),
                    EnumRepr::Mixed => return quote!(Flag::json(#name, #help)),
                };
                let values = self.choice(*id, list);
                quote!(Flag::#constructor(#name, #help, #values))
            }
            Type::Any
            | Type::Null
            | Type::List(_)
            | Type::Tuple(..)
            | Type::Map(..)
            | Type::Nullable(_)
            | Type::Boxed(_) => quote!(Flag::json(#name, #help)),
        }
    }

    /// The constant with the values of an enum.
    fn choice(&mut self, id: ir::TypeId, list: &ir::Enum) -> Ident {
        if let Some((name, _)) = self.choices.get(&id.0) {
            return name.clone();
        }
        let def = self.own.shared.api.type_def(id);
        let word = ident::constant(&ir::Name(def.name.0.to_snake_case())).to_string();
        let name = ident::of(&self.constants.claim(&word, "_2"));
        let values = list.variants.iter().map(|variant| match &variant.value {
            serde_json::Value::String(text) => text.clone(),
            other => other.to_string(),
        });
        // The features may leave out all that have it.
        let unread = self.own.features.parts.as_ref();
        let unread = unread.map(|_| quote!(#[allow(dead_code)]));
        let item = quote! {
            #unread
            const #name: &[&str] = &[#(#values),*];
        };
        self.choices.insert(id.0, (name.clone(), item));
        name
    }
}

/// A type without what is only around it, and whether it is a list of that.
fn item(api: &ir::Api, ty: &Type) -> (Type, bool) {
    match bare(api, ty, DEEP) {
        Type::List(inner) => match bare(api, &inner, DEEP) {
            Type::List(_) => (Type::Any, false),
            inner => (inner, true),
        },
        other => (other, false),
    }
}

fn bare(api: &ir::Api, ty: &Type, steps: usize) -> Type {
    // A wrapper may lead back to itself.
    let Some(steps) = steps.checked_sub(1) else {
        return Type::Any;
    };
    match ty {
        Type::Nullable(inner) | Type::Boxed(inner) => bare(api, inner, steps),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Alias(inner) | TypeKind::Newtype(inner) => bare(api, inner, steps),
            TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) => ty.clone(),
        },
        other => other.clone(),
    }
}

fn payload(payload: &body::Payload<'_>) -> TokenStream {
    let media = payload.sent();
    let way = match payload.way() {
        Way::Json => quote!(json),
        Way::Form => quote!(form),
        Way::Multipart => quote!(multipart),
        Way::Text => quote!(text),
        Way::Bytes => quote!(bytes),
    };
    let rows = endpoint::unusual(&quote!(crate::runtime), &payload.content.encodings);
    let encoded = (!rows.is_empty() && matches!(payload.way(), Way::Form | Way::Multipart))
        .then(|| quote!(.encoded(&[#(#rows),*])));
    quote!(Payload::#way(#media) #encoded)
}

/// What a format is called where its value is to be put in.
fn value_name(format: Format) -> &'static str {
    match format {
        Format::DateTime => "DATE-TIME",
        Format::Date => "DATE",
        Format::Time => "TIME",
        Format::Duration => "DURATION",
        Format::Uuid => "UUID",
        Format::Ipv4 => "IPV4",
        Format::Ipv6 => "IPV6",
        Format::Byte => "BASE64",
    }
}

/// A name as words are joined on command lines.
fn dashed(name: &str) -> String {
    let words = name.trim_matches('_');
    let words = if words.is_empty() { "value" } else { words };
    words.replace('_', "-")
}

/// The first paragraph of a prose, as a line.
fn said(prose: &ir::Docs) -> String {
    let title = prose
        .title
        .as_deref()
        .filter(|title| !title.trim().is_empty());
    let text = title.or(prose.text.as_deref()).unwrap_or_default().trim();
    flat(text.split("\n\n").next().unwrap_or(text))
}

/// A text in one line, not too long a one.
fn flat(text: &str) -> String {
    let clean = super::visible(text);
    let words: Vec<&str> = clean.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(SAID) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
