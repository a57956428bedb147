//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `addThing`.
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
    /// let response = client.add_thing(models::AddThingBody::new("text")).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_thing(&self, body: models::AddThingBody) -> AddThing {
        let mut call = self.core.call(&ADD_THING);
        static ENCODINGS: &[runtime::Encoding] = &[
            runtime::Encoding::new("tags").styled(runtime::Style::PipeDelimited, false),
            runtime::Encoding::new("about").media("application/json"),
            runtime::Encoding::new("deep").styled(runtime::Style::DeepObject, true),
            runtime::Encoding::new("link").reserved(),
            runtime::Encoding::new("styled"),
        ];
        call.form(&body, ENCODINGS);
        AddThing { call }
    }
}

pub(super) static ADD_THING: runtime::Endpoint = runtime::Endpoint {
    id: "addThing",
    method: "POST",
    path: "/things",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddThing {
    call: runtime::Call,
}

impl AddThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddThing, AddThingError);

impl runtime::Operation for AddThing {
    type Output = ();
    type Failure = AddThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddThingError = runtime::Undocumented;
