//! In: both documents. Out: findings about paths, operations and webhooks, and the schemas of every operation to compare
//! next. Invariant: an operation is the same if its method is and its path is but for the names of its parameters.

use indexmap::IndexSet;
use std::collections::{HashMap, HashSet};

use super::super::facts::operations::{Operation, operations, template_key, template_names};
use super::super::report::{Reach, Rust};
use super::super::rules::Rule;
use super::{Differ, Draft, at_spot, key_spot, lifecycle};
use crate::load::Loaded;
use crate::source::FileId;

/// An operation of each side.
pub(super) struct Twins<'o, 'a> {
    /// In the base.
    pub(super) base: &'o Operation<'a>,
    /// In the revision.
    pub(super) revision: &'o Operation<'a>,
    /// The part that stands for the operation as a whole.
    pub(super) part: u32,
}

impl<'a> Differ<'a> {
    /// Compares the operations of both documents.
    pub(super) fn operations(&mut self) {
        let base = operations(self.base.loaded);
        let revision = operations(self.revision.loaded);
        self.webhooks(&base, &revision);
        let known = Known::new(&base, self.base.loaded);
        let now = Known::new(&revision, self.revision.loaded);
        let added: Vec<&Operation<'a>> = revision
            .iter()
            .filter(|new| known.find(new).is_none())
            .collect();
        // Where the finding is about an operation that moved: the place of its old self, and that of its new one.
        let mut moves: HashMap<String, usize> = HashMap::new();
        for old in &base {
            if let Some(at) = now.find(old) {
                self.operation(old, &revision[at]);
                continue;
            }
            let moved = self.moved(old, &added);
            let whole = moved.map(|new| {
                let whole = self.operation_moved(old, new);
                moves.insert(new.at.pointer.clone(), whole);
                self.operation(old, new);
                whole
            });
            self.operation_removed(old, &now, moved, whole);
        }
        for new in added {
            self.operation_added(new, &known, moves.get(&new.at.pointer).copied());
        }
    }

    fn operation_removed(
        &mut self,
        old: &Operation<'a>,
        now: &Known,
        moved: Option<&Operation<'a>>,
        whole: Option<usize>,
    ) {
        let webhook = old.path.starts_with("webhook:");
        let whole_path = !now.paths.contains_key(&template_key(&old.path));
        if webhook && whole_path {
            return;
        }
        let rule = Rule::special(self.removal(&old.at, whole_path));
        let part = self.twin_part(old, moved.unwrap_or(old));
        let words = self.deprecated_words(old).unwrap_or_default();
        let revision = self.nearest(old);
        let name = format!("{} {}", old.method, old.path);
        let draft = Draft::new(rule, lifecycle::spot(&old.at), revision, name.as_str());
        let mut draft = draft.gone().detail(words).key(name);
        if whole.is_some() {
            draft = draft.rust(Rust::Patch);
        }
        draft.part_of = whole;
        self.direct(part, draft);
    }

    fn deprecated_words(&self, old: &Operation<'a>) -> Option<String> {
        let sunset = old.at.value.get("x-sunset")?;
        Some(format!("sunset {}", super::short(sunset)))
    }

    fn operation_added(&mut self, new: &Operation<'a>, known: &Known, whole: Option<usize>) {
        let before = known.paths.get(&template_key(&new.path));
        if new.path.starts_with("webhook:") && before.is_none() {
            return;
        }
        let part = self.operation_part(new);
        if let Some(path) = before {
            // By the name its path had so far.
            self.findings.parts[part as usize].path.clone_from(path);
        }
        let rule = Rule::special("endpoint-added");
        let base = (FileId(0), "/paths".to_owned());
        let name = format!("{} {}", new.method, new.path);
        let mut draft = Draft::new(rule, base, lifecycle::spot(&new.at), name.as_str()).key(name);
        if whole.is_some() {
            draft = draft.rust(Rust::Patch);
        }
        draft.part_of = whole;
        self.direct(part, draft);
    }

    /// The place in the revision that is nearest to where an operation was.
    fn nearest(&self, old: &Operation<'a>) -> super::Spot {
        let root = self.revision.root();
        let mut pointer = old.item.pointer.as_str();
        while root.pointer(pointer).is_none() {
            pointer = pointer.rsplit_once('/').map_or("", |(start, _)| start);
        }
        (FileId(0), pointer.to_owned())
    }

    /// The part that stands for an operation.
    pub(super) fn operation_part(&mut self, operation: &Operation<'a>) -> u32 {
        let highest = lifecycle::promised(operation.at.value.get("x-stability-level"));
        let reach = Reach {
            method: operation.method.clone(),
            path: operation.path.clone(),
            now: None,
            part: String::new(),
        };
        self.part(reach, highest, operation.is_reversed())
    }

