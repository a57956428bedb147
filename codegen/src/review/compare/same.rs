//! In: a schema of each side. Out: whether they allow the same. Invariant: cycles are taken for equal until something
//! in them differs, and nothing is looked at twice.

use std::collections::HashSet;

use super::super::facts::schema::{Additional, Facts, Limit};
use super::super::facts::{NodeId, PlaceId};
use super::Differ;

/// Pairs that have to be equal for the first one to be.
type Open = Vec<(NodeId, NodeId)>;

impl<'a> Differ<'a> {
    /// Whether two schemas say the same, however they are spelled.
    pub(super) fn same(&mut self, base: NodeId, revision: NodeId) -> bool {
        if let Some(known) = self.same.get(&(base, revision)) {
            return *known;
        }
        let mut seen: HashSet<(NodeId, NodeId)> = HashSet::new();
        let first = (base, revision);
        let mut open = vec![first];
        while let Some((base, revision)) = open.pop() {
            if !seen.insert((base, revision)) {
                continue;
            }
            let known = self.same.get(&(base, revision)).copied();
            if known == Some(true) {
                continue;
            }
            if known == Some(false) || !self.same_here(base, revision, &mut open) {
                // What led here is different too, but which of them did is not known.
                self.same.insert((base, revision), false);
                self.same.insert(first, false);
                return false;
            }
        }
        self.same.extend(seen.into_iter().map(|pair| (pair, true)));
        true
    }

    fn same_here(&mut self, base: NodeId, revision: NodeId, open: &mut Open) -> bool {
        let old = self.base.facts(base);
        let new = self.revision.facts(revision);
        if !same_values(&old, &new) {
            return false;
        }
        self.same_properties(&old, &new, open) && self.same_parts(&old, &new, open)
    }

    fn same_properties(&mut self, old: &Facts<'a>, new: &Facts<'a>, open: &mut Open) -> bool {
        if old.properties.len() != new.properties.len() {
            return false;
        }
        for (name, places) in &old.properties {
            let Some(now) = new.properties.get(name) else {
                return false;
            };
            self.open(places, now, open);
        }
        let keyed = [
            (&old.pattern_properties, &new.pattern_properties),
            (&old.dependent_schemas, &new.dependent_schemas),
        ];
        for (old, new) in keyed {
            if old.len() != new.len() {
                return false;
            }
            for (name, place) in old {
                let Some(now) = new.get(name) else {
                    return false;
                };
                self.open(&[*place], &[*now], open);
            }
        }
        true
    }

    fn same_parts(&mut self, old: &Facts<'a>, new: &Facts<'a>, open: &mut Open) -> bool {
        match (&old.additional, &new.additional) {
            (Additional::Schema(old), Additional::Schema(new)) => self.open(old, new, open),
            (old, new) if old == new => {}
            _ => return false,
        }
        if old.items.is_empty() != new.items.is_empty()
            || old.prefix_items.len() != new.prefix_items.len()
            || old.unions.len() != new.unions.len()
        {
            return false;
        }
        if !old.items.is_empty() {
            self.open(&old.items, &new.items, open);
        }
        for (old, new) in old.prefix_items.iter().zip(&new.prefix_items) {
            self.open(&[*old], &[*new], open);
        }
        let singles = old.single.iter().zip(&new.single);
        for (old, new) in singles.chain([(&old.not, &new.not)]) {
            match (old, new) {
                (Some(old), Some(new)) => self.open(&[*old], &[*new], open),
                (None, None) => {}
                _ => return false,
            }
        }
        for (old, new) in old.unions.iter().zip(&new.unions) {
            if old.branches.len() != new.branches.len() {
                return false;
            }
            for (old, new) in old.branches.iter().zip(&new.branches) {
                self.open(&[*old], &[*new], open);
            }
        }
        true
    }

    fn open(&mut self, old: &[PlaceId], new: &[PlaceId], open: &mut Open) {
        let pair = (self.base.joined(old), self.revision.joined(new));
        open.push(pair);
    }
}

/// Whether everything but the schemas inside is equal.
fn same_values(old: &Facts<'_>, new: &Facts<'_>) -> bool {
    old.values == new.values
        && old.never == new.never
        && old.types == new.types
        && old.nullable == new.nullable
        && old.format == new.format
        && old.constant == new.constant
        && old.multiple_of == new.multiple_of
        && old.unique == new.unique
        && old.content_encoding == new.content_encoding
        && old.content_media_type == new.content_media_type
        && old.dependent_required == new.dependent_required
        && Limit::ALL
            .into_iter()
            .all(|limit| old.limit(limit) == new.limit(limit))
        && old.patterns == new.patterns
        && old.required == new.required
}
