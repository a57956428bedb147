//! In: the code of two versions, their names, and what the diff says. Out: the lines of code that differ outside the items
//! which its entries list. Invariant: prose of a document is no code, and a line that names a listed item is about it.

use std::collections::{BTreeMap, BTreeSet};

use specsmith::review::{face, report::Report};

use super::Version;

/// The items that entries list, by their names without case.
struct Listed(BTreeSet<String>);

/// Lines that differ outside of what is listed, with their file: of the fake server, or of the rest. The tables of that are one
/// item a tag, with examples in them, which are prose of the document as often as not.
pub(super) fn lines(old: &Version, new: &Version, report: &Report, fake: bool) -> Vec<String> {
    let listed = Listed::of(old, new, report);
    let paths: BTreeSet<&String> = old.files.keys().chain(new.files.keys()).collect();
    let code = paths.into_iter().filter(|path| path.ends_with(".rs"));
    let mut out = Vec::new();
    for path in code.filter(|path| path.contains("/fake/") == fake) {
        let mut counts: BTreeMap<&str, i64> = BTreeMap::new();
        for (version, step) in [(old, -1), (new, 1)] {
            let text = version.files.get(path).map_or("", String::as_str);
            for line in listed.others(text) {
                *counts.entry(line).or_default() += step;
            }
        }
        for (line, count) in counts {
            let sign = if count > 0 { '+' } else { '-' };
            let line = format!("{path}: {sign}{}", line.trim());
            out.extend((0..count.abs()).map(|_| line.clone()));
        }
    }
    out
}

impl Listed {
    fn of(old: &Version, new: &Version, report: &Report) -> Self {
        let mut listed = Self(BTreeSet::new());
        let face = |version: &Version| version.files.get("api/api.txt").cloned();
        let faces = face(old).zip(face(new)).unwrap_or_default();
        let changes = face::compare(&faces.0, &faces.1);
        for change in changes.items.iter().chain(&changes.wire) {
            listed.add(&change.path);
        }
        let mut places: BTreeSet<String> = BTreeSet::new();
        for change in &report.changes {
            places.insert(change.base.origin.pointer.to_string());
            places.insert(change.revision.origin.pointer.to_string());
            for reach in &change.reach {
                let path = reach.path.replace('~', "~0").replace('/', "~1");
                let method = reach.method.to_ascii_lowercase();
                places.insert(format!("/paths/{path}/{method}"));
            }
        }
        for (place, path) in old.names.iter().chain(&new.names) {
            let place = place.trim_start_matches('#');
            let place = place.rsplit_once(' ').map_or(place, |(place, _)| place);
            // The ways from the document to the item, and from the item to what is in it.
            let above = place.match_indices('/').map(|(end, _)| &place[..end]);
            let above = above.filter(|place| place.matches('/').count() > 2);
            let inside = places.range(format!("{place}/")..).next();
            let inside = inside.is_some_and(|found| found.starts_with(&format!("{place}/")));
            if inside || above.chain([place]).any(|place| places.contains(place)) {
                listed.add(path);
            }
        }
        listed
    }

    /// The type or method that a path leads to, or a part of it.
    fn add(&mut self, path: &str) {
        let path = path.split(' ').next().unwrap_or_default();
        let (module, rest) = path.split_once("::").unwrap_or(("", path));
        let item = rest.split([':', '.']).next().unwrap_or_default();
        if !module.is_empty() && !item.is_empty() {
            self.0.insert(plain(item));
        }
    }

    fn names(&self, line: &str) -> bool {
        let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        words.map(plain).any(|word| self.0.contains(&word))
    }

    /// The lines of code of the items that are not listed.
    fn others<'a>(&self, text: &'a str) -> Vec<&'a str> {
        let mut out = Vec::new();
        for item in items(text) {
            let heads = item.iter().filter(|line| is_head(line));
            if !heads.into_iter().any(|head| self.names(head)) {
                let code = item.into_iter().filter(|line| !is_prose(line));
                out.extend(code.filter(|line| !self.names(line)));
            }
        }
        out
    }
}

/// The items of a file, each with its attributes and docs.
fn items(text: &str) -> Vec<Vec<&str>> {
    let mut out: Vec<Vec<&str>> = vec![Vec::new()];
    let mut headed = false;
    for line in text.lines() {
        let begins = is_head(line) || line.starts_with(['#', '/']);
        if headed && begins {
            out.push(Vec::new());
            headed = false;
        }
        headed |= is_head(line);
        out.last_mut().expect("one at least").push(line);
    }
    out
}

/// Whether an item begins with a line, after what stands in front of it.
fn is_head(line: &str) -> bool {
    line.starts_with(|c: char| c.is_alphabetic())
}

fn is_prose(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with("//")
}

fn plain(word: &str) -> String {
    word.replace('_', "").to_lowercase()
}
