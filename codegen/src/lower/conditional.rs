//! Conditions: in, the parts of an object with `then`, `else` and `dependentSchemas`; out, the properties that only those
//! speak of. Invariant: such a property is never required, and what stands outside of conditions knows better.

use std::collections::HashSet;

use indexmap::IndexMap;
use serde_json::Value;

use super::Lowering;
use super::compose::{Part, View};
use super::draft::{Branch, Kind, NodeId, Union};
use super::object::properties;
use super::read::At;
use crate::ir::Rule;

/// The schemas of a property: those that hold together, for each condition.
pub(super) type Alternatives<'a> = Vec<Vec<At<'a>>>;

impl<'a> Lowering<'a> {
    /// The properties that only conditions speak of, in the order of their first mention.
    pub(super) fn conditional(
        &mut self,
        parts: &[Part<'a>],
    ) -> IndexMap<&'a str, Alternatives<'a>> {
        let known = properties(parts);
        let mut found: IndexMap<&'a str, Alternatives<'a>> = IndexMap::new();
        let mut waiting: Vec<At<'a>> = parts
            .iter()
            .flat_map(|part| consequences(&part.at))
            .collect();
        let mut seen = HashSet::new();
        while !waiting.is_empty() {
            for at in std::mem::take(&mut waiting) {
                if !seen.insert(at.key()) {
                    continue;
                }
                let inner = self.parts(&View::of(at)).list;
                waiting.extend(inner.iter().flat_map(|part| consequences(&part.at)));
                for (name, schemas) in properties(&inner) {
                    if !known.contains_key(name) {
                        found.entry(name).or_default().push(schemas);
                    }
                }
            }
        }
        found
    }

    /// The node of a property that conditions speak of; `None` where they only forbid it.
    pub(super) fn alternatives(&mut self, mut list: Alternatives<'a>) -> Option<NodeId> {
        list.retain(|schemas| schemas.iter().all(|at| at.value.as_bool() != Some(false)));
        let last = list.last()?.last()?.clone();
        if list.len() > 1 {
            // A condition that asks only for the key says nothing about its value.
            list.retain(|schemas| !schemas.iter().all(|at| is_silent(at.value)));
        }
        let mut nodes: Vec<NodeId> = Vec::new();
        let mut seen: Vec<Vec<&Value>> = Vec::new();
        for schemas in list {
            let values: Vec<&Value> = schemas.iter().map(|at| at.value).collect();
            if !seen.contains(&values) {
                seen.push(values);
                nodes.push(self.all(schemas));
            }
        }
        Some(match nodes.as_slice() {
            [] => self.new_node(Some(&last)),
            [node] => *node,
            _ => self.either(&last, nodes),
        })
    }

    /// A union of schemas that the document does not write as one.
    pub(super) fn either(&mut self, at: &At<'a>, nodes: Vec<NodeId>) -> NodeId {
        let branches = nodes.into_iter().map(|node| Branch {
            node,
            label: None,
            tags: Vec::new(),
            implied: false,
            impossible: false,
            rule: Rule::default(),
        });
        let union = Union {
            discriminator: None,
            exclusive: false,
            branches: branches.collect(),
            beside: Vec::new(),
        };
        let origin = self.origin(at);
        self.add_node(origin, Kind::Union(union))
    }

    /// Whether the conditions of a schema name a property that another one, or what it is made of, does not have.
    pub(super) fn adds_properties(&self, at: &At<'a>, to: &At<'a>) -> bool {
        let mut names = HashSet::new();
        let waiting = consequences(at);
        self.names(waiting, &mut names);
        if names.is_empty() {
            return false;
        }
        let mut have = HashSet::new();
        self.names(vec![to.clone()], &mut have);
        !names.is_subset(&have)
    }

    /// The names of properties of schemas, through references, allOf and conditions.
    fn names(&self, mut waiting: Vec<At<'a>>, names: &mut HashSet<&'a str>) {
        let mut seen = HashSet::new();
        while let Some(at) = waiting.pop() {
            let Some(target) = self.peek(&at).filter(|at| seen.insert(at.key())) else {
                continue;
            };
            waiting.extend(target.list("allOf"));
            waiting.extend(consequences(&target));
            let own = target.get("properties");
            names.extend(own.iter().flat_map(At::members).map(|(name, _)| name));
        }
    }
}

/// The schemas that hold if a condition does: `then` and `else` beside an `if`, and those of `dependentSchemas`.
pub(super) fn consequences<'a>(at: &At<'a>) -> Vec<At<'a>> {
    let mut list = Vec::new();
    if at.has("if") {
        list.extend(at.object("then"));
        list.extend(at.object("else"));
    }
    let dependent = at.get("dependentSchemas");
    let dependent = dependent.iter().flat_map(At::members).map(|(_, at)| at);
    list.extend(dependent.filter(|at| at.value.is_object()));
    list
}

/// Whether the conditions of a schema may name properties.
pub(super) fn names_properties(at: &At<'_>) -> bool {
    consequences(at).iter().any(|at| {
        ["properties", "$ref", "allOf"]
            .iter()
            .any(|key| at.has(key))
            || names_properties(at)
    })
}

/// Whether a schema says nothing about a value.
fn is_silent(value: &Value) -> bool {
    match value {
        Value::Object(map) => map.keys().all(|key| key == "not" || key == "description"),
        _ => true,
    }
}
