//! The HTTP that the four vendors share: reading queries and credentials, writing JSON.
//!
//! Input: request parts. Output: checked values, or [`Invalid`] naming the parameter. Invariant: an empty parameter counts as
//! absent, and nothing in a request can make these functions panic.

use std::convert::Infallible;
use std::ops::RangeInclusive;

use axum::body::Body;
use axum::extract::{FromRequestParts, Query};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use jiff::Timestamp;
use serde_json::Value;

/// The query of a request, decoded, in the order sent.
pub(crate) struct Params(Vec<(String, String)>);

/// A parameter the server can't work with.
pub(crate) struct Invalid {
    pub(crate) name: String,
    pub(crate) reason: String,
}

impl Invalid {
    pub(crate) fn new(name: &str, reason: impl Into<String>) -> Self {
        Self {
            name: name.to_owned(),
            reason: reason.into(),
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Params {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        // Any query is a list of string pairs: decoding is lossy and keeps repeated keys, so that it can't fail.
        let pairs = Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        Ok(Self(pairs.map(|Query(pairs)| pairs).unwrap_or_default()))
    }
}

impl Params {
    /// Every non-empty value sent under the name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self
            .0
            .iter()
            .filter(move |(key, value)| key == name && !value.is_empty());
        named.map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    pub(crate) fn count(
        &self,
        name: &str,
        range: RangeInclusive<u64>,
    ) -> Result<Option<u64>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let number = text.parse().ok().filter(|number| range.contains(number));
        let reason = || {
            format!(
                "must be a whole number from {} to {}",
                range.start(),
                range.end()
            )
        };
        number.map(Some).ok_or_else(|| Invalid::new(name, reason()))
    }

    pub(crate) fn flag(&self, name: &str) -> Result<Option<bool>, Invalid> {
        match self.text(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(_) => Err(Invalid::new(name, "must be true or false")),
        }
    }

    /// An ISO 8601 instant with its offset.
    pub(crate) fn instant(&self, name: &str) -> Result<Option<Timestamp>, Invalid> {
        let Some(text) = self.text(name) else {
            return Ok(None);
        };
        let parsed = text.parse().map(Some);
        parsed.map_err(|_| Invalid::new(name, "must be an ISO 8601 date and time with an offset"))
    }

    /// The same query, encoded again, without one key.
    pub(crate) fn without(&self, name: &str) -> Vec<String> {
        let kept = self.0.iter().filter(|(key, _)| key != name);
        kept.map(|(key, value)| format!("{}={}", encode(key), encode(value)))
            .collect()
    }
}

/// A JSON answer under the given media type.
pub(crate) fn reply(status: StatusCode, media: &'static str, body: &Value) -> Response {
    let mut response = Response::new(Body::from(body.to_string()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(media));
    response
}

/// The answer with one more header.
pub(crate) fn with_header(
    mut response: Response,
    name: &'static str,
    value: &'static str,
) -> Response {
    response
        .headers_mut()
        .insert(name, HeaderValue::from_static(value));
    response
}

/// Whether the header is there with exactly this value.
pub(crate) fn header_is(headers: &HeaderMap, name: &str, value: &str) -> bool {
    headers
        .get(name)
        .is_some_and(|sent| sent.as_bytes() == value.as_bytes())
}

/// Whether the request carries this bearer token (RFC 6750; the scheme in any case).
pub(crate) fn bearer_is(headers: &HeaderMap, token: &str) -> bool {
    authorization(headers, "bearer").is_some_and(|sent| sent == token)
}

/// Whether the request carries this name and password (RFC 7617).
pub(crate) fn basic_is(headers: &HeaderMap, name: &str, password: &str) -> bool {
    authorization(headers, "basic")
        .is_some_and(|sent| sent == base64(format!("{name}:{password}").as_bytes()))
}

/// Whether `text` matches a pattern in which `*` stands for any run of characters.
pub(crate) fn glob(pattern: &str, text: &str) -> bool {
    let Some((head, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(mut text) = text.strip_prefix(head) else {
        return false;
    };
    let mut parts: Vec<&str> = rest.split('*').collect();
    let tail = parts.pop().unwrap_or_default();
    for part in parts {
        let Some(found) = text.find(part) else {
            return false;
        };
        text = &text[found + part.len()..];
    }
    text.ends_with(tail)
}

/// Percent-encodes everything but unreserved characters (RFC 3986, 2.3).
pub(crate) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

fn authorization<'a>(headers: &'a HeaderMap, scheme: &str) -> Option<&'a str> {
    let (sent, value) = headers
        .get(header::AUTHORIZATION)?
        .to_str()
        .ok()?
        .split_once(' ')?;
    sent.eq_ignore_ascii_case(scheme)
        .then(|| value.trim_start())
}

/// Base64 with padding (RFC 4648, 4).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let group = chunk
            .iter()
            .fold(0_u32, |group, byte| group << 8 | u32::from(*byte))
            << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= chunk.len() {
                char::from(digit)
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{base64, encode, glob};

    #[test]
    fn base64_as_in_the_rfc() {
        for (plain, coded) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_star_stands_for_any_run() {
        for pattern in ["/a/b.txt", "/a*", "*", "*.txt", "/*/b*t", "/a/b.txt*"] {
            assert!(glob(pattern, "/a/b.txt"), "{pattern}");
        }
        for pattern in ["/a", "/b*", "*.tx", "/*/c*t", "/a/b.txt*t"] {
            assert!(!glob(pattern, "/a/b.txt"), "{pattern}");
        }
    }

    #[test]
    fn only_unreserved_characters_stay() {
        assert_eq!(encode("a-b._~ +/é"), "a-b._~%20%2B%2F%C3%A9");
    }
}
