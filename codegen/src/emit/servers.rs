//! Servers. In: the URL templates of an API; out: the setters of their variables, and the enum to choose by. Invariant: a
//! variable that several servers share has one setter.

use super::client::METHODS;
use super::docs;
use super::ident::{self, Scope};
use crate::ir::{Api, Server, ServerVariable};
use crate::tokens::{TokenStream, quote};
use heck::ToUpperCamelCase;
use std::collections::BTreeMap;

/// The longest name of a server made from its description, in words.
const WORDS: usize = 3;

/// How many letters of them at most.
const LETTERS: usize = 60;

/// Each variable once.
pub(crate) fn variables(api: &Api) -> Vec<&ServerVariable> {
    let mut out: Vec<&ServerVariable> = Vec::new();
    let own = api
        .operations
        .iter()
        .filter_map(|operation| operation.servers.as_ref());
    for server in api.servers.iter().chain(own.flatten()) {
        for variable in &server.variables {
            if out.iter().all(|seen| seen.wire_name != variable.wire_name) {
                out.push(variable);
            }
        }
    }
    out
}

/// What the setters of all variables are called, by the names of the variables.
pub(crate) fn setter_names(api: &Api) -> BTreeMap<&str, String> {
    let mut names = Scope::with(METHODS);
    let all = variables(api).into_iter();
    let named = all.map(|variable| {
        let name = names.claim(&variable.name.0, "_variable");
        (variable.wire_name.as_str(), name)
    });
    named.collect()
}

/// The setters of all variables.
pub(crate) fn setters(api: &Api) -> Vec<TokenStream> {
    let names = setter_names(api);
    let all = variables(api).into_iter();
    all.map(|variable| {
        let wire = &variable.wire_name;
        let name = ident::of(&names[wire.as_str()]);
        let lines = docs::spaced(&lines(variable));
        quote! {
            #(#[doc = #lines])*
            pub fn #name(mut self, value: impl Into<String>) -> Self {
                self.core.variable(#wire, value.into());
                self
            }
        }
    })
    .collect()
}

fn lines(variable: &ServerVariable) -> Vec<String> {
    let name = docs::code(&variable.wire_name);
    let mut lines = docs::lines(
        &variable.docs,
        &format!("The {name} in the URL of the server."),
    );
    let mut facts = Vec::new();
    if let Some(value) = variable.default.as_deref().and_then(docs::quoted) {
        facts.push(format!("Default: {value}."));
    }
    let values: Vec<String> = variable
        .values
        .iter()
        .filter_map(|v| docs::quoted(v))
        .collect();
    if !values.is_empty() {
        facts.push(format!("One of {}.", values.join(", ")));
    }
    if !facts.is_empty() {
        docs::separate(&mut lines);
        lines.extend(facts);
    }
    lines
}

/// The variables that an example has to give.
pub(crate) fn example(api: &Api) -> Vec<String> {
    let names = setter_names(api);
    let required = variables(api)
        .into_iter()
        .filter(|variable| variable.default.is_none());
    required
        .map(|variable| {
            let name = ident::of(&names[variable.wire_name.as_str()]);
            format!(".{name}(\"example\")")
        })
        .collect()
}

/// The enum to choose a server by, where there are several.
pub(crate) fn choice(_: &TokenStream, api: &Api) -> Option<TokenStream> {
    if api.servers.len() < 2 {
        return None;
    }
    let servers = api.servers.iter().zip(names(api)).map(|(server, name)| {
        let name = ident::of(&name);
        let url = docs::code(&server.url);
        let mut lines = docs::lines(&server.docs, &url);
        if lines[0] != url {
            docs::separate(&mut lines);
            lines.push(url);
        }
        let docs = docs::attributes(&lines);
        quote!(#docs #name)
    });
    Some(quote! {
        /// The servers that the document names.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Server { #(#servers),* }
    })
}

/// What the servers are called.
pub(crate) fn names(api: &Api) -> Vec<String> {
    let mut scope = Scope::default();
    let servers = api.servers.iter();
    servers
        .map(|server| scope.claim(&name(server), ""))
        .collect()
}

/// A name made from the first words of the description, or from the URL.
fn name(server: &Server) -> String {
    let text = server.docs.text.as_deref().or(server.docs.title.as_deref());
    let described = text.map(words).filter(|name| !name.is_empty());
    let named = described.unwrap_or_else(|| words(&server.url));
    match named.chars().next() {
        Some(first) if first.is_ascii_alphabetic() => match named.as_str() {
            "Self" => "SelfServer".to_owned(),
            _ => named,
        },
        Some(_) => format!("Server{named}"),
        None => "Server".to_owned(),
    }
}

fn words(text: &str) -> String {
    let plain = text
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).take(WORDS).collect();
    let name = words.join(" ").to_upper_camel_case();
    name.chars().take(LETTERS).collect()
}
