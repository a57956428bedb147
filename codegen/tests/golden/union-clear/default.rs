//! default.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `changePet`.
    ///
    /// `PATCH /pets/{id}`
    ///
    /// # Arguments
    /// - `body`: as `application/json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.change_pet(1, models::ChangePetBody::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn change_pet(&self, id: i64, body: models::ChangePetBody) -> ChangePet {
        let mut call = self.core.call(&CHANGE_PET).with(0, &id);
        call.json(&body, "application/json");
        ChangePet { call }
    }
}

pub(super) static CHANGE_PET: runtime::Endpoint = runtime::Endpoint {
    id: "changePet",
    method: "PATCH",
    path: "/pets/{id}",
    parameters: &[runtime::Parameter::path("id")],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::change_pet`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ChangePet {
    call: runtime::Call,
}

impl ChangePet {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), ChangePetError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ChangePet, ChangePetError);

impl runtime::Operation for ChangePet {
    type Output = ();
    type Failure = ChangePetError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type ChangePetError = runtime::Undocumented;
