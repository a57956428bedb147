//! The example values that a document carries, each with the type that reads it. In: an `Api`; out: a list in the order
//! of the IR. Invariant: nothing is invented, every value stands in the document at the place given.

use crate::ir::{Api, Content, ContentKind, Type, TypeId, TypeKind};
use crate::source::Origin;
use serde_json::Value;

/// One example value.
#[derive(Clone, Debug)]
pub struct Sample<'a> {
    /// The schema it belongs to, or the media type object around that schema.
    pub at: &'a Origin,
    /// The type that reads it.
    pub ty: Type,
    /// The value.
    pub value: &'a Value,
}

/// Every JSON example of a document: of named schemas, of properties, of request and response bodies, webhooks included.
pub fn samples(api: &Api) -> Vec<Sample<'_>> {
    let mut found = Vec::new();
    for (index, def) in (0u32..).zip(&api.types) {
        for value in &def.examples {
            found.push(Sample {
                at: &def.origin,
                ty: Type::Named(TypeId(index)),
                value,
            });
        }
        if let TypeKind::Struct(body) = &def.kind {
            for field in &body.fields {
                if let Some(value) = &field.example {
                    found.push(Sample {
                        at: &field.origin,
                        ty: field.ty.clone(),
                        value,
                    });
                }
            }
        }
    }
    for operation in &api.operations {
        let bodies = operation.body.iter().flat_map(|body| &body.contents);
        let cases = operation
            .success
            .cases
            .iter()
            .chain(&operation.failure.cases);
        for content in bodies.chain(cases.flat_map(|case| &case.contents)) {
            found.extend(of_content(content));
        }
    }
    for webhook in &api.webhooks {
        let bodies = webhook.body.iter().flat_map(|body| &body.contents);
        let answers = webhook.responses.iter().flat_map(|case| &case.contents);
        for content in bodies.chain(answers) {
            found.extend(of_content(content));
        }
    }
    found
}

fn of_content(content: &Content) -> impl Iterator<Item = Sample<'_>> {
    content
        .examples
        .iter()
        .filter(|_| content.kind == ContentKind::Json)
        .map(|value| Sample {
            at: &content.origin,
            ty: content.ty.clone(),
            value,
        })
}

/// How many fields and bodies have a type of their own: what `untyped` is measured against.
pub fn declared(api: &Api) -> usize {
    let fields: usize = api
        .types
        .iter()
        .map(|def| match &def.kind {
            TypeKind::Struct(body) => body.fields.len(),
            TypeKind::Union(union) => union.branches.len(),
            TypeKind::Enum(_) => 0,
            TypeKind::Alias(_) | TypeKind::Newtype(_) => 1,
        })
        .sum();
    let bodies: usize = api
        .operations
        .iter()
        .map(|operation| {
            let cases = operation
                .success
                .cases
                .iter()
                .chain(&operation.failure.cases);
            operation.parameters.len()
                + operation
                    .body
                    .iter()
                    .map(|body| body.contents.len())
                    .sum::<usize>()
                + cases
                    .map(|case| case.contents.len() + case.headers.len())
                    .sum::<usize>()
        })
        .sum();
    fields + bodies
}
