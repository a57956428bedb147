//! In: the security requirements that hold for the API and for each operation. Out: findings about who may call what.
//! Invariant: what counts is whether a client with the credentials of old still gets in.

use std::collections::BTreeMap;

use serde_json::Value;

use super::super::facts::operations::{At, Operation};
use super::super::rules::Rule;
use super::operations::Twins;
use super::requirement::{Alternative, Requirement, words};
use super::{Differ, Draft, Spot, at_spot, key_spot};

/// What of a scheme says how its credentials are given.
const GIVEN_OTHERWISE: [&str; 5] = [
    "type-changed",
    "http-scheme-changed",
    "oauth-flow-added",
    "oauth-flow-removed",
    "oauth-token-url-changed",
];

/// What findings about a requirement are about.
struct Scope {
    prefix: &'static str,
    parts: Vec<u32>,
    base: Spot,
    revision: Spot,
}

/// Security schemes that say the same under another name: old to new.
pub(super) fn renamed<'a>(base: &'a Value, revision: &'a Value) -> BTreeMap<&'a str, &'a str> {
    let (old, new) = (schemes(base), schemes(revision));
    let gone = old.iter().filter(|(name, _)| !new.contains_key(*name));
    let pairs = gone.filter_map(|(name, scheme)| {
        let mut come = new
            .iter()
            .filter(|(name, one)| !old.contains_key(*name) && means_the_same(scheme, one));
        let (successor, _) = come.next()?;
        come.next().is_none().then_some((*name, *successor))
    });
    pairs.collect()
}

/// The security schemes of a document.
fn schemes(root: &Value) -> BTreeMap<&str, &Value> {
    let schemes = root.pointer("/components/securitySchemes");
    let schemes = schemes.and_then(Value::as_object).into_iter().flatten();
    schemes
        .map(|(name, scheme)| (name.as_str(), scheme))
        .collect()
}

/// Whether two schemes ask for the same, whatever they say about it.
fn means_the_same(one: &Value, other: &Value) -> bool {
    let said = |scheme: &Value| {
        let mut scheme = scheme.as_object().cloned().unwrap_or_default();
        scheme.retain(|key, _| key != "description" && !key.starts_with("x-"));
        scheme
    };
    said(one) == said(other)
}

impl<'a> Differ<'a> {
    /// Compares what is asked of the callers of one operation, unless the API as a whole says it on both sides.
    pub(super) fn security(&mut self, twins: &Twins<'_, 'a>) {
        let (old, new) = (security_of(twins.base), security_of(twins.revision));
        if old.is_none() && new.is_none() {
            return;
        }
        let base = Requirement::read(old.or(self.base.root().get("security")));
        let base = base.named(&self.schemes);
        let revision = Requirement::read(new.or(self.revision.root().get("security")));
        let scope = Scope {
            prefix: "api-security",
            parts: vec![twins.part],
            base: key_spot(&twins.base.at, "security"),
            revision: key_spot(&twins.revision.at, "security"),
        };
        self.requirements(&scope, &base, &revision);
    }

    /// Compares what is asked of everybody. It reaches the operations that do not say otherwise.
    pub(super) fn global_security(&mut self) {
        let base = Requirement::read(self.base.root().get("security"));
        let base = base.named(&self.schemes);
        let revision = Requirement::read(self.revision.root().get("security"));
        if base == revision {
            return;
        }
        let whole = self.document_part();
        let (old, new) = (At::root(self.base.loaded), At::root(self.revision.loaded));
        let scope = Scope {
            prefix: "api-global-security",
            parts: vec![whole],
            base: key_spot(&old, "security"),
            revision: key_spot(&new, "security"),
        };
        self.requirements(&scope, &base, &revision);
    }

    fn requirements(&mut self, scope: &Scope, base: &Requirement<'a>, revision: &Requirement<'a>) {
        let (was_open, is_open) = (base.is_open(), revision.is_open());
        let mut gone = base.beyond(revision);
        let mut come = revision.beyond(base);
        self.other_scopes(scope, &mut gone, &mut come);
        self.replaced_requirements(scope, &mut gone, &mut come);
        for alternative in come {
            let id = if was_open && !is_open {
                "required"
            } else {
                "added"
            };
            self.security_finding(scope, id, &words(alternative), &[alternative]);
        }
        for alternative in gone {
            let id = if is_open {
                "removed"
            } else {
                "alternative-removed"
            };
            self.security_finding(scope, id, &words(alternative), &[alternative]);
        }
        let asked = |one: &Requirement<'_>| one.alternatives.iter().any(|one| !one.is_empty());
        match (was_open, is_open) {
            // The same alternatives, but the empty one went.
            (true, false) if asked(base) && base.is_within(revision) => {
                self.security_finding(scope, "required", "", &[]);
            }
            (false, true) if asked(revision) => self.security_finding(scope, "removed", "", &[]),
            _ => {}
        }
    }

