//! What a server has for the operations of `x`.

use super::super::x as client;
use super::Server;
use crate::runtime::{self, Formatted};
use crate::runtime::fake::{AnswerTo, Expect, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::OPTIONAL, reads::<OptionalReceived>, 204)
        .parameters(&[Expect::TEXT.rules(&[("maxLength", "36")])]),
    Row::new(&client::REQUIRED, reads::<RequiredReceived>, 204)
        .parameters(&[Expect::format::<uuid::Uuid>()]),
    Row::new(&client::OTHERS, reads::<OthersReceived>, 204)
        .parameters(
            &[
                Expect::TEXT,
                Expect::TEXT.rules(&[("maxLength", "20")]),
                Expect::TEXT.rules(&[("pattern", "^[A-Z]+$")]),
                Expect::TEXT,
                Expect::INTEGER,
            ],
        ),
];

impl Server {
    /// Answers `POST /optional`.
    pub fn optional<O: Into<AnswerTo<client::Optional>>>(
        self,
        handler: impl Handler<OptionalReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }

    /// Answers `POST /required`.
    pub fn required<O: Into<AnswerTo<client::Required>>>(
        self,
        handler: impl Handler<RequiredReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }

    /// Answers `POST /others`.
    pub fn others<O: Into<AnswerTo<client::Others>>>(
        self,
        handler: impl Handler<OthersReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], empty, handler)
    }
}

/// What comes with `POST /optional`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct OptionalReceived {
    pub idempotency_key: Option<String>,
    pub received: Received,
}

runtime::fake::received!(OptionalReceived, idempotency_key);

/// What comes with `POST /required`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct RequiredReceived {
    pub x_request_idempotency: Option<Formatted<uuid::Uuid>>,
    pub received: Received,
}

runtime::fake::received!(RequiredReceived, x_request_idempotency);

/// What comes with `POST /others`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct OthersReceived {
    pub idempotency_key: Option<String>,
    pub header_idempotency_key: Option<String>,
    pub x_idempotency_key: Option<String>,
    pub idempotency_key_expiry: Option<String>,
    pub idempotency_token: Option<i64>,
    pub received: Received,
}

runtime::fake::received!(
    OthersReceived, idempotency_key, header_idempotency_key, x_idempotency_key,
    idempotency_key_expiry, idempotency_token
);
