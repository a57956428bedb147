//! What a server has for the operations of `things`.

use super::super::things as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{
    AnswerTo, Handler, Received, Row, Said, Spoken, reads, spoken, text,
};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::ASK_EITHER, reads::<AskEitherReceived>, 200)
        .answers("application/json", r#"[{"n":1}]"#),
    Row::new(&client::GET_EMBEDDED, reads::<GetEmbeddedReceived>, 200)
        .answers("text/event-stream", "data: {\"n\":1}\n\n"),
    Row::new(&client::GET_KINDS, reads::<GetKindsReceived>, 200)
        .answers("text/event-stream", "data: {\"event\":\"text\",\"data\":\"text\"}\n\n"),
];

impl Server {
    /// Answers `POST /either`.
    pub fn ask_either<O: Into<AnswerTo<client::AskEither>>>(
        self,
        handler: impl Handler<AskEitherReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], spoken, handler)
    }

    /// Answers `GET /embedded`.
    pub fn get_embedded<O: Into<AnswerTo<client::GetEmbedded>>>(
        self,
        handler: impl Handler<GetEmbeddedReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], text, handler)
    }

    /// Answers `GET /kinds`.
    pub fn get_kinds<O: Into<AnswerTo<client::GetKinds>>>(
        self,
        handler: impl Handler<GetKindsReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], text, handler)
    }
}

/// What comes with `POST /either`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct AskEitherReceived {
    pub received: Received,
}

runtime::fake::received!(AskEitherReceived);

impl Spoken for client::AskEitherResponse {
    fn spoken(&self) -> Said {
        match self {
            Self::Ok(body) => Said::json(200, "application/json", body),
            Self::OkEventStream(body) => Said::text(200, "text/event-stream", body),
        }
    }
}

impl Spoken for client::AskEitherError {
    fn spoken(&self) -> Said {
        match self {
            Self::Status4xx(body) => Said::json(400, "application/problem+json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}

/// What comes with `GET /embedded`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetEmbeddedReceived {
    pub received: Received,
}

runtime::fake::received!(GetEmbeddedReceived);

/// What comes with `GET /kinds`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetKindsReceived {
    pub received: Received,
}

runtime::fake::received!(GetKindsReceived);
