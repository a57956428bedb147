//! What a server has for the operations of `x`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::x::GET_THING, reads::<GetThingReceived>, 200)
        .answers(
            "application/json",
            r#"{"name":"text","color":"red","level":1,"home":{"kind":"text"}}"#,
        ),
];

runtime::fake::operation! {
    get_thing, "`GET /thing`", GetThingReceived, super::super::x::GetThing, json,
    ROWS[0], {}
}

impl Spoken for super::super::x::GetThingError {
    fn spoken(&self) -> Said {
        match self {
            Self::NotFound(body) => Said::json(404, "application/json", body),
            Self::Gone => Said::empty(410),
            Self::Undocumented => Said::empty(500),
        }
    }
}
