//! What a server has for the operations of `orders`.

use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{Expect, Form, Payload, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::orders::PUT_ORDER, reads::<PutOrderReceived>, 200)
        .parameters(
            &[
                Expect::list(&Expect::TEXT).rules(&[("maxItems", "2")]),
                Expect::INTEGER.rules(&[("maximum", "100"), ("minimum", "1")]),
            ],
        )
        .payloads(true, &[Payload::new("application/json", Form::Json)])
        .answers("application/json", r#"{"text":"t"}"#),
    Row::new(&super::super::orders::PUT_NOTES, reads::<PutNotesReceived>, 204)
        .payloads(false, &[Payload::new("application/json", Form::Json)]),
    Row::new(&super::super::orders::PUT_FILE, reads::<PutFileReceived>, 204)
        .payloads(
            true,
            &[
                Payload::new("multipart/form-data", Form::Parts)
                    .of(
                        &[],
                        Expect::object(
                            &[
                                ("file", Expect::TEXT.rules(&[("maxLength", "3")])),
                                ("name", Expect::TEXT.rules(&[("maxLength", "3")])),
                            ],
                            true,
                        ),
                    ),
            ],
        ),
];

runtime::fake::operation! {
    put_order, "`POST /orders`", PutOrderReceived, super::super::orders::PutOrder, json,
    ROWS[0], { ids : Vec < String > = read 0, limit : Option < i64 > = read 1, body :
    models::Order = model 0, }
}

runtime::fake::operation! {
    put_notes, "`PUT /orders`", PutNotesReceived, super::super::orders::PutNotes, empty,
    ROWS[1], { body : Option < Vec < models::Code > > = model 0, }
}

runtime::fake::operation! {
    put_file, "`POST /files`", PutFileReceived, super::super::orders::PutFile, empty,
    ROWS[2], { body : models::PutFileBody = model 0, }
}
