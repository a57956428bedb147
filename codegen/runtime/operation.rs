//! From a call to a typed result. In: a call and the operation it is of; out: the model or the documented error.
//! Invariant: only the last step is generic: the response is complete before it is looked at.

use super::body::Body;
use super::call::Call;
use super::client::Core;
use super::error::Error;
use super::execute::{Arrival, Engine};
use super::fault::Fault;
use super::reply::{Decoded, Reply};
use super::request::Draft;
use super::response::Response;
use super::transport::BoxFuture;
use bytes::Bytes;
use std::fmt::{self, Debug, Formatter};
use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

/// An operation: what its responses mean.
pub trait Operation: Sized {
    /// What comes back when it goes well.
    type Output;
    /// What comes back when it does not.
    type Failure: Failure;

    /// The model in a response of success; `None` if the document has no such status.
    fn output(reply: &Reply) -> Option<Decoded<Self::Output>>;

    /// Reads a response that came by other means.
    ///
    /// # Errors
    /// When it is an error, or not what the document says.
    fn from_response(response: http::Response<Bytes>) -> Outcome<Self> {
        let (head, body) = response.into_parts();
        finish::<Self>(Reply::new("", head.status, head.headers).with_body(body))
    }
}

/// What the responses of failure mean.
pub trait Failure {
    /// The model in a response of failure, or that the document has no such status or body.
    fn read(reply: &Reply) -> Self;

    /// Whether it is of a status that the document has.
    fn is_documented(&self) -> bool {
        true
    }
}

/// What an error says where the document says nothing about errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Undocumented {
    /// Whatever the status, and whatever the body.
    Undocumented,
}

impl Failure for Undocumented {
    fn read(_: &Reply) -> Self {
        Self::Undocumented
    }

    fn is_documented(&self) -> bool {
        false
    }
}

/// What an operation gives: its output with status and headers, or why there is none.
pub type Outcome<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Failure>>;

/// Reads the response of an operation.
pub(super) fn finish<O: Operation>(reply: Reply) -> Outcome<O> {
    match O::output(&reply) {
        Some(Ok(value)) => Ok(Response::new(value, reply)),
        Some(Err(error)) => Err(Error::new(Fault::decode(error, reply))),
        None => Err(failed(reply)),
    }
}

/// Reads a response that is not one of success.
pub(super) fn failed<E: Failure>(reply: Reply) -> Error<E> {
    let failure = E::read(&reply);
    #[cfg(feature = "drift")]
    if let Some(watch) = reply.watch.as_ref().filter(|_| !failure.is_documented()) {
        watch.undocumented(&reply);
    }
    Error::api(failure, reply)
}

/// A request on its way: a future of its result.
#[must_use = "a request does nothing until it is awaited"]
pub struct Sending<T, E> {
    /// Nothing once the response is there: what sent it is let go before the body is read.
    run: Option<BoxFuture<'static, Arrival>>,
    finish: fn(Reply) -> Result<Response<T>, Error<E>>,
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<Response<T>, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let arrival = match &mut self.run {
            Some(run) => ready!(run.as_mut().poll(context)),
            None => Err(Box::new(Fault::request(None, "was sent already".into()))),
        };
        self.run = None;
        Poll::Ready(match arrival {
            Ok(reached) => (self.finish)(reached.reply),
            Err(fault) => Err(Error::from(fault)),
        })
    }
}

impl<T, E> Debug for Sending<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str("Sending")
    }
}

impl Call {
    /// Sends the request.
    pub fn send<O: Operation>(self) -> Sending<O::Output, O::Failure> {
        Sending {
            run: Some(self.engine().run(self, None)),
            finish: finish::<O>,
        }
    }

    /// Sends the request and gives the response as it came, whatever its status.
    ///
    /// # Errors
    /// When there is no response.
    pub fn send_raw(self) -> Sending<Reply, std::convert::Infallible> {
        Sending {
            run: Some(self.engine().run(self, None)),
            finish: |reply| Ok(Response::new(reply.clone(), reply)),
        }
    }

    /// Sends the request and waits for its response as it came, whatever its status.
    ///
    /// # Errors
    /// When there is no response.
    #[cfg(feature = "blocking")]
    pub fn send_raw_blocking(self) -> Result<Response<Reply>, Error<std::convert::Infallible>> {
        let reply = self.run_blocking()?;
        Ok(Response::new(reply.clone(), reply))
    }

    /// Sends the request and waits for its response.
    ///
    /// # Errors
    /// When the request cannot be made or sent, or the server answers with an error.
    #[cfg(feature = "blocking")]
    pub fn send_blocking<O: Operation>(self) -> Outcome<O> {
        match self.run_blocking() {
            Ok(reply) => finish::<O>(reply),
            Err(fault) => Err(Error::from(fault)),
        }
    }

    /// The request, with its credentials, to be sent by other means. A token that is fetched must be there by then.
    ///
    /// # Errors
    /// When it cannot be made from what was given.
    pub fn into_request<E>(self) -> Result<http::Request<Body>, Error<E>> {
        self.request()
            .map_err(|fault| Error::from(self.fault(fault)))
    }

    fn request(&self) -> Result<http::Request<Body>, Fault> {
        let clock = self.core.clock(Core::system_clock);
        let draft = Draft::of(self, &*clock)?;
        let secrets = &self.core.settings().secrets;
        let tokens = secrets.held(self.endpoint, clock.now())?;
        let mut outgoing = draft.outgoing();
        secrets.apply(self.endpoint, &tokens, &mut outgoing)?;
        outgoing.into_http()
    }

    pub(super) fn engine(&self) -> Engine {
        let transport = self.core.settings().transport();
        Engine {
            transport,
            clock: self.core.clock(Core::system_clock),
        }
    }

    #[cfg(feature = "blocking")]
    pub(super) fn blocking_engine(&self) -> Engine {
        let transport = Ok(self.core.settings().blocking());
        Engine {
            transport,
            clock: self
                .core
                .clock(|| std::sync::Arc::new(super::clock::BlockingClock)),
        }
    }

    #[cfg(feature = "blocking")]
    fn run_blocking(self) -> Result<Reply, Box<Fault>> {
        let reached = super::block::block_on(self.blocking_engine().run(self, None))?;
        Ok(reached.reply)
    }
}
