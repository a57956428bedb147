//! The one executor. In: a call, a transport and a clock; out: a response that is not to be retried or followed, or why
//! there is none. Invariant: not generic, and the same for async, blocking and scripted clients.

use super::body::{Body, SPENT};
use super::call::Call;
use super::clock::Clock;
use super::credentials::Tokens;
use super::fault::{Cause, Fault};
use super::hooks::{Hooks, Measured, Meter};
use super::incoming::{Incoming, collect};
use super::limit::{Kept, Permit};
use super::patient::{Patient, within};
use super::redirect;
use super::reply::Reply;
use super::request::{Draft, method};
use super::retry::{self, Retry};
use super::timing::Timing;
use super::token::TokenContext;
#[cfg(feature = "tracing")]
use super::trace;
use super::transport::{Answer, BoxFuture, Stage, StepLimit, TimeLimit, Transport, TransportError};
use http::StatusCode;
use http::header::CONTENT_LENGTH;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
#[cfg(feature = "tracing")]
use tracing::Instrument;

/// What a call is run on.
pub(super) struct Engine {
    pub(super) transport: Result<Arc<dyn Transport>, TransportError>,
    pub(super) clock: Arc<dyn Clock>,
}

/// A response that was reached.
pub(super) struct Reached {
    pub(super) reply: Reply,
    /// Its body, where it was to be left unread; the reply has none then.
    pub(super) rest: Option<Incoming>,
}

impl Reached {
    /// The same, under way until its body is read.
    fn holding(mut self, permit: Option<Permit>) -> Self {
        self.rest = self.rest.map(|rest| Kept::wrap(rest, permit));
        self
    }
}

/// What comes of a call.
pub(super) type Arrival = Result<Reached, Box<Fault>>;

/// Which responses are left unread: those of success of which this says that they are documented.
type Unread = Option<fn(&Reply) -> bool>;

impl Engine {
    /// Runs a call until its response is there. Of a success that `unread` says is documented, the body is left unread.
    pub(super) fn run(self, call: Call, unread: Unread) -> BoxFuture<'static, Arrival> {
        // A block, since an `async fn` keeps what it is given twice.
        Box::pin(async move { self.traced(&call, unread).await })
    }

    #[cfg(not(feature = "tracing"))]
    fn traced(self, call: &Call, unread: Unread) -> impl Future<Output = Arrival> {
        self.reach(call, unread)
    }

    /// The same, in a span.
    #[cfg(feature = "tracing")]
    async fn traced(self, call: &Call, unread: Unread) -> Arrival {
        let span = trace::call(call);
        let outcome = self.reach(call, unread).instrument(span.clone()).await;
        let told = outcome.as_ref().map(|reached| &reached.reply);
        trace::end(&span, call, told.map_err(|fault| fault.kind()));
        outcome
    }

    async fn reach(self, call: &Call, unread: Unread) -> Arrival {
        let hooks = &call.core.settings().hooks;
        let mut meter = Meter::begin(hooks, &*self.clock, Hooks::call, || {
            Measured::of(call, method(call).unwrap_or_default())
        });
        let outcome = match self.transport {
            Ok(transport) => {
                let run = Run {
                    transport: &*transport,
                    clock: &self.clock,
                    unread,
                };
                run.exchange(call, &mut meter.attempts).await
            }
            Err(error) => Err(Fault::transport(error)),
        };
        let attempts = meter.attempts;
        meter.end(&outcome);
        match outcome {
            Ok(Reached { reply, rest }) => Ok(Reached {
                reply: reply.after(attempts),
                rest,
            }),
            Err(fault) => {
                let mut fault = call.fault(fault);
                fault.attempts = attempts;
                Err(fault)
            }
        }
    }
}

/// A call that is being run.
struct Run<'a> {
    transport: &'a dyn Transport,
    clock: &'a Arc<dyn Clock>,
    unread: Unread,
}

/// What a request is sent for.
struct Sent<'a> {
    call: &'a Call,
    timing: &'a Timing,
    attempt: u32,
    /// Whether it goes to the server that the call is for.
    trusted: bool,
}

/// A request on its way.
struct Begun<'a> {
    answer: BoxFuture<'a, Answer>,
    /// How long it may take, and whether that is what is left for the whole call.
    limit: Option<(Duration, bool)>,
    #[cfg(feature = "tracing")]
    span: tracing::Span,
}

