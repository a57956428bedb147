//! Values of types, as JSON. In: a type, its bounds, and a value that the document gives for it; out: a value that the
//! document allows. Invariant: a given value is taken as it is where it fits, and only what does not fit is made anew; no
//! schema, however its parts multiply, takes more than a set number of steps.

use super::super::sample::{count, keeps, number, text, whole};
use crate::ir::{self, Constraints, Type, TypeKind};
use serde_json::{Map, Value};
use std::cell::Cell;

/// How deep values are made; what lies deeper is as small as it can be.
pub(super) const DEPTH: usize = 6;
/// How deep values are looked at; what is deeper fits.
pub(super) const LOOK: usize = 40;
/// How many parts of values are looked at for one; the others fit.
const LOOKS: usize = 20_000;
/// How many parts a value is made of at most; what comes after them is `null`.
const PARTS: usize = 2_000;
/// How many values are tried where one must be of one branch of a union alone.
const TRIES: usize = 200;

/// Makes values for one API.
#[derive(Debug)]
pub(super) struct Values<'a> {
    pub(super) api: &'a ir::Api,
    pub(super) looks: Cell<usize>,
    pub(super) parts: Cell<usize>,
    pub(super) tries: Cell<usize>,
}

/// Takes one; false if there is none.
pub(super) fn take(left: &Cell<usize>) -> bool {
    let more = left.get().checked_sub(1);
    left.set(more.unwrap_or_default());
    more.is_some()
}

impl<'a> Values<'a> {
    pub(super) fn new(api: &'a ir::Api) -> Self {
        Values {
            api,
            looks: Cell::new(LOOKS),
            parts: Cell::new(PARTS),
            tries: Cell::new(TRIES),
        }
    }

    /// A value of a type as a server sends it, as near to one of those given as can be.
    pub(super) fn value(&self, ty: &'a Type, given: &'a [Value]) -> Value {
        self.looks.set(LOOKS);
        self.parts.set(PARTS);
        self.tries.set(TRIES);
        let none = Constraints::default();
        let given = given.iter().chain(self.examples(ty));
        let mut given = given.filter(|value| !value.is_null());
        let first = given.clone().next();
        match given.find(|value| self.fits(ty, &none, value, LOOK)) {
            Some(value) => value.clone(),
            None => self.make(ty, &none, first, 0),
        }
    }

