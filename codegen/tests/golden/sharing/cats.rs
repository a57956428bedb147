//! cats.
//!
//! Behind the feature `spec-cats`.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listCats`.
    ///
    /// `GET /cats`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_cats().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_cats(&self) -> ListCats {
        ListCats {
            call: self.core.call(&LIST_CATS),
        }
    }
    /// `addCat`.
    ///
    /// `POST /cats`
    ///
    /// # Arguments
    /// - `body`: as `application/json`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.add_cat(models::AddCatBody::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn add_cat(&self, body: models::AddCatBody) -> AddCat {
        let mut call = self.core.call(&ADD_CAT);
        call.json(&body, "application/json");
        AddCat { call }
    }
}

static LIST_CATS: runtime::Endpoint = runtime::Endpoint {
    id: "listCats",
    method: "GET",
    path: &[runtime::Segment::Literal("/cats")],
    parameters: &[runtime::Parameter::query("order")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_cats`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListCats {
    call: runtime::Call,
}

impl ListCats {
    /// `order`.
    #[inline]
    pub fn order(mut self, order: impl Into<models::ListCatsOrder>) -> Self {
        let order: models::ListCatsOrder = order.into();
        self.call.set(0, &order);
        self
    }
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<models::Cat>, ListCatsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListCats, ListCatsError);

impl runtime::Operation for ListCats {
    type Output = Vec<models::Cat>;
    type Failure = ListCatsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
    #[inline]
    fn failure(_reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Failure>> {
        None
    }
    #[inline]
    fn undocumented() -> Self::Failure {
        ListCatsError::Undocumented
    }
}

runtime::listed!(ListCats, models::Cat, ListCatsError, []);

/// What an API error says: the document has nothing about it.
pub type ListCatsError = runtime::Undocumented;

static ADD_CAT: runtime::Endpoint = runtime::Endpoint {
    id: "addCat",
    method: "POST",
    path: &[runtime::Segment::Literal("/cats")],
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::add_cat`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct AddCat {
    call: runtime::Call,
}

impl AddCat {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), AddCatError> {
        self.call.send::<Self>()
    }
}

runtime::request!(AddCat, AddCatError);

impl runtime::Operation for AddCat {
    type Output = ();
    type Failure = AddCatError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
    #[inline]
    fn failure(_reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Failure>> {
        None
    }
    #[inline]
    fn undocumented() -> Self::Failure {
        AddCatError::Undocumented
    }
}

/// What an API error says: the document has nothing about it.
pub type AddCatError = runtime::Undocumented;