    /// Alternatives that ask for the same schemes with other scopes.
    fn other_scopes(
        &mut self,
        scope: &Scope,
        gone: &mut Vec<&Alternative<'a>>,
        come: &mut Vec<&Alternative<'a>>,
    ) {
        gone.retain(|old| {
            let twin = come.iter().position(|new| new.keys().eq(old.keys()));
            let Some(at) = twin else { return true };
            let new = come.remove(at);
            self.scopes(scope, old, new);
            false
        });
    }

    /// Alternatives that ask for more, or for less, than one that went.
    fn replaced_requirements(
        &mut self,
        scope: &Scope,
        gone: &mut Vec<&Alternative<'a>>,
        come: &mut Vec<&Alternative<'a>>,
    ) {
        gone.retain(|old| {
            let covers = |big: &Alternative<'_>, small: &Alternative<'_>| {
                small.keys().all(|scheme| big.contains_key(scheme))
            };
            let twin = come
                .iter()
                .position(|new| covers(new, old) || covers(old, new));
            let Some(at) = twin else { return true };
            let new = come.remove(at);
            let id = if new.len() > old.len() {
                "strengthened"
            } else {
                "weakened"
            };
            let detail = format!("{} became {}", words(old), words(new));
            self.security_finding(scope, id, &detail, &[old, new]);
            false
        });
    }

    fn scopes(&mut self, scope: &Scope, old: &Alternative<'a>, new: &Alternative<'a>) {
        for (scheme, before) in old {
            let after = new.get(scheme).map(Vec::as_slice).unwrap_or_default();
            for one in after.iter().filter(|one| !before.contains(one)) {
                let detail = format!("`{one}` of `{scheme}`");
                self.security_finding(scope, "scope-added", &detail, &[]);
            }
            for one in before.iter().filter(|one| !after.contains(one)) {
                let detail = format!("`{one}` of `{scheme}`");
                self.security_finding(scope, "scope-removed", &detail, &[]);
            }
        }
    }

    /// A finding about a requirement; `asked` are the alternatives that come, go, or are others by it.
    fn security_finding(
        &mut self,
        scope: &Scope,
        id: &str,
        detail: &str,
        asked: &[&Alternative<'a>],
    ) {
        let asked = asked.iter().flat_map(|alternative| alternative.keys());
        let schemes: Vec<String> = asked.flat_map(|scheme| self.scheme_names(scheme)).collect();
        for part in &scope.parts {
            let rule = Rule::special(&format!("{}-{id}", scope.prefix));
            let draft = Draft::new(rule, scope.base.clone(), scope.revision.clone(), "");
            let draft = draft.schemes(schemes.clone());
            self.direct(*part, draft.detail(detail));
        }
    }

    /// What a scheme is called on both sides.
    fn scheme_names(&self, scheme: &str) -> Vec<String> {
        let former = self.schemes.iter().filter(|(_, now)| **now == scheme);
        let former = former.map(|(old, _)| *old);
        former.chain([scheme]).map(str::to_owned).collect()
    }

    /// Compares the security schemes as such.
    pub(super) fn security_components(&mut self) {
        let read = |at: At<'a>, loaded| {
            let components = at.field("components")?;
            Some(components.field("securitySchemes")?.entries(loaded))
        };
        let before = read(At::root(self.base.loaded), self.base.loaded).unwrap_or_default();
        let after = read(At::root(self.revision.loaded), self.revision.loaded).unwrap_or_default();
        if before.is_empty() && after.is_empty() {
            return;
        }
        let whole = self.document_part();
        let root = (crate::source::FileId(0), String::new());
        for (name, old) in &before {
            match after.iter().find(|(other, _)| other == name) {
                Some((_, new)) => self.security_scheme(whole, name, old, new),
                None => {
                    let rule = Rule::special("api-security-component-removed");
                    let draft = Draft::new(rule, at_spot(old), root.clone(), *name);
                    self.direct(
                        whole,
                        draft.gone().key(*name).schemes(vec![(*name).to_owned()]),
                    );
                }
            }
        }
        for (name, new) in &after {
            if !before.iter().any(|(other, _)| other == name) {
                let rule = Rule::special("api-security-component-added");
                let draft = Draft::new(rule, root.clone(), at_spot(new), *name);
                self.direct(whole, draft.key(*name).schemes(vec![(*name).to_owned()]));
            }
        }
    }

