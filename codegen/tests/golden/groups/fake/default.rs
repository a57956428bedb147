//! What a server has for the operations of `default`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::default::DROP_ALL, reads::<DropAllReceived>, 204),
];

runtime::fake::operation! {
    drop_all, "`DELETE /bare`", DropAllReceived, super::super::default::DropAll, empty,
    ROWS[0], {}
}

impl Spoken for super::super::default::DropAllError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
