//! What every call of a client shares. In: the caller's settings; out: a handle that is cheap to clone. Invariant: once
//! built it can only fail by being called: URL, headers and variables were checked.

use super::build_error::BuildError;
use super::call::{Call, Pairs};
use super::clock::{Clock, SystemClock};
use super::credentials::Secrets;
use super::endpoint::{Api, Endpoint, Server, Variable};
use super::env::Environment;
use super::hooks::Hooks;
use super::limit::{Gate, Limits};
use super::request::header_name;
use super::retry::{Budget, Retry};
use super::transport::{Transport, TransportError};
use super::url::Url;
use http::{HeaderMap, HeaderValue};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{self, Debug, Formatter};
use std::sync::{Arc, LazyLock, OnceLock};
use std::time::Duration;

/// The shared part of a client.
#[derive(Clone, Debug)]
pub struct Core {
    inner: Arc<Settings>,
}

/// Settings of a client that is being built.
#[derive(Debug)]
pub struct CoreBuilder {
    pub(super) settings: Settings,
    pub(super) limits: Limits,
    headers: Pairs,
    base: Option<String>,
    user_agent: Option<String>,
    /// Where settings were taken from the environment: what is known of it, and what is wrong with it.
    environment: Option<&'static Environment>,
    invalid: Option<String>,
    missing: Option<String>,
}

#[derive(Debug)]
pub(super) struct Settings {
    pub(super) api: &'static Api,
    variables: BTreeMap<&'static str, String>,
    server: usize,
    /// Where to call, unless an operation has its own servers.
    default: Result<Url, BuildError>,
    /// Where to call in any case.
    base: Option<Url>,
    pub(super) secrets: Secrets,
    transport: OnceLock<Arc<dyn Transport>>,
    #[cfg(feature = "blocking")]
    blocking: OnceLock<Arc<dyn Transport>>,
    pub(super) clock: Option<Arc<dyn Clock>>,
    pub(super) retry: Retry,
    pub(super) budget: Budget,
    pub(super) gate: Option<Arc<Gate>>,
    pub(super) hooks: Hooks,
    #[cfg(feature = "drift")]
    pub(super) ledger: Arc<super::drift::Ledger>,
    #[cfg(feature = "tracing")]
    pub(super) tracing: super::trace::Tracing,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) max_response_bytes: usize,
    user_agent: HeaderValue,
    headers: Fixed,
}

/// The headers of every request. Their values may be secrets, and are not shown.
struct Fixed(HeaderMap);

impl Debug for Fixed {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.keys()).finish()
    }
}

impl CoreBuilder {
    /// The settings to begin with.
    pub fn new(api: &'static Api) -> Self {
        let settings = Settings {
            api,
            variables: BTreeMap::new(),
            server: 0,
            default: Err(BuildError::new("")),
            base: None,
            secrets: Secrets::new(api),
            transport: OnceLock::new(),
            #[cfg(feature = "blocking")]
            blocking: OnceLock::new(),
            clock: None,
            retry: Retry::default(),
            budget: Budget::new(),
            gate: None,
            hooks: Hooks::default(),
            #[cfg(feature = "drift")]
            ledger: Arc::default(),
            #[cfg(feature = "tracing")]
            tracing: super::trace::Tracing::new(),
            timeout: None,
            attempt_timeout: Some(Duration::from_secs(60)),
            max_response_bytes: 256 << 20,
            user_agent: HeaderValue::from_static(""),
            headers: Fixed(HeaderMap::new()),
        };
        CoreBuilder {
            settings,
            limits: Limits::default(),
            headers: Pairs::default(),
            base: None,
            user_agent: None,
            environment: None,
            invalid: None,
            missing: None,
        }
    }

    /// Takes settings from the environment. What is missing or wrong is told by `build`, unless it is set by then.
    pub fn environment(
        &mut self,
        environment: &'static Environment,
        lookup: &dyn Fn(&str) -> Option<std::ffi::OsString>,
    ) {
        let found = environment.find(self.settings.api, lookup);
        self.settings.secrets = found.secrets;
        self.settings.variables.extend(found.variables);
        self.base = found.base;
        self.environment = Some(environment);
        self.invalid = found.invalid;
        self.missing = found.missing;
    }

