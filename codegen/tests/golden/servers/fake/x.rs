//! What a server has for the operations of `x`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::x::ONE, reads::<OneReceived>, 204),
    Row::new(&super::super::x::OTHER, reads::<OtherReceived>, 204),
    Row::new(&super::super::x::TWO, reads::<TwoReceived>, 204),
];

runtime::fake::operation! {
    one, "`GET /one`", OneReceived, super::super::x::One, empty, ROWS[0], {}
}

runtime::fake::operation! {
    other, "`PUT /one`", OtherReceived, super::super::x::Other, empty, ROWS[1], {}
}

runtime::fake::operation! {
    two, "`GET /two`", TwoReceived, super::super::x::Two, empty, ROWS[2], {}
}
