//! Sharing among operations: in, those of an API; out, the outcomes and views of headers that are another name for an equal one.
//! Invariant: groups share nothing, since each can be compiled without the others.

use std::collections::HashMap;

use super::shape::{prose, put};
use crate::ir::{self, Type, TypeDef};

/// Finds the enums of outcomes and the views of headers that are equal within a group: the first of several stays what
/// it is. Groups share nothing, since each can be compiled without the others.
pub(in crate::passes) fn operations(types: &[TypeDef], operations: &mut [ir::Operation]) {
    let mut known = Known::default();
    for operation in operations {
        let group = operation.group;
        let sides = [
            (true, &mut operation.success),
            (false, &mut operation.failure),
        ];
        for (success, outcome) in sides {
            // One way to succeed needs no enum, and no way to fail is the runtime's.
            let ways = outcome.cases.iter().map(|case| case.contents.len().max(1));
            if ways.sum::<usize>() > usize::from(success) {
                let text = known.text(&(group, success));
                cases(types, &outcome.cases, text);
                outcome.same = known.first(&outcome.type_name);
            }
        }
        if let Some(name) = &operation.headers {
            let text = known.text(&(group, "headers"));
            headers(types, operation, text);
            operation.headers_same = known.first(name);
        }
    }
}

/// What was met, by all that it is made of.
#[derive(Debug, Default)]
struct Known {
    names: HashMap<String, ir::Name>,
    text: String,
}

impl Known {
    /// The text that tells the next one from others; it begins with this.
    fn text(&mut self, start: &impl std::fmt::Debug) -> &mut String {
        self.text.clear();
        put(&mut self.text, start);
        &mut self.text
    }

    /// The first one with that text; nothing if it is this one.
    fn first(&mut self, name: &ir::Name) -> Option<ir::Name> {
        if let Some(first) = self.names.get(&self.text) {
            return Some(first.clone());
        }
        self.names.insert(self.text.clone(), name.clone());
        None
    }
}

/// What a view of headers has.
fn headers(types: &[TypeDef], operation: &ir::Operation, out: &mut String) {
    for case in operation.cases().filter(|case| !case.headers.is_empty()) {
        put(out, &(&case.name, case.status));
        for header in &case.headers {
            let ir::Header {
                name,
                wire_name,
                ty,
                required,
                explode,
                content,
                docs,
                origin: _,
            } = header;
            put(out, &(name, wire_name, required, explode, content));
            prose(docs, out);
            put(out, &resolved(types, ty));
        }
    }
}

/// What an enum of outcomes has.
fn cases(types: &[TypeDef], cases: &[ir::OutcomeCase], out: &mut String) {
    for case in cases {
        let ir::OutcomeCase {
            name,
            status,
            contents,
            headers: _,
            docs,
            origin: _,
        } = case;
        put(out, &(name, status));
        prose(docs, out);
        for content in contents {
            let ir::Content {
                media_type,
                kind,
                ty,
                encodings: _,
                examples: _,
                name,
                bounds: _,
                origin: _,
            } = content;
            put(out, &(media_type, kind, name, resolved(types, ty)));
        }
    }
}

/// A type with what stands behind other names.
fn resolved(types: &[TypeDef], ty: &Type) -> Type {
    let mut ty = ty.clone();
    ir::walk::each_id_in(&mut ty, &mut |id| {
        let named = Type::Named(*id);
        let names = named.names(types).filter_map(Type::named);
        *id = names.last().unwrap_or(*id);
    });
    ty
}
