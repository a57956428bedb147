//! In: settings that are others, and the document of the base with its own. Out: what each of them does to the emitted API by
//! itself. Invariant: nothing is said of a setting that the base cannot be generated with.

use std::collections::HashMap;

use toml::{Table, Value};

use super::{File, Key};
use crate::config::Config;
use crate::load::Loaded;
use crate::parallel;
use crate::review::emitted::{Emitted, face};
use crate::review::face::{ItemChange, compare};
use crate::review::report::Rust;

/// The items that a setting does something to by itself, the worst first.
#[derive(Clone, Debug)]
pub(in crate::review) struct Effects {
    items: Vec<ItemChange>,
    by_path: HashMap<String, usize>,
}

impl Effects {
    fn new(items: Vec<ItemChange>) -> Self {
        let paths = items.iter().enumerate();
        let by_path = paths.map(|(at, item)| (item.path.clone(), at)).collect();
        Self { items, by_path }
    }

    /// The items.
    pub(in crate::review) fn items(&self) -> Vec<&ItemChange> {
        self.items.iter().collect()
    }

    /// The worst that it does.
    pub(in crate::review) fn rust(&self) -> Option<Rust> {
        self.items.iter().map(|item| item.rust).max()
    }

    /// Whether it did something to an item.
    pub(super) fn has(&self, item: &ItemChange) -> bool {
        self.own(item).is_some_and(|own| own.what == item.what)
    }

    /// Whether nothing else did anything to it.
    pub(super) fn is_all(&self, item: &ItemChange) -> bool {
        self.own(item) == Some(item)
    }

    fn own(&self, item: &ItemChange) -> Option<&ItemChange> {
        let at = self.by_path.get(&item.path)?;
        self.items.get(*at)
    }
}

/// The most bytes of documents that are generated to find out what each setting does by itself: a second or two.
const WORTH: usize = 32 << 20;

/// What each setting does, in the order of the keys; nothing where there are too many of them for a document of that length.
pub(super) fn of(
    keys: &[&Key],
    document: &Loaded,
    config: &Config,
    [old, new]: [&File<'_>; 2],
    emitted: &Emitted,
) -> Vec<Option<Effects>> {
    let length: usize = document
        .sources
        .iter()
        .map(|(_, file)| file.text.len())
        .sum();
    if !is_worth_it(keys.len(), length) {
        return vec![None; keys.len()];
    }
    parallel::map(keys, 1, |key| {
        let mut settings = old.settings.clone();
        match new.settings.get(*key) {
            Some(value) => settings.insert((*key).clone(), value.clone()),
            None => settings.remove(*key),
        };
        let config = config_of(settings, config)?;
        let (after, _) = face(document, &config, &emitted.module)?;
        Some(Effects::new(compare(&emitted.old, &after).items))
    })
}

fn is_worth_it(settings: usize, length: usize) -> bool {
    settings.saturating_mul(length) <= WORTH
}

/// Settings as a file has them, with the published names of another.
fn config_of(settings: impl IntoIterator<Item = (Key, Value)>, base: &Config) -> Option<Config> {
    let mut tables = Table::new();
    for (Key { table, key }, value) in settings {
        let table = tables
            .entry(table)
            .or_insert_with(|| Value::Table(Table::new()));
        table.as_table_mut()?.insert(key, value);
    }
    let mut config = Config::parse(&tables.to_string()).ok()?;
    let renames = std::mem::take(&mut config.published.renames);
    config.published = base.published.clone();
    config.published.renames = renames;
    Some(config)
}

#[cfg(test)]
mod tests {
    use super::is_worth_it;

    #[test]
    fn many_settings_of_a_large_document_are_not_tried_one_by_one() {
        assert!(is_worth_it(1, 20_000_000));
        assert!(is_worth_it(10, 3_000_000));
        assert!(is_worth_it(1_000, 30_000));
        assert!(!is_worth_it(300, 3_000_000));
        assert!(!is_worth_it(usize::MAX, 2));
    }
}
