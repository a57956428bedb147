//! Secrets and where they go. In: what the caller gave and what an operation asks for; out: headers and query pairs.
//! Invariant: a secret is never printed, and its header is marked as sensitive.

use super::endpoint::{Api, Endpoint, Location, SchemeKind};
use super::fault::Fault;
use super::percent::{Keep, encode};
use super::request::Outgoing;
use super::token::{Held, TokenContext, TokenError, TokenProvider, TokenSource};
use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};
use secrecy::{ExposeSecret, SecretString};
use std::borrow::Cow;
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

/// What is secret about one scheme.
#[derive(Clone)]
pub enum Secret {
    /// A key or token.
    Token(SecretString),
    /// A user and a password.
    Basic(String, SecretString),
    /// Tokens that are fetched when they are needed. Clones share them.
    Provided(Arc<TokenSource>),
}

impl Secret {
    /// A key or token.
    pub fn token(text: impl Into<String>) -> Self {
        Secret::Token(SecretString::from(text.into()))
    }

    /// A user and a password.
    pub fn basic(user: impl Into<String>, password: impl Into<String>) -> Self {
        Secret::Basic(user.into(), SecretString::from(password.into()))
    }

    /// Tokens that are fetched when they are needed.
    pub fn provided(provider: impl TokenProvider + 'static) -> Self {
        Secret::Provided(Arc::new(TokenSource::new(provider)))
    }
}

/// Tokens that were fetched, by the number of their scheme.
pub(super) type Tokens = Vec<(usize, Held)>;

/// Secrets by the number of their scheme.
#[derive(Clone)]
pub struct Secrets {
    api: &'static Api,
    slots: Vec<Option<Secret>>,
}

impl Secrets {
    /// None yet.
    pub fn new(api: &'static Api) -> Self {
        Secrets {
            api,
            slots: vec![None; api.schemes.len()],
        }
    }

    /// With the secret of a scheme.
    #[must_use]
    pub fn with(mut self, scheme: usize, secret: Secret) -> Self {
        if let Some(slot) = self.slots.get_mut(scheme) {
            *slot = Some(secret);
        }
        self
    }

    pub(super) fn has(&self, scheme: usize) -> bool {
        let outside = self
            .api
            .schemes
            .get(scheme)
            .is_some_and(|scheme| scheme.kind == SchemeKind::MutualTls);
        outside || self.slots.get(scheme).is_some_and(Option::is_some)
    }

    /// The schemes that a request is to satisfy: the first alternative for which there is everything.
    fn chosen(&self, endpoint: &Endpoint) -> Result<&'static [usize], Fault> {
        let satisfied = |schemes: &&&[usize]| schemes.iter().all(|scheme| self.has(*scheme));
        let mut alternatives = endpoint.security.iter();
        // An empty alternative asks for nothing; it is the last resort, not the first.
        let chosen = alternatives
            .clone()
            .filter(|schemes| !schemes.is_empty())
            .find(satisfied);
        match chosen {
            Some(schemes) => Ok(schemes),
            None if endpoint.security.is_empty()
                || alternatives.any(|schemes| schemes.is_empty()) =>
            {
                Ok(&[])
            }
            None => Err(Fault::request(
                None,
                format!(
                    "no credentials for it: {}; `.credentials(…)` of the builder sets them",
                    self.wanted(endpoint)
                ),
            )),
        }
    }

    /// The same with texts that say nothing in place of the secrets, and nothing to be fetched.
    #[cfg(feature = "cli")]
    pub(super) fn redacted(mut self, text: &str) -> Self {
        for slot in self.slots.iter_mut().flatten() {
            *slot = match slot {
                Secret::Basic(user, _) => Secret::basic(user.clone(), text),
                Secret::Token(_) | Secret::Provided(_) => Secret::token(text),
            };
        }
        self
    }

    /// Whether there is everything for one of an operation's alternatives.
    #[cfg(feature = "cli")]
    pub(super) fn suffice(&self, endpoint: &Endpoint) -> bool {
        self.chosen(endpoint).is_ok()
    }

    /// Gets the tokens that a request needs, other than those that were refused.
    pub(super) async fn tokens(
        &self,
        endpoint: &Endpoint,
        context: TokenContext<'_>,
        refused: &Tokens,
    ) -> Result<Tokens, Fault> {
        let mut tokens = Tokens::new();
        for (scheme, source) in self.sources(self.chosen(endpoint)?) {
            let refused = refused.iter().find(|(other, _)| *other == scheme);
            let refused = refused.map(|(_, held)| held.round);
            match source.get(context, refused).await {
                Ok(held) => tokens.push((scheme, held)),
                Err(error) => return Err(Fault::token(self.name(scheme), error)),
            }
        }
        Ok(tokens)
    }

    /// The tokens that a request needs, as far as they are there.
    pub(super) fn held(&self, endpoint: &Endpoint, now: Duration) -> Result<Tokens, Fault> {
        let mut tokens = Tokens::new();
        for (scheme, source) in self.sources(self.chosen(endpoint)?) {
            let Some(held) = source.held(now) else {
                let reason = "it was not fetched yet, and there is no waiting for it here";
                return Err(Fault::token(self.name(scheme), TokenError::new(reason)));
            };
            tokens.push((scheme, held));
        }
        Ok(tokens)
    }

    /// Whether a request may need tokens that are fetched.
    pub(super) fn fetches(&self, endpoint: &Endpoint) -> Result<bool, Fault> {
        Ok(self.sources(self.chosen(endpoint)?).next().is_some())
    }

    /// Those of the schemes whose tokens are fetched.
    fn sources(&self, schemes: &[usize]) -> impl Iterator<Item = (usize, &TokenSource)> {
        schemes
            .iter()
            .filter_map(|scheme| match self.slots.get(*scheme)? {
                Some(Secret::Provided(source)) => Some((*scheme, &**source)),
                Some(Secret::Token(_) | Secret::Basic(..)) | None => None,
            })
    }

    /// Puts what the operation asks for into a request.
    pub(super) fn apply(
        &self,
        endpoint: &Endpoint,
        tokens: &Tokens,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), Fault> {
        let mut schemes = self.chosen(endpoint)?.iter();
        schemes.try_for_each(|scheme| self.apply_scheme(*scheme, tokens, outgoing))
    }

    fn apply_scheme(
        &self,
        scheme: usize,
        tokens: &Tokens,
        outgoing: &mut Outgoing<'_>,
    ) -> Result<(), Fault> {
        let (Some(kind), Some(Some(secret))) =
            (self.api.schemes.get(scheme), self.slots.get(scheme))
        else {
            return Ok(());
        };
        // A token that was fetched stands where a given one would.
        let fetched = tokens.iter().find(|(other, _)| *other == scheme);
        let fetched = fetched.map(|(_, held)| Secret::Token(held.secret.clone()));
        let secret = fetched.as_ref().unwrap_or(secret);
        let (prefix, secret) = match (kind.kind, secret) {
            (SchemeKind::MutualTls, _) | (_, Secret::Provided(_)) => return Ok(()),
            (SchemeKind::ApiKey(location, name), secret) => {
                return place(outgoing, location, name, &plain(secret));
            }
            (_, Secret::Basic(..)) => ("Basic", plain(secret)),
            (SchemeKind::Basic, Secret::Token(_)) => ("Basic", plain(secret)),
            (SchemeKind::Http(name), Secret::Token(_)) => (name, plain(secret)),
            (
                SchemeKind::Bearer | SchemeKind::OAuth2(_) | SchemeKind::OpenIdConnect(_),
                Secret::Token(_),
            ) => ("Bearer", plain(secret)),
        };
        sensitive(outgoing, AUTHORIZATION, [prefix, " ", &secret].concat())
    }

    fn name(&self, scheme: usize) -> &'static str {
        let scheme = self.api.schemes.get(scheme);
        scheme.map_or("?", |scheme| scheme.name)
    }

    /// The alternatives of an operation by the names of their schemes.
    fn wanted(&self, endpoint: &Endpoint) -> String {
        let name = |scheme: &usize| self.name(*scheme);
        let alternatives: Vec<String> = endpoint
            .security
            .iter()
            .map(|schemes| schemes.iter().map(name).collect::<Vec<_>>().join(" and "))
            .collect();
        format!("it takes {}", alternatives.join(", or "))
    }
}

