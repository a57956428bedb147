//! What a server has for the operations of `default`.

use super::super::default as client;
use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{
    AnswerTo, Expect, Form, Handler, Payload, Received, Row, empty, reads,
};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::CHANGE_PET, reads::<ChangePetReceived>, 204)
        .parameters(&[Expect::INTEGER])
        .payloads(true, &[Payload::new("application/json", Form::Json)]),
];

impl Server {
    /// Answers `PATCH /pets/{id}`.
    pub fn change_pet<O: Into<AnswerTo<client::ChangePet>>>(
        self,
        handler: impl Handler<ChangePetReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }
}

/// What comes with `PATCH /pets/{id}`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct ChangePetReceived {
    pub id: i64,
    pub body: models::ChangePetBody,
    pub received: Received,
}

runtime::fake::received!(ChangePetReceived, id; body = model);
