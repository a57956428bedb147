//! In: an item of the emitted API that changed, and findings with their places. Out: the findings that did it. Invariant: an
//! item is put down to the closest findings only, and to none where nothing tells.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::{ItemChange, Rust, What};
use crate::emit;
use crate::impact::origins;
use crate::ir::{Api, Operation};
use crate::source::{Origin, steps};

/// Where the items of an API come from: pointers into its document, by type and member.
#[derive(Default)]
pub(super) struct Places {
    by_item: HashMap<(String, Option<String>), Vec<String>>,
    /// The responses of what reads their headers, by its type.
    responses: HashMap<String, Vec<String>>,
}

/// The two places of a finding, and what its rule says.
pub(super) struct Near {
    pub(super) base: Origin,
    pub(super) revision: Origin,
    pub(super) gone: bool,
    pub(super) rust: Rust,
}

impl Places {
    /// Those of the items that any of `words` names.
    pub(super) fn of(api: &Api, words: &HashSet<&str>) -> Self {
        let mut out = Self::default();
        for (pointer, key) in origins::origins_among(api, |name| words.contains(name)) {
            let places = out.by_item.entry((key.owner, key.member)).or_default();
            places.push(pointer);
        }
        for operation in &api.operations {
            let (success, failure) = (&operation.success, &operation.failure);
            let names = [&success.type_name, &failure.type_name].into_iter();
            for name in names.filter(|name| words.contains(name.0.as_str())) {
                out.add(&name.0, &format!("{}/responses", operation.origin.pointer));
            }
            let headers = operation.headers.iter();
            // Where two operations have the same headers, one reads them with the type of the other.
            let headers = headers.chain(&operation.headers_same);
            for name in headers.filter(|name| words.contains(name.0.as_str())) {
                out.add_headers(&name.0, operation);
            }
        }
        out
    }

    /// What reads the headers of an operation comes from these, or else from its responses.
    fn add_headers(&mut self, name: &str, operation: &Operation) {
        for (accessor, places) in emit::header_places(operation) {
            for place in &places {
                self.add(name, place);
            }
            let key = (name.to_owned(), Some(accessor));
            self.by_item.entry(key).or_default().extend(places);
        }
        let cases = operation
            .cases()
            .map(|case| case.origin.pointer.to_string());
        let whole = format!("{}/responses", operation.origin.pointer);
        let places = self.responses.entry(name.to_owned()).or_default();
        places.extend(cases.chain([whole]));
    }

    /// The responses whose headers an item reads, if it does.
    fn read(&self, path: &str) -> impl Iterator<Item = &String> {
        let mut parts = path.split(['.', ':']);
        let found = parts.find_map(|part| self.responses.get(part));
        found.into_iter().flatten()
    }

    /// The places of an item, or else of what it belongs to.
    fn find(&self, path: &str) -> &[String] {
        let path = path.strip_prefix("models::").unwrap_or(path);
        let parts: Vec<&str> = path
            .split(['.', ':'])
            .filter(|part| !part.is_empty())
            .map(|part| part.trim_start_matches("r#"))
            .collect();
        let exact = parts.windows(2).rev().map(|pair| (pair[0], Some(pair[1])));
        let whole = parts.iter().rev().map(|part| (*part, None));
        for (owner, member) in exact.chain(whole) {
            let key = (owner.to_owned(), member.map(str::to_owned));
            if let Some(found) = self.by_item.get(&key) {
                return found;
            }
        }
        &[]
    }

    /// Adds a place of an item that belongs to nothing.
    pub(super) fn add(&mut self, name: &str, pointer: &str) {
        let places = self.by_item.entry((name.to_owned(), None)).or_default();
        places.push(pointer.to_owned());
    }

    /// A place of an item: its own, or that of what it belongs to.
    pub(super) fn first(&self, path: &str) -> Option<&str> {
        self.find(name(path)).first().map(String::as_str)
    }

    /// The places of the models that a line names.
    fn named<'p>(&'p self, line: &'p str) -> impl Iterator<Item = &'p String> {
        let names = line.split("models::").skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '#');
            rest[..end.unwrap_or(rest.len())].trim_start_matches("r#")
        });
        names.flat_map(|name| {
            let found = self.by_item.get(&(name.to_owned(), None));
            found.into_iter().flatten()
        })
    }
}

/// The path of an item without what it is.
fn name(path: &str) -> &str {
    let path = path.strip_prefix("env ").unwrap_or(path);
    path.split(' ').next().unwrap_or_default()
}

/// Every word of what changed: the names that places are asked for.
pub(super) fn words(changes: &[ItemChange]) -> HashSet<&str> {
    let texts = changes.iter().flat_map(|item| {
        let lines = [&item.old, &item.new].into_iter().flatten();
        lines.chain([&item.path])
    });
    texts
        .flat_map(|text| text.split(|c: char| !c.is_alphanumeric() && c != '_'))
        .collect()
}

