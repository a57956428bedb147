//! What is demanded of the values of a type: in, a type; out, its bounds and those of its parts. Invariant: none is passed
//! over.

use crate::ir::{Bounds, TypeDef, TypeKind};

/// All bounds of a type, in the order of its parts.
pub(super) fn of(def: &TypeDef) -> Vec<&Bounds> {
    let parts: Vec<&Bounds> = match &def.kind {
        TypeKind::Struct(object) => object.fields.iter().map(|one| &one.bounds).collect(),
        TypeKind::Union(union) => union.branches.iter().map(|one| &one.bounds).collect(),
        TypeKind::Enum(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => Vec::new(),
    };
    std::iter::once(&def.bounds).chain(parts).collect()
}

/// Demands nothing any more.
pub(super) fn clear(def: &mut TypeDef) {
    def.bounds = Bounds::default();
    match &mut def.kind {
        TypeKind::Struct(object) => {
            for field in &mut object.fields {
                field.bounds = Bounds::default();
            }
        }
        TypeKind::Union(union) => {
            for branch in &mut union.branches {
                branch.bounds = Bounds::default();
            }
        }
        TypeKind::Enum(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => {}
    }
}
