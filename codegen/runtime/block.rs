//! Futures without a runtime. In: a future; out: its value, or a pause on a thread of its own. Invariant: needs nothing
//! but the standard library.

use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

/// Wakes the thread that waits.
struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Runs a future on this thread to its end. Over a blocking transport it is ready at once.
pub(super) fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

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
