//! What a server has for the operations of `x`.

use super::super::x as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::WITH_ANY, reads::<WithAnyReceived>, 204),
    Row::new(&client::WITH_HTTP, reads::<WithHttpReceived>, 204),
    Row::new(&client::WITH_TOKEN, reads::<WithTokenReceived>, 204),
    Row::new(&client::WITH_BOTH, reads::<WithBothReceived>, 204),
];

impl Server {
    /// Answers `GET /a`.
    pub fn with_any<O: Into<AnswerTo<client::WithAny>>>(
        self,
        handler: impl Handler<WithAnyReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }

    /// Answers `GET /b`.
    pub fn with_http<O: Into<AnswerTo<client::WithHttp>>>(
        self,
        handler: impl Handler<WithHttpReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }

    /// Answers `GET /c`.
    pub fn with_token<O: Into<AnswerTo<client::WithToken>>>(
        self,
        handler: impl Handler<WithTokenReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], empty, handler)
    }

    /// Answers `GET /d`.
    pub fn with_both<O: Into<AnswerTo<client::WithBoth>>>(
        self,
        handler: impl Handler<WithBothReceived, O>,
    ) -> Self {
        self.on(&ROWS[3], empty, handler)
    }
}

/// What comes with `GET /a`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct WithAnyReceived {
    pub received: Received,
}

runtime::fake::received!(WithAnyReceived);

/// What comes with `GET /b`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct WithHttpReceived {
    pub received: Received,
}

runtime::fake::received!(WithHttpReceived);

/// What comes with `GET /c`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct WithTokenReceived {
    pub received: Received,
}

runtime::fake::received!(WithTokenReceived);

/// What comes with `GET /d`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct WithBothReceived {
    pub received: Received,
}

runtime::fake::received!(WithBothReceived);
