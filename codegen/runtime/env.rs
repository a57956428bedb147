//! Settings from the environment. In: a table of variables, and a function that looks one up; out: credentials, variables
//! of the server and a base URL. Invariant: nothing is read that is not in the table, and no value is shown.

use super::credentials::{Secret, Secrets};
use super::endpoint::{Api, Server};
use std::collections::BTreeMap;
use std::ffi::OsString;

/// A variable of the environment that a client takes a setting from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EnvVariable {
    /// Its name.
    pub name: &'static str,
    /// What it sets, in a few words.
    pub what: &'static str,
    /// Whether its value is secret.
    pub secret: bool,
    sets: Sets,
}

/// What a variable sets: something of a scheme, which is known by its number, or of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sets {
    Token(usize),
    User(usize),
    Password(usize),
    // [oauth2]
    ClientId(usize),
    ClientSecret(usize),
    // [end]
    Variable(&'static str),
    BaseUrl,
}

impl EnvVariable {
    const fn new(name: &'static str, what: &'static str, secret: bool, sets: Sets) -> Self {
        EnvVariable {
            name,
            what,
            secret,
            sets,
        }
    }

    /// The key or token of a scheme.
    pub const fn token(name: &'static str, what: &'static str, scheme: usize) -> Self {
        EnvVariable::new(name, what, true, Sets::Token(scheme))
    }

    /// The user of a scheme.
    pub const fn user(name: &'static str, what: &'static str, scheme: usize) -> Self {
        EnvVariable::new(name, what, false, Sets::User(scheme))
    }

    /// The password of a scheme.
    pub const fn password(name: &'static str, what: &'static str, scheme: usize) -> Self {
        EnvVariable::new(name, what, true, Sets::Password(scheme))
    }

    // [oauth2]
    /// What the client is known by at the token URL of a scheme.
    pub const fn client_id(name: &'static str, what: &'static str, scheme: usize) -> Self {
        EnvVariable::new(name, what, false, Sets::ClientId(scheme))
    }

    /// What the client proves itself with at the token URL of a scheme.
    pub const fn client_secret(name: &'static str, what: &'static str, scheme: usize) -> Self {
        EnvVariable::new(name, what, true, Sets::ClientSecret(scheme))
    }
    // [end]

    /// A variable of the server URL.
    pub const fn variable(name: &'static str, what: &'static str, variable: &'static str) -> Self {
        EnvVariable::new(name, what, false, Sets::Variable(variable))
    }

    /// The URL to call instead of the document's servers.
    pub const fn base_url(name: &'static str, what: &'static str) -> Self {
        EnvVariable::new(name, what, false, Sets::BaseUrl)
    }
}

/// What an API takes from the environment.
#[derive(Debug)]
pub struct Environment {
    /// The variables.
    pub variables: &'static [EnvVariable],
    /// The sets of schemes that some operation accepts, in the document's order.
    pub alternatives: &'static [&'static [usize]],
    /// Whether there is no operation that does without.
    pub required: bool,
}

/// Where the variables are listed with what they set.
const DOCUMENTED: &str = "`Client::from_env` documents them, and `Client::ENV` lists them";

/// What was found in the environment.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) secrets: Secrets,
    pub(super) variables: BTreeMap<&'static str, String>,
    pub(super) base: Option<String>,
    /// A value that cannot be one.
    pub(super) invalid: Option<String>,
    /// What keeps the credentials from being enough for any operation.
    pub(super) missing: Option<String>,
}

impl Environment {
    /// Looks up all variables. One that is empty counts as absent.
    pub(super) fn find(
        &self,
        api: &'static Api,
        lookup: &dyn Fn(&str) -> Option<OsString>,
    ) -> Found {
        let mut found = Found {
            secrets: Secrets::new(api),
            variables: BTreeMap::new(),
            base: None,
            invalid: None,
            missing: None,
        };
        let mut values: Vec<(&EnvVariable, String)> = Vec::new();
        for variable in self.variables {
            match lookup(variable.name).map(OsString::into_string) {
                Some(Ok(value)) if !value.is_empty() => values.push((variable, value)),
                Some(Err(_)) => {
                    let reason = format!("the value of `{}` is not Unicode", variable.name);
                    found.invalid.get_or_insert(reason);
                }
                Some(Ok(_)) | None => {}
            }
        }
        let value = |sets: Sets| {
            let found = values.iter().find(|(variable, _)| variable.sets == sets);
            found.map(|(_, value)| value.clone())
        };
        for variable in self.variables {
            match (variable.sets, value(variable.sets)) {
                (Sets::Variable(name), Some(value)) => {
                    found.variables.insert(name, value);
                }
                (Sets::BaseUrl, value) => found.base = value,
                _ => {}
            }
        }
        for scheme in 0..api.schemes.len() {
            if let Some(secret) = secret(api, scheme, &value) {
                found.secrets = found.secrets.with(scheme, secret);
            }
        }
        let given: Vec<&str> = (values.iter().map(|(variable, _)| *variable))
            .filter(|variable| variable.scheme().is_some())
            .map(|variable| variable.name)
            .collect();
        found.missing = self.missing(api, &found.secrets, &given);
        found
    }

