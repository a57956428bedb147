//! How much of what has a declared type comes out untyped. In: the IR and the documents as written; out: two counts.
//! Invariant: the document alone says what is declared, and the IR alone what became of it.

use crate::judge::Documents;
use serde_json::{Map, Value};
use specsmith::ir::{Api, Body, Content, OutcomeCase, Parameter, Type, TypeKind};
use specsmith::source::Origin;

/// How many references are followed.
const MAX_DEPTH: usize = 12;

/// Fields, union branches, parameters, headers and bodies of one document.
#[derive(Debug, Default)]
pub(crate) struct Declared {
    /// Those whose schema declares a type.
    pub(crate) typed: usize,
    /// Those of them that came out as any JSON value.
    pub(crate) lost: Vec<Origin>,
}

/// Counts.
pub(crate) fn count(api: &Api, documents: &Documents) -> Declared {
    let mut counted = Declared::default();
    for (at, ty) in places(api) {
        let Some(schema) = documents.schema(at) else {
            continue;
        };
        if declares(documents, at, schema, MAX_DEPTH) {
            counted.typed += 1;
            if is_any(api, ty) {
                counted.lost.push(at.clone());
            }
        }
    }
    counted
}

/// Every place that has a type, with the place of its schema.
fn places(api: &Api) -> Vec<(&Origin, &Type)> {
    let mut found: Vec<(&Origin, &Type)> = Vec::new();
    for def in &api.types {
        match &def.kind {
            TypeKind::Struct(object) => {
                found.extend(object.fields.iter().map(|field| (&field.origin, &field.ty)));
            }
            TypeKind::Alias(ty) | TypeKind::Newtype(ty) => found.push((&def.origin, ty)),
            TypeKind::Enum(_) | TypeKind::Union(_) => {}
        }
    }
    for operation in &api.operations {
        let outcomes = [&operation.success, &operation.failure];
        let cases = outcomes.into_iter().flat_map(|outcome| &outcome.cases);
        let body = operation.body.as_ref();
        exchanged(&operation.parameters, body, cases, &mut found);
    }
    for webhook in &api.webhooks {
        let body = webhook.body.as_ref();
        exchanged(
            &webhook.parameters,
            body,
            webhook.responses.iter(),
            &mut found,
        );
    }
    found
}

/// What goes to and fro.
fn exchanged<'a>(
    parameters: &'a [Parameter],
    body: Option<&'a Body>,
    cases: impl Iterator<Item = &'a OutcomeCase> + Clone,
    found: &mut Vec<(&'a Origin, &'a Type)>,
) {
    found.extend(
        parameters
            .iter()
            .map(|parameter| (&parameter.origin, &parameter.ty)),
    );
    for case in cases.clone() {
        found.extend(
            case.headers
                .iter()
                .map(|header| (&header.origin, &header.ty)),
        );
    }
    let bodies = body.iter().flat_map(|body| &body.contents);
    let contents = bodies.chain(cases.flat_map(|case| &case.contents));
    found.extend(contents.map(|Content { origin, ty, .. }| (origin, ty)));
}

fn is_any(api: &Api, ty: &Type) -> bool {
    match ty {
        Type::Any => true,
        Type::Nullable(inner) | Type::Boxed(inner) => is_any(api, inner),
        Type::Named(id) => match &api.types[id.0 as usize].kind {
            TypeKind::Alias(inner) | TypeKind::Newtype(inner) => is_any(api, inner),
            TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Union(_) => false,
        },
        Type::Null
        | Type::Bool
        | Type::Integer(_)
        | Type::Number(_)
        | Type::String
        | Type::Formatted(_)
        | Type::Binary
        | Type::List(_)
        | Type::Tuple(_, _)
        | Type::Map(_, _) => false,
    }
}

/// Whether a schema says which values it takes.
fn declares(documents: &Documents, at: &Origin, schema: &Value, depth: usize) -> bool {
    let (Some(map), Some(depth)) = (schema.as_object(), depth.checked_sub(1)) else {
        return false;
    };
    let inner = |schema: &Value| declares(documents, at, schema, depth);
    let reference = map.get("$ref").and_then(Value::as_str);
    if let Some(target) = reference.and_then(|reference| documents.target(at, reference)) {
        return inner(target);
    }
    const OWN: [&str; 6] = [
        "properties",
        "items",
        "prefixItems",
        "enum",
        "const",
        "additionalProperties",
    ];
    let own = OWN.iter().any(|key| map.contains_key(*key)) || names_types(map);
    let list = |key: &str| map.get(key).and_then(Value::as_array);
    let all = list("allOf").is_some_and(|list| list.iter().any(inner));
    let one = ["oneOf", "anyOf"]
        .into_iter()
        .filter_map(list)
        .any(|list| !list.is_empty() && list.iter().all(inner));
    own || all || one
}

/// Whether `type` leaves something out.
fn names_types(map: &Map<String, Value>) -> bool {
    match map.get("type") {
        Some(Value::String(_)) => true,
        Some(Value::Array(names)) => (1..6).contains(&names.len()),
        _ => false,
    }
}
