//! What a server has for the operations of `house_visits`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::house_visits::GET_VISIT, reads::<GetVisitReceived>, 200)
        .answers("application/json", r#"{"owner":{"home":{"street":"text"}}}"#),
];

runtime::fake::operation! {
    get_visit, "`GET /visits`", GetVisitReceived, super::super::house_visits::GetVisit,
    json, ROWS[0], {}
}

impl Spoken for super::super::house_visits::GetVisitError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
