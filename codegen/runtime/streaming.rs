//! Bodies as streams. In: a stream, or a call whose response is not to be kept in memory; out: a body that is read while it
//! is sent, or chunks while they arrive. Invariant: only the body of a documented success is left unread.

use super::body::Body;
use super::call::Call;
use super::error::Error;
use super::execute::{Arrival, Engine, Reached};
use super::incoming::{Incoming, Source};
use super::operation::{Operation, failed};
#[cfg(feature = "blocking")]
use super::reader::IncomingReader;
use super::reply::Reply;
use super::response::Response;
use super::resume::resumable;
use super::transport::{BoxFuture, MaybeSend, Stage, TransportError};
use bytes::Bytes;
use futures_core::Stream;
use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};

impl Body {
    /// A body that is read from a stream while it is sent. It can be sent once only.
    pub fn from_stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + MaybeSend + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn std::error::Error + Send + Sync>>,
    {
        Body::from_source(Streaming(Box::pin(stream)))
    }
}

/// Chunks from a stream.
struct Streaming<S>(Pin<Box<S>>);

impl<S, B, E> Source for Streaming<S>
where
    S: Stream<Item = Result<B, E>> + MaybeSend,
    B: Into<Bytes>,
    E: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    fn chunk(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(std::future::poll_fn(|context| {
            let next = self.0.as_mut().poll_next(context);
            next.map(|item| match item {
                None => Ok(None),
                Some(Ok(chunk)) => Ok(Some(chunk.into())),
                Some(Err(error)) => Err(TransportError::new(Stage::Exchange, error)),
            })
        }))
    }
}

impl Stream for Incoming {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_chunk(context).map(Result::transpose)
    }
}

/// A request on its way whose response stays unread: a future of the response.
#[must_use = "a request does nothing until it is awaited"]
pub struct Opening<E> {
    run: BoxFuture<'static, Arrival>,
    finish: fn(Reached) -> Result<Response<Incoming>, Error<E>>,
}

impl<E> Future for Opening<E> {
    type Output = Result<Response<Incoming>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let finish = self.finish;
        let outcome = self.run.as_mut().poll(context);
        outcome.map(|outcome| outcome.map_err(Error::from).and_then(finish))
    }
}

impl<E> Debug for Opening<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Opening")
    }
}

/// What a streamed call gives to blocking code.
#[cfg(feature = "blocking")]
pub type OpenedBlocking<O> = Result<Response<IncomingReader>, Error<<O as Operation>::Failure>>;

impl Call {
    /// Sends the request and leaves the body of a success unread.
    pub fn send_streamed<O: Operation>(self) -> Opening<O::Failure> {
        Opening {
            run: self.open_streamed(Call::engine, |reply| O::output(reply).is_some()),
            finish: finish::<O>,
        }
    }

    /// Sends the request and leaves the body of a success unread.
    ///
    /// # Errors
    /// When the request cannot be made or sent, or the server answers with an error.
    #[cfg(feature = "blocking")]
    pub fn send_streamed_blocking<O: Operation>(self) -> OpenedBlocking<O> {
        let run = self.open_streamed(Call::blocking_engine, |reply| O::output(reply).is_some());
        let reached = super::block::block_on(run)?;
        Ok(finish::<O>(reached)?.map(IncomingReader::new))
    }

    fn open_streamed(
        self,
        engine: fn(&Call) -> Engine,
        documented: fn(&Reply) -> bool,
    ) -> BoxFuture<'static, Arrival> {
        let run = engine(&self).run(self.clone(), Some(documented));
        Box::pin(async move { run.await.map(|reached| resumable(self, engine, reached)) })
    }
}

fn finish<O: Operation>(reached: Reached) -> Result<Response<Incoming>, Error<O::Failure>> {
    let Reached { reply, rest } = reached;
    if O::output(&reply).is_none() {
        return Err(failed(reply));
    }
    let body = rest.unwrap_or_else(|| Incoming::full(reply.body().clone()));
    Ok(Response::new(body, reply))
}

/// What a request has whose response may be large: `streamed!(GetFile, GetFileError)`.
// An API may send files and give none.
#[allow(unused_macros)]
macro_rules! streamed {
    ($name:ident, $failure:ident) => {
        impl $name {
            /// Sends the request and gives the body of the response chunk by chunk, as it arrives: a stream.
            ///
            /// The time limits hold until the head of the response has come; then each chunk may take as long as one
            /// attempt. There is no limit to the size. A download that breaks off goes on where it was, as often as the
            /// retry policy says, if the server tells its length and gives parts of what an `ETag` or `Last-Modified` shows
            /// to be the same; otherwise that is an error of its chunk.
            #[inline]
            pub fn send_streamed(self) -> $crate::runtime::Opening<$failure> {
                self.call.send_streamed::<Self>()
            }

            /// Sends the request and gives the body of the response to be read as it arrives. Limits are those of
            /// `send_streamed`.
            ///
            /// # Errors
            ///
            /// When it cannot be sent, or the server answers with an error.
            #[cfg(feature = "blocking")]
            #[inline]
            pub fn send_streamed_blocking(self) -> $crate::runtime::OpenedBlocking<Self> {
                self.call.send_streamed_blocking::<Self>()
            }
        }
    };
}
pub(crate) use streamed;
