//! Recursion: in, a draft with cycles of any shape; out, which of its edges need a `Box`, which inline schemas need a
//! name because they contain themselves, and which aliases cannot be aliases. Invariant: every cycle of values has a
//! `Box`, a list or a map in it, a `Box` stands in a cycle or around what is big, and no object requires itself.

use std::collections::HashSet;

use indexmap::IndexMap;

use super::cycles::back_edges;
use super::{Context, size};
use crate::diag::Diagnostic;
use crate::lower::draft::{Draft, Kind, NodeId};

/// What recursion asks of the types.
#[derive(Clone, Debug, Default)]
pub(super) struct Recursion {
    /// Inline schemas that contain themselves.
    pub(super) kept: HashSet<NodeId>,
    /// Other names for a type that contains that name.
    pub(super) wrapped: HashSet<NodeId>,
    /// The owner of a value and the named type that it holds in a `Box`.
    pub(super) boxed: HashSet<(NodeId, NodeId)>,
}

impl Recursion {
    /// Whether a node comes out as a type with a name.
    pub(super) fn is_named(&self, draft: &Draft, id: NodeId) -> bool {
        let node = draft.node(id);
        node.label.is_some() || is_item(&node.kind) || self.kept.contains(&id)
    }

    /// The named types that are held by value where a node stands.
    pub(super) fn held(&self, draft: &Draft, id: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            if self.is_named(draft, id) {
                found.push(id);
                continue;
            }
            self.push_parts(draft, id, &mut stack);
        }
        found
    }

    /// The structs, unions and wrappers that a named type is in the end.
    fn meant(&self, draft: &Draft, id: NodeId) -> Vec<NodeId> {
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut stack = vec![id];
        while let Some(id) = stack.pop() {
            if !seen.insert(id) {
                continue;
            }
            if is_item(&draft.node(id).kind) || self.wrapped.contains(&id) {
                found.push(id);
                continue;
            }
            self.push_parts(draft, id, &mut stack);
        }
        found
    }

    fn push_parts(&self, draft: &Draft, id: NodeId, stack: &mut Vec<NodeId>) {
        match &draft.node(id).kind {
            Kind::Ref(target) => stack.push(*target),
            Kind::Tuple(items, _) => stack.extend(items.iter().rev()),
            Kind::Any
            | Kind::Null
            | Kind::Bool
            | Kind::Integer(_)
            | Kind::Number(_)
            | Kind::String
            | Kind::Formatted(_)
            | Kind::Binary
            | Kind::List(_)
            | Kind::Map(_, _)
            | Kind::Struct(_)
            | Kind::Enum(_)
            | Kind::Union(_) => {}
        }
    }
}

/// The pass.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) -> Recursion {
    let mut recursion = Recursion::default();
    wrap(draft, &mut recursion);
    size::divide(draft, &mut recursion);
    loosen(draft, &recursion, context);
    enclose(draft, &mut recursion);
    size::shrink(draft, &mut recursion);
    recursion
}

/// Whether a kind is a type of its own in Rust.
pub(super) fn is_item(kind: &Kind) -> bool {
    matches!(kind, Kind::Struct(_) | Kind::Enum(_) | Kind::Union(_))
}

/// Finds what contains itself without a struct or a union in between.
fn wrap(draft: &Draft, recursion: &mut Recursion) {
    let edges: Vec<Vec<usize>> = draft
        .nodes
        .iter()
        .map(|node| {
            if is_item(&node.kind) {
                return Vec::new();
            }
            let children = node.children().into_iter();
            children
                .map(|id| through_inline(draft, id).0 as usize)
                .collect()
        })
        .collect();
    for (_, target) in back_edges(&edges) {
        let id = NodeId(u32::try_from(target).unwrap_or(u32::MAX));
        if draft.node(id).label.is_none() {
            recursion.kept.insert(id);
        }
        recursion.wrapped.insert(id);
    }
}

/// Where inline references lead, up to the first name.
fn through_inline(draft: &Draft, mut id: NodeId) -> NodeId {
    while let (None, Kind::Ref(next)) = (&draft.node(id).label, &draft.node(id).kind) {
        id = *next;
    }
    id
}

