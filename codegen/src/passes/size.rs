//! Sizes: in, a draft and its cycles; out, which types need a name because they are too long to write, and which values
//! need a `Box` because they are too big to hold. Invariant: no type of the output is written with more than `WRITTEN`
//! names for each of its parts, and a value takes hardly more than `HELD` bytes, however often schemas refer to others.

use super::recursion::{Recursion, is_item, parts};
use crate::lower::draft::{Draft, Kind, NodeId};

/// How many names a type may be written with, aliases written out.
const WRITTEN: usize = 100;
/// How many bytes a value may take, about.
const HELD: usize = 64 << 10;
/// What is smaller is not worth a `Box`.
const WORTH_A_BOX: usize = 1 << 10;
/// What a value takes that holds its content elsewhere: a string, a list, a map.
const HANDLE: usize = 24;

/// Gives a name to whatever is too long to write.
pub(super) fn divide(draft: &Draft, recursion: &mut Recursion) {
    let edges: Vec<Vec<usize>> = draft
        .nodes
        .iter()
        .map(|node| match is_item(&node.kind) {
            true => Vec::new(),
            false => node.children().iter().map(|id| id.0 as usize).collect(),
        })
        .collect();
    let mut written = vec![1_usize; edges.len()];
    for node in children_first(&edges) {
        let id = id_of(node);
        if recursion.wrapped.contains(&id) || is_item(&draft.node(id).kind) {
            continue;
        }
        let inner = edges[node].iter().map(|child| written[*child]);
        let size = inner.fold(1, usize::saturating_add);
        if size <= WRITTEN {
            written[node] = size;
            continue;
        }
        if draft.node(id).label.is_none() {
            recursion.kept.insert(id);
        }
        recursion.wrapped.insert(id);
    }
}

/// Puts a `Box` around whatever makes a value too big.
pub(super) fn shrink(draft: &Draft, recursion: &mut Recursion) {
    let owns = |id: NodeId| is_item(&draft.node(id).kind) || recursion.wrapped.contains(&id);
    let edges: Vec<Vec<usize>> = draft
        .ids()
        .map(
            |id| match owns(id) || !draft.node(id).children().is_empty() {
                true => parts(draft, id).iter().map(|id| id.0 as usize).collect(),
                false => Vec::new(),
            },
        )
        .collect();
    let mut held = vec![HANDLE; edges.len()];
    for node in children_first(&edges) {
        let id = id_of(node);
        let is_union = matches!(draft.node(id).kind, Kind::Union(_));
        let mut size = HANDLE;
        for part in parts(draft, id) {
            let mut own = held[part.0 as usize];
            if own > WORTH_A_BOX && is_boxed(draft, recursion, id, part) {
                own = HANDLE;
            }
            size = match is_union {
                true => size.max(own),
                false => size.saturating_add(own),
            };
        }
        if size > HELD && recursion.is_named(draft, id) {
            size = HELD;
            for part in parts(draft, id) {
                if held[part.0 as usize] > WORTH_A_BOX {
                    let named = recursion.held(draft, part);
                    recursion
                        .boxed
                        .extend(named.into_iter().map(|named| (id, named)));
                }
            }
        }
        held[node] = size;
    }
}

fn is_boxed(draft: &Draft, recursion: &Recursion, owner: NodeId, part: NodeId) -> bool {
    let named = recursion.held(draft, part);
    !named.is_empty()
        && named
            .iter()
            .all(|named| recursion.boxed.contains(&(owner, *named)))
}

fn id_of(node: usize) -> NodeId {
    NodeId(u32::try_from(node).unwrap_or(u32::MAX))
}

/// The nodes of a graph, each after those its edges lead to, but for the edges that close a cycle.
fn children_first(edges: &[Vec<usize>]) -> Vec<usize> {
    let mut order = Vec::with_capacity(edges.len());
    let mut seen = vec![false; edges.len()];
    for start in 0..edges.len() {
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        let mut stack = vec![(start, 0_usize)];
        while let Some((node, next)) = stack.last_mut() {
            let Some(target) = edges[*node].get(*next).copied() else {
                order.push(*node);
                stack.pop();
                continue;
            };
            *next += 1;
            if !std::mem::replace(&mut seen[target], true) {
                stack.push((target, 0));
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::children_first;

    #[test]
    fn children_come_before_their_parents() {
        assert_eq!(
            children_first(&[vec![1, 2], vec![2], vec![0]]),
            [2, 1, 0],
            "the edge 2 -> 0 closes a cycle"
        );
    }
}
