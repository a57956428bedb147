//! The JSON types that schemas allow: in, schemas that must all hold; out, a set of types. Invariant: what says nothing of types
//! allows all.

use serde_json::Value;

use super::super::compose::Part;
use super::super::conditional::names_properties;
use super::super::read::At;
use super::super::{Lowering, draft, enums, scalar};
use crate::ir::JsonKind;

/// A set of JSON types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lower) struct Kinds(u8);

impl Kinds {
    /// Every type.
    pub(in crate::lower) const ALL: Self = Self(0b111_1111);
    /// None.
    pub(in crate::lower) const NONE: Self = Self(0);

    /// A set of one; numbers have whole numbers among them.
    pub(in crate::lower) fn one(kind: JsonKind) -> Self {
        match kind {
            JsonKind::Null => Self(1),
            JsonKind::Bool => Self(2),
            JsonKind::Integer => Self(4),
            JsonKind::Number => Self(8 | 4),
            JsonKind::String => Self(16),
            JsonKind::Array => Self(32),
            JsonKind::Object => Self(64),
        }
    }

    /// What is in both.
    pub(in crate::lower) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// What is in either.
    pub(in crate::lower) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What is in this and not in the other.
    pub(in crate::lower) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Whether a type is in it.
    pub(in crate::lower) fn has(self, kind: JsonKind) -> bool {
        let one = match kind {
            JsonKind::Number => 8,
            other => Self::one(other).0,
        };
        self.0 & one != 0
    }

    /// The types in it, whole numbers only where other numbers are not.
    pub(in crate::lower) fn list(self) -> Vec<JsonKind> {
        draft::JSON_KINDS
            .into_iter()
            .filter(|kind| self.has(*kind))
            .filter(|kind| *kind != JsonKind::Integer || !self.has(JsonKind::Number))
            .collect()
    }
}

