//! What a server has for the operations of `pets`.

use super::Server;
use crate::runtime;
use crate::runtime::fake::{Expect, Row, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&super::super::pets::LIST_PETS, reads::<ListPetsReceived>, 200)
        .answers("application/json", r#"[{"name":"text"}]"#),
    Row::new(&super::super::pets::ADD_PET, reads::<AddPetReceived>, 204),
    Row::new(&super::super::pets::LIST_TOYS, reads::<ListToysReceived>, 200)
        .parameters(&[Expect::TEXT])
        .answers("application/json", r#"["text"]"#),
];

runtime::fake::operation! {
    list_pets, "`GET /api/v1/pets`", ListPetsReceived, super::super::pets::ListPets,
    json, ROWS[0], {}
}

runtime::fake::operation! {
    add_pet, "`POST /api/v1/pets`", AddPetReceived, super::super::pets::AddPet, empty,
    ROWS[1], {}
}

runtime::fake::operation! {
    list_toys, "`GET /api/v1/pets/{id}/toys`", ListToysReceived,
    super::super::pets::ListToys, json, ROWS[2], { id : String = read 0, }
}
