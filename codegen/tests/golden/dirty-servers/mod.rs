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

#[cfg(feature = "fake")]
pub mod fake;

pub mod models;
pub mod things;

use crate::runtime;

/// Calls the operations of the API. Cheap to clone: all clones share one pool of connections.
#[derive(Clone, Debug)]
pub struct Client {
    core: runtime::Core,
}

impl Client {
    /// The environment variables that [`Client::from_env`] reads.
    pub const ENV: &'static [runtime::EnvVariable] = ENVIRONMENT.variables;

    /// A client with what the environment says. A variable that is empty counts as absent.
    ///
    /// | variable | what it sets |
    /// | --- | --- |
    /// | `SPEC_REGION` | `region` in the URL of the server |
    /// | `SPEC_VERSION` | `version` in the URL of the server |
    /// | `SPEC_BASE_URL` | where requests go, in place of the document's servers |
    ///
    /// # Errors
    /// When what is needed is missing: the error names the variables that would do.
    pub fn from_env() -> Result<Self, runtime::BuildError> {
        ClientBuilder::from_env().build()
    }

    /// Starts building a client.
    pub fn builder() -> ClientBuilder {
        ClientBuilder {
            core: runtime::CoreBuilder::new(&API),
        }
    }

    /// A request that the document lacks, with the client's credentials, retries and time limits. The path is
    /// appended to the base URL; a query is given with `query`.
    pub fn request(
        &self,
        method: impl AsRef<str>,
        path: impl AsRef<str>,
    ) -> runtime::RawRequest {
        runtime::RawRequest::new(&self.core, &REQUEST, method.as_ref(), path.as_ref())
    }

    /// Where responses were not as the document says, and how often: for all clones together.
    #[cfg(feature = "drift")]
    pub fn drift(&self) -> runtime::Drift {
        self.core.drift()
    }
}

/// What a [`Client`] is made from.
#[derive(Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    core: runtime::CoreBuilder,
}

impl ClientBuilder {
    /// Begins with what the environment says, as [`Client::from_env`] does; a setter has the last word.
    pub fn from_env() -> Self {
        Self::from_env_with(|name| std::env::var_os(name))
    }

    /// The same with a function that looks a variable up.
    pub fn from_env_with(lookup: impl Fn(&str) -> Option<std::ffi::OsString>) -> Self {
        let mut core = runtime::CoreBuilder::new(&API);
        core.environment(&ENVIRONMENT, &lookup);
        Self { core }
    }

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

    /// Sends requests through this transport.
    pub fn transport(mut self, transport: impl runtime::Transport + 'static) -> Self {
        self.core.transport(transport);
        self
    }

    /// Sends blocking requests through this transport.
    #[cfg(feature = "blocking")]
    pub fn blocking_transport(
        mut self,
        transport: impl runtime::Transport + 'static,
    ) -> Self {
        self.core.blocking_transport(transport);
        self
    }

    /// The clock and the source of randomness; replaced in tests that must not wait.
    pub fn clock(mut self, clock: impl runtime::Clock + 'static) -> Self {
        self.core.clock(clock);
        self
    }

    /// How long a call may take, retries included.
    pub fn timeout(mut self, timeout: std::time::Duration) -> Self {
        self.core.timeout(timeout);
        self
    }

    /// How long one attempt may take; 60 seconds unless set.
    pub fn attempt_timeout(mut self, timeout: std::time::Duration) -> Self {
        self.core.attempt_timeout(timeout);
        self
    }

    /// When and how often a failed call is tried again.
    pub fn retry(mut self, retry: runtime::Retry) -> Self {
        self.core.retry(retry);
        self
    }

    /// The most requests that are sent in any span of this length, those of all clones together; further ones wait,
    /// and the wait counts as time of the call.
    pub fn rate_limit(mut self, requests: u32, per: std::time::Duration) -> Self {
        self.core.rate_limit(requests, per);
        self
    }

    /// The most requests that are under way at once, those of all clones together; further ones wait, and the wait
    /// counts as time of the call.
    pub fn max_concurrent(mut self, requests: usize) -> Self {
        self.core.max_concurrent(requests);
        self
    }

    /// Calls a function with the head of each request before it is sent, its credentials included.
    pub fn on_request(
        mut self,
        hook: impl Fn(&mut runtime::RequestHead) + Send + Sync + 'static,
    ) -> Self {
        self.core.on_request(hook);
        self
    }

    /// Calls a function with the head of each response, and the number of the attempt.
    pub fn on_response(
        mut self,
        hook: impl Fn(&runtime::ResponseHead, u32) + Send + Sync + 'static,
    ) -> Self {
        self.core.on_response(hook);
        self
    }

    /// Tells how attempts and calls go.
    pub fn metrics(mut self, metrics: impl runtime::Metrics + 'static) -> Self {
        self.core.metrics(metrics);
        self
    }

    /// Says what the spans of calls and attempts tell.
    #[cfg(feature = "tracing")]
    pub fn tracing(mut self, tracing: runtime::Tracing) -> Self {
        self.core.tracing(tracing);
        self
    }

    /// The `User-Agent` header.
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

    /// Builds the client.
    ///
    /// # Errors
    /// When credentials are incomplete, or the base URL, a header or a server variable is not valid.
    pub fn build(self) -> Result<Client, runtime::BuildError> {
        self.core.build().map(|core| Client { core })
    }
}

static ENVIRONMENT: runtime::Environment = runtime::Environment {
    variables: &[
        runtime::EnvVariable::variable(
            "SPEC_REGION",
            "`region` in the URL of the server",
            "region",
        ),
        runtime::EnvVariable::variable(
            "SPEC_VERSION",
            "`version` in the URL of the server",
            "version",
        ),
        runtime::EnvVariable::base_url(
            "SPEC_BASE_URL",
            "where requests go, in place of the document's servers",
        ),
    ],
    alternatives: &[],
    required: false,
};

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
                    setter: "region",
                    default: None,
                    values: &["eu", "us"],
                },
                runtime::Variable {
                    name: "version",
                    setter: "version",
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

static REQUEST: runtime::Endpoint = runtime::Endpoint::raw(&API, &[]);