impl<'a> Lowering<'a> {
    /// The JSON types that all parts allow.
    pub(in crate::lower) fn kinds(&mut self, parts: &[Part<'a>]) -> Kinds {
        let mut kinds = Kinds::ALL;
        // The last word counts: what extends a schema knows better than what it extends.
        for part in parts.iter().rev() {
            let Some(own) = self.declared(&part.at) else {
                continue;
            };
            let both = kinds.and(own);
            if both == Kinds::NONE {
                let message =
                    "this `type` contradicts that of another part of allOf; the last one holds";
                self.warn("allof-conflict", &part.at, message);
            } else {
                kinds = both;
            }
        }
        if kinds == Kinds::ALL {
            return inferred(parts);
        }
        kinds
    }

    /// Whether no JSON type is one that all parts allow.
    pub(in crate::lower) fn contradict(&mut self, parts: &[Part<'a>]) -> bool {
        let declared = parts.iter().filter_map(|part| self.declared(&part.at));
        declared.fold(Kinds::ALL, Kinds::and) == Kinds::NONE
    }

    /// What `type` says.
    pub(in crate::lower) fn declared(&mut self, at: &At<'a>) -> Option<Kinds> {
        let written = at.get("type")?;
        let mut kinds = Kinds::NONE;
        let names: Vec<At<'a>> = match written.value {
            Value::Array(_) => written.elements().collect(),
            _ => vec![written.clone()],
        };
        for name in &names {
            match name.value.as_str().and_then(kind_of) {
                Some(kind) => kinds = kinds.or(Kinds::one(kind)),
                None => {
                    let message = format!("there is no type {}: any value is taken", name.value);
                    self.warn("untyped", name, message);
                    return None;
                }
            }
        }
        (kinds != Kinds::NONE).then_some(kinds)
    }

    /// The JSON types that may fit a schema, as far as a glance tells, without a word about what is wrong.
    pub(in crate::lower) fn glance(&mut self, at: &At<'a>, depth: usize) -> Kinds {
        let (Some(at), Some(depth)) = (self.peek(at), depth.checked_sub(1)) else {
            return Kinds::ALL;
        };
        if let Some(kinds) = self.glances.get(&at.key()) {
            return *kinds;
        }
        // What refers to itself is not looked into again.
        self.glances.insert(at.key(), Kinds::ALL);
        let mut kinds = declared_kinds(&at);
        for member in at.list("allOf") {
            kinds = kinds.and(self.glance(&member, depth));
        }
        for keyword in ["oneOf", "anyOf"] {
            let branches = at.list(keyword);
            if !branches.is_empty() {
                let none = Kinds::NONE;
                let any = branches
                    .iter()
                    .fold(none, |any, at| any.or(self.glance(at, depth)));
                kinds = kinds.and(any);
            }
        }
        self.glances.insert(at.key(), kinds);
        kinds
    }
}

/// The type that a name in `type` stands for.
fn kind_of(name: &str) -> Option<JsonKind> {
    Some(match name {
        "null" => JsonKind::Null,
        "boolean" => JsonKind::Bool,
        "integer" => JsonKind::Integer,
        "number" => JsonKind::Number,
        "string" => JsonKind::String,
        "array" => JsonKind::Array,
        "object" => JsonKind::Object,
        _ => return None,
    })
}

/// What `type` or the listed values say; everything where they say nothing.
fn declared_kinds(at: &At<'_>) -> Kinds {
    let of_name = |name: &Value| Some(Kinds::one(kind_of(name.as_str()?)?));
    let sum = |list: &[Value], of: &dyn Fn(&Value) -> Option<Kinds>| {
        let kinds: Option<Vec<Kinds>> = list.iter().map(of).collect();
        kinds.map_or(Kinds::ALL, |kinds| {
            kinds.into_iter().fold(Kinds::NONE, Kinds::or)
        })
    };
    let Some(map) = at.map() else {
        return Kinds::ALL;
    };
    let kinds = match map.get("type") {
        Some(Value::Array(names)) if !names.is_empty() => sum(names, &of_name),
        Some(name) => of_name(name).unwrap_or(Kinds::ALL),
        None => match map.get("enum") {
            Some(Value::Array(values)) if !values.is_empty() => sum(values, &|value| {
                Some(Kinds::one(enums::kind_of_value(value)))
            }),
            _ => Kinds::ALL,
        },
    };
    match map.get("nullable") {
        Some(Value::Bool(true)) => kinds.or(Kinds::one(JsonKind::Null)),
        _ => kinds,
    }
}

/// The type that the other keywords speak of, where `type` is absent.
fn inferred(parts: &[Part<'_>]) -> Kinds {
    let any = |keys: &[&str]| {
        parts
            .iter()
            .any(|part| keys.iter().any(|key| part.at.has(key)))
    };
    let kind = if any(&[
        "properties",
        "patternProperties",
        "discriminator",
        "propertyNames",
        "minProperties",
        "maxProperties",
        "dependentRequired",
        "dependentSchemas",
    ]) || parts.iter().any(|part| {
        let more = ["additionalProperties", "unevaluatedProperties"];
        let object = |key: &&str| part.at.object(key).is_some();
        more.iter().any(object) || names_properties(&part.at)
    }) {
        JsonKind::Object
    } else if any(&[
        "items",
        "prefixItems",
        "minItems",
        "maxItems",
        "uniqueItems",
        "contains",
        "unevaluatedItems",
    ]) {
        JsonKind::Array
    } else if any(&["pattern", "minLength", "maxLength", "contentMediaType"]) {
        JsonKind::String
    } else if let Some(kind) =
        scalar::format_of(parts).and_then(|(_, format)| kind_of(scalar::type_of_format(format)?))
    {
        kind
    } else if any(&["minimum", "maximum", "multipleOf"]) {
        JsonKind::Number
    } else {
        return Kinds::ALL;
    };
    Kinds::one(kind)
}
