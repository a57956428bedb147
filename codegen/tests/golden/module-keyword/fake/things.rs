//! What a server has for the operations of `things`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::GET_THING, reads::<GetThingReceived>, 204),
];

runtime::fake::operation! {
    get_thing, "`GET /things`", GetThingReceived, super::super::things::GetThing, empty,
    ROWS[0], {}
}
