//! In: the named schemas of both documents and which of them were compared with each other. Out: findings about names.
//! Invariant: a schema that only has another name, or none any more, is not reported as removed.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::super::facts::schema::Facts;
use super::super::facts::{NodeId, Side};
use super::super::rules::Rule;
use super::renames::MOST;
use super::{Differ, Draft, Spot};
use crate::source::{FileId, escape_token};

impl<'a> Differ<'a> {
    /// Compares the names of the schemas, once everything else was compared.
    pub(super) fn components(&mut self) {
        let base = schemas(self.base.root());
        let named = |side: &Side<'a>| -> HashSet<&'a str> {
            let files = side.loaded.files.iter();
            let maps = files.filter_map(|file| schemas(&file.root));
            maps.flat_map(|map| map.keys().map(String::as_str))
                .collect()
        };
        let (before, now) = (named(&self.base), named(&self.revision));
        let mut settled: HashSet<String> = self.inlined.drain(..).collect();
        let whole = self.document_part();
        let names = std::mem::take(&mut self.names);
        for ((old, new), uses) in &names {
            if now.contains(old.as_str())
                || before.contains(new.as_str())
                || !settled.insert(old.clone())
            {
                continue;
            }
            self.schema_renamed(whole, old, new, *uses);
        }
        let gone: Vec<&str> = base
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
            .filter(|name| !now.contains(name) && !settled.contains(*name))
            .collect();
        let taken: HashSet<&str> = names.keys().map(|(_, new)| new.as_str()).collect();
        let come: Vec<&str> = schemas(self.revision.root())
            .into_iter()
            .flatten()
            .map(|(name, _)| name.as_str())
            .filter(|name| !before.contains(name) && !taken.contains(name))
            .collect();
        let renamed = self.renamed_apart(&gone, &come);
        for name in gone {
            if let Some(new) = renamed.get(name) {
                self.schema_renamed(whole, name, new, 0);
                continue;
            }
            let rule = Rule::special("api-schema-removed");
            let revision = (FileId(0), nearest(self.revision.root()).to_owned());
            let draft = Draft::new(rule, spot(name), revision, name);
            self.direct(whole, draft.gone());
        }
    }

    /// Which schemas that nothing refers to only have another name: those that are the same as just one new one.
    fn renamed_apart(&mut self, gone: &[&'a str], come: &[&'a str]) -> HashMap<&'a str, &'a str> {
        let mut found: HashMap<&'a str, &'a str> = HashMap::new();
        if gone.len() * come.len() > MOST {
            return found;
        }
        let told = |side: &mut Side<'a>, names: &[&'a str]| -> Vec<(&'a str, NodeId)> {
            let of = |name: &&'a str| {
                let node = side.named(name)?;
                // So little is said of many a schema that being the same means nothing.
                let facts = side.facts(node);
                let values = facts.values.map_or(0, |all| all.len());
                (facts.properties.len() > 1 || values > 1).then_some((*name, node))
            };
            names.iter().filter_map(of).collect()
        };
        let (gone, mut come) = (told(&mut self.base, gone), told(&mut self.revision, come));
        for (old, before) in gone {
            let twins = (come.iter().enumerate()).filter(|(_, (_, now))| self.same(before, *now));
            let twins: Vec<usize> = twins.map(|(at, _)| at).collect();
            if let [only] = twins[..] {
                let (new, _) = come.remove(only);
                found.insert(old, new);
            }
        }
        found
    }

    fn schema_renamed(&mut self, part: u32, old: &str, new: &str, uses: usize) {
        let rule = Rule::special("schema-renamed");
        let evidence = self.evidence(old, new, uses);
        let draft = Draft::new(rule, spot(old), spot(new), new);
        let draft = draft.detail(format!("it was `{old}`: {evidence}"));
        self.direct(part, draft.key(old));
    }

    /// Why two schemas are taken for one.
    fn evidence(&mut self, old: &str, new: &str, uses: usize) -> String {
        let before = facts_of(&mut self.base, old);
        let after = facts_of(&mut self.revision, new);
        let stands = match uses {
            0 => return "its schema is the same".to_owned(),
            1 => "it stands in its place".to_owned(),
            uses => format!("it stands in its place {uses} times"),
        };
        let (Some(before), Some(after)) = (before, after) else {
            return stands;
        };
        if before.properties.is_empty() {
            return stands;
        }
        let names = before.properties.keys();
        let shared = names
            .filter(|name| after.properties.contains_key(*name))
            .count();
        format!(
            "{stands}, {shared} of {} properties are the same",
            before.properties.len()
        )
    }
}

fn facts_of<'a>(side: &mut Side<'a>, name: &str) -> Option<Facts<'a>> {
    let node = side.named(name)?;
    Some(side.facts(node))
}

fn schemas(root: &Value) -> Option<&Map<String, Value>> {
    root.pointer("/components/schemas")?.as_object()
}

fn nearest(root: &Value) -> &'static str {
    let places = ["/components/schemas", "/components"];
    let found = places
        .into_iter()
        .find(|pointer| root.pointer(pointer).is_some());
    found.unwrap_or("")
}

fn spot(name: &str) -> Spot {
    (
        FileId(0),
        format!("/components/schemas/{}", escape_token(name)),
    )
}
