//! In: the schema objects of a node. Out: its `Facts`, read afresh whenever they are asked for, so that nothing of a big
//! document is held. Invariant: a keyword of the wrong JSON type is passed over.

use indexmap::IndexSet;
use serde_json::{Map, Value};

use super::schema::{Additional, Facts, Limit, SINGLE, Types, Union};
use super::{NodeId, PlaceId, Side, Sub, reference};

impl<'a> Side<'a> {
    /// What a node says.
    pub(in crate::review) fn facts(&mut self, node: NodeId) -> Facts<'a> {
        let mut facts = Facts::default();
        let (start, end) = self.nodes[node.0 as usize];
        let own = match end - start {
            0 | 1 => None,
            _ => self.component(self.parts[start as usize]),
        };
        let own = own.map(|own| reference(&own));
        for at in start..end {
            let place = self.parts[at as usize];
            // A schema may extend the union that lists it: the value is that branch then.
            let heir = own.as_deref().filter(|_| at > start);
            match self.value(place) {
                Value::Object(map) => self.read(place, map, heir, &mut facts),
                Value::Bool(false) => facts.never = true,
                _ => {}
            }
        }
        finish(&mut facts);
        facts
    }

    /// Reads a schema object; `heir` is the reference to the schema that all of it is read for, if that is another one.
    fn read(
        &mut self,
        place: PlaceId,
        map: &'a Map<String, Value>,
        heir: Option<&str>,
        facts: &mut Facts<'a>,
    ) {
        for (key, value) in map {
            match key.as_str() {
                "oneOf" | "anyOf" if heir.is_some_and(|heir| self.lists(value, heir)) => {}
                "type" => read_type(value, facts),
                "enum" => read_enum(value, facts),
                "const" => facts.constant = Some(value),
                "x-extensible-enum" => facts
                    .extensible
                    .extend(value.as_array().into_iter().flatten()),
                "default" => facts.default = facts.default.or(Some(value)),
                "nullable" => facts.nullable |= value == &Value::Bool(true),
                "format" => facts.format = facts.format.or(value.as_str()),
                "pattern" => facts
                    .patterns
                    .extend(value.as_str().filter(|p| !p.is_empty())),
                "readOnly" => facts.read_only |= value == &Value::Bool(true),
                "writeOnly" => facts.write_only |= value == &Value::Bool(true),
                "deprecated" => facts.deprecated |= value == &Value::Bool(true),
                "uniqueItems" => facts.unique |= value == &Value::Bool(true),
                "x-sunset" => facts.sunset = facts.sunset.or(Some(value)),
                "x-stability-level" => facts.stability = facts.stability.or(Some(value)),
                "multipleOf" => facts.multiple_of = facts.multiple_of.or(value.as_f64()),
                "contentEncoding" => facts.content_encoding = value.as_str(),
                "contentMediaType" => facts.content_media_type = value.as_str(),
                "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => {
                    read_bound(key, value, map, facts);
                }
                _ if key.starts_with('m') => read_limit(key, value, facts),
                _ => self.read_structure(place, key, value, facts),
            }
        }
    }

    fn read_structure(
        &mut self,
        place: PlaceId,
        key: &str,
        value: &'a Value,
        facts: &mut Facts<'a>,
    ) {
        match key {
            "properties" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let property = self.child(place, "properties", Sub::Key(name), value);
                    facts.properties.entry(name).or_default().push(property);
                }
            }
            "required" => {
                let names = value.as_array().into_iter().flatten();
                facts.required.extend(names.filter_map(Value::as_str));
            }
            "items" => {
                let items = self.child(place, "items", Sub::Whole, value);
                facts.items.push(items);
            }
            "additionalProperties" => self.read_additional(place, value, facts),
            "oneOf" => self.read_union(place, "oneOf", value, facts),
            "anyOf" => self.read_union(place, "anyOf", value, facts),
            "allOf" => {
                let list = value.as_array().map_or(&[][..], Vec::as_slice);
                for (index, value) in list.iter().enumerate() {
                    let branch = self.child(place, "allOf", Sub::Item(index), value);
                    // The branches of what is only wrapped are those that count.
                    if list.len() > 1 || !self.is_composed(branch) {
                        facts.all_of.push(branch);
                    }
                }
            }
            "discriminator" => facts.discriminator = facts.discriminator.or(value.as_object()),
            "not" => facts.not = Some(self.child(place, "not", Sub::Whole, value)),
            _ => self.read_later(place, key, value, facts),
        }
    }

    /// Whether a reference is among the branches of a union.
    fn lists(&mut self, union: &'a Value, reference: &str) -> bool {
        let Some(list) = union.as_array() else {
            return false;
        };
        let branches = self.listed.entry(list.as_ptr() as usize);
        let branches = branches.or_insert_with(|| {
            let references = list
                .iter()
                .filter_map(|branch| branch.get("$ref")?.as_str());
            references.collect()
        });
        branches.contains(reference)
    }

    /// Whether a schema has branches of `allOf` itself.
    fn is_composed(&mut self, place: PlaceId) -> bool {
        let node = self.node(place);
        let mut parts = self.parts(node).iter();
        parts.any(|part| self.value(*part).get("allOf").is_some())
    }

    /// The keywords that came with OpenAPI 3.1.
    fn read_later(&mut self, place: PlaceId, key: &str, value: &'a Value, facts: &mut Facts<'a>) {
        if let Some(at) = SINGLE.iter().position(|known| *known == key) {
            facts.single[at] = Some(self.child(place, SINGLE[at], Sub::Whole, value));
            return;
        }
        match key {
            "prefixItems" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    let item = self.child(place, "prefixItems", Sub::Item(index), value);
                    facts.prefix_items.push(item);
                }
            }
            "patternProperties" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let child = self.child(place, "patternProperties", Sub::Key(name), value);
                    facts.pattern_properties.insert(name, child);
                }
            }
            "dependentSchemas" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let child = self.child(place, "dependentSchemas", Sub::Key(name), value);
                    facts.dependent_schemas.insert(name, child);
                }
            }
            "dependentRequired" => {
                for (name, value) in value.as_object().into_iter().flatten() {
                    let names = value.as_array().into_iter().flatten();
                    let names = names.filter_map(Value::as_str).collect();
                    facts.dependent_required.insert(name, names);
                }
            }
            _ => {}
        }
    }

    fn read_additional(&mut self, place: PlaceId, value: &'a Value, facts: &mut Facts<'a>) {
        let free = matches!(value, Value::Object(map) if map.is_empty());
        match (value, &mut facts.additional) {
            (_, Additional::Denied) => {}
            (Value::Bool(false), denied) => *denied = Additional::Denied,
            (Value::Object(_), slot) if !free => {
                let schema = self.child(place, "additionalProperties", Sub::Whole, value);
                match slot {
                    Additional::Schema(places) => places.push(schema),
                    Additional::Any => *slot = Additional::Schema(vec![schema]),
                    Additional::Denied => {}
                }
            }
            _ => {}
        }
    }

    fn read_union(
        &mut self,
        place: PlaceId,
        keyword: &'static str,
        value: &'a Value,
        facts: &mut Facts<'a>,
    ) {
        let Some(list) = value.as_array() else { return };
        facts.nullable |= list.iter().any(is_null);
        let live: Vec<_> = list
            .iter()
            .enumerate()
            .filter(|(_, v)| !is_null(v))
            .collect();
        if live.len() < 2 {
            return;
        }
        let bare: Option<Vec<Types>> = live.iter().map(|(_, value)| bare_type(value)).collect();
        if let Some(types) = bare {
            let types = types.into_iter().fold(Types(0), Types::union);
            facts.restrict_types(types, true);
            facts.listed = true;
            return;
        }
        let listed: Option<Vec<_>> = live.iter().map(|(_, value)| listed_values(value)).collect();
        if let Some(lists) = listed.filter(|lists| lists.iter().all(|(ty, _)| *ty == lists[0].0)) {
            facts.restrict_types(lists[0].0, true);
            restrict_values(
                lists.into_iter().flat_map(|(_, values)| values).collect(),
                facts,
            );
            return;
        }
        let branches = live
            .into_iter()
            .map(|(index, value)| self.child(place, keyword, Sub::Item(index), value))
            .collect();
        facts.unions.push(Union { keyword, branches });
    }
}

