//! Watching what a client does. In: functions of the caller's; out: what they are told of each request, response and call.
//! Invariant: what is measured holds no URL, no header and no body.

use super::call::Call;
use super::client::CoreBuilder;
use super::clock::Clock;
use super::endpoint::Endpoint;
use super::execute::Reached;
use super::fault::{ErrorKind, Fault};
use http::{Method, StatusCode, request, response};
use std::fmt::{self, Debug, Formatter};
use std::sync::Arc;
use std::time::Duration;

/// What is told how calls go. It is called where the call runs, and should not take long.
pub trait Metrics: Send + Sync {
    /// A request was answered, or failed. The ones that follow a redirect or a renewed token count as the same attempt.
    fn attempt(&self, measured: &Measured) {
        let _ = measured;
    }

    /// A call came to its end, after all its attempts and pauses, or was given up.
    fn call(&self, measured: &Measured) {
        let _ = measured;
    }
}

/// How an attempt or a call went.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Measured {
    /// The operation's id in the document; empty for a request that the document does not describe.
    pub operation: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The number of the attempt, from 1; of a call, how many there were.
    pub attempt: u32,
    /// The status of the response, if there was one.
    pub status: Option<StatusCode>,
    /// What went wrong, if there was none.
    pub error: Option<ErrorKind>,
    /// Whether it was given up by the caller: its future was dropped, and there is neither status nor error.
    pub given_up: bool,
    /// How long it took.
    pub duration: Duration,
    /// The bytes of the request's body, where they are known beforehand.
    pub request_bytes: Option<u64>,
    /// The bytes of the response's body, unless it is left to be read as a stream.
    pub response_bytes: Option<u64>,
    endpoint: &'static Endpoint,
}

impl Measured {
    /// The path as the document has it: `/pets/{petId}`.
    pub fn path(&self) -> &'static str {
        self.endpoint.path
    }

    /// What came of it.
    fn end(&mut self, outcome: &Result<Reached, Fault>) {
        match outcome {
            Ok(Reached { reply, rest }) => {
                self.status = Some(reply.status_code());
                self.response_bytes = rest.is_none().then(|| reply.body().len() as u64);
            }
            Err(fault) => self.error = Some(fault.kind()),
        }
    }

    pub(super) fn of(call: &Call, method: Method) -> Self {
        Measured {
            operation: call.endpoint.id,
            method,
            attempt: 0,
            status: None,
            error: None,
            given_up: false,
            duration: Duration::ZERO,
            request_bytes: call
                .body
                .as_ref()
                .map_or(Some(0), |(body, _)| body.length()),
            response_bytes: None,
            endpoint: call.endpoint,
        }
    }
}

/// Measures an attempt or a call, to its end or to where it is given up.
pub(super) struct Meter<'a> {
    hooks: &'a Hooks,
    clock: &'a dyn Clock,
    begin: Duration,
    tell: fn(&Hooks, &Measured),
    /// `None` when it was told, or if nobody wants to know.
    measured: Option<Box<Measured>>,
    pub(super) attempts: u32,
}

impl<'a> Meter<'a> {
    pub(super) fn begin(
        hooks: &'a Hooks,
        clock: &'a dyn Clock,
        tell: fn(&Hooks, &Measured),
        measured: impl FnOnce() -> Measured,
    ) -> Self {
        Meter {
            hooks,
            clock,
            begin: clock.now(),
            tell,
            measured: (!hooks.metrics.is_empty()).then(|| Box::new(measured())),
            attempts: 0,
        }
    }

    pub(super) fn end(mut self, outcome: &Result<Reached, Fault>) {
        self.report(|measured| measured.end(outcome));
    }

    fn report(&mut self, what: impl FnOnce(&mut Measured)) {
        if let Some(mut measured) = self.measured.take() {
            measured.attempt = self.attempts;
            measured.duration = self.clock.now().saturating_sub(self.begin);
            what(&mut measured);
            (self.tell)(self.hooks, &measured);
        }
    }
}

impl Drop for Meter<'_> {
    fn drop(&mut self) {
        // What panics was not given up.
        if !std::thread::panicking() {
            self.report(|measured| measured.given_up = true);
        }
    }
}

type OnRequest = dyn Fn(&mut request::Parts) + Send + Sync;
type OnResponse = dyn Fn(&response::Parts, u32) + Send + Sync;

/// The functions of the caller's, in the order in which they were given.
#[derive(Clone, Default)]
pub(super) struct Hooks {
    request: Vec<Arc<OnRequest>>,
    response: Vec<Arc<OnResponse>>,
    metrics: Vec<Arc<dyn Metrics>>,
}

impl CoreBuilder {
    /// Calls a function with the head of each request before it is sent, its credentials included. A redirect
    /// may lead to another host, to which the client sends no credentials: a hook that adds some looks at the URL first.
    pub fn on_request(&mut self, hook: impl Fn(&mut request::Parts) + Send + Sync + 'static) {
        self.settings.hooks.request.push(Arc::new(hook));
    }

    /// Calls a function with the head of each response, and the number of the attempt.
    pub fn on_response(&mut self, hook: impl Fn(&response::Parts, u32) + Send + Sync + 'static) {
        self.settings.hooks.response.push(Arc::new(hook));
    }

    /// Tells how attempts and calls go.
    pub fn metrics(&mut self, metrics: impl Metrics + 'static) {
        self.settings.hooks.metrics.push(Arc::new(metrics));
    }
}

impl Hooks {
    pub(super) fn before<B>(&self, request: http::Request<B>) -> http::Request<B> {
        if self.request.is_empty() {
            return request;
        }
        let (mut head, body) = request.into_parts();
        self.request.iter().for_each(|hook| hook(&mut head));
        http::Request::from_parts(head, body)
    }

    pub(super) fn after(&self, head: &response::Parts, attempt: u32) {
        self.response.iter().for_each(|hook| hook(head, attempt));
    }

    pub(super) fn attempt(&self, measured: &Measured) {
        self.metrics.iter().for_each(|one| one.attempt(measured));
    }

    pub(super) fn call(&self, measured: &Measured) {
        self.metrics.iter().for_each(|one| one.call(measured));
    }
}

impl Debug for Hooks {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hooks")
            .field("request", &self.request.len())
            .field("response", &self.response.len())
            .field("metrics", &self.metrics.len())
            .finish()
    }
}
