//! What a server has for the operations of `staff`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::staff::GET_STAFF, reads::<GetStaffReceived>, 200)
        .answers("application/json", r#"{"place":{"street":"text"}}"#),
];

runtime::fake::operation! {
    get_staff, "`GET /staff`", GetStaffReceived, super::super::staff::GetStaff, json,
    ROWS[0], {}
}

impl Spoken for super::super::staff::GetStaffError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
