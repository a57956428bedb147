//! In: the named schemas of both documents and which of them were compared with each other. Out: findings about names.
//! Invariant: a schema that only has another name, or none any more, is not reported as removed.

use std::collections::HashSet;

use serde_json::{Map, Value};

use super::super::facts::Side;
use super::super::facts::operations::At;
use super::super::facts::schema::Facts;
use super::super::rules::Rule;
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
        for name in base.into_iter().flatten().map(|(name, _)| name) {
            if now.contains(name.as_str()) || settled.contains(name) {
                continue;
            }
            let rule = Rule::special("api-schema-removed");
            let revision = (FileId(0), nearest(self.revision.root()).to_owned());
            let draft = Draft::new(rule, spot(name), revision, name.as_str());
            self.direct(whole, draft.gone());
        }
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
    let root = At::root(side.loaded);
    let at = root.field("components")?.field("schemas")?.field(name)?;
    let place = side.root_place(&at, name);
    let node = side.node(place);
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
