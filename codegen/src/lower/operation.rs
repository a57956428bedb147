//! Operations: in, `paths`; out, one entry a method of a path, where the selection takes it. Invariant: every operation
//! has an id of its own, and one that cannot be read costs no other.

use std::collections::HashSet;

use heck::ToSnakeCase;

use super::Lowering;
use super::draft::{Body, Operation};
use super::groups::Groups;
use super::read::At;
use crate::ir::Docs;

/// The methods that a path item names as keys.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// One method of a path item.
#[derive(Clone, Debug)]
pub(super) struct Method<'a> {
    /// The path item.
    pub(super) item: At<'a>,
    /// The method.
    pub(super) name: String,
    /// The operation.
    pub(super) at: At<'a>,
}

impl Method<'_> {
    /// The tags of the operation.
    pub(super) fn tags(&self) -> Vec<String> {
        let tags = self.at.list("tags").into_iter();
        tags.filter_map(|tag| tag.value.as_str().map(str::to_owned))
            .collect()
    }
}

impl<'a> Lowering<'a> {
    /// Every operation that is wanted.
    pub(super) fn operations(&mut self, root: &At<'a>) {
        let paths = root.get("paths");
        let mut all = Vec::new();
        for (path, item) in paths.iter().flat_map(At::members) {
            if !path.starts_with("x-") {
                all.extend(self.methods(&item).into_iter().map(|method| (path, method)));
            }
        }
        let groups = Groups::new(&all, self.config);
        let mut ids = HashSet::new();
        for (path, method) in &all {
            let group = groups.of(path, method);
            self.method(root, path, method, group, &mut ids);
        }
    }

    /// The methods of a path item, or of what it refers to.
    pub(super) fn methods(&mut self, item: &At<'a>) -> Vec<Method<'a>> {
        let Some(target) = self.follow(item) else {
            return Vec::new();
        };
        let places = if target.key() == item.key() {
            vec![target]
        } else {
            vec![target, item.clone()]
        };
        let mut found = Vec::new();
        for item in places {
            let mut add = |name: &str, at: At<'a>| {
                found.push(Method {
                    item: item.clone(),
                    name: name.to_owned(),
                    at,
                });
            };
            for (key, at) in item.members() {
                if METHODS.contains(&key) {
                    add(&key.to_ascii_uppercase(), at);
                } else if key == "additionalOperations" {
                    at.members().for_each(|(method, at)| add(method, at));
                }
            }
        }
        found.retain(|method| self.is_method(method));
        found
    }

    fn is_method(&mut self, method: &Method<'a>) -> bool {
        let message = if !method.at.value.is_object() {
            "an operation must be an object; it is left out"
        } else if !is_token(&method.name) {
            "not an HTTP method; the operation is left out"
        } else {
            return true;
        };
        self.warn("operation-invalid", &method.at, message);
        false
    }

    fn method(
        &mut self,
        root: &At<'a>,
        path: &str,
        method: &Method<'a>,
        group: Option<String>,
        ids: &mut HashSet<String>,
    ) {
        let at = &method.at;
        let given = at.str("operationId").filter(|id| !id.trim().is_empty());
        let wanted = &self.config.operations;
        let tags = method.tags();
        self.offer(given, &tags, path, &method.name);
        if !wanted.takes(given, &tags, path, &method.name) {
            return;
        }
        let id = self.operation_id(at, given, path, &method.name, ids);
        let mut operation = self.operation(root, path, method, id);
        operation.group = group;
        self.draft.operations.push(operation);
    }

    fn operation(
        &mut self,
        root: &At<'a>,
        path: &str,
        method: &Method<'a>,
        id: String,
    ) -> Operation {
        let Method { item, at, name } = method;
        let mut parameters = self.parameters(item, at);
        // A fragment is never sent; some documents use it to tell apart what the server tells apart otherwise.
        let path = path.split('#').next().unwrap_or_default();
        let pieces = self.fit_path(at, path, &mut parameters);
        self.callbacks(at, &id);
        let security = match self.security(at) {
            Some(own) => own,
            None => self.security(root).unwrap_or_default(),
        };
        Operation {
            id,
            group: None,
            method: name.clone(),
            path: pieces,
            servers: self.own_servers(at).or_else(|| self.own_servers(item)),
            docs: self.docs_of_method(method),
            deprecated: at.flag("deprecated"),
            parameters,
            body: self.body(at),
            responses: self.responses(at),
            security,
            paging: None,
            origin: self.origin(at),
        }
    }

    fn operation_id(
        &mut self,
        at: &At<'a>,
        given: Option<&str>,
        path: &str,
        method: &str,
        ids: &mut HashSet<String>,
    ) -> String {
        let made = made_id(method, path);
        let base = match given {
            Some(id) => id.to_owned(),
            None => {
                let message = format!("there is no `operationId`; it is called `{made}`");
                self.warn("operation-id-missing", at, message);
                made.clone()
            }
        };
        if ids.insert(base.clone()) {
            return base;
        }
        let mut id = if given.is_some() {
            made
        } else {
            format!("{base}_2")
        };
        let mut count = 2;
        while !ids.insert(id.clone()) {
            count += 1;
            id = format!("{base}_{count}");
        }
        let message =
            format!("another operation is called `{base}` as well; this one is called `{id}`");
        self.warn("operation-id-duplicate", at, message);
        id
    }

    /// The prose of an operation; that of its path item where it has none.
    pub(super) fn docs_of_method(&mut self, method: &Method<'a>) -> Docs {
        let docs = self.docs(&method.at);
        if docs == Docs::default() {
            return self.docs(&method.item);
        }
        docs
    }

    pub(super) fn body(&mut self, operation: &At<'a>) -> Option<Body> {
        let at = operation.get("requestBody")?;
        let at = self.follow(&at)?;
        let contents = self.contents(&at);
        if contents.is_empty() {
            self.warn(
                "body-empty",
                &at,
                "this body has no `content`; it is left out",
            );
            return None;
        }
        let docs = self.docs(&at);
        Some(Body {
            required: at.flag("required"),
            contents,
            docs,
            origin: self.origin(&at),
        })
    }
}

/// An id made of method and path: `GET /pets/{petId}` is `get_pets_pet_id`.
fn made_id(method: &str, path: &str) -> String {
    let words: Vec<String> = path
        .split(|c: char| !c.is_alphanumeric())
        .map(ToSnakeCase::to_snake_case)
        .filter(|word| !word.is_empty())
        .collect();
    let mut id = method.to_ascii_lowercase();
    for word in words {
        id.push('_');
        id.push_str(&word);
    }
    id
}

/// Whether a text can be an HTTP method (RFC 9110, `token`).
fn is_token(method: &str) -> bool {
    !method.is_empty()
        && method
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte))
}
