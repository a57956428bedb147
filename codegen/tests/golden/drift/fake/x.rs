//! What a server has for the operations of `x`.

use super::super::x as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_THING, reads::<GetThingReceived>, 200)
        .answers(
            "application/json",
            r#"{"name":"text","color":"red","level":1,"home":{"kind":"text","rooms":[{"id":1}]}}"#,
        ),
];

impl Server {
    /// Answers `GET /thing`.
    pub fn get_thing<O: Into<AnswerTo<client::GetThing>>>(
        self,
        handler: impl Handler<GetThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /thing`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetThingReceived {
    pub received: Received,
}

runtime::fake::received!(GetThingReceived);

impl Spoken for client::GetThingError {
    fn spoken(&self) -> Said {
        match self {
            Self::NotFound(body) => Said::json(404, "application/json", body),
            Self::Gone => Said::empty(410),
            Self::Undocumented => Said::empty(500),
        }
    }
}
