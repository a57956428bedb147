//! The root of an API. In: servers, security schemes and groups; out: `mod.rs` with the client, its builder and its
//! credentials. Invariant: what the servers and schemes need is asked for by name, and nothing else is.

use super::file::{File, Place};
use super::{Module, Prepared, PreparedApi, credentials, docs, endpoint, env, ident, servers};
use crate::ir::Api;
use crate::tokens::{TokenStream, quote};

/// Methods of the builder that are not setters of server variables.
pub(crate) const METHODS: &[&str] = &[
    "attempt_timeout",
    "base_url",
    "blocking_transport",
    "build",
    "clock",
    "credentials",
    "from_env",
    "from_env_with",
    "header",
    "max_concurrent",
    "max_response_bytes",
    "metrics",
    "on_request",
    "on_response",
    "rate_limit",
    "retry",
    "server",
    "timeout",
    "tracing",
    "transport",
    "user_agent",
];

/// `mod.rs` of an API.
pub(crate) fn module(prepared: &Prepared<'_>, own: &PreparedApi<'_>) -> Module {
    let api = own.shared.api;
    let mut file = File::new(&own.shared, Place::Api);
    let body = if api.operations.is_empty() {
        Vec::new()
    } else {
        client_items(&mut file, own)
    };
    let mut items: Vec<TokenStream> = modules(own);
    items.extend(file.uses());
    items.extend(body);
    Module {
        path: format!("src/{}/mod.rs", own.module),
        source: Some(api.source.clone()),
        doc: doc(prepared, own),
        items,
    }
}

/// The client and what belongs to it. A document without operations, of webhooks only, has none.
fn client_items(file: &mut File<'_>, own: &PreparedApi<'_>) -> Vec<TokenStream> {
    let api = own.shared.api;
    let rt = file.runtime();
    let mut out = vec![
        client(&rt),
        begin(&rt, own),
        builder(&rt),
        building(file, api),
    ];
    out.push(env::environment(&rt, own));
    out.extend(servers::choice(&rt, api));
    out.extend(credentials::items(&rt, api));
    out.push(endpoint::api(&rt, api, &own.module));
    out.push(endpoint::beside(&rt, api));
    out
}

