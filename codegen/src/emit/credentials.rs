//! Credentials. In: security schemes, and the alternatives that operations accept; out: `Credentials` with a constructor
//! for each alternative. Invariant: a constructor takes everything that its alternative needs.

use super::docs;
use super::ident::{self, Scope};
use crate::ir::{self, Api, SchemeKind, SecurityScheme};
use crate::tokens::{Ident, Literal, TokenStream, quote};
use heck::ToKebabCase;
use std::collections::HashSet;

/// The longest constructor that is made; of more schemes than these, each is added by its own method.
const TOGETHER: usize = 4;

/// Whether the API has anything to authenticate with.
pub(crate) fn needed(api: &Api) -> bool {
    api.schemes.iter().any(|scheme| takes(scheme) > 0)
}

/// How many texts a scheme takes.
fn takes(scheme: &SecurityScheme) -> usize {
    match scheme.kind {
        SchemeKind::MutualTls => 0,
        SchemeKind::Basic => 2,
        SchemeKind::ApiKey(..)
        | SchemeKind::Bearer
        | SchemeKind::OAuth2(_)
        | SchemeKind::OpenIdConnect(_)
        | SchemeKind::Http(_) => 1,
    }
}

/// The sets of schemes that some operation accepts, each once, in the order of their first use; as they are given, without
/// those that ask for nothing.
pub(crate) fn accepted(api: &Api) -> Vec<Vec<usize>> {
    let mut out: Vec<Vec<usize>> = Vec::new();
    let mut seen = HashSet::new();
    for set in sets(api) {
        if !set.is_empty() && seen.insert(set.clone()) {
            out.push(set);
        }
    }
    out
}

/// Whether some operation asks for nothing that credentials give.
pub(crate) fn is_optional(api: &Api) -> bool {
    let open = |operation: &ir::Operation| operation.security.is_empty();
    api.operations.iter().any(open) || sets(api).any(|set| set.is_empty())
}

/// The schemes of each requirement that take something.
fn sets(api: &Api) -> impl Iterator<Item = Vec<usize>> {
    let operations = api.operations.iter();
    let requirements = operations.flat_map(|operation| &operation.security);
    requirements.map(|requirement| {
        let schemes = requirement.schemes.iter().map(|(index, _)| *index);
        let mut set: Vec<usize> = schemes
            .filter(|index| takes(&api.schemes[*index]) > 0)
            .collect();
        set.sort_unstable();
        set.dedup();
        set
    })
}

/// Those of them that a constructor is made for.
fn alternatives(api: &Api) -> Vec<Vec<usize>> {
    let mut out = accepted(api);
    out.retain(|set| set.len() <= TOGETHER);
    out
}

/// A constructor: its name, its schemes, and how their secrets are given.
struct Constructor {
    name: String,
    schemes: Vec<usize>,
    way: Way,
}

/// How the secret of a scheme is given.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// As it is.
    Secret,
    /// By what fetches tokens.
    Provider,
    /// By what the client is known by at the token URL.
    ClientCredentials,
}

/// The ways beside that of the secret itself.
fn fetched(scheme: &SecurityScheme) -> &'static [(Way, &'static str)] {
    match &scheme.kind {
        SchemeKind::OAuth2(Some(_)) => &[
            (Way::ClientCredentials, "client_credentials"),
            (Way::Provider, "provider"),
        ],
        SchemeKind::Bearer | SchemeKind::OAuth2(None) | SchemeKind::OpenIdConnect(_) => {
            &[(Way::Provider, "provider")]
        }
        SchemeKind::ApiKey(..)
        | SchemeKind::Basic
        | SchemeKind::Http(_)
        | SchemeKind::MutualTls => &[],
    }
}

/// Where a scheme's tokens are fetched with the client's own credentials.
pub(crate) fn token_url(scheme: &SecurityScheme) -> Option<&str> {
    match &scheme.kind {
        SchemeKind::OAuth2(url) => url.as_deref(),
        SchemeKind::ApiKey(..)
        | SchemeKind::Basic
        | SchemeKind::Bearer
        | SchemeKind::OpenIdConnect(_)
        | SchemeKind::Http(_)
        | SchemeKind::MutualTls => None,
    }
}

fn constructors(api: &Api) -> Vec<Constructor> {
    let alternatives = alternatives(api);
    let mut names = Scope::with(&["none"]);
    let single = alternatives.len() == 1;
    let mut out = Vec::new();
    for schemes in &alternatives {
        let words: Vec<String> = schemes.iter().map(|index| word(api, *index)).collect();
        let name = if single {
            "new".to_owned()
        } else {
            let mut words = words.iter();
            let first = words.next().cloned().unwrap_or_default();
            words.fold(first, |name, word| {
                ir::joined(&ir::joined(&name, "and"), word)
            })
        };
        out.push(Constructor {
            name: names.claim(&name, "_scheme"),
            schemes: schemes.clone(),
            way: Way::Secret,
        });
    }
    for schemes in alternatives {
        let [only] = schemes[..] else { continue };
        for (way, what) in fetched(&api.schemes[only]) {
            let name = if single {
                (*what).to_owned()
            } else {
                ir::joined(&word(api, only), what)
            };
            out.push(Constructor {
                name: names.claim(&name, "_scheme"),
                schemes: schemes.clone(),
                way: *way,
            });
        }
    }
    out
}

