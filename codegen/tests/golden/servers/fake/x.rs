//! What a server has for the operations of `x`.

use super::super::x as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::ONE, reads::<OneReceived>, 204),
    Row::new(&client::OTHER, reads::<OtherReceived>, 204),
    Row::new(&client::TWO, reads::<TwoReceived>, 204),
];

impl Server {
    /// Answers `GET /one`.
    pub fn one<O: Into<AnswerTo<client::One>>>(
        self,
        handler: impl Handler<OneReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }

    /// Answers `PUT /one`.
    pub fn other<O: Into<AnswerTo<client::Other>>>(
        self,
        handler: impl Handler<OtherReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }

    /// Answers `GET /two`.
    pub fn two<O: Into<AnswerTo<client::Two>>>(
        self,
        handler: impl Handler<TwoReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], empty, handler)
    }
}

/// What comes with `GET /one`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct OneReceived {
    pub received: Received,
}

runtime::fake::received!(OneReceived);

/// What comes with `PUT /one`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct OtherReceived {
    pub received: Received,
}

runtime::fake::received!(OtherReceived);

/// What comes with `GET /two`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct TwoReceived {
    pub received: Received,
}

runtime::fake::received!(TwoReceived);
