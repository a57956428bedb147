//! `Golden`
//!
//! ```no_run
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let client = golden::spec::Client::builder()
//!     .credentials(golden::spec::Credentials::new("secret", "secret"))
//!     .build()?;
//! # let _ = client;
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "cli")]
pub(crate) mod cli;

pub mod models;
pub mod x;

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
    /// What the client proves itself with.
    pub fn credentials(mut self, credentials: Credentials) -> Self {
        self.core.secrets(credentials.secrets);
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

/// What a client proves itself with. Secrets are never shown.
#[derive(Clone, Debug)]
pub struct Credentials {
    secrets: runtime::Secrets,
}

impl Credentials {
    /// For `key` and `token`.
    pub fn new(key: impl Into<String>, token: impl Into<String>) -> Self {
        Self {
            secrets: runtime::Secrets::new(&API)
                .with(0, runtime::Secret::token(key))
                .with(1, runtime::Secret::token(token)),
        }
    }
    /// No credentials yet.
    pub fn none() -> Self {
        Self {
            secrets: runtime::Secrets::new(&API),
        }
    }
    /// Adds what `key` needs.
    #[must_use]
    pub fn with_key(self, key: impl Into<String>) -> Self {
        Self {
            secrets: self.secrets.with(0, runtime::Secret::token(key)),
        }
    }
    /// Adds what `token` needs.
    #[must_use]
    pub fn with_token(self, token: impl Into<String>) -> Self {
        Self {
            secrets: self.secrets.with(1, runtime::Secret::token(token)),
        }
    }
}

static API: runtime::Api = runtime::Api {
    name: "spec",
    user_agent: concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION")),
    servers: &[
        runtime::Server {
            url: "/",
            variables: &[],
        },
    ],
    schemes: &[
        runtime::Scheme {
            name: "key",
            kind: runtime::SchemeKind::ApiKey(runtime::Location::Header, "X-Key"),
        },
        runtime::Scheme {
            name: "token",
            kind: runtime::SchemeKind::ApiKey(runtime::Location::Header, "X-Token"),
        },
    ],
};
