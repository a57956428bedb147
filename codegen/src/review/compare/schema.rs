//! In: a pair of schemas. Out: what changed between them, and the pairs inside of them. Invariant: nothing here depends
//! on how a schema is spelled, only on its facts.

use serde_json::Value;

use super::super::facts::schema::{Additional, Facts};
use super::super::facts::{NodeId, PlaceId, Side};
use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::union::Wrapped;
use super::{Both, Context, Differ, Draft, Spot};
use crate::source::FileId;

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
        let around = match self.wrapped(context, &both) {
            Wrapped::Whole => return,
            Wrapped::Around(finding) => Some(finding),
            Wrapped::Not => None,
        };
        self.never(context, &both);
        let retyped = self.types(context, &both);
        match self.listed(context, &both) {
            Some(listed) => self.one_value(context, &both, &listed),
            None => {
                self.values(context, &both);
                self.limits(context, &both);
            }
        }
        self.access(context, &both);
        self.deprecation(context, &both);
        self.object(context, &both, retyped, around);
        self.array(context, &both);
        self.structure(context, &both);
        self.unions(context, &both);
        self.discriminator(context, &both);
        self.all_of(context, &both);
        self.inherited(context, &both);
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
        let meant = self.base.meaning(context.pair.base);
        match (old, new) {
            (Some(old), Some(new)) if old != new && !self.is_unwrapped(context) => {
                // An alias in place of what it stands for, or the other way round.
                if meant.is_some() && meant == self.revision.meaning(context.pair.revision) {
                    return;
                }
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
        let owner = self.owner(context, |value| value.get(keyword).is_some());
        let base = spot_in(&self.base, owner.base, keyword);
        let revision = spot_in(&self.revision, owner.revision, keyword);
        Draft::new(rule, base, revision, owner.label).detail(detail)
    }

    /// The schema object of each side that says something, or would be the one to say it.
    pub(super) fn owner(&self, context: Context, says: impl Fn(&Value) -> bool) -> Owner {
        let find = |side: &Side<'_>, node: NodeId| {
            let mut parts = side.parts(node).iter().copied();
            parts.find(|part| says(side.value(*part)))
        };
        let base = find(&self.base, context.pair.base);
        let revision = find(&self.revision, context.pair.revision);
        let (old, new) = (context.pair.base, context.pair.revision);
        let base = base.or_else(|| counterpart((&self.revision, new, revision), (&self.base, old)));
        let revision =
            revision.or_else(|| counterpart((&self.base, old, base), (&self.revision, new)));
        let label = match (revision, base) {
            (Some(place), _) => self.revision.place_label(place),
            (None, Some(place)) => self.base.place_label(place),
            (None, None) => String::new(),
        };
        Owner {
            base,
            revision,
            label,
        }
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

/// Who says something on each side.
pub(super) struct Owner {
    /// In the base.
    pub(super) base: Option<PlaceId>,
    /// In the revision.
    pub(super) revision: Option<PlaceId>,
    /// What it is called.
    pub(super) label: String,
}

/// The schema object that stands for one of the other side: that of the same name, or else that in the same position.
pub(super) fn counterpart(
    (side, node, owner): (&Side<'_>, NodeId, Option<PlaceId>),
    (other, twin): (&Side<'_>, NodeId),
) -> Option<PlaceId> {
    let parts = other.parts(twin);
    let Some(owner) = owner else {
        return parts.first().copied();
    };
    if let Some(name) = side.component(owner) {
        let same = |part: &&PlaceId| other.component(**part).as_ref() == Some(&name);
        if let Some(part) = parts.iter().find(same) {
            return Some(*part);
        }
    }
    let at = side.parts(node).iter().position(|part| *part == owner)?;
    parts.get(at).or(parts.first()).copied()
}

/// The place of a keyword of a schema object, or of the object where it has none.
pub(super) fn spot_in(side: &Side<'_>, place: Option<PlaceId>, keyword: &str) -> Spot {
    let Some(place) = place else {
        return (FileId(0), String::new());
    };
    let mut pointer = side.pointer(place);
    if side.value(place).get(keyword).is_some() {
        pointer.push('/');
        pointer.push_str(keyword);
    }
    (side.file(place), pointer)
}

/// Whether a schema with a name gets a Rust type of that name, not only an alias.
fn has_own_type(facts: &Facts<'_>) -> bool {
    !facts.properties.is_empty()
        || facts.values.is_some()
        || !facts.unions.is_empty()
        || (facts.types.has(super::super::facts::schema::Types::OBJECT)
            && facts.additional == Additional::Denied)
}
