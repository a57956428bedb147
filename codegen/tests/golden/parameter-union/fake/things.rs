//! What a server has for the operations of `things`.

use super::super::things as client;
use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Expect, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::FIND_THINGS, reads::<FindThingsReceived>, 204)
        .parameters(
            &[
                Expect::of(&super::FIND_THINGS_AT),
                Expect::of(&super::FIND_THINGS_IDS),
                Expect::of(&super::FIND_THINGS_NEAR),
                Expect::of(&super::FIND_THINGS_DEEP),
                Expect::of(&super::TERM),
                Expect::of(&super::FIND_THINGS_X_SORT),
                Expect::of(&super::FIND_THINGS_MODE),
            ],
        ),
];

impl Server {
    /// Answers `GET /things/{at}`.
    pub fn find_things<O: Into<AnswerTo<client::FindThings>>>(
        self,
        handler: impl Handler<FindThingsReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }
}

/// What comes with `GET /things/{at}`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct FindThingsReceived {
    pub at: models::FindThingsAt,
    pub ids: Option<models::FindThingsIds>,
    pub near: Option<models::FindThingsNear>,
    pub deep: Option<models::FindThingsDeep>,
    pub term: Option<models::Term>,
    pub x_sort: Option<models::FindThingsXSort>,
    pub mode: Option<models::FindThingsMode>,
    pub received: Received,
}

runtime::fake::received!(FindThingsReceived, at, ids, near, deep, term, x_sort, mode);