/// The secret as it stands in a header, for Basic after encoding.
fn plain(secret: &Secret) -> Cow<'_, str> {
    match secret {
        Secret::Token(token) => Cow::Borrowed(token.expose_secret()),
        Secret::Basic(user, password) => {
            base64(format!("{user}:{}", password.expose_secret()).as_bytes()).into()
        }
        // Its tokens are secret, it is none.
        Secret::Provided(_) => Cow::Borrowed(""),
    }
}

fn place(
    outgoing: &mut Outgoing<'_>,
    location: Location,
    name: &str,
    secret: &str,
) -> Result<(), Fault> {
    let mut pair = String::new();
    encode(&mut pair, name, Keep::Unreserved);
    pair.push('=');
    encode(&mut pair, secret, Keep::Unreserved);
    match location {
        Location::Query | Location::QueryString | Location::Path => {
            // A link that the server gave may have it already.
            let prefix = &pair[..=pair.find('=').unwrap_or(0)];
            let others = outgoing.draft.url.query().unwrap_or_default().split('&');
            let mut others = others.chain(outgoing.query.split('&'));
            if !others.any(|other| other.starts_with(prefix)) {
                if !outgoing.query.is_empty() {
                    outgoing.query.push('&');
                }
                outgoing.query.push_str(&pair);
            }
            Ok(())
        }
        Location::Cookie => {
            let pair = match outgoing
                .headers
                .get(COOKIE)
                .and_then(|value| std::str::from_utf8(value.as_bytes()).ok())
            {
                Some(others) => format!("{others}; {pair}"),
                None => pair,
            };
            sensitive(outgoing, COOKIE, pair)
        }
        Location::Header => {
            let header = HeaderName::from_bytes(name.as_bytes())
                .map_err(|_| Fault::request(None, format!("`{name}` cannot be a header")))?;
            sensitive(outgoing, header, secret.to_owned())
        }
    }
}

fn sensitive(outgoing: &mut Outgoing<'_>, name: HeaderName, text: String) -> Result<(), Fault> {
    let plain = Some(text).filter(|text| text.is_ascii());
    let Some(Ok(mut value)) = plain.map(HeaderValue::try_from) else {
        return Err(Fault::request(
            None,
            "the credentials hold characters a header cannot carry".into(),
        ));
    };
    value.set_sensitive(true);
    outgoing.headers.insert(name, value);
    Ok(())
}

/// Base64 with padding: RFC 7617 asks for it.
pub(super) fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let byte = |index: usize| u32::from(chunk.get(index).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for index in 0..4 {
            let six = (word >> (18 - 6 * index)) & 63;
            out.push(if index <= chunk.len() {
                char::from(ALPHABET[six as usize])
            } else {
                '='
            });
        }
    }
    out
}

impl Debug for Secret {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("[redacted]")
    }
}

impl Debug for Secrets {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let given = self
            .api
            .schemes
            .iter()
            .zip(&self.slots)
            .filter(|(_, slot)| slot.is_some());
        f.debug_map()
            .entries(given.map(|(scheme, slot)| (scheme.name, slot)))
            .finish()
    }
}
