//! What a request proves itself with. In: the schemes of the document and what came; out: whether it is what was asked
//! for. Invariant: no message quotes what came.

use super::decode;
use super::problem::{Place, Problem};
use super::received::Received;
use super::unstyle;
use crate::runtime::endpoint::{Location, Scheme, SchemeKind};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::AUTHORIZATION;

/// The secrets that a server knows: a scheme's name and one of its secrets.
pub(super) type Known = Vec<(String, String)>;

/// Whether a request has the credentials that its operation asks for.
pub(super) fn check(received: &Received, known: &Known) -> Result<(), Problem> {
    let Some(row) = received.parts.row else {
        return Ok(());
    };
    let endpoint = row.endpoint;
    let schemes = |numbers: &'static [usize]| {
        numbers
            .iter()
            .filter_map(|number| endpoint.api.schemes.get(*number))
    };
    let mut alternatives = endpoint.security.iter();
    let proved =
        |numbers: &&'static [usize]| schemes(numbers).all(|scheme| proves(scheme, received, known));
    if endpoint.security.is_empty() || alternatives.any(proved) {
        return Ok(());
    }
    let names = |numbers: &&'static [usize]| {
        let names: Vec<&str> = schemes(numbers).map(|scheme| scheme.name).collect();
        names.join(" and ")
    };
    let wanted: Vec<String> = endpoint.security.iter().map(names).collect();
    let reason = format!("are missing or wrong: it takes {}", wanted.join(", or "));
    let problem = Problem::new(401, Place::Credentials, reason).of(Some(endpoint.id));
    let mut all = endpoint
        .security
        .iter()
        .flat_map(|numbers| schemes(numbers));
    let challenge = all.find_map(|scheme| challenge(scheme.kind));
    Err(match challenge {
        Some(challenge) => problem.header(("www-authenticate".to_owned(), challenge)),
        None => problem,
    })
}

fn challenge(kind: SchemeKind) -> Option<String> {
    match kind {
        SchemeKind::Basic => Some("Basic realm=\"fake\"".to_owned()),
        SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect(_) => {
            Some("Bearer".to_owned())
        }
        SchemeKind::Http(name) => Some(name.to_owned()),
        SchemeKind::ApiKey(..) | SchemeKind::MutualTls => None,
    }
}

/// Whether a request has a secret of a scheme: one that is known, or any where none is.
fn proves(scheme: &Scheme, received: &Received, known: &Known) -> bool {
    if scheme.kind == SchemeKind::MutualTls {
        return true;
    }
    let Some(sent) = sent(scheme, received) else {
        return false;
    };
    let mut own = known
        .iter()
        .filter(|(name, _)| name == scheme.name)
        .peekable();
    own.peek().is_none() || own.any(|(_, secret)| *secret == sent)
}

/// What a request has for a scheme: a token, or `user:password`.
pub(super) fn sent(scheme: &Scheme, received: &Received) -> Option<String> {
    let sent = match scheme.kind {
        SchemeKind::ApiKey(location, name) => key(received, location, name)?,
        SchemeKind::Basic => {
            let bytes = STANDARD.decode(authorization(received, "Basic")?).ok()?;
            let text = String::from_utf8(bytes).ok()?;
            text.contains(':').then_some(text)?
        }
        SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect(_) => {
            authorization(received, "Bearer")?.to_owned()
        }
        SchemeKind::Http(name) => authorization(received, name)?.to_owned(),
        SchemeKind::MutualTls => return None,
    };
    (!sent.is_empty()).then_some(sent)
}

fn authorization<'a>(received: &'a Received, scheme: &str) -> Option<&'a str> {
    let line = received.header(AUTHORIZATION.as_str())?;
    let (sent, secret) = line.split_once(' ')?;
    sent.eq_ignore_ascii_case(scheme).then(|| secret.trim())
}

fn key(received: &Received, location: Location, name: &str) -> Option<String> {
    match location {
        Location::Header => received.header(name).map(str::to_owned),
        Location::Cookie => {
            let cookies = unstyle::cookies(received.headers());
            let mut cookies = cookies.iter().filter_map(|cookie| cookie.split_once('='));
            let (_, value) = cookies.find(|(key, _)| *key == name)?;
            decode::percent(value)
        }
        Location::Query | Location::QueryString | Location::Path => {
            let pairs = unstyle::pairs(received.query());
            let (_, value) = pairs.iter().find(|(key, _)| key == name)?;
            decode::form(value)
        }
    }
}
