//! What a server has for the operations of `pet_owners`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Expect, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::pet_owners::GET_OWNER, reads::<GetOwnerReceived>, 200)
        .parameters(&[Expect::TEXT])
        .answers("application/json", r#"{"pet":{"name":"text"}}"#),
    Row::new(&super::super::pet_owners::MERGE_OWNERS, reads::<MergeOwnersReceived>, 204),
];

runtime::fake::operation! {
    get_owner, "`GET /api/v2/pet-owners/{id}.json`", GetOwnerReceived,
    super::super::pet_owners::GetOwner, json, ROWS[0], { id : String = read 0, }
}

runtime::fake::operation! {
    merge_owners, "`POST /api/v1/pet-owners:merge`", MergeOwnersReceived,
    super::super::pet_owners::MergeOwners, empty, ROWS[1], {}
}
