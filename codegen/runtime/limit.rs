//! Limits that a client keeps by itself. In: attempts that are about to be made; out: each in its turn. Invariant: who came
//! first goes first, and who gives up leaves the place to the next.

use super::build_error::BuildError;
use super::client::CoreBuilder;
use super::clock::Clock;
use super::incoming::{Chunk, Incoming, Polled};
use super::patient::within;
use super::transport::BoxFuture;
use std::collections::VecDeque;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

/// What is asked of the client.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Limits {
    rate: Option<(u32, Duration)>,
    most: Option<usize>,
}

impl CoreBuilder {
    /// Sends no more requests than this in any such time; further ones wait.
    pub fn rate_limit(&mut self, requests: u32, per: Duration) {
        self.limits.rate = Some((requests, per));
    }

    /// Has no more requests under way at once than this; further ones wait.
    pub fn max_concurrent(&mut self, requests: usize) {
        self.limits.most = Some(requests);
    }
}

impl Limits {
    pub(super) fn gate(self) -> Result<Option<Arc<Gate>>, BuildError> {
        let setters = [
            ("rate_limit", matches!(self.rate, Some((0, _)))),
            ("max_concurrent", self.most == Some(0)),
        ];
        if let Some((setter, _)) = setters.into_iter().find(|(_, nothing)| *nothing) {
            let reason = "a limit of 0 requests would let none through";
            return Err(BuildError::of(setter, reason));
        }
        Ok((self.rate.is_some() || self.most.is_some()).then(|| {
            Arc::new(Gate {
                limits: self,
                state: Mutex::default(),
            })
        }))
    }
}

/// Where attempts wait for their turn.
#[derive(Debug)]
pub(super) struct Gate {
    limits: Limits,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// How many are under way.
    running: usize,
    /// When the last ones began, as many as the limit counts.
    sent: VecDeque<Duration>,
    /// Who waits, by number, the first to go in front.
    waiting: VecDeque<(u64, Waker)>,
    next: u64,
}

/// What becomes of one that waits.
enum Entry {
    Now,
    /// Somebody will wake it.
    Behind,
    /// Not before this moment.
    At(Duration),
}

/// The right to have a request under way.
#[derive(Debug)]
pub(super) struct Permit(Arc<Gate>);

impl Gate {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a turn; `None` if it would come after `end`.
    pub(super) async fn enter(
        self: &Arc<Self>,
        clock: &Arc<dyn Clock>,
        end: Option<Duration>,
    ) -> Option<Permit> {
        let mut admission = Admission {
            gate: self,
            clock,
            end,
            place: None,
            pause: None,
        };
        let Some(end) = end else {
            return admission.await;
        };
        let left = end.saturating_sub(clock.now());
        within(Pin::new(&mut admission), clock, left)
            .await
            .flatten()
    }

    fn poll_enter(&self, place: &mut Option<u64>, now: Duration, waker: &Waker) -> Entry {
        let mut state = self.lock();
        let own = *place.get_or_insert_with(|| {
            state.next += 1;
            let own = state.next;
            state.waiting.push_back((own, waker.clone()));
            own
        });
        let first = state
            .waiting
            .front()
            .is_some_and(|(first, _)| *first == own);
        let full = self.limits.most.is_some_and(|most| state.running >= most);
        if !first || full {
            if let Some((_, known)) = state.waiting.iter_mut().find(|(other, _)| *other == own) {
                known.clone_from(waker);
            }
            return Entry::Behind;
        }
        if let Some((most, per)) = self.limits.rate {
            while state
                .sent
                .front()
                .is_some_and(|sent| sent.saturating_add(per) <= now)
            {
                state.sent.pop_front();
            }
            if state.sent.len() >= most as usize
                && let Some(oldest) = state.sent.front()
            {
                return Entry::At(oldest.saturating_add(per));
            }
            state.sent.push_back(now);
        }
        state.running += 1;
        state.waiting.pop_front();
        *place = None;
        wake_first(state);
        Entry::Now
    }
}

/// Tells the one in front that it may be its turn.
fn wake_first(state: MutexGuard<'_, State>) {
    let first = state.waiting.front().map(|(_, waker)| waker.clone());
    drop(state);
    if let Some(waker) = first {
        waker.wake();
    }
}

impl Drop for Permit {
    fn drop(&mut self) {
        let mut state = self.0.lock();
        state.running -= 1;
        wake_first(state);
    }
}

/// An attempt that waits for its turn.
struct Admission<'a> {
    gate: &'a Arc<Gate>,
    clock: &'a Arc<dyn Clock>,
    end: Option<Duration>,
    /// Its number, while it waits.
    place: Option<u64>,
    pause: Option<BoxFuture<'static, ()>>,
}

impl Future for Admission<'_> {
    type Output = Option<Permit>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        loop {
            if let Some(pause) = &mut self.pause {
                if pause.as_mut().poll(context).is_pending() {
                    return Poll::Pending;
                }
                self.pause = None;
            }
            let now = self.clock.now();
            let gate = Arc::clone(self.gate);
            match gate.poll_enter(&mut self.place, now, context.waker()) {
                Entry::Now => return Poll::Ready(Some(Permit(gate))),
                Entry::Behind => return Poll::Pending,
                Entry::At(moment) if self.end.is_some_and(|end| moment >= end) => {
                    return Poll::Ready(None);
                }
                Entry::At(moment) => self.pause = Some(self.clock.sleep(moment - now)),
            }
        }
    }
}

impl Drop for Admission<'_> {
    fn drop(&mut self) {
        let Some(own) = self.place else { return };
        let mut state = self.gate.lock();
        state.waiting.retain(|(other, _)| *other != own);
        wake_first(state);
    }
}

/// A body whose request is under way until it has been read.
pub(super) struct Kept {
    incoming: Incoming,
    permit: Option<Permit>,
}

impl Kept {
    pub(super) fn wrap(incoming: Incoming, permit: Option<Permit>) -> Incoming {
        match permit {
            None => incoming,
            permit => Incoming::polled(Kept { incoming, permit }),
        }
    }
}

impl Polled for Kept {
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        let chunk = self.incoming.poll_chunk(context);
        if matches!(chunk, Poll::Ready(Ok(None) | Err(_))) {
            self.permit = None;
        }
        chunk
    }
}
