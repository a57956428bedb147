//! default.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `addPet`.
    ///
    /// `POST /pets`
    ///
    /// # Arguments
    /// - `call`: as `application/json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_pet(models::Pet::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_pet(&self, call: models::Pet) -> AddPet {
        let mut request = self.core.call(&ADD_PET);
        request.json(&call, "application/json");
        AddPet { call: request }
    }
}

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
