//! Ambiguity: in, unions with their rules; out, a warning for each that has two branches which no rule tells apart, with
//! a document that is a value of both. Invariant: only warns; the first of such branches is the one that is read.

use serde_json::{Map, Value};

use super::Context;
use crate::diag::Diagnostic;
use crate::ir::{FieldRule, Format, JsonKind, Rule};
use crate::lower::draft::{Branch, Draft, Kind, NodeId};

/// How many branches are compared with each other.
const MAX_BRANCHES: usize = 64;

/// Looks through the unions.
pub(super) fn run(draft: &Draft, unions: &[NodeId], context: &mut Context<'_>) {
    for id in unions {
        let Kind::Union(union) = &draft.node(*id).kind else {
            continue;
        };
        if let Some((one, other, witness)) = first_pair(&union.branches) {
            let (one, other) = (
                place(draft, &union.branches, one),
                place(draft, &union.branches, other),
            );
            let message = format!(
                "{one} and {other} can't be told apart: `{}` is a value of both, and is read as the first",
                super::values::short(&witness)
            );
            let at = draft.node(*id).origin.clone();
            let finding = Diagnostic::warning("union-ambiguous", at, message);
            context.diagnostics.push(finding);
        }
    }
}

fn place(draft: &Draft, branches: &[Branch], index: usize) -> String {
    let branch = &branches[index];
    let label = branch.label.as_ref();
    match label.or_else(|| draft.node(draft.target(branch.node)).label.as_ref()) {
        Some(name) => format!("`{name}`"),
        None => format!("branch {}", index + 1),
    }
}

fn first_pair(branches: &[Branch]) -> Option<(usize, usize, Value)> {
    let branches = &branches[..branches.len().min(MAX_BRANCHES)];
    for (index, one) in branches.iter().enumerate() {
        for (offset, other) in branches[index + 1..].iter().enumerate() {
            if !one.tags.is_empty() && !other.tags.is_empty() {
                continue;
            }
            if let Some(witness) = witness(&one.rule, &other.rule) {
                return Some((index, index + 1 + offset, witness));
            }
        }
    }
    None
}

/// A value that fits both rules equally well.
fn witness(one: &Rule, other: &Rule) -> Option<Value> {
    if one.kinds.is_empty() != other.kinds.is_empty() {
        return None;
    }
    let kind = *one.kinds.iter().find(|kind| other.kinds.contains(kind))?;
    match kind {
        JsonKind::Null => Some(Value::Null),
        JsonKind::Bool | JsonKind::Integer | JsonKind::Number | JsonKind::String => {
            scalar(kind, one, other)
        }
        JsonKind::Array => {
            if one.items.is_empty() != other.items.is_empty() {
                return None;
            }
            let item = one.items.iter().find(|kind| other.items.contains(kind));
            match item {
                Some(kind) => Some(Value::Array(vec![sample(*kind)])),
                None if one.items.is_empty() => Some(Value::Array(Vec::new())),
                None => None,
            }
        }
        JsonKind::Object => object(one, other).or_else(|| object(other, one)),
    }
}

/// A value that both list. Where only one lists any, that one is preferred.
fn listed(one: &[Value], other: &[Value]) -> Option<Value> {
    one.iter().find(|value| other.contains(value)).cloned()
}

fn scalar(kind: JsonKind, one: &Rule, other: &Rule) -> Option<Value> {
    if !(one.values.is_empty() && other.values.is_empty()) {
        return listed(&one.values, &other.values);
    }
    match (one.format, other.format) {
        (None, None) => Some(sample(kind)),
        (Some(a), Some(b)) if a == b => Some(Value::String(of_format(a).to_owned())),
        _ => None,
    }
}

/// The least value of the first rule, if it is one of the second just as well.
fn object(one: &Rule, other: &Rule) -> Option<Value> {
    let mut map = Map::new();
    let find = |rule: &Rule, key: &str| -> Option<FieldRule> {
        rule.fields
            .iter()
            .find(|field| field.wire_name == key)
            .cloned()
    };
    for field in one.fields.iter().filter(|field| field.required) {
        let twin = find(other, &field.wire_name)?;
        map.insert(field.wire_name.clone(), common(field, &twin)?);
    }
    let complete = other
        .fields
        .iter()
        .all(|field| !field.required || map.contains_key(&field.wire_name));
    complete.then_some(Value::Object(map))
}

/// A value that both rules allow for a key and prefer equally.
fn common(one: &FieldRule, other: &FieldRule) -> Option<Value> {
    if !(one.values.is_empty() && other.values.is_empty()) {
        return listed(&one.values, &other.values);
    }
    if one.kinds.is_empty() || other.kinds.is_empty() {
        let known = one.kinds.first().or(other.kinds.first());
        return Some(known.map_or(Value::Null, |kind| sample(*kind)));
    }
    let kind = one.kinds.iter().rev().find(|kind| {
        other.kinds.contains(kind)
            || **kind == JsonKind::Integer && other.kinds.contains(&JsonKind::Number)
    });
    let kind = kind.or_else(|| {
        other
            .kinds
            .iter()
            .find(|kind| **kind == JsonKind::Integer && one.kinds.contains(&JsonKind::Number))
    });
    kind.map(|kind| sample(*kind))
}

fn sample(kind: JsonKind) -> Value {
    match kind {
        JsonKind::Null => Value::Null,
        JsonKind::Bool => Value::Bool(true),
        JsonKind::Integer => Value::from(1),
        JsonKind::Number => Value::from(1.5),
        JsonKind::String => Value::from("text"),
        JsonKind::Array => Value::Array(Vec::new()),
        JsonKind::Object => Value::Object(Map::new()),
    }
}

fn of_format(format: Format) -> &'static str {
    match format {
        Format::DateTime => "2001-02-03T04:05:06Z",
        Format::Date => "2001-02-03",
        Format::Time => "04:05:06Z",
        Format::Duration => "PT1H",
        Format::Uuid => "00000000-0000-0000-0000-000000000000",
        Format::Ipv4 => "192.0.2.1",
        Format::Ipv6 => "2001:db8::1",
        Format::Byte => "AAAA",
    }
}
