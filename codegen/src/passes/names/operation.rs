//! Names of operations: in, those of the draft; out, a method, a builder and outcomes for each, and names for what is inline in
//! them. Invariant: they choose after the schemas that have names, so that a new operation renames none of these.

use super::reserved::RESERVED_METHODS;
use super::{Namer, OperationNames, Waiting};
use crate::diag::Diagnostic;
use crate::lower::draft::{Content, NodeId, Operation};
use crate::passes::scope::Scope;
use crate::passes::{content_name, ident, outcome};
use crate::published::Part;
use std::collections::HashSet;

impl Namer<'_, '_, '_> {
    pub(super) fn operations(&mut self) {
        let mut methods = Scope::with(RESERVED_METHODS);
        for name in self.names.published.methods() {
            methods.reserve(name);
        }
        for name in self.names.published.builders() {
            self.builders.reserve(name);
        }
        // Of several operations of one place the first has the name.
        let (mut kept, mut beside) = (HashSet::new(), HashSet::new());
        for operation in &self.draft.operations {
            let wish = ident::value_name(&operation.id);
            let spelled = ident::spelled_value(&operation.id);
            let wishes = [wish.clone(), crate::ir::joined(&wish, "operation"), spelled];
            let published = self
                .names
                .published
                .of_operation(&operation.origin, &operation.id);
            let published = published.filter(|name| kept.insert((*name).to_owned()));
            let (method, first) = match published {
                Some(name) => (name.to_owned(), true),
                None => {
                    let count = if methods.is_free(&wish) { 1 } else { 3 };
                    methods.claim(&wishes[..count])
                }
            };
            if !first {
                let message = format!(
                    "the name `{}` is taken; this method is called `{method}`",
                    wishes[0]
                );
                let at = operation.origin.clone();
                let note = Diagnostic::note("name-taken", at, message);
                self.context.diagnostics.push(note);
            }
            // Operations stand in the files of their tags, where models are `models::…`: the two never meet.
            let wish = ident::type_name(&method);
            let (published, builders) = (&self.names.published, &mut self.builders);
            let mut claim = |part: Part<'_>, wish: String, second: &str| {
                let published = published.of_part(&operation.origin, &operation.id, part);
                if let Some(name) = published.filter(|name| beside.insert((*name).to_owned())) {
                    return name.to_owned();
                }
                let second = || format!("{wish}{second}");
                builders.claim_or(wish.clone(), second).0
            };
            let type_name = claim(Part::Builder, wish.clone(), "Operation");
            // The one body of the one success needs no enum around it.
            let success = claim(Part::Success, format!("{type_name}Response"), "Outcome");
            let failure = claim(Part::Failure, format!("{type_name}Error"), "Failure");
            let any = (operation.responses.iter()).any(|response| !response.headers.is_empty());
            let headers = any.then(|| claim(Part::Headers, format!("{type_name}Headers"), "View"));
            self.names.operations.push(OperationNames {
                method,
                type_name,
                success,
                failure,
                headers,
            });
        }
        for (index, operation) in self.draft.operations.iter().enumerate() {
            self.inside_operation(index, operation);
        }
    }

    fn inside_operation(&mut self, index: usize, operation: &Operation) {
        let method = self.names.operations[index].method.clone();
        let wish = ident::type_name(&method);
        let root = |node: NodeId, word: &str| Waiting {
            node,
            wish: format!("{wish}{word}"),
            wire_name: operation.id.clone(),
            module: String::new(),
        };
        let mut roots = Vec::new();
        for parameter in &operation.parameters {
            if !self.is_leaf(parameter.node) {
                let word = ident::word(&parameter.wire_name);
                roots.push(root(parameter.node, &word));
            }
        }
        if let Some(body) = &operation.body {
            for (content, word) in several(&body.contents, "Body") {
                roots.push(root(content.node, &word));
            }
        }
        let plain = outcome::is_plain(self.draft, &operation.responses);
        let (good, bad) = outcome::split(&operation.responses);
        for response in &good {
            let name = outcome::status_name(response.status);
            let word = if plain { "Response" } else { &name };
            for (content, word) in several(&response.contents, word) {
                roots.push(root(content.node, &word));
            }
        }
        for response in bad {
            let word = outcome::status_name(response.status);
            for (content, word) in several(&response.contents, &word) {
                roots.push(root(content.node, &word));
            }
        }
        for response in &operation.responses {
            for header in &response.headers {
                if !self.is_leaf(header.node) {
                    let word = ident::word(&header.wire_name);
                    roots.push(root(header.node, &word));
                }
            }
        }
        self.name_roots(roots, &method);
    }

    /// Names the inline types of an operation; the file is claimed only if there are any.
    pub(super) fn name_roots(&mut self, roots: Vec<Waiting>, method: &str) {
        let before = self.named.len();
        self.waiting.extend(roots);
        self.drain();
        if self.named.len() == before {
            return;
        }
        let module = self.names.modules.claim(&[ident::module_name(method)]).0;
        for id in &self.named[before..] {
            if let Some(name) = self.names.types.get_mut(id) {
                name.module.clone_from(&module);
            }
        }
    }
}

/// The contents of a body, and what an inline type of each is called: the first one has the plain word.
pub(super) fn several<'a>(
    contents: &'a [Content],
    word: &str,
) -> impl Iterator<Item = (&'a Content, String)> {
    contents.iter().enumerate().map(move |(index, content)| {
        let word = if index == 0 {
            word.to_owned()
        } else {
            format!("{}{word}", content_name(&content.media_type))
        };
        (content, word)
    })
}
