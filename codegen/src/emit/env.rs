//! Settings from the environment. In: the schemes and server variables of all APIs; out: the variables' names, their table,
//! and what reads them. Invariant: a name is claimed once in the crate, and is of capitals, digits and underscores.

use super::ident::{self, Scope};
use super::{PreparedApi, credentials, docs, servers};
use crate::ir::{Api, SchemeKind};
use crate::tokens::{Literal, TokenStream, quote};

/// A variable of the environment.
#[derive(Debug)]
pub(crate) struct EnvVariable {
    name: String,
    /// What it sets.
    what: String,
    sets: Sets,
}

/// What a variable sets: something of a scheme, by its number, or of the server.
#[derive(Debug)]
enum Sets {
    Token(usize),
    User(usize),
    Password(usize),
    ClientId(usize),
    ClientSecret(usize),
    Variable(String),
    BaseUrl,
}

impl EnvVariable {
    /// Its name and what it sets, in few words.
    pub(crate) fn shown(&self) -> (&str, &str) {
        let what = match &self.sets {
            Sets::Token(_) => "token",
            Sets::User(_) => "user",
            Sets::Password(_) => "password",
            Sets::ClientId(_) => "client id",
            Sets::ClientSecret(_) => "client secret",
            Sets::Variable(_) => "server variable",
            Sets::BaseUrl => "base URL",
        };
        (&self.name, what)
    }
}

/// Names the variables of all APIs.
pub(crate) fn claim(apis: &mut [PreparedApi<'_>]) {
    let mut scope = Scope::default();
    for own in apis {
        own.environment = variables(own.shared.api, &own.module, &mut scope);
    }
}

/// The variables of one API by themselves, each with the scheme that it is about.
pub(crate) fn names(api: &Api) -> Vec<(String, Option<String>)> {
    let variables = variables(api, &api.module.0, &mut Scope::default());
    let scheme = |sets: &Sets| match sets {
        Sets::Token(index)
        | Sets::User(index)
        | Sets::Password(index)
        | Sets::ClientId(index)
        | Sets::ClientSecret(index) => {
            let scheme = api.schemes.get(*index);
            scheme.map(|scheme| scheme.wire_name.clone())
        }
        Sets::Variable(_) | Sets::BaseUrl => None,
    };
    let names = variables.into_iter().map(|one| {
        let scheme = scheme(&one.sets);
        (one.name, scheme)
    });
    names.collect()
}

fn variables(api: &Api, module: &str, scope: &mut Scope) -> Vec<EnvVariable> {
    let mut out = Vec::new();
    let mut add = |words: String, suffix: &str, what: String, sets: Sets| {
        let name = scope.claim(&ident::capitals(&format!("{module}_{words}")), suffix);
        out.push(EnvVariable { name, what, sets });
    };
    // Its name is the same for every API.
    let base = "where requests go, in place of the document's servers".to_owned();
    add("base_url".to_owned(), "_2", base, Sets::BaseUrl);
    for (index, scheme) in api.schemes.iter().enumerate() {
        let of = docs::code(&scheme.wire_name);
        let alone = credentials::is_alone(api, index);
        let named = |what: &str| match alone {
            true => what.to_owned(),
            false => format!("{}_{what}", scheme.name.0),
        };
        let own = || match alone {
            true => None,
            false => Some(scheme.name.0.clone()),
        };
        let mut add =
            |words: String, what: &str, sets| add(words, "_SCHEME", format!("{what} {of}"), sets);
        let key = "the key of";
        let token = "a token for";
        match &scheme.kind {
            SchemeKind::ApiKey(..) => {
                let words = own().unwrap_or_else(|| "api_key".to_owned());
                add(words, key, Sets::Token(index));
            }
            SchemeKind::Basic => {
                add(named("username"), "the user name for", Sets::User(index));
                add(named("password"), "the password for", Sets::Password(index));
            }
            SchemeKind::Bearer => {
                let words = own().unwrap_or_else(|| "token".to_owned());
                add(words, token, Sets::Token(index));
            }
            SchemeKind::OAuth2(url) => {
                add(named("access_token"), token, Sets::Token(index));
                if url.is_some() {
                    add(
                        named("client_id"),
                        "the client id for",
                        Sets::ClientId(index),
                    );
                    let what = "the client secret for";
                    add(named("client_secret"), what, Sets::ClientSecret(index));
                }
            }
            SchemeKind::OpenIdConnect(_) => {
                let words = own().unwrap_or_else(|| "open_id_token".to_owned());
                add(words, token, Sets::Token(index));
            }
            SchemeKind::Http(_) => add(scheme.name.0.clone(), key, Sets::Token(index)),
            SchemeKind::MutualTls => {}
        }
    }
    for variable in servers::variables(api) {
        let mut what = format!(
            "{} in the URL of the server",
            docs::code(&variable.wire_name)
        );
        let default = variable.default.as_deref();
        if let Some(value) = default
            .filter(|value| !value.is_empty())
            .and_then(docs::quoted)
        {
            what.push_str(&format!(", {value} unless set"));
        }
        let sets = Sets::Variable(variable.wire_name.clone());
        add(variable.name.0.clone(), "_VARIABLE", what, sets);
    }
    // The base URL stands below what is needed.
    out.rotate_left(1);
    out
}

/// The ways to a client by the environment.
pub(crate) fn of_client(rt: &TokenStream, own: &PreparedApi<'_>) -> TokenStream {
    let table = docs::spaced(&table(&own.environment));
    quote! {
        /// The environment variables that [`Client::from_env`] reads.
        pub const ENV: &'static [#rt::EnvVariable] = ENVIRONMENT.variables;
        /// A client with what the environment says. A variable that is empty counts as absent.
        ///
        #(#[doc = #table])*
        ///
        /// # Errors
        /// When what is needed is missing: the error names the variables that would do.
        pub fn from_env() -> Result<Self, #rt::BuildError> {
            ClientBuilder::from_env().build()
        }
    }
}

