//! pets.
//!
//! Behind the feature `spec-pets`.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `getPet`.
    ///
    /// `GET /pets`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_pet().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_pet(&self) -> GetPet {
        GetPet {
            call: self.core.call(&GET_PET),
        }
    }

    /// `addPet`.
    ///
    /// `POST /pets`
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
}

pub(super) static GET_PET: runtime::Endpoint = runtime::Endpoint {
    id: "getPet",
    method: "GET",
    path: "/pets",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_pet`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetPet {
    call: runtime::Call,
}

impl GetPet {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetPetError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetPet, GetPetError);

impl runtime::Operation for GetPet {
    type Output = ();
    type Failure = GetPetError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetPetError = runtime::Undocumented;

pub(super) static ADD_PET: runtime::Endpoint = runtime::Endpoint {
    id: "addPet",
    method: "POST",
    path: "/pets",
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
