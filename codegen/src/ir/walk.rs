//! Every type that an API mentions. In: an `Api`; out: calls with each `Type`, inner ones included. Invariant: each
//! mention is visited once, and definitions are not followed, so the walk ends.

use super::{Api, Content, Extra, Operation, OutcomeCase, Type, TypeId, TypeKind, Webhook};

/// Visits every type mentioned in definitions, operations and webhooks.
pub fn each_type<'a>(api: &'a Api, visit: &mut dyn FnMut(&'a Type)) {
    for def in &api.types {
        each_in_kind(&def.kind, visit);
    }
    for operation in &api.operations {
        each_in_operation(operation, visit);
    }
    for webhook in &api.webhooks {
        each_in_webhook(webhook, visit);
    }
}

/// Visits the types that a definition mentions.
pub fn each_in_kind<'a>(kind: &'a TypeKind, visit: &mut dyn FnMut(&'a Type)) {
    match kind {
        TypeKind::Struct(object) => {
            for field in &object.fields {
                each_in(&field.ty, visit);
            }
            match &object.extra {
                Extra::Typed(ty) => each_in(ty, visit),
                Extra::Denied | Extra::Any => {}
            }
        }
        TypeKind::Enum(_) => {}
        TypeKind::Union(union) => {
            for branch in &union.branches {
                each_in(&branch.ty, visit);
            }
        }
        TypeKind::Alias(ty) | TypeKind::Newtype(ty) => each_in(ty, visit),
    }
}

/// Visits the types that an operation mentions.
pub fn each_in_operation<'a>(operation: &'a Operation, visit: &mut dyn FnMut(&'a Type)) {
    for parameter in &operation.parameters {
        each_in(&parameter.ty, visit);
    }
    each_in_contents(operation.body.iter().flat_map(|body| &body.contents), visit);
    each_in_cases(&operation.success.cases, visit);
    each_in_cases(&operation.failure.cases, visit);
    if let Some(paging) = &operation.paging {
        each_in(&paging.item, visit);
    }
}

/// Visits the types that a webhook mentions.
pub fn each_in_webhook<'a>(webhook: &'a Webhook, visit: &mut dyn FnMut(&'a Type)) {
    for parameter in &webhook.parameters {
        each_in(&parameter.ty, visit);
    }
    each_in_contents(webhook.body.iter().flat_map(|body| &body.contents), visit);
    each_in_cases(&webhook.responses, visit);
}

fn each_in_cases<'a>(cases: &'a [OutcomeCase], visit: &mut dyn FnMut(&'a Type)) {
    for case in cases {
        each_in_contents(case.contents.iter(), visit);
        for header in &case.headers {
            each_in(&header.ty, visit);
        }
    }
}

fn each_in_contents<'a>(
    contents: impl Iterator<Item = &'a Content>,
    visit: &mut dyn FnMut(&'a Type),
) {
    for content in contents {
        each_in(&content.ty, visit);
    }
}

/// Visits a type and the types inside it.
pub fn each_in<'a>(ty: &'a Type, visit: &mut dyn FnMut(&'a Type)) {
    visit(ty);
    match ty {
        Type::List(inner) | Type::Map(_, inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            each_in(inner, visit);
        }
        Type::Tuple(items, rest) => {
            for item in items {
                each_in(item, visit);
            }
            if let Some(rest) = rest {
                each_in(rest, visit);
            }
        }
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Formatted(_)
        | Type::Binary
        | Type::Named(_) => {}
    }
}

/// Visits every id that a definition mentions, to change it.
pub fn each_id_in_kind(kind: &mut TypeKind, visit: &mut dyn FnMut(&mut TypeId)) {
    match kind {
        TypeKind::Struct(object) => {
            for field in &mut object.fields {
                each_id_in(&mut field.ty, visit);
            }
            match &mut object.extra {
                Extra::Typed(ty) => each_id_in(ty, visit),
                Extra::Denied | Extra::Any => {}
            }
        }
        TypeKind::Enum(_) => {}
        TypeKind::Union(union) => {
            for branch in &mut union.branches {
                each_id_in(&mut branch.ty, visit);
            }
        }
        TypeKind::Alias(ty) | TypeKind::Newtype(ty) => each_id_in(ty, visit),
    }
}

/// Visits every id that a type mentions, to change it.
pub fn each_id_in(ty: &mut Type, visit: &mut dyn FnMut(&mut TypeId)) {
    match ty {
        Type::Named(id) => visit(id),
        Type::Map(key, inner) => {
            key.iter_mut().for_each(&mut *visit);
            each_id_in(inner, visit);
        }
        Type::List(inner) | Type::Nullable(inner) | Type::Boxed(inner) => each_id_in(inner, visit),
        Type::Tuple(items, rest) => {
            for item in items {
                each_id_in(item, visit);
            }
            if let Some(rest) = rest {
                each_id_in(rest, visit);
            }
        }
        Type::Any
        | Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Formatted(_)
        | Type::Binary => {}
    }
}
