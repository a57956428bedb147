//! What a server has for the operations of `webhooks`.

use super::super::webhooks as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::SUBSCRIBE, reads::<SubscribeReceived>, 201),
];

impl Server {
    /// Answers `POST /subscriptions`.
    pub fn subscribe<O: Into<AnswerTo<client::Subscribe>>>(
        self,
        handler: impl Handler<SubscribeReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }
}

/// What comes with `POST /subscriptions`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct SubscribeReceived {
    pub received: Received,
}

runtime::fake::received!(SubscribeReceived);
