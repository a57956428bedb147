//! Names of variants: in, a union or an enum; out, a name for each branch or value. Invariant: names differ within the
//! type, and a name follows from the branch itself, not from its place, wherever the branch says enough.

use std::cell::OnceCell;
use std::collections::HashMap;

use serde_json::Value;

use super::branches;
use super::ident;
use super::names::Names;
use super::scope::Scope;
use crate::ir::{Format, IntegerKind, Name};
use crate::lower::draft::{Branch, Draft, Enum, EnumValue, Kind, NodeId, Struct, Union};
use crate::published::Published;
use crate::source::Origin;

/// The names of the branches of a union.
pub(super) fn names(draft: &Draft, id: NodeId, names: &Names) -> Vec<String> {
    let Kind::Union(union) = &draft.node(id).kind else {
        return Vec::new();
    };
    let mut scope = Scope::with(&["Self"]);
    let keys = OnceCell::new();
    let keys = || keys.get_or_init(|| Keys::of(draft, union));
    let wishes = union
        .branches
        .iter()
        .map(|branch| wish(draft, branch, names, &keys));
    let wishes: Vec<String> = wishes.collect();
    // What is published is not to be had by others.
    let at = &draft.node(id).origin;
    let kept = branches::keys(draft, union).into_iter().map(|key| {
        let published = names.published.of_branch(at, &key?);
        scope.keep(published)
    });
    let kept: Vec<Option<String>> = kept.collect();
    let named = wishes.into_iter().zip(kept);
    named
        .map(|(wish, kept)| kept.unwrap_or_else(|| scope.claim(&[wish]).0))
        .collect()
}

fn wish<'k, 'd: 'k>(
    draft: &Draft,
    branch: &Branch,
    names: &Names,
    keys: &impl Fn() -> &'k Keys<'d>,
) -> String {
    if let Some(label) = &branch.label {
        return ident::type_name(label);
    }
    let id = first_name(draft, branch.node);
    if let Some(name) = names.types.get(&id) {
        return name.name.clone();
    }
    if let (Kind::Struct(_), Some(tag)) = (&draft.node(id).kind, branch.tags.first()) {
        return ident::variant_name(tag);
    }
    if let Kind::Struct(object) = &draft.node(id).kind {
        let keys = keys();
        return telling_key(keys, object)
            .or_else(|| telling_keys(keys, object))
            .unwrap_or_else(|| "Object".to_owned());
    }
    describe(draft, id, names, 4)
}

/// The first named node on the way from a node to what it stands for.
fn first_name(draft: &Draft, mut id: NodeId) -> NodeId {
    while let (None, Kind::Ref(next)) = (&draft.node(id).label, &draft.node(id).kind) {
        id = *next;
    }
    id
}

/// The keys of the branches that are structs, counted once for all of them.
struct Keys<'a> {
    /// How many structs there are.
    structs: usize,
    /// How many have a key, and how many require it.
    counts: HashMap<&'a str, (usize, usize)>,
}

impl<'a> Keys<'a> {
    fn of(draft: &'a Draft, union: &Union) -> Self {
        let mut keys = Self {
            structs: 0,
            counts: HashMap::new(),
        };
        for branch in &union.branches {
            let Kind::Struct(object) = draft.kind(branch.node) else {
                continue;
            };
            keys.structs += 1;
            for field in &object.fields {
                let (have, require) = keys.counts.entry(&field.wire_name).or_default();
                *have += 1;
                *require += usize::from(field.required);
            }
        }
        keys
    }

    fn count(&self, key: &str) -> (usize, usize) {
        self.counts.get(key).copied().unwrap_or_default()
    }
}

/// A key that only this branch has, where there are others.
fn telling_key(keys: &Keys<'_>, object: &Struct) -> Option<String> {
    if keys.structs < 2 {
        return None;
    }
    let own = || {
        let fields = object.fields.iter();
        fields.filter(|field| keys.count(&field.wire_name).0 < 2)
    };
    let field = own()
        .find(|field| field.required)
        .or_else(|| own().next())?;
    Some(ident::type_name(&field.wire_name))
}

/// The keys that this branch requires and that not all branches do.
fn telling_keys(keys: &Keys<'_>, object: &Struct) -> Option<String> {
    let words: Vec<String> = object
        .fields
        .iter()
        .filter(|field| field.required && keys.count(&field.wire_name).1 < keys.structs)
        .take(3)
        .map(|field| ident::word(&field.wire_name))
        .collect();
    (!words.is_empty()).then(|| ident::type_name(&words.join("And")))
}

