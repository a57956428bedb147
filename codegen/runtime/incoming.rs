//! A body in chunks. In: a source of chunks; out: one chunk after the other, awaited or polled. Invariant: after the last
//! chunk or an error there is nothing more, and a chunk that nobody waited for to the end is not lost.

use super::fault::Fault;
use super::transport::{BoxFuture, MaybeSend, TransportError};
use bytes::{Bytes, BytesMut};
use std::fmt::{self, Debug, Formatter};
use std::task::{Context, Poll};

/// A body on its way: that of a response, or of a request that is read while it is sent.
pub struct Incoming {
    state: State,
}

/// Where chunks come from.
pub trait Source: MaybeSend {
    /// The next chunk; `None` after the last.
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// What a source gives: a chunk, or `None` after the last.
pub(super) type Chunk = Result<Option<Bytes>, TransportError>;

/// A source that can be asked again and again, without a future to keep in between.
pub(super) trait Polled: MaybeSend {
    /// The next chunk; `None` after the last.
    fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Chunk>;
}

enum State {
    Over,
    Polled(Box<dyn Polled>),
    Idle(Box<dyn Source>),
    /// A source at work, that comes back with its chunk.
    Busy(BoxFuture<'static, (Box<dyn Source>, Chunk)>),
}

impl Incoming {
    /// A body from a source.
    pub fn new(source: impl Source + 'static) -> Self {
        Incoming {
            state: State::Idle(Box::new(source)),
        }
    }

    /// A body from a source that is polled.
    pub(super) fn polled(source: impl Polled + 'static) -> Self {
        Incoming {
            state: State::Polled(Box::new(source)),
        }
    }

    /// A body that is already here.
    pub fn full(bytes: impl Into<Bytes>) -> Self {
        Incoming::polled(Whole(bytes.into()))
    }

    /// No body.
    pub fn empty() -> Self {
        Incoming { state: State::Over }
    }

    /// The next chunk; `None` after the last.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, TransportError> {
        std::future::poll_fn(|context| self.poll_chunk(context)).await
    }

    /// All chunks that are still to come, in one piece.
    ///
    /// # Errors
    /// When the connection breaks.
    pub async fn collect(mut self) -> Result<Bytes, TransportError> {
        let mut all = BytesMut::new();
        while let Some(chunk) = self.chunk().await? {
            all.extend_from_slice(&chunk);
        }
        Ok(all.freeze())
    }

    pub(super) fn poll_chunk(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        let mut work: BoxFuture<'static, _> = match std::mem::replace(&mut self.state, State::Over)
        {
            State::Over => return Poll::Ready(Ok(None)),
            State::Polled(mut source) => {
                let chunk = source.poll_chunk(context);
                if matches!(chunk, Poll::Pending | Poll::Ready(Ok(Some(_)))) {
                    self.state = State::Polled(source);
                }
                return chunk;
            }
            State::Idle(mut source) => Box::pin(async move {
                let chunk = source.chunk().await;
                (source, chunk)
            }),
            State::Busy(work) => work,
        };
        match work.as_mut().poll(context) {
            Poll::Ready((source, chunk)) => {
                if let Ok(Some(_)) = chunk {
                    self.state = State::Idle(source);
                }
                Poll::Ready(chunk)
            }
            Poll::Pending => {
                self.state = State::Busy(work);
                Poll::Pending
            }
        }
    }
}

impl Debug for Incoming {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Incoming")
    }
}

/// A body in one piece.
struct Whole(Bytes);

impl Polled for Whole {
    fn poll_chunk(&mut self, _: &mut Context<'_>) -> Poll<Chunk> {
        let bytes = std::mem::take(&mut self.0);
        Poll::Ready(Ok((!bytes.is_empty()).then_some(bytes)))
    }
}

/// How much room a length alone is given.
const TRUSTED: usize = 1 << 20;

/// How many times what has come there is room for, at most, if that is how long the server says it is.
const GROWTH: usize = 16;

/// All of a body in one piece; `told` is how long the server says that it is.
pub(super) async fn collect(
    mut incoming: Incoming,
    cap: usize,
    told: Option<usize>,
) -> Result<Bytes, Fault> {
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
    let told = told.unwrap_or(0).min(cap);
    let mut all = BytesMut::with_capacity(told.min(TRUSTED).max(first.len()));
    all.extend_from_slice(&first);
    let mut chunk = Some(second);
    while let Some(bytes) = chunk {
        let length = all.len() + bytes.len();
        if length > cap {
            return Err(Fault::too_large(cap));
        }
        if length > all.capacity() && told > length {
            all.reserve(told.min(length.saturating_mul(GROWTH)) - all.len());
        }
        all.extend_from_slice(&bytes);
        chunk = incoming.chunk().await.map_err(&mut next)?;
    }
    Ok(all.freeze())
}
