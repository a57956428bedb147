//! In: any serde deserializer (JSON or YAML). Out: a `serde_json::Value` and what was odd on the way (`Finding`).
//! Invariant: never more nodes than the budget, however often an alias is repeated.

use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use crate::source::escape_token;

/// Something the tree cannot show any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// A key stood twice in one object; the last one was kept.
    Duplicate,
    /// `.nan` or `.inf`, which JSON has no word for; null was put.
    NotFinite,
    /// A number beyond all doubles, which YAML's parser takes for text; or such a text in quotes.
    TooLarge,
}

/// How much one text may become, YAML aliases written out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Budget {
    /// Values.
    pub(super) nodes: usize,
    /// Bytes of keys and strings.
    pub(super) bytes: usize,
}

/// What there was too much of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exhausted {
    /// Values.
    Nodes,
    /// Bytes of keys and strings.
    Bytes,
}

/// What a parse found out beside the value.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// How much is left to spend.
    pub(super) budget: Budget,
    /// What of the budget was overdrawn, which is why the parse failed.
    pub(super) exhausted: Option<Exhausted>,
    /// Whether `<<` merges (YAML).
    pub(super) merge: bool,
    /// Whether another YAML document follows.
    pub(super) more: bool,
    /// How much was odd, counted in any case.
    pub(super) odd: usize,
    /// Where it was, if `path` is tracked.
    pub(super) findings: Vec<(Finding, String)>,
    /// The tokens above the current node. Tracking costs time, so it is for the second parse of an odd file only.
    pub(super) path: Option<Vec<String>>,
}

impl Tree {
    /// A parse with a budget.
    pub(super) fn new(budget: Budget, merge: bool, track: bool) -> Self {
        Self {
            budget,
            merge,
            path: track.then(Vec::new),
            ..Self::default()
        }
    }

    /// Reads one value.
    pub(super) fn read<'de, D: Deserializer<'de>>(&mut self, from: D) -> Result<Value, D::Error> {
        Node { tree: self }.deserialize(from)
    }

    fn spend<E: Error>(&mut self) -> Result<(), E> {
        match self.budget.nodes.checked_sub(1) {
            Some(left) => {
                self.budget.nodes = left;
                Ok(())
            }
            None => {
                self.exhausted = Some(Exhausted::Nodes);
                Err(E::custom("too many values"))
            }
        }
    }

    fn spend_text<E: Error>(&mut self, text: &str) -> Result<(), E> {
        match self.budget.bytes.checked_sub(text.len()) {
            Some(left) => {
                self.budget.bytes = left;
                Ok(())
            }
            None => {
                self.exhausted = Some(Exhausted::Bytes);
                Err(E::custom("too much text"))
            }
        }
    }

    fn note(&mut self, finding: Finding, key: Option<&str>) {
        self.odd += 1;
        if let Some(path) = &self.path {
            let tokens = path.iter().map(String::as_str).chain(key);
            let pointer = tokens.map(|t| format!("/{}", escape_token(t))).collect();
            self.findings.push((finding, pointer));
        }
    }

    fn enter(&mut self, token: impl FnOnce() -> String) {
        if let Some(path) = &mut self.path {
            path.push(token());
        }
    }

    fn leave(&mut self) {
        if let Some(path) = &mut self.path {
            path.pop();
        }
    }
}

/// Whether a text is a number in YAML that no double can hold.
fn is_too_large(text: &str) -> bool {
    let mut bytes = text.bytes();
    let first = bytes.next();
    first.is_some_and(|byte| byte.is_ascii_digit() || b"+-.".contains(&byte))
        && bytes.all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte))
        && text.parse::<f64>().is_ok_and(f64::is_infinite)
}

struct Node<'a> {
    tree: &'a mut Tree,
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        self.tree.spend()?;
        from.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(Value::Bool(v))
    }

    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }

    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }

    fn visit_i128<E: Error>(self, v: i128) -> Result<Value, E> {
        // Beyond 64 bits the nearest double, as every JSON reader without big numbers does.
        self.visit_f64(v as f64)
    }

    fn visit_u128<E: Error>(self, v: u128) -> Result<Value, E> {
        self.visit_f64(v as f64)
    }

    fn visit_f64<E>(self, v: f64) -> Result<Value, E> {
        match Number::from_f64(v) {
            Some(number) => Ok(Value::Number(number)),
            None => {
                self.tree.note(Finding::NotFinite, None);
                Ok(Value::Null)
            }
        }
    }

    fn visit_str<E: Error>(self, v: &str) -> Result<Value, E> {
        self.tree.spend_text(v)?;
        if self.tree.merge && is_too_large(v) {
            self.tree.note(Finding::TooLarge, None);
        }
        Ok(Value::String(v.to_owned()))
    }

    fn visit_string<E: Error>(self, v: String) -> Result<Value, E> {
        self.tree.spend_text(&v)?;
        Ok(Value::String(v))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, from: D) -> Result<Value, D::Error> {
        from.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        loop {
            self.tree.enter(|| list.len().to_string());
            let next = seq.next_element_seed(Node { tree: self.tree })?;
            self.tree.leave();
            match next {
                Some(value) => list.push(value),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Value, A::Error> {
        let mut map = Map::new();
        let mut merges = Vec::new();
        while let Some(key) = entries.next_key_seed(Key)? {
            self.tree.spend_text(&key)?;
            self.tree.enter(|| key.clone());
            let value = entries.next_value_seed(Node { tree: self.tree })?;
            self.tree.leave();
            if self.tree.merge && key == "<<" && is_mergeable(&value) {
                merges.push(value);
            } else if map.contains_key(&key) {
                self.tree.note(Finding::Duplicate, Some(&key));
                map.insert(key, value);
            } else {
                map.insert(key, value);
            }
        }
        for merge in merges {
            merge_into(&mut map, merge);
        }
        Ok(Value::Object(map))
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<Value, A::Error> {
        // A YAML tag of somebody's own (`!Ref x`): the value counts, the tag says nothing to us.
        let (_, variant) = data.variant_seed(Key)?;
        variant.newtype_variant_seed(self)
    }
}

/// A key as it is written: `200:` and `true:` are names here, not numbers or truths.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<String, D::Error> {
        from.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a scalar as key")
    }

    fn visit_str<E>(self, v: &str) -> Result<String, E> {
        Ok(v.to_owned())
    }

    fn visit_string<E>(self, v: String) -> Result<String, E> {
        Ok(v)
    }
}

fn is_mergeable(value: &Value) -> bool {
    match value {
        Value::Object(_) => true,
        Value::Array(list) => list.iter().all(Value::is_object),
        _ => false,
    }
}

/// A key of the map itself wins over a merged one, an earlier merge over a later one.
fn merge_into(map: &mut Map<String, Value>, merge: Value) {
    match merge {
        Value::Object(entries) => {
            for (key, value) in entries {
                map.entry(key).or_insert(value);
            }
        }
        Value::Array(list) => list.into_iter().for_each(|item| merge_into(map, item)),
        _ => {}
    }
}
