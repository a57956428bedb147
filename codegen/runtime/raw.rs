//! Calls of what the document lacks. In: a method, a path and what goes with them; out: the response as it came.
//! Invariant: such a call goes to the client's own server, whatever its path says, or is an error before anything is sent.

use super::body::Body;
use super::call::Call;
use super::client::Core;
use super::endpoint::Endpoint;
use super::error::Error;
use super::operation::Sending;
use super::percent::{Keep, encode};
use super::reply::Reply;
use super::request;
#[cfg(feature = "blocking")]
use super::response::Response;
use super::url::shown;
use super::wire::Wire;
use http::Method;
use std::convert::Infallible;
use std::time::Duration;

/// A request that the document does not describe, made by the client's method `request`.
///
/// It has all that the described ones have: credentials, retries, time limits, redirects, the client's own headers.
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct RawRequest {
    call: Call,
}

/// Method and path of a request that the document does not describe.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub(super) method: Method,
    /// As it stands in a URL.
    pub(super) path: String,
}

/// What a raw request gives to blocking code.
#[cfg(feature = "blocking")]
pub type RawOutcome = Result<Response<Reply>, Error<Infallible>>;

impl RawRequest {
    /// A request of a method and a path; `endpoint` says which credentials it takes. What is wrong with either is told
    /// when it is to be sent.
    pub fn new(core: &Core, endpoint: &'static Endpoint, method: &str, path: &str) -> Self {
        let mut call = core.call(endpoint);
        match Raw::new(method, path) {
            Ok(raw) => call.raw = Some(Box::new(raw)),
            Err(reason) => call.problem = Some((None, reason)),
        }
        RawRequest { call }
    }

    /// Adds a pair to the query. Both are encoded.
    pub fn query(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.call.query(name, value);
        self
    }

    /// Adds a header, in place of one of the same name.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.call.header(name, value);
        self
    }

    /// Sends a value as `application/json`: a model, or a [`Value`](super::Value).
    pub fn json(mut self, value: &dyn Wire) -> Self {
        self.call.json(value, "application/json");
        self
    }

    /// Sends a text as `text/plain`; `header("content-type", …)` says what else it is.
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.call.text(text, "text/plain; charset=utf-8");
        self
    }

    /// Sends bytes, or what is read while it is sent, as `application/octet-stream`; `header("content-type", …)` says
    /// what else they are.
    pub fn bytes(mut self, body: impl Into<Body>) -> Self {
        self.call.bytes(body, "application/octet-stream");
        self
    }

    /// Goes on where a link points to that the server gave in answer to this request: relative to it, or a whole URL. It
    /// stands for path and query. As with paging, one to another server is an error: it would get the credentials.
    pub fn link(mut self, link: &str) -> Self {
        if self.call.problem.is_some() {
            return self;
        }
        let followed = request::url(&self.call)
            .map_err(|fault| fault.to_string())
            .and_then(|here| here.follow(link));
        match followed {
            Ok(url) => self.call.link = Some(url),
            Err(reason) => self.call.problem = Some((None, format!("the link {reason}"))),
        }
        self
    }

    /// The time for the whole call, further attempts included.
    pub fn timeout(mut self, time: Duration) -> Self {
        self.call.timeout(time);
        self
    }

    /// Changes what else there is: another base URL or retry policy, the time for an attempt.
    pub fn customize(mut self, change: impl FnOnce(&mut Call)) -> Self {
        change(&mut self.call);
        self
    }

    /// Sends the request and gives the response as it came, whatever its status: `json()` reads it as a model or a
    /// `Value`, `text()` and `body()` as it is.
    pub fn send(self) -> Sending<Reply, Infallible> {
        self.call.send_raw()
    }

    /// Sends the request and waits for the response as it came, whatever its status.
    ///
    /// # Errors
    /// When method or path are none, the request cannot be sent, or there is no response.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> RawOutcome {
        self.call.send_raw_blocking()
    }

    /// The request, to be sent by other means.
    ///
    /// # Errors
    /// When method or path are none, or credentials are missing.
    pub fn into_request(self) -> Result<http::Request<Body>, Error<Infallible>> {
        self.call.into_request()
    }
}

impl Raw {
    fn new(method: &str, path: &str) -> Result<Self, String> {
        Ok(Raw {
            method: known_method(method)?,
            path: own_path(path)?,
        })
    }
}

fn known_method(text: &str) -> Result<Method, String> {
    let Ok(method) = Method::from_bytes(text.as_bytes()) else {
        return Err(format!("`{text}` is no method"));
    };
    let upper = text.to_ascii_uppercase();
    // Methods are case-sensitive (RFC 9110, section 9.1), and servers know none of `get`.
    match Method::from_bytes(upper.as_bytes()) {
        Ok(known) if known != method && is_standard(&known) => {
            Err(format!("`{text}` is no method: write `{upper}`"))
        }
        Ok(Method::CONNECT) => Err("`CONNECT` opens a tunnel and has no path".into()),
        Ok(_) | Err(_) => Ok(method),
    }
}

fn is_standard(method: &Method) -> bool {
    matches!(
        *method,
        Method::GET
            | Method::HEAD
            | Method::POST
            | Method::PUT
            | Method::PATCH
            | Method::DELETE
            | Method::OPTIONS
            | Method::TRACE
            | Method::CONNECT
    )
}

/// A path as it stands in a URL, if it leads to where it seems to.
fn own_path(text: &str) -> Result<String, String> {
    let wrong = |why: &str| Err(format!("`{}` is no path: {why}", shown(text)));
    if text.contains("://") || text.starts_with("//") {
        return wrong(
            "it names a server; give what follows the base URL, and that with `base_url`",
        );
    }
    if text.contains('?') {
        return wrong("a query is given with `query`; a `?` of the path itself is `%3F`");
    }
    if text.contains('#') {
        return wrong("fragments are not sent; a `#` of the path itself is `%23`");
    }
    if text.contains('\\') {
        return wrong("some take `\\` for `/`; one of the path itself is `%5C`");
    }
    if request::leads_elsewhere(text) {
        return wrong("a `.` or `..` in it would lead elsewhere");
    }
    let mut path = String::with_capacity(text.len() + 1);
    if !text.is_empty() && !text.starts_with('/') {
        path.push('/');
    }
    encode(&mut path, text, Keep::ReservedInPath);
    Ok(path)
}
