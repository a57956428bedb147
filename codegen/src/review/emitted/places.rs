//! In: an item of the emitted API that changed, and findings with their places. Out: the findings that did it. Invariant: an
//! item is put down to the closest findings only, and to none where nothing tells.

use std::collections::{HashMap, HashSet};

use super::{ItemChange, Rust, What};
use crate::impact::origins;
use crate::ir::Api;
use crate::source::Origin;

/// Where the items of an API come from: pointers into its document, by type and member.
#[derive(Default)]
pub(super) struct Places {
    by_item: HashMap<(String, Option<String>), Vec<String>>,
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
            let names = names.chain(&operation.headers);
            for name in names.filter(|name| words.contains(name.0.as_str())) {
                let places = out.by_item.entry((name.0.clone(), None)).or_default();
                places.push(format!("{}/responses", operation.origin.pointer));
            }
        }
        out
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
    let found = closest(item.rust, &old, &new, near);
    if !found.is_empty() {
        return found;
    }
    // It is what it names that changed.
    let line = |line: &Option<String>| line.clone().unwrap_or_default();
    let (was, is) = (line(&item.old), line(&item.new));
    let (old, new): (Vec<_>, Vec<_>) = (base.named(&was).collect(), revision.named(&is).collect());
    closest(item.rust, &old, &new, near)
}

/// The findings at, in or around some places: those of which the rule says as much first, then those that are closest.
fn closest(rust: Rust, old: &[&String], new: &[&String], near: &[Near]) -> Vec<usize> {
    let mut best = None;
    let mut found = Vec::new();
    for (index, one) in near.iter().enumerate() {
        let side = |places: &[&String], pointer: &str| {
            places.iter().filter_map(|place| rank(place, pointer)).max()
        };
        let at_base = side(old, &one.base.pointer);
        let at_revision = side(new, &one.revision.pointer).filter(|_| !one.gone);
        let Some(rank) = at_base.max(at_revision) else {
            continue;
        };
        let rank = Some((rank.0, one.rust >= rust, rank.1));
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

/// How close the place of a finding is to that of an item: there or in it, else around it.
fn rank(place: &str, pointer: &str) -> Option<(u8, usize)> {
    let within = |outer: &str, inner: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    if within(place, pointer) {
        Some((2, usize::MAX - pointer.len()))
    } else if within(pointer, place) && !is_container(pointer) {
        Some((1, pointer.len()))
    } else {
        None
    }
}

/// Whether everything of its kind is in there, so that being around an item tells nothing.
fn is_container(pointer: &str) -> bool {
    matches!(pointer, "" | "/paths" | "/webhooks" | "/components")
        || matches!(pointer.strip_prefix("/components/"), Some(kind) if !kind.contains('/'))
}
