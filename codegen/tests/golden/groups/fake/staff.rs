//! What a server has for the operations of `staff`.

use super::super::staff as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_STAFF, reads::<GetStaffReceived>, 200)
        .answers("application/json", r#"{"place":{"street":"text"}}"#),
];

impl Server {
    /// Answers `GET /staff`.
    pub fn get_staff<O: Into<AnswerTo<client::GetStaff>>>(
        self,
        handler: impl Handler<GetStaffReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /staff`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetStaffReceived {
    pub received: Received,
}

runtime::fake::received!(GetStaffReceived);

impl Spoken for client::GetStaffError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
