//! Those who live here.
//!
//! Behind the feature `spec-pets`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getPet`.
    ///
    /// `GET /pets`
    ///
    /// # Errors
    /// - Any other status: [`GetPetError::Default`]: Of all groups.
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
}

pub(super) static GET_PET: runtime::Endpoint = runtime::Endpoint {
    id: "getPet",
    method: "GET",
    path: "/pets",
    parameters: &[],
    accept: "application/json",
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
    pub fn send(self) -> runtime::Sending<models::Pet, GetPetError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetPet, GetPetError);

impl runtime::Operation for GetPet {
    type Output = models::Pet;
    type Failure = GetPetError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum GetPetError {
    /// Any other status: Of all groups.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetPetError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        reply.json().map_or(Self::Undocumented, Self::Default)
    }
}
