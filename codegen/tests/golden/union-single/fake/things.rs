//! What a server has for the operations of `things`.

use super::super::things as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_THING, reads::<GetThingReceived>, 200)
        .answers(
            "application/json",
            r#"{"one":{"name":"text"},"maybe":{"name":"text"}}"#,
        ),
];

impl Server {
    /// Answers `GET /things`.
    pub fn get_thing<O: Into<AnswerTo<client::GetThing>>>(
        self,
        handler: impl Handler<GetThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetThingReceived {
    pub received: Received,
}

runtime::fake::received!(GetThingReceived);
