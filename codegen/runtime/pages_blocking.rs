//! Walking through pages on the thread that asks. In: a call and its plan; out: an iterator. Invariant: the same walk as
//! the asynchronous one, page for page; only the fetching differs.

use super::block::block_on;
use super::call::Call;
use super::error::Error;
use super::execute::Arrival;
use super::operation::Operation;
use super::pages::{Items, Paged, Pages};
use super::position::Position;
use super::response::Response;
use super::walk::{Buffer, State};
use std::fmt::{self, Debug, Formatter};

type Page<O> = Result<Response<<O as Operation>::Output>, Error<<O as Operation>::Failure>>;
type Item<O> = Result<<O as Paged>::Item, Error<<O as Operation>::Failure>>;

/// The pages of an operation, fetched on the thread that asks for them: an iterator. There is no other thread, so none is
/// fetched ahead.
#[must_use = "nothing is fetched until the pages are asked for"]
pub struct PagesBlocking<O>(Pages<O>);

/// The items of all pages of an operation, fetched on the thread that asks for them: an iterator. There is no other thread,
/// so no page is fetched ahead.
#[must_use = "nothing is fetched until the items are asked for"]
pub struct ItemsBlocking<O: Paged> {
    pages: PagesBlocking<O>,
    buffer: Buffer<O::Item>,
}

impl<O: Paged> PagesBlocking<O> {
    /// The pages of a call.
    pub fn new(call: Call) -> Self {
        PagesBlocking(Pages::new(call))
    }

    /// Goes on at a position that was kept.
    pub fn at(self, position: &Position) -> Self {
        PagesBlocking(self.0.at(position))
    }

    /// Where the next page is; `None` after the last.
    pub fn position(&self) -> Option<Position> {
        self.0.position()
    }

    fn fetch(&mut self) -> Option<Arrival> {
        if self.0.broken {
            return None;
        }
        let walk = &mut self.0.walk;
        match &mut walk.state {
            State::Over => None,
            State::Lost(fault) => fault.take().map(Err),
            State::Going => {
                let call = walk.pager.call();
                Some(block_on(call.blocking_engine().run(call, None)))
            }
        }
    }
}

impl<O: Paged> Iterator for PagesBlocking<O> {
    type Item = Page<O>;

    fn next(&mut self) -> Option<Self::Item> {
        let fetched = self.fetch()?;
        let page = self.0.take(fetched);
        self.0.broken = page.is_err();
        Some(page)
    }
}

impl<O: Paged> ItemsBlocking<O> {
    /// The items of a call.
    pub fn new(call: Call) -> Self {
        let Items { pages, buffer } = Items::new(call);
        ItemsBlocking {
            pages: PagesBlocking(pages),
            buffer,
        }
    }

    /// Goes on at a position that was kept.
    pub fn at(self, position: &Position) -> Self {
        let Items { pages, buffer } = Items {
            pages: self.pages.0,
            buffer: self.buffer,
        }
        .at(position);
        ItemsBlocking {
            pages: PagesBlocking(pages),
            buffer,
        }
    }

    /// Where the next item is; `None` after the last.
    pub fn position(&self) -> Option<Position> {
        self.buffer.position(self.pages.0.walk.position())
    }
}

impl<O: Paged> Iterator for ItemsBlocking<O> {
    type Item = Item<O>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.buffer.next() {
                return Some(Ok(item));
            }
            let pages = &mut self.pages;
            let place = pages.0.walk.pager.place().cloned();
            let fetched = pages.fetch()?;
            let items = pages.0.take_items(fetched);
            pages.0.broken = items.is_err();
            match items {
                Ok(items) => self.buffer.fill(items, place),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<O> Debug for PagesBlocking<O> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        Debug::fmt(&self.0, f)
    }
}

impl<O: Paged> Debug for ItemsBlocking<O> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_struct("ItemsBlocking")
            .field("at", &self.position())
            .finish()
    }
}
