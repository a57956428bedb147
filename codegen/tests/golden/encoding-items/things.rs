//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `addThings`.
    ///
    /// `POST /things`
    ///
    /// # Arguments
    /// - `body`: as `application/x-www-form-urlencoded`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_things(models::AddThingsBody::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_things(&self, body: models::AddThingsBody) -> AddThings {
        let mut call = self.core.call(&ADD_THINGS);
        static ENCODINGS: &[runtime::Encoding] = &[
            runtime::Encoding::new("items").media("application/json").each(),
            runtime::Encoding::new("one").media("application/json"),
        ];
        call.form(&body, ENCODINGS);
        AddThings { call }
    }
}

pub(super) static ADD_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "addThings",
    method: "POST",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddThings {
    call: runtime::Call,
}

impl AddThings {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddThings, AddThingsError);

impl runtime::Operation for AddThings {
    type Output = ();
    type Failure = AddThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddThingsError = runtime::Undocumented;
