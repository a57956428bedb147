//! Impls whose types are called otherwise. In: two faces; out: the line of the newer one that says the same as one of the older.
//! Invariant: two lines say the same only where the other names that are there lead from one to the other.

use super::line::{Face, Item};
use super::signature::expanded;
use std::collections::{HashMap, HashSet};

/// The impls of one side, by what is written on the other.
pub(super) struct Impls<'f, 'a> {
    after: HashMap<&'a str, &'f Item<'a>>,
    known: HashSet<&'a str>,
}

impl<'f, 'a> Impls<'f, 'a> {
    /// Those of the newer face that are in the older in other words.
    pub(super) fn of(old: &Face<'a>, new: &'f Face<'a>) -> Self {
        let (mut after, mut known) = (HashMap::new(), HashSet::new());
        let only = |face: &Face<'a>, other: &Face<'a>| -> Vec<&'a str> {
            let keys = face.items.keys().filter(|key| key.contains(" impl "));
            keys.filter(|key| !other.items.contains_key(*key))
                .copied()
                .collect()
        };
        let newer = only(new, old);
        let newer: HashMap<String, &'a str> = newer
            .into_iter()
            .map(|key| (expanded(key, &new.aliases), key))
            .collect();
        if newer.is_empty() {
            return Self { after, known };
        }
        for key in only(old, new) {
            // As in a signature: the old text is read as the new side reads it.
            let meant = expanded(&expanded(key, &old.aliases), &new.aliases);
            let found = newer.get(&meant).copied();
            if let Some((found, item)) =
                found.and_then(|found| Some((found, new.items.get(found)?)))
            {
                after.insert(key, item);
                known.insert(found);
            }
        }
        Self { after, known }
    }

    /// The line that says the same as an older one.
    pub(super) fn get(&self, key: &str) -> Option<&'f Item<'a>> {
        self.after.get(key).copied()
    }

    /// Whether a newer line says the same as an older one.
    pub(super) fn is_known(&self, key: &str) -> bool {
        self.known.contains(key)
    }
}
