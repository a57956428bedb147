//! Unions: in, the branches that the document lists; out, as few as can be told apart, each with the rule that chooses
//! it. Branches that are all lists of values become one list; equal branches become one. Invariant: a union that is
//! left has two branches or more, and no discriminator value chooses two of them.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::{Context, ambiguity, rules};
use crate::diag::Diagnostic;
use crate::graph;
use crate::lower::draft::{Branch, Draft, Enum, EnumValue, Kind, NodeId, Union};

/// How deep types are compared.
const MAX_DEPTH: usize = 8;

/// The pass.
pub(super) fn run(draft: &mut Draft, context: &mut Context<'_>) {
    let unions: Vec<NodeId> = draft
        .ids()
        .filter(|id| matches!(draft.node(*id).kind, Kind::Union(_)))
        .collect();
    let mut circles = Circles::of(draft, &unions);
    for id in &unions {
        let back = circles.leading_to(*id);
        simplify(draft, *id, &back);
    }
    for id in &unions {
        tag(draft, *id, context);
    }
    rules::run(draft, &unions);
    ambiguity::run(draft, &unions, context);
}

/// `back` are the unions that lead to this one by way of unions alone.
fn simplify(draft: &mut Draft, id: NodeId, back: &HashSet<NodeId>) {
    let Kind::Union(mut union) = std::mem::replace(&mut draft.node_mut(id).kind, Kind::Any) else {
        return;
    };
    splice(draft, id, &mut union);
    let branches = std::mem::take(&mut union.branches);
    draft.node_mut(id).nullable |= unrolled(draft, id, branches, back, &mut union.branches);
    let null = union
        .branches
        .iter()
        .any(|branch| draft.nullable(branch.node));
    let any = |branch: &Branch| matches!(draft.kind(branch.node), Kind::Any);
    let null = null && !union.branches.iter().any(any);
    union
        .branches
        .retain(|branch| !matches!(draft.kind(branch.node), Kind::Null));
    dedupe(draft, &mut union);
    // What takes anything is asked last.
    union.branches.sort_by_key(any);
    draft.node_mut(id).nullable |= null;
    let kind = match union.branches.as_slice() {
        [] if null => Kind::Null,
        [] => Kind::Any,
        [only] => {
            draft.node_mut(id).notes.constraints.impossible |= only.impossible;
            Kind::Ref(only.node)
        }
        branches => match values(draft, branches) {
            Some(list) => Kind::Enum(list),
            None => Kind::Union(union),
        },
    };
    draft.node_mut(id).kind = kind;
}

/// Puts the branches of an inline union without a discriminator in the place of that union.
fn splice(draft: &Draft, id: NodeId, union: &mut Union) {
    if union.discriminator.is_some() {
        return;
    }
    let mut branches = Vec::with_capacity(union.branches.len());
    for branch in std::mem::take(&mut union.branches) {
        let target = draft.target(branch.node);
        let node = draft.node(target);
        match &node.kind {
            Kind::Union(inner)
                if target != id && node.label.is_none() && inner.discriminator.is_none() =>
            {
                union.exclusive |= inner.exclusive;
                branches.extend(inner.branches.iter().cloned());
            }
            _ => branches.push(branch),
        }
    }
    union.branches = branches;
}

/// Collects the branches of a union without those that lead back to it: that a value is one of the union says nothing about it.
/// What else such a branch may be is a branch of its own; the result is whether one of them may be `null`.
fn unrolled(
    draft: &Draft,
    id: NodeId,
    branches: Vec<Branch>,
    back: &HashSet<NodeId>,
    kept: &mut Vec<Branch>,
) -> bool {
    let mut null = false;
    let mut seen = HashSet::from([id]);
    let mut open = branches;
    open.reverse();
    while let Some(branch) = open.pop() {
        let target = draft.target(branch.node);
        match &draft.node(target).kind {
            _ if target == id => {}
            Kind::Union(inner) if back.contains(&target) => {
                null |= draft.nullable(branch.node);
                if seen.insert(target) {
                    open.extend(inner.branches.iter().rev().cloned());
                }
            }
            _ => kept.push(branch),
        }
    }
    null
}

/// The unions that lead back to themselves by way of unions alone. One that was asked for is in no circle any more.
struct Circles {
    /// The unions that have a node as a branch and lead back to themselves by way of it, by node.
    starts: Vec<u32>,
    users: Vec<u32>,
    done: HashSet<u32>,
}

impl Circles {
    fn of(draft: &Draft, unions: &[NodeId]) -> Self {
        let mut edges = Vec::new();
        for id in unions {
            if let Kind::Union(union) = &draft.node(*id).kind {
                let targets = union.branches.iter().map(|one| draft.target(one.node));
                edges.extend(targets.map(|target| (id.0, target.0)));
            }
        }
        let nodes = draft.ids().count();
        let (starts, targets) = graph::adjacency(nodes, &edges);
        let (component, _) = graph::strong(nodes, &starts, &targets);
        edges.retain(|(from, to)| component[*from as usize] == component[*to as usize]);
        let edges: Vec<(u32, u32)> = edges.into_iter().map(|(from, to)| (to, from)).collect();
        let (starts, users) = graph::adjacency(nodes, &edges);
        Self {
            starts,
            users,
            done: HashSet::new(),
        }
    }

