//! Values of unions. In: a union and a value that the document gives for it; out: a value of a branch, and where a value must
//! be of one branch alone (`oneOf`), one that is of no other, if one is found. Invariant: what other branches are told from is
//! added only where nothing less will do.

use super::value::{DEPTH, LOOK, Values, shallow, take};
use crate::ir::{self, Constraints, JsonKind, Type, TypeKind};
use serde_json::{Map, Value};

/// How much of a branch is in a value of it.
#[derive(Clone, Copy, Debug)]
enum Extent {
    /// What is required.
    Least,
    /// What there is.
    Most,
    /// What there is, and properties of other branches that are of another kind there.
    Beyond,
}

impl Values<'_> {
    /// A value of a union.
    pub(super) fn union(&self, union: &ir::Union, given: Option<&Value>, depth: usize) -> Value {
        let mut value = self.of_branch(union, given, depth);
        if let Some(map) = value.as_object_mut() {
            for rules in &union.beside {
                let known = rules.iter().any(|rule| keeps(rule, map));
                let rule = rules.first().filter(|_| !known);
                let fields = rule.iter().flat_map(|rule| &rule.fields);
                map.extend(fields.map(|field| (field.wire_name.clone(), property(field))));
            }
        }
        value
    }

    fn of_branch(&self, union: &ir::Union, given: Option<&Value>, depth: usize) -> Value {
        let branches = order(union, given, depth);
        let Some(first) = branches.first() else {
            return Value::Null;
        };
        let usual = self.branch(union, first, given, depth);
        if !union.exclusive || depth >= DEPTH || !take(&self.tries) {
            return usual;
        }
        // What is tried takes nothing from the rest of the value.
        let (parts, looks) = (self.parts.get(), self.looks.get());
        let found = match self.is_of_one(union, &usual) {
            true => None,
            false => self.alone(union, &branches, given, depth),
        };
        self.parts.set(parts);
        self.looks.set(looks);
        found.unwrap_or(usual)
    }

    /// A value that is of one branch alone.
    fn alone(
        &self,
        union: &ir::Union,
        branches: &[&ir::Branch],
        given: Option<&Value>,
        depth: usize,
    ) -> Option<Value> {
        let mut made = Vec::with_capacity(branches.len());
        for branch in branches.iter().take_while(|_| take(&self.tries)) {
            let value = self.branch(union, branch, given, depth);
            if self.is_of_one(union, &value) {
                return Some(value);
            }
            made.push((*branch, value));
        }
        let extents = [Extent::Least, Extent::Most, Extent::Beyond];
        let mut tries = extents
            .iter()
            .flat_map(|extent| {
                made.iter()
                    .map(move |(branch, value)| (extent, branch, value))
            })
            .take_while(|_| take(&self.tries));
        tries.find_map(|(extent, branch, value)| {
            let object = self.object_of(&branch.ty)?;
            let mut map = value.as_object()?.clone();
            match extent {
                Extent::Least => map.retain(|key, _| {
                    let mut fields = object.fields.iter();
                    let own = fields.find(|field| field.wire_name == *key);
                    own.is_some_and(|field| field.required)
                        || union.discriminator.as_ref() == Some(key)
                }),
                Extent::Most => self.complete(object, &mut map, depth),
                Extent::Beyond => self.spoil(union, branch, object, &mut map),
            }
            Some(Value::Object(map)).filter(|value| self.is_of_one(union, value))
        })
    }

    /// A value of a branch.
    fn branch(
        &self,
        union: &ir::Union,
        branch: &ir::Branch,
        given: Option<&Value>,
        depth: usize,
    ) -> Value {
        if let Some(text) = &branch.constant {
            return text.as_str().into();
        }
        let mut value = self.make(&branch.ty, &Constraints::default(), given, depth + 1);
        if let (Some(key), Some(tag), Some(map)) = (
            &union.discriminator,
            branch.tags.first(),
            value.as_object_mut(),
        ) {
            let sent = map.get(key).and_then(Value::as_str);
            if !sent.is_some_and(|sent| branch.tags.iter().any(|tag| tag == sent)) {
                map.insert(key.clone(), tag.as_str().into());
            }
        }
        value
    }

    /// Whether a value is of one branch and of no other, whatever a discriminator says: a schema knows none.
    fn is_of_one(&self, union: &ir::Union, value: &Value) -> bool {
        let own = union.branches.iter();
        let own = own.filter(|branch| self.is_of(branch, value));
        own.map(|branch| if branch.impossible { 2 } else { 1 })
            .sum::<usize>()
            == 1
    }

    fn is_of(&self, branch: &ir::Branch, value: &Value) -> bool {
        match &branch.constant {
            Some(text) => value.as_str() == Some(text),
            None => self.fits(&branch.ty, &Constraints::default(), value, LOOK),
        }
    }

    /// Adds the properties that an object may have.
    fn complete(&self, object: &ir::Struct, map: &mut Map<String, Value>, depth: usize) {
        let more = object.fields.iter().filter(|field| !field.write_only);
        for field in more {
            if map.contains_key(&field.wire_name) {
                continue;
            }
            let value = self.make(&field.ty, &field.constraints, None, depth + 1);
            if self.fits(&field.ty, &field.constraints, &value, LOOK) {
                map.insert(field.wire_name.clone(), value);
            }
        }
    }

    /// Adds properties of other branches, of a kind that they cannot be of there.
    fn spoil(
        &self,
        union: &ir::Union,
        own: &ir::Branch,
        object: &ir::Struct,
        map: &mut Map<String, Value>,
    ) {
        if object.extra != ir::Extra::Any {
            return;
        }
        let is_own = |key: &str| object.fields.iter().any(|field| field.wire_name == key);
        let value = Value::Object(map.clone());
        let others = union.branches.iter().filter(|one| !std::ptr::eq(*one, own));
        let others = others.filter(|one| self.is_of(one, &value));
        for other in others.filter_map(|branch| self.object_of(&branch.ty)) {
            let fields = other
                .fields
                .iter()
                .filter(|field| !is_own(&field.wire_name));
            let wrong = fields.filter_map(|field| {
                let values = [Value::Null, 1.into(), "text".into()];
                let mut values = values.into_iter();
                let none = Constraints::default();
                let wrong = values.find(|value| !self.fits(&field.ty, &none, value, LOOK));
                Some((field.wire_name.clone(), wrong?))
            });
            map.extend(wrong.take(1));
        }
    }

    /// The object that a type is.
    fn object_of(&self, ty: &Type) -> Option<&ir::Struct> {
        match ty {
            Type::Boxed(inner) | Type::Nullable(inner) => self.object_of(inner),
            Type::Named(id) => match &self.api.type_def(*id).kind {
                TypeKind::Struct(object) => Some(object),
                TypeKind::Alias(ty) => self.object_of(ty),
                TypeKind::Enum(_) | TypeKind::Union(_) | TypeKind::Newtype(_) => None,
            },
            _ => None,
        }
    }
}

