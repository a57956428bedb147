//! Which types a server has tables of, and how much these tell. In: an API; out: sets of types. Invariant: of a body that is JSON
//! no more is told than its Rust type leaves open; what comes as text is told as a whole, since nothing else says what a text
//! stands for.

use super::super::body::{self, Way};
use crate::ir::{self, Type, TypeId, TypeKind};
use std::collections::{BTreeMap, BTreeSet};

/// How much is told of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// What is demanded beyond its Rust type.
    Demands,
    /// Also its kind, by which a branch of a union is told from others.
    Looks,
    /// All of it.
    Whole,
}

/// The types of which something is told.
#[derive(Debug, Default)]
pub(super) struct Types {
    /// All that have tables.
    pub(super) all: BTreeSet<TypeId>,
    /// Those of which something is demanded, themselves or in what they hold.
    pub(super) demanding: BTreeSet<TypeId>,
    /// Those by whose looks a branch of a union is told from others.
    pub(super) telling: BTreeSet<TypeId>,
    /// Those that come as text.
    pub(super) whole: BTreeSet<TypeId>,
}

impl Types {
    /// Those of an API.
    pub(super) fn of(api: &ir::Api) -> Self {
        let mut types = Types {
            demanding: demanding(api),
            ..Types::default()
        };
        let (json, text) = sent(api);
        let mut open: Vec<TypeId> = text.into_iter().flat_map(mentioned).collect();
        while let Some(id) = open.pop() {
            if types.whole.insert(id) {
                types.tell(api, id, &mut open);
                let kind = &api.type_def(id).kind;
                ir::walk::each_in_kind(kind, &mut |ty| open.extend(ty.mentioned()));
            }
        }
        types.all.extend(&types.whole);
        let mut open: Vec<TypeId> = json.into_iter().flat_map(mentioned).collect();
        let mut met = BTreeSet::new();
        while let Some(id) = open.pop() {
            let wanted = types.demanding.contains(&id) || types.telling.contains(&id);
            if wanted && met.insert(id) {
                types.tell(api, id, &mut open);
                let kind = &api.type_def(id).kind;
                ir::walk::each_in_kind(kind, &mut |ty| open.extend(ty.mentioned()));
            }
        }
        types.all.extend(met);
        let solid = |id: &TypeId| {
            let kind = &api.type_def(*id).kind;
            !matches!(kind, TypeKind::Alias(_) | TypeKind::Enum(_))
        };
        types.all.retain(solid);
        types
    }

    /// Notes the branches of a union that are told apart by their looks.
    fn tell(&mut self, api: &ir::Api, id: TypeId, open: &mut Vec<TypeId>) {
        let TypeKind::Union(union) = &api.type_def(id).kind else {
            return;
        };
        if is_tagged(union) {
            return;
        }
        let branches = union.branches.iter();
        for id in branches.filter_map(|branch| target(api, &branch.ty)) {
            self.telling.insert(id);
            open.push(id);
        }
    }

    /// How much the table of a type tells.
    pub(super) fn told(&self, id: TypeId) -> Told {
        match (self.whole.contains(&id), self.telling.contains(&id)) {
            (true, _) => Told::Whole,
            (false, true) => Told::Looks,
            (false, false) => Told::Demands,
        }
    }
}

/// The types of what a client sends: those of bodies that are JSON, and those of parameters and forms.
fn sent(api: &ir::Api) -> (Vec<&Type>, Vec<&Type>) {
    let (mut json, mut text) = (Vec::new(), Vec::new());
    for operation in &api.operations {
        text.extend(operation.parameters.iter().map(|one| &one.ty));
        for payload in body::payloads(operation) {
            match payload.way() {
                Way::Json => json.push(&payload.content.ty),
                Way::Form | Way::Multipart => text.push(&payload.content.ty),
                Way::Text | Way::Bytes => {}
            }
        }
    }
    (json, text)
}

fn mentioned(ty: &Type) -> Vec<TypeId> {
    let mut out = Vec::new();
    ir::walk::each_in(ty, &mut |ty| out.extend(ty.mentioned()));
    out
}

/// Whether a property names the branch of every value.
pub(super) fn is_tagged(union: &ir::Union) -> bool {
    let mut branches = union.branches.iter();
    union.discriminator.is_some() && branches.all(|branch| !branch.tags.is_empty())
}

/// The type behind other names for it.
fn target(api: &ir::Api, ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Nullable(inner) | Type::Boxed(inner) => target(api, inner),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Alias(ty) => target(api, ty),
            _ => Some(*id),
        },
        _ => None,
    }
}

/// The types of requests of which something is demanded, themselves or in what they hold.
fn demanding(api: &ir::Api) -> BTreeSet<TypeId> {
    let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for (index, def) in api.types.iter().enumerate() {
        let Ok(index) = u32::try_from(index) else {
            break;
        };
        let id = TypeId(index);
        ir::walk::each_in_kind(&def.kind, &mut |ty| {
            if let Some(used) = ty.mentioned() {
                users.entry(used).or_default().push(id);
            }
        });
        if def.direction.request && demands(def) {
            open.push(id);
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(users.get(&id).into_iter().flatten());
        }
    }
    found
}

fn demands(def: &ir::TypeDef) -> bool {
    let parts = match &def.kind {
        TypeKind::Struct(object) => {
            object.extra == ir::Extra::Denied
                || object.fields.iter().any(|field| !field.bounds.is_empty())
        }
        TypeKind::Union(union) => union.branches.iter().any(|one| !one.bounds.is_empty()),
        TypeKind::Enum(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => false,
    };
    parts || !def.bounds.is_empty()
}
