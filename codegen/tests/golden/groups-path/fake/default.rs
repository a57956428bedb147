//! What a server has for the operations of `default`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::default::PING, reads::<PingReceived>, 204),
];

runtime::fake::operation! {
    ping, "`GET /api/v1`", PingReceived, super::super::default::Ping, empty, ROWS[0], {}
}
