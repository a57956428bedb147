//! In: a document before and after, and what changed. Out: the items of the generated crate that a change touches, each
//! with its change. Invariant: an item that looks different to a caller is touched, whether a change explains it or not.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::surface::{self, Key, Surface};
use super::walk::Use;
use super::{Pair, Touch};
use crate::ir::{Api, Type, TypeKind};
use crate::published::decoded_place as decoded;
use crate::review::report::{Change, Rust, Wire};
use crate::source::steps;

/// The touched items.
pub(super) struct Link<'p> {
    module: &'p str,
    surface: Surface,
    /// For every touched item what happens to it, and the changes that say so.
    items: BTreeMap<Key, (Fate, Vec<&'p Change>)>,
}

/// What a touched item is to code that uses it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// There is none any more.
    Gone,
    /// What it gives is of another type.
    Gives,
    /// What it gives is always there, where it was an `Option` before.
    Unwraps,
    /// It is used in another way.
    Takes,
    /// It looks the same.
    Same,
}

/// What happens to an item as a caller sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Fate {
    Gone,
    Changed(String, String),
    Same,
}

impl Fate {
    fn how(&self) -> How {
        match self {
            Self::Gone => How::Gone,
            Self::Same => How::Same,
            Self::Changed(old, new) if old.starts_with("fn ") => {
                let result =
                    |text: &str| text.split_once(" -> ").map(|(_, result)| result.to_owned());
                match result(old) == result(new) {
                    true => How::Takes,
                    false => How::Gives,
                }
            }
            Self::Changed(old, new) => {
                let inner = old.strip_prefix("Option < ");
                match inner.and_then(|inner| inner.strip_suffix(" >")) == Some(new) {
                    true => How::Unwraps,
                    false => How::Gives,
                }
            }
        }
    }
}

impl<'p> Link<'p> {
    pub(super) fn new(pair: &'p Pair) -> Self {
        let surface = surface::surface(&pair.base);
        let newer = pair
            .revision
            .as_ref()
            .map(surface::surface)
            .unwrap_or_default();
        let origins = surface::origins(&pair.base);
        let mut places: HashMap<&Key, &str> = HashMap::new();
        for (pointer, key) in &origins {
            places.entry(key).or_insert(pointer);
        }
        let mut items: BTreeMap<Key, (Fate, Vec<&Change>)> = BTreeMap::new();
        let renamed = surface::renamed(&surface, &newer);
        for (key, seen) in &surface {
            // Whoever does not name a type that is gone can go on with its members under another name.
            let owner = Key::of(&key.owner);
            if key.member.is_some() && surface.contains_key(&owner) && !newer.contains_key(&owner) {
                continue;
            }
            let fate = match newer.get(key) {
                Some(now) if now == seen => continue,
                // Only who names the type has to name another one.
                Some(now) if *now == surface::with_names(seen, &renamed) => continue,
                Some(now) => Fate::Changed(seen.clone(), now.clone()),
                None => Fate::Gone,
            };
            let place = places.get(key).or_else(|| places.get(&owner));
            let all = &pair.report.changes;
            let changes = place.and_then(|place| closest(place, all).or_else(|| set(place, all)));
            let changes = match key.owner.as_str() {
                "Credentials" => {
                    about_places(all, &["securitySchemes", "securityDefinitions", "security"])
                }
                "ClientBuilder" => about_places(all, &["servers"]),
                _ => changes.into_iter().collect(),
            };
            items.insert(key.clone(), (fate, changes));
        }
        let mut link = Self {
            module: &pair.base.module.0,
            surface,
            items,
        };
        link.explained(pair, &origins);
        link
    }

