//! The events of a response, while they arrive. In: a call, and how the data of an event is meant; out: one event after the
//! other, over as many connections as it takes. Invariant: only the last step is generic.

use super::call::Call;
use super::connection::{Connection, EventForm, State, Trouble};
use super::error::Error;
use super::execute::Engine;
use super::fault::Fault;
use super::operation::{Operation, failed};
use super::reply::Reply;
use super::sse::{Events, RawEvent};
use super::wire::Wire;
use futures_core::Stream;
use std::fmt::{self, Debug, Formatter};
use std::pin::Pin;
use std::task::{Context, Poll};

/// An event that a server sent.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event<T> {
    /// What it brings.
    pub data: T,
    /// What kind of event it is; `message` unless the server says so.
    pub event: String,
    /// The identity of the last event that had one; empty if there was none.
    pub id: String,
}

/// The events of a response, each decoded as soon as it has arrived: a stream.
///
/// [`EventStream::try_next`] needs no trait in scope. An event that cannot be decoded is an error, and the next one follows;
/// after any other error there is nothing more.
///
/// When the connection breaks, it is made again, if doing so loses and doubles nothing: the request is one that may be
/// repeated ([`EventStream::repeatable`]), and the server gives its events an `id`, or has sent none yet. The header `Last-Event-ID` tells it where to go
/// on. The pause before is the server's `retry`, but no longer than the longest of the client's retry policy, or that of
/// the policy, which also says how many connections in a row may bring no event.
#[must_use = "nothing is sent until the events are asked for"]
pub struct EventStream<T, E> {
    core: Connection,
    /// Why a status that the document does not list as a success is none.
    failure: fn(Reply) -> Error<E>,
    item: std::marker::PhantomData<fn() -> T>,
}

/// The events of a response, each decoded as soon as it has arrived: an iterator. It reconnects as [`EventStream`] does.
#[cfg(feature = "blocking")]
#[must_use = "nothing is sent until the events are asked for"]
pub struct EventStreamBlocking<T, E>(EventStream<T, E>);

impl Call {
    /// The events of the response, as they arrive. It is asked for by its media type.
    pub fn stream_events<O: Operation, T: Wire>(
        self,
        form: EventForm,
        accept: &'static str,
    ) -> EventStream<T, O::Failure> {
        self.events_of::<O, T>(Call::engine, form, accept)
    }

    /// The events of the response, as they arrive. It is asked for by its media type.
    #[cfg(feature = "blocking")]
    pub fn stream_events_blocking<O: Operation, T: Wire>(
        self,
        form: EventForm,
        accept: &'static str,
    ) -> EventStreamBlocking<T, O::Failure> {
        EventStreamBlocking(self.events_of::<O, T>(Call::blocking_engine, form, accept))
    }

    fn events_of<O: Operation, T>(
        mut self,
        engine: fn(&Call) -> Engine,
        form: EventForm,
        accept: &'static str,
    ) -> EventStream<T, O::Failure> {
        self.accept(accept);
        let documented: fn(&Reply) -> bool = |reply| O::output(reply).is_some();
        EventStream {
            core: Connection {
                state: State::Opening(engine(&self).run(self.clone(), Some(documented))),
                events: Events::default(),
                engine,
                documented,
                form,
                endless: false,
                repeatable: false,
                tries: 0,
                most: self.core.settings().max_response_bytes,
                call: self,
            },
            failure: failed::<O::Failure>,
            item: std::marker::PhantomData,
        }
    }
}

impl<T: Wire, E> EventStream<T, E> {
    /// Also makes the connection again when the server ends it, as browsers do: the stream ends when it answers 204, or
    /// when too many connections in a row brought no event.
    pub fn endless(mut self) -> Self {
        self.core.endless = true;
        self
    }

    /// Says that the request may be sent again although its method does not promise it, as that of a `POST`: the connection
    /// is then made again as that of a `GET` would be, with the same body. Where asking again costs something, or has
    /// another effect, it should not be said.
    pub fn repeatable(mut self) -> Self {
        self.core.repeatable = true;
        self
    }

