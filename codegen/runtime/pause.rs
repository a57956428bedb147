//! Pauses without a runtime. In: a length of time; out: a future that is ready after it. Invariant: needs nothing but the
//! standard library, and costs a thread while it lasts.

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::Duration;

/// A pause, for clients whose transport brings no timers along.
pub(super) struct Pause {
    time: Duration,
    state: Option<Arc<Mutex<PauseState>>>,
}

#[derive(Default)]
struct PauseState {
    over: bool,
    waker: Option<Waker>,
}

impl Pause {
    /// A pause of this length; it begins when it is first polled.
    pub(super) fn new(time: Duration) -> Self {
        Pause { time, state: None }
    }
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        let time = self.time;
        let state = self.state.get_or_insert_with(|| {
            let state = Arc::new(Mutex::new(PauseState::default()));
            let theirs = Arc::clone(&state);
            thread::spawn(move || {
                thread::sleep(time);
                let mut state = theirs.lock().unwrap_or_else(PoisonError::into_inner);
                state.over = true;
                if let Some(waker) = state.waker.take() {
                    waker.wake();
                }
            });
            state
        });
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.over {
            return Poll::Ready(());
        }
        state.waker = Some(context.waker().clone());
        Poll::Pending
    }
}