    /// Adds what the changes are about, and what looks the same and behaves differently.
    fn explained(&mut self, pair: &'p Pair, origins: &[(String, Key)]) {
        for change in &pair.report.changes {
            let matters = change.wire != Wire::Compatible
                || change.rust == Rust::Major
                || change.rule.contains("deprecated");
            if !matters || change.rule.contains("added") && change.wire == Wire::Compatible {
                continue;
            }
            for key in about(change, origins, &pair.base) {
                if self.surface.contains_key(&key) {
                    let item = self.items.entry(key).or_insert((Fate::Same, Vec::new()));
                    if !item
                        .1
                        .iter()
                        .any(|known| known.fingerprint == change.fingerprint)
                    {
                        item.1.push(change);
                    }
                }
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The changes whose uses are looked for.
    pub(super) fn looked_for(&self) -> HashSet<&str> {
        let items = self.items.values();
        let told =
            items.flat_map(|(fate, changes)| changes.iter().filter(|one| is_told(fate, one)));
        told.map(|change| change.fingerprint.as_str()).collect()
    }

    /// The touched items.
    pub(super) fn items(&self) -> HashMap<Key, How> {
        let items = self.items.iter();
        items
            .map(|(key, (fate, _))| (key.clone(), fate.how()))
            .collect()
    }

    pub(super) fn surface(&self) -> &Surface {
        &self.surface
    }

    /// What to say of a use of an item: once for every change, or once.
    pub(super) fn touches(&self, found: &Use, file: &str, source: &str) -> Vec<Touch> {
        let Some((fate, changes)) = self.items.get(&found.key) else {
            return Vec::new();
        };
        let item = match &found.key.member {
            Some(member) => format!("{}::{}.{member}", self.module, found.key.owner),
            None => format!("{}::{}", self.module, found.key.owner),
        };
        let what = match fate {
            Fate::Gone => "is gone".to_owned(),
            Fate::Changed(old, new) => format!("was {} and will be {}", shown(old), shown(new)),
            Fate::Same => String::new(),
        };
        let touch = Touch {
            file: file.to_owned(),
            line: found.line,
            column: found.column,
            source: source.to_owned(),
            item,
            message: what.clone(),
            rule: String::new(),
            fingerprint: String::new(),
            wire: Wire::Compatible,
            rust: if *fate == Fate::Same {
                Rust::Patch
            } else {
                Rust::Major
            },
            perhaps: found.perhaps,
        };
        if changes.is_empty() {
            return vec![touch];
        }
        let one = |change: &&Change| Touch {
            message: match what.as_str() {
                "" => said(change, &found.key),
                what => format!("{what}: {}", said(change, &found.key)),
            },
            rule: change.rule.clone(),
            fingerprint: change.fingerprint.clone(),
            wire: change.wire,
            rust: match (fate, change.rust) {
                (Fate::Same, Rust::Major) => Rust::Patch,
                (Fate::Same, rust) => rust,
                _ => Rust::Major,
            },
            ..touch.clone()
        };
        let told = changes.iter().filter(|change| is_told(fate, change));
        told.map(one).collect()
    }
}

/// Whether a change is told of a use of an item: where that looks the same, it is about the wire alone.
fn is_told(fate: &Fate, change: &Change) -> bool {
    *fate != Fate::Same || change.wire != Wire::Compatible || change.rust != Rust::Major
}

/// What a change says of an item, which needs not be named again.
fn said(change: &Change, key: &Key) -> String {
    let name = match &key.member {
        Some(member) => format!("{}.{member}", key.owner),
        None => key.owner.clone(),
    };
    let rest = change.message.strip_prefix(change.label.as_str());
    let rest = rest.and_then(|rest| rest.strip_prefix(": "));
    match rest {
        Some(rest) if change.label == name || change.label == key.owner => rest.to_owned(),
        _ => change.message.clone(),
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
fn about(change: &Change, origins: &[(String, Key)], api: &Api) -> Vec<Key> {
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

/// What a caller sees of an item, in words.
fn shown(seen: &str) -> String {
    match seen.split(' ').next() {
        Some("enum") => "an enum".to_owned(),
        Some("struct") => "a struct".to_owned(),
        Some("type") => format!("another name for `{}`", tidy(&seen["type".len()..])),
        _ => format!("`{}`", tidy(seen)),
    }
}

/// Tokens as people write them.
fn tidy(tokens: &str) -> String {
    let mut text = tokens.to_owned();
    for (spaced, tight) in [
        (" :: ", "::"),
        (" < ", "<"),
        (" >", ">"),
        ("< ", "<"),
        (" , ", ", "),
        ("& ", "&"),
        (" : ", ": "),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" ,", ","),
        (",)", ")"),
        (", )", ")"),
    ] {
        text = text.replace(spaced, tight);
    }
    text.trim().to_owned()
}