/// The index of the one branch of a `oneOf` or `anyOf` that is not `null`, if there is just one.
pub(super) fn only_branch(value: Option<&Value>) -> Option<usize> {
    let list = value?.as_array()?;
    let mut live = list.iter().enumerate().filter(|(_, v)| !is_null(v));
    let (index, _) = live.next()?;
    live.next().is_none().then_some(index)
}

/// Whether a schema object says nothing about the value itself.
pub(in crate::review) fn only_annotates(value: &Value) -> bool {
    let Value::Object(map) = value else {
        return value == &Value::Bool(true);
    };
    map.iter().all(|(key, value)| match key.as_str() {
        "$ref" | "title" | "description" | "example" | "examples" | "externalDocs" | "xml"
        | "$comment" => true,
        "allOf" => value.as_array().is_some_and(|list| list.len() < 2),
        _ => key.starts_with("x-"),
    })
}

/// Whether a schema allows nothing but `null`.
pub(in crate::review) fn is_null(value: &Value) -> bool {
    let Value::Object(map) = value else {
        return false;
    };
    let by_type = map.get("type").is_some_and(|ty| match ty {
        Value::String(name) => name == "null",
        Value::Array(list) => list.len() == 1 && list[0] == "null",
        _ => false,
    });
    let by_value = map.get("const").is_some_and(Value::is_null)
        || matches!(map.get("enum"), Some(Value::Array(list)) if list.len() == 1 && list[0].is_null());
    let bare_nullable = map.len() == 1 && map.get("nullable") == Some(&Value::Bool(true));
    by_type || by_value || bare_nullable
}

