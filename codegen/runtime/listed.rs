//! The items of one response, while it arrives. In: a call and where the list of its response is; out: one item after the
//! other. Invariant: an item is decoded as soon as it is there, and nothing of it is kept; the first error is the last.

use super::call::Call;
use super::error::Error;
use super::execute::Reached;
use super::fault::Fault;
use super::incoming::Incoming;
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
/// [`ItemStream::try_next`] needs no trait in scope. After an error there is nothing more.
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
    list: List,
    documented: fn(&Reply) -> bool,
    /// The most bytes that one item may have.
    most: usize,
}

enum State {
    Opening(BoxFuture<'static, Result<Reached, Box<Fault>>>),
    Reading(Reply, Incoming),
    Over,
}

/// Why there is no item.
enum Trouble {
    Fault(Box<Fault>),
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
        let most = self.core.settings().max_response_bytes;
        items::<O, T>(
            Body::new(path, most, |reply| O::output(reply).is_some())
                .opening(engine.open(self, |reply| O::output(reply).is_some())),
        )
    }

    /// The items of the list at `path` in the response, as they arrive.
    #[cfg(feature = "blocking")]
    pub fn stream_items_blocking<O: Operation, T: Wire>(
        self,
        path: &'static [&'static str],
    ) -> ItemStreamBlocking<T, O::Failure> {
        let engine = self.blocking_engine();
        let most = self.core.settings().max_response_bytes;
        ItemStreamBlocking(items::<O, T>(
            Body::new(path, most, |reply| O::output(reply).is_some())
                .opening(engine.open(self, |reply| O::output(reply).is_some())),
        ))
    }
}

fn items<O: Operation, T>(body: Body) -> ItemStream<T, O::Failure> {
    ItemStream {
        body,
        failure: failed::<O::Failure>,
        item: std::marker::PhantomData,
    }
}

impl Body {
    fn new(path: &'static [&'static str], most: usize, documented: fn(&Reply) -> bool) -> Self {
        Body {
            state: State::Over,
            list: List::new(path),
            documented,
            most,
        }
    }

    fn opening(mut self, run: BoxFuture<'static, Result<Reached, Box<Fault>>>) -> Self {
        self.state = State::Opening(run);
        self
    }

    /// Reads the next item into a placeholder; false after the last.
    fn poll(
        &mut self,
        context: &mut Context<'_>,
        into: &mut dyn Wire,
    ) -> Poll<Result<bool, Trouble>> {
        let outcome = std::task::ready!(self.advance(context, into));
        if !matches!(outcome, Ok(true)) {
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
                    let list = &mut self.list;
                    let wrong =
                        |error| Trouble::Fault(Box::new(Fault::decode(error, reply.clone())));
                    if list.step().map_err(&wrong)? == Step::Item {
                        return Poll::Ready(list.read(into).map(|()| true).map_err(wrong));
                    }
                    if list.held() > self.most {
                        let fault = Fault::too_large(self.most).of(reply);
                        return Poll::Ready(Err(Trouble::Fault(Box::new(fault))));
                    }
                    match std::task::ready!(incoming.poll_chunk(context)) {
                        Ok(Some(chunk)) => list.push(&chunk),
                        Ok(None) => {
                            return Poll::Ready(list.finish().map(|()| false).map_err(wrong));
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
        Ok(State::Reading(reply, incoming))
    }
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
            Err(Trouble::Fault(fault)) => Err(Error::from(fault)),
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
            .field("held", &self.body.list.held())
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
