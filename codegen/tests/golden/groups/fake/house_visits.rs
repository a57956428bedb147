//! What a server has for the operations of `house_visits`.

use super::super::house_visits as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_VISIT, reads::<GetVisitReceived>, 200)
        .answers("application/json", r#"{"owner":{"home":{"street":"text"}}}"#),
];

impl Server {
    /// Answers `GET /visits`.
    pub fn get_visit<O: Into<AnswerTo<client::GetVisit>>>(
        self,
        handler: impl Handler<GetVisitReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /visits`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetVisitReceived {
    pub received: Received,
}

runtime::fake::received!(GetVisitReceived);

impl Spoken for client::GetVisitError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
