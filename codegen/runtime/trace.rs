//! Spans for `tracing`. In: calls and attempts; out: a span for each, its fields named as OpenTelemetry's conventions for
//! HTTP clients name them. Invariant: of queries and headers nothing is told but what the caller lets through.

use super::call::Call;
use super::client::CoreBuilder;
use super::fault::ErrorKind;
use super::reply::Reply;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use std::fmt::{self, Debug, Formatter, Write};
use std::sync::Arc;
use tracing::Span;
use tracing::field::Empty;

/// What the spans of a client tell beside what they always do, and what goes along with requests.
///
/// There is a span `call` for each operation and, below it, a span `attempt` for each request. The keys of a query are
/// told, its values are `REDACTED`, and no header is told, but for those that are named here.
#[derive(Clone, Default)]
pub struct Tracing {
    query: Vec<String>,
    headers: Vec<String>,
    traceparent: Option<Arc<TraceParent>>,
}

type TraceParent = dyn Fn() -> Option<String> + Send + Sync;

impl Tracing {
    /// Tells of no value of a query, and of no header.
    pub fn new() -> Self {
        Tracing::default()
    }

    /// Tells the values of these keys of the query.
    #[must_use]
    pub fn with_query(mut self, keys: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.query.extend(keys.into_iter().map(Into::into));
        self
    }

    /// Tells these headers of requests and responses. One that is marked as sensitive is never told.
    #[must_use]
    pub fn with_headers(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.headers.extend(names.into_iter().map(Into::into));
        self
    }

    /// Sends the header `traceparent` with what this function gives; it is called within the span of the attempt. It goes
    /// to the client's own server only, not to where a redirect leads.
    #[must_use]
    pub fn with_traceparent(
        mut self,
        current: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.traceparent = Some(Arc::new(current));
        self
    }

    /// A URL without its secrets.
    fn url(&self, uri: &http::Uri) -> String {
        let text = uri.to_string();
        let Some((begin, query)) = text.split_once('?') else {
            return text;
        };
        let pairs = query.split('&').map(|pair| match pair.split_once('=') {
            Some((key, _)) if !self.query.iter().any(|known| known == key) => {
                format!("{key}=REDACTED")
            }
            Some(_) => pair.to_owned(),
            // It may be a key alone, or a value.
            None => "REDACTED".to_owned(),
        });
        format!("{begin}?{}", pairs.collect::<Vec<_>>().join("&"))
    }

    /// The headers that may be told, as `name=value`, in the order in which they are named here.
    fn headers(&self, headers: &HeaderMap) -> Option<String> {
        let mut out = String::new();
        for name in &self.headers {
            for value in headers.get_all(name.as_str()) {
                if let (false, Ok(text)) = (value.is_sensitive(), value.to_str()) {
                    let between = if out.is_empty() { "" } else { ", " };
                    // Writing into a string cannot fail.
                    let _ = write!(out, "{between}{}={text}", name.to_ascii_lowercase());
                }
            }
        }
        (!out.is_empty()).then_some(out)
    }
}

impl Debug for Tracing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tracing")
            .field("query", &self.query)
            .field("headers", &self.headers)
            .field("traceparent", &self.traceparent.is_some())
            .finish()
    }
}

impl CoreBuilder {
    /// Says what spans tell.
    pub fn tracing(&mut self, tracing: Tracing) {
        self.settings.tracing = tracing;
    }
}

/// The span of a call.
pub(super) fn call(call: &Call) -> Span {
    let id = call.endpoint.id;
    tracing::info_span!(
        "call",
        "otel.name" = if id.is_empty() { "request" } else { id },
        "otel.kind" = "internal",
        "http.response.status_code" = Empty,
        "error.type" = Empty,
    )
}

/// The span of an attempt, and what its request gets from it, if it goes to the server that the call is for.
pub(super) fn attempt<B>(
    call: &Call,
    request: &mut http::Request<B>,
    attempt: u32,
    trusted: bool,
) -> Span {
    let settings = &call.core.settings().tracing;
    let uri = request.uri();
    let path = call.endpoint.path;
    let method = request.method().as_str();
    let port = uri.port_u16().unwrap_or(match uri.scheme_str() {
        Some("http") => 80,
        _ => 443,
    });
    let span = tracing::info_span!(
        "attempt",
        "otel.name" = format!("{method} {path}").trim_end(),
        "otel.kind" = "client",
        "http.request.method" = method,
        "url.full" = settings.url(uri),
        "url.template" = path,
        "server.address" = uri.host().unwrap_or_default(),
        "server.port" = port,
        "http.request.resend_count" = Empty,
        "http.request.headers" = settings.headers(request.headers()),
        "http.response.status_code" = Empty,
        "http.response.headers" = Empty,
        "error.type" = Empty,
    );
    if attempt > 1 {
        span.record("http.request.resend_count", attempt - 1);
    }
    if let Some(text) = (settings.traceparent.as_ref().filter(|_| trusted))
        .and_then(|current| span.in_scope(|| current()))
        && let Ok(value) = HeaderValue::from_str(&text)
    {
        let name = HeaderName::from_static("traceparent");
        request.headers_mut().insert(name, value);
    }
    span
}

/// What a span is told at its end.
pub(super) fn end(span: &Span, call: &Call, outcome: Result<&Reply, ErrorKind>) {
    match outcome {
        Ok(reply) => {
            let settings = &call.core.settings().tracing;
            span.record("http.response.status_code", reply.status());
            if let Some(headers) = settings.headers(reply.headers()) {
                span.record("http.response.headers", headers);
            }
            if reply.status() >= 400 {
                span.record("error.type", reply.status_code().as_str());
            }
        }
        Err(kind) => {
            span.record("error.type", name(kind));
        }
    }
}

fn name(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::Request => "request",
        ErrorKind::Token => "token",
        ErrorKind::Transport => "transport",
        ErrorKind::Timeout => "timeout",
        ErrorKind::Api => "api",
        ErrorKind::Decode => "decode",
        ErrorKind::Paging => "paging",
    }
}
