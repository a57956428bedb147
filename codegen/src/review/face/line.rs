//! Lines of a face. In: its text; out: items by what they are known by, and what a change of one means. Invariant: as of
//! the face.

use super::super::report::Rust;
use super::signature;
use std::collections::{BTreeMap, HashMap};

/// A public item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Item<'a> {
    /// The line, as far as Rust goes.
    pub(super) rust: &'a str,
    /// Its path.
    pub(super) path: &'a str,
    /// What the wire sees of it.
    pub(super) wire: &'a str,
}

/// A face, read.
pub(super) struct Face<'a> {
    /// The items, by their path; of impls by the whole line.
    pub(super) items: BTreeMap<&'a str, Item<'a>>,
    /// The facts of the wire, by what they are about.
    pub(super) wire: BTreeMap<&'a str, &'a str>,
    /// Types that are other names, and what for.
    pub(super) aliases: HashMap<&'a str, &'a str>,
    /// The features of the parts of the API.
    parts: usize,
    /// The module of the server for tests, with `::` behind it.
    fake: String,
}

impl<'a> Face<'a> {
    pub(super) fn read(text: &'a str) -> Self {
        let mut out = Face {
            items: BTreeMap::new(),
            wire: BTreeMap::new(),
            aliases: HashMap::new(),
            parts: 0,
            fake: String::new(),
        };
        for line in text.lines() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            if line.starts_with("wire ") {
                let key = line.find("\": ").map_or(line, |at| &line[..=at]);
                out.wire.insert(key, line);
                continue;
            }
            let (rust, wire) = line.split_once(" // ").unwrap_or((line, ""));
            let path = rust.split(' ').next().unwrap_or_default();
            let key = match rust.get(path.len()..) {
                Some(rest) if rest.starts_with(" impl ") => rust,
                _ if path == "feature" => rust,
                _ if path == "env" => {
                    let mut spaces = rust.match_indices(' ').skip(1);
                    spaces.next().map_or(rust, |(at, _)| &rust[..at])
                }
                _ => path,
            };
            if let Some(target) = rust
                .get(path.len()..)
                .and_then(|rest| rest.strip_prefix(" type = "))
            {
                let target = target.split(" #[").next().unwrap_or_default();
                out.aliases.insert(path, target);
            }
            if rust.ends_with(" mod #[cfg(\"fake\")]") {
                out.fake = format!("{path}::");
            }
            out.parts += usize::from(path == "feature");
            out.items.insert(key, Item { rust, path, wire });
        }
        out
    }

    /// Whether an item is of the server for tests, which follows the document and of which versions promise nothing.
    pub(super) fn is_for_tests(&self, key: &str) -> bool {
        !self.fake.is_empty() && key.starts_with(&self.fake)
    }

    /// The item that is meant where its type is another name for one: `Dog.name`, where `Dog` is `Cat`.
    pub(super) fn behind(&self, key: &str) -> Option<&Item<'a>> {
        if self.aliases.is_empty() {
            return None;
        }
        let ends = key.match_indices([':', '.', ' ']);
        for (end, _) in ends {
            if let Some(mut target) = self.aliases.get(&key[..end]) {
                for _ in 0..self.aliases.len() {
                    match self.aliases.get(target) {
                        Some(next) => target = next,
                        None => break,
                    }
                }
                return self.items.get(format!("{target}{}", &key[end..]).as_str());
            }
        }
        None
    }
}

/// The parts of a line: what it is, and what the compiler is told of it.
fn split<'a>(item: &Item<'a>) -> (&'a str, &'a str) {
    let rest = item
        .rust
        .get(item.path.len()..)
        .unwrap_or_default()
        .trim_start();
    match rest.find("#[") {
        Some(at) => (rest[..at].trim_end(), &rest[at..]),
        None => (rest, ""),
    }
}

/// What it means that an item is another.
pub(super) fn changed(old: &Face<'_>, new: &Face<'_>, before: &Item<'_>, after: &Item<'_>) -> Rust {
    let ((was, old_marks), (is, new_marks)) = (split(before), split(after));
    let body = if was == is || before.path == "env" || is_same_variant(before, after) {
        Rust::Patch
    } else {
        body(old, new, was, is, after.path)
    };
    body.max(marks(old, new, old_marks, new_marks))
}

