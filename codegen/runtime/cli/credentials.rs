//! Credentials from the environment. In: the variables of a process; out: secrets. Invariant: a secret is never printed;
//! what is missing is named by its variable.

use super::super::credentials::{Secret, Secrets};
use super::super::endpoint::{Endpoint, SchemeKind};
use super::io::Io;
use super::problem::Problem;
use super::tables::Service;

/// In place of a secret that is not to be shown.
pub(super) const REDACTED: &str = "REDACTED";

/// What an operation needs, from the environment; with `hidden`, texts of the same form in place of the secrets.
pub(super) fn secrets(
    service: &Service,
    endpoint: &Endpoint,
    io: &Io<'_>,
    hidden: bool,
) -> Result<Secrets, Problem> {
    let mut secrets = Secrets::new(service.api);
    let given = |name: &String| (io.variable)(name).filter(|value| !value.is_empty());
    let shown = |value: String| match hidden {
        true => REDACTED.to_owned(),
        false => value,
    };
    for (index, scheme) in service.api.schemes.iter().enumerate() {
        let values: Option<Vec<String>> = names(service, index).iter().map(given).collect();
        let secret = match (scheme.kind, values.unwrap_or_default().as_slice()) {
            (SchemeKind::Basic, [user, password]) => {
                Secret::basic(user.clone(), shown(password.clone()))
            }
            (_, [token]) => Secret::token(shown(token.clone())),
            _ => continue,
        };
        secrets = secrets.with(index, secret);
    }
    match secrets.suffice(endpoint) {
        true => Ok(secrets),
        false => Err(missing(service, endpoint, &given)),
    }
}

/// What is missing for the first alternative, or for the one of which the most is there.
fn missing(
    service: &Service,
    endpoint: &Endpoint,
    given: &dyn Fn(&String) -> Option<String>,
) -> Problem {
    let lacks = |schemes: &&'static [usize]| -> Vec<String> {
        let all = schemes.iter().flat_map(|scheme| names(service, *scheme));
        all.filter(|name| given(name).is_none()).collect()
    };
    let begun = endpoint.security.iter().find(|schemes| {
        let all: Vec<String> = schemes
            .iter()
            .flat_map(|one| names(service, *one))
            .collect();
        lacks(schemes).len() < all.len()
    });
    let wanted = match begun {
        Some(schemes) => listed(&lacks(schemes)),
        None => described(service, endpoint),
    };
    Problem::wrong(format!(
        "{} needs credentials; set {wanted} in the environment",
        endpoint.id
    ))
}

/// The variables that an operation takes, by its alternatives.
pub(super) fn described(service: &Service, endpoint: &Endpoint) -> String {
    let alternatives = endpoint.security.iter().filter_map(|schemes| {
        let names: Vec<String> = schemes
            .iter()
            .flat_map(|one| names(service, *one))
            .collect();
        (!names.is_empty()).then(|| listed(&names))
    });
    alternatives.collect::<Vec<_>>().join(", or ")
}

fn listed(names: &[String]) -> String {
    names.join(" and ")
}

/// The variables of a scheme.
fn names(service: &Service, scheme: usize) -> Vec<String> {
    let Some(scheme) = service.api.schemes.get(scheme) else {
        return Vec::new();
    };
    let prefix = capitals(service.api.name);
    match scheme.kind {
        SchemeKind::MutualTls => Vec::new(),
        SchemeKind::Basic => vec![format!("{prefix}_USERNAME"), format!("{prefix}_PASSWORD")],
        SchemeKind::ApiKey(..)
        | SchemeKind::Bearer
        | SchemeKind::OAuth2(_)
        | SchemeKind::OpenIdConnect(_)
        | SchemeKind::Http(_) => vec![format!("{prefix}_{}", capitals(scheme.name))],
    }
}

/// `apiKey` as `API_KEY`.
fn capitals(name: &str) -> String {
    let mut out = String::new();
    let mut before = false;
    for character in name.chars() {
        match character.is_ascii_alphanumeric() {
            true if character.is_ascii_uppercase() && before => {
                out.push('_');
                out.push(character);
            }
            true => out.push(character.to_ascii_uppercase()),
            false if out.ends_with('_') => {}
            false => out.push('_'),
        }
        before = character.is_ascii_lowercase() || character.is_ascii_digit();
    }
    out
}
