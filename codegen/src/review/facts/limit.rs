//! In: nothing. Out: the keywords that bound something by a number. Invariant: each is either an upper or a lower bound.

/// Keywords whose value is a number that bounds something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::review) enum Limit {
    /// `minLength`
    MinLength,
    /// `maxLength`
    MaxLength,
    /// `minimum`
    Min,
    /// `maximum`
    Max,
    /// `exclusiveMinimum`
    ExclusiveMin,
    /// `exclusiveMaximum`
    ExclusiveMax,
    /// `minItems`
    MinItems,
    /// `maxItems`
    MaxItems,
    /// `minProperties`
    MinProperties,
    /// `maxProperties`
    MaxProperties,
    /// `minContains`
    MinContains,
    /// `maxContains`
    MaxContains,
}

impl Limit {
    /// All of them.
    pub(in crate::review) const ALL: [Self; 12] = [
        Self::MinLength,
        Self::MaxLength,
        Self::Min,
        Self::Max,
        Self::ExclusiveMin,
        Self::ExclusiveMax,
        Self::MinItems,
        Self::MaxItems,
        Self::MinProperties,
        Self::MaxProperties,
        Self::MinContains,
        Self::MaxContains,
    ];

    /// The keyword.
    pub(in crate::review) fn keyword(self) -> &'static str {
        match self {
            Self::MinLength => "minLength",
            Self::MaxLength => "maxLength",
            Self::Min => "minimum",
            Self::Max => "maximum",
            Self::ExclusiveMin => "exclusiveMinimum",
            Self::ExclusiveMax => "exclusiveMaximum",
            Self::MinItems => "minItems",
            Self::MaxItems => "maxItems",
            Self::MinProperties => "minProperties",
            Self::MaxProperties => "maxProperties",
            Self::MinContains => "minContains",
            Self::MaxContains => "maxContains",
        }
    }

    /// What it is called in rule ids.
    pub(in crate::review) fn id(self) -> &'static str {
        match self {
            Self::MinLength => "min-length",
            Self::MaxLength => "max-length",
            Self::Min => "min",
            Self::Max => "max",
            Self::ExclusiveMin => "exclusive-min",
            Self::ExclusiveMax => "exclusive-max",
            Self::MinItems => "min-items",
            Self::MaxItems => "max-items",
            Self::MinProperties => "min-properties",
            Self::MaxProperties => "max-properties",
            Self::MinContains => "min-contains",
            Self::MaxContains => "max-contains",
        }
    }

    /// Whether it bounds from above.
    pub(in crate::review) fn is_upper(self) -> bool {
        self.keyword().starts_with("max") || self == Self::ExclusiveMax
    }
}