impl Run<'_> {
    async fn exchange(&self, call: &Call, attempts: &mut u32) -> Result<Reached, Fault> {
        let settings = call.core.settings();
        let policy = call.retry.unwrap_or(settings.retry);
        let timing = Timing::of(call, self.clock.now());
        let mut draft = Draft::of(call, &**self.clock)?;
        let mut trusted = true;
        let mut hops = 0;
        // Those that the last request had; what is left of them when a request is made was refused.
        let mut tokens = Tokens::new();
        let mut renewed = false;
        loop {
            if draft.body.is_spent() {
                return Err(Fault::request(None, SPENT.into()));
            }
            let permit = self.admit(call, &timing).await?;
            *attempts += 1;
            let sent = Sent {
                call,
                timing: &timing,
                attempt: *attempts,
                trusted,
            };
            let outcome = self
                .attempt(&sent, &draft, &mut tokens)
                .await
                .map(|reached| reached.holding(permit));
            if !renewed && is_refusal(&outcome, &tokens) && !draft.body.is_spent() {
                // Once, with another token: the same attempt, gone on.
                renewed = true;
                *attempts -= 1;
                continue;
            }
            tokens.clear();
            let wait = self.wait(&outcome, &policy, &draft, *attempts);
            if let Some(wait) = wait
                && timing.allows(self.clock.now().saturating_add(wait))
                && settings.budget.spend()
            {
                self.clock.sleep(wait).await;
                continue;
            }
            let reached = outcome?;
            match redirect::follow(&reached.reply, &draft)? {
                Some(_) if hops >= redirect::MOST => {
                    return Err(Fault::request(None, format!("more than {hops} redirects")));
                }
                Some((next, same)) => {
                    hops += 1;
                    // The next request is the same attempt, gone on.
                    *attempts -= 1;
                    trusted = trusted && same;
                    draft = next;
                }
                None => {
                    if reached.reply.status_code().is_success() {
                        settings.budget.earn();
                    }
                    return Ok(reached);
                }
            }
        }
    }

    /// How long to wait before the next attempt; `None` if there is to be none.
    fn wait(
        &self,
        outcome: &Result<Reached, Fault>,
        policy: &Retry,
        draft: &Draft,
        made: u32,
    ) -> Option<Duration> {
        let again = match outcome {
            Ok(Reached { reply, .. }) => {
                retry::may_repeat_after(reply.status_code(), draft.is_repeatable())
            }
            Err(fault) => retry::may_repeat(fault, draft.is_repeatable()),
        };
        if !again || draft.body.is_spent() {
            return None;
        }
        let asked = match outcome {
            Ok(Reached { reply, .. }) => reply.wait(),
            Err(_) => None,
        };
        policy.pause(made, asked, self.clock.random())
    }

    /// Waits until the client's own limits let a request through.
    async fn admit(&self, call: &Call, timing: &Timing) -> Result<Option<Permit>, Fault> {
        let Some(gate) = &call.core.settings().gate else {
            return Ok(None);
        };
        match gate.enter(self.clock, timing.end).await {
            Some(permit) => Ok(Some(permit)),
            None => Err(timing.fault(true)),
        }
    }

    /// Sends a request once, with credentials if the server is to have them.
    async fn attempt(
        &self,
        sent: &Sent<'_>,
        draft: &Draft,
        tokens: &mut Tokens,
    ) -> Result<Reached, Fault> {
        if sent.trusted {
            *tokens = self.tokens(sent.call, tokens, sent.timing).await?;
        }
        let (meter, begun) = self.begin(sent, draft, tokens)?;
        let outcome = match begun {
            Ok(begun) => self.arrival(sent, begun).await,
            Err(fault) => Err(fault),
        };
        meter.end(&outcome);
        outcome
    }

    /// Hands a request to the transport, as the hooks leave it. No future: one would hold what the request is made of.
    fn begin<'s>(
        &'s self,
        sent: &Sent<'s>,
        draft: &Draft,
        tokens: &Tokens,
    ) -> Result<(Meter<'s>, Result<Begun<'s>, Fault>), Fault> {
        let settings = sent.call.core.settings();
        let mut outgoing = draft.outgoing();
        if sent.trusted {
            let endpoint = sent.call.endpoint;
            settings.secrets.apply(endpoint, tokens, &mut outgoing)?;
        }
        let mut meter = Meter::begin(&settings.hooks, &**self.clock, Hooks::attempt, || {
            Measured::of(sent.call, draft.method.clone())
        });
        meter.attempts = sent.attempt;
        let request = outgoing.into_http();
        let begun = request.map(|request| self.hand(sent, settings.hooks.before(request)));
        Ok((meter, begun))
    }

    /// Hands a request to the transport, with the time that is left.
    fn hand(&self, sent: &Sent<'_>, mut request: http::Request<Body>) -> Begun<'_> {
        #[cfg(feature = "tracing")]
        let span = trace::attempt(sent.call, &mut request, sent.attempt, sent.trusted);
        if let Some(watch) = &sent.call.watch {
            request = request.map(|body| watch.upload(body));
        }
        let limit = sent.timing.limit(self.clock.now());
        let told = limit.filter(|_| self.transport.takes_limits());
        match (told, self.unread) {
            (Some((time, _)), None) => request.extensions_mut().insert(TimeLimit(time)).is_some(),
            (Some((time, _)), Some(_)) => {
                request.extensions_mut().insert(StepLimit(time)).is_some()
            }
            (None, _) => false,
        };
        #[cfg(feature = "tracing")]
        let answer = span.in_scope(|| self.transport.send(request));
        #[cfg(not(feature = "tracing"))]
        let answer = self.transport.send(request);
        Begun {
            answer,
            limit,
            #[cfg(feature = "tracing")]
            span,
        }
    }

    /// Waits for a response.
    #[cfg(not(feature = "tracing"))]
    fn arrival(
        &self,
        sent: &Sent<'_>,
        begun: Begun<'_>,
    ) -> impl Future<Output = Result<Reached, Fault>> {
        self.timed(sent, begun.answer, begun.limit)
    }

    /// Waits for a response, in the span of its request.
    #[cfg(feature = "tracing")]
    async fn arrival(&self, sent: &Sent<'_>, begun: Begun<'_>) -> Result<Reached, Fault> {
        let work = self.timed(sent, begun.answer, begun.limit);
        let outcome = work.instrument(begun.span.clone()).await;
        let told = outcome.as_ref().map(|reached| &reached.reply);
        trace::end(&begun.span, sent.call, told.map_err(Fault::kind));
        outcome
    }

    /// Gets the tokens that a call needs, within the time that is left.
    async fn tokens(
        &self,
        call: &Call,
        refused: &Tokens,
        timing: &Timing,
    ) -> Result<Tokens, Fault> {
        let secrets = &call.core.settings().secrets;
        if !secrets.fetches(call.endpoint)? {
            return Ok(Tokens::new());
        }
        let limit = timing.limit(self.clock.now());
        let base = call.core.base(call).ok();
        let context = TokenContext {
            transport: self.transport,
            clock: &**self.clock,
            base: base.as_deref(),
            user_agent: call.core.user_agent(),
            limit: limit.map(|(time, _)| time),
        };
        // Few calls fetch one: the others need no room for it.
        let mut work = Box::pin(secrets.tokens(call.endpoint, context, refused));
        let Some((time, whole)) = limit else {
            return work.await;
        };
        let outcome = within(work.as_mut(), self.clock, time).await;
        outcome.unwrap_or_else(|| Err(timing.fault(whole)))
    }

    /// Waits for a response, within the time that is left.
    async fn timed(
        &self,
        sent: &Sent<'_>,
        answer: BoxFuture<'_, Answer>,
        limit: Option<(Duration, bool)>,
    ) -> Result<Reached, Fault> {
        let timing = sent.timing;
        let work = self.fetch(sent, answer);
        let Some((time, whole)) = limit else {
            return work.await;
        };
        match within(pin!(work), self.clock, time).await {
            Some(outcome) => outcome.map_err(|fault| timed_out(fault, whole, timing)),
            None => Err(timing.fault(whole)),
        }
    }

    /// Takes in the whole response, unless it is to be left unread.
    async fn fetch(
        &self,
        sent: &Sent<'_>,
        answer: BoxFuture<'_, Answer>,
    ) -> Result<Reached, Fault> {
        let (reply, incoming) = self.head(sent, answer.await.map_err(Fault::transport)?);
        let documented = |documented: fn(&Reply) -> bool| documented(&reply);
        if reply.status_code().is_success() && self.unread.is_some_and(documented) {
            let rest = match sent.timing.each {
                Some(each) => Incoming::new(Patient::new(incoming, Arc::clone(self.clock), each)),
                None => incoming,
            };
            return Ok(Reached {
                reply,
                rest: Some(rest),
            });
        }
        let told = reply
            .header(CONTENT_LENGTH.as_str())
            .and_then(|text| text.parse().ok());
        let settings = sent.call.core.settings();
        let body = collect(incoming, settings.max_response_bytes, told).await?;
        let reply = reply.with_body(body);
        #[cfg(feature = "drift")]
        let reply = reply.watched(&settings.ledger);
        Ok(Reached { reply, rest: None })
    }

    /// The head of a response, shown to the hooks, and the body behind it.
    fn head(&self, sent: &Sent<'_>, response: http::Response<Incoming>) -> (Reply, Incoming) {
        let call = sent.call;
        let (head, incoming) = response.into_parts();
        let incoming = match &call.watch {
            Some(watch) if head.status.is_success() => watch.download(incoming, &head.headers),
            _ => incoming,
        };
        call.core.settings().hooks.after(&head, sent.attempt);
        let reply = Reply::new(call.endpoint.id, head.status, head.headers);
        (reply.at(self.clock.since_epoch()), incoming)
    }
}

/// Whether a server does not take a token that was fetched for it.
fn is_refusal(outcome: &Result<Reached, Fault>, tokens: &Tokens) -> bool {
    let refused = |reached: &Reached| reached.reply.status_code() == StatusCode::UNAUTHORIZED;
    !tokens.is_empty() && outcome.as_ref().is_ok_and(refused)
}

/// A transport that keeps its own time reports the same timeout as ours.
fn timed_out(fault: Fault, whole: bool, timing: &Timing) -> Fault {
    match &fault.cause {
        Cause::Transport(error) if error.stage() == Stage::Timeout => timing.fault(whole),
        _ => fault,
    }
}
