//! Security: in, `components.securitySchemes` and `security`; out, schemes and the alternatives of an operation.
//! Invariant: a requirement names schemes that exist, by index.

use serde::Deserialize;

use super::Lowering;
use super::draft::Scheme;
use super::read::At;
use crate::diag::suggest;
use crate::ir::{Docs, Location, Requirement, SchemeKind};

impl<'a> Lowering<'a> {
    /// Every scheme of the document.
    pub(super) fn schemes(&mut self, root: &At<'a>) {
        let Some(schemes) = root
            .get("components")
            .and_then(|at| at.get("securitySchemes"))
        else {
            return;
        };
        for (name, at) in schemes.members() {
            let Some(target) = self.follow(&at) else {
                continue;
            };
            if let Some(kind) = self.scheme(&target) {
                let docs = Docs {
                    text: target.text("description"),
                    ..Docs::default()
                };
                self.draft.schemes.push(Scheme {
                    wire_name: name.to_owned(),
                    kind,
                    docs,
                });
            }
        }
    }

    fn scheme(&mut self, at: &At<'a>) -> Option<SchemeKind> {
        if at.str("type") == Some("mutualTLS") {
            return Some(SchemeKind::MutualTls);
        }
        match openapiv3::SecurityScheme::deserialize(at.value) {
            Ok(scheme) => Some(kind(scheme)),
            Err(_) if at.str("type") == Some("oauth2") => {
                let message =
                    "the flows of this scheme are incomplete; a token is all that is asked for";
                self.warn("security-scheme-invalid", at, message);
                Some(SchemeKind::OAuth2(None))
            }
            Err(error) => {
                let known = ["apiKey", "http", "oauth2", "openIdConnect"];
                let message = match at.str("type") {
                    None => "a security scheme needs a `type`; this one is left out".to_owned(),
                    Some(other) if !known.contains(&other) => {
                        format!("`{other}` is no type of security scheme; this one is left out")
                    }
                    Some(_) => format!("this security scheme is left out: {error}"),
                };
                self.warn("security-scheme-invalid", at, message);
                None
            }
        }
    }

    /// The alternatives of `security`; `None` where it is absent.
    pub(super) fn security(&mut self, at: &At<'a>) -> Option<Vec<Requirement>> {
        let list = at.get("security").filter(|at| at.value.is_array())?;
        let mut requirements = Vec::new();
        for alternative in list.elements() {
            if let Some(requirement) = self.requirement(&alternative)
                && !requirements.contains(&requirement)
            {
                requirements.push(requirement);
            }
        }
        Some(requirements)
    }

    fn requirement(&mut self, at: &At<'a>) -> Option<Requirement> {
        let mut schemes = Vec::new();
        for (name, scopes) in at.members() {
            let index = self
                .draft
                .schemes
                .iter()
                .position(|scheme| scheme.wire_name == name);
            let Some(index) = index else {
                let message =
                    format!("no security scheme is called `{name}`; this alternative is left out");
                let known = self.draft.schemes.iter();
                let near = suggest(name, known.map(|scheme| scheme.wire_name.as_str()));
                let near = near.map(str::to_owned);
                self.warn_near("security-undefined", &scopes, message, near.as_deref());
                return None;
            };
            let scopes = scopes
                .elements()
                .filter_map(|scope| scope.value.as_str().map(str::to_owned));
            schemes.push((index, scopes.collect()));
        }
        Some(Requirement { schemes })
    }
}

fn kind(scheme: openapiv3::SecurityScheme) -> SchemeKind {
    match scheme {
        openapiv3::SecurityScheme::APIKey { location, name, .. } => {
            let location = match location {
                openapiv3::APIKeyLocation::Query => Location::Query,
                openapiv3::APIKeyLocation::Header => Location::Header,
                openapiv3::APIKeyLocation::Cookie => Location::Cookie,
            };
            SchemeKind::ApiKey(location, name)
        }
        openapiv3::SecurityScheme::HTTP { scheme, .. } => {
            if scheme.eq_ignore_ascii_case("basic") {
                SchemeKind::Basic
            } else if scheme.eq_ignore_ascii_case("bearer") {
                SchemeKind::Bearer
            } else {
                SchemeKind::Http(scheme)
            }
        }
        openapiv3::SecurityScheme::OAuth2 { flows, .. } => {
            SchemeKind::OAuth2(flows.client_credentials.map(|flow| flow.token_url))
        }
        openapiv3::SecurityScheme::OpenIDConnect {
            open_id_connect_url,
            ..
        } => SchemeKind::OpenIdConnect(open_id_connect_url),
    }
}
