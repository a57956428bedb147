//! The items of one response, while it arrives. In: a call and how its response is cut into items; out: one item after the
//! other. Invariant: an item is decoded as soon as it is there, and nothing of it is kept; the first error is the last,
//! unless it is that of one item whose end is known.

use super::call::Call;
use super::client::Core;
use super::error::Error;
use super::execute::{Arrival, Engine, Reached};
use super::fault::Fault;
use super::incoming::Incoming;
use super::json::DecodeError;
// [lines]
use super::lines::{LineForm, Lines};
// [end]
use super::list::{List, Step};
use super::operation::{Operation, failed};
use super::reply::Reply;
use super::transport::BoxFuture;
use super::wire::Wire;
use futures_core::Stream;
use http::StatusCode;
use std::fmt::{self, Debug, Formatter};
use std::pin::Pin;
use std::task::{Context, Poll};

/// The items of one response, each decoded as soon as it has arrived: a stream.
///
/// [`ItemStream::try_next`] needs no trait in scope. After an error there is nothing more; but where each item has a line
/// or record of its own, one that cannot be decoded is an error, and the next one follows.
#[must_use = "nothing is sent until the items are asked for"]
pub struct ItemStream<T, E> {
    body: Body,
    /// Why a status that the document does not list as a success is none.
    failure: fn(Reply) -> Error<E>,
    item: std::marker::PhantomData<fn() -> T>,
}

/// The items of one response, each decoded as soon as it has arrived: an iterator.
#[cfg(feature = "blocking")]
#[must_use = "nothing is sent until the items are asked for"]
pub struct ItemStreamBlocking<T, E>(ItemStream<T, E>);

/// The part that is the same for all items.
struct Body {
    state: State,
    frames: Box<dyn Frames>,
    documented: fn(&Reply) -> bool,
    /// The most bytes that one item may have.
    most: usize,
    core: Core,
}

enum State {
    Opening(BoxFuture<'static, Arrival>),
    Reading(Reply, Incoming),
    Over,
}

/// How a body is cut into items.
pub(super) trait Frames: Send {
    /// The next chunk.
    fn push(&mut self, chunk: &[u8]);

    /// Goes to the end of the next item, as far as the body has come.
    fn step(&mut self) -> Result<Step, DecodeError>;

    /// The item that was found.
    fn found(&self) -> &[u8];

    /// The keys that lead to the list that it is an item of, if it is one.
    fn list(&self) -> Option<&'static [&'static str]>;

    /// Leaves it behind; what was wrong with it is told with its place.
    fn leave(&mut self, read: Result<(), DecodeError>) -> Result<(), DecodeError>;

    /// After the last chunk: the item that ended with it, if there is one.
    fn finish(&mut self) -> Result<Step, DecodeError>;

    /// How much is kept.
    fn held(&self) -> usize;

    /// Whether the next item can be found after one that is wrong.
    fn goes_on(&self) -> bool;
}

/// Why there is no item.
enum Trouble {
    Fault(Box<Fault>),
    /// This one is wrong; there may be others.
    Item(Box<Fault>),
    /// The server says so.
    Failure(Box<Reply>),
}

impl Call {
    /// The items of the list at `path` in the response, as they arrive.
    pub fn stream_items<O: Operation, T: Wire>(
        self,
        path: &'static [&'static str],
    ) -> ItemStream<T, O::Failure> {
        let engine = self.engine();
        self.items_of::<O, T>(engine, Box::new(List::new(path)))
    }

    /// The items of the list at `path` in the response, as they arrive.
    #[cfg(feature = "blocking")]
    pub fn stream_items_blocking<O: Operation, T: Wire>(
        self,
        path: &'static [&'static str],
    ) -> ItemStreamBlocking<T, O::Failure> {
        let engine = self.blocking_engine();
        ItemStreamBlocking(self.items_of::<O, T>(engine, Box::new(List::new(path))))
    }

    // [lines]
    /// The items of a response that has one in each line or record, as they arrive. It is asked for by its media type.
    pub fn stream_lines<O: Operation, T: Wire>(
        mut self,
        form: LineForm,
        accept: &'static str,
    ) -> ItemStream<T, O::Failure> {
        self.accept(accept);
        let engine = self.engine();
        self.items_of::<O, T>(engine, Box::new(Lines::new(form)))
    }

    /// The items of a response that has one in each line or record, as they arrive. It is asked for by its media type.
    #[cfg(feature = "blocking")]
    pub fn stream_lines_blocking<O: Operation, T: Wire>(
        mut self,
        form: LineForm,
        accept: &'static str,
    ) -> ItemStreamBlocking<T, O::Failure> {
        self.accept(accept);
        let engine = self.blocking_engine();
        ItemStreamBlocking(self.items_of::<O, T>(engine, Box::new(Lines::new(form))))
    }
    // [end]

    fn items_of<O: Operation, T>(
        self,
        engine: Engine,
        frames: Box<dyn Frames>,
    ) -> ItemStream<T, O::Failure> {
        let documented: fn(&Reply) -> bool = |reply| O::output(reply).is_some();
        ItemStream {
            body: Body {
                most: self.core.settings().max_response_bytes,
                core: self.core.clone(),
                state: State::Opening(engine.run(self, Some(documented))),
                frames,
                documented,
            },
            failure: failed::<O::Failure>,
            item: std::marker::PhantomData,
        }
    }
}