/// The ways to a builder by the environment.
pub(crate) fn of_builder(rt: &TokenStream) -> TokenStream {
    quote! {
        /// Begins with what the environment says, as [`Client::from_env`] does; a setter has the last word.
        pub fn from_env() -> Self {
            Self::from_env_with(|name| std::env::var_os(name))
        }
        /// The same with a function that looks a variable up.
        pub fn from_env_with(lookup: impl Fn(&str) -> Option<std::ffi::OsString>) -> Self {
            let mut core = #rt::CoreBuilder::new(&API);
            core.environment(&ENVIRONMENT, &lookup);
            Self { core }
        }
    }
}

/// The table of the runtime.
pub(crate) fn environment(rt: &TokenStream, own: &PreparedApi<'_>) -> TokenStream {
    let api = own.shared.api;
    let variables = own.environment.iter().map(|one| variable(rt, one));
    let alternatives = credentials::accepted(api);
    let alternatives = alternatives.iter().map(|schemes| {
        let schemes = schemes
            .iter()
            .map(|index| Literal::usize_unsuffixed(*index));
        quote!(&[#(#schemes),*])
    });
    let required = !credentials::is_optional(api);
    quote! {
        static ENVIRONMENT: #rt::Environment = #rt::Environment {
            variables: &[#(#variables),*],
            alternatives: &[#(#alternatives),*],
            required: #required,
        };
    }
}

fn variable(rt: &TokenStream, variable: &EnvVariable) -> TokenStream {
    let EnvVariable { name, what, sets } = variable;
    let (constructor, scheme) = match sets {
        Sets::Token(scheme) => (quote!(token), *scheme),
        Sets::User(scheme) => (quote!(user), *scheme),
        Sets::Password(scheme) => (quote!(password), *scheme),
        Sets::ClientId(scheme) => (quote!(client_id), *scheme),
        Sets::ClientSecret(scheme) => (quote!(client_secret), *scheme),
        Sets::Variable(variable) => {
            return quote!(#rt::EnvVariable::variable(#name, #what, #variable));
        }
        Sets::BaseUrl => return quote!(#rt::EnvVariable::base_url(#name, #what)),
    };
    let scheme = Literal::usize_unsuffixed(scheme);
    quote!(#rt::EnvVariable::#constructor(#name, #what, #scheme))
}

fn table(variables: &[EnvVariable]) -> Vec<String> {
    let mut out = vec![
        "| variable | what it sets |".to_owned(),
        "| --- | --- |".to_owned(),
    ];
    out.extend(variables.iter().map(|variable| {
        let what = variable.what.replace('|', "\\|");
        format!("| `{}` | {what} |", variable.name)
    }));
    out
}