/// Whether a variant is a constant now, or the other way round, and stands for the same value.
fn is_same_variant(before: &Item<'_>, after: &Item<'_>) -> bool {
    let kinds = (split(before).0, split(after).0);
    let swapped = matches!(
        kinds,
        ("variant", "const: Self") | ("const: Self", "variant")
    );
    swapped && before.wire == after.wire
}

fn body(old: &Face<'_>, new: &Face<'_>, was: &str, is: &str, path: &str) -> Rust {
    let kind = |text: &str| text.split([' ', '(']).next().unwrap_or_default().to_owned();
    match (kind(was).as_str(), kind(is).as_str()) {
        // What belongs to it is looked up behind the new name.
        ("struct", "type") | ("enum", "type") => {
            let target = is.trim_start_matches("type = ");
            let target = signature::expanded(target, &new.aliases);
            // Another name for a tuple struct makes no value of it.
            if new.items.contains_key(format!("{target}.0").as_str()) {
                return Rust::Major;
            }
            match new.items.get(target.as_str()) {
                Some(target) if kind(split(target).0) == kind(was) => Rust::Patch,
                _ => Rust::Major,
            }
        }
        // It was another name for what is its other name now.
        ("type", "struct" | "enum")
            if signature::same(old, new, was.trim_start_matches("type = "), path) =>
        {
            Rust::Patch
        }
        ("struct", "struct") | ("enum", "enum") => words(was, is),
        ("fn", "fn") => signature::changed(old, new, was, is),
        ("field" | "type" | "variant" | "const:" | "impl", _)
            if signature::same(old, new, was, is) =>
        {
            Rust::Patch
        }
        _ => Rust::Major,
    }
}

/// Traits that came or went.
fn words(was: &str, is: &str) -> Rust {
    let lost = was
        .split(' ')
        .any(|word| is.split(' ').all(|other| other != word));
    if lost { Rust::Major } else { Rust::Minor }
}

fn marks(old: &Face<'_>, new: &Face<'_>, was: &str, is: &str) -> Rust {
    if was == is {
        return Rust::Patch;
    }
    let has = |marks: &str, mark: &str| marks.contains(mark);
    let mut out = Rust::Patch;
    match (has(was, "#[non_exhaustive]"), has(is, "#[non_exhaustive]")) {
        (false, true) => out = Rust::Major,
        (true, false) => out = Rust::Minor,
        _ => {}
    }
    if !has(was, "#[deprecated]") && has(is, "#[deprecated]") {
        out = out.max(Rust::Minor);
    }
    let features = |marks: &str| -> Vec<String> {
        let list = marks.split("#[cfg(").nth(1).unwrap_or_default();
        list.split('"')
            .skip(1)
            .step_by(2)
            .map(str::to_owned)
            .collect()
    };
    let (was, is) = (features(was), features(is));
    if was != is {
        let all = is.is_empty();
        // What is there with every part is there with each of those that there were.
        let covers = match was.is_empty() {
            true => old.parts > 0 && is.len() + 1 >= old.parts && new.parts >= old.parts,
            false => was.iter().all(|feature| is.contains(feature)),
        };
        out = out.max(if all || covers {
            Rust::Minor
        } else {
            Rust::Major
        });
    }
    out
}

/// What it means that an item is new.
pub(super) fn added(old: &Face<'_>, item: &Item<'_>) -> Rust {
    let (is, _) = split(item);
    let owner = match is.split([' ', '(']).next() {
        // Of structs nothing is exhaustive: they are made with `new` and setters, and a literal is nothing to rely on.
        Some("variant") => item.path.rsplit_once("::"),
        _ => None,
    };
    let owner = owner.and_then(|(owner, _)| old.items.get(owner));
    match owner {
        Some(owner) if !split(owner).1.contains("#[non_exhaustive]") => Rust::Major,
        _ => Rust::Minor,
    }
}