    /// The examples of a type that has a name.
    pub(super) fn examples(&self, ty: &Type) -> &'a [Value] {
        match ty {
            Type::Named(id) => &self.api.type_def(*id).examples,
            _ => &[],
        }
    }

    /// Whether a value is one of a type.
    pub(super) fn fits(
        &self,
        ty: &Type,
        bounds: &Constraints,
        value: &Value,
        depth: usize,
    ) -> bool {
        let Some(depth) = depth.checked_sub(1).filter(|_| take(&self.looks)) else {
            return true;
        };
        let none = Constraints::default();
        let inner = |ty: &Type, value: &Value| self.fits(ty, &none, value, depth);
        let kind = match (ty, value) {
            (Type::Any, _) => true,
            (Type::Null, value) => value.is_null(),
            (Type::Bool, value) => value.is_boolean(),
            (Type::Integer(kind), Value::Number(number)) => whole(*kind, number),
            (Type::Number(_), value) => value.is_number(),
            (Type::Formatted(format), Value::String(text)) => {
                super::super::example::has_format(*format, text)
            }
            (Type::String | Type::Binary, value) => value.is_string(),
            (Type::List(item), Value::Array(list)) => list.iter().all(|value| inner(item, value)),
            (Type::Tuple(items, rest), Value::Array(list)) => {
                list.len() >= items.len()
                    && list.iter().enumerate().all(|(index, value)| {
                        let ty = items.get(index).or(rest.as_deref());
                        ty.is_some_and(|ty| inner(ty, value))
                    })
            }
            (Type::Map(_, item), Value::Object(map)) => {
                map.values().all(|value| inner(item, value))
            }
            (Type::Nullable(_), Value::Null) => true,
            (Type::Nullable(ty) | Type::Boxed(ty), value) => self.fits(ty, bounds, value, depth),
            (Type::Named(id), value) => self.fits_named(*id, value, depth),
            _ => false,
        };
        kind && keeps(bounds, value)
    }

    fn fits_named(&self, id: ir::TypeId, value: &Value, depth: usize) -> bool {
        let def = self.api.type_def(id);
        let own = &def.constraints;
        let kind = match (&def.kind, value) {
            (TypeKind::Alias(ty) | TypeKind::Newtype(ty), value) => {
                return self.fits(ty, own, value, depth);
            }
            (TypeKind::Enum(list), value) => list.variants.iter().any(|one| one.value == *value),
            (TypeKind::Union(union), value) => {
                let tag = union.discriminator.as_ref().map(|key| value.get(key));
                union.branches.iter().any(|branch| {
                    let tagged = match &tag {
                        Some(Some(Value::String(tag))) => branch.tags.contains(tag),
                        Some(_) => branch.tags.is_empty(),
                        None => true,
                    };
                    tagged && self.fits(&branch.ty, &Constraints::default(), value, depth)
                })
            }
            (TypeKind::Struct(object), Value::Object(map)) => {
                let known = object
                    .fields
                    .iter()
                    .all(|field| match map.get(&field.wire_name) {
                        Some(value) => {
                            !field.write_only
                                && self.fits(&field.ty, &field.constraints, value, depth)
                        }
                        None => !field.required || field.write_only,
                    });
                known && self.fits_others(object, map, depth)
            }
            (TypeKind::Struct(_), _) => false,
        };
        kind && keeps(own, value)
    }

    fn fits_others(&self, object: &ir::Struct, map: &Map<String, Value>, depth: usize) -> bool {
        let own = |key: &str| object.fields.iter().any(|field| field.wire_name == key);
        let mut others = map.iter().filter(|(key, _)| !own(key));
        match &object.extra {
            ir::Extra::Any => true,
            ir::Extra::Denied => others.next().is_none(),
            ir::Extra::Typed(ty) => {
                others.all(|(_, value)| self.fits(ty, &Constraints::default(), value, depth))
            }
        }
    }

    /// A value of a type; what is given is kept as far as it fits.
    pub(super) fn make(
        &self,
        ty: &Type,
        bounds: &Constraints,
        given: Option<&Value>,
        depth: usize,
    ) -> Value {
        if let Some(value) = given.filter(|value| self.fits(ty, bounds, value, LOOK)) {
            return value.clone();
        }
        if !take(&self.parts) {
            return Value::Null;
        }
        match ty {
            Type::Any => Value::Object(Map::new()),
            Type::Null => Value::Null,
            Type::Bool => Value::Bool(true),
            Type::Integer(_) => number(bounds, true),
            Type::Number(_) => number(bounds, false),
            Type::String | Type::Binary => text(bounds),
            // In RFC 3339 a time has a zone, which a time of Rust has not.
            Type::Formatted(ir::Format::Time) => "12:30:00Z".into(),
            Type::Formatted(format) => super::super::example::sample(*format).into(),
            Type::List(item) => {
                let given = given.and_then(Value::as_array);
                let least = count(bounds, "minItems").unwrap_or(0);
                let most = count(bounds, "maxItems").unwrap_or(u64::MAX);
                let usual = u64::from(depth < DEPTH);
                let wanted = given.map_or(usual, |list| list.len() as u64);
                let wanted = wanted.min(most).max(least).min(100);
                let items = (0..wanted).map(|index| {
                    let given = given.and_then(|list| list.get(usize::try_from(index).ok()?));
                    self.make(item, &Constraints::default(), given, depth + 1)
                });
                Value::Array(items.collect())
            }
            Type::Tuple(items, _) => {
                let items = items.iter().enumerate().map(|(index, item)| {
                    let given = given.and_then(|given| given.get(index));
                    self.make(item, &Constraints::default(), given, depth + 1)
                });
                Value::Array(items.collect())
            }
            Type::Map(key, item) => self.map(*key, item, bounds, depth),
            Type::Nullable(_) if depth >= DEPTH => Value::Null,
            Type::Nullable(ty) | Type::Boxed(ty) => self.make(ty, bounds, given, depth),
            Type::Named(id) => self.named(*id, bounds, given, depth),
        }
    }

    fn map(
        &self,
        key: Option<ir::TypeId>,
        item: &Type,
        bounds: &Constraints,
        depth: usize,
    ) -> Value {
        let mut map = Map::new();
        for index in 0..count(bounds, "minProperties").unwrap_or(0).min(100) {
            let known = key.map(|id| &self.api.type_def(id).kind);
            let known = match known {
                Some(TypeKind::Enum(list)) => usize::try_from(index)
                    .ok()
                    .and_then(|at| list.variants.get(at)),
                _ => None,
            };
            let known = known.and_then(|variant| variant.value.as_str());
            let key = known.map_or_else(|| format!("key{index}"), str::to_owned);
            map.insert(
                key,
                self.make(item, &Constraints::default(), None, depth + 1),
            );
        }
        Value::Object(map)
    }

    fn named(
        &self,
        id: ir::TypeId,
        bounds: &Constraints,
        given: Option<&Value>,
        depth: usize,
    ) -> Value {
        let def = self.api.type_def(id);
        let mut examples = def.examples.iter().filter(|value| !value.is_null());
        let example = examples.next();
        if given.is_none()
            && let Some(value) = example
            && self.fits_named(id, value, LOOK)
        {
            return value.clone();
        }
        let given = given.or(example);
        let own = if def.constraints.keywords.is_empty() {
            bounds
        } else {
            &def.constraints
        };
        match &def.kind {
            // Nothing required leads back to itself but by way of a branch, or of an impossible document.
            _ if depth > DEPTH * 4 => Value::Null,
            TypeKind::Alias(ty) | TypeKind::Newtype(ty) => self.make(ty, own, given, depth + 1),
            TypeKind::Enum(list) => {
                let first = list.variants.first();
                first.map_or_else(|| "text".into(), |variant| variant.value.clone())
            }
            TypeKind::Union(union) => self.union(union, given, depth),
            TypeKind::Struct(object) => self.object(object, given, depth),
        }
    }

    fn object(&self, object: &ir::Struct, given: Option<&Value>, depth: usize) -> Value {
        let mut map = Map::new();
        for field in object.fields.iter().filter(|field| !field.write_only) {
            let given = given.and_then(|given| given.get(&field.wire_name));
            let wanted = given.is_some() || (depth < DEPTH / 2 && shallow(&field.ty));
            if !field.required && !wanted {
                continue;
            }
            let example = field.example.as_ref().or(field.default.as_ref());
            let value = self.make(&field.ty, &field.constraints, given.or(example), depth + 1);
            // What cannot be made right is left out, where it may be.
            if field.required || self.fits(&field.ty, &field.constraints, &value, LOOK) {
                map.insert(field.wire_name.clone(), value);
            }
        }
        Value::Object(map)
    }
}

/// Whether a value of the type leads no deeper, as far as can be told at a glance.
pub(super) fn shallow(ty: &Type) -> bool {
    match ty {
        Type::Bool | Type::Integer(_) | Type::Number(_) | Type::String | Type::Formatted(_) => true,
        Type::Null | Type::Named(_) => true,
        Type::Nullable(inner) => shallow(inner),
        Type::Any | Type::Binary | Type::List(_) | Type::Tuple(..) | Type::Map(..) => false,
        Type::Boxed(_) => false,
    }
}
