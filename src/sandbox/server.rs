//! One vendor's server: a thread with its own small runtime, and the gate every request passes.
//!
//! Input: a [`Vendor`] and [`Options`]. Output: a [`Server`]. Invariant: the server ends when its handle is dropped, whatever
//! its connections are doing, and it can be started and dropped inside or outside of an async runtime.

use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::Response;
use futures_util::stream;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::oneshot;

use super::Vendor;
use super::fault::{Act, Faults, Hint};

/// Starts a vendor's server on a loopback port. It accepts connections from the moment this returns.
///
/// # Errors
/// When the port can't be bound or the thread not started.
pub fn start(vendor: Vendor, options: Options) -> io::Result<Server> {
    let api = vendor.api();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, options.port))?;
    listener.set_nonblocking(true)?;
    let base_url = format!("http://{}{}", listener.local_addr()?, api.base);
    let gate = Arc::new(Gate::new(api, options));
    let app = Router::new()
        .nest(api.base, (api.router)(&base_url))
        // Who leaves the base path out is understood, too.
        .merge((api.router)(&base_url))
        .fallback(async move || {
            (api.failure)(StatusCode::NOT_FOUND, "There is nothing at this path.")
        })
        .method_not_allowed_fallback(async move || {
            (api.failure)(
                StatusCode::METHOD_NOT_ALLOWED,
                "This path does not take that method.",
            )
        })
        .layer(middleware::from_fn_with_state(Arc::clone(&gate), pass));
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let (stop, stopped) = oneshot::channel();
    let serve = move || runtime.block_on(serve(listener, app, stopped));
    let thread = thread::Builder::new()
        .name(format!("sandbox {vendor}"))
        .spawn(serve)?;
    Ok(Server {
        vendor,
        base_url,
        gate,
        stop: Some(stop),
        thread: Some(thread),
    })
}

/// How a server is to behave; the default is a free port, no faults and the vendor's own rate limit.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// What goes wrong, and when.
    pub faults: Faults,
    /// Requests allowed per window, in place of the vendor's number. Without effect where the vendor has no limit.
    pub quota: Option<u32>,
}

/// A running server; it stops when dropped.
#[derive(Debug)]
pub struct Server {
    vendor: Vendor,
    base_url: String,
    gate: Arc<Gate>,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

/// One request as it arrived, with the status it was answered with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The method, `GET`.
    pub method: String,
    /// Path and query, still encoded.
    pub target: String,
    /// Header names (lower case) and values, in the order sent.
    pub headers: Vec<(String, String)>,
    /// The status sent back.
    pub status: u16,
}

/// What a vendor's module gives: its place, its routes and its voice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Api {
    /// The path all routes are under.
    pub(crate) base: &'static str,
    /// The routes, given the server's base URL.
    pub(crate) router: fn(&str) -> Router,
    /// The vendor's error answer for a status.
    pub(crate) failure: fn(StatusCode, &str) -> Response,
    pub(crate) limits: Option<Limits>,
    pub(crate) credentials: &'static [(&'static str, &'static str)],
}

/// A documented rate limit and the headers it shows in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) requests: u32,
    pub(crate) window: Duration,
    pub(crate) limit: &'static str,
    pub(crate) remaining: &'static str,
    /// Epoch seconds at which the window ends, where the vendor tells.
    pub(crate) reset: Option<&'static str>,
}

/// What every request of one server goes through.
#[derive(Debug)]
struct Gate {
    api: Api,
    faults: Faults,
    limits: Option<Limits>,
    past: Mutex<Past>,
}

#[derive(Debug, Default)]
struct Past {
    seen: Vec<Seen>,
    requests: u64,
    used: u32,
    /// When the rate-limit window ends; set by the first request in it.
    reset: Timestamp,
}

/// The state of the rate limit for one request.
struct Turn {
    request: u64,
    /// Requests left after this one; `None` when it is already one too many.
    remaining: Option<u32>,
    reset: Timestamp,
}

impl Server {
    /// Whose server this is.
    pub fn vendor(&self) -> Vendor {
        self.vendor
    }

    /// What stands in for the vendor's server URL, base path included, no slash at the end.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// The requests answered so far.
    pub fn seen(&self) -> Vec<Seen> {
        self.gate.past().seen.clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // An error of a server nobody needs any more is nobody's concern.
            drop(thread.join());
        }
    }
}

impl Gate {
    fn new(api: Api, options: Options) -> Self {
        let limits = api.limits.map(|limits| Limits {
            requests: options.quota.unwrap_or(limits.requests),
            ..limits
        });
        Self {
            api,
            faults: options.faults,
            limits,
            past: Mutex::default(),
        }
    }

