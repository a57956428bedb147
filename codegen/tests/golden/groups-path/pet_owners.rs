//! pet-owners.
//!
//! Behind the feature `spec-pet_owners`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `getOwner`.
    ///
    /// `GET /api/v2/pet-owners/{id}.json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.get_owner("text").send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn get_owner(&self, id: impl Into<String>) -> GetOwner {
        GetOwner {
            call: self.core.call(&GET_OWNER).with_text(0, id.into()),
        }
    }

    /// `mergeOwners`.
    ///
    /// `POST /api/v1/pet-owners:merge`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.merge_owners().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn merge_owners(&self) -> MergeOwners {
        MergeOwners {
            call: self.core.call(&MERGE_OWNERS),
        }
    }
}

pub(super) static GET_OWNER: runtime::Endpoint = runtime::Endpoint {
    id: "getOwner",
    method: "GET",
    path: "/api/v2/pet-owners/{id}.json",
    parameters: &[runtime::Parameter::path("id")],
    accept: "application/json",
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
    pub fn send(self) -> runtime::Sending<models::Owner, GetOwnerError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetOwner, GetOwnerError);

impl runtime::Operation for GetOwner {
    type Output = models::Owner;
    type Failure = GetOwnerError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetOwnerError = runtime::Undocumented;

pub(super) static MERGE_OWNERS: runtime::Endpoint = runtime::Endpoint {
    id: "mergeOwners",
    method: "POST",
    path: "/api/v1/pet-owners:merge",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::merge_owners`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct MergeOwners {
    call: runtime::Call,
}

impl MergeOwners {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), MergeOwnersError> {
        self.call.send::<Self>()
    }
}

runtime::request!(MergeOwners, MergeOwnersError);

impl runtime::Operation for MergeOwners {
    type Output = ();
    type Failure = MergeOwnersError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type MergeOwnersError = runtime::Undocumented;