/// The branches, the best ones first: those of the discriminator that is given; deep down, those that lead no deeper.
fn order<'a>(union: &'a ir::Union, given: Option<&Value>, depth: usize) -> Vec<&'a ir::Branch> {
    let tag = union.discriminator.as_ref();
    let tag = tag.and_then(|key| given?.get(key)?.as_str());
    let mut branches: Vec<&ir::Branch> = union.branches.iter().collect();
    branches.sort_by_key(|branch| {
        let told = tag.is_some_and(|tag| branch.tags.iter().any(|own| own == tag));
        let deep = depth >= DEPTH && !shallow(&branch.ty);
        (!told, branch.impossible, deep)
    });
    branches
}

/// Whether an object has what an alternative demands.
fn keeps(rule: &ir::Rule, map: &Map<String, Value>) -> bool {
    rule.fields.iter().all(|field| {
        let value = map.get(&field.wire_name);
        value.is_some_and(|value| field.values.is_empty() || field.values.contains(value))
    })
}

/// A value of a property of which only its looks are known.
fn property(field: &ir::FieldRule) -> Value {
    let listed = field.values.first().cloned();
    listed.unwrap_or_else(|| match field.kinds.first() {
        Some(JsonKind::Null) => Value::Null,
        Some(JsonKind::Bool) => true.into(),
        Some(JsonKind::Integer | JsonKind::Number) => 1.into(),
        Some(JsonKind::Array) => Value::Array(Vec::new()),
        Some(JsonKind::Object) => Value::Object(Map::new()),
        Some(JsonKind::String) | None => "text".into(),
    })
}
