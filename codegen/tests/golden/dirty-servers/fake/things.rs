//! What a server has for the operations of `things`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::ONE, reads::<OneReceived>, 204),
];

runtime::fake::operation! {
    one, "`GET /a`", OneReceived, super::super::things::One, empty, ROWS[0], {}
}
