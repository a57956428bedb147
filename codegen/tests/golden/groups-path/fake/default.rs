//! What a server has for the operations of `default`.

use super::super::default as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[Row::new(&client::PING, reads::<PingReceived>, 204)];

impl Server {
    /// Answers `GET /api/v1`.
    pub fn ping<O: Into<AnswerTo<client::Ping>>>(
        self,
        handler: impl Handler<PingReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }
}

/// What comes with `GET /api/v1`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct PingReceived {
    pub received: Received,
}

runtime::fake::received!(PingReceived);