    fn security_scheme(&mut self, part: u32, name: &str, old: &At<'a>, new: &At<'a>) {
        if old.text("type") != new.text("type") {
            self.scheme_finding(part, "type-changed", "type", [name, ""], old, new);
            return;
        }
        let fields = [
            ("in", "api-key-moved"),
            ("name", "api-key-name-changed"),
            ("scheme", "http-scheme-changed"),
            ("bearerFormat", "bearer-format-changed"),
            ("openIdConnectUrl", "open-id-url-changed"),
        ];
        for (key, id) in fields {
            let lower = |at: &At<'a>| at.text(key).map(str::to_ascii_lowercase);
            let equal = match key {
                // Header names and HTTP schemes have no case.
                "scheme" => lower(old) == lower(new),
                "name" if old.text("in") == Some("header") => lower(old) == lower(new),
                _ => old.text(key) == new.text(key),
            };
            if !equal {
                self.scheme_finding(part, id, key, [name, ""], old, new);
            }
        }
        self.flows(part, name, old, new);
    }

    fn flows(&mut self, part: u32, name: &str, old: &At<'a>, new: &At<'a>) {
        let read = |at: &At<'a>, loaded| {
            at.field("flows")
                .map(|flows| flows.entries(loaded))
                .unwrap_or_default()
        };
        let before = read(old, self.base.loaded);
        let after = read(new, self.revision.loaded);
        let [old, new] = [old, new].map(|at| within(at, "flows"));
        for (flow, was) in &before {
            let Some((_, is)) = after.iter().find(|(other, _)| other == flow) else {
                self.scheme_finding(part, "oauth-flow-removed", flow, [name, flow], &old, &new);
                continue;
            };
            for (key, id) in [
                ("tokenUrl", "oauth-token-url-changed"),
                ("authorizationUrl", "oauth-url-changed"),
            ] {
                if was.text(key).unwrap_or_default() != is.text(key).unwrap_or_default() {
                    self.scheme_finding(part, id, key, [name, flow], was, is);
                }
            }
            self.flow_scopes(part, name, was, is);
        }
        for (flow, _) in &after {
            if !before.iter().any(|(other, _)| other == flow) {
                self.scheme_finding(part, "oauth-flow-added", flow, [name, flow], &old, &new);
            }
        }
    }

    fn flow_scopes(&mut self, part: u32, name: &str, old: &At<'a>, new: &At<'a>) {
        let key = "scopes";
        let [before, after] = [old, new].map(|at| at.value.get(key).and_then(Value::as_object));
        let [old, new] = [old, new].map(|at| within(at, key));
        for (scope, text) in before.into_iter().flatten() {
            let id = match after.and_then(|scopes| scopes.get(scope)) {
                None => "oauth-scope-removed",
                Some(now) if now != text => "oauth-scope-changed",
                Some(_) => continue,
            };
            self.scheme_finding(part, id, scope, [name, scope], &old, &new);
        }
        for (scope, _) in after.into_iter().flatten() {
            if before.is_none_or(|scopes| !scopes.contains_key(scope)) {
                self.scheme_finding(part, "oauth-scope-added", scope, [name, scope], &old, &new);
            }
        }
    }

    /// A finding about a scheme, or about a thing of it that has a name as well.
    fn scheme_finding(
        &mut self,
        part: u32,
        id: &str,
        key: &str,
        [name, thing]: [&str; 2],
        old: &At<'a>,
        new: &At<'a>,
    ) {
        let rule = Rule::special(&format!("api-security-component-{id}"));
        let words = |at: &At<'a>| at.text(key).map(super::shorten);
        let detail = match (words(old), words(new)) {
            (Some(old), Some(new)) => format!("{old} became {new}"),
            _ => String::new(),
        };
        let subject = match thing {
            "" => name.to_owned(),
            thing => format!("{name} {thing}"),
        };
        let draft = Draft::new(rule, key_spot(old, key), key_spot(new, key), &subject);
        let mut draft = draft.detail(detail).key(subject);
        if GIVEN_OTHERWISE.contains(&id) {
            draft = draft.schemes(vec![name.to_owned()]);
        }
        self.direct(part, draft);
    }
}

/// The value of a key, or what it would be in.
fn within<'a>(at: &At<'a>, key: &str) -> At<'a> {
    at.field(key).unwrap_or_else(|| at.clone())
}

fn security_of<'a>(operation: &Operation<'a>) -> Option<&'a Value> {
    operation.at.value.get("security")
}
