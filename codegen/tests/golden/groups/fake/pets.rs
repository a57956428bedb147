//! What a server has for the operations of `pets`.

use super::super::pets as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Handler, Received, Row, Said, Spoken, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_PET, reads::<GetPetReceived>, 200)
        .answers("application/json", r#"{"name":"text","kind":"cat"}"#),
];

impl Server {
    /// Answers `GET /pets`.
    pub fn get_pet<O: Into<AnswerTo<client::GetPet>>>(
        self,
        handler: impl Handler<GetPetReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }
}

/// What comes with `GET /pets`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetPetReceived {
    pub received: Received,
}

runtime::fake::received!(GetPetReceived);

impl Spoken for client::GetPetError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
