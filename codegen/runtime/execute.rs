//! The one executor. In: a call, a transport and a clock; out: a response that is not to be retried or followed, or why
//! there is none. Invariant: not generic, and the same for async, blocking and scripted clients.

use super::body::Body;
use super::call::Call;
use super::clock::Clock;
use super::fault::{Cause, Fault};
use super::redirect;
use super::reply::Reply;
use super::request::Draft;
use super::retry::{self, Retry};
use super::transport::{BoxFuture, Incoming, Stage, TimeLimit, Transport, TransportError};
use bytes::{Bytes, BytesMut};
use http::Method;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

/// What a call is run on.
pub(super) struct Engine {
    pub(super) transport: Result<Arc<dyn Transport>, TransportError>,
    pub(super) clock: Arc<dyn Clock>,
}

impl Engine {
    /// Runs a call to its end.
    pub(super) fn run(self, call: Call) -> BoxFuture<'static, Result<Reply, Box<Fault>>> {
        Box::pin(async move {
            let mut attempts = 0;
            let outcome = match self.transport {
                Ok(transport) => {
                    let run = Run {
                        transport: &*transport,
                        clock: &*self.clock,
                    };
                    run.exchange(&call, &mut attempts).await
                }
                Err(error) => Err(Fault::transport(error)),
            };
            match outcome {
                Ok(reply) => Ok(reply.after(attempts)),
                Err(fault) => {
                    let mut fault = call.fault(fault);
                    fault.attempts = attempts;
                    Err(fault)
                }
            }
        })
    }
}

/// A call that is being run.
struct Run<'a> {
    transport: &'a dyn Transport,
    clock: &'a dyn Clock,
}

impl Run<'_> {
    async fn exchange(&self, call: &Call, attempts: &mut u32) -> Result<Reply, Fault> {
        let settings = call.core.settings();
        let policy = call.retry.unwrap_or(settings.retry);
        let timing = Timing::of(call, self.clock.now());
        let mut draft = Draft::of(call)?;
        let mut trusted = true;
        let mut hops = 0;
        loop {
            *attempts += 1;
            let mut attempt = draft.clone();
            if trusted {
                settings.secrets.apply(call.endpoint, &mut attempt)?;
            }
            let outcome = self.attempt(call, attempt, &timing).await;
            let wait = self.wait(&outcome, &policy, &draft.method, *attempts);
            if let Some(wait) = wait
                && timing.allows(self.clock.now() + wait)
                && settings.budget.spend()
            {
                self.clock.sleep(wait).await;
                continue;
            }
            let reply = outcome?;
            match redirect::follow(&reply, &draft)? {
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
                    if reply.status_code().is_success() {
                        settings.budget.earn();
                    }
                    return Ok(reply);
                }
            }
        }
    }

    /// How long to wait before the next attempt; `None` if there is to be none.
    fn wait(
        &self,
        outcome: &Result<Reply, Fault>,
        policy: &Retry,
        method: &Method,
        made: u32,
    ) -> Option<Duration> {
        let (again, asked) = match outcome {
            Ok(reply) => (
                retry::may_repeat_after(reply.status_code(), method),
                reply.wait(self.clock.since_epoch()),
            ),
            Err(fault) => (retry::may_repeat(fault, method), None),
        };
        if again {
            policy.pause(made, asked, self.clock.random())
        } else {
            None
        }
    }

    /// Sends a request once, within the time that is left.
    async fn attempt(&self, call: &Call, draft: Draft, timing: &Timing) -> Result<Reply, Fault> {
        let mut request = draft.into_http()?;
        let limit = timing.limit(self.clock.now());
        if let Some((time, _)) = limit {
            request.extensions_mut().insert(TimeLimit(time));
        }
        let cap = call.core.settings().max_response_bytes;
        let work = Box::pin(fetch(self.transport, request, call.endpoint.id, cap));
        let Some((time, whole)) = limit else {
            return work.await;
        };
        match (Race {
            work,
            pause: self.clock.sleep(time),
        })
        .await
        {
            Some(outcome) => outcome.map_err(|fault| timed_out(fault, whole, timing)),
            None => Err(timing.fault(whole)),
        }
    }
}

/// A transport that keeps its own time reports the same timeout as ours.
fn timed_out(fault: Fault, whole: bool, timing: &Timing) -> Fault {
    match &fault.cause {
        Cause::Transport(error) if error.stage() == Stage::Timeout => timing.fault(whole),
        _ => fault,
    }
}

/// Sends a request and takes in the whole response.
async fn fetch(
    transport: &dyn Transport,
    request: http::Request<Body>,
    operation: &'static str,
    cap: usize,
) -> Result<Reply, Fault> {
    let response = transport.send(request).await.map_err(Fault::transport)?;
    let (head, incoming) = response.into_parts();
    let body = collect(incoming, cap).await?;
    Ok(Reply::new(operation, head.status, head.headers, body))
}

async fn collect(mut incoming: Incoming, cap: usize) -> Result<Bytes, Fault> {
    let mut next = |error: TransportError| Fault::transport(error);
    let Some(first) = incoming.chunk().await.map_err(&mut next)? else {
        return Ok(Bytes::new());
    };
    if first.len() > cap {
        return Err(Fault::too_large(cap));
    }
    let Some(second) = incoming.chunk().await.map_err(&mut next)? else {
        return Ok(first);
    };
    let mut all = BytesMut::from(first);
    let mut chunk = Some(second);
    while let Some(bytes) = chunk {
        if all.len() + bytes.len() > cap {
            return Err(Fault::too_large(cap));
        }
        all.extend_from_slice(&bytes);
        chunk = incoming.chunk().await.map_err(&mut next)?;
    }
    Ok(all.freeze())
}

/// The time limits of a call.
struct Timing {
    each: Option<Duration>,
    whole: Option<Duration>,
    end: Option<Duration>,
}

impl Timing {
    fn of(call: &Call, now: Duration) -> Self {
        let settings = call.core.settings();
        let whole = call.timeout.or(settings.timeout);
        Timing {
            each: call.attempt_timeout.or(settings.attempt_timeout),
            whole,
            end: whole.map(|whole| now.saturating_add(whole)),
        }
    }

    /// Whether there is time left at a moment.
    fn allows(&self, moment: Duration) -> bool {
        self.end.is_none_or(|end| moment < end)
    }

    /// The time for the next attempt, and whether it is what is left of the whole.
    fn limit(&self, now: Duration) -> Option<(Duration, bool)> {
        let left = self.end.map(|end| end.saturating_sub(now));
        match (self.each, left) {
            (Some(each), Some(left)) if left < each => Some((left, true)),
            (Some(each), _) => Some((each, false)),
            (None, Some(left)) => Some((left, true)),
            (None, None) => None,
        }
    }

    fn fault(&self, whole: bool) -> Fault {
        let time = if whole { self.whole } else { self.each };
        Fault::timeout(whole, time.unwrap_or_default())
    }
}

/// Work with an end in time: `None` when the pause is over first.
struct Race<W> {
    work: Pin<Box<W>>,
    pause: BoxFuture<'static, ()>,
}

impl<W: Future> Future for Race<W> {
    type Output = Option<W::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Poll::Ready(value) = self.work.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        self.pause.as_mut().poll(context).map(|()| None)
    }
}
