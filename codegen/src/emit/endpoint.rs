//! The tables of an API and its operations. In: servers, schemes, parameters; out: static tables of the runtime's types.
//! Invariant: a table says only what differs from what the specification takes by default.

use super::file::File;
use super::operation::Parts;
use super::{bounds, outcome};
use crate::ir::{self, Encoding, Location, Parameter, PathSegment, SchemeKind, Server, Style};
use crate::tokens::{Literal, TokenStream, quote};
use std::collections::BTreeMap;

/// The table of an operation.
pub(crate) fn table(file: &mut File<'_>, parts: &Parts<'_>) -> TokenStream {
    let rt = file.runtime();
    let operation = parts.operation;
    let name = &parts.table;
    let (id, method) = (&operation.id, &operation.method);
    let path = path(operation);
    let parameters = operation.parameters.iter();
    let checks = file.api().checks;
    let parameters = parameters.map(|one| parameter(&rt, one, checks));
    let accept = outcome::accept(operation);
    let security = security(&operation.security);
    let servers = match &operation.servers {
        None => quote!(None),
        Some(servers) => {
            let setters = super::servers::setter_names(file.api());
            let servers = servers.iter().map(|one| server(&rt, one, &setters));
            quote!(Some(&[#(#servers),*]))
        }
    };
    quote! {
        pub(super) static #name: #rt::Endpoint = #rt::Endpoint {
            id: #id,
            method: #method,
            path: #path,
            parameters: &[#(#parameters),*],
            accept: #accept,
            security: #security,
            api: &API,
            servers: #servers,
        };
    }
}

/// The path as the runtime takes it apart: a brace is that of a parameter, and another one is encoded, as it has to be in a
/// URL.
fn path(operation: &ir::Operation) -> String {
    let segments = operation.path.iter().map(|segment| match segment {
        PathSegment::Literal(text) => text.replace('{', "%7B").replace('}', "%7D"),
        PathSegment::Parameter(index) => format!("{{{}}}", operation.parameters[*index].wire_name),
    });
    segments.collect()
}

/// The table of calls that the document lacks.
pub(crate) fn beside(rt: &TokenStream, api: &ir::Api) -> TokenStream {
    let security = security(&api.security);
    quote!(static REQUEST: #rt::Endpoint = #rt::Endpoint::raw(&API, #security);)
}

fn security(alternatives: &[ir::Requirement]) -> TokenStream {
    let alternatives = alternatives.iter().map(|requirement| {
        let schemes = requirement.schemes.iter();
        let schemes = schemes.map(|(index, _)| Literal::usize_unsuffixed(*index));
        quote!(&[#(#schemes),*])
    });
    quote!(&[#(#alternatives),*])
}

fn parameter(rt: &TokenStream, parameter: &Parameter, checks: bool) -> TokenStream {
    let wire = &parameter.wire_name;
    let (constructor, usual, explode) = match parameter.location {
        Location::Path => (quote!(path), Style::Simple, false),
        Location::Query => (quote!(query), Style::Form, true),
        Location::QueryString => (quote!(querystring), Style::Form, true),
        Location::Header => (quote!(header), Style::Simple, false),
        Location::Cookie => (quote!(cookie), Style::Form, true),
    };
    let mut out = quote!(#rt::Parameter::#constructor(#wire));
    if parameter.required && parameter.location != Location::Path {
        out = quote!(#out.required());
    }
    if parameter.style != usual || parameter.explode != explode {
        let style = style(rt, &parameter.style);
        let explode = parameter.explode;
        out = quote!(#out.styled(#style, #explode));
    }
    if parameter.allow_reserved {
        out = quote!(#out.reserved());
    }
    if parameter.idempotency {
        out = quote!(#out.idempotency());
    }
    let bounds = checks.then(|| bounds::suffix(rt, &parameter.bounds));
    quote!(#out #bounds)
}

/// The type and value of a table of encodings, for a `static`.
pub(crate) fn encodings(file: &mut File<'_>, encodings: &[Encoding]) -> TokenStream {
    let rows = encoding_rows(file, encodings);
    let rt = file.runtime();
    quote!(&[#rt::Encoding] = &[#(#rows),*];)
}

/// The rows of a table of encodings.
pub(crate) fn encoding_rows(file: &mut File<'_>, encodings: &[Encoding]) -> Vec<TokenStream> {
    let rt = file.runtime();
    encodings.iter().map(|one| encoding(&rt, one)).collect()
}

/// The encodings that say something.
pub(crate) fn unusual(rt: &TokenStream, encodings: &[Encoding]) -> Vec<TokenStream> {
    let usual = |one: &&Encoding| {
        let styled = one.style != Style::Form || !one.explode || one.allow_reserved;
        one.content_type.is_some() || one.each || styled
    };
    let rows = encodings.iter().filter(usual);
    rows.map(|one| encoding(rt, one)).collect()
}

fn encoding(rt: &TokenStream, encoding: &Encoding) -> TokenStream {
    let wire = &encoding.wire_name;
    let mut out = quote!(#rt::Encoding::new(#wire));
    if let Some(media) = &encoding.content_type {
        out = quote!(#out.media(#media));
    }
    if encoding.each {
        out = quote!(#out.each());
    }
    if encoding.style != Style::Form || !encoding.explode {
        let style = style(rt, &encoding.style);
        let explode = encoding.explode;
        out = quote!(#out.styled(#style, #explode));
    }
    if encoding.allow_reserved {
        out = quote!(#out.reserved());
    }
    out
}

fn style(rt: &TokenStream, style: &Style) -> TokenStream {
    match style {
        Style::Matrix => quote!(#rt::Style::Matrix),
        Style::Label => quote!(#rt::Style::Label),
        Style::Simple => quote!(#rt::Style::Simple),
        Style::Form => quote!(#rt::Style::Form),
        Style::SpaceDelimited => quote!(#rt::Style::SpaceDelimited),
        Style::PipeDelimited => quote!(#rt::Style::PipeDelimited),
        Style::DeepObject => quote!(#rt::Style::DeepObject),
        Style::Cookie => quote!(#rt::Style::Cookie),
        Style::Content(media) => quote!(#rt::Style::Content(#media)),
    }
}

/// The table of an API.
pub(crate) fn api(rt: &TokenStream, api: &ir::Api, module: &str) -> TokenStream {
    let setters = super::servers::setter_names(api);
    let servers = api.servers.iter().map(|one| server(rt, one, &setters));
    let schemes = api.schemes.iter().map(|scheme| {
        let name = &scheme.wire_name;
        let kind = scheme_kind(rt, &scheme.kind);
        quote!(#rt::Scheme { name: #name, kind: #kind })
    });
    quote! {
        static API: #rt::Api = #rt::Api {
            name: #module,
            user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
            servers: &[#(#servers),*],
            schemes: &[#(#schemes),*],
        };
    }
}

fn server(rt: &TokenStream, server: &Server, setters: &BTreeMap<&str, String>) -> TokenStream {
    let url = &server.url;
    let variables = server.variables.iter().map(|variable| {
        let name = &variable.wire_name;
        let default = option(variable.default.as_deref());
        let values = &variable.values;
        let setter = setters.get(name.as_str()).map_or("", String::as_str);
        quote! {
            #rt::Variable { name: #name, setter: #setter, default: #default, values: &[#(#values),*] }
        }
    });
    quote!(#rt::Server { url: #url, variables: &[#(#variables),*] })
}

fn scheme_kind(rt: &TokenStream, kind: &SchemeKind) -> TokenStream {
    match kind {
        SchemeKind::ApiKey(location, name) => {
            let location = match location {
                Location::Path => quote!(Path),
                Location::Query => quote!(Query),
                Location::QueryString => quote!(QueryString),
                Location::Header => quote!(Header),
                Location::Cookie => quote!(Cookie),
            };
            quote!(#rt::SchemeKind::ApiKey(#rt::Location::#location, #name))
        }
        SchemeKind::Basic => quote!(#rt::SchemeKind::Basic),
        SchemeKind::Bearer => quote!(#rt::SchemeKind::Bearer),
        SchemeKind::OAuth2(url) => {
            let url = option(url.as_deref());
            quote!(#rt::SchemeKind::OAuth2(#url))
        }
        SchemeKind::OpenIdConnect(url) => quote!(#rt::SchemeKind::OpenIdConnect(#url)),
        SchemeKind::Http(name) => quote!(#rt::SchemeKind::Http(#name)),
        SchemeKind::MutualTls => quote!(#rt::SchemeKind::MutualTls),
    }
}

fn option(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}