fn describe(draft: &Draft, id: NodeId, names: &Names, depth: usize) -> String {
    let id = first_name(draft, id);
    if let Some(name) = names.types.get(&id) {
        return name.name.clone();
    }
    let Some(depth) = depth.checked_sub(1) else {
        return "Nested".to_owned();
    };
    let name = match &draft.node(id).kind {
        Kind::Any | Kind::Ref(_) => "Any",
        Kind::Null => "Null",
        Kind::Bool => "Bool",
        Kind::Integer(kind) => integer(*kind),
        Kind::Number(_) => "Number",
        Kind::String | Kind::Binary => "String",
        Kind::Formatted(format) => self::format(*format),
        Kind::List(item) => return format!("{}List", describe(draft, *item, names, depth)),
        Kind::Tuple(_, _) => "Tuple",
        Kind::Map(_, value) => return format!("{}Map", describe(draft, *value, names, depth)),
        Kind::Struct(_) => "Object",
        Kind::Enum(list) => match list.values.as_slice() {
            [only] => return value_name(only),
            _ => "Enum",
        },
        Kind::Union(_) => "Union",
    };
    name.to_owned()
}

fn integer(kind: IntegerKind) -> &'static str {
    match kind {
        IntegerKind::I8 => "Int8",
        IntegerKind::I16 => "Int16",
        IntegerKind::I32 => "Int32",
        IntegerKind::I64 => "Integer",
        IntegerKind::I128 => "Int128",
        IntegerKind::U8 => "Uint8",
        IntegerKind::U16 => "Uint16",
        IntegerKind::U32 => "Uint32",
        IntegerKind::U64 => "Uint64",
        IntegerKind::U128 => "Uint128",
    }
}

fn format(format: Format) -> &'static str {
    match format {
        Format::DateTime => "DateTime",
        Format::Date => "Date",
        Format::Time => "Time",
        Format::Duration => "Duration",
        Format::Uuid => "Uuid",
        Format::Ipv4 => "Ipv4",
        Format::Ipv6 => "Ipv6",
        Format::Byte => "Base64",
    }
}

/// The names of the values of an enum, each with its former ones, and that of the variant for unknown ones.
pub(super) fn values(
    list: &Enum,
    at: &Origin,
    published: &Published,
) -> (Vec<(String, Vec<Name>)>, String) {
    let mut scope = Scope::with(&["Self"]);
    // What is published is not to be had by others.
    let kept = list
        .values
        .iter()
        .map(|value| scope.keep(published.of_value(at, &value.value)));
    let kept: Vec<Option<String>> = kept.collect();
    let former = list
        .values
        .iter()
        .map(|value| scope.keep_all(published.former_value(at, &value.value)));
    let former: Vec<Vec<Name>> = former.collect();
    let names: Vec<String> = list
        .values
        .iter()
        .zip(kept)
        .map(|(value, kept)| {
            if let Some(kept) = kept {
                return kept;
            }
            let given = value.name.as_deref().map(ident::variant_name);
            if let Some(given) = given.filter(|given| scope.is_free(given)) {
                scope.reserve(&given);
                return given;
            }
            let second = || match &value.value {
                Value::String(text) => ident::spelled_variant(text),
                _ => value_name(value),
            };
            scope.claim_or(value_name(value), second).0
        })
        .collect();
    let other = free(&scope, ["Other", "OtherValue", "UnknownValue"]);
    (names.into_iter().zip(former).collect(), other)
}

/// The first of some names that no variant has.
pub(super) fn free(scope: &Scope, wishes: [&str; 3]) -> String {
    let mut scope = scope.clone();
    scope.claim(&wishes.map(str::to_owned)).0
}

fn value_name(value: &EnumValue) -> String {
    match &value.value {
        Value::String(text) => ident::variant_name(text),
        Value::Number(number) => {
            let text = number.to_string();
            let text = text.replace('.', "Point");
            match text.strip_prefix('-') {
                Some(rest) => format!("Minus{}", digits(rest)),
                None => format!("Value{}", digits(&text)),
            }
        }
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Null => "Null".to_owned(),
        Value::Array(_) => "List".to_owned(),
        Value::Object(_) => "Object".to_owned(),
    }
}

fn digits(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '-' => "Minus".to_owned(),
            '+' => "Plus".to_owned(),
            other => other.to_string(),
        })
        .collect()
}
