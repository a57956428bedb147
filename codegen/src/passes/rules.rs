//! Rules of union branches: in, unions whose branches are settled; out, for each branch what its values look like.
//! Invariant: every value that fits the schema of a branch fits its rule.

use std::collections::HashMap;

use serde_json::Value;

use crate::ir::{FieldRule, JsonKind, Rule};
use crate::lower::draft::{Draft, Enum, Extra, Kind, NodeId, Struct, Union};
use crate::lower::kind_of_value;

/// How deep unions in unions are looked into.
const MAX_DEPTH: usize = 6;

/// Gives every branch its rule.
pub(super) fn run(draft: &mut Draft, unions: &[NodeId]) {
    let mut kinds = HashMap::new();
    for id in unions {
        let Kind::Union(union) = &draft.node(*id).kind else {
            continue;
        };
        let shared = shared_values(draft, union.branches.iter().map(|branch| branch.node));
        let mut finder = Finder {
            draft,
            shared: &shared,
            rules: HashMap::new(),
            kinds: &mut kinds,
        };
        let mut rules: Vec<Rule> = union
            .branches
            .iter()
            .map(|branch| finder.rule(branch.node, MAX_DEPTH))
            .collect();
        allow_new_values(&mut rules);
        if let Kind::Union(union) = &mut draft.node_mut(*id).kind {
            for (branch, rule) in union.branches.iter_mut().zip(rules) {
                branch.rule = rule;
            }
        }
    }
}

/// Looks for the rules of the branches of one union. What was found is kept: unions of unions of the same schemas would
/// take a time that grows with the power of the depth.
struct Finder<'a> {
    draft: &'a Draft,
    /// The keys that tell the branches apart.
    shared: &'a [String],
    rules: HashMap<(NodeId, usize), Rule>,
    /// The kinds of JSON value; the same for every union.
    kinds: &'a mut HashMap<(NodeId, usize), Vec<JsonKind>>,
}

/// A list of values takes values it does not know where no other branch would.
fn allow_new_values(rules: &mut [Rule]) {
    for index in 0..rules.len() {
        let rivals = rules.iter().enumerate().any(|(other, rule)| {
            other != index
                && (rule.kinds.is_empty()
                    || rule
                        .kinds
                        .iter()
                        .any(|kind| rules[index].kinds.contains(kind)))
        });
        if !rivals {
            rules[index].values.clear();
        }
    }
}

/// The keys that every struct among the branches lists values for: those tell branches apart, others only describe.
fn shared_values(draft: &Draft, branches: impl Iterator<Item = NodeId>) -> Vec<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut structs = 0;
    for node in branches {
        let Kind::Struct(object) = draft.kind(node) else {
            continue;
        };
        structs += 1;
        for field in &object.fields {
            if matches!(draft.kind(field.node), Kind::Enum(list) if !list.open) {
                *counts.entry(&field.wire_name).or_default() += 1;
            }
        }
    }
    let mut keys: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count == structs && structs > 1)
        .map(|(key, _)| key.to_owned())
        .collect();
    keys.sort();
    keys
}

