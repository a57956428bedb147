//! Writing a file of names. In: an API; out: a sorted line for each item of it. Invariant: a place that has two names says
//! nothing of either.

use super::place::{self, Part, encoded};
use super::rename::WAS;
use crate::emit::visible;
use crate::ir::{Api, Name, Operation, Type, TypeDef, TypeKind};
use crate::source::FileId;
use std::collections::BTreeMap;

/// The text of the file of an API.
pub(crate) fn text(api: &Api) -> String {
    let mut lines: BTreeMap<(String, u8), Option<String>> = BTreeMap::new();
    // A place that has two names says nothing of either.
    let mut add = |file: FileId, place: String, rank: u8, path: String| {
        if file == FileId(0) {
            let entry = lines.entry((place, rank));
            let entry = entry.and_modify(|known| {
                if known.as_ref() != Some(&path) {
                    *known = None;
                }
            });
            entry.or_insert(Some(path));
        }
    };
    for def in &api.types {
        let (file, name) = (def.origin.file, &def.name.0);
        add(file, def.place.clone(), 0, format!("models::{name}"));
        for (place, path) in members(api, def) {
            add(file, place, 1, path);
        }
    }
    for one in &api.operations {
        for (place, path) in operation(api, one) {
            add(one.origin.file, place, 2, path);
        }
    }
    for one in &api.webhooks {
        let place = place::webhook(&one.origin, &one.wire_name, one.callback.as_ref());
        add(
            one.origin.file,
            place,
            3,
            format!("webhooks::{}", one.name.0),
        );
    }
    for group in &api.groups {
        let place = place::tag(&group.tag);
        add(FileId(0), place, 4, group.module.0.clone());
    }
    let mut out: Vec<String> = lines
        .into_iter()
        .filter_map(|((place, _), path)| Some(format!("{} {}\n", encoded(&place), path?)))
        .collect();
    out.extend(former(api));
    out.sort();
    // Its name alone: the file is the same from wherever the document is generated.
    let name = api.source.rsplit(['/', '\\']).next().unwrap_or_default();
    let source = visible(name).replace('\n', " ");
    format!(
        "# The published names of {source}, which keep them: written by specsmith. To merge, keep the lines of both sides.\n\n{}",
        out.concat()
    )
}

/// What a type is made of: an inline one that is another name for an equal one has the same members.
fn kind<'a>(api: &'a Api, def: &'a TypeDef) -> &'a TypeKind {
    let target = match def.kind {
        TypeKind::Alias(Type::Named(id)) if !def.root => api.types.get(id.0 as usize),
        _ => None,
    };
    let target = target.filter(|target| !target.root);
    target.map_or(&def.kind, |target| &target.kind)
}

/// A line for each name that something had before it was renamed.
fn former(api: &Api) -> Vec<String> {
    let types = api.types.iter().flat_map(|def| {
        let names = def.former.iter();
        names.map(|name| (def.place.clone(), format!("models::{}", name.0)))
    });
    let methods = api.operations.iter().flat_map(|one| {
        let place = place::operation(&one.origin, &one.id);
        let names = one.former.iter();
        names.map(move |name| (place.clone(), format!("Client::{}", name.0)))
    });
    let members = api.types.iter().flat_map(|def| former_members(api, def));
    let parts = api.operations.iter().flat_map(former_parts);
    let lines = types.chain(methods).chain(members).chain(parts);
    lines
        .map(|(place, path)| format!("{}{WAS} {path}\n", encoded(&place)))
        .collect()
}

/// The former names of what types are made of.
fn former_members(api: &Api, def: &TypeDef) -> Vec<(String, String)> {
    let name = &def.name.0;
    let mut out = Vec::new();
    match kind(api, def) {
        TypeKind::Struct(object) => {
            for field in &object.fields {
                let place = place::field(&def.place, &field.wire_name);
                let paths = field.former.iter();
                out.extend(paths.map(|old| (place.clone(), format!("models::{name}.{}", old.0))));
            }
        }
        TypeKind::Enum(list) => {
            for variant in &list.variants {
                let place = place::variant(&def.place, &variant.value);
                let paths = variant.former.iter();
                out.extend(paths.map(|old| (place.clone(), format!("models::{name}::{}", old.0))));
            }
        }
        TypeKind::Union(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => {}
    }
    out
}

/// The former names of what requests are made of.
fn former_parts(one: &Operation) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut add = |part: Part<'_>, former: &[Name]| {
        let place = place::part(&one.origin, &one.id, part);
        let paths = former.iter();
        let paths = paths.map(|old| format!("Client::{}.{}", one.name.0, old.0));
        out.extend(paths.map(|path| (place.clone(), path)));
    };
    for parameter in &one.parameters {
        let part = Part::Parameter(parameter.location, &parameter.wire_name);
        add(part, &parameter.former);
    }
    if let Some(body) = &one.body {
        add(Part::Body, &body.former);
    }
    out
}

fn members(api: &Api, def: &TypeDef) -> Vec<(String, String)> {
    let (name, of) = (&def.name.0, &def.place);
    match kind(api, def) {
        TypeKind::Struct(object) => object
            .fields
            .iter()
            .map(|one| {
                let place = place::field(of, &one.wire_name);
                (place, format!("models::{name}.{}", one.name.0))
            })
            .collect(),
        TypeKind::Enum(list) => list
            .variants
            .iter()
            .map(|one| {
                let place = place::variant(of, &one.value);
                (place, format!("models::{name}::{}", one.name.0))
            })
            .collect(),
        TypeKind::Union(union) => {
            let keyed = union.branches.iter();
            let keyed = keyed.filter_map(|one| Some((one.key.as_ref()?, &one.name.0)));
            keyed
                .map(|(key, branch)| {
                    let place = place::branch(of, key);
                    (place, format!("models::{name}::{branch}"))
                })
                .collect()
        }
        TypeKind::Alias(_) | TypeKind::Newtype(_) => Vec::new(),
    }
}

/// An operation, and what it is made of.
fn operation(api: &Api, one: &Operation) -> Vec<(String, String)> {
    let (at, id) = (&one.origin, one.id.as_str());
    let method = format!("Client::{}", one.name.0);
    let place = |part| place::part(at, id, part);
    let mut out = vec![(place::operation(at, id), method.clone())];
    for parameter in &one.parameters {
        let part = Part::Parameter(parameter.location, &parameter.wire_name);
        out.push((place(part), format!("{method}.{}", parameter.name.0)));
    }
    if let Some(body) = &one.body {
        out.push((place(Part::Body), format!("{method}.{}", body.name.0)));
    }
    let module = &api.groups[one.group].module.0;
    let mut add = |part, name: &str| out.push((place(part), format!("{module}::{name}")));
    add(Part::Builder, &one.type_name.0);
    add(Part::Success, &one.success.type_name.0);
    add(Part::Failure, &one.failure.type_name.0);
    if let Some(view) = &one.headers {
        add(Part::Headers, &view.0);
        for header in one.all_headers() {
            let name = format!("{}.{}", view.0, header.name.0);
            add(Part::Header(&header.wire_name), &name);
        }
    }
    out
}
