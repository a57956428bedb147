//! Groups of operations: in, the operations of a document, wanted or not; out, the group of each path where it is the
//! paths that tell. Invariant: which operations are wanted changes no group, and this is the one place that makes groups.
//!
//! An operation belongs to its first tag. In a document without tags its path tells: by the first segment that is not
//! the same in all paths, and neither a parameter, nor a version, nor `api`. `/v1/charges/{id}` is of `charges`. Where
//! that brings no operations together, they stay one group.

use std::collections::{BTreeSet, HashMap};

use heck::ToSnakeCase;

use super::operation::Method;
use crate::config::{Config, GroupChoice};

/// The groups of a document.
#[derive(Debug, Default)]
pub(super) struct Groups {
    /// By path; `None` where tags decide.
    paths: Option<HashMap<String, String>>,
}

impl Groups {
    /// Finds out what decides. A path stands there once for each of its operations.
    pub(super) fn new(all: &[(&str, Method<'_>)], config: &Config) -> Self {
        let by_path = match config.api.groups {
            None => all.iter().all(|(_, method)| tag(method).is_none()),
            Some(GroupChoice::Tag) => false,
            Some(GroupChoice::Path) => true,
        };
        let paths = by_path.then(|| {
            let paths: Vec<&str> = all.iter().map(|(path, _)| *path).collect();
            let named = paths.iter().zip(groups(&paths));
            let named = named.filter_map(|(path, name)| Some(((*path).to_owned(), name?)));
            named.collect()
        });
        Self { paths }
    }

    /// The group of an operation; `None` for that of the rest.
    pub(super) fn of(&self, path: &str, method: &Method<'_>) -> Option<String> {
        match &self.paths {
            None => tag(method),
            Some(paths) => paths.get(path).cloned(),
        }
    }
}

fn tag(method: &Method<'_>) -> Option<String> {
    let first = method.tags().into_iter().next();
    first.filter(|tag| !tag.trim().is_empty())
}

/// What each path tells.
fn groups(paths: &[&str]) -> Vec<Option<String>> {
    let split: Vec<Vec<&str>> = paths.iter().map(|path| segments(path)).collect();
    let shared = shared(&split);
    let mut spelled: HashMap<String, &str> = HashMap::new();
    let names = split.iter().map(|path| {
        let name = name(path, shared)?;
        // `/Users` and `/users` are one.
        Some(*spelled.entry(name.to_snake_case()).or_insert(name))
    });
    let names: Vec<Option<&str>> = names.collect();
    let distinct: BTreeSet<Option<&str>> = names.iter().copied().collect();
    // One group needs no name, and groups of one operation each would be no groups.
    if distinct.len() < 2 || names.len() < 2 * distinct.len() {
        return vec![None; names.len()];
    }
    names.iter().map(|name| name.map(str::to_owned)).collect()
}

/// The segments of a path, without a fragment.
fn segments(path: &str) -> Vec<&str> {
    let path = path.split('#').next().unwrap_or_default();
    path.split('/').filter(|part| !part.is_empty()).collect()
}

/// How many segments are the same at the beginning of all paths, whatever parameters are called.
fn shared(paths: &[Vec<&str>]) -> usize {
    let Some((first, rest)) = paths.split_first() else {
        return 0;
    };
    let same = |path: &Vec<&str>| {
        let pairs = first.iter().zip(path);
        pairs.take_while(|(a, b)| stem(a) == stem(b)).count()
    };
    rest.iter().map(same).min().unwrap_or(first.len())
}

/// The group that a path tells: after what is shared, or else the last of what is.
fn name<'a>(path: &[&'a str], shared: usize) -> Option<&'a str> {
    let (before, after) = path.split_at(shared.min(path.len()));
    let telling = |segment: &&&str| is_telling(segment);
    let segment = (after.iter().find(telling)).or_else(|| before.iter().rev().find(telling))?;
    Some(stem(segment))
}

/// Whether a segment says what operations are about.
fn is_telling(segment: &str) -> bool {
    let stem = stem(segment);
    !matches!(stem, "" | "{}" | "api") && !is_version(segment)
}

/// A segment without what follows its first `.` or `:`, as in `pets.json`, `pets.list` and `pets:merge`; `{}` for one
/// with a parameter in it.
fn stem(segment: &str) -> &str {
    if segment.contains('{') {
        return "{}";
    }
    segment.split(['.', ':']).next().unwrap_or_default()
}

/// `v1`, `v2beta1`, `1.0`, `2024-10-01`: neither a word nor a name.
fn is_version(segment: &str) -> bool {
    let numbered = segment.strip_prefix(['v', 'V']).unwrap_or(segment);
    let mut words = numbered.split(|c: char| !c.is_ascii_alphabetic());
    numbered.starts_with(|c: char| c.is_ascii_digit())
        && words.all(|word| matches!(word, "" | "alpha" | "beta" | "rc" | "preview"))
}

#[cfg(test)]
mod tests {
    use super::{groups, is_version};

    fn of(paths: &[&str]) -> Vec<String> {
        let names = groups(paths).into_iter();
        names.map(|name| name.unwrap_or_default()).collect()
    }

    #[test]
    fn the_first_segment_that_differs_tells() {
        let paths = [
            "/v1/pets",
            "/v1/pets/{id}",
            "/v1/owners",
            "/v1/owners/{id}/pets",
        ];
        assert_eq!(of(&paths), ["pets", "pets", "owners", "owners"]);
    }

    #[test]
    fn one_path_outside_does_not_make_the_version_a_group() {
        let paths = [
            "/v1/pets",
            "/v2/pets",
            "/api/v1/owners",
            "/owners",
            "/health",
            "/health",
        ];
        assert_eq!(
            of(&paths),
            ["pets", "pets", "owners", "owners", "health", "health"]
        );
    }

    #[test]
    fn what_stands_at_the_shared_beginning_is_called_after_it() {
        let paths = [
            "/2010-04-01/Accounts.json",
            "/2010-04-01/Accounts/{Sid}.json",
            "/2010-04-01/Accounts/{Account}/Calls.json",
            "/2010-04-01/Accounts/{Account}/Calls/{Sid}.json",
        ];
        assert_eq!(of(&paths), ["Accounts", "Accounts", "Calls", "Calls"]);
    }

    #[test]
    fn the_case_of_letters_makes_no_group() {
        let paths = ["/Pets", "/pets/{id}", "/owners", "/owners#all"];
        assert_eq!(of(&paths), ["Pets", "Pets", "owners", "owners"]);
    }

    #[test]
    fn procedures_are_no_groups() {
        assert_eq!(of(&["/getPet", "/addPet", "/dropPet"]), ["", "", ""]);
        assert_eq!(of(&["/pets", "/pets/{id}"]), ["", ""]);
        assert_eq!(of(&["/"]), [""]);
        assert_eq!(of(&[]), [""; 0]);
    }

    #[test]
    fn versions_are_told_from_names() {
        for version in ["v1", "V2", "v1beta1", "1.0", "2024-10-01", "v2024-10"] {
            assert!(is_version(version), "{version}");
        }
        for name in ["3d_secure", "views", "v", "2fa", "vaults", ""] {
            assert!(!is_version(name), "{name}");
        }
    }
}
