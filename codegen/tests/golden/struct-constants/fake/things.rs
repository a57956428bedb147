//! What a server has for the operations of `things`.

use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{Form, Payload, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::PUT_THING, reads::<PutThingReceived>, 200)
        .payloads(true, &[Payload::new("application/json", Form::Json)])
        .answers("application/json", r#"{"kind":"marker"}"#),
];

runtime::fake::operation! {
    put_thing, "`PUT /things`", PutThingReceived, super::super::things::PutThing, json,
    ROWS[0], { body : models::Thing = model 0, }
}
