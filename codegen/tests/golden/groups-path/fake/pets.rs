//! What a server has for the operations of `pets`.

use super::super::pets as client;
use super::Server;
use crate::runtime;
use crate::runtime::fake::{AnswerTo, Expect, Handler, Received, Row, empty, json, reads};

/// The operations, as a server has them.
pub(super) static ROWS: &[Row] = &[
    Row::new(&client::LIST_PETS, reads::<ListPetsReceived>, 200)
        .answers("application/json", r#"[{"name":"text"}]"#),
    Row::new(&client::ADD_PET, reads::<AddPetReceived>, 204),
    Row::new(&client::LIST_TOYS, reads::<ListToysReceived>, 200)
        .parameters(&[Expect::TEXT])
        .answers("application/json", r#"["text"]"#),
];

impl Server {
    /// Answers `GET /api/v1/pets`.
    pub fn list_pets<O: Into<AnswerTo<client::ListPets>>>(
        self,
        handler: impl Handler<ListPetsReceived, O>,
    ) -> Self {
        self.on(&ROWS[0], json, handler)
    }

    /// Answers `POST /api/v1/pets`.
    pub fn add_pet<O: Into<AnswerTo<client::AddPet>>>(
        self,
        handler: impl Handler<AddPetReceived, O>,
    ) -> Self {
        self.on(&ROWS[1], empty, handler)
    }

    /// Answers `GET /api/v1/pets/{id}/toys`.
    pub fn list_toys<O: Into<AnswerTo<client::ListToys>>>(
        self,
        handler: impl Handler<ListToysReceived, O>,
    ) -> Self {
        self.on(&ROWS[2], json, handler)
    }
}

/// What comes with `GET /api/v1/pets`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct ListPetsReceived {
    pub received: Received,
}

runtime::fake::received!(ListPetsReceived);

/// What comes with `POST /api/v1/pets`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct AddPetReceived {
    pub received: Received,
}

runtime::fake::received!(AddPetReceived);

/// What comes with `GET /api/v1/pets/{id}/toys`, named as in the client.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
#[non_exhaustive]
pub struct ListToysReceived {
    pub id: String,
    pub received: Received,
}

runtime::fake::received!(ListToysReceived, id);
