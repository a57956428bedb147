//! Freezing what has a name: in, the structs, enums and unions of a draft; out, those of the IR. Invariant: fields, values and
//! branches stay in the document's order.

use super::{Freezer, Place, unboxed};
use crate::ir;
use crate::lower::draft::{Enum, Extra, Field, Kind, NodeId, Struct, Union};
use crate::passes::scope::Scope;
use crate::passes::{branches, fields, ident, variants};
use crate::published::Published;
use crate::source::Origin;

impl Freezer<'_> {
    pub(super) fn object(&self, id: NodeId, object: &Struct) -> ir::Struct {
        let names = field_names(object, &self.draft.node(id).origin, &self.names.published);
        let fields = object.fields.iter().zip(names).map(|(field, named)| {
            let node = self.draft.node(field.node);
            let ty = self.field_type(id, field);
            ir::Field {
                name: ir::Name(named.name),
                former: named.former,
                wire_name: field.wire_name.clone(),
                required: field.required,
                docs: node.notes.docs.clone(),
                deprecated: node.notes.deprecated,
                read_only: fields::has(self.draft, field.node, |notes| notes.read_only),
                write_only: fields::has(self.draft, field.node, |notes| notes.write_only),
                default: self.default(field.node),
                example: self.example(field.node, &[]),
                constraints: self.constraints(field.node),
                // The bytes of a part are not the text that the keywords speak of.
                bounds: if holds_bytes(&ty) {
                    ir::Bounds::default()
                } else {
                    self.bounds(field.node)
                },
                ty,
                origin: node.origin.clone(),
            }
        });
        ir::Struct {
            fields: fields.collect(),
            extra: match &object.extra {
                Extra::Denied => ir::Extra::Denied,
                Extra::Any => ir::Extra::Any,
                Extra::Typed(node) => match self.ty(*node, id, Place::Json) {
                    ir::Type::Any => ir::Extra::Any,
                    other => ir::Extra::Typed(unboxed(other)),
                },
            },
        }
    }

    fn field_type(&self, owner: NodeId, field: &Field) -> ir::Type {
        let Some(part) = self.outlook.parts.get(&owner) else {
            return self.ty(field.node, owner, Place::Json);
        };
        if part.raw.contains(&field.wire_name)
            && matches!(self.draft.kind(field.node), Kind::String)
        {
            return ir::Type::Binary;
        }
        self.ty(field.node, owner, Place::Part)
    }

    pub(super) fn list(&self, id: NodeId, list: &Enum) -> ir::Enum {
        let (names, other) =
            variants::values(list, &self.draft.node(id).origin, &self.names.published);
        let repr = if list.values.iter().all(|value| value.value.is_string()) {
            ir::EnumRepr::String
        } else if list.values.iter().all(|value| value.value.is_i64()) {
            ir::EnumRepr::Integer
        } else {
            ir::EnumRepr::Mixed
        };
        let variants = list
            .values
            .iter()
            .zip(names)
            .map(|(value, (name, former))| ir::Variant {
                name: ir::Name(name),
                former,
                value: value.value.clone(),
                docs: value.docs.clone(),
            });
        ir::Enum {
            repr,
            variants: variants.collect(),
            open: list.open || self.draft.node(id).direction.response,
            other: ir::Name(other),
        }
    }

    pub(super) fn union(&self, id: NodeId, union: &Union) -> ir::Union {
        let no_names = Vec::new();
        let names = self.names.variants.get(&id).unwrap_or(&no_names);
        let mut scope = Scope::default();
        let mut list = Vec::with_capacity(union.branches.len());
        let keys = branches::keys(self.draft, union);
        for ((branch, name), key) in union.branches.iter().zip(names).zip(keys) {
            scope.reserve(name);
            let constant = self.constants.get(&branch.node);
            let ty = match self.ty(branch.node, id, Place::Json) {
                _ if constant.is_some() => ir::Type::String,
                ir::Type::Nullable(inner) => *inner,
                other => other,
            };
            list.push(ir::Branch {
                key,
                name: ir::Name(name.clone()),
                ty,
                constant: constant.cloned(),
                docs: self.draft.node(branch.node).notes.docs.clone(),
                tags: branch.tags.clone(),
                impossible: branch.impossible,
                rule: branch.rule.clone(),
                bounds: self.bounds(branch.node),
            });
        }
        let unknown = variants::free(&scope, ["Unknown", "UnknownValue", "Unrecognized"]);
        ir::Union {
            discriminator: union.discriminator.clone(),
            exclusive: union.exclusive,
            branches: list,
            beside: union.beside.clone(),
            unknown: ir::Name(unknown),
        }
    }
}

/// The name of a field.
#[derive(Clone, Debug, Default)]
pub(in crate::passes) struct FieldName {
    /// What it is called.
    pub(in crate::passes) name: String,
    /// Whether another one has the name that it would like to have.
    pub(in crate::passes) is_second: bool,
    /// What it was called.
    former: Vec<ir::Name>,
}

/// The names of the fields: a property that is called as its field would be has the first choice.
pub(in crate::passes) fn field_names(
    object: &Struct,
    at: &Origin,
    published: &Published,
) -> Vec<FieldName> {
    let reserved: &[&str] = match object.extra {
        Extra::Denied => &[],
        Extra::Any | Extra::Typed(_) => &["additional_properties"],
    };
    let mut scope = Scope::with(reserved);
    let wishes: Vec<String> = object
        .fields
        .iter()
        .map(|field| ident::value_name(&field.wire_name))
        .collect();
    let mut names = vec![FieldName::default(); wishes.len()];
    for (named, field) in names.iter_mut().zip(&object.fields) {
        if let Some(name) = scope.keep(published.of_field(at, &field.wire_name)) {
            named.name = name;
        }
    }
    for (named, field) in names.iter_mut().zip(&object.fields) {
        named.former = scope.keep_all(published.former_field(at, &field.wire_name));
    }
    let places = || object.fields.iter().zip(&wishes).enumerate();
    for exact in [true, false] {
        for (index, (field, wish)) in places().filter(|(_, (f, w))| (f.wire_name == **w) == exact) {
            if !names[index].name.is_empty() {
                continue;
            }
            let spelled = || ident::spelled_value(&field.wire_name);
            let (name, first) = scope.claim_or(wish.clone(), spelled);
            names[index].name = name;
            names[index].is_second = !first;
        }
    }
    names
}

fn holds_bytes(ty: &ir::Type) -> bool {
    let mut found = false;
    ir::walk::each_in(ty, &mut |inner| found |= *inner == ir::Type::Binary);
    found
}