/// Makes the field optional that would have an object require itself.
fn loosen(draft: &mut Draft, recursion: &Recursion, context: &mut Context<'_>) {
    let edges: Vec<Vec<usize>> = draft
        .ids()
        .map(|id| {
            let Kind::Struct(object) = &draft.node(id).kind else {
                return Vec::new();
            };
            let must = object
                .fields
                .iter()
                .filter(|field| field.required && !draft.nullable(field.node));
            must.flat_map(|field| targets(draft, recursion, field.node))
                .map(|id| id.0 as usize)
                .collect()
        })
        .collect();
    let mut back: IndexMap<usize, HashSet<usize>> = IndexMap::new();
    for (owner, target) in back_edges(&edges) {
        back.entry(owner).or_default().insert(target);
    }
    for (owner, ends) in back {
        let fields = match &draft.nodes[owner].kind {
            Kind::Struct(object) => object.fields.clone(),
            _ => continue,
        };
        for (index, field) in fields.iter().enumerate() {
            let leads = || {
                let mut targets = targets(draft, recursion, field.node).into_iter();
                targets.any(|id| ends.contains(&(id.0 as usize)))
            };
            if !field.required || draft.nullable(field.node) || !leads() {
                continue;
            }
            let message = format!(
                "`{}` is required and leads back to the schema itself: no value could ever end; it is optional",
                field.wire_name
            );
            let at = draft.node(field.node).origin.clone();
            let finding = Diagnostic::warning("required-cycle", at, message);
            context.diagnostics.push(finding);
            if let Kind::Struct(object) = &mut draft.nodes[owner].kind {
                object.fields[index].required = false;
            }
        }
    }
}

fn targets(draft: &Draft, recursion: &Recursion, id: NodeId) -> Vec<NodeId> {
    let held = recursion.held(draft, id);
    held.into_iter()
        .flat_map(|id| recursion.meant(draft, id))
        .collect()
}

/// Finds the edges that need a `Box`.
fn enclose(draft: &Draft, recursion: &mut Recursion) {
    let mut edges: Vec<Vec<usize>> = Vec::with_capacity(draft.nodes.len());
    for id in draft.ids() {
        let owns = is_item(&draft.node(id).kind) || recursion.wrapped.contains(&id);
        let mut list = Vec::new();
        if owns {
            for part in parts(draft, id) {
                let targets = targets(draft, recursion, part);
                list.extend(targets.into_iter().map(|id| id.0 as usize));
            }
        }
        edges.push(list);
    }
    let back: HashSet<(usize, usize)> = back_edges(&edges).into_iter().collect();
    let mut owners: Vec<usize> = back.iter().map(|(owner, _)| *owner).collect();
    owners.sort_unstable();
    owners.dedup();
    for owner in owners {
        let id = NodeId(u32::try_from(owner).unwrap_or(u32::MAX));
        for part in parts(draft, id) {
            for held in recursion.held(draft, part) {
                let meant = recursion.meant(draft, held);
                if meant
                    .iter()
                    .any(|target| back.contains(&(owner, target.0 as usize)))
                {
                    recursion.boxed.insert((id, held));
                }
            }
        }
    }
}

/// The nodes that a type holds by value.
pub(super) fn parts(draft: &Draft, id: NodeId) -> Vec<NodeId> {
    match &draft.node(id).kind {
        Kind::Struct(object) => object.fields.iter().map(|field| field.node).collect(),
        Kind::Union(union) => union.branches.iter().map(|branch| branch.node).collect(),
        Kind::Ref(target) => vec![*target],
        Kind::Tuple(items, _) => items.clone(),
        Kind::Any
        | Kind::Null
        | Kind::Bool
        | Kind::Integer(_)
        | Kind::Number(_)
        | Kind::String
        | Kind::Formatted(_)
        | Kind::Binary
        | Kind::List(_)
        | Kind::Map(_, _)
        | Kind::Enum(_) => Vec::new(),
    }
}
