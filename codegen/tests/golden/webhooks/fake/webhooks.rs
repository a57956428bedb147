//! What a server has for the operations of `webhooks`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::webhooks::SUBSCRIBE, reads::<SubscribeReceived>, 201),
];

runtime::fake::operation! {
    subscribe, "`POST /subscriptions`", SubscribeReceived,
    super::super::webhooks::Subscribe, empty, ROWS[0], {}
}
