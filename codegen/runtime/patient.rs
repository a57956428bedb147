//! Waiting with an end. In: work, and how long it may take; out: what came of it. Invariant: work that is done in time is
//! never given up.

use super::clock::Clock;
use super::incoming::{Incoming, Source};
use super::transport::{BoxFuture, Stage, TransportError};
use bytes::Bytes;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

/// Work with an end in time: `None` when the pause is over first.
pub(super) struct Race<'a, W> {
    pub(super) work: Pin<&'a mut W>,
    pub(super) pause: BoxFuture<'static, ()>,
}

impl<W: Future> Future for Race<'_, W> {
    type Output = Option<W::Output>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        if let Poll::Ready(value) = self.work.as_mut().poll(context) {
            return Poll::Ready(Some(value));
        }
        self.pause.as_mut().poll(context).map(|()| None)
    }
}

/// How long a blocking client sleeps between looks at what others do for it.
const LOOK: Duration = Duration::from_millis(10);

/// The outcome of work, unless it takes longer than this. Where a pause blocks the thread, it is made in short ones: the
/// work may be waiting for another thread.
pub(super) async fn within<W: Future>(
    mut work: Pin<&mut W>,
    clock: &Arc<dyn Clock>,
    time: Duration,
) -> Option<W::Output> {
    let end = clock.now().saturating_add(time);
    loop {
        let left = end.saturating_sub(clock.now());
        let pause = if clock.blocks() { left.min(LOOK) } else { left };
        let race = Race {
            work: work.as_mut(),
            pause: clock.sleep(pause),
        };
        match race.await {
            Some(outcome) => return Some(outcome),
            None if clock.now() >= end || !clock.blocks() => return None,
            None => {}
        }
    }
}

/// Chunks each of which may take so long. Over a blocking transport they are there when they are asked for, and it is the
/// transport that keeps the time.
pub(super) struct Patient {
    incoming: Incoming,
    clock: Arc<dyn Clock>,
    each: Duration,
}

impl Patient {
    pub(super) fn new(incoming: Incoming, clock: Arc<dyn Clock>, each: Duration) -> Self {
        Patient {
            incoming,
            clock,
            each,
        }
    }

    async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        let race = Race {
            work: pin!(self.incoming.chunk()),
            pause: self.clock.sleep(self.each),
        };
        let late = || {
            let reason = format!("no more of the body within {:?}", self.each);
            Err(TransportError::new(Stage::Timeout, reason))
        };
        race.await.unwrap_or_else(late)
    }
}

impl Source for Patient {
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(self.next())
    }
}