    /// The part that stands for an operation of both sides.
    pub(super) fn twin_part(&mut self, base: &Operation<'a>, revision: &Operation<'a>) -> u32 {
        let part = self.operation_part(base);
        self.findings.parts[part as usize].now = now(base, revision);
        part
    }

    /// A part of an operation, named.
    pub(super) fn named_part(&mut self, twins: &Twins<'_, 'a>, part: impl Into<String>) -> u32 {
        let highest = self.findings.highest[twins.part as usize];
        let reach = Reach {
            method: twins.base.method.clone(),
            path: twins.base.path.clone(),
            now: now(twins.base, twins.revision),
            part: part.into(),
        };
        let reversed = self.findings.reversed[twins.part as usize];
        self.part(reach, highest, reversed)
    }

    fn operation(&mut self, base: &Operation<'a>, revision: &Operation<'a>) {
        let part = self.twin_part(base, revision);
        let twins = Twins {
            base,
            revision,
            part,
        };
        self.life(part, &lifecycle::OPERATION, "", &base.at, &revision.at);
        self.stability(part, &base.at, &revision.at);
        self.operation_id(&twins);
        self.tags(&twins);
        self.parameters(&twins);
        self.request_body(&twins);
        self.responses(&twins);
        if base.is_callback() {
            // Callbacks of callbacks may lead back to where they began.
            let places = (at_spot(&base.at), at_spot(&revision.at));
            if self.called.insert(places) {
                self.callbacks(&twins);
            }
            return;
        }
        self.security(&twins);
        self.operation_servers(&twins);
        self.called.clear();
        self.callbacks(&twins);
    }

    fn operation_id(&mut self, twins: &Twins<'_, 'a>) {
        let key = "operationId";
        let (old, new) = (twins.base.at.text(key), twins.revision.at.text(key));
        let (id, detail) = match (old, new) {
            (Some(old), Some(new)) if old != new => (
                "api-operation-id-removed",
                format!("`{old}` became `{new}`"),
            ),
            (Some(old), None) => ("api-operation-id-removed", format!("`{old}`")),
            (None, Some(new)) => ("api-operation-id-added", format!("`{new}`")),
            _ => return,
        };
        self.operation_finding(twins, id, key, &detail, None);
    }

    fn tags(&mut self, twins: &Twins<'_, 'a>) {
        let tags = |operation: &Operation<'a>| -> IndexSet<&'a str> {
            let tags = operation
                .at
                .value
                .get("tags")
                .and_then(|tags| tags.as_array());
            tags.into_iter()
                .flatten()
                .filter_map(|tag| tag.as_str())
                .collect()
        };
        let (old, new) = (tags(twins.base), tags(twins.revision));
        // The first tag says in which module the operation is.
        let rust = (old.first() != new.first()).then_some(Rust::Major);
        for tag in old.difference(&new) {
            self.operation_finding(twins, "api-tag-removed", "tags", &format!("`{tag}`"), rust);
        }
        for tag in new.difference(&old) {
            self.operation_finding(twins, "api-tag-added", "tags", &format!("`{tag}`"), rust);
        }
    }

    /// A finding about an operation, at one of its keys.
    pub(super) fn operation_finding(
        &mut self,
        twins: &Twins<'_, 'a>,
        id: &str,
        key: &str,
        detail: &str,
        rust: Option<Rust>,
    ) -> usize {
        let rule = Rule::special(id);
        let (base, revision) = (&twins.base.at, &twins.revision.at);
        let mut draft = Draft::new(rule, key_spot(base, key), key_spot(revision, key), "");
        draft.rust = rust;
        self.direct(twins.part, draft.detail(detail))
    }

