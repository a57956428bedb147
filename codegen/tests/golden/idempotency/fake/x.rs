//! What a server has for the operations of `x`.

use super::Server;
use crate::runtime::{self, Formatted};
use crate::runtime::fake::{Expect, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::x::OPTIONAL, reads::<OptionalReceived>, 204)
        .parameters(&[Expect::TEXT.rules(&[("maxLength", "36")])]),
    Row::new(&super::super::x::REQUIRED, reads::<RequiredReceived>, 204)
        .parameters(&[Expect::format::<uuid::Uuid>()]),
    Row::new(&super::super::x::OTHERS, reads::<OthersReceived>, 204)
        .parameters(
            &[
                Expect::TEXT,
                Expect::TEXT.rules(&[("maxLength", "20")]),
                Expect::TEXT,
                Expect::TEXT,
                Expect::INTEGER,
            ],
        ),
];

runtime::fake::operation! {
    optional, "`POST /optional`", OptionalReceived, super::super::x::Optional, empty,
    ROWS[0], { idempotency_key : Option < String > = read 0, }
}

runtime::fake::operation! {
    required, "`POST /required`", RequiredReceived, super::super::x::Required, empty,
    ROWS[1], { x_request_idempotency : Option < Formatted < uuid::Uuid > > = read 0, }
}

runtime::fake::operation! {
    others, "`POST /others`", OthersReceived, super::super::x::Others, empty, ROWS[2], {
    idempotency_key : Option < String > = read 0, header_idempotency_key : Option <
    String > = read 1, x_idempotency_key : Option < String > = read 2,
    idempotency_key_expiry : Option < String > = read 3, idempotency_token : Option < i64
    > = read 4, }
}