/// What a scheme is called: by its kind, where it is the only one of it.
fn word(api: &Api, index: usize) -> String {
    match kind(&api.schemes[index]) {
        Some(kind) if is_alone(api, index) => kind.to_owned(),
        _ => api.schemes[index].name.0.clone(),
    }
}

/// Whether a scheme is the only one of its kind.
pub(crate) fn is_alone(api: &Api, index: usize) -> bool {
    let kind = kind(&api.schemes[index]);
    let others = api.schemes.iter().filter(|other| self::kind(other) == kind);
    others.count() == 1
}

fn kind(scheme: &SecurityScheme) -> Option<&'static str> {
    match scheme.kind {
        SchemeKind::ApiKey(..) => Some("api_key"),
        SchemeKind::Basic => Some("basic"),
        SchemeKind::Bearer => Some("bearer"),
        SchemeKind::OAuth2(_) => Some("oauth2"),
        SchemeKind::OpenIdConnect(_) => Some("open_id"),
        SchemeKind::Http(_) | SchemeKind::MutualTls => None,
    }
}

/// The arguments of a scheme, and the secret made from them.
fn secret(
    rt: &TokenStream,
    scheme: &SecurityScheme,
    way: Way,
    names: &mut Scope,
) -> (TokenStream, TokenStream) {
    match way {
        Way::Secret => {}
        Way::Provider => {
            return (
                quote!(provider: impl #rt::TokenProvider + 'static),
                quote!(#rt::Secret::provided(provider)),
            );
        }
        Way::ClientCredentials => {
            let url = token_url(scheme);
            return (
                quote!(client_id: impl Into<String>, client_secret: impl Into<String>),
                quote! {
                    #rt::Secret::provided(
                        #rt::ClientCredentials::new(#url, client_id, client_secret),
                    )
                },
            );
        }
    }
    match scheme.kind {
        SchemeKind::Basic => {
            let user = ident::of(&names.claim("username", "_2"));
            let password = ident::of(&names.claim("password", "_2"));
            (
                quote!(#user: impl Into<String>, #password: impl Into<String>),
                quote!(#rt::Secret::basic(#user, #password)),
            )
        }
        SchemeKind::ApiKey(..)
        | SchemeKind::Bearer
        | SchemeKind::OAuth2(_)
        | SchemeKind::OpenIdConnect(_)
        | SchemeKind::Http(_)
        | SchemeKind::MutualTls => {
            let name = ident::of(&names.claim(&scheme.name.0, "_2"));
            (
                quote!(#name: impl Into<String>),
                quote!(#rt::Secret::token(#name)),
            )
        }
    }
}

/// `Credentials`, where the API asks for any.
pub(crate) fn items(rt: &TokenStream, api: &Api) -> Vec<TokenStream> {
    if !needed(api) {
        return Vec::new();
    }
    let definition = quote! {
        /// What a client proves itself with. Secrets are never shown.
        #[derive(Clone, Debug)]
        pub struct Credentials {
            secrets: #rt::Secrets,
        }
    };
    let constructors = constructors(api);
    let built = constructors.iter().map(|one| constructor(rt, api, one));
    let adders = adders(api).into_iter();
    let adders = adders.map(|(index, (way, _), name)| {
        let name = ident::of(&name);
        adder(rt, &api.schemes[index], index, way, &name)
    });
    let implementation = quote! {
        impl Credentials {
            #(#built)*
            /// No credentials yet.
            pub fn none() -> Self {
                Self { secrets: #rt::Secrets::new(&API) }
            }
            #(#adders)*
        }
    };
    vec![definition, implementation]
}

fn constructor(rt: &TokenStream, api: &Api, constructor: &Constructor) -> TokenStream {
    let name = ident::of(&constructor.name);
    let mut names = Scope::default();
    let mut arguments = Vec::new();
    let mut chain = quote!(#rt::Secrets::new(&API));
    let mut said = Vec::new();
    for index in &constructor.schemes {
        let scheme = &api.schemes[*index];
        let (argument, secret) = secret(rt, scheme, constructor.way, &mut names);
        let index = Literal::usize_unsuffixed(*index);
        arguments.push(argument);
        chain = quote!(#chain.with(#index, #secret));
        said.push(docs::code(&scheme.wire_name));
    }
    let summary = format!(" For {}{}.", said.join(" and "), manner(constructor.way));
    quote! {
        #[doc = #summary]
        pub fn #name(#(#arguments),*) -> Self {
            Self { secrets: #chain }
        }
    }
}

/// What is said about a way.
fn manner(way: Way) -> &'static str {
    match way {
        Way::Secret => "",
        Way::Provider => ", with tokens that are fetched when they are needed",
        Way::ClientCredentials => ", with tokens that the client gets for itself",
    }
}

/// A scheme by its number, how its secret is given, and the method that adds it.
type Adder = (usize, (Way, &'static str), String);

/// The methods that add what a scheme needs.
fn adders(api: &Api) -> Vec<Adder> {
    let all = || api.schemes.iter().enumerate();
    // Names with nothing after the scheme's own come first.
    let plain = all().filter(|(_, scheme)| takes(scheme) > 0);
    let plain = plain.map(|(index, _)| (index, (Way::Secret, "")));
    let more =
        all().flat_map(|(index, scheme)| fetched(scheme).iter().map(move |way| (index, *way)));
    let mut names = Scope::default();
    plain
        .chain(more)
        .map(|(index, (way, what))| {
            let name = ir::joined(&ir::joined("with", &api.schemes[index].name.0), what);
            (index, (way, what), names.claim(&name, "_2"))
        })
        .collect()
}

fn adder(
    rt: &TokenStream,
    scheme: &SecurityScheme,
    index: usize,
    way: Way,
    name: &Ident,
) -> TokenStream {
    let (argument, secret) = secret(rt, scheme, way, &mut Scope::default());
    let index = Literal::usize_unsuffixed(index);
    let wire = docs::code(&scheme.wire_name);
    let fallback = format!("Adds what {wire} needs{}.", manner(way));
    let lines = match way {
        Way::Secret => docs::lines(&scheme.docs, &fallback),
        Way::Provider | Way::ClientCredentials => vec![fallback],
    };
    let lines = docs::spaced(&lines);
    quote! {
        #(#[doc = #lines])*
        #[must_use]
        pub fn #name(self, #argument) -> Self {
            Self { secrets: self.secrets.with(#index, #secret) }
        }
    }
}

/// The methods of `Credentials`, as they are declared.
pub(crate) fn signatures(api: &Api) -> Vec<String> {
    let mut out = Vec::new();
    for one in constructors(api) {
        let mut names = Scope::default();
        let schemes = one.schemes.iter();
        let arguments: Vec<String> = schemes
            .flat_map(|index| arguments(&api.schemes[*index], one.way, &mut names))
            .collect();
        let name = ident::of(&one.name);
        out.push(format!("{name} fn({}) -> Self", arguments.join(", ")));
    }
    for (index, (way, _), name) in adders(api) {
        let arguments = arguments(&api.schemes[index], way, &mut Scope::default());
        let name = ident::of(&name);
        out.push(format!("{name} fn(self, {}) -> Self", arguments.join(", ")));
    }
    out
}

/// The methods of `Credentials`, each with the schemes of the document that it gives something for.
pub(crate) fn methods(api: &Api) -> Vec<(String, Vec<String>)> {
    let wire = |index: &usize| api.schemes[*index].wire_name.clone();
    let constructors = constructors(api).into_iter();
    let constructors = constructors.map(|one| (one.name, one.schemes.iter().map(wire).collect()));
    let adders = adders(api).into_iter();
    let adders = adders.map(|(index, _, name)| (name, vec![wire(&index)]));
    constructors.chain(adders).collect()
}

/// The arguments that give a secret, as they are declared.
fn arguments(scheme: &SecurityScheme, way: Way, names: &mut Scope) -> Vec<String> {
    let words = match (way, &scheme.kind) {
        (Way::Provider, _) => {
            return vec!["provider: impl runtime::TokenProvider + 'static".to_owned()];
        }
        (Way::ClientCredentials, _) => vec!["client_id".to_owned(), "client_secret".to_owned()],
        (Way::Secret, SchemeKind::Basic) => {
            vec![names.claim("username", "_2"), names.claim("password", "_2")]
        }
        (Way::Secret, _) => vec![names.claim(&scheme.name.0, "_2")],
    };
    let words = words.into_iter();
    words
        .map(|word| format!("{}: impl Into<String>", ident::of(&word)))
        .collect()
}

/// The line of an example that gives credentials.
pub(crate) fn example(api: &Api, path: &str) -> Option<String> {
    let constructor = constructors(api).into_iter().next()?;
    let schemes = constructor.schemes.iter();
    let values: Vec<String> = schemes
        .map(|index| stand_in(&api.schemes[*index]))
        .collect();
    Some(format!(
        ".credentials({path}::Credentials::{}({}))",
        constructor.name,
        values.join(", ")
    ))
}

/// What stands in an example for the secrets of a scheme.
fn stand_in(scheme: &SecurityScheme) -> String {
    match scheme.kind {
        SchemeKind::Basic => "\"username\", \"password\"".to_owned(),
        SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect(_) => {
            "\"token\"".to_owned()
        }
        SchemeKind::ApiKey(..) | SchemeKind::Http(_) | SchemeKind::MutualTls => {
            format!("{:?}", scheme.name.0.to_kebab_case())
        }
    }
}