fn modules(own: &PreparedApi<'_>) -> Vec<TokenStream> {
    let parts = own.groups.iter().chain(&own.webhooks).enumerate();
    let shown = quote!(pub);
    let parts = parts.map(|(index, name)| {
        let cfg = own.features.part_cfg(index);
        (name.as_str(), cfg, shown.clone())
    });
    let mut modules: Vec<_> = parts.chain([("models", None, shown.clone())]).collect();
    if !own.shared.api.operations.is_empty() {
        modules.push((
            "cli",
            Some(quote!(#[cfg(feature = "cli")])),
            quote!(pub(crate)),
        ));
    }
    if !own.shared.api.operations.is_empty() {
        modules.push((
            own.fake.as_str(),
            Some(quote!(#[cfg(feature = "fake")])),
            shown,
        ));
    }
    modules.sort_unstable_by_key(|(name, ..)| *name);
    let modules = modules.into_iter().map(|(name, cfg, seen)| {
        let name = ident::of(name);
        quote!(#cfg #seen mod #name;)
    });
    modules.collect()
}

fn doc(prepared: &Prepared<'_>, own: &PreparedApi<'_>) -> Vec<String> {
    let api = own.shared.api;
    let title = docs::code(&api.title);
    let mut out = docs::lines(&api.docs, &title);
    if api.operations.is_empty() {
        return out;
    }
    docs::separate(&mut out);
    let krate = prepared.krate();
    // As code: a module can be called as a keyword.
    let module = ident::of(&own.module);
    out.push("```no_run".to_owned());
    out.push("# fn example() -> Result<(), Box<dyn std::error::Error>> {".to_owned());
    out.push(format!("let client = {krate}::{module}::Client::builder()"));
    for line in servers::example(api) {
        out.push(format!("    {line}"));
    }
    if let Some(line) = credentials::example(api, &format!("{krate}::{module}")) {
        out.push(format!("    {line}"));
    }
    out.push("    .build()?;".to_owned());
    out.extend(["# let _ = client;", "# Ok(())", "# }", "```"].map(str::to_owned));
    out
}

fn client(rt: &TokenStream) -> TokenStream {
    quote! {
        /// Calls the operations of the API. Cheap to clone: all clones share one pool of connections.
        #[derive(Clone, Debug)]
        pub struct Client {
            core: #rt::Core,
        }
    }
}

fn begin(rt: &TokenStream, own: &PreparedApi<'_>) -> TokenStream {
    let from_env = env::of_client(rt, own);
    quote! {
        impl Client {
            #from_env
            /// Starts building a client.
            pub fn builder() -> ClientBuilder {
                ClientBuilder { core: #rt::CoreBuilder::new(&API) }
            }
            /// A request that the document lacks, with the client's credentials, retries and time limits. The path is
            /// appended to the base URL; a query is given with `query`.
            pub fn request(&self, method: impl AsRef<str>, path: impl AsRef<str>) -> #rt::RawRequest {
                #rt::RawRequest::new(&self.core, &REQUEST, method.as_ref(), path.as_ref())
            }
            /// Where responses were not as the document says, and how often: for all clones together.
            #[cfg(feature = "drift")]
            pub fn drift(&self) -> #rt::Drift {
                self.core.drift()
            }
        }
    }
}

fn builder(rt: &TokenStream) -> TokenStream {
    quote! {
        /// What a [`Client`] is made from.
        #[derive(Debug)]
        #[must_use = "a builder does nothing until it is built"]
        pub struct ClientBuilder {
            core: #rt::CoreBuilder,
        }
    }
}

fn building(file: &mut File<'_>, api: &Api) -> TokenStream {
    let rt = file.runtime();
    let variables = servers::setters(api);
    let server = (api.servers.len() > 1).then(|| {
        quote! {
            /// Chooses one of the servers that the document names; the first unless told otherwise.
            pub fn server(mut self, server: Server) -> Self {
                self.core.server(server as usize);
                self
            }
        }
    });
    let credentials = credentials::needed(api).then(|| {
        quote! {
            /// The credentials to sign requests with.
            pub fn credentials(mut self, credentials: Credentials) -> Self {
                self.core.secrets(credentials.secrets);
                self
            }
        }
    });
    let from_env = env::of_builder(&rt);
    let common = common(&rt);
    quote! {
        impl ClientBuilder {
            #from_env
            #(#variables)*
            #server
            #credentials
            #common
        }
    }
}

/// The setters that every API has.
fn common(rt: &TokenStream) -> TokenStream {
    quote! {
        /// Sends to this URL instead of the document's servers.
        pub fn base_url(mut self, url: impl Into<String>) -> Self {
            self.core.base_url(url.into());
            self
        }
        /// Sends requests through this transport.
        pub fn transport(mut self, transport: impl #rt::Transport + 'static) -> Self {
            self.core.transport(transport);
            self
        }
        /// Sends blocking requests through this transport.
        #[cfg(feature = "blocking")]
        pub fn blocking_transport(mut self, transport: impl #rt::Transport + 'static) -> Self {
            self.core.blocking_transport(transport);
            self
        }
        /// The clock and the source of randomness; replaced in tests that must not wait.
        pub fn clock(mut self, clock: impl #rt::Clock + 'static) -> Self {
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
        pub fn retry(mut self, retry: #rt::Retry) -> Self {
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
            hook: impl Fn(&mut #rt::RequestHead) + Send + Sync + 'static,
        ) -> Self {
            self.core.on_request(hook);
            self
        }
        /// Calls a function with the head of each response, and the number of the attempt.
        pub fn on_response(
            mut self,
            hook: impl Fn(&#rt::ResponseHead, u32) + Send + Sync + 'static,
        ) -> Self {
            self.core.on_response(hook);
            self
        }
        /// Tells how attempts and calls go.
        pub fn metrics(mut self, metrics: impl #rt::Metrics + 'static) -> Self {
            self.core.metrics(metrics);
            self
        }
        /// Says what the spans of calls and attempts tell.
        #[cfg(feature = "tracing")]
        pub fn tracing(mut self, tracing: #rt::Tracing) -> Self {
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
        pub fn build(self) -> Result<Client, #rt::BuildError> {
            self.core.build().map(|core| Client { core })
        }
    }
}
