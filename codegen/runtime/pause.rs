//! Pauses without a runtime. In: a length of time; out: a future that is ready after it. Invariant: needs nothing but the
//! standard library, and costs a thread while it lasts: that ends with the future.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

/// A pause, for clients whose transport brings no timers along.
pub(super) struct Pause {
    time: Duration,
    pub(super) shared: Option<Arc<Shared>>,
}

#[derive(Default)]
pub(super) struct Shared {
    state: Mutex<PauseState>,
    dropped: Condvar,
}

#[derive(Default)]
struct PauseState {
    over: bool,
    waker: Option<Waker>,
}

impl Pause {
    /// A pause of this length; it begins when it is first polled.
    pub(super) fn new(time: Duration) -> Self {
        Pause { time, shared: None }
    }
}

impl Shared {
    /// Waits on a thread of its own until the time is up, or nobody waits any more.
    fn run(&self, time: Duration) {
        let state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .dropped
            .wait_timeout_while(state, time, |state| !state.over);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.over = true;
        if let Some(waker) = state.waker.take() {
            drop(state);
            waker.wake();
        }
    }
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let time = self.time;
        let shared = self.shared.get_or_insert_with(|| {
            let shared = Arc::new(Shared::default());
            let theirs = Arc::clone(&shared);
            thread::spawn(move || theirs.run(time));
            shared
        });
        let mut state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.over {
            return Poll::Ready(());
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

impl Drop for Pause {
    fn drop(&mut self) {
        if let Some(shared) = &self.shared {
            let mut state = shared.state.lock().unwrap_or_else(PoisonError::into_inner);
            state.over = true;
            state.waker = None;
            shared.dropped.notify_one();
        }
    }
}
