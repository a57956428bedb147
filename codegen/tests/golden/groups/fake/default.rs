//! What a server has for the operations of `default`.

use super::super::default as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, empty, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::DROP_ALL, reads::<DropAllReceived>, 204),
];

impl Server {
    /// Answers `DELETE /bare`.
    pub fn drop_all<O: Into<AnswerTo<client::DropAll>>>(
        self,
        handler: impl Handler<DropAllReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], empty, handler)
    }
}

/// What comes with `DELETE /bare`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct DropAllReceived {
    pub received: Received,
}

runtime::fake::received!(DropAllReceived);

impl Spoken for client::DropAllError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
