//! `Golden`
//!
//! ```no_run
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = golden::spec::Client::builder()
//!     .region("example")
//!     .version("example")
//!     .build()?;
//! # let _ = client;
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "cli")]
pub(crate) mod cli;

pub mod models;
pub mod things;

use crate::runtime;

/// Calls the operations of the API. Cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Client {
    core: runtime::Core,
}

impl Client {
    /// Begins a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            core: runtime::CoreBuilder::new(&API),
        }
    }
}

/// What a [`Client`] is made from.
#[derive(Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    core: runtime::CoreBuilder,
}

impl ClientBuilder {
    /// The `region` in the URL of the server.
    ///
    /// One of `eu`, `us`.
    pub fn region(mut self, value: impl Into<String>) -> Self {
        self.core.variable("region", value.into());
        self
    }
    /// The `version` in the URL of the server.
    pub fn version(mut self, value: impl Into<String>) -> Self {
        self.core.variable("version", value.into());
        self
    }
    /// Chooses one of the servers that the document names; the first unless told otherwise.
    pub fn server(mut self, server: Server) -> Self {
        self.core.server(server as usize);
        self
    }
    /// Sends to this URL instead of the document's servers.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.core.base_url(url.into());
        self
    }
    /// Sends requests in another way.
    pub fn transport(mut self, transport: impl runtime::Transport + 'static) -> Self {
        self.core.transport(transport);
        self
    }
    /// Sends blocking requests in another way.
    #[cfg(feature = "blocking")]
    pub fn blocking_transport(
        mut self,
        transport: impl runtime::Transport + 'static,
    ) -> Self {
        self.core.blocking_transport(transport);
        self
    }
    /// How long a call may take, retries included.
    pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
        self.core.timeout(timeout);
        self
    }
    /// How long one attempt may take.
    pub fn attempt_timeout(mut self, timeout: std::time::Duration) -> Self {
        self.core.attempt_timeout(timeout);
        self
    }
    /// When and how often a failed call is tried again.
    pub fn retry(mut self, retry: runtime::Retry) -> Self {
        self.core.retry(retry);
        self
    }
    /// What the client calls itself.
    pub fn user_agent(mut self, text: impl Into<String>) -> Self {
        self.core.user_agent(text.into());
        self
    }
    /// The most bytes of a response that are kept.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.core.max_response_bytes(bytes);
        self
    }
    /// Sends a header with every request.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.core.header(name.into(), value.into());
        self
    }
    /// The client.
    ///
    /// # Errors
    /// When something is missing or is not what it should be.
    pub fn build(self) -> Result<Client, runtime::BuildError> {
        self.core.build().map(|core| Client { core })
    }
}

/// The servers that the document names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Server {
    /// `https://{region}.example.com/{version}`
    RegionExampleCom,
    /// `/`
    Server,
}

static API: runtime::Api = runtime::Api {
    name: "spec",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    servers: &[
        runtime::Server {
            url: "https://{region}.example.com/{version}",
            variables: &[
                runtime::Variable {
                    name: "region",
                    default: None,
                    values: &["eu", "us"],
                },
                runtime::Variable {
                    name: "version",
                    default: None,
                    values: &[],
                },
            ],
        },
        runtime::Server {
            url: "/",
            variables: &[],
        },
    ],
    schemes: &[],
};
