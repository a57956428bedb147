//! owners.
//!
//! Behind the feature `spec-owners`.

use super::{API, Client};
use crate::runtime;

impl Client {
    /// `getOwner`.
    ///
    /// `GET /owners`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_owner().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_owner(&self) -> GetOwner {
        GetOwner {
            call: self.core.call(&GET_OWNER),
        }
    }

    /// `addOwner`.
    ///
    /// `POST /owners`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_owner().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_owner(&self) -> AddOwner {
        AddOwner {
            call: self.core.call(&ADD_OWNER),
        }
    }
}

pub(super) static GET_OWNER: runtime::Endpoint = runtime::Endpoint {
    id: "getOwner",
    method: "GET",
    path: "/owners",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_owner`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetOwner {
    call: runtime::Call,
}

impl GetOwner {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetOwnerError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetOwner, GetOwnerError);

impl runtime::Operation for GetOwner {
    type Output = ();
    type Failure = GetOwnerError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetOwnerError = runtime::Undocumented;

pub(super) static ADD_OWNER: runtime::Endpoint = runtime::Endpoint {
    id: "addOwner",
    method: "POST",
    path: "/owners",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_owner`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddOwner {
    call: runtime::Call,
}

impl AddOwner {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddOwnerError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddOwner, AddOwnerError);

impl runtime::Operation for AddOwner {
    type Output = ();
    type Failure = AddOwnerError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type AddOwnerError = runtime::Undocumented;