    /// The unions of which this one is a branch, or a branch of a branch, and which are one of its own.
    fn leading_to(&mut self, id: NodeId) -> HashSet<NodeId> {
        let mut found = HashSet::new();
        let mut open = vec![id.0];
        while let Some(node) = open.pop() {
            let at = node as usize;
            for user in &self.users[self.starts[at] as usize..self.starts[at + 1] as usize] {
                if !self.done.contains(user) && found.insert(NodeId(*user)) {
                    open.push(*user);
                }
            }
        }
        self.done.insert(id.0);
        found
    }
}

fn dedupe(draft: &Draft, union: &mut Union) {
    let mut kept: Vec<Branch> = Vec::with_capacity(union.branches.len());
    // Where the branch of a type, or one that comes out as the same, is among those that are kept.
    let mut known: HashMap<NodeId, usize> = HashMap::new();
    for branch in std::mem::take(&mut union.branches) {
        let target = draft.target(branch.node);
        let plain = !matches!(
            draft.kind(branch.node),
            Kind::Struct(_) | Kind::Enum(_) | Kind::Union(_)
        );
        let twin = known.get(&target).copied().or_else(|| {
            let alike = |other: &Branch| same(draft, other.node, branch.node, MAX_DEPTH);
            plain.then(|| kept.iter().position(alike)).flatten()
        });
        known.insert(target, twin.unwrap_or(kept.len()));
        match twin {
            Some(at) => {
                let twin = &mut kept[at];
                twin.impossible |= union.exclusive && equal(draft, twin.node, branch.node);
            }
            None => kept.push(branch),
        }
    }
    union.branches = kept;
}

/// Whether what fits one of two nodes of the same type fits the other, as far as can be told at a glance.
fn equal(draft: &Draft, one: NodeId, other: NodeId) -> bool {
    let says = |one: NodeId, other: NodeId| {
        let [one, other] = [one, other].map(|id| &draft.node(id).notes.constraints);
        one == other
    };
    let (target, rival) = (draft.target(one), draft.target(other));
    let flat = draft.node(target).children().is_empty();
    says(one, other) && (target == rival || flat && says(target, rival))
}

/// Whether two nodes come out as the same Rust type.
fn same(draft: &Draft, one: NodeId, other: NodeId, depth: usize) -> bool {
    let (one, other) = (draft.target(one), draft.target(other));
    if one == other {
        return true;
    }
    let Some(depth) = depth.checked_sub(1) else {
        return false;
    };
    match (&draft.node(one).kind, &draft.node(other).kind) {
        (Kind::Any, Kind::Any) | (Kind::Null, Kind::Null) | (Kind::Bool, Kind::Bool) => true,
        (Kind::String | Kind::Binary, Kind::String | Kind::Binary) => true,
        (Kind::Integer(a), Kind::Integer(b)) => a == b,
        (Kind::Number(a), Kind::Number(b)) => a == b,
        (Kind::Formatted(a), Kind::Formatted(b)) => a == b,
        (Kind::List(a), Kind::List(b)) => same(draft, *a, *b, depth),
        (Kind::Map(None, a), Kind::Map(None, b)) => same(draft, *a, *b, depth),
        _ => false,
    }
}

/// The values of branches that all list some; other strings are allowed too where one is a plain string.
fn values(draft: &Draft, branches: &[Branch]) -> Option<Enum> {
    let mut list = Enum {
        values: Vec::new(),
        open: false,
    };
    let mut strings = false;
    let mut seen = HashSet::new();
    for branch in branches {
        match draft.kind(branch.node) {
            Kind::String => list.open = true,
            Kind::Enum(own) => {
                list.open |= own.open;
                strings |= own.values.iter().any(|value| value.value.is_string());
                add(draft, &mut list.values, own, branch.node, &mut seen);
            }
            _ => return None,
        }
    }
    let uniform = list
        .values
        .iter()
        .all(|value| value.value.is_string() == strings);
    (uniform && !list.values.is_empty() && (strings || !list.open)).then_some(list)
}

fn add<'a>(
    draft: &'a Draft,
    values: &mut Vec<EnumValue>,
    own: &'a Enum,
    node: NodeId,
    seen: &mut HashSet<&'a Value>,
) {
    for value in &own.values {
        if !seen.insert(&value.value) {
            continue;
        }
        let mut value = value.clone();
        if own.values.len() == 1 && value.docs.text.is_none() {
            let docs = &draft.node(node).notes.docs;
            value.docs.text = docs.text.clone().or_else(|| docs.title.clone());
        }
        values.push(value);
    }
}

