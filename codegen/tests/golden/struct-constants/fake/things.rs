//! What a server has for the operations of `things`.

use super::super::things as client;
use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Form, Handler, Payload, Received, Row, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::PUT_THING, reads::<PutThingReceived>, 200)
        .payloads(true, &[Payload::new("application/json", Form::Json)])
        .answers("application/json", r#"{"kind":"marker"}"#),
];

impl Server {
    /// Answers `PUT /things`.
    pub fn put_thing<O: Into<AnswerTo<client::PutThing>>>(
        self,
        handler: impl Handler<PutThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `PUT /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct PutThingReceived {
    pub body: models::Thing,
    pub received: Received,
}

runtime::fake::received!(PutThingReceived; body = model);