impl Finder<'_> {
    fn rule(&mut self, node: NodeId, depth: usize) -> Rule {
        let Some(depth) = depth.checked_sub(1) else {
            return Rule::default();
        };
        let target = self.draft.target(node);
        let Kind::Union(union) = &self.draft.node(target).kind else {
            return self.plain(target, depth);
        };
        if let Some(known) = self.rules.get(&(target, depth)) {
            return known.clone();
        }
        let rules = union
            .branches
            .iter()
            .map(|branch| self.rule(branch.node, depth))
            .collect();
        let rule = either(rules);
        self.rules.insert((target, depth), rule.clone());
        rule
    }

    /// The rule of what is no union.
    fn plain(&mut self, target: NodeId, depth: usize) -> Rule {
        let mut rule = Rule::default();
        match &self.draft.node(target).kind {
            // A target is no reference.
            Kind::Any | Kind::Ref(_) | Kind::Union(_) => {}
            Kind::Null => rule.kinds = vec![JsonKind::Null],
            Kind::Bool => rule.kinds = vec![JsonKind::Bool],
            Kind::Integer(_) => rule.kinds = vec![JsonKind::Integer],
            Kind::Number(_) => rule.kinds = vec![JsonKind::Number],
            Kind::String | Kind::Binary => rule.kinds = vec![JsonKind::String],
            Kind::Formatted(format) => {
                rule.kinds = vec![JsonKind::String];
                rule.format = Some(*format);
            }
            Kind::List(item) => {
                rule.kinds = vec![JsonKind::Array];
                rule.items = self.kinds(*item, depth);
            }
            Kind::Tuple(items, _) => {
                rule.kinds = vec![JsonKind::Array];
                rule.items = items
                    .first()
                    .map_or_else(Vec::new, |item| self.kinds(*item, depth));
            }
            Kind::Map(_, _) => rule.kinds = vec![JsonKind::Object],
            Kind::Enum(list) => {
                rule.kinds = kinds_of_values(list);
                rule.values = listed(list);
            }
            Kind::Struct(object) => {
                rule.kinds = vec![JsonKind::Object];
                rule.fields = self.fields(object, depth);
                rule.closed = matches!(object.extra, Extra::Denied);
            }
        }
        rule
    }

    fn fields(&mut self, object: &Struct, depth: usize) -> Vec<FieldRule> {
        let rules = object.fields.iter().map(|field| {
            let values = match self.draft.kind(field.node) {
                Kind::Enum(list)
                    if list.values.len() == 1
                        || self.shared.binary_search(&field.wire_name).is_ok() && !list.open =>
                {
                    listed(list)
                }
                _ => Vec::new(),
            };
            let mut kinds = self.kinds(field.node, depth);
            if self.draft.nullable(field.node)
                && !kinds.is_empty()
                && !kinds.contains(&JsonKind::Null)
            {
                kinds.insert(0, JsonKind::Null);
            }
            let write_only = self.draft.node(field.node).notes.write_only;
            FieldRule {
                wire_name: field.wire_name.clone(),
                required: field.required && !write_only,
                kinds,
                values,
            }
        });
        rules.collect()
    }

    /// The kinds of JSON value that fit a node; empty for any.
    fn kinds(&mut self, node: NodeId, depth: usize) -> Vec<JsonKind> {
        if depth == 0 {
            return Vec::new();
        }
        if let Some(known) = self.kinds.get(&(node, depth)) {
            return known.clone();
        }
        let mut kinds = match self.draft.kind(node) {
            Kind::Any | Kind::Ref(_) => return Vec::new(),
            Kind::Null => vec![JsonKind::Null],
            Kind::Bool => vec![JsonKind::Bool],
            Kind::Integer(_) => vec![JsonKind::Integer],
            Kind::Number(_) => vec![JsonKind::Number],
            Kind::String | Kind::Binary | Kind::Formatted(_) => vec![JsonKind::String],
            Kind::List(_) | Kind::Tuple(_, _) => vec![JsonKind::Array],
            Kind::Map(_, _) | Kind::Struct(_) => vec![JsonKind::Object],
            Kind::Enum(list) => kinds_of_values(list),
            Kind::Union(union) => self.kinds_of_branches(union, depth),
        };
        if !kinds.is_empty() && self.draft.nullable(node) {
            kinds.push(JsonKind::Null);
        }
        kinds.sort_unstable();
        kinds.dedup();
        self.kinds.insert((node, depth), kinds.clone());
        kinds
    }

    fn kinds_of_branches(&mut self, union: &Union, depth: usize) -> Vec<JsonKind> {
        let mut all = Vec::new();
        for branch in &union.branches {
            let own = self.kinds(branch.node, depth - 1);
            if own.is_empty() {
                return Vec::new();
            }
            all.extend(own);
            all.sort_unstable();
            all.dedup();
        }
        all
    }
}

/// The values that tell a list of them from others: all of them, unless it allows more.
fn listed(list: &Enum) -> Vec<Value> {
    if list.open {
        return Vec::new();
    }
    list.values
        .iter()
        .map(|value| value.value.clone())
        .collect()
}

fn kinds_of_values(list: &Enum) -> Vec<JsonKind> {
    let mut kinds: Vec<JsonKind> = list
        .values
        .iter()
        .map(|value| kind_of_value(&value.value))
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// A rule that every value fits that fits one of several.
fn either(rules: Vec<Rule>) -> Rule {
    let mut rules = rules.into_iter();
    let Some(mut all) = rules.next() else {
        return Rule::default();
    };
    for rule in rules {
        if all.kinds.is_empty() || rule.kinds.is_empty() {
            return Rule::default();
        }
        all.kinds.extend(rule.kinds);
        all.kinds.sort_unstable();
        all.kinds.dedup();
        if all.format != rule.format {
            all.format = None;
        }
        if all.values.is_empty() || rule.values.is_empty() {
            all.values.clear();
        } else {
            all.values.extend(rule.values);
        }
        if all.items != rule.items {
            all.items.clear();
        }
        all.closed &= rule.closed;
        either_fields(&mut all.fields, rule.fields);
    }
    all
}

fn either_fields(all: &mut Vec<FieldRule>, mut more: Vec<FieldRule>) {
    for field in all.iter_mut() {
        let found = more
            .iter()
            .position(|other| other.wire_name == field.wire_name);
        let Some(index) = found else {
            field.required = false;
            continue;
        };
        let other = more.remove(index);
        field.required &= other.required;
        if field.kinds.is_empty() || other.kinds.is_empty() {
            field.kinds.clear();
        } else {
            field.kinds.extend(other.kinds);
            field.kinds.sort_unstable();
            field.kinds.dedup();
        }
        if field.values.is_empty() || other.values.is_empty() {
            field.values.clear();
        } else {
            field.values.extend(other.values);
        }
    }
    all.extend(more.into_iter().map(|field| FieldRule {
        required: false,
        ..field
    }));
}
