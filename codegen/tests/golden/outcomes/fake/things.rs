//! What a server has for the operations of `things`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::things::MAKE_THING, reads::<MakeThingReceived>, 200)
        .answers("application/json", r#"{"name":"text"}"#),
    Row::new(&super::super::things::GET_FILE, reads::<GetFileReceived>, 200)
        .answers("image/png", "contents"),
    Row::new(&super::super::things::DELETE_THING, reads::<DeleteThingReceived>, 200)
        .answers("text/plain", "text"),
];

runtime::fake::operation! {
    make_thing, "`POST /things`", MakeThingReceived, super::super::things::MakeThing,
    spoken, ROWS[0], {}
}

impl Spoken for super::super::things::MakeThingResponse {
    fn spoken(&self) -> Said {
        match self {
            Self::Ok(body) => Said::json(200, "application/json", body),
            Self::Accepted => Said::empty(202),
        }
    }
}

impl Spoken for super::super::things::MakeThingError {
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

runtime::fake::operation! {
    get_file, "`GET /things`", GetFileReceived, super::super::things::GetFile, bytes,
    ROWS[1], {}
}

runtime::fake::operation! {
    delete_thing, "`DELETE /things`", DeleteThingReceived,
    super::super::things::DeleteThing, text, ROWS[2], {}
}
