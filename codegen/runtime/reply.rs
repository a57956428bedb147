//! A response as it came. In: status, headers and bytes; out: the same, and the body as a model. Invariant: the bytes
//! are kept, so that nothing is lost when they are not what was expected.

// [events list]
use super::client::Core;
// [end]
use super::clock;
use super::json::{self, DecodeError, Reader, Value};
use super::retry;
use super::wire::Wire;
use bytes::Bytes;
use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use std::time::Duration;

/// What decoding gives.
pub type Decoded<T> = Result<T, DecodeError>;

/// A response with its whole body.
#[derive(Clone, Debug)]
pub struct Reply {
    operation: &'static str,
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    attempts: u32,
    /// When it came, by the client's clock; none has read one that came by other means.
    came: Option<Duration>,
    /// Who wants to know how its body differs from what is documented.
    #[cfg(feature = "drift")]
    pub(super) watch: Option<super::drift::Watch>,
}

impl Reply {
    pub(super) fn new(operation: &'static str, status: StatusCode, headers: HeaderMap) -> Self {
        Reply {
            operation,
            status,
            headers,
            body: Bytes::new(),
            attempts: 1,
            came: None,
            #[cfg(feature = "drift")]
            watch: None,
        }
    }

    pub(super) fn with_body(mut self, body: Bytes) -> Self {
        self.body = body;
        self
    }

    #[cfg(feature = "drift")]
    pub(super) fn watched(mut self, ledger: &std::sync::Arc<super::drift::Ledger>) -> Self {
        self.watch = Some(super::drift::Watch::new(ledger));
        self
    }

    // [events list]
    /// The same, left to be read in parts: what they have that is not documented is counted.
    pub(super) fn in_parts(self, core: &Core) -> Self {
        #[cfg(feature = "drift")]
        return self.watched(&core.settings().ledger);
        #[cfg(not(feature = "drift"))]
        {
            let _ = core;
            self
        }
    }

    /// Reads a part of the body: an item of the list that these keys lead to, or something that stands for itself.
    pub(super) fn part(
        &self,
        list: Option<&[&str]>,
        text: &[u8],
        into: &mut dyn Wire,
    ) -> Result<(), DecodeError> {
        #[cfg(feature = "drift")]
        if let Some(watch) = &self.watch {
            return watch.part(self, &super::drift::place(list), text, into);
        }
        let _ = list;
        json::decode(text, into)
    }
    // [end]

    /// After how many attempts it came.
    pub(super) fn attempts(&self) -> u32 {
        self.attempts
    }

    pub(super) fn after(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    pub(super) fn operation(&self) -> &'static str {
        self.operation
    }

    /// The status as a number.
    pub fn status(&self) -> u16 {
        self.status.as_u16()
    }

    /// The status.
    pub fn status_code(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The body as it came.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    pub(super) fn into_parts(self) -> (StatusCode, HeaderMap) {
        (self.status, self.headers)
    }

    /// The body as JSON.
    ///
    /// # Errors
    /// When it is no JSON, or not of the model's shape.
    pub fn json<T: Wire>(&self) -> Decoded<T> {
        #[cfg(feature = "drift")]
        if let Some(watch) = &self.watch {
            return watch.read(self);
        }
        json::from_slice(&self.body)
    }

    /// The body as text.
    ///
    /// # Errors
    /// When it is not UTF-8.
    pub fn text(&self) -> Decoded<String> {
        match std::str::from_utf8(&self.body) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(DecodeError::of("UTF-8", &self.body, error.valid_up_to())),
        }
    }

    /// The body as bytes.
    ///
    /// # Errors
    /// Never; it is a `Result` as the others are.
    pub fn bytes(&self) -> Decoded<Bytes> {
        Ok(self.body.clone())
    }

    /// For responses without a body; what comes nevertheless is passed over.
    ///
    /// # Errors
    /// Never; it is a `Result` as the others are.
    pub fn empty(&self) -> Decoded<()> {
        Ok(())
    }

