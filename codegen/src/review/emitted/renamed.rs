//! In: operations that are named by their paths, of both sides. Out: the findings that gave them, and what is named after them,
//! other names. Invariant: only what is there on both sides, under two names, is put down to them.

use std::collections::{HashMap, HashSet};

use super::{Finding, ItemChange, What};
use crate::ir::{Api, Operation};
use crate::review::facts::operations::template_key;

/// The names that are others because a path parameter is, each with the path it is of: those of the base, and of the revision.
pub(super) struct Renamed {
    sides: [HashMap<String, String>; 2],
    /// The paths of each side.
    paths: [HashSet<String>; 2],
}

impl Renamed {
    pub(super) fn of(base: &Api, revision: &Api) -> Self {
        let mut sides = [HashMap::new(), HashMap::new()];
        let key = |one: &Operation| (one.method.clone(), template_key(&one.template()));
        let known: HashMap<_, &Operation> =
            base.operations.iter().map(|one| (key(one), one)).collect();
        let types = revision.types.iter();
        let types = types.map(|def| (&*def.origin.pointer, def.name.0.as_str()));
        let types_by_place: HashMap<&str, &str> = types.collect();
        for new in &revision.operations {
            let Some(old) = known.get(&key(new)) else {
                continue;
            };
            if old.template() == new.template() || old.id == new.id {
                continue;
            }
            let pairs = names(old).into_iter().zip(names(new));
            let mut pairs: Vec<_> = pairs.filter_map(|(old, new)| Some([old?, new?])).collect();
            pairs.extend(models(base, &types_by_place, old, new));
            for [before, after] in pairs.into_iter().filter(|[old, new]| old != new) {
                sides[0].insert(before, path_of(old).to_owned());
                sides[1].insert(after, path_of(new).to_owned());
            }
        }
        let paths = [&sides[0], &sides[1]].map(|side| side.values().cloned().collect());
        Self { sides, paths }
    }

    /// The findings, by number, that an item has another name by.
    pub(super) fn explained(&self, item: &ItemChange, findings: &[Finding]) -> Vec<usize> {
        let names = match item.what {
            What::Removed => &self.sides[0],
            What::Added => &self.sides[1],
            What::Changed => return Vec::new(),
        };
        let mut words = item.path.split(|c: char| !c.is_alphanumeric() && c != '_');
        let Some(path) = words.find_map(|word| names.get(word)) else {
            return Vec::new();
        };
        let found = findings.iter().enumerate().filter(|(_, one)| {
            let place = match item.what {
                What::Removed => &one.base.1,
                _ => &one.revision.1,
            };
            one.rule.id == "path-parameter-renamed" && place == path
        });
        found.map(|(at, _)| at).collect()
    }

    /// Whether a finding is about what has another name, so that its own items are told as those of the name.
    pub(super) fn hides(&self, finding: &Finding) -> bool {
        let is_in = |paths: &HashSet<String>, place: &str| {
            // `/paths`, and the path.
            let end = place
                .match_indices('/')
                .nth(2)
                .map_or(place.len(), |one| one.0);
            paths.contains(&place[..end])
        };
        let [old, new] = &self.paths;
        is_in(old, &finding.base.1) || is_in(new, &finding.revision.1)
    }
}

/// The names of what an operation consists of.
fn names(operation: &Operation) -> [Option<String>; 5] {
    let [success, failure] = [&operation.success, &operation.failure];
    [
        Some(operation.name.0.clone()),
        Some(operation.type_name.0.clone()),
        Some(success.type_name.0.clone()),
        Some(failure.type_name.0.clone()),
        operation.headers.as_ref().map(|name| name.0.clone()),
    ]
}

/// The names of the models that stand in an operation, where they are named after it on both sides. `known` are those of the
/// revision by their places.
fn models(
    base: &Api,
    known: &HashMap<&str, &str>,
    old: &Operation,
    new: &Operation,
) -> Vec<[String; 2]> {
    let (before, after) = (&old.type_name.0, &new.type_name.0);
    let pairs = base.types.iter().filter_map(|def| {
        let rest = def.origin.pointer.strip_prefix(&*old.origin.pointer)?;
        let name = *known.get(format!("{}{rest}", new.origin.pointer).as_str())?;
        let same = def.name.0.strip_prefix(before.as_str()) == name.strip_prefix(after.as_str());
        (same && name.starts_with(after.as_str())).then(|| [def.name.0.clone(), name.to_owned()])
    });
    pairs.collect()
}

/// The pointer of the path that an operation is of.
fn path_of(operation: &Operation) -> &str {
    let pointer = &*operation.origin.pointer;
    pointer.rsplit_once('/').map_or(pointer, |(path, _)| path)
}
