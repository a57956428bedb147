//! In: the names under `type`. Out: a set that can be compared. Invariant: whole numbers are numbers.

/// JSON types as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(in crate::review) struct Types(pub(super) u8);

/// The names of the JSON types, in the order of the bits of `Types`.
const TYPE_NAMES: [&str; 6] = ["string", "number", "integer", "boolean", "array", "object"];

impl Types {
    /// Every value that is text on a query or a form.
    pub(in crate::review) const STRING: Self = Self(1);
    /// Any number.
    pub(in crate::review) const NUMBER: Self = Self(2);
    /// Whole numbers only.
    pub(in crate::review) const INTEGER: Self = Self(4);
    /// `true` and `false`.
    pub(in crate::review) const BOOLEAN: Self = Self(8);
    /// Arrays.
    pub(in crate::review) const ARRAY: Self = Self(16);
    /// Objects.
    pub(in crate::review) const OBJECT: Self = Self(32);

    pub(super) fn named(name: &str) -> Self {
        let at = TYPE_NAMES.iter().position(|known| *known == name);
        at.map_or(Self(0), |at| Self(1 << at))
    }

    /// Whether nothing was said about the type.
    pub(in crate::review) fn is_any(self) -> bool {
        self.0 == 0
    }

    /// Both together.
    pub(in crate::review) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// What both allow; 0 where they contradict each other.
    pub(super) fn both(self, other: Self) -> Self {
        let wide = |types: Self| {
            if types.0 & Self::NUMBER.0 != 0 {
                types.0 | Self::INTEGER.0
            } else {
                types.0
            }
        };
        let shared = wide(self) & wide(other);
        if shared & Self::NUMBER.0 != 0 && self.0 & other.0 & Self::INTEGER.0 == 0 {
            Self(shared & !Self::INTEGER.0)
        } else {
            Self(shared)
        }
    }

    /// Whether every value of `self` is one of `other` too.
    pub(in crate::review) fn within(self, other: Self) -> bool {
        if other.is_any() {
            return true;
        }
        let mut wide = other.0;
        if wide & Self::NUMBER.0 != 0 {
            wide |= Self::INTEGER.0;
        }
        !self.is_any() && self.0 & !wide == 0
    }

    /// Whether the set has this type in it.
    pub(in crate::review) fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Neither an array nor an object, and not unknown.
    pub(in crate::review) fn is_scalar(self) -> bool {
        !self.is_any() && self.0 & (Self::ARRAY.0 | Self::OBJECT.0) == 0
    }

    /// How many types there are.
    pub(in crate::review) fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// The types in words.
    pub(in crate::review) fn words(self) -> String {
        if self.is_any() {
            return "any".to_owned();
        }
        let names = TYPE_NAMES.iter().enumerate();
        let names: Vec<&str> = names
            .filter(|(at, _)| self.0 & (1 << at) != 0)
            .map(|(_, name)| *name)
            .collect();
        names.join(" or ")
    }
}
