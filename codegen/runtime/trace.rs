//! Spans for `tracing`. In: calls and attempts; out: a span for each, its fields named as OpenTelemetry's conventions for
//! HTTP clients name them. Invariant: of queries and headers nothing is told but what the caller lets through.

use super::call::Call;
use super::client::CoreBuilder;
use super::fault::ErrorKind;
use super::reply::Reply;
use http::header::{HeaderMap, HeaderName, HeaderValue};
use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use tracing::callsite::{self, Callsite, Identifier};
use tracing::field::{Empty, Field, FieldSet, Value};
use tracing::level_filters::LevelFilter;
use tracing::metadata::Kind;
use tracing::subscriber::Interest;
use tracing::{Level, Metadata, Span};

/// What the spans of a client tell beside what they always do, and what goes along with requests.
///
/// There is a span `call` for each operation and, below it, a span `attempt` for each request. The keys of a query are
/// told, its values are `REDACTED`, and no header is told, but for those that are named here.
#[derive(Clone, Default)]
pub struct Tracing {
    query: Vec<String>,
    headers: Vec<HeaderName>,
    /// Where spans of attempts come from, once there was one.
    site: OnceLock<&'static Site>,
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

    /// Tells these headers of requests and responses, each in a field of its own: `http.request.header.accept`. Several
    /// values stand in one text, with a comma between them. One that is marked as sensitive is never told.
    ///
    /// The fields of a span are fixed as long as a program runs: what describes them is made once for each list of names,
    /// and kept.
    #[must_use]
    pub fn with_headers(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let names = names.into_iter().map(Into::<String>::into);
        self.headers
            .extend(names.filter_map(|name| HeaderName::try_from(name).ok()));
        self.headers.sort_by(|a, b| a.as_str().cmp(b.as_str()));
        self.headers.dedup();
        self.site = OnceLock::new();
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

    /// Tells a span the headers that may be told.
    fn record(&self, span: &Span, prefix: &str, headers: &HeaderMap) {
        for name in &self.headers {
            let values = headers.get_all(name).iter();
            let plain = values.filter(|value| !value.is_sensitive());
            let texts: Vec<&str> = plain.filter_map(|value| value.to_str().ok()).collect();
            if !texts.is_empty() {
                span.record(&*format!("{prefix}{name}"), texts.join(", "));
            }
        }
    }

    fn site(&self) -> &'static Site {
        self.site.get_or_init(|| Site::of(&self.headers))
    }
}

/// What comes before the name of a header.
const OF_REQUEST: &str = "http.request.header.";
const OF_RESPONSE: &str = "http.response.header.";

/// What every span of an attempt may have.
const FIELDS: [&str; 10] = [
    "otel.name",
    "otel.kind",
    "http.request.method",
    "url.full",
    "url.template",
    "server.address",
    "server.port",
    "http.request.resend_count",
    "http.response.status_code",
    "error.type",
];

/// Where spans with fields for certain headers come from: what `tracing`'s macros make for names that they know.
#[derive(Debug)]
struct Site {
    metadata: OnceLock<Metadata<'static>>,
    /// Whether nobody wants spans of it.
    off: AtomicBool,
}

impl Callsite for Site {
    fn set_interest(&self, interest: Interest) {
        self.off.store(interest.is_never(), Ordering::Relaxed);
    }

    fn metadata(&self) -> &Metadata<'_> {
        let metadata = self.metadata.get();
        metadata.expect("a site is shown to nobody before it is described")
    }
}

impl Site {
    /// The site for these headers: one for each list of them, kept as long as the program runs.
    fn of(headers: &[HeaderName]) -> &'static Site {
        static SITES: Mutex<BTreeMap<Vec<String>, &'static Site>> = Mutex::new(BTreeMap::new());
        let of = |prefix| {
            let names = headers.iter();
            names.map(move |name| format!("{prefix}{name}"))
        };
        let names: Vec<String> = of(OF_REQUEST).chain(of(OF_RESPONSE)).collect();
        let mut sites = SITES.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(site) = sites.get(&names) {
            return site;
        }
        let more = names.iter().map(|name| &*name.clone().leak());
        let fields: Vec<&'static str> = FIELDS.into_iter().chain(more).collect();
        let site: &'static Site = Box::leak(Box::new(Site {
            metadata: OnceLock::new(),
            off: AtomicBool::new(false),
        }));
        site.metadata.get_or_init(|| {
            Metadata::new(
                "attempt",
                module_path!(),
                Level::INFO,
                Some(file!()),
                Some(line!()),
                Some(module_path!()),
                FieldSet::new(fields.leak(), Identifier(site)),
                Kind::SPAN,
            )
        });
        sites.insert(names, site);
        drop(sites);
        callsite::register(site);
        site
    }

    /// A span that begins with these fields, if anybody wants it.
    fn span<const N: usize>(&'static self, values: [(&str, &dyn Value); N]) -> Span {
        let metadata = self.metadata.get();
        let wanted = |metadata: &&'static Metadata<'static>| {
            *metadata.level() <= LevelFilter::current()
                && !self.off.load(Ordering::Relaxed)
                && tracing::dispatcher::get_default(|one| one.enabled(metadata))
        };
        let first = metadata.and_then(|metadata| metadata.fields().iter().next());
        let (Some(metadata), Some(first)) = (metadata.filter(wanted), first) else {
            return Span::none();
        };
        let fields = metadata.fields();
        let named = |at: usize| fields.field(values[at].0);
        let names: [Field; N] =
            std::array::from_fn(|at| named(at).unwrap_or_else(|| first.clone()));
        let values: [(&Field, Option<&dyn Value>); N] =
            std::array::from_fn(|at| (&names[at], Some(values[at].1)));
        Span::new(metadata, &fields.value_set(&values))
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
    let span = settings.site().span([
        ("otel.name", &format!("{method} {path}").trim_end()),
        ("otel.kind", &"client"),
        ("http.request.method", &method),
        ("url.full", &settings.url(uri)),
        ("url.template", &path),
        ("server.address", &uri.host().unwrap_or_default()),
        ("server.port", &port),
    ]);
    settings.record(&span, OF_REQUEST, request.headers());
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
            settings.record(span, OF_RESPONSE, reply.headers());
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
