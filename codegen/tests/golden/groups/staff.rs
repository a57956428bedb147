//! staff.
//!
//! Behind the feature `spec-staff`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getStaff`.
    ///
    /// `GET /staff`
    ///
    /// # Errors
    /// - Any other status: [`GetStaffError::Default`]: Of all groups.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_staff().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_staff(&self) -> GetStaff {
        GetStaff {
            call: self.core.call(&GET_STAFF),
        }
    }
}

pub(super) static GET_STAFF: runtime::Endpoint = runtime::Endpoint {
    id: "getStaff",
    method: "GET",
    path: "/staff",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_staff`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetStaff {
    call: runtime::Call,
}

impl GetStaff {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Room, GetStaffError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetStaff, GetStaffError);

impl runtime::Operation for GetStaff {
    type Output = models::Room;
    type Failure = GetStaffError;
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
pub enum GetStaffError {
    /// Any other status: Of all groups.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetStaffError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        reply.json().map_or(Self::Undocumented, Self::Default)
    }
}
