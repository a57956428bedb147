//! What a type names, and what it is behind its other names. In: a type, and those of its API; out: types. Invariant: names that
//! lead to each other end, too.

use super::{Type, TypeDef, TypeId, TypeKind};

impl Type {
    /// What it is behind its other names: the type itself, unless it is an alias. `types` are those of the API.
    pub fn behind<'a>(&'a self, types: &'a [TypeDef]) -> &'a Self {
        self.names(types).last().unwrap_or(self)
    }

    /// The type that it names.
    pub fn named(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) => Some(*id),
            _ => None,
        }
    }

    /// The type that a mention names, or the enum of its keys; the types inside it aside.
    pub fn mentioned(&self) -> Option<TypeId> {
        match self {
            Self::Named(id) | Self::Map(Some(id), _) => Some(*id),
            Self::Any
            | Self::Null
            | Self::Bool
            | Self::Integer(_)
            | Self::Number(_)
            | Self::String
            | Self::Formatted(_)
            | Self::Binary
            | Self::List(_)
            | Self::Tuple(..)
            | Self::Map(None, _)
            | Self::Nullable(_)
            | Self::Boxed(_) => None,
        }
    }

    /// The type, and then what each alias is another name for, up to the last. It ends for names that lead to
    /// each other, too.
    pub fn names<'a>(&'a self, types: &'a [TypeDef]) -> impl Iterator<Item = &'a Self> {
        let next = |ty: &&'a Self| match ty {
            Self::Named(id) => match &types[id.0 as usize].kind {
                TypeKind::Alias(inner) => Some(inner),
                TypeKind::Struct(_)
                | TypeKind::Enum(_)
                | TypeKind::Union(_)
                | TypeKind::Newtype(_) => None,
            },
            _ => None,
        };
        std::iter::successors(Some(self), next).take(types.len() + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::ir::{Bounds, Constraints, Direction, Docs, Name, Type, TypeDef, TypeId, TypeKind};
    use crate::source::{FileId, Origin};

    fn alias(ty: Type) -> TypeDef {
        TypeDef {
            name: Name(String::new()),
            former: Vec::new(),
            module: Name(String::new()),
            root: true,
            wire_name: String::new(),
            docs: Docs::default(),
            deprecated: false,
            direction: Direction::default(),
            constraints: Constraints::default(),
            bounds: Bounds::default(),
            examples: Vec::new(),
            origin: Origin::position(FileId(0), 1, 1),
            place: String::new(),
            kind: TypeKind::Alias(ty),
        }
    }

    #[test]
    fn aliases_lead_to_what_they_stand_for() {
        let named = |id| Type::Named(TypeId(id));
        let types = [alias(named(1)), alias(Type::List(Box::new(named(0))))];
        assert_eq!(named(0).behind(&types), &Type::List(Box::new(named(0))));
        assert_eq!(Type::Bool.behind(&types), &Type::Bool);
        assert_eq!(named(0).names(&types).count(), 3);
    }

    #[test]
    fn aliases_that_lead_to_each_other_end() {
        let named = |id| Type::Named(TypeId(id));
        let types = [alias(named(1)), alias(named(0))];
        assert!(named(0).behind(&types).named().is_some());
    }
}
