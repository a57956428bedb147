//! files.

use super::{API, Client, models};
use crate::runtime;

impl Client {
    /// `upload`.
    ///
    /// `POST /files`
    ///
    /// # Arguments
    /// - `body`: as `multipart/form-data`
    ///
    /// # Example
    /// ```no_run
    /// # use golden::spec::{Client, models};
    /// # async fn example(client: Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let response = client.upload(models::UploadBody::new()).send().await?;
    /// # Ok(())
    /// # }
    /// ```
    #[inline]
    pub fn upload(&self, body: models::UploadBody) -> Upload {
        let mut call = self.core.call(&UPLOAD);
        static ENCODINGS: &[runtime::Encoding] = &[
            runtime::Encoding::new("tags").styled(runtime::Style::PipeDelimited, false),
            runtime::Encoding::new("file").media("image/png, image/jpeg"),
        ];
        call.multipart(&body, "multipart/form-data", ENCODINGS);
        Upload { call }
    }
}

pub(super) static UPLOAD: runtime::Endpoint = runtime::Endpoint {
    id: "upload",
    method: "POST",
    path: "/files",
    parameters: &[],
    accept: "*/*",
    security: &[],
    api: &API,
    servers: None,
};

/// A request of [`Client::upload`].
#[derive(Clone, Debug)]
#[must_use = "a request does nothing until it is sent"]
pub struct Upload {
    call: runtime::Call,
}

impl Upload {
    /// Sends the request.
    #[inline]
    pub fn send(self) -> runtime::Sending<(), UploadError> {
        self.call.send::<Self>()
    }
}

runtime::request!(Upload, UploadError);

impl runtime::Operation for Upload {
    type Output = ();
    type Failure = UploadError;
    #[inline]
    fn output(reply: &runtime::Reply) -> Option<runtime::Decoded<Self::Output>> {
        match reply.status() {
            204 => Some(reply.empty()),
            _ => None,
        }
    }
}

/// What an API error says: the document has nothing about it.
pub type UploadError = runtime::Undocumented;
