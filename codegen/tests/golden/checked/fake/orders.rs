//! What a server has for the operations of `orders`.

use super::super::orders as client;
use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{
    AnswerTo, Expect, Form, Handler, Payload, Received, Row, empty, json, reads,
};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::PUT_ORDER, reads::<PutOrderReceived>, 200)
        .parameters(
            &[
                Expect::list(&Expect::TEXT.rules(&[("minLength", "2")]))
                    .rules(&[("maxItems", "2")]),
                Expect::INTEGER.rules(&[("maximum", "100"), ("minimum", "1")]),
            ],
        )
        .payloads(
            true,
            &[
                Payload::new("application/json", Form::Json)
                    .of(&[], Expect::of(&super::ORDER)),
            ],
        )
        .answers("application/json", r#"{"text":"t"}"#),
    Row::new(&client::PUT_NOTES, reads::<PutNotesReceived>, 204)
        .payloads(
            false,
            &[
                Payload::new("application/json", Form::Json)
                    .of(
                        &[],
                        Expect::list(
                                &Expect::ANY.rules(&[("pattern", "^[A-Z]{2}\\d+$")]),
                            )
                            .rules(&[("minItems", "1")]),
                    ),
            ],
        ),
    Row::new(&client::PUT_FILE, reads::<PutFileReceived>, 204)
        .payloads(
            true,
            &[
                Payload::new("multipart/form-data", Form::Parts)
                    .of(&[], Expect::of(&super::PUT_FILE_BODY)),
            ],
        ),
];

impl Server {
    /// Answers `POST /orders`.
    pub fn put_order<O: Into<AnswerTo<client::PutOrder>>>(
        self,
        handler: impl Handler<PutOrderReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }

    /// Answers `PUT /orders`.
    pub fn put_notes<O: Into<AnswerTo<client::PutNotes>>>(
        self,
        handler: impl Handler<PutNotesReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }

    /// Answers `POST /files`.
    pub fn put_file<O: Into<AnswerTo<client::PutFile>>>(
        self,
        handler: impl Handler<PutFileReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], empty, handler)
    }
}

/// What comes with `POST /orders`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct PutOrderReceived {
    pub ids: Vec<String>,
    pub limit: Option<i64>,
    pub body: models::Order,
    pub received: Received,
}

runtime::fake::received!(PutOrderReceived, ids, limit; body = model);

/// What comes with `PUT /orders`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct PutNotesReceived {
    pub body: Option<Vec<models::Code>>,
    pub received: Received,
}

runtime::fake::received!(PutNotesReceived; body = model);

/// What comes with `POST /files`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct PutFileReceived {
    pub body: models::PutFileBody,
    pub received: Received,
}

runtime::fake::received!(PutFileReceived; body = model);
