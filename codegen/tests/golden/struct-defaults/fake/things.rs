//! What a server has for the operations of `things`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::GET_THING, reads::<GetThingReceived>, 200)
        .answers(
            "application/json",
            r#"{"id":"never used","limit":20,"size":-3,"weight":1,"open":true,"name":"nobody","kind":"dog","since":"2020-01-01","spare":"none","count":1,"old":1}"#,
        ),
];

runtime::fake::operation! {
    get_thing, "`GET /things`", GetThingReceived, super::super::things::GetThing, json,
    ROWS[0], {}
}
