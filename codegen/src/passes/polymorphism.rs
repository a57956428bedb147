//! Inheritance: in, schemas with a discriminator that others extend through allOf; out, a union in the place of each,
//! with a branch for every schema that extends it and one for the schema itself. Invariant: what extends a schema has
//! the fields of that schema, and never refers to the union for them.

use std::collections::{HashMap, HashSet};

use super::Context;
use crate::ir::Rule;
use crate::lower::draft::{Branch, Discriminator, Draft, Kind, Node, NodeId, Union};

/// The pass.
pub(super) fn run(draft: &mut Draft, _: &mut Context<'_>) {
    let heirs = heirs(draft);
    let listed = listed(draft);
    let mut moved: HashMap<NodeId, (NodeId, Discriminator)> = HashMap::new();
    let mut order = Vec::new();
    for base in draft.components.clone() {
        if listed.contains(&base) {
            continue;
        }
        let Kind::Struct(object) = &draft.node(base).kind else {
            continue;
        };
        let Some(discriminator) = object.discriminator.clone() else {
            continue;
        };
        let mapped = discriminator
            .mapping
            .iter()
            .any(|(_, node)| draft.target(*node) != base);
        if !mapped && !heirs.contains_key(&base) {
            continue;
        }
        let node = Node {
            label: None,
            nullable: false,
            ..draft.node(base).clone()
        };
        let copy = draft.add(node);
        moved.insert(base, (copy, discriminator));
        order.push(base);
    }
    for base in order {
        let branches = branches(draft, base, &heirs, &moved);
        let property = moved[&base].1.property.clone();
        draft.node_mut(base).kind = Kind::Union(Union {
            discriminator: Some(property),
            exclusive: false,
            branches,
            beside: Vec::new(),
        });
    }
}

/// Which named schemas extend which, directly or not, in the document's order.
fn heirs(draft: &Draft) -> HashMap<NodeId, Vec<NodeId>> {
    let mut heirs: HashMap<NodeId, Vec<NodeId>> = HashMap::new();
    for id in &draft.components {
        for base in &draft.node(*id).bases {
            let base = draft.target(*base);
            let list = heirs.entry(base).or_default();
            if base != *id && list.last() != Some(id) {
                list.push(*id);
            }
        }
    }
    heirs
}

/// The schemas that some union lists.
fn listed(draft: &Draft) -> HashSet<NodeId> {
    let mut listed = HashSet::new();
    for node in &draft.nodes {
        if let Kind::Union(union) = &node.kind {
            listed.extend(
                union
                    .branches
                    .iter()
                    .map(|branch| draft.target(branch.node)),
            );
        }
    }
    listed
}

fn branches(
    draft: &Draft,
    base: NodeId,
    heirs: &HashMap<NodeId, Vec<NodeId>>,
    moved: &HashMap<NodeId, (NodeId, Discriminator)>,
) -> Vec<Branch> {
    let (copy, discriminator) = &moved[&base];
    let mut nodes: Vec<NodeId> = Vec::new();
    let mut seen = HashSet::new();
    let mapped = discriminator
        .mapping
        .iter()
        .map(|(_, node)| draft.target(*node));
    for id in heirs
        .get(&base)
        .into_iter()
        .flatten()
        .copied()
        .chain(mapped)
    {
        if id != base && seen.insert(id) {
            nodes.push(id);
        }
    }
    nodes.push(base);
    let values = values(draft, discriminator);
    nodes
        .into_iter()
        .map(|id| {
            let (tags, implied) = tags(draft, &values, id);
            let node = moved.get(&id).map_or(id, |(copy, _)| *copy);
            let label = match &draft.node(id).label {
                _ if node == *copy => Some("Base".to_owned()),
                name if node != id => name.clone(),
                _ => None,
            };
            Branch {
                node,
                label,
                tags,
                implied,
                impossible: false,
                rule: Rule::default(),
            }
        })
        .collect()
}

/// The values that a mapping has for each schema.
fn values(draft: &Draft, discriminator: &Discriminator) -> HashMap<NodeId, Vec<String>> {
    let mut mapped: HashMap<NodeId, Vec<String>> = HashMap::new();
    for (value, node) in &discriminator.mapping {
        let values = mapped.entry(draft.target(*node)).or_default();
        values.push(value.clone());
    }
    mapped
}

fn tags(draft: &Draft, mapped: &HashMap<NodeId, Vec<String>>, id: NodeId) -> (Vec<String>, bool) {
    if let Some(values) = mapped.get(&id) {
        return (values.clone(), false);
    }
    let node = draft.node(id);
    if let Some(tag) = &node.tag {
        return (vec![tag.clone()], false);
    }
    (node.label.iter().cloned().collect(), true)
}
