//! Enums: in, `enum` and `const` of a schema's parts; out, a list of values with names and prose. Invariant: a value is
//! listed once, `null` never is (it makes the schema nullable), and an empty list is no enum.

use serde_json::Value;

use super::Lowering;
use super::compose::{Part, View};
use super::draft::{Enum, EnumValue, Kind, NodeId};
use super::read::At;
use super::schema::Kinds;
use crate::ir::{Docs, JsonKind};

impl<'a> Lowering<'a> {
    /// Fills in a node whose values are listed; `false` if they are not.
    pub(super) fn fill_enum(&mut self, id: NodeId, view: &View<'a>, parts: &[Part<'a>]) -> bool {
        let mut values: Option<Vec<EnumValue>> = None;
        for part in parts {
            let Some(own) = self.listed(&part.at) else {
                continue;
            };
            values = Some(match values {
                None => own,
                Some(before) => self.common(id, before, own, &part.at),
            });
        }
        let Some(mut values) = values else {
            return false;
        };
        if let Some(only) = view.only {
            values.retain(|value| kind_of_value(&value.value) == only || value.value.is_null());
        }
        if values.iter().any(|value| value.value.is_null()) {
            self.draft.node_mut(id).nullable = true;
            values.retain(|value| !value.value.is_null());
        }
        let at = parts.last().map(|part| part.at.clone());
        if let Some(at) = at {
            self.repair(&mut values, parts, &at);
        }
        let node = self.draft.node_mut(id);
        if let ([only], false) = (values.as_slice(), node.nullable)
            && only.value.is_boolean()
        {
            // `bool` has both values, so the one that is meant is a constraint.
            let constant = ("const".to_owned(), only.value.clone());
            node.notes.constraints.keywords.insert(0, constant);
        }
        node.kind = if values.is_empty() {
            Kind::Null
        } else if values.iter().all(|value| value.value.is_boolean()) {
            Kind::Bool
        } else {
            Kind::Enum(Enum {
                values,
                open: false,
            })
        };
        true
    }

    /// What one schema lists.
    fn listed(&mut self, at: &At<'a>) -> Option<Vec<EnumValue>> {
        if let Some(constant) = at.get("const") {
            let docs = Docs::default();
            let value = constant.value.clone();
            return Some(vec![EnumValue {
                value,
                name: None,
                docs,
            }]);
        }
        let list = at.get("enum").filter(|list| list.value.is_array())?;
        let names = names(at);
        let mut values: Vec<EnumValue> = Vec::new();
        let mut seen = std::collections::HashSet::new();
        for (index, value) in list.elements().enumerate() {
            if !seen.insert(value.value.to_string()) {
                let message = format!("{} is listed twice; the first one counts", value.value);
                self.warn("enum-duplicate", &value, message);
                continue;
            }
            let (name, docs) = names.get(index).cloned().unwrap_or_default();
            values.push(EnumValue {
                value: value.value.clone(),
                name,
                docs,
            });
        }
        if values.is_empty() {
            self.warn(
                "enum-empty",
                &list,
                "an empty `enum` allows nothing; it is passed over",
            );
            return None;
        }
        Some(values)
    }

    fn common(
        &mut self,
        id: NodeId,
        before: Vec<EnumValue>,
        own: Vec<EnumValue>,
        at: &At<'a>,
    ) -> Vec<EnumValue> {
        let kept: Vec<_> = own
            .iter()
            .filter(|value| before.iter().any(|other| other.value == value.value))
            .cloned()
            .collect();
        if kept.is_empty() {
            let message = "this `enum` has no value in common with another part of allOf; it holds";
            self.warn("allof-conflict", at, message);
            self.draft.node_mut(id).notes.constraints.impossible = true;
            return own;
        }
        kept
    }

    /// Values that are written as another type than the schema's.
    fn repair(&mut self, values: &mut [EnumValue], parts: &[Part<'a>], at: &At<'a>) {
        let declared = if parts.iter().any(|part| part.at.has("type")) {
            self.kinds(parts)
        } else {
            Kinds::ALL
        };
        for value in values {
            let kind = kind_of_value(&value.value);
            if declared.has(kind) || kind == JsonKind::Integer && declared.has(JsonKind::Number) {
                continue;
            }
            let Some(repaired) = converted(&value.value, declared) else {
                continue;
            };
            let message = format!(
                "{} is not of the type declared; read as {repaired}",
                value.value
            );
            self.warn("enum-type", at, message);
            value.value = repaired;
        }
    }
}

fn converted(value: &Value, declared: Kinds) -> Option<Value> {
    if declared.has(JsonKind::String) {
        return match value {
            Value::Number(number) => Some(Value::String(number.to_string())),
            Value::Bool(truth) => Some(Value::String(truth.to_string())),
            _ => None,
        };
    }
    let text = value.as_str()?.trim();
    if declared.has(JsonKind::Integer)
        && let Ok(whole) = text.parse::<i64>()
    {
        return Some(Value::from(whole));
    }
    if declared.has(JsonKind::Number) {
        let number = serde_json::Number::from_f64(text.parse().ok()?)?;
        return Some(Value::Number(number));
    }
    if declared.has(JsonKind::Bool) {
        return Some(Value::Bool(text.parse().ok()?));
    }
    None
}

/// The JSON type of a value.
pub(crate) fn kind_of_value(value: &Value) -> JsonKind {
    match value {
        Value::Null => JsonKind::Null,
        Value::Bool(_) => JsonKind::Bool,
        Value::Number(number) if number.is_f64() => JsonKind::Number,
        Value::Number(_) => JsonKind::Integer,
        Value::String(_) => JsonKind::String,
        Value::Array(_) => JsonKind::Array,
        Value::Object(_) => JsonKind::Object,
    }
}

/// Names and prose of the values, by the extensions in use for it.
fn names(at: &At<'_>) -> Vec<(Option<String>, Docs)> {
    let count = at
        .map()
        .and_then(|map| map.get("enum")?.as_array())
        .map_or(0, Vec::len);
    (0..count).map(|index| name_at(at, index)).collect()
}

fn name_at(at: &At<'_>, index: usize) -> (Option<String>, Docs) {
    let value = at.map().and_then(|map| map.get("enum")?.get(index));
    let entry = |keys: &[&str]| -> Option<String> {
        keys.iter().find_map(|key| {
            let table = at.map()?.get(*key)?;
            let found = match (table, value) {
                (Value::Object(map), Some(Value::String(text))) => map.get(text),
                (Value::Object(map), Some(other)) => map.get(&other.to_string()),
                _ => table.get(index),
            };
            found?
                .as_str()
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        })
    };
    let ms = at.map().and_then(|map| {
        let values = map.get("x-ms-enum")?.get("values")?.as_array()?;
        values.iter().find(|entry| entry.get("value") == value)
    });
    let of_ms = |key: &str| ms.and_then(|ms| Some(ms.get(key)?.as_str()?.to_owned()));
    let name = entry(&["x-enum-varnames", "x-enumNames", "x-enum-names"]).or_else(|| of_ms("name"));
    let text = entry(&[
        "x-enum-descriptions",
        "x-enumDescriptions",
        "x-enum-description",
    ])
    .or_else(|| of_ms("description"));
    let docs = Docs {
        text,
        ..Docs::default()
    };
    (name, docs)
}
