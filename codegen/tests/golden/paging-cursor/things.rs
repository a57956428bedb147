//! things.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `listThings`.
    ///
    /// `GET /things`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::Client;
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.list_things().send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn list_things(&self) -> ListThings {
        ListThings {
            call: self.core.call(&LIST_THINGS),
        }
    }
}

pub(super) static LIST_THINGS: runtime::Endpoint = runtime::Endpoint {
    id: "listThings",
    method: "GET",
    path: "/things",
    parameters: &[runtime::Parameter::query("cursor")],
    accept: "application/json",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::list_things`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct ListThings {
    call: runtime::Call,
}

impl ListThings {
    /// `cursor`.
    #[inline]
    pub fn cursor(mut self, cursor: impl Into<String>) -> Self {
        self.call.set_text(0, cursor.into());
        self
    }

    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<models::Page, ListThingsError> {
        self.call.send::<Self>()
    }
}

runtime::request!(ListThings, ListThingsError);

impl runtime::Operation for ListThings {
    type Output = models::Page;
    type Failure = ListThingsError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            200 => Some(reply.json()),
            _ => None,
        }
    }
}

runtime::pages!(ListThings);

impl runtime::Paged for ListThings {
    type Item = models::Thing;
    #[inline]
    fn plan() -> &'static runtime::PagePlan {
        static PLAN: runtime::PagePlan = runtime::PagePlan {
            kind: runtime::PageKind::Cursor {
                cursor: 0,
                next: &["next_cursor"],
                more: None,
            },
            items: &["data"],
        };
        &PLAN
    }

    #[inline]
    fn items(page: models::Page) -> Vec<models::Thing> {
        page.data.unwrap_or_default()
    }
}

runtime::listed!(ListThings, models::Thing, ListThingsError, ["data"]);

/// What an API error says: the document has nothing about it.
pub type ListThingsError = runtime::Undocumented;
