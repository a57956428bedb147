//! What a server has for the operations of `things`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::ASK_EITHER, reads::<AskEitherReceived>, 200)
        .answers("application/json", r#"[{"n":1}]"#),
    Row::new(&super::super::things::GET_EMBEDDED, reads::<GetEmbeddedReceived>, 200)
        .answers("text/event-stream", "data: {\"n\":1}\n\n"),
    Row::new(&super::super::things::GET_KINDS, reads::<GetKindsReceived>, 200)
        .answers("text/event-stream", "data: {\"event\":\"text\",\"data\":\"text\"}\n\n"),
];

runtime::fake::operation! {
    ask_either, "`POST /either`", AskEitherReceived, super::super::things::AskEither,
    spoken, ROWS[0], {}
}

impl Spoken for super::super::things::AskEitherResponse {
    fn spoken(&self) -> Said {
        match self {
            Self::Ok(body) => Said::json(200, "application/json", body),
            Self::OkEventStream(body) => Said::text(200, "text/event-stream", body),
        }
    }
}

impl Spoken for super::super::things::AskEitherError {
    fn spoken(&self) -> Said {
        match self {
            Self::Status4xx(body) => Said::json(400, "application/problem+json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}

runtime::fake::operation! {
    get_embedded, "`GET /embedded`", GetEmbeddedReceived,
    super::super::things::GetEmbedded, text, ROWS[1], {}
}

runtime::fake::operation! {
    get_kinds, "`GET /kinds`", GetKindsReceived, super::super::things::GetKinds, text,
    ROWS[2], {}
}