    /// Sets a variable of the server URL.
    pub fn variable(&mut self, name: &'static str, value: String) {
        self.settings.variables.insert(name, value);
    }

    /// Chooses another of the API's servers, by number.
    pub fn server(&mut self, index: usize) {
        self.settings.server = index;
    }

    /// Calls this URL instead of the API's servers.
    pub fn base_url(&mut self, url: String) {
        self.base = Some(url);
    }

    /// Sets the credentials.
    pub fn secrets(&mut self, secrets: Secrets) {
        self.settings.secrets = secrets;
        self.missing = None;
    }

    /// The credentials so far.
    #[cfg(feature = "cli")]
    pub(super) fn take_secrets(&mut self) -> Secrets {
        std::mem::replace(&mut self.settings.secrets, Secrets::new(self.settings.api))
    }

    /// Sends through this transport.
    pub fn transport(&mut self, transport: impl Transport + 'static) {
        self.settings.transport = OnceLock::from(Arc::new(transport) as Arc<dyn Transport>);
    }

    /// Sends blocking calls through this transport.
    #[cfg(feature = "blocking")]
    pub fn blocking_transport(&mut self, transport: impl Transport + 'static) {
        self.settings.blocking = OnceLock::from(Arc::new(transport) as Arc<dyn Transport>);
    }

    /// Takes the time from this clock.
    pub fn clock(&mut self, clock: impl Clock + 'static) {
        self.settings.clock = Some(Arc::new(clock));
    }

    /// The time for a whole call, further attempts included. There is no limit unless one is set.
    pub fn timeout(&mut self, time: Duration) {
        self.settings.timeout = Some(time);
    }

    /// The time for each attempt; 60 seconds unless set.
    pub fn attempt_timeout(&mut self, time: Duration) {
        self.settings.attempt_timeout = Some(time);
    }

    /// How often failed requests are sent again.
    pub fn retry(&mut self, retry: Retry) {
        self.settings.retry = retry;
    }

    /// What the client calls itself.
    pub fn user_agent(&mut self, text: String) {
        self.user_agent = Some(text);
    }

    /// The most bytes of a response that are kept; 256 MiB unless set.
    pub fn max_response_bytes(&mut self, bytes: usize) {
        self.settings.max_response_bytes = bytes;
    }

    /// Adds a header to every request.
    pub fn header(&mut self, name: String, value: String) {
        self.headers.0.push((name, value));
    }

    /// Checks the settings and makes the client.
    ///
    /// # Errors
    /// When a URL or header is not valid, or a variable of the server is missing or not allowed.
    pub fn build(self) -> Result<Core, BuildError> {
        let CoreBuilder {
            mut settings,
            limits,
            headers,
            base,
            user_agent,
            environment,
            invalid,
            missing,
        } = self;
        if let Some(reason) = invalid.or(missing) {
            return Err(BuildError::new(reason));
        }
        settings.gate = limits.gate()?;
        settings.base = base
            .map(|base| Url::parse(&base))
            .transpose()
            .map_err(|reason| BuildError::of("base_url", reason))?;
        settings.default = settings.resolve(settings.api.servers, settings.server);
        if let (None, Err(reason)) = (&settings.base, &settings.default) {
            let server = settings.api.servers.get(settings.server);
            let variable = environment.and_then(|known| known.hint(server, &settings.variables));
            return Err(reason.clone().or_variable(variable));
        }
        for (name, value) in headers.0 {
            let name =
                header_name(&name).map_err(|fault| BuildError::of("header", fault.to_string()))?;
            let value = HeaderValue::from_str(&value).map_err(|_| {
                let reason = format!("the header `{name}` cannot carry its value");
                BuildError::of("header", reason)
            })?;
            settings.headers.0.insert(name, value);
        }
        let user_agent = user_agent.as_deref().unwrap_or(settings.api.user_agent);
        settings.user_agent = HeaderValue::from_str(user_agent).map_err(|_| {
            let reason = "the user agent holds characters that a header cannot carry";
            BuildError::of("user_agent", reason)
        })?;
        Ok(Core {
            inner: Arc::new(settings),
        })
    }
}

