//! house visits.
//!
//! Behind the feature `spec-house_visits`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getVisit`.
    ///
    /// `GET /visits`
    ///
    /// # Errors
    /// - Any other status: [`GetVisitError::Default`]: Of all groups.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_visit().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_visit(&self) -> GetVisit {
        GetVisit {
            call: self.core.call(&GET_VISIT),
        }
    }
}

pub(super) static GET_VISIT: runtime::Endpoint = runtime::Endpoint {
    id: "getVisit",
    method: "GET",
    path: "/visits",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_visit`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetVisit {
    call: runtime::Call,
}

impl GetVisit {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Visit, GetVisitError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetVisit, GetVisitError);

impl runtime::Operation for GetVisit {
    type Output = models::Visit;
    type Failure = GetVisitError;
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
pub enum GetVisitError {
    /// Any other status: Of all groups.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetVisitError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        reply.json().map_or(Self::Undocumented, Self::Default)
    }
}