    /// What there is to be said if no alternative is complete; `given` are the variables with credentials that are set.
    fn missing(&self, api: &Api, secrets: &Secrets, given: &[&str]) -> Option<String> {
        let complete = |schemes: &&[usize]| schemes.iter().all(|scheme| secrets.has(*scheme));
        let needed = self.required || !given.is_empty();
        if !needed || self.alternatives.is_empty() || self.alternatives.iter().any(complete) {
            return None;
        }
        let of_scheme = |scheme: usize| {
            let name = api.schemes.get(scheme).map_or("", |scheme| scheme.name);
            format!(" for `{name}`")
        };
        let ways: Vec<String> = (self.alternatives.iter())
            .flat_map(|schemes| self.ways(schemes, &of_scheme))
            .collect();
        let ways = ways.join(", or ");
        let found = match given {
            [] => "the environment holds no credentials".to_owned(),
            given => format!(
                "the environment holds `{}`, and that is not enough",
                given.join("` and `")
            ),
        };
        Some(format!("{found}: set {ways}; {DOCUMENTED}"))
    }

    /// The sets of variables that give what an alternative needs. `about`: what is said behind those of a scheme.
    fn ways(&self, schemes: &[usize], about: &dyn Fn(usize) -> String) -> Vec<String> {
        let quoted = |variable: &&EnvVariable| format!("`{}`", variable.name);
        let of_scheme = |scheme: usize| {
            let all = self.variables.iter();
            let (tokens, pair): (Vec<&EnvVariable>, Vec<&EnvVariable>) = all
                .filter(|variable| variable.scheme() == Some(scheme))
                .partition(|variable| matches!(variable.sets, Sets::Token(_)));
            let pair: Vec<String> = pair.iter().map(quoted).collect();
            let pair = (!pair.is_empty()).then(|| pair.join(" and "));
            let ways = tokens.iter().map(quoted).chain(pair);
            ways.map(|way| way + &about(scheme)).collect::<Vec<_>>()
        };
        match schemes {
            [only] => of_scheme(*only),
            several => {
                let first = |scheme: &usize| of_scheme(*scheme).into_iter().next();
                let all: Vec<String> = several.iter().filter_map(first).collect();
                vec![all.join(" and ")]
            }
        }
    }

    /// The variables that give an operation its credentials, by its alternatives.
    #[cfg(feature = "cli")]
    pub(super) fn described(&self, alternatives: &[&[usize]]) -> String {
        let ways = alternatives.iter();
        let ways = ways.flat_map(|schemes| self.ways(schemes, &|_| String::new()));
        let ways: Vec<String> = ways.filter(|way| !way.is_empty()).collect();
        ways.join(", or ")
    }

    /// The variables of a set of schemes that are not set, if others of them are.
    #[cfg(feature = "cli")]
    pub(super) fn lacks(&self, schemes: &[usize], given: &dyn Fn(&str) -> bool) -> Option<String> {
        let wanted = self.variables.iter();
        let wanted = wanted.filter(|one| one.scheme().is_some_and(|one| schemes.contains(&one)));
        let (there, absent): (Vec<&EnvVariable>, Vec<&EnvVariable>) =
            wanted.partition(|one| given(one.name));
        // Where there are two ways, what is absent does not tell which one is meant.
        if there.is_empty()
            || absent.is_empty()
            || self.ways(schemes, &|_| String::new()).len() != 1
        {
            return None;
        }
        let absent: Vec<String> = absent.iter().map(|one| format!("`{}`", one.name)).collect();
        Some(absent.join(" and "))
    }

    /// The variable of the environment that gives a variable of the server's URL its value.
    #[cfg(feature = "cli")]
    pub(super) fn variable(&self, name: &str) -> Option<&'static str> {
        let sets = |one: &&EnvVariable| matches!(one.sets, Sets::Variable(known) if known == name);
        self.variables.iter().find(sets).map(|one| one.name)
    }

    /// The variables of the environment that would give a server the values that it lacks.
    pub(super) fn hint(
        &self,
        server: Option<&Server>,
        given: &BTreeMap<&'static str, String>,
    ) -> Option<&'static str> {
        let lacks = server?
            .variables
            .iter()
            .find(|variable| variable.default.is_none() && !given.contains_key(variable.name))?;
        let mut all = self.variables.iter();
        let variable = all.find(|variable| variable.sets == Sets::Variable(lacks.name))?;
        Some(variable.name)
    }
}

impl EnvVariable {
    fn scheme(&self) -> Option<usize> {
        match self.sets {
            Sets::Token(scheme) | Sets::User(scheme) | Sets::Password(scheme) => Some(scheme),
            // [oauth2]
            Sets::ClientId(scheme) | Sets::ClientSecret(scheme) => Some(scheme),
            // [end]
            Sets::Variable(_) | Sets::BaseUrl => None,
        }
    }
}

/// The secret of a scheme, if there is all of it. A token that is there goes before one that would be fetched.
fn secret(
    api: &'static Api,
    scheme: usize,
    value: &dyn Fn(Sets) -> Option<String>,
) -> Option<Secret> {
    if let Some(token) = value(Sets::Token(scheme)) {
        return Some(Secret::token(token));
    }
    // [oauth2]
    if let (Some(id), Some(secret)) = (
        value(Sets::ClientId(scheme)),
        value(Sets::ClientSecret(scheme)),
    ) && let super::endpoint::SchemeKind::OAuth2(Some(url)) = api.schemes.get(scheme)?.kind
    {
        let provider = super::oauth2::ClientCredentials::new(url, id, secret);
        return Some(Secret::provided(provider));
    }
    // [end]
    let _ = api;
    let user = value(Sets::User(scheme))?;
    let password = value(Sets::Password(scheme))?;
    Some(Secret::basic(user, password))
}