/// The findings, by number, that an item is put down to.
pub(super) fn explained(
    item: &ItemChange,
    base: &Places,
    revision: &Places,
    near: &[Near],
) -> Vec<usize> {
    let path = name(&item.path);
    let (mut old, mut new) = (Vec::new(), Vec::new());
    if item.what != What::Added {
        old.extend(base.find(path));
    }
    if item.what != What::Removed {
        new.extend(revision.find(path));
    }
    let found = closest(item, &old, &new, near);
    if !found.is_empty() {
        return found;
    }
    let (old, new): (Vec<_>, Vec<_>) = (base.read(path).collect(), revision.read(path).collect());
    let found = closest(item, &old, &new, near);
    if !found.is_empty() {
        return found;
    }
    // It is what it names that changed.
    let line = |line: &Option<String>| line.clone().unwrap_or_default();
    let (was, is) = (line(&item.old), line(&item.new));
    let (old, new): (Vec<_>, Vec<_>) = (base.named(&was).collect(), revision.named(&is).collect());
    closest(item, &old, &new, near)
}

/// The findings at, in or around some places: those of which the rule says as much first, then those that are closest.
fn closest(item: &ItemChange, old: &[&String], new: &[&String], near: &[Near]) -> Vec<usize> {
    let mut best = None;
    let mut found = Vec::new();
    for (index, one) in near.iter().enumerate() {
        let side = |places: &[&String], pointer: &str| {
            // The names of a path may name operations, and are nothing that these are made of.
            let names = item.what == What::Changed && is_path(pointer);
            let ranks = places.iter().filter_map(|place| rank(place, pointer));
            ranks.filter(|_| !names).max()
        };
        let at_base = side(old, &one.base.pointer);
        let at_revision = side(new, &one.revision.pointer).filter(|_| !one.gone);
        let Some(rank) = at_base.max(at_revision) else {
            continue;
        };
        let rank = Some((rank.0, one.rust >= item.rust, rank.1));
        if rank > best {
            best = rank;
            found.clear();
        }
        if rank == best {
            found.push(index);
        }
    }
    found
}

/// How close the place of a finding is to that of an item: there or in it, else around it, by the steps between them.
fn rank(place: &str, pointer: &str) -> Option<(u8, Reverse<usize>)> {
    if let Some(steps) = steps(place, pointer) {
        // Headers are read by a type of their own.
        let is_header = header_of(pointer).is_some_and(|start| place.len() <= start);
        return (!is_header).then_some((2, Reverse(steps)));
    }
    let around = steps(pointer, place).filter(|_| !is_container(pointer));
    around.map(|steps| (1, Reverse(steps)))
}

/// Where the way to the headers of a response begins, in what is in there.
fn header_of(pointer: &str) -> Option<usize> {
    let mut steps = pointer.match_indices('/').map(|(at, _)| at);
    let before = match pointer.split('/').nth(1)? {
        "paths" | "webhooks" => 3,
        "components" => 1,
        _ => return None,
    };
    let responses = steps.nth(before)?;
    let headers = steps.nth(1)?;
    let is_headers = |text: &str| text.split('/').nth(1) == Some("headers");
    let is_responses = pointer[responses..].split('/').nth(1) == Some("responses");
    (is_responses && is_headers(&pointer[headers..])).then_some(headers)
}

/// Whether everything of its kind is in there, so that being around an item tells nothing.
fn is_container(pointer: &str) -> bool {
    matches!(pointer, "" | "/paths" | "/webhooks" | "/components")
        || matches!(pointer.strip_prefix("/components/"), Some(kind) if !kind.contains('/'))
}

/// Whether it is a path with all of its operations.
fn is_path(pointer: &str) -> bool {
    let path = pointer.strip_prefix("/paths/");
    path.is_some_and(|path| !path.contains('/'))
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn what_is_closer_goes_by_steps_and_not_by_letters() {
        let pet = "/components/schemas/Pet";
        let at = |step: &str| rank(pet, &format!("{pet}/properties/{step}"));
        assert!(at("id").is_some() && at("id") == at("identifier"));
        assert!(at("identifier") > at("id/type"));
        assert!(rank(&format!("{pet}/properties/id"), pet) < at("id/type"));
        // The list of all schemas is near to none of them; headers have a type of their own.
        assert_eq!(rank(pet, "/components/schemas"), None);
        let get = "/paths/~1pets/get";
        let header = format!("{get}/responses/200/headers/X-Left");
        assert_eq!(rank(&format!("{get}/responses/200"), &header), None);
        assert!(rank(&header, &header).is_some());
    }
}
