//! The client-credentials flow of OAuth 2 (RFC 6749, section 4.4). In: a token URL and what the client is known by; out:
//! tokens. Invariant: neither the secret nor a token is in any text that is shown.

use super::body::Body;
use super::credentials::base64;
use super::json::{self, Value};
use super::percent::{Keep, encode};
use super::token::{Token, TokenContext, TokenError, TokenProvider};
use super::transport::BoxFuture;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue};
use http::{Method, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use std::fmt::{self, Debug, Formatter};
use std::time::Duration;

/// Gets tokens for a client that acts for itself.
#[derive(Clone)]
pub struct ClientCredentials {
    url: String,
    id: String,
    secret: SecretString,
    scopes: Vec<String>,
}

impl ClientCredentials {
    /// Asks this token URL, with what the client is known by.
    pub fn new(url: impl Into<String>, id: impl Into<String>, secret: impl Into<String>) -> Self {
        ClientCredentials {
            url: url.into(),
            id: id.into(),
            secret: SecretString::from(secret.into()),
            scopes: Vec::new(),
        }
    }

    /// Asks for these scopes; without any it is the server that decides.
    #[must_use]
    pub fn with_scopes(mut self, scopes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    fn request(&self, context: &TokenContext<'_>) -> Result<http::Request<Body>, TokenError> {
        let mut form = String::from("grant_type=client_credentials");
        if !self.scopes.is_empty() {
            form.push_str("&scope=");
            encode(&mut form, &self.scopes.join(" "), Keep::Unreserved);
        }
        // Both are encoded before they are put together (section 2.3.1).
        let mut pair = String::new();
        encode(&mut pair, &self.id, Keep::Unreserved);
        pair.push(':');
        encode(&mut pair, self.secret.expose_secret(), Keep::Unreserved);
        let basic = format!("Basic {}", base64(pair.as_bytes()));
        let mut basic = HeaderValue::try_from(basic)?;
        basic.set_sensitive(true);
        let request = http::Request::builder()
            .method(Method::POST)
            .uri(context.resolve(&self.url)?.text())
            .header(ACCEPT, "application/json")
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(AUTHORIZATION, basic);
        Ok(request.body(Body::from(form))?)
    }

    async fn fetch(&self, context: TokenContext<'_>) -> Result<Token, TokenError> {
        let response = context.send(self.request(&context)?).await?;
        let status = response.status();
        // What is no JSON says nothing, and may not be shown.
        let value: Value = json::from_slice(response.body()).unwrap_or_default();
        if status.is_success() {
            return token(&value);
        }
        let error = TokenError::new(refusal(status, &value));
        Err(match status {
            StatusCode::TOO_MANY_REQUESTS | StatusCode::REQUEST_TIMEOUT => error.passing(),
            _ if status.is_server_error() => error.passing(),
            _ => error,
        })
    }
}

impl TokenProvider for ClientCredentials {
    fn token<'a>(&'a self, context: TokenContext<'a>) -> BoxFuture<'a, Result<Token, TokenError>> {
        Box::pin(self.fetch(context))
    }
}

impl Debug for ClientCredentials {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientCredentials")
            .field("url", &self.url)
            .field("id", &self.id)
            .field("scopes", &self.scopes)
            .finish_non_exhaustive()
    }
}

/// The token in a response of success (section 5.1).
fn token(value: &Value) -> Result<Token, TokenError> {
    let Some(text) = value["access_token"].as_str() else {
        return Err(TokenError::new(
            "the token endpoint answers without a token",
        ));
    };
    if let Some(kind) = value["token_type"].as_str()
        && !kind.eq_ignore_ascii_case("bearer")
    {
        return Err(TokenError::new("the token endpoint gives no bearer token"));
    }
    // A number, but some write it as text.
    let seconds = match &value["expires_in"] {
        Value::String(text) => text.parse().ok(),
        other => other.as_f64(),
    };
    let lifetime = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    let token = Token::new(text);
    Ok(match lifetime {
        Some(lifetime) => token.with_lifetime(lifetime),
        None => token,
    })
}

/// What an error says (section 5.2).
fn refusal(status: StatusCode, value: &Value) -> String {
    let mut text = format!("the token endpoint answers HTTP {status}");
    let said = ["error", "error_description"].into_iter();
    for word in said.filter_map(|name| value[name].as_str()) {
        text.push_str(": ");
        text.extend(word.chars().filter(|c| !c.is_control()).take(200));
    }
    text
}
