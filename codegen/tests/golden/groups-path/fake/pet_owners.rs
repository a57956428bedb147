//! What a server has for the operations of `pet_owners`.

use super::super::pet_owners as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Expect, Handler, Received, Row, empty, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::GET_OWNER, reads::<GetOwnerReceived>, 200)
        .parameters(&[Expect::TEXT])
        .answers("application/json", r#"{"pet":{"name":"text"}}"#),
    Row::new(&client::MERGE_OWNERS, reads::<MergeOwnersReceived>, 204),
];

impl Server {
    /// Answers `GET /api/v2/pet-owners/{id}.json`.
    pub fn get_owner<O: Into<AnswerTo<client::GetOwner>>>(
        self,
        handler: impl Handler<GetOwnerReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }

    /// Answers `POST /api/v1/pet-owners:merge`.
    pub fn merge_owners<O: Into<AnswerTo<client::MergeOwners>>>(
        self,
        handler: impl Handler<MergeOwnersReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }
}

/// What comes with `GET /api/v2/pet-owners/{id}.json`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct GetOwnerReceived {
    pub id: String,
    pub received: Received,
}

runtime::fake::received!(GetOwnerReceived, id);

/// What comes with `POST /api/v1/pet-owners:merge`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct MergeOwnersReceived {
    pub received: Received,
}

runtime::fake::received!(MergeOwnersReceived);
