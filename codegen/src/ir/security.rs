//! How an API knows who calls. In: nothing; out: plain data. Invariant: `Requirement` holds indices into the schemes of the API.

use super::{Docs, Location, Name};

/// A security scheme.
#[derive(Clone, Debug)]
pub struct SecurityScheme {
    /// The Rust name of its credential (a field and argument).
    pub name: Name,
    /// The key under `components.securitySchemes`.
    pub wire_name: String,
    /// What it is.
    pub kind: SchemeKind,
    /// Its prose.
    pub docs: Docs,
}

/// What a security scheme is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemeKind {
    /// A key under a name, in a header, the query or a cookie.
    ApiKey(Location, String),
    /// HTTP Basic.
    Basic,
    /// HTTP Bearer, and everything that ends in a bearer token.
    Bearer,
    /// OAuth 2; the token URL of the client-credentials flow, if there is one.
    OAuth2(Option<String>),
    /// OpenID Connect discovery URL.
    OpenIdConnect(String),
    /// Another HTTP authentication scheme: its name before the credential.
    Http(String),
    /// TLS client certificates: nothing for the client to add.
    MutualTls,
}

/// Schemes that must be satisfied together: indices into `Api::schemes` with their scopes. Empty: no authentication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Index of a scheme, and the scopes asked of it.
    pub schemes: Vec<(usize, Vec<String>)>,
}
