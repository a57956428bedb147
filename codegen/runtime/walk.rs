//! The part of a walk through pages that is the same for every operation. In: a call and its plan; out: responses, and
//! the items of the page in use. Invariant: a page is left behind only when it turned out well.

use super::call::Call;
use super::execute::Arrival;
use super::fault::{ErrorKind, Fault};
use super::paging::{Next, PagePlan, Pager};
use super::position::{Place, Position};
use super::reply::Reply;
use super::transport::BoxFuture;
use std::task::{Context, Poll};

/// The part of a walk that is the same for every operation.
pub(super) struct Walk {
    pub(super) pager: Pager,
    running: Option<BoxFuture<'static, Arrival>>,
    /// What was fetched ahead.
    fetched: Option<Arrival>,
    /// Whether the fetching was begun ahead, and may have lain idle since.
    early: bool,
    /// What follows the page that was delivered last, if it has not been asked for yet.
    pub(super) state: State,
}

pub(super) enum State {
    /// There is a page to fetch.
    Going,
    /// The pages cannot be followed further.
    Lost(Option<Box<Fault>>),
    /// That was all.
    Over,
}

impl Walk {
    pub(super) fn new(call: Call, plan: &'static PagePlan) -> Self {
        Walk {
            pager: Pager::new(call, plan),
            running: None,
            fetched: None,
            early: false,
            state: State::Going,
        }
    }

    /// Begins to fetch the next page.
    pub(super) fn start(&mut self) -> &mut BoxFuture<'static, Arrival> {
        let pager = &self.pager;
        self.running.get_or_insert_with(|| {
            let call = pager.call();
            call.engine().run(call, None)
        })
    }

    /// The response of the next page; `None` after the last.
    pub(super) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Arrival>> {
        match &mut self.state {
            State::Over => return Poll::Ready(None),
            State::Lost(fault) => return Poll::Ready(fault.take().map(Err)),
            State::Going => {}
        }
        loop {
            let fetched = match self.fetched.take() {
                Some(fetched) => fetched,
                None => std::task::ready!(self.start().as_mut().poll(context)),
            };
            self.running = None;
            let late = matches!(&fetched, Err(fault) if fault.kind() == ErrorKind::Timeout);
            // Its time may have run out only because nobody looked after it.
            if !(std::mem::take(&mut self.early) && late) {
                return Poll::Ready(Some(fetched));
            }
        }
    }

    /// Where the walk goes after this response; applied by [`Walk::leave`] when the page turned out well.
    pub(super) fn next(&mut self, reply: &Reply, count: Option<usize>) -> Result<Next, Box<Fault>> {
        match self.pager.next(reply, count) {
            Next::Again(reason) => {
                self.state = State::Over;
                Err(Box::new(Fault::paging(reason, reply.clone())))
            }
            next => Ok(next),
        }
    }

    pub(super) fn leave(&mut self, next: Next, fault: impl FnOnce(String) -> Box<Fault>) {
        match next {
            Next::End | Next::Again(_) => self.state = State::Over,
            Next::Go(place) => self.pager.go(place),
            Next::Lost(reason) => self.state = State::Lost(Some(fault(reason))),
        }
    }

    /// Has the next page on its way while this one is being used. It is looked after whenever this is called.
    pub(super) fn ahead(&mut self, context: &mut Context<'_>) {
        if !matches!(self.state, State::Going) || self.fetched.is_some() {
            return;
        }
        self.early |= self.running.is_none();
        if let Poll::Ready(fetched) = self.start().as_mut().poll(context) {
            self.running = None;
            self.fetched = Some(fetched);
        }
    }

    pub(super) fn position(&self) -> Option<Option<Place>> {
        match self.state {
            State::Going => Some(self.pager.place().cloned()),
            State::Lost(_) | State::Over => None,
        }
    }
}

/// The items of the page that is being used.
pub(super) struct Buffer<T> {
    items: std::vec::IntoIter<T>,
    /// Where their page is.
    place: Option<Place>,
    taken: usize,
    /// How many of them were given since it was filled.
    given: usize,
    /// How many items of the first page were taken before, in another walk.
    pub(super) skip: usize,
}

impl<T> Buffer<T> {
    pub(super) fn new() -> Self {
        Buffer {
            items: Vec::new().into_iter(),
            place: None,
            taken: 0,
            given: 0,
            skip: 0,
        }
    }

    pub(super) fn next(&mut self) -> Option<T> {
        let item = self.items.next()?;
        self.taken += 1;
        self.given += 1;
        Some(item)
    }

    /// Whether more than a first look is taken at the page.
    pub(super) fn is_in_use(&self) -> bool {
        self.given > 1
    }

    pub(super) fn fill(&mut self, items: Vec<T>, place: Option<Place>) {
        let skip = std::mem::take(&mut self.skip).min(items.len());
        self.items = items.into_iter();
        if skip > 0 {
            self.items.nth(skip - 1);
        }
        self.taken = skip;
        self.given = 0;
        self.place = place;
    }

    pub(super) fn position(&self, next: Option<Option<Place>>) -> Option<Position> {
        if self.items.len() > 0 {
            return Some(Position::new(self.place.clone(), self.taken));
        }
        next.map(|place| Position::new(place, self.skip))
    }
}
