//! What a server has for the operations of `default`.

use super::super::default as client;
use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{
    AnswerTo, Expect, Form, Handler, Payload, Received, Row, empty, reads,
};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::ADD_CAT, reads::<AddCatReceived>, 204)
        .payloads(false, &[Payload::new("application/json", Form::Json)]),
    Row::new(&client::ADD_DOG, reads::<AddDogReceived>, 204)
        .payloads(
            false,
            &[
                Payload::new("application/json", Form::Json)
                    .of(&[], Expect::of(&super::ADD_DOG_BODY)),
            ],
        ),
];

impl Server {
    /// Answers `POST /cats`.
    pub fn add_cat<O: Into<AnswerTo<client::AddCat>>>(
        self,
        handler: impl Handler<AddCatReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }

    /// Answers `POST /dogs`.
    pub fn add_dog<O: Into<AnswerTo<client::AddDog>>>(
        self,
        handler: impl Handler<AddDogReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }
}

/// What comes with `POST /cats`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct AddCatReceived {
    pub body: Option<models::AddCatBody>,
    pub received: Received,
}

runtime::fake::received!(AddCatReceived; body = model);

/// What comes with `POST /dogs`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct AddDogReceived {
    pub body: Option<models::AddDogBody>,
    pub received: Received,
}

runtime::fake::received!(AddDogReceived; body = model);
