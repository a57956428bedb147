//! things.

use super::{API, Client, models};
use crate::runtime;
use std::collections::BTreeMap;

impl Client {
    /// `findThings`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.find_things([1]).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn find_things(&self, x_ids: impl IntoIterator<Item = i64>) -> FindThings {
        let x_ids: Vec<i64> = x_ids.into_iter().collect();
        FindThings {
            call: self.core.call(&FIND_THINGS).with(0, &x_ids),
        }
    }
}

pub(super) static FIND_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "findThings",
    method: "GET",
    path: "/things",
    parameters: &[
        runtime::Parameter::header("X-Ids").required(),
        runtime::Parameter::header("X-Pairs").styled(runtime::Style::Simple, true),
        runtime::Parameter::header("X-Json")
            .styled(runtime::Style::Content("application/json"), false),
        runtime::Parameter::header("If-Match"),
    ],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::find_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct FindThings {
    call: runtime::Call,
}

impl FindThings {
    /// `X-Pairs`.
    #[inline]
    pub fn x_pairs(mut self, x_pairs: BTreeMap<String, String>) -> Self {
        self.call.set(1, &x_pairs);
        self
    }

    /// `X-Json`.
    #[inline]
    pub fn x_json(mut self, x_json: models::FindThingsXJson) -> Self {
        self.call.set(2, &x_json);
        self
    }

    /// `If-Match`.
    #[inline]
    pub fn if_match(mut self, if_match: impl Into<String>) -> Self {
        self.call.set_text(3, if_match.into());
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), FindThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(FindThings, FindThingsError);

impl runtime::Operation for FindThings {
    type Output = ();
    type Failure = FindThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type FindThingsError = runtime::Undocumented;