impl Settings {
    /// Where async calls go: what was given, or what comes with the feature, made when it is first needed.
    pub(super) fn transport(&self) -> Result<Arc<dyn Transport>, TransportError> {
        if let Some(transport) = self.transport.get() {
            return Ok(Arc::clone(transport));
        }
        #[cfg(feature = "reqwest")]
        {
            let transport = super::ReqwestTransport::new()?;
            Ok(Arc::clone(
                self.transport.get_or_init(|| Arc::new(transport)),
            ))
        }
        #[cfg(not(feature = "reqwest"))]
        {
            let reason = "the client was built without a transport: `.transport(…)` of its builder takes one, and the \
                          feature `reqwest` brings one";
            Err(TransportError::new(
                super::transport::Stage::Connect,
                reason,
            ))
        }
    }

    /// Where blocking calls go.
    #[cfg(feature = "blocking")]
    pub(super) fn blocking(&self) -> Arc<dyn Transport> {
        Arc::clone(
            self.blocking
                .get_or_init(|| Arc::new(super::transport_ureq::UreqTransport::new())),
        )
    }

    /// The URL of a server, its variables filled in.
    fn resolve(&self, servers: &[Server], index: usize) -> Result<Url, BuildError> {
        let Some(server) = servers.get(index) else {
            return Err(BuildError::of("server", "there is no such server"));
        };
        let mut url = server.url.to_owned();
        for variable in server.variables {
            let given = self.variables.get(variable.name).map(String::as_str);
            let Some(value) = given.or(variable.default) else {
                return Err(wanting(server, variable));
            };
            if !variable.values.is_empty() && !variable.values.contains(&value) {
                let allowed = variable.values.join("`, `");
                let reason = format!(
                    "`{value}` is no value for `{}`: it takes `{allowed}`",
                    variable.name
                );
                return Err(BuildError::of(variable.setter, reason));
            }
            if value.is_empty() && url.starts_with(&format!("https://{{{}}}", variable.name)) {
                return Err(wanting(server, variable));
            }
            super::url::check_variable(server.url, variable.name, value)
                .map_err(|reason| BuildError::of(variable.setter, reason))?;
            url = url.replace(&format!("{{{}}}", variable.name), value);
        }
        Url::parse(&url).map_err(|reason| {
            let reason = match url.contains("://") {
                true => reason,
                false => format!("the server `{url}` is relative: the client needs a base URL"),
            };
            BuildError::of("base_url", reason)
        })
    }
}

fn wanting(server: &Server, variable: &Variable) -> BuildError {
    let reason = format!(
        "the server `{}` needs a value for `{}`",
        server.url, variable.name
    );
    BuildError::of(variable.setter, reason)
}

impl Core {
    /// Begins a call.
    pub fn call(&self, endpoint: &'static Endpoint) -> Call {
        Call::new(self.clone(), endpoint)
    }

    pub(super) fn settings(&self) -> &Settings {
        &self.inner
    }

    /// The URL that the path of a call is appended to.
    pub(super) fn base(&self, call: &Call) -> Result<Cow<'_, Url>, BuildError> {
        let settings = self.settings();
        if let Some(base) = &call.base {
            let parsed = Url::parse(base).map_err(|reason| BuildError::of("base_url", reason));
            return parsed.map(Cow::Owned);
        }
        match (&settings.base, call.endpoint.servers) {
            (Some(base), _) => Ok(Cow::Borrowed(base)),
            (None, Some(servers)) => settings.resolve(servers, 0).map(Cow::Owned),
            (None, None) => settings
                .default
                .as_ref()
                .map(Cow::Borrowed)
                .map_err(BuildError::clone),
        }
    }

    pub(super) fn headers(&self) -> &HeaderMap {
        &self.inner.headers.0
    }

    pub(super) fn user_agent(&self) -> &HeaderValue {
        &self.inner.user_agent
    }

    pub(super) fn clock(&self, fallback: fn() -> Arc<dyn Clock>) -> Arc<dyn Clock> {
        match &self.inner.clock {
            Some(clock) => Arc::clone(clock),
            None => fallback(),
        }
    }

    pub(super) fn system_clock() -> Arc<dyn Clock> {
        static CLOCK: LazyLock<Arc<dyn Clock>> = LazyLock::new(|| Arc::new(SystemClock));
        Arc::clone(&CLOCK)
    }
}
