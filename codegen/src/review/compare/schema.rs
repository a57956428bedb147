//! In: a pair of schemas. Out: what changed between them, and the pairs inside of them. Invariant: nothing here depends
//! on how a schema is spelled, only on its facts.

use super::super::facts::schema::{Additional, Facts};
use super::super::facts::{NodeId, Side};
use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::{Both, Context, Differ, Draft, Spot, keyword_spot, node_spot};

impl<'a> Differ<'a> {
    /// Compares one pair.
    pub(super) fn schema(&mut self, context: Context) {
        let base = self.base.facts(context.pair.base);
        let revision = self.revision.facts(context.pair.revision);
        self.compare_names(context, &base, &revision);
        let both = Both {
            base: &base,
            revision: &revision,
        };
        if self.wrapped(context, &both) {
            return;
        }
        self.never(context, &both);
        self.types(context, &both);
        self.values(context, &both);
        self.limits(context, &both);
        self.access(context, &both);
        self.deprecation(context, &both);
        self.object(context, &both);
        self.array(context, &both);
        self.structure(context, &both);
        self.unions(context, &both);
        self.discriminator(context, &both);
        self.all_of(context, &both);
    }

    fn never(&mut self, context: Context, both: &Both<'_, 'a>) {
        let facet = match (both.base.never, both.revision.never) {
            (false, true) => "became-impossible",
            (true, false) => "became-possible",
            _ => return,
        };
        self.facet(context, facet, "", "");
    }

    /// Notes which named schemas stand for each other.
    fn compare_names(&mut self, context: Context, base: &Facts<'_>, revision: &Facts<'_>) {
        let old = self.base.name(context.pair.base);
        let new = self.revision.name(context.pair.revision);
        match (old, new) {
            (Some(old), Some(new)) if old != new => {
                if self.replaced(&old, &new) && has_own_type(base) && has_own_type(revision) {
                    let detail = format!("`{old}` became `{new}`");
                    self.facet(context, "schema-replaced", "$ref", detail);
                }
                *self.names.entry((old, new)).or_default() += 1;
            }
            (Some(old), None) => self.inlined.push(old),
            _ => {}
        }
    }

    /// Whether two schemas that stand for each other are different ones, both of which are in both documents.
    fn replaced(&self, old: &str, new: &str) -> bool {
        let has = |side: &Side<'_>, name: &str| {
            let schemas = side.root().pointer("/components/schemas");
            schemas.is_some_and(|schemas| schemas.get(name).is_some())
        };
        has(&self.revision, old) || has(&self.base, new)
    }

    /// A finding about a facet, at the keyword it is about.
    pub(super) fn facet(
        &mut self,
        context: Context,
        facet: &str,
        keyword: &str,
        detail: impl Into<String>,
    ) -> usize {
        let draft = self.facet_draft(context, facet, keyword, detail);
        self.note(context, draft)
    }

    /// The same with a Rust verdict of its own.
    pub(super) fn facet_rust(
        &mut self,
        context: Context,
        facet: &str,
        keyword: &str,
        detail: impl Into<String>,
        rust: Rust,
    ) -> usize {
        let draft = self.facet_draft(context, facet, keyword, detail).rust(rust);
        self.note(context, draft)
    }

    /// A draft about a facet, at the keyword it is about.
    pub(super) fn facet_draft(
        &mut self,
        context: Context,
        facet: &str,
        keyword: &str,
        detail: impl Into<String>,
    ) -> Draft {
        let rule = Rule::schema(context.pair.subject, facet);
        self.draft(context, rule, keyword, detail)
    }

    /// A draft about a pair.
    pub(super) fn draft(
        &mut self,
        context: Context,
        rule: Rule,
        keyword: &str,
        detail: impl Into<String>,
    ) -> Draft {
        let detail = detail.into();
        let (base, revision) = self.spots(context, keyword);
        let label = self.revision.label(context.pair.revision);
        let message = match detail.as_str() {
            "" => format!("{label}: {}", rule.what),
            detail => format!("{label}: {} ({detail})", rule.what),
        };
        Draft::new(rule, base, revision, message).detail(detail)
    }

    /// The places of a keyword on both sides.
    pub(super) fn spots(&self, context: Context, keyword: &str) -> (Spot, Spot) {
        let spot = |side: &Side<'_>, node: NodeId| match keyword {
            "" => node_spot(side, node),
            keyword => keyword_spot(side, node, keyword),
        };
        (
            spot(&self.base, context.pair.base),
            spot(&self.revision, context.pair.revision),
        )
    }

    /// The subject of bounds and values, which do not matter where nobody sends the property.
    pub(super) fn subject_of_values(context: Context, both: &Both<'_, 'a>) -> Subject {
        match context.pair.subject {
            Subject::RequestProperty if both.revision.read_only => Subject::RequestReadOnlyProperty,
            Subject::ResponseProperty if both.revision.write_only => {
                Subject::ResponseWriteOnlyProperty
            }
            other => other,
        }
    }

    /// Compares items, further properties and the like where both sides have one.
    pub(super) fn descend(
        &mut self,
        context: Context,
        base: &[super::super::facts::PlaceId],
        revision: &[super::super::facts::PlaceId],
    ) {
        if base.is_empty() || revision.is_empty() {
            return;
        }
        let base = self.base.joined(base);
        let revision = self.revision.joined(revision);
        self.inner_pair(context, base, revision);
    }
}

/// Whether a schema with a name gets a Rust type of that name, not only an alias.
fn has_own_type(facts: &Facts<'_>) -> bool {
    !facts.properties.is_empty()
        || facts.values.is_some()
        || !facts.unions.is_empty()
        || (facts.types.has(super::super::facts::schema::Types::OBJECT)
            && facts.additional == Additional::Denied)
}
