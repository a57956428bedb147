//! What a server has for the operations of `owners`.

use super::super::owners as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_OWNER, reads::<GetOwnerReceived>, 200)
        .answers("application/json", r#"{"home":{"street":"text"}}"#),
];

impl Server {
    /// Answers `GET /owners`.
    pub fn get_owner<O: Into<AnswerTo<client::GetOwner>>>(
        self,
        handler: impl Handler<GetOwnerReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /owners`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetOwnerReceived {
    pub received: Received,
}

runtime::fake::received!(GetOwnerReceived);

impl Spoken for client::GetOwnerError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
