//! In: items, and changes of a document. Out: the changes that an item is put down to, and the items that a change is about.
//! Invariant: the place in the document decides, the closest first.

use std::cmp::Reverse;

use super::surface::Key;
use crate::ir::{Api, Type, TypeKind};
use crate::published::decoded_place as decoded;
use crate::review::report::{Change, Rust};
use crate::source::steps;

/// The changes that an item of a place is put down to.
pub(super) fn causes<'p>(key: &Key, place: Option<&str>, all: &'p [Change]) -> Vec<&'p Change> {
    match key.owner.as_str() {
        "Credentials" => about_places(all, &["securitySchemes", "securityDefinitions", "security"]),
        "ClientBuilder" => about_places(all, &["servers"]),
        _ => {
            let change = place.and_then(|place| closest(place, all).or_else(|| set(place, all)));
            change.into_iter().collect()
        }
    }
}

/// The change whose place is closest to that of an item: there, within, or around.
fn closest<'p>(place: &str, changes: &'p [Change]) -> Option<&'p Change> {
    let rank = |change: &Change| {
        let pointer = &*change.base.origin.pointer;
        let around = || steps(pointer, place).filter(|_| !pointer.is_empty());
        let near = match steps(place, pointer) {
            Some(steps) => Some((2, Reverse(steps))),
            None => around().map(|steps| (1, Reverse(steps))),
        };
        near.map(|near| (near.0, change.rust, near.1))
    };
    changes
        .iter()
        .filter_map(|change| Some((rank(change)?, change)))
        .max_by_key(|(rank, _)| *rank)
        .map(|(_, change)| change)
}

/// The changes that are major, and somewhere below a key of one of these names: credentials, and servers, have no place of their own.
fn about_places<'p>(changes: &'p [Change], names: &[&str]) -> Vec<&'p Change> {
    let about = |change: &&Change| {
        let mut places = [&change.base, &change.revision].into_iter();
        let named = places.any(|at| {
            let mut keys = at.origin.pointer.split('/');
            keys.any(|key| names.contains(&key))
        });
        change.rust == Rust::Major && change.part_of.is_none() && named
    };
    changes.iter().filter(about).collect()
}

/// The change of a setting beside the document that an item is put down to: one about its place or operation, else one about
/// everything.
fn set<'p>(place: &str, changes: &'p [Change]) -> Option<&'p Change> {
    let settings = changes
        .iter()
        .filter(|change| change.rule.starts_with("setting-") && change.rust == Rust::Major);
    let rank = |change: &Change| {
        if let Some(named) = change.label.strip_prefix("[names] ") {
            let named = decoded(named);
            return (named == place).then_some(2);
        }
        let near = change.reach.iter().any(|reach| {
            let method = reach.method.to_ascii_lowercase();
            let path = crate::source::escape_token(&reach.path);
            place.starts_with(&format!("/paths/{path}/{method}"))
        });
        match (near, change.reach.is_empty()) {
            (true, _) => Some(1),
            (false, true) => Some(0),
            (false, false) => None,
        }
    };
    let ranked = settings.filter_map(|change| Some((rank(change)?, change)));
    let best = ranked.max_by_key(|(rank, _)| *rank);
    best.map(|(_, change)| change)
}

/// The items that a change is about: those at the innermost place around it, or else the operations it reaches.
pub(super) fn about(change: &Change, origins: &[(String, Key)], api: &Api) -> Vec<Key> {
    let pointer = &*change.base.origin.pointer;
    let around = origins.iter().filter(|(place, _)| {
        pointer
            .strip_prefix(place.as_str())
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    });
    let longest = around.clone().map(|(place, _)| place.len()).max();
    let mut keys: Vec<Key> = around
        .filter(|(place, _)| Some(place.len()) == longest)
        .map(|(_, key)| key.clone())
        .collect();
    let types: Vec<String> = keys
        .iter()
        .filter(|key| key.member.is_none())
        .map(|key| key.owner.clone())
        .collect();
    for name in &types {
        keys.extend(users(api, name));
    }
    if keys.is_empty() {
        let reached = api.operations.iter().filter(|operation| {
            change
                .reach
                .iter()
                .any(|reach| reach.method == operation.method && of_path(operation, &reach.path))
        });
        keys.extend(reached.map(|operation| Key::in_("Client", &operation.name.0)));
    }
    keys
}

/// Whether an operation is the one at a path, by its place in the document.
fn of_path(operation: &crate::ir::Operation, path: &str) -> bool {
    let token = crate::source::escape_token(path);
    operation
        .origin
        .pointer
        .split('/')
        .any(|part| part == token)
}

/// Fields and parameters of a named type that does not show in their own.
fn users(api: &Api, name: &str) -> Vec<Key> {
    let of_type = |ty: &Type| {
        let mut ty = ty;
        loop {
            match ty {
                Type::Named(id) => {
                    let def = api.type_def(*id);
                    return def.name.0 == name && !matches!(def.kind, TypeKind::Struct(_));
                }
                Type::List(inner)
                | Type::Nullable(inner)
                | Type::Boxed(inner)
                | Type::Map(_, inner) => ty = inner,
                _ => return false,
            }
        }
    };
    let mut found = Vec::new();
    for def in &api.types {
        if let TypeKind::Struct(object) = &def.kind {
            let fields = object.fields.iter().filter(|field| of_type(&field.ty));
            found.extend(fields.map(|field| Key::in_(&def.name.0, &field.name.0)));
        }
    }
    for operation in &api.operations {
        let parameters = operation
            .parameters
            .iter()
            .filter(|one| !one.required && of_type(&one.ty));
        found.extend(parameters.map(|one| Key::in_(&operation.type_name.0, &one.name.0)));
    }
    found
}
