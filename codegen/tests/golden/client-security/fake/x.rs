//! What a server has for the operations of `x`.

use super::super::x as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::ONE, reads::<OneReceived>, 204),
    Row::new(&client::TWO, reads::<TwoReceived>, 204),
    Row::new(&client::THREE, reads::<ThreeReceived>, 204),
    Row::new(&client::FOUR, reads::<FourReceived>, 204),
];

impl Server {
    /// Answers `GET /one`.
    pub fn one<O: Into<AnswerTo<client::One>>>(
        self,
        handler: impl Handler<OneReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }

    /// Answers `GET /two`.
    pub fn two<O: Into<AnswerTo<client::Two>>>(
        self,
        handler: impl Handler<TwoReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }

    /// Answers `GET /three`.
    pub fn three<O: Into<AnswerTo<client::Three>>>(
        self,
        handler: impl Handler<ThreeReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], empty, handler)
    }

    /// Answers `GET /four`.
    pub fn four<O: Into<AnswerTo<client::Four>>>(
        self,
        handler: impl Handler<FourReceived, O>,
    ) -> Self {
        self.on(&ROWS[3], empty, handler)
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

/// What comes with `GET /two`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct TwoReceived {
    pub received: Received,
}

runtime::fake::received!(TwoReceived);

/// What comes with `GET /three`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct ThreeReceived {
    pub received: Received,
}

runtime::fake::received!(ThreeReceived);

/// What comes with `GET /four`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct FourReceived {
    pub received: Received,
}

runtime::fake::received!(FourReceived);
