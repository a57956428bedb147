//! What a server has for the operations of `rooms`.

use super::super::rooms as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_ROOM, reads::<GetRoomReceived>, 200)
        .answers("application/json", r#"{"place":{"street":"text"}}"#),
];

impl Server {
    /// Answers `GET /rooms`.
    pub fn get_room<O: Into<AnswerTo<client::GetRoom>>>(
        self,
        handler: impl Handler<GetRoomReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /rooms`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetRoomReceived {
    pub received: Received,
}

runtime::fake::received!(GetRoomReceived);

impl Spoken for client::GetRoomError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
