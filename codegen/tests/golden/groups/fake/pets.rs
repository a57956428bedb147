//! What a server has for the operations of `pets`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Row, Said, Spoken, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::pets::GET_PET, reads::<GetPetReceived>, 200)
        .answers("application/json", r#"{"name":"text","kind":"cat"}"#),
];

runtime::fake::operation! {
    get_pet, "`GET /pets`", GetPetReceived, super::super::pets::GetPet, json, ROWS[0], {}
}

impl Spoken for super::super::pets::GetPetError {
    fn spoken(&self) -> Said {
        match self {
            Self::Default(body) => Said::json(500, "application/json", body),
            Self::Undocumented => Said::empty(500),
        }
    }
}
