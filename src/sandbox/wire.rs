//! What the four vendors share: saying what is wrong, checking what a document can't say, writing JSON.
//!
//! Input: typed parameters. Output: values that can be worked with, or a [`Problem`] naming the parameter. Invariant: an empty
//! text counts as absent, and nothing in a request can make these functions panic.

use activity_logs::runtime::Formatted;
use activity_logs::runtime::fake::{Answer, Place, Problem};
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use jiff::Timestamp;
use serde_json::Value;

/// An answer, ready to be sent.
pub(crate) type Response = http::Response<Bytes>;

/// A parameter of the query that the server can't work with.
pub(crate) fn invalid(name: &str, reason: impl Into<String>) -> Problem {
    Problem::new(400, Place::Query(name.to_owned()), reason)
}

/// The answer of a handler: a body, or what is wrong.
pub(crate) fn answer<T, E>(page: Result<Value, Problem>) -> Answer<T, E> {
    match page {
        Ok(body) => Answer::json(200, &body),
        Err(problem) => Answer::refused(problem),
    }
}

/// A problem in words for its reader.
pub(crate) fn detail(problem: &Problem) -> &str {
    match (problem.status(), problem.place()) {
        (429, _) => "Too many requests.",
        (_, Place::Fault) => "This failure was asked for.",
        (404, Place::Path) => "There is nothing at this path.",
        (405, _) => "This path does not take that method.",
        _ => problem.reason(),
    }
}

/// The name of the parameter that a problem is about.
pub(crate) fn parameter(problem: &Problem) -> Option<&str> {
    match problem.place() {
        Place::Query(name) | Place::PathParameter(name) => Some(name),
        _ => None,
    }
}

/// A text that says something.
pub(crate) fn text(value: &Option<String>) -> Option<&str> {
    value.as_deref().filter(|text| !text.is_empty())
}

/// A number that is at least so much.
pub(crate) fn at_least(
    least: i64,
    name: &str,
    value: Option<i64>,
) -> Result<Option<usize>, Problem> {
    let fits = value.is_none_or(|number| number >= least);
    let number = value.map(|number| usize::try_from(number).unwrap_or(usize::MAX));
    fits.then_some(number)
        .ok_or_else(|| invalid(name, format!("must be a whole number from {least} on")))
}

/// An instant; one that is none has not come this far.
pub(crate) fn instant(value: &Option<Formatted<Timestamp>>) -> Option<Timestamp> {
    value.as_ref().and_then(|value| value.get().ok())
}

/// A JSON answer under the given media type.
pub(crate) fn reply(status: u16, media: &'static str, body: &Value) -> Response {
    let mut response = Response::new(Bytes::from(body.to_string()));
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let media = HeaderValue::from_static(media);
    response.headers_mut().insert(header::CONTENT_TYPE, media);
    response
}

/// The answer with one more header.
pub(crate) fn with_header(
    mut response: Response,
    name: &'static str,
    value: &'static str,
) -> Response {
    let value = HeaderValue::from_static(value);
    response.headers_mut().insert(name, value);
    response
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

#[cfg(test)]
mod tests {
    use super::{encode, glob};

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
