//! What a server has for the operations of `default`.

use super::{Server, models};
use crate::runtime;
use crate::runtime::fake::{Expect, Form, Payload, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::default::CHANGE_PET, reads::<ChangePetReceived>, 204)
        .parameters(&[Expect::INTEGER])
        .payloads(true, &[Payload::new("application/json", Form::Json)]),
];

runtime::fake::operation! {
    change_pet, "`PATCH /pets/{id}`", ChangePetReceived,
    super::super::default::ChangePet, empty, ROWS[0], { id : i64 = read 0, body :
    models::ChangePetBody = model 0, }
}
