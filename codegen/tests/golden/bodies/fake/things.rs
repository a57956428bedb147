//! What a server has for the operations of `things`.

use super::{Server, models};
use crate::runtime;
use bytes::Bytes;
use crate::runtime::fake::{Expect, Form, Payload, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::CREATE_THING, reads::<CreateThingReceived>, 204)
        .payloads(
            true,
            &[
                Payload::new("application/json", Form::Json),
                Payload::new("application/x-www-form-urlencoded", Form::Pairs)
                    .of(
                        &[],
                        Expect::object(
                            &[("name", Expect::TEXT), ("size", Expect::INTEGER)],
                            true,
                        ),
                    ),
                Payload::new("text/plain", Form::Text),
                Payload::new("application/octet-stream", Form::Bytes),
            ],
        ),
    Row::new(&super::super::things::REPLACE_THING, reads::<ReplaceThingReceived>, 204)
        .payloads(
            false,
            &[
                Payload::new("application/json", Form::Json),
                Payload::new("text/plain", Form::Text),
            ],
        ),
];

runtime::fake::operation! {
    create_thing, "`POST /things`", CreateThingReceived,
    super::super::things::CreateThing, empty, ROWS[0], { body : Option < models::Thing >
    = model 0, body_form : Option < models::Thing > = model 1, body_text : Option <
    String > = text 2, body_bytes : Option < Bytes > = raw 3, }
}

runtime::fake::operation! {
    replace_thing, "`PUT /things`", ReplaceThingReceived,
    super::super::things::ReplaceThing, empty, ROWS[1], { body : Option < models::Thing >
    = model 0, body_text : Option < String > = text 1, }
}