/// The type of a schema that says nothing else.
fn bare_type(value: &Value) -> Option<Types> {
    let map = value.as_object()?;
    let name = map.get("type")?.as_str()?;
    let quiet = map.keys().all(|key| {
        matches!(
            key.as_str(),
            "type" | "title" | "description" | "example" | "examples"
        )
    });
    quiet.then(|| Types::named(name))
}

/// The values of a schema that only lists some, with their type: an enum that has a description for each.
fn listed_values(value: &Value) -> Option<(Types, Vec<&Value>)> {
    let map = value.as_object()?;
    let quiet = map.keys().all(|key| {
        let key = key.as_str();
        matches!(
            key,
            "type" | "enum" | "const" | "title" | "description" | "deprecated"
        ) || key.starts_with("x-")
    });
    let values: Vec<&Value> = match (map.get("const"), map.get("enum")) {
        (Some(value), None) => vec![value],
        (None, Some(list)) => list.as_array()?.iter().collect(),
        _ => return None,
    };
    let ty = match map.get("type") {
        Some(ty) => Types::named(ty.as_str()?),
        None if values.iter().all(|value| value.is_string()) => Types::STRING,
        None => return None,
    };
    quiet.then_some((ty, values))
}

fn read_type(value: &Value, facts: &mut Facts<'_>) {
    let names: Vec<&str> = match value {
        Value::String(name) => vec![name],
        Value::Array(list) => list.iter().filter_map(Value::as_str).collect(),
        _ => return,
    };
    facts.nullable |= names.contains(&"null");
    let types = names
        .into_iter()
        .map(Types::named)
        .fold(Types(0), Types::union);
    facts.restrict_types(types, true);
}

fn read_enum<'a>(value: &'a Value, facts: &mut Facts<'a>) {
    let Some(list) = value.as_array() else { return };
    facts.nullable |= list.iter().any(Value::is_null);
    restrict_values(
        list.iter().filter(|value| !value.is_null()).collect(),
        facts,
    );
}

fn restrict_values<'a>(values: IndexSet<&'a Value>, facts: &mut Facts<'a>) {
    facts.values = Some(match facts.values.take() {
        Some(old) => old.intersection(&values).copied().collect(),
        None => values,
    });
}

fn read_bound<'a>(key: &str, value: &'a Value, map: &'a Map<String, Value>, facts: &mut Facts<'a>) {
    let exclusive = |key: &str| map.get(key) == Some(&Value::Bool(true));
    let limit = match key {
        "minimum" if exclusive("exclusiveMinimum") => Limit::ExclusiveMin,
        "maximum" if exclusive("exclusiveMaximum") => Limit::ExclusiveMax,
        "minimum" => Limit::Min,
        "maximum" => Limit::Max,
        "exclusiveMinimum" => Limit::ExclusiveMin,
        _ => Limit::ExclusiveMax,
    };
    if let Some(value) = value.as_f64() {
        facts.restrict(limit, value);
    }
}

fn read_limit(key: &str, value: &Value, facts: &mut Facts<'_>) {
    let known = Limit::ALL.into_iter().find(|limit| limit.keyword() == key);
    if let (Some(limit), Some(value)) = (known, value.as_f64()) {
        facts.restrict(limit, value);
    }
}

/// Settles what several keywords say together.
fn finish(facts: &mut Facts<'_>) {
    if let Some(values) = &facts.values
        && values.len() == 1
    {
        facts.constant = facts.constant.or(values.first().copied());
    }
    if facts.constant.is_some() {
        facts.values = None;
    }
    if facts.constant.is_some_and(Value::is_null) {
        facts.constant = None;
        facts.nullable = true;
    }
    for (limit, nothing) in [
        (Limit::MinLength, 0.0),
        (Limit::MinItems, 0.0),
        (Limit::MinProperties, 0.0),
    ] {
        if facts.limit(limit) == Some(nothing) {
            facts.limits[limit as usize] = None;
        }
    }
    match facts.format {
        Some("byte") => facts.content_encoding = facts.content_encoding.or(Some("base64")),
        Some("base64url") => facts.content_encoding = facts.content_encoding.or(Some("base64url")),
        Some("binary") if facts.content_encoding.is_none() => {
            let octets = Some("application/octet-stream");
            facts.content_media_type = facts.content_media_type.or(octets);
        }
        _ => {}
    }
    if facts.types.is_any() {
        facts.types = implied(facts);
    }
}

/// The type that the other keywords call for where none is written.
fn implied(facts: &Facts<'_>) -> Types {
    if !facts.properties.is_empty() {
        return Types::OBJECT;
    }
    if !facts.items.is_empty() {
        return Types::ARRAY;
    }
    let mut values = facts.values.iter().flatten().copied().chain(facts.constant);
    match values.next() {
        Some(Value::String(_)) if values.all(Value::is_string) => Types::STRING,
        _ => Types(0),
    }
}