impl Body {
    /// Reads the next item into a placeholder; false after the last.
    fn poll(
        &mut self,
        context: &mut Context<'_>,
        into: &mut dyn Wire,
    ) -> Poll<Result<bool, Trouble>> {
        let outcome = std::task::ready!(self.advance(context, into));
        if !matches!(outcome, Ok(true) | Err(Trouble::Item(_))) {
            self.state = State::Over;
        }
        Poll::Ready(outcome)
    }

    fn advance(
        &mut self,
        context: &mut Context<'_>,
        into: &mut dyn Wire,
    ) -> Poll<Result<bool, Trouble>> {
        loop {
            match &mut self.state {
                State::Over => return Poll::Ready(Ok(false)),
                State::Opening(run) => {
                    let reached = std::task::ready!(run.as_mut().poll(context));
                    match self.reached(reached.map_err(Trouble::Fault)?) {
                        Ok(state) => self.state = state,
                        Err(trouble) => return Poll::Ready(Err(trouble)),
                    }
                }
                State::Reading(reply, incoming) => {
                    let frames = &mut *self.frames;
                    let step = frames.step();
                    if step != Ok(Step::More) {
                        return Poll::Ready(item(frames, step, reply, into));
                    }
                    if frames.held() > self.most {
                        let fault = Fault::too_large(self.most).of(reply);
                        return Poll::Ready(Err(Trouble::Fault(Box::new(fault))));
                    }
                    match std::task::ready!(incoming.poll_chunk(context)) {
                        Ok(Some(chunk)) => frames.push(&chunk),
                        Ok(None) => {
                            let step = frames.finish();
                            return Poll::Ready(item(frames, step, reply, into));
                        }
                        Err(error) => {
                            let fault = Fault::transport(error).of(reply);
                            return Poll::Ready(Err(Trouble::Fault(Box::new(fault))));
                        }
                    }
                }
            }
        }
    }

    /// Goes on with a response.
    fn reached(&self, reached: Reached) -> Result<State, Trouble> {
        let Reached { reply, rest } = reached;
        if !(self.documented)(&reply) {
            return Err(Trouble::Failure(Box::new(reply)));
        }
        if reply.status_code() == StatusCode::NO_CONTENT {
            return Ok(State::Over);
        }
        let incoming = rest.unwrap_or_else(|| Incoming::full(reply.body().clone()));
        Ok(State::Reading(reply.in_parts(&self.core), incoming))
    }
}

/// Reads the item that was found, if one was.
fn item(
    frames: &mut dyn Frames,
    step: Result<Step, DecodeError>,
    reply: &Reply,
    into: &mut dyn Wire,
) -> Result<bool, Trouble> {
    let read = match step {
        Ok(Step::More) => return Ok(false),
        Ok(Step::Item) => {
            let read = reply.part(frames.list(), frames.found(), into);
            frames.leave(read)
        }
        Err(error) => Err(error),
    };
    read.map(|()| true).map_err(|error| {
        let fault = Box::new(Fault::decode(error, reply.clone()));
        match frames.goes_on() {
            true => Trouble::Item(fault),
            false => Trouble::Fault(fault),
        }
    })
}

impl<T: Wire, E> ItemStream<T, E> {
    /// The next item; `None` after the last.
    ///
    /// # Errors
    /// When the request cannot be made or sent, the server answers with an error, or the response is not as the document
    /// says.
    pub async fn try_next(&mut self) -> Result<Option<T>, Error<E>> {
        std::future::poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<T>, Error<E>>> {
        let mut item = T::blank();
        let outcome = std::task::ready!(self.body.poll(context, &mut item));
        Poll::Ready(match outcome {
            Ok(true) => Ok(Some(item)),
            Ok(false) => Ok(None),
            Err(Trouble::Fault(fault) | Trouble::Item(fault)) => Err(Error::from(fault)),
            Err(Trouble::Failure(reply)) => Err((self.failure)(*reply)),
        })
    }
}

impl<T: Wire, E> Stream for ItemStream<T, E> {
    type Item = Result<T, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context).map(Result::transpose)
    }
}

#[cfg(feature = "blocking")]
impl<T: Wire, E> Iterator for ItemStreamBlocking<T, E> {
    type Item = Result<T, Error<E>>;

    fn next(&mut self) -> Option<Self::Item> {
        super::block::block_on(self.0.try_next()).transpose()
    }
}

impl<T, E> Debug for ItemStream<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemStream")
            .field("held", &self.body.frames.held())
            .finish()
    }
}

#[cfg(feature = "blocking")]
impl<T, E> Debug for ItemStreamBlocking<T, E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

/// What a request has whose response is a list: `listed!(ListPets, Pet, ListPetsError, ["data"])`.
// Not every API gives lists.
#[allow(unused_macros)]
macro_rules! listed {
    ($name:ident, $item:ty, $failure:ident, [$($key:literal),*]) => {
        impl $name {
            /// Sends the request and gives the items of its response one by one, each as soon as it has arrived: a
            /// stream. However long the list is, only one item is in memory.
            ///
            /// The time limits hold until the head of the response has come; then each chunk may take as long as one
            /// attempt. What breaks off later is an error of the next item, not repeated.
            pub fn stream_items(self) -> $crate::runtime::ItemStream<$item, $failure> {
                self.call.stream_items::<Self, _>(&[$($key),*])
            }

            /// Sends the request and gives the items of its response one by one, each as soon as it has arrived: an
            /// iterator. Limits are those of `stream_items`.
            #[cfg(feature = "blocking")]
            pub fn stream_items_blocking(
                self,
            ) -> $crate::runtime::ItemStreamBlocking<$item, $failure> {
                self.call.stream_items_blocking::<Self, _>(&[$($key),*])
            }
        }
    };
}
pub(crate) use listed;
