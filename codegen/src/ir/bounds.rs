//! Bounds that are checked: in, nothing; out, plain data. Invariant: each is one that the runtime knows, but
//! for patterns: those are known to be some only where the configuration of the API asks for checks.

use serde_json::Number;

/// What is demanded of a value, beside what its named type demands by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bounds {
    /// What is demanded of the value itself.
    pub rules: Vec<Bound>,
    /// What is demanded of the items of a list, or of the values of a map.
    pub items: Option<Box<Bounds>>,
}

/// One demand, after the keyword of JSON Schema.
#[derive(Clone, Debug, PartialEq)]
pub enum Bound {
    /// `minLength`
    MinLength(u64),
    /// `maxLength`
    MaxLength(u64),
    /// `pattern`
    Pattern(String),
    /// `minimum`
    Minimum(Number),
    /// `maximum`
    Maximum(Number),
    /// `exclusiveMinimum`
    ExclusiveMinimum(Number),
    /// `exclusiveMaximum`
    ExclusiveMaximum(Number),
    /// `multipleOf`
    MultipleOf(Number),
    /// `minItems`
    MinItems(u64),
    /// `maxItems`
    MaxItems(u64),
    /// `uniqueItems`
    UniqueItems,
    /// `minProperties`
    MinProperties(u64),
    /// `maxProperties`
    MaxProperties(u64),
}

impl Bounds {
    /// Whether nothing is demanded.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.items.is_none()
    }

    /// Whether a pattern is among them.
    pub fn has_pattern(&self) -> bool {
        let own = self
            .rules
            .iter()
            .any(|rule| matches!(rule, Bound::Pattern(_)));
        own || self.items.as_ref().is_some_and(|items| items.has_pattern())
    }
}
