//! What a server has for the operations of `things`.

use super::super::things as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{
    AnswerTo, Failure, Handler, Received, Row, Said, Spoken, bytes, reads, spoken, text,
};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::MAKE_THING, reads::<MakeThingReceived>, 200)
        .answers("application/json", r#"{"name":"text"}"#)
        .fails(
            &[
                Failure::new(404, 404, "", ""),
                Failure::new(409, 409, "text/plain", "Taken."),
                Failure::new(400, 499, "", ""),
                Failure::new(300, 599, "application/problem+json", r#"{"title":"Oops"}"#),
            ],
        ),
    Row::new(&client::GET_FILE, reads::<GetFileReceived>, 200)
        .answers("image/png", "contents"),
    Row::new(&client::DELETE_THING, reads::<DeleteThingReceived>, 200)
        .answers("text/plain", "text"),
];

impl Server {
    /// Answers `POST /things`.
    pub fn make_thing<O: Into<AnswerTo<client::MakeThing>>>(
        self,
        handler: impl Handler<MakeThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], spoken, handler)
    }

    /// Answers `GET /things`.
    pub fn get_file<O: Into<AnswerTo<client::GetFile>>>(
        self,
        handler: impl Handler<GetFileReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], bytes, handler)
    }

    /// Answers `DELETE /things`.
    pub fn delete_thing<O: Into<AnswerTo<client::DeleteThing>>>(
        self,
        handler: impl Handler<DeleteThingReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], text, handler)
    }
}

/// What comes with `POST /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct MakeThingReceived {
    pub received: Received,
}

runtime::fake::received!(MakeThingReceived);

impl Spoken for client::MakeThingResponse {
    fn spoken(&self) -> Said {
        match self {
            Self::Ok(body) => Said::json(200, "application/json", body),
            Self::Accepted => Said::empty(202),
        }
    }
}

impl Spoken for client::MakeThingError {
    fn spoken(&self) -> Said {
        match self {
            Self::NotFound => Said::empty(404),
            Self::Conflict(body) => Said::json(409, "application/problem+json", body),
            Self::ConflictText(body) => Said::text(409, "text/plain", body),
            Self::Status4xx(body) => Said::json(400, "application/problem+json", body),
            Self::Default(body) => Said::json(500, "application/problem+json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}

/// What comes with `GET /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetFileReceived {
    pub received: Received,
}

runtime::fake::received!(GetFileReceived);

/// What comes with `DELETE /things`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct DeleteThingReceived {
    pub received: Received,
}

runtime::fake::received!(DeleteThingReceived);
