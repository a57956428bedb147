//! rooms.
//!
//! Behind the feature `spec-rooms`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getRoom`.
    ///
    /// `GET /rooms`
    ///
    /// # Errors
    /// - Any other status: [`GetRoomError::Default`]: Of all groups.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_room().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_room(&self) -> GetRoom {
        GetRoom {
            call: self.core.call(&GET_ROOM),
        }
    }
}

pub(super) static GET_ROOM: runtime::Endpoint = runtime::Endpoint {
    id: "getRoom",
    method: "GET",
    path: "/rooms",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_room`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetRoom {
    call: runtime::Call,
}

impl GetRoom {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Room, GetRoomError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetRoom, GetRoomError);

impl runtime::Operation for GetRoom {
    type Output = models::Room;
    type Failure = GetRoomError;
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
pub enum GetRoomError {
    /// Any other status: Of all groups.
    Default(models::Problem),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for GetRoomError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        reply.json().map_or(Self::Undocumented, Self::Default)
    }
}
