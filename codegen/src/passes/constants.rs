//! Branches that are one text. In: a named draft; out: the branches that need no type of their own, with their texts.
//! Invariant: such a branch is read by its union alone, so nothing else misses the type.

use super::names::Names;
use crate::lower::draft::{Draft, Kind, NodeId};
use std::collections::HashMap;

/// The branches of unions that can be only one text, and are nothing else: schemas without a name of their own, of
/// which nothing is read but by the union.
pub(super) fn find(draft: &Draft, names: &Names) -> HashMap<NodeId, String> {
    let mut mentions: HashMap<NodeId, usize> = HashMap::new();
    for child in draft.ids().flat_map(|id| draft.node(id).children()) {
        *mentions.entry(child).or_default() += 1;
    }
    let unions = draft.ids().filter_map(|id| match &draft.node(id).kind {
        Kind::Union(union) => Some(&union.branches),
        _ => None,
    });
    let mut out = HashMap::new();
    for branch in unions.flatten() {
        let node = draft.node(branch.node);
        let inline = names.types.get(&branch.node).is_some_and(|name| !name.root);
        let only = inline && !node.direction.response && mentions.get(&branch.node) == Some(&1);
        if let (true, Kind::Enum(list)) = (only, &node.kind)
            && let ([value], false) = (list.values.as_slice(), list.open)
            && let Some(text) = value.value.as_str()
        {
            out.insert(branch.node, text.to_owned());
        }
    }
    out
}