    /// Whether the body is of a media type; `type/*` and `*/*` stand for many.
    pub fn is(&self, media_type: &str) -> bool {
        let Some(actual) = self
            .headers
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
        else {
            return false;
        };
        let (actual, wanted) = (essence(actual), essence(media_type));
        match wanted.strip_suffix('*') {
            Some("*/") => true,
            Some(kind) => actual
                .get(..kind.len())
                .is_some_and(|begin| begin.eq_ignore_ascii_case(kind)),
            None => actual.eq_ignore_ascii_case(wanted),
        }
    }

    /// The number under which the server knows the request; [`Error::request_id`] lists the headers that tell it.
    ///
    /// [`Error::request_id`]: super::Error::request_id
    pub fn request_id(&self) -> Option<&str> {
        request_id(&self.headers)
    }

    pub(super) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The same, come at a moment: the time since 1970.
    pub(super) fn at(mut self, moment: Duration) -> Self {
        self.came = Some(moment);
        self
    }

    /// How long the server asks to wait, from when it came.
    pub(super) fn wait(&self) -> Option<Duration> {
        retry::wait(&self.headers, self.came.unwrap_or_else(clock::since_epoch))
    }

    /// What the body says went wrong, in one line.
    pub(super) fn message(&self) -> Option<String> {
        let text = std::str::from_utf8(&self.body).ok()?.trim();
        let found = json::from_str::<Value>(text)
            .ok()
            .and_then(|value| message(&value, 0));
        let line = found.unwrap_or_else(|| text.to_owned());
        let line: Vec<&str> = line.split_whitespace().collect();
        let line = line.join(" ");
        let short: String = line.chars().take(200).collect();
        match short.is_empty() {
            true => None,
            false if short.len() < line.len() => Some(short + "…"),
            false => Some(short),
        }
    }
}

/// The headers in which servers number their requests, those with this very meaning first.
const REQUEST_IDS: [&str; 10] = [
    "x-request-id",
    "request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-github-request-id",
    "x-correlation-id",
    "correlation-id",
    "x-trace-id",
    "cf-ray",
];

/// The number that a server gave a request.
pub(super) fn request_id(headers: &HeaderMap) -> Option<&str> {
    let values = REQUEST_IDS.iter().filter_map(|name| headers.get(*name));
    let mut texts = values.filter_map(|value| value.to_str().ok());
    texts.find(|text| !text.is_empty())
}

/// The names under which error bodies explain themselves, the most telling first.
const NAMES: [&str; 8] = [
    "detail",
    "message",
    "error_description",
    "description",
    "title",
    "reason",
    "error",
    "errors",
];

fn message(value: &Value, depth: usize) -> Option<String> {
    if depth > 5 {
        return None;
    }
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Array(items) => items.iter().find_map(|item| message(item, depth + 1)),
        Value::Object(map) => NAMES
            .iter()
            .find_map(|name| message(map.get(*name)?, depth + 1))
            .or_else(|| map.values().find_map(|value| wrapped(value, depth + 1))),
        Value::Null | Value::Bool(_) | Value::Number(_) => None,
    }
}

/// An explanation inside an envelope. Its name says nothing there, so a bare text is none.
fn wrapped(value: &Value, depth: usize) -> Option<String> {
    match value {
        Value::Array(items) => items.iter().find_map(|item| wrapped(item, depth + 1)),
        Value::Object(_) => message(value, depth),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// A media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

/// Passes over everything but the value at a path of keys.
pub(super) fn find<'a>(body: &'a [u8], path: &[&str]) -> Option<&'a str> {
    let mut reader = Reader::new(std::str::from_utf8(body).ok()?);
    for name in path {
        if reader.peek() != b'{' || !reader.open_object("an object") {
            return None;
        }
        loop {
            match reader.next_key() {
                None => return None,
                Some(key) if key == *name => break,
                Some(_) => reader.skip(),
            }
        }
    }
    reader.peek();
    let start = reader.mark();
    reader.skip();
    Some(reader.since(start)).filter(|text| !text.is_empty())
}
