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
    /// # Errors
    /// - `404`: [`ListCatsError::NotFound`]: No cats here.
    ///
    /// # Headers
    /// [`ListCatsHeaders`] reads `X-Total`.
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
    /// # Errors
    /// - `404`: [`AddCatError::NotFound`]: Another reason.
    ///
    /// # Headers
    /// [`AddCatHeaders`] reads `X-Total`.
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

    /// `listKittens`.
    ///
    /// `GET /kittens`
    ///
    /// # Errors
    /// - `404`: [`ListKittensError::NotFound`]: No cats here.
    ///
    /// # Headers
    /// [`ListKittensHeaders`] reads `X-Total`.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_kittens().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_kittens(&self) -> ListKittens {
        ListKittens {
            call: self.core.call(&LIST_KITTENS),
        }
    }

    /// `deleteKittens`.
    ///
    /// `DELETE /kittens`
    ///
    /// # Errors
    /// - `404`: [`DeleteKittensError::NotFound`]: No cats here.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.delete_kittens().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn delete_kittens(&self) -> DeleteKittens {
        DeleteKittens {
            call: self.core.call(&DELETE_KITTENS),
        }
    }

    /// `washKittens`.
    ///
    /// `PATCH /kittens`
    ///
    /// # Errors
    /// - `404`: [`WashKittensError::NotFound`]: No cats here.
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.wash_kittens().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn wash_kittens(&self) -> WashKittens {
        WashKittens {
            call: self.core.call(&WASH_KITTENS),
        }
    }
}

pub(super) static LIST_CATS: runtime::Endpoint = runtime::Endpoint {
    id: "listCats",
    method: "GET",
    path: "/cats",
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
}

runtime::listed!(ListCats, models::Cat, ListCatsError, []);

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ListCatsError {
    /// `404`: No cats here.
    NotFound(models::ListCatsNotFound),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for ListCatsError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            404 => reply.json().map_or(Self::Undocumented, Self::NotFound),
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

/// The headers of a response of [`Client::list_cats`].
///
/// `ListCatsHeaders::from(response.headers())`, or `error.headers().map(ListCatsHeaders::from)` when it failed.
#[derive(Clone, Copy, Debug)]
pub struct ListCatsHeaders<'a> {
    view: runtime::HeaderView<'a>,
}

impl ListCatsHeaders<'_> {
    /// `X-Total` of `200`, always there.
    #[inline]
    pub fn x_total(&self) -> Option<i64> {
        self.view.get(0)
    }
}

impl<'a> From<&'a http::HeaderMap> for ListCatsHeaders<'a> {
    #[inline]
    fn from(headers: &'a http::HeaderMap) -> Self {
        use runtime::{Header, HeaderForm};
        static ROWS: &[Header] = &[Header::new::<i64>("X-Total", HeaderForm::Bare)];
        Self {
            view: runtime::HeaderView::new(headers, ROWS),
        }
    }
}

runtime::headers!(ListCatsHeaders);

pub(super) static ADD_CAT: runtime::Endpoint = runtime::Endpoint {
    id: "addCat",
    method: "POST",
    path: "/cats",
    parameters: &[],
    accept: "application/json",
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
}

/// What an API error says.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AddCatError {
    /// `404`: Another reason.
    NotFound(models::AddCatNotFound),
    /// A status that the document does not name, or another body.
    Undocumented,
}

impl runtime::Failure for AddCatError {
    #[inline]
    fn read(reply: &runtime::Reply) -> Self {
        match reply.status() {
            404 => reply.json().map_or(Self::Undocumented, Self::NotFound),
            _ => Self::Undocumented,
        }
    }

    #[inline]
    fn is_documented(&self) -> bool {
        !matches!(self, Self::Undocumented)
    }
}

/// The headers of a response of [`Client::add_cat`].
///
/// `AddCatHeaders::from(response.headers())`, or `error.headers().map(AddCatHeaders::from)` when it failed.
#[derive(Clone, Copy, Debug)]
pub struct AddCatHeaders<'a> {
    view: runtime::HeaderView<'a>,
}

impl AddCatHeaders<'_> {
    /// Said here only.
    ///
    /// `X-Total` of `204`, always there.
    #[inline]
    pub fn x_total(&self) -> Option<i64> {
        self.view.get(0)
    }
}

impl<'a> From<&'a http::HeaderMap> for AddCatHeaders<'a> {
    #[inline]
    fn from(headers: &'a http::HeaderMap) -> Self {
        use runtime::{Header, HeaderForm};
        static ROWS: &[Header] = &[Header::new::<i64>("X-Total", HeaderForm::Bare)];
        Self {
            view: runtime::HeaderView::new(headers, ROWS),
        }
    }
}

runtime::headers!(AddCatHeaders);

pub(super) static LIST_KITTENS: runtime::Endpoint = runtime::Endpoint {
    id: "listKittens",
    method: "GET",
    path: "/kittens",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_kittens`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListKittens {
    call: runtime::Call,
}

impl ListKittens {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<Vec<String>, ListKittensError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListKittens, ListKittensError);

impl runtime::Operation for ListKittens {
    type Output = Vec<String>;
    type Failure = ListKittensError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

runtime::listed!(ListKittens, String, ListKittensError, []);

/// What an API error says: the same as [`ListCatsError`].
pub type ListKittensError = ListCatsError;

/// The headers of a response of [`Client::list_kittens`]: the same as [`ListCatsHeaders`].
pub type ListKittensHeaders<'a> = ListCatsHeaders<'a>;

pub(super) static DELETE_KITTENS: runtime::Endpoint = runtime::Endpoint {
    id: "deleteKittens",
    method: "DELETE",
    path: "/kittens",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::delete_kittens`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct DeleteKittens {
    call: runtime::Call,
}

impl DeleteKittens {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<DeleteKittensResponse, DeleteKittensError> {
        self.call.send::<Self>()
    }
}

runtime::request!(DeleteKittens, DeleteKittensError);

impl runtime::Operation for DeleteKittens {
    type Output = DeleteKittensResponse;
    type Failure = DeleteKittensError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json().map(DeleteKittensResponse::Ok)),
            202 => Some(Ok(DeleteKittensResponse::Accepted)),
            _ => None,
        }
    }
}

/// What comes back.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum DeleteKittensResponse {
    /// `200`: All are gone.
    Ok(i64),
    /// `202`: They will be.
    Accepted,
}

/// What an API error says: the same as [`ListCatsError`].
pub type DeleteKittensError = ListCatsError;

pub(super) static WASH_KITTENS: runtime::Endpoint = runtime::Endpoint {
    id: "washKittens",
    method: "PATCH",
    path: "/kittens",
    parameters: &[],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::wash_kittens`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct WashKittens {
    call: runtime::Call,
}

impl WashKittens {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<WashKittensResponse, WashKittensError> {
        self.call.send::<Self>()
    }
}

runtime::request!(WashKittens, WashKittensError);

impl runtime::Operation for WashKittens {
    type Output = WashKittensResponse;
    type Failure = WashKittensError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json().map(WashKittensResponse::Ok)),
            202 => Some(Ok(WashKittensResponse::Accepted)),
            _ => None,
        }
    }
}

/// What comes back: the same as [`DeleteKittensResponse`].
pub type WashKittensResponse = DeleteKittensResponse;

/// What an API error says: the same as [`ListCatsError`].
pub type WashKittensError = ListCatsError;