    fn past(&self) -> MutexGuard<'_, Past> {
        self.past.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn turn(&self) -> Turn {
        let mut past = self.past();
        let request = past.requests;
        past.requests += 1;
        let Some(limits) = self.limits else {
            return Turn {
                request,
                remaining: Some(u32::MAX),
                reset: Timestamp::UNIX_EPOCH,
            };
        };
        if past.reset <= Timestamp::now() {
            past.used = 0;
            past.reset = after(limits.window);
        }
        let remaining = limits.requests.checked_sub(past.used + 1);
        past.used = (past.used + 1).min(limits.requests);
        Turn {
            request,
            remaining,
            reset: past.reset,
        }
    }

    async fn answer(&self, turn: &mut Turn, request: Request, next: Next) -> Response {
        let effect = self.faults.effect(turn.request);
        tokio::time::sleep(effect.delay).await;
        match effect.act {
            Act::Serve if turn.remaining.is_some() => next.run(request).await,
            Act::Serve => {
                let wait = turn
                    .reset
                    .duration_since(Timestamp::now())
                    .try_into()
                    .unwrap_or(Duration::ZERO);
                self.too_many(turn, wait, Hint::Documented)
            }
            Act::RateLimit(wait, hint) => self.too_many(turn, wait, hint),
            Act::Status(status) => {
                let status =
                    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
                (self.api.failure)(status, "This failure was asked for.")
            }
            Act::Cut => cut(next.run(request).await).await,
        }
    }

    fn too_many(&self, turn: &mut Turn, wait: Duration, hint: Hint) -> Response {
        turn.remaining = None;
        turn.reset = after(wait);
        let mut response = (self.api.failure)(StatusCode::TOO_MANY_REQUESTS, "Too many requests.");
        let hint = match hint {
            Hint::Seconds => Some(whole_seconds(wait).to_string()),
            Hint::Date => jiff::fmt::rfc2822::DateTimePrinter::new()
                .timestamp_to_rfc9110_string(&turn.reset)
                .ok(),
            Hint::Documented => None,
        };
        if let Some(value) = hint.and_then(|hint| HeaderValue::try_from(hint).ok()) {
            response.headers_mut().insert(header::RETRY_AFTER, value);
        }
        response
    }

    fn stamp(&self, response: &mut Response, turn: &Turn) {
        let Some(limits) = self.limits else { return };
        let headers = response.headers_mut();
        headers.insert(
            HeaderName::from_static(limits.limit),
            limits.requests.into(),
        );
        headers.insert(
            HeaderName::from_static(limits.remaining),
            turn.remaining.unwrap_or(0).into(),
        );
        if let Some(reset) = limits.reset {
            headers.insert(
                HeaderName::from_static(reset),
                turn.reset.as_second().into(),
            );
        }
    }
}

impl Seen {
    fn of(request: &Request) -> Self {
        let text = |value: &HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
        Self {
            method: request.method().to_string(),
            target: request.uri().to_string(),
            headers: request
                .headers()
                .iter()
                .map(|(name, value)| (name.to_string(), text(value)))
                .collect(),
            status: 0,
        }
    }
}

async fn serve(
    listener: TcpListener,
    app: Router,
    stopped: oneshot::Receiver<()>,
) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    tokio::select! {
        outcome = axum::serve(listener, app) => outcome,
        _ = stopped => Ok(()),
    }
}

async fn pass(State(gate): State<Arc<Gate>>, request: Request, next: Next) -> Response {
    let mut turn = gate.turn();
    let mut seen = Seen::of(&request);
    let mut response = gate.answer(&mut turn, request, next).await;
    gate.stamp(&mut response, &turn);
    seen.status = response.status().as_u16();
    gate.past().seen.push(seen);
    response
}

/// The same response, announced whole, of which only the first half is sent before the connection closes.
async fn cut(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let whole = axum::body::to_bytes(body, usize::MAX)
        .await
        .unwrap_or_default();
    parts
        .headers
        .insert(header::CONTENT_LENGTH, whole.len().max(2).into());
    let half = whole.slice(..whole.len() / 2);
    let chunks = stream::unfold(Some(half), async |half: Option<Bytes>| match half {
        Some(half) => Some((Ok(half), None)),
        None => {
            // hyper drops what it has not flushed when a body fails, so give it a moment to send the half.
            tokio::time::sleep(Duration::from_millis(20)).await;
            Some((Err(io::Error::from(io::ErrorKind::ConnectionAborted)), None))
        }
    });
    Response::from_parts(parts, Body::from_stream(chunks))
}

fn after(wait: Duration) -> Timestamp {
    let wait = SignedDuration::from_secs(i64::try_from(whole_seconds(wait)).unwrap_or(i64::MAX));
    Timestamp::now().checked_add(wait).unwrap_or(Timestamp::MAX)
}

/// Rate limits speak in whole seconds; a client told too few would come back too early.
fn whole_seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}
