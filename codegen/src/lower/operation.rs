//! Operations: in, `paths`; out, one entry a method of a path, where the selection takes it. Invariant: every operation
//! has an id of its own, and one that cannot be read costs no other.

use std::collections::HashSet;

use heck::ToSnakeCase;

use super::Lowering;
use super::draft::{Body, Operation};
use super::read::At;

/// The methods that a path item names as keys.
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

impl<'a> Lowering<'a> {
    /// Every operation that is wanted.
    pub(super) fn operations(&mut self, root: &At<'a>) {
        let mut ids = HashSet::new();
        for (path, item) in root.get("paths").iter().flat_map(At::members) {
            if path.starts_with("x-") {
                continue;
            }
            self.path_item(root, path, &item, &mut ids);
        }
        for (key, what) in [("webhooks", "webhooks"), ("x-webhooks", "webhooks")] {
            if let Some(at) = root.get(key).filter(|at| at.members().next().is_some()) {
                let message = format!("the models of {what} are not part of the client");
                self.note("webhooks-skipped", &at, message);
            }
        }
    }

    fn path_item(&mut self, root: &At<'a>, path: &str, item: &At<'a>, ids: &mut HashSet<String>) {
        let Some(target) = self.follow(item) else {
            return;
        };
        let places = if target.key() == item.key() {
            vec![target]
        } else {
            vec![target, item.clone()]
        };
        for item in places {
            for (key, at) in item.members() {
                if METHODS.contains(&key) {
                    self.method(root, path, &item, &key.to_ascii_uppercase(), &at, ids);
                } else if key == "additionalOperations" {
                    for (method, at) in at.members() {
                        self.method(root, path, &item, method, &at, ids);
                    }
                }
            }
        }
    }

    fn method(
        &mut self,
        root: &At<'a>,
        path: &str,
        item: &At<'a>,
        method: &str,
        at: &At<'a>,
        ids: &mut HashSet<String>,
    ) {
        if !at.value.is_object() {
            self.warn(
                "operation-invalid",
                at,
                "an operation must be an object; it is left out",
            );
            return;
        }
        if !is_token(method) {
            self.warn(
                "operation-invalid",
                at,
                "not an HTTP method; the operation is left out",
            );
            return;
        }
        let tags: Vec<String> = at
            .list("tags")
            .iter()
            .filter_map(|tag| tag.value.as_str().map(str::to_owned))
            .collect();
        let given = at.str("operationId").filter(|id| !id.trim().is_empty());
        let wanted = &self.config.operations;
        if !wanted.takes(given, &tags, path, method) {
            return;
        }
        let id = self.operation_id(at, given, path, method, ids);
        let operation = self.operation(root, path, item, method, at, id, tags.into_iter().next());
        self.draft.operations.push(operation);
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "all of it is known only by the caller"
    )]
    fn operation(
        &mut self,
        root: &At<'a>,
        path: &str,
        item: &At<'a>,
        method: &str,
        at: &At<'a>,
        id: String,
        tag: Option<String>,
    ) -> Operation {
        let mut parameters = self.parameters(item, at);
        // A fragment is never sent; some documents use it to tell apart what the server tells apart otherwise.
        let path = path.split('#').next().unwrap_or_default();
        let pieces = self.fit_path(at, path, &mut parameters);
        let mut docs = self.docs(at);
        if docs == crate::ir::Docs::default() {
            docs = self.docs(item);
        }
        if at
            .get("callbacks")
            .is_some_and(|at| at.members().next().is_some())
        {
            self.note(
                "callbacks-skipped",
                at,
                "the models of callbacks are not part of the client",
            );
        }
        let security = match self.security(at) {
            Some(own) => own,
            None => self.security(root).unwrap_or_default(),
        };
        Operation {
            id,
            tag: tag.filter(|tag| !tag.trim().is_empty()),
            method: method.to_owned(),
            path: pieces,
            servers: self.own_servers(at).or_else(|| self.own_servers(item)),
            docs,
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

    fn body(&mut self, operation: &At<'a>) -> Option<Body> {
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