    fn callbacks(&mut self, twins: &Twins<'_, 'a>) {
        let names = |operation: &Operation<'a>| -> IndexSet<String> {
            let callbacks = operation
                .at
                .value
                .get("callbacks")
                .and_then(|all| all.as_object());
            callbacks
                .into_iter()
                .flatten()
                .map(|(name, _)| name.clone())
                .collect()
        };
        let (old, new) = (names(twins.base), names(twins.revision));
        for name in old.difference(&new) {
            let detail = format!("`{name}`");
            self.operation_finding(twins, "callback-removed", "callbacks", &detail, None);
        }
        for name in new.difference(&old) {
            let detail = format!("`{name}`");
            self.operation_finding(twins, "callback-added", "callbacks", &detail, None);
        }
        self.callback_operations(twins, |name| old.contains(name) && new.contains(name));
    }

    /// Compares what is sent to the client by callbacks that are on both sides.
    fn callback_operations(&mut self, twins: &Twins<'_, 'a>, both: impl Fn(&String) -> bool) {
        let base = twins.base.callbacks(self.base.loaded);
        let revision = twins.revision.callbacks(self.revision.loaded);
        let same = |one: &Operation<'a>, other: &Operation<'a>| {
            one.method == other.method && one.path == other.path
        };
        let outer = twins.base.callback_prefix();
        let kept = |one: &Operation<'a>| {
            let (name, _) = one.callback().unwrap_or_default();
            both(&name.strip_prefix(&outer).unwrap_or(name).to_owned())
        };
        let words = |one: &Operation<'a>| {
            let (name, address) = one.callback().unwrap_or_default();
            format!("`{name}`: {} {address}", one.method)
        };
        for old in base.iter().filter(|one| kept(one)) {
            match revision.iter().find(|new| same(old, new)) {
                Some(new) => self.operation(old, new),
                None => {
                    let id = "callback-removed";
                    self.operation_finding(twins, id, "callbacks", &words(old), None);
                }
            }
        }
        let come = revision
            .iter()
            .filter(|new| kept(new) && !base.iter().any(|old| same(old, new)));
        for new in come {
            let id = "callback-added";
            self.operation_finding(twins, id, "callbacks", &words(new), None);
        }
    }

    /// Webhooks come and go as a whole.
    fn webhooks(&mut self, base: &[Operation<'a>], revision: &[Operation<'a>]) {
        let names = |operations: &[Operation<'a>]| -> Vec<(String, super::Spot)> {
            let mut seen = HashSet::new();
            let hooks = operations.iter().filter_map(|operation| {
                let name = operation.path.strip_prefix("webhook:")?;
                let first = seen.insert(name.to_owned());
                first.then(|| (name.to_owned(), at_spot(&operation.item)))
            });
            hooks.collect()
        };
        let (old, new) = (names(base), names(revision));
        let whole = self.document_part();
        let root = (FileId(0), String::new());
        for (id, from, other) in [
            ("webhook-removed", &old, &new),
            ("webhook-added", &new, &old),
        ] {
            for (name, spot) in from.iter() {
                if other.iter().any(|(known, _)| known == name) {
                    continue;
                }
                let rule = Rule::special(id);
                let label = format!("webhook {name}");
                let draft = match id {
                    "webhook-removed" => Draft::new(rule, spot.clone(), root.clone(), label).gone(),
                    _ => Draft::new(rule, root.clone(), spot.clone(), label),
                };
                self.direct(whole, draft);
            }
        }
    }

    /// The names of path parameters: nobody sends them, but they are there to be read.
    pub(super) fn path_names(&mut self, twins: &Twins<'_, 'a>) -> HashMap<String, String> {
        let old = template_names(&twins.base.path);
        let new = template_names(&twins.revision.path);
        let pairs: Vec<(&str, &str)> = old.into_iter().zip(new).collect();
        for (old, new) in pairs.iter().filter(|(old, new)| old != new) {
            let rule = Rule::special("path-parameter-renamed");
            let base = at_spot(&twins.base.item);
            let revision = at_spot(&twins.revision.item);
            let draft = Draft::new(rule, base, revision, "");
            let draft = draft.detail(format!("`{old}` became `{new}`"));
            self.direct(twins.part, draft);
        }
        pairs
            .into_iter()
            .map(|(old, new)| (old.to_owned(), new.to_owned()))
            .collect()
    }
}

/// The path that an operation has in the revision, where it is another.
fn now(base: &Operation<'_>, revision: &Operation<'_>) -> Option<String> {
    (base.path != revision.path).then(|| revision.path.clone())
}

/// The operations of a document to be looked up.
struct Known {
    exact: HashMap<(String, String), usize>,
    by_key: HashMap<(String, String), usize>,
    /// The paths as written, by what makes them the same.
    paths: HashMap<String, String>,
}

impl Known {
    fn new(operations: &[Operation<'_>], loaded: &Loaded) -> Self {
        let mut known = Self {
            exact: HashMap::new(),
            by_key: HashMap::new(),
            paths: HashMap::new(),
        };
        for (at, operation) in operations.iter().enumerate() {
            let exact = (operation.path.clone(), operation.method.clone());
            known.exact.insert(exact, at);
            known.by_key.entry(operation.key()).or_insert(at);
        }
        let paths = loaded
            .entry()
            .root
            .get("paths")
            .and_then(|paths| paths.as_object());
        let paths = paths.into_iter().flatten();
        let hooks = operations.iter().map(|operation| &operation.path);
        for path in paths.map(|(path, _)| path).chain(hooks) {
            let key = template_key(path);
            known.paths.entry(key).or_insert_with(|| path.clone());
        }
        known
    }

    /// The operation with exactly this path, or else with this path but for its names.
    fn find(&self, operation: &Operation<'_>) -> Option<usize> {
        let exact = (operation.path.clone(), operation.method.clone());
        let found = self
            .exact
            .get(&exact)
            .or_else(|| self.by_key.get(&operation.key()));
        found.copied()
    }
}
