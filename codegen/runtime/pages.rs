//! Walking through pages. In: a call and its plan; out: one page, or one item, after the other. Invariant: a page is
//! left behind only when it was delivered, so that nothing is lost or given twice when a request fails.

use super::call::Call;
use super::error::Error;
use super::execute::Arrival;
use super::fault::Fault;
use super::operation::{Operation, failed};
use super::paging::PagePlan;
use super::position::Position;
use super::reply::Reply;
use super::response::Response;
use super::walk::{Buffer, Walk};
use futures_core::Stream;
use std::fmt::{self, Debug, Formatter};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

/// An operation that gives its result in pages.
pub trait Paged: Operation {
    /// What the pages are lists of.
    type Item;

    /// How it pages.
    fn plan() -> &'static PagePlan;

    /// The items of a page.
    fn items(output: Self::Output) -> Vec<Self::Item>;
}

/// The pages of an operation: a stream. While one is used, the next one is on its way.
///
/// [`Pages::try_next`] needs no trait in scope. After an error it asks for the same page again; the stream ends.
#[must_use = "nothing is fetched until the pages are asked for"]
pub struct Pages<O> {
    pub(super) walk: Walk,
    pub(super) broken: bool,
    operation: PhantomData<fn() -> O>,
}

impl<O: Paged> Pages<O> {
    /// The pages of a call.
    pub fn new(call: Call) -> Self {
        Pages {
            walk: Walk::new(call, O::plan()),
            broken: false,
            operation: PhantomData,
        }
    }

    /// Goes on at a position that was kept.
    pub fn at(mut self, position: &Position) -> Self {
        self.walk.pager.resume(position);
        self
    }

    /// Where the next page is; `None` after the last.
    pub fn position(&self) -> Option<Position> {
        self.walk.position().map(|place| Position::new(place, 0))
    }

    /// The next page; `None` after the last.
    ///
    /// # Errors
    /// When it cannot be fetched, or the pages do not follow each other as they should.
    pub async fn try_next(&mut self) -> Result<Option<Response<O::Output>>, Error<O::Failure>> {
        std::future::poll_fn(|context| self.poll_page(context))
            .await
            .transpose()
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Page<O>>> {
        let fetched = std::task::ready!(self.walk.poll(context));
        let page = fetched.map(|fetched| self.take(fetched));
        if let Some(Ok(_)) = page {
            self.walk.ahead(context);
        }
        Poll::Ready(page)
    }

    /// Reads a page, and leaves it behind if that went well.
    pub(super) fn take(&mut self, fetched: Arrival) -> Page<O> {
        let (value, reply) = self.take_as(fetched, |page| (page, None))?;
        Ok(Response::new(value, reply))
    }

    /// The items of a page; it is left behind if that went well.
    pub(super) fn take_items(
        &mut self,
        fetched: Arrival,
    ) -> Result<Vec<O::Item>, Error<O::Failure>> {
        let items = self.take_as(fetched, |page| {
            let items = O::items(page);
            let count = items.len();
            (items, Some(count))
        });
        items.map(|(items, _)| items)
    }

    /// Reads a page as what `made` makes of it, which may know how many items there are.
    fn take_as<T>(
        &mut self,
        fetched: Arrival,
        made: fn(O::Output) -> (T, Option<usize>),
    ) -> Result<(T, Reply), Error<O::Failure>> {
        let reply = fetched.map_err(Error::from)?.reply;
        let (value, count) = match O::output(&reply) {
            None => return Err(failed(reply)),
            Some(Err(error)) => return Err(Error::new(Fault::decode(error, reply))),
            Some(Ok(page)) => made(page),
        };
        let next = self.walk.next(&reply, count).map_err(Error::from)?;
        let fault = |reason| Box::new(Fault::paging(reason, reply.clone()));
        self.walk.leave(next, fault);
        Ok((value, reply))
    }
}

type Page<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Failure>>;
type Item<O> = Result<<O as Paged>::Item, Error<<O as Operation>::Failure>>;

impl<O: Paged> Stream for Pages<O> {
    type Item = Page<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.broken {
            return Poll::Ready(None);
        }
        let page = std::task::ready!(self.poll_page(context));
        self.broken = matches!(page, Some(Err(_)));
        Poll::Ready(page)
    }
}

impl<O> Debug for Pages<O> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("at", &self.walk.pager.place())
            .finish()
    }
}

/// The items of all pages of an operation: a stream.
///
/// From the second item of a page on the next page is on its way, one page ahead and no more. It goes on whenever an item is
/// asked for, needs no runtime for that, and ends when the stream is dropped. If it fails, the error comes after the items.
///
/// [`Items::try_next`] needs no trait in scope. After an error it asks for the same page again; the stream ends.
#[must_use = "nothing is fetched until the items are asked for"]
pub struct Items<O: Paged> {
    pub(super) pages: Pages<O>,
    pub(super) buffer: Buffer<O::Item>,
}

impl<O: Paged> Items<O> {
    /// The items of a call.
    pub fn new(call: Call) -> Self {
        Items {
            pages: Pages::new(call),
            buffer: Buffer::new(),
        }
    }

    /// Goes on at a position that was kept.
    pub fn at(mut self, position: &Position) -> Self {
        self.pages = self.pages.at(position);
        self.buffer.skip = position.skip();
        self
    }

    /// Where the next item is; `None` after the last.
    pub fn position(&self) -> Option<Position> {
        self.buffer.position(self.pages.walk.position())
    }

    /// The next item; `None` after the last.
    ///
    /// # Errors
    /// When a page cannot be fetched, or the pages do not follow each other as they should.
    pub async fn try_next(&mut self) -> Result<Option<O::Item>, Error<O::Failure>> {
        std::future::poll_fn(|context| self.poll_item(context))
            .await
            .transpose()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Item<O>>> {
        loop {
            if let Some(item) = self.buffer.next() {
                if self.buffer.is_in_use() {
                    self.pages.walk.ahead(context);
                }
                return Poll::Ready(Some(Ok(item)));
            }
            let place = self.pages.walk.pager.place().cloned();
            let Some(fetched) = std::task::ready!(self.pages.walk.poll(context)) else {
                return Poll::Ready(None);
            };
            match self.pages.take_items(fetched) {
                Err(error) => return Poll::Ready(Some(Err(error))),
                Ok(items) => self.buffer.fill(items, place),
            }
        }
    }
}

impl<O: Paged> Stream for Items<O>
where
    O::Item: Unpin,
{
    type Item = Item<O>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.pages.broken {
            return Poll::Ready(None);
        }
        let item = std::task::ready!(self.poll_item(context));
        self.pages.broken = matches!(item, Some(Err(_)));
        Poll::Ready(item)
    }
}

impl<O: Paged> Debug for Items<O> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("at", &self.position())
            .finish()
    }
}
