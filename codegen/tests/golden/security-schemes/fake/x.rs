//! What a server has for the operations of `x`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::x::WITH_ANY, reads::<WithAnyReceived>, 204),
    Row::new(&super::super::x::WITH_HTTP, reads::<WithHttpReceived>, 204),
    Row::new(&super::super::x::WITH_TOKEN, reads::<WithTokenReceived>, 204),
    Row::new(&super::super::x::WITH_BOTH, reads::<WithBothReceived>, 204),
];

runtime::fake::operation! {
    with_any, "`GET /a`", WithAnyReceived, super::super::x::WithAny, empty, ROWS[0], {}
}

runtime::fake::operation! {
    with_http, "`GET /b`", WithHttpReceived, super::super::x::WithHttp, empty, ROWS[1],
    {}
}

runtime::fake::operation! {
    with_token, "`GET /c`", WithTokenReceived, super::super::x::WithToken, empty,
    ROWS[2], {}
}

runtime::fake::operation! {
    with_both, "`GET /d`", WithBothReceived, super::super::x::WithBoth, empty, ROWS[3],
    {}
}
