//! What a server has for the operations of `things`.

use super::super::things as client;
use super::{Server, models};
use crate::runtime;
use bytes::Bytes;
use crate::runtime::fake::{
    AnswerTo, Expect, Form, Handler, Payload, Received, Row, empty, reads,
};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::CREATE_THING, reads::<CreateThingReceived>, 204)
        .payloads(
            true,
            &[
                Payload::new("application/json", Form::Json),
                Payload::new("application/x-www-form-urlencoded", Form::Pairs)
                    .of(&[], Expect::of(&super::THING)),
                Payload::new("text/plain", Form::Text),
                Payload::new("application/octet-stream", Form::Bytes),
            ],
        ),
    Row::new(&client::REPLACE_THING, reads::<ReplaceThingReceived>, 204)
        .payloads(
            false,
            &[
                Payload::new("application/json", Form::Json),
                Payload::new("text/plain", Form::Text),
            ],
        ),
];

impl Server {
    /// Answers `POST /things`.
    pub fn create_thing<O: Into<AnswerTo<client::CreateThing>>>(
        self,
        handler: impl Handler<CreateThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }

    /// Answers `PUT /things`.
    pub fn replace_thing<O: Into<AnswerTo<client::ReplaceThing>>>(
        self,
        handler: impl Handler<ReplaceThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }
}

/// What comes with `POST /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct CreateThingReceived {
    pub body: Option<models::Thing>,
    pub body_form: Option<models::Thing>,
    pub body_text: Option<String>,
    pub body_bytes: Option<Bytes>,
    pub received: Received,
}

runtime::fake::received!(
    CreateThingReceived; body = model, body_form = model, body_text = text, body_bytes =
    raw
);

/// What comes with `PUT /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct ReplaceThingReceived {
    pub body: Option<models::Thing>,
    pub body_text: Option<String>,
    pub received: Received,
}

runtime::fake::received!(ReplaceThingReceived; body = model, body_text = text);
