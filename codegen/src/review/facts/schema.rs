//! In: nothing but data. Out: what a node says (`Facts`). Invariant: spellings that mean the same give equal facts.

use indexmap::{IndexMap, IndexSet};
use serde_json::{Map, Value};

use super::PlaceId;
pub(in crate::review) use super::limit::Limit;
pub(in crate::review) use super::types::Types;

/// Keywords whose value is one schema that is compared as it is.
pub(in crate::review) const SINGLE: [&str; 8] = [
    "contains",
    "propertyNames",
    "contentSchema",
    "then",
    "else",
    "unevaluatedItems",
    "unevaluatedProperties",
    "if",
];

/// What an object may hold beside its named properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::review) enum Additional {
    /// Anything.
    #[default]
    Any,
    /// Nothing.
    Denied,
    /// Values of a schema.
    Schema(Vec<PlaceId>),
}

/// `oneOf` or `anyOf` with at least two branches that matter.
#[derive(Clone, Debug, Default)]
pub(in crate::review) struct Union {
    /// `oneOf` or `anyOf`.
    pub(in crate::review) keyword: &'static str,
    /// The branches, without `null`.
    pub(in crate::review) branches: Vec<PlaceId>,
}

/// What a node says.
#[derive(Clone, Debug, Default)]
pub(in crate::review) struct Facts<'a> {
    /// Nothing is allowed (`false`).
    pub(in crate::review) never: bool,
    /// The types, without `null`.
    pub(in crate::review) types: Types,
    /// The types are written, not only called for by other keywords.
    pub(in crate::review) declared: bool,
    /// `null` is allowed beside them.
    pub(in crate::review) nullable: bool,
    /// The types were written as a `oneOf` or `anyOf` of bare types.
    pub(in crate::review) listed: bool,
    /// `format`
    pub(in crate::review) format: Option<&'a str>,
    /// `enum` with several values, without `null`.
    pub(in crate::review) values: Option<IndexSet<&'a Value>>,
    /// `const`
    pub(in crate::review) constant: Option<&'a Value>,
    /// `x-extensible-enum`
    pub(in crate::review) extensible: IndexSet<&'a Value>,
    /// `default`
    pub(in crate::review) default: Option<&'a Value>,
    pub(super) limits: [Option<f64>; 12],
    /// `multipleOf`
    pub(in crate::review) multiple_of: Option<f64>,
    /// `uniqueItems: true`
    pub(in crate::review) unique: bool,
    /// `pattern`
    pub(in crate::review) patterns: IndexSet<&'a str>,
    /// `readOnly: true`
    pub(in crate::review) read_only: bool,
    /// `writeOnly: true`
    pub(in crate::review) write_only: bool,
    /// `deprecated: true`
    pub(in crate::review) deprecated: bool,
    /// `x-sunset`
    pub(in crate::review) sunset: Option<&'a Value>,
    /// `x-stability-level`
    pub(in crate::review) stability: Option<&'a Value>,
    /// `contentEncoding`
    pub(in crate::review) content_encoding: Option<&'a str>,
    /// `contentMediaType`
    pub(in crate::review) content_media_type: Option<&'a str>,
    /// `properties`
    pub(in crate::review) properties: IndexMap<&'a str, Vec<PlaceId>>,
    /// `required`
    pub(in crate::review) required: IndexSet<&'a str>,
    /// `items`
    pub(in crate::review) items: Vec<PlaceId>,
    /// `prefixItems`
    pub(in crate::review) prefix_items: Vec<PlaceId>,
    /// `additionalProperties`
    pub(in crate::review) additional: Additional,
    /// `patternProperties`
    pub(in crate::review) pattern_properties: IndexMap<&'a str, PlaceId>,
    /// `dependentSchemas`
    pub(in crate::review) dependent_schemas: IndexMap<&'a str, PlaceId>,
    /// `dependentRequired`
    pub(in crate::review) dependent_required: IndexMap<&'a str, Vec<&'a str>>,
    /// The schemas of `SINGLE`.
    pub(in crate::review) single: [Option<PlaceId>; 8],
    /// `not`
    pub(in crate::review) not: Option<PlaceId>,
    /// `oneOf` and `anyOf`
    pub(in crate::review) unions: Vec<Union>,
    /// `discriminator`
    pub(in crate::review) discriminator: Option<&'a Map<String, Value>>,
    /// The branches of every `allOf`, as written.
    pub(in crate::review) all_of: Vec<PlaceId>,
}

impl<'a> Facts<'a> {
    /// A bound.
    pub(in crate::review) fn limit(&self, limit: Limit) -> Option<f64> {
        self.limits[limit as usize]
    }

    /// Whether a property has to be there.
    pub(in crate::review) fn requires(&self, name: &str) -> bool {
        self.required.contains(name)
    }

    pub(super) fn restrict(&mut self, limit: Limit, value: f64) {
        let slot = &mut self.limits[limit as usize];
        *slot = Some(match *slot {
            Some(old) if limit.is_upper() => old.min(value),
            Some(old) => old.max(value),
            None => value,
        });
    }

    pub(super) fn restrict_types(&mut self, types: Types, other: bool) {
        if types.is_any() {
            return;
        }
        self.declared = true;
        self.types = match self.types.both(types) {
            _ if self.types.is_any() => types,
            Types(0) if other => self.types.union(types),
            narrower => narrower,
        };
    }
}
