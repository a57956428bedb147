//! pets.
//!
//! Behind the feature `spec-pets`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listPets`.
    ///
    /// `GET /api/v1/pets`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_pets().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_pets(&self) -> ListPets {
        ListPets {
            call: self.core.call(&LIST_PETS),
        }
    }

    /// `addPet`.
    ///
    /// `POST /api/v1/pets`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_pet().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_pet(&self) -> AddPet {
        AddPet {
            call: self.core.call(&ADD_PET),
        }
    }

    /// `listToys`.
    ///
    /// `GET /api/v1/pets/{id}/toys`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_toys("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_toys(&self, id: impl Into<String>) -> ListToys {
        ListToys {
            call: self.core.call(&LIST_TOYS).with_text(0, id.into()),
        }
    }
}

pub(super) static LIST_PETS: runtime::Endpoint = runtime::Endpoint {
    id: "listPets",
    method: "GET",
    path: "/api/v1/pets",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_pets`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListPets {
    call: runtime::Call,
}

impl ListPets {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<models::Pet>, ListPetsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListPets, ListPetsError);

impl runtime::Operation for ListPets {
    type Output = Vec<models::Pet>;
    type Failure = ListPetsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

runtime::listed!(ListPets, models::Pet, ListPetsError, []);

/// What an API error says: the document has nothing about it.
pub type ListPetsError = runtime::Undocumented;

pub(super) static ADD_PET: runtime::Endpoint = runtime::Endpoint {
    id: "addPet",
    method: "POST",
    path: "/api/v1/pets",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_pet`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddPet {
    call: runtime::Call,
}

impl AddPet {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddPetError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddPet, AddPetError);

impl runtime::Operation for AddPet {
    type Output = ();
    type Failure = AddPetError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddPetError = runtime::Undocumented;

pub(super) static LIST_TOYS: runtime::Endpoint = runtime::Endpoint {
    id: "listToys",
    method: "GET",
    path: "/api/v1/pets/{id}/toys",
    parameters: &[runtime::Parameter::path("id")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_toys`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListToys {
    call: runtime::Call,
}

impl ListToys {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<String>, ListToysError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListToys, ListToysError);

impl runtime::Operation for ListToys {
    type Output = Vec<String>;
    type Failure = ListToysError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

runtime::listed!(ListToys, String, ListToysError, []);

/// What an API error says: the document has nothing about it.
pub type ListToysError = runtime::Undocumented;
