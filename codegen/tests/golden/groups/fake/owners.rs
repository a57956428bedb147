//! What a server has for the operations of `owners`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::owners::GET_OWNER, reads::<GetOwnerReceived>, 200)
        .answers("application/json", r#"{"home":{"street":"text"}}"#),
];

runtime::fake::operation! {
    get_owner, "`GET /owners`", GetOwnerReceived, super::super::owners::GetOwner, json,
    ROWS[0], {}
}

impl Spoken for super::super::owners::GetOwnerError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
