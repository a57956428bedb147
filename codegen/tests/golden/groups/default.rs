//! default.
//!
//! Behind the feature `spec-default`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `dropAll`.
    ///
    /// `DELETE /bare`
    ///
    /// # Errors
    /// - Any other status: [`DropAllError::Default`]: Of all groups.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.drop_all().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn drop_all(&self) -> DropAll {
        DropAll {
            call: self.core.call(&DROP_ALL),
        }
    }
}

pub(super) static DROP_ALL: runtime::Endpoint = runtime::Endpoint {
    id: "dropAll",
    method: "DELETE",
    path: "/bare",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::drop_all`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DropAll {
    call: runtime::Call,
}

impl DropAll {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), DropAllError> {
        self.call.send::<Self>()
    }
}

runtime::request!(DropAll, DropAllError);

impl runtime::Operation for DropAll {
    type Output = ();
    type Failure = DropAllError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DropAllError {
    /// Any other status: Of all groups.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for DropAllError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        reply.json().map_or(Self::Undocumented, Self::Default)
    }
}