    /// The identity of the last event that had one, to go on in another process with the header `Last-Event-ID`; empty if
    /// there was none.
    pub fn last_event_id(&self) -> &str {
        self.core.events.last_id()
    }

    /// The next event; `None` after the last.
    ///
    /// # Errors
    /// When the request cannot be made or sent, the server answers with an error, or the event is not as the document says.
    pub async fn try_next(&mut self) -> Result<Option<Event<T>>, Error<E>> {
        std::future::poll_fn(|context| self.poll_event(context)).await
    }

    fn poll_event(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Result<Option<Event<T>>, Error<E>>> {
        let outcome = std::task::ready!(self.core.poll(context));
        Poll::Ready(match outcome {
            Ok(Some(event)) => self.typed(event).map(Some).map_err(Error::from),
            Ok(None) => Ok(None),
            Err(Trouble::Fault(fault)) => Err(Error::from(fault)),
            Err(Trouble::Failure(reply)) => Err((self.failure)(*reply)),
        })
    }

    fn typed(&self, event: RawEvent) -> Result<Event<T>, Box<Fault>> {
        let core = &self.core;
        let mut data = T::blank();
        let read = core.decode(&event, &mut data);
        read.map_err(|error| core.fault(error))?;
        let RawEvent { event, .. } = event;
        Ok(Event {
            data,
            event: if event.is_empty() {
                "message".into()
            } else {
                event
            },
            id: core.events.last_id().to_owned(),
        })
    }
}

impl<T: Wire, E> Stream for EventStream<T, E> {
    type Item = Result<Event<T>, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_event(context).map(Result::transpose)
    }
}

#[cfg(feature = "blocking")]
impl<T: Wire, E> EventStreamBlocking<T, E> {
    /// As [`EventStream::endless`].
    pub fn endless(self) -> Self {
        EventStreamBlocking(self.0.endless())
    }

    /// As [`EventStream::repeatable`].
    pub fn repeatable(self) -> Self {
        EventStreamBlocking(self.0.repeatable())
    }

    /// As [`EventStream::last_event_id`].
    pub fn last_event_id(&self) -> &str {
        self.0.last_event_id()
    }
}

#[cfg(feature = "blocking")]
impl<T: Wire, E> Iterator for EventStreamBlocking<T, E> {
    type Item = Result<Event<T>, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        super::block::block_on(self.0.try_next()).transpose()
    }
}

impl<T, E> Debug for EventStream<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("held", &self.core.events.held())
            .finish()
    }
}

#[cfg(feature = "blocking")]
impl<T, E> Debug for EventStreamBlocking<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

/// What a request has whose response is a stream of events:
/// `evented!(GetEvents, Change, GetEventsError, Json, "text/event-stream")`.
// The features may leave out all that use it.
#[allow(unused_macros)]
macro_rules! evented {
    ($name:ident, $item:ty, $failure:ty, $form:ident$(($($kind:literal),*))?, $accept:literal) => {
        impl $name {
            /// Sends the request and gives the events of its response one by one, each as soon as it has arrived: a
            /// stream, which makes a connection that breaks again.
            ///
            /// The time limits hold until the head of the response has come; then each chunk may take as long as one
            /// attempt: give a longer `attempt_timeout` where a server is silent for longer.
            pub fn stream_events(self) -> $crate::runtime::EventStream<$item, $failure> {
                let form = $crate::runtime::EventForm::$form$((&[$($kind),*]))?;
                self.call.stream_events::<Self, _>(form, $accept)
            }

            /// Sends the request and gives the events of its response one by one, each as soon as it has arrived: an
            /// iterator. Limits are those of `stream_events`.
            #[cfg(feature = "blocking")]
            pub fn stream_events_blocking(
                self,
            ) -> $crate::runtime::EventStreamBlocking<$item, $failure> {
                let form = $crate::runtime::EventForm::$form$((&[$($kind),*]))?;
                self.call.stream_events_blocking::<Self, _>(form, $accept)
            }
        }
    };
}
pub(crate) use evented;
