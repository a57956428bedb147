//! things.

use super::{API, Client, models};
use crate::runtime::{self, Formatted};

impl Client {
    /// `getThing`.
    ///
    /// `GET /a/{simple}/{list}/{object}/{label}/{matrix}/{json}.{ext}`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client
    ///     .get_thing(
    ///         "7f6c1a52-3f5e-4c8e-9d5e-2f1f3b8a9c01".parse::<uuid::Uuid>()?,
    ///         [1],
    ///         models::GetThingObject::new().with_r(1),
    ///         "text",
    ///         ["text"],
    ///         models::GetThingJson::new().with_a("text"),
    ///         models::GetThingExt::Png,
    ///     )
    ///     .send()
    ///     .await?;
    /// # Ok(())
    /// # }
    /// ```
    #[allow(clippy::too_many_arguments)]
    #[inline]
    pub fn get_thing(
        &self,
        simple: impl Into<Formatted<uuid::Uuid>>,
        list: impl IntoIterator<Item = i64>,
        object: models::GetThingObject,
        label: impl Into<String>,
        matrix: impl IntoIterator<Item = impl Into<String>>,
        json: models::GetThingJson,
        ext: impl Into<models::GetThingExt>,
    ) -> GetThing {
        let simple: Formatted<uuid::Uuid> = simple.into();
        let list: Vec<i64> = list.into_iter().collect();
        let matrix: Vec<String> = matrix.into_iter().map(Into::into).collect();
        let ext: models::GetThingExt = ext.into();
        GetThing {
            call: self
                .core
                .call(&GET_THING)
                .with(0, &simple)
                .with(1, &list)
                .with(2, &object)
                .with_text(3, label.into())
                .with(4, &matrix)
                .with(5, &json)
                .with(6, &ext),
        }
    }
}

pub(super) static GET_THING: runtime::Endpoint = runtime::Endpoint {
    id: "getThing",
    method: "GET",
    path: "/a/{simple}/{list}/{object}/{label}/{matrix}/{json}.{ext}",
    parameters: &[
        runtime::Parameter::path("simple"),
        runtime::Parameter::path("list"),
        runtime::Parameter::path("object").styled(runtime::Style::Simple, true),
        runtime::Parameter::path("label").styled(runtime::Style::Label, false),
        runtime::Parameter::path("matrix").styled(runtime::Style::Matrix, true),
        runtime::Parameter::path("json")
            .styled(runtime::Style::Content("application/json"), false),
        runtime::Parameter::path("ext"),
    ],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::get_thing`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct GetThing {
    call: runtime::Call,
}

impl GetThing {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), GetThingError> {
        self.call.send::<Self>()
    }
}

runtime::request!(GetThing, GetThingError);

impl runtime::Operation for GetThing {
    type Output = ();
    type Failure = GetThingError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type GetThingError = runtime::Undocumented;
