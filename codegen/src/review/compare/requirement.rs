//! In: a `security` of the API or of an operation. Out: the alternatives that it lists, to be compared. Invariant: neither the
//! order of schemes nor that of scopes tells two of them apart.

use std::collections::BTreeMap;

use serde_json::Value;

/// The schemes that are needed together, with their scopes.
pub(super) type Alternative<'a> = BTreeMap<&'a str, Vec<&'a str>>;

/// What is asked of a caller.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Requirement<'a> {
    pub(super) alternatives: Vec<Alternative<'a>>,
}

impl<'a> Requirement<'a> {
    pub(super) fn read(value: Option<&'a Value>) -> Self {
        let list = value.and_then(Value::as_array).into_iter().flatten();
        let alternatives = list.filter_map(Value::as_object).map(|alternative| {
            let schemes = alternative.iter().map(|(scheme, scopes)| {
                let scopes = scopes.as_array().into_iter().flatten();
                let mut scopes: Vec<&str> = scopes.filter_map(Value::as_str).collect();
                scopes.sort_unstable();
                (scheme.as_str(), scopes)
            });
            schemes.collect()
        });
        Self {
            alternatives: alternatives.collect(),
        }
    }

    /// The same in the names that schemes have in the other document.
    pub(super) fn named(mut self, names: &BTreeMap<&'a str, &'a str>) -> Self {
        for alternative in &mut self.alternatives {
            let old = std::mem::take(alternative).into_iter();
            let new = old.map(|(name, scopes)| (names.get(name).copied().unwrap_or(name), scopes));
            alternative.extend(new);
        }
        self
    }

    /// Whether nobody is turned away.
    pub(super) fn is_open(&self) -> bool {
        self.alternatives.is_empty() || self.alternatives.iter().any(BTreeMap::is_empty)
    }

    /// Whether every alternative has a counterpart with the same schemes.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let mut asking = self.alternatives.iter().filter(|one| !one.is_empty());
        asking.all(|one| other.has(one))
    }

    /// The alternatives that ask for something and are not, scopes and all, in another requirement too.
    pub(super) fn beyond<'s>(&'s self, other: &Self) -> Vec<&'s Alternative<'a>> {
        let asking = self.alternatives.iter().filter(|one| !one.is_empty());
        asking
            .filter(|one| !other.alternatives.contains(one))
            .collect()
    }

    fn has(&self, alternative: &Alternative<'_>) -> bool {
        let mut all = self.alternatives.iter();
        all.any(|one| one.keys().eq(alternative.keys()))
    }
}

/// An alternative as it stands in a message.
pub(super) fn words(alternative: &Alternative<'_>) -> String {
    let schemes = alternative
        .iter()
        .map(|(scheme, scopes)| match scopes.as_slice() {
            [] => format!("`{scheme}`"),
            scopes => format!("`{scheme}` with {}", scopes.join(", ")),
        });
    schemes.collect::<Vec<_>>().join(" and ")
}
