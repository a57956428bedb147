//! What a server has for the operations of `rooms`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::rooms::GET_ROOM, reads::<GetRoomReceived>, 200)
        .answers("application/json", r#"{"place":{"street":"text"}}"#),
];

runtime::fake::operation! {
    get_room, "`GET /rooms`", GetRoomReceived, super::super::rooms::GetRoom, json,
    ROWS[0], {}
}

impl Spoken for super::super::rooms::GetRoomError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
