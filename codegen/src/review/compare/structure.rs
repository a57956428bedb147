//! In: a pair of schemas. Out: findings about the keywords of JSON Schema 2020-12 that hold other schemas. Invariant:
//! what is below such a keyword is compared as a property is, wherever both sides have it.

use super::super::facts::PlaceId;
use super::super::facts::schema::SINGLE;
use super::{Both, Context, Differ};
use indexmap::IndexMap;

/// What the keywords of `SINGLE` are called in rule ids, in their order.
const SINGLE_IDS: [&str; 8] = [
    "contains",
    "property-names",
    "content-schema",
    "then",
    "else",
    "unevaluated-items",
    "unevaluated-properties",
    "if",
];

impl<'a> Differ<'a> {
    /// Compares them all.
    pub(super) fn structure(&mut self, context: Context, both: &Both<'_, 'a>) {
        for (at, keyword) in SINGLE.into_iter().enumerate() {
            match (both.base.single[at], both.revision.single[at]) {
                (Some(old), Some(new)) if keyword == "if" => {
                    let (old, new) = (self.base.node(old), self.revision.node(new));
                    if !self.same(old, new) {
                        self.facet(context, "if-changed", keyword, "");
                    }
                }
                (Some(old), Some(new)) => self.descend(context, &[old], &[new]),
                (None, None) => {}
                (None, Some(_)) => {
                    self.facet(context, &format!("{}-added", SINGLE_IDS[at]), keyword, "");
                }
                (Some(_), None) => {
                    self.facet(context, &format!("{}-removed", SINGLE_IDS[at]), keyword, "");
                }
            }
        }
        self.negation(context, both);
        self.patterned(context, both);
        self.dependent_schemas(context, both);
        self.dependent_required(context, both);
    }

    fn negation(&mut self, context: Context, both: &Both<'_, 'a>) {
        let facet = match (both.base.not, both.revision.not) {
            (None, None) => return,
            (None, Some(_)) => "not-added",
            (Some(_), None) => "not-removed",
            (Some(old), Some(new)) => {
                let (old, new) = (self.base.node(old), self.revision.node(new));
                if self.same(old, new) {
                    return;
                }
                "not-changed"
            }
        };
        self.facet(context, facet, "not", "");
    }

    fn patterned(&mut self, context: Context, both: &Both<'_, 'a>) {
        let sides = [both.base, both.revision].map(|side| &side.pattern_properties);
        self.by_name(context, "pattern-property", "patternProperties", sides);
    }

    fn dependent_schemas(&mut self, context: Context, both: &Both<'_, 'a>) {
        let sides = [both.base, both.revision].map(|side| &side.dependent_schemas);
        self.by_name(context, "dependent-schema", "dependentSchemas", sides);
    }

    /// Compares schemas that a keyword holds by name.
    fn by_name(
        &mut self,
        context: Context,
        id: &str,
        keyword: &str,
        [old, new]: [&IndexMap<&str, PlaceId>; 2],
    ) {
        for (name, place) in old {
            match new.get(name) {
                Some(now) => self.descend(context, &[*place], &[*now]),
                None => {
                    self.facet(context, &format!("{id}-removed"), keyword, *name);
                }
            }
        }
        for name in new.keys().filter(|name| !old.contains_key(*name)) {
            self.facet(context, &format!("{id}-added"), keyword, *name);
        }
    }

    fn dependent_required(&mut self, context: Context, both: &Both<'_, 'a>) {
        let keyword = "dependentRequired";
        let (old, new) = (
            &both.base.dependent_required,
            &both.revision.dependent_required,
        );
        for (name, names) in old {
            let Some(now) = new.get(name) else {
                self.facet(context, "dependent-required-removed", keyword, *name);
                continue;
            };
            let equal = names.len() == now.len() && names.iter().all(|name| now.contains(name));
            if !equal {
                let detail = format!("{name}: {} became {}", names.join(", "), now.join(", "));
                self.facet(context, "dependent-required-changed", keyword, detail);
            }
        }
        for name in new.keys().filter(|name| !old.contains_key(*name)) {
            self.facet(context, "dependent-required-added", keyword, *name);
        }
    }
}
