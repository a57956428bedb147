//! In: the description of an API. Out: where its items come from, as pointers into its document. Invariant: an item has at most one
//! place of its own, and former names have those of what they lead to.

use super::surface::Key;
use crate::ir::{Api, Operation, TypeDef, TypeKind};

/// Where the items of an API come from, as pointers into its document.
pub(crate) fn origins(api: &Api) -> Vec<(String, Key)> {
    origins_among(api, |_| true)
}

/// The same for the items of some types only, and for operations where any of their types, or `Client`, is one of them.
pub(crate) fn origins_among(api: &Api, wanted: impl Fn(&str) -> bool) -> Vec<(String, Key)> {
    let mut found = Vec::new();
    let named = |def: &&TypeDef| {
        let mut names = std::iter::once(&def.name).chain(&def.former);
        names.any(|name| wanted(&name.0))
    };
    for def in api.types.iter().filter(named) {
        let name = &def.name.0;
        let at = def.origin.pointer.to_string();
        let former = def.former.iter().map(|old| (at.clone(), Key::of(&old.0)));
        found.extend(former);
        found.push((at, Key::of(name)));
        match &def.kind {
            TypeKind::Struct(object) => {
                for field in &object.fields {
                    let at = field.origin.pointer.to_string();
                    found.push((at.clone(), Key::in_(name, &field.name.0)));
                    found.push((
                        at.clone(),
                        Key::in_(name, &format!("with_{}", field.name.0)),
                    ));
                    found.push((at, Key::in_(name, &format!("{}_or_default", field.name.0))));
                }
            }
            TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => {}
        }
        found.extend(former_members(def));
    }
    let any = |operation: &&Operation| {
        let outcomes = [&operation.success, &operation.failure].map(|one| &one.type_name);
        let types = outcomes.into_iter().chain([&operation.type_name]);
        wanted("Client") || types.into_iter().any(|name| wanted(&name.0))
    };
    for operation in api.operations.iter().filter(any) {
        of_operation(&mut found, operation);
    }
    found
}

/// What former names of members lead to.
fn former_members(def: &TypeDef) -> Vec<(String, Key)> {
    let mut found = Vec::new();
    match &def.kind {
        TypeKind::Struct(object) => {
            for field in &object.fields {
                for old in &field.former {
                    let methods = [format!("with_{}", old.0), format!("{}_or_default", old.0)];
                    let at = &field.origin.pointer;
                    let keys = methods.map(|name| Key::in_(&def.name.0, &name));
                    found.extend(keys.map(|key| (at.to_string(), key)));
                }
            }
        }
        TypeKind::Enum(list) => {
            let former = list.variants.iter().flat_map(|variant| &variant.former);
            let keys = former.map(|old| Key::in_(&def.name.0, &old.0));
            found.extend(keys.map(|key| (def.origin.pointer.to_string(), key)));
        }
        TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => {}
    }
    found
}

fn of_operation(found: &mut Vec<(String, Key)>, operation: &Operation) {
    let at = operation.origin.pointer.to_string();
    let call = Key::in_("Client", &operation.name.0);
    let owner = &operation.type_name.0;
    let former = operation.former.iter();
    found.extend(former.map(|old| (at.clone(), Key::in_("Client", &old.0))));
    found.push((at.clone(), call.clone()));
    found.push((at, Key::of(owner)));
    for parameter in operation.parameters.iter().filter(|one| !one.required) {
        let former = parameter.former.iter();
        let keys = former.map(|old| Key::in_(owner, &old.0));
        found.extend(keys.map(|key| (parameter.origin.pointer.to_string(), key)));
    }
    for parameter in &operation.parameters {
        let key = match parameter.required {
            true => call.clone(),
            false => Key::in_(owner, &parameter.name.0),
        };
        found.push((parameter.origin.pointer.to_string(), key));
    }
    if let Some(body) = &operation.body {
        let key = match body.required {
            true => call.clone(),
            false => Key::in_(owner, &body.name.0),
        };
        found.push((body.origin.pointer.to_string(), key));
    }
    for (cases, outcome) in [(&operation.success, "send"), (&operation.failure, "send")] {
        for case in &cases.cases {
            let at = case.origin.pointer.to_string();
            found.push((at.clone(), Key::in_(owner, outcome)));
            found.push((at, Key::in_(&cases.type_name.0, &case.name.0)));
        }
    }
}
