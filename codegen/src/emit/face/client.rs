//! The root of an API. In: servers, schemes and features; out: the client, its builder, what it is known by, and the
//! variables of the environment. Invariant: as of the face.

use super::super::{credentials, servers};
use super::{Page, wire};

/// What every client has.
const CLIENT: &[&str] = &[
    "Client struct Clone Debug",
    "Client::ENV const: &[runtime::EnvVariable]",
    "Client::builder fn() -> ClientBuilder",
    "Client::drift fn(&self) -> runtime::Drift #[cfg(\"drift\")]",
    "Client::from_env fn() -> Result<Self, runtime::BuildError>",
    "Client::request fn(&self, method: impl AsRef<str>, path: impl AsRef<str>) -> runtime::RawRequest",
    "ClientBuilder struct Debug",
    "ClientBuilder::attempt_timeout fn(self, timeout: std::time::Duration) -> Self",
    "ClientBuilder::base_url fn(self, url: impl Into<String>) -> Self",
    "ClientBuilder::blocking_transport fn(self, transport: impl runtime::Transport + 'static) -> Self #[cfg(\"blocking\")]",
    "ClientBuilder::build fn(self) -> Result<Client, runtime::BuildError>",
    "ClientBuilder::clock fn(self, clock: impl runtime::Clock + 'static) -> Self",
    "ClientBuilder::from_env fn() -> Self",
    "ClientBuilder::from_env_with fn(lookup: impl Fn(&str) -> Option<std::ffi::OsString>) -> Self",
    "ClientBuilder::header fn(self, name: impl Into<String>, value: impl Into<String>) -> Self",
    "ClientBuilder::max_concurrent fn(self, requests: usize) -> Self",
    "ClientBuilder::max_response_bytes fn(self, bytes: usize) -> Self",
    "ClientBuilder::metrics fn(self, metrics: impl runtime::Metrics + 'static) -> Self",
    "ClientBuilder::on_request fn(self, hook: impl Fn(&mut runtime::RequestHead) + Send + Sync + 'static) -> Self",
    "ClientBuilder::on_response fn(self, hook: impl Fn(&runtime::ResponseHead, u32) + Send + Sync + 'static) -> Self",
    "ClientBuilder::rate_limit fn(self, requests: u32, per: std::time::Duration) -> Self",
    "ClientBuilder::retry fn(self, retry: runtime::Retry) -> Self",
    "ClientBuilder::timeout fn(self, timeout: std::time::Duration) -> Self",
    "ClientBuilder::tracing fn(self, tracing: runtime::Tracing) -> Self #[cfg(\"tracing\")]",
    "ClientBuilder::transport fn(self, transport: impl runtime::Transport + 'static) -> Self",
    "ClientBuilder::user_agent fn(self, text: impl Into<String>) -> Self",
];

/// The lines of the root.
pub(super) fn lines(page: &mut Page<'_>) {
    features(page);
    page.line(&["models mod"]);
    if page.api.operations.is_empty() {
        return;
    }
    for line in CLIENT {
        page.line(&[line]);
    }
    for (name, what) in page.own.environment.iter().map(|one| one.shown()) {
        page.line(&["env ", name, " ", what]);
    }
    let names = servers::setter_names(page.api);
    for variable in servers::variables(page.api) {
        let name = &names[variable.wire_name.as_str()];
        page.put("ClientBuilder::");
        page.name(name);
        page.line(&[" fn(self, value: impl Into<String>) -> Self"]);
    }
    if page.api.servers.len() > 1 {
        page.line(&["ClientBuilder::server fn(self, server: Server) -> Self"]);
        page.line(&["Server enum Clone Copy Debug Eq PartialEq #[non_exhaustive]"]);
        for name in servers::names(page.api) {
            page.put("Server::");
            page.name(&name);
            page.line(&[" variant"]);
        }
    }
    if credentials::needed(page.api) {
        page.line(&["ClientBuilder::credentials fn(self, credentials: Credentials) -> Self"]);
        page.line(&["Credentials struct Clone Debug"]);
        page.line(&["Credentials::none fn() -> Self"]);
        for line in credentials::signatures(page.api) {
            page.line(&["Credentials::", &line]);
        }
    }
    wire::api(page);
}

/// The features, and what each brings.
fn features(page: &mut Page<'_>) {
    let features = &page.own.features;
    page.put("feature ");
    page.quoted(&features.whole);
    page.end();
    for name in features.parts.iter().flat_map(|parts| &parts.names) {
        page.put("feature ");
        page.quoted(name);
        page.end();
    }
}