/// Settles which discriminator values choose which branch.
fn tag(draft: &mut Draft, id: NodeId, context: &mut Context<'_>) {
    let Kind::Union(union) = &draft.node(id).kind else {
        return;
    };
    let mut union = union.clone();
    match union.discriminator.clone() {
        Some(property) => from_constants(draft, &mut union, &property),
        None => {
            let found = inherited(draft, &mut union).or_else(|| implicit(draft, &mut union));
            union.discriminator = found;
        }
    }
    let mut seen = HashSet::new();
    for branch in &mut union.branches {
        branch.tags.retain(|tag| {
            let fresh = seen.insert(tag.clone());
            if !fresh {
                let message = format!("`{tag}` stands for two branches; the first one is taken");
                let at = draft.node(id).origin.clone();
                let finding = Diagnostic::warning("discriminator-duplicate", at, message);
                context.diagnostics.push(finding);
            }
            fresh
        });
    }
    draft.node_mut(id).kind = Kind::Union(union);
}

/// What a branch itself says that its discriminator is, is truer than the name of its schema.
fn from_constants(draft: &Draft, union: &mut Union, property: &str) {
    let sets: Vec<Vec<String>> = union
        .branches
        .iter()
        .map(|branch| constants(draft, branch.node, property))
        .collect();
    if !disjoint(&sets) {
        return;
    }
    for (branch, set) in union.branches.iter_mut().zip(sets) {
        if set.is_empty() {
            continue;
        }
        if branch.implied {
            branch.tags.clear();
        }
        for value in set {
            if !branch.tags.contains(&value) {
                branch.tags.push(value);
            }
        }
    }
}

/// The discriminator of a schema that all branches extend.
fn inherited(draft: &Draft, union: &mut Union) -> Option<String> {
    let first = draft.target(union.branches.first()?.node);
    for base in &draft.node(first).bases {
        let Kind::Union(family) = draft.kind(*base) else {
            continue;
        };
        let Some(property) = &family.discriminator else {
            continue;
        };
        let mut known: HashMap<NodeId, &Branch> = HashMap::new();
        for branch in &family.branches {
            known.entry(draft.target(branch.node)).or_insert(branch);
        }
        let members: Option<Vec<&Branch>> = union
            .branches
            .iter()
            .map(|branch| known.get(&draft.target(branch.node)).copied())
            .collect();
        if let Some(members) = members {
            for (branch, member) in union.branches.iter_mut().zip(members) {
                branch.tags.clone_from(&member.tags);
                branch.implied = member.implied;
            }
            return Some(property.clone());
        }
    }
    None
}

/// A property whose listed values differ from branch to branch.
fn implicit(draft: &Draft, union: &mut Union) -> Option<String> {
    let first = union.branches.first()?;
    let Kind::Struct(object) = draft.kind(first.node) else {
        return None;
    };
    for field in &object.fields {
        let sets: Vec<Vec<String>> = union
            .branches
            .iter()
            .map(|branch| constants(draft, branch.node, &field.wire_name))
            .collect();
        let told = sets.iter().filter(|set| !set.is_empty()).count();
        if told < 2 || !disjoint(&sets) || !silent(draft, union, &sets, &field.wire_name) {
            continue;
        }
        let property = field.wire_name.clone();
        for (branch, set) in union.branches.iter_mut().zip(sets) {
            branch.tags = set;
        }
        return Some(property);
    }
    None
}

/// Whether the branches without listed values for a property do not have that property at all.
fn silent(draft: &Draft, union: &Union, sets: &[Vec<String>], property: &str) -> bool {
    let mut pairs = union.branches.iter().zip(sets);
    pairs.all(|(branch, set)| match draft.kind(branch.node) {
        _ if !set.is_empty() => true,
        Kind::Struct(object) => !object
            .fields
            .iter()
            .any(|field| field.wire_name == property),
        _ => false,
    })
}

/// The strings that a property of a branch is limited to.
fn constants(draft: &Draft, node: NodeId, property: &str) -> Vec<String> {
    let Kind::Struct(object) = draft.kind(node) else {
        return Vec::new();
    };
    let field = object
        .fields
        .iter()
        .find(|field| field.wire_name == property);
    let Some(Kind::Enum(list)) = field.map(|field| draft.kind(field.node)) else {
        return Vec::new();
    };
    let strings: Option<Vec<String>> = list
        .values
        .iter()
        .map(|value| match &value.value {
            Value::String(text) => Some(text.clone()),
            _ => None,
        })
        .collect();
    strings.filter(|_| !list.open).unwrap_or_default()
}

fn disjoint(sets: &[Vec<String>]) -> bool {
    let mut seen = HashSet::new();
    sets.iter().flatten().all(|value| seen.insert(value))
}
