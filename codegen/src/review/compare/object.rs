//! In: a pair of object schemas. Out: findings about their properties, and the pairs of properties to compare next.
//! Invariant: a property nobody sends in a direction is not reported for it.

use super::super::facts::schema::{Additional, Facts, Types};
use super::super::facts::{NodeId, PlaceId, Side};
use super::super::report::{Rust, Wire};
use super::super::rules::{Rule, Subject};
use super::renames::Loose;
use super::schema::spot_in;
use super::{Both, Context, Differ, Draft, Spot};
use crate::source::escape_token;

impl<'a> Differ<'a> {
    /// Compares what objects are made of. What came or went with the type is a detail of that finding.
    /// The same goes for what is in one of the alternatives that `around` is about.
    pub(super) fn object(
        &mut self,
        context: Context,
        both: &Both<'_, 'a>,
        retyped: Option<usize>,
        around: Option<usize>,
    ) {
        let (old, new) = (both.base, both.revision);
        let object = |facts: &Facts<'_>| facts.types.has(Types::OBJECT);
        let whole = retyped.filter(|_| object(old) != object(new));
        let (mut gone, mut come) = (Vec::new(), Vec::new());
        for (name, places) in &old.properties {
            let base = self.base.joined(places);
            match new.properties.get(name) {
                Some(now) => {
                    let revision = self.revision.joined(now);
                    self.requirement(context, both, name, revision);
                    self.inner_pair(context, base, revision);
                }
                None => gone.push(loose(name, base, old)),
            }
        }
        for (name, places) in &new.properties {
            if !old.properties.contains_key(name) {
                come.push(loose(name, self.revision.joined(places), new));
            }
        }
        let wholes = self.renames(context, &gone, &come);
        for one in &gone {
            let moved = around.filter(|_| is_in_branch(&mut self.revision, new, one.name));
            let whole = whole_of(&wholes, one.name).or(whole).or(moved);
            self.property_removed(context, one, &new.additional, whole);
        }
        for one in &come {
            let moved = around.filter(|_| is_in_branch(&mut self.base, old, one.name));
            let whole = whole_of(&wholes, one.name).or(whole).or(moved);
            self.property_added(context, one, whole);
        }
        self.required_keys(context, both);
        self.additional(context, both);
    }

    /// The findings about properties that only have another name, by both names.
    fn renames(
        &mut self,
        context: Context,
        gone: &[Loose<'a>],
        come: &[Loose<'a>],
    ) -> Vec<(&'a str, usize)> {
        let mut wholes = Vec::new();
        for renamed in self.renamed_properties(gone, come) {
            let old = self.property_draft(context, "request-property-removed", renamed.old);
            let new = self.property_draft(context, "request-property-removed", renamed.new);
            let draft = Draft {
                base: old.base,
                ..new
            };
            if let Some(whole) = self.property_renamed(context, &renamed, draft) {
                wholes.extend([(renamed.old, whole), (renamed.new, whole)]);
            }
        }
        wholes
    }

    fn property_removed(
        &mut self,
        context: Context,
        one: &Loose<'a>,
        others: &Additional,
        whole: Option<usize>,
    ) {
        let facts = self.base.facts(one.node);
        let (name, required) = (one.name, one.required);
        let id = match context.pair.subject.inner() {
            Subject::ParameterProperty => "request-parameter-property-removed",
            Subject::HeaderParameterProperty => "request-header-property-removed",
            inner if inner.is_request() && facts.read_only => return,
            inner if inner.is_request() => "request-property-removed",
            _ => match (required, facts.write_only) {
                (true, true) => "response-required-write-only-property-removed",
                (false, true) => "response-optional-write-only-property-removed",
                (true, false) => "response-required-property-removed",
                (false, false) => "response-optional-property-removed",
            },
        };
        let mut draft = self.property_draft(context, id, name).gone();
        if id == "request-property-removed" && matches!(others, Additional::Denied) {
            draft.rule.wire = Wire::Breaking;
            draft = draft.detail("no other property is allowed");
        }
        draft.part_of = whole;
        self.note(context, draft);
    }

    fn property_added(&mut self, context: Context, one: &Loose<'a>, whole: Option<usize>) {
        let facts = self.revision.facts(one.node);
        let (name, required) = (one.name, one.required);
        let id = match context.pair.subject.inner() {
            Subject::ParameterProperty if required => "new-required-request-parameter-property",
            Subject::ParameterProperty => "new-optional-request-parameter-property",
            Subject::HeaderParameterProperty if required => "new-required-request-header-property",
            Subject::HeaderParameterProperty => "new-optional-request-header-property",
            inner if inner.is_request() && facts.read_only => return,
            inner if inner.is_request() => match (required, facts.default) {
                (true, None) => "new-required-request-property",
                (true, Some(_)) => "new-required-request-property-with-default",
                (false, _) => "new-optional-request-property",
            },
            _ => match (required, facts.write_only) {
                (true, true) => "response-required-write-only-property-added",
                (false, true) => "response-optional-write-only-property-added",
                (true, false) => "response-required-property-added",
                (false, false) => "response-optional-property-added",
            },
        };
        let mut draft = self.property_draft(context, id, name);
        draft.part_of = whole;
        self.note(context, draft);
    }

    fn requirement(&mut self, context: Context, both: &Both<'_, 'a>, name: &str, node: NodeId) {
        let (old, new) = (both.base.requires(name), both.revision.requires(name));
        if old == new {
            return;
        }
        let facts = self.revision.facts(node);
        let id = match (context.pair.subject.inner(), new) {
            (Subject::ParameterProperty, true) => "request-parameter-property-became-required",
            (Subject::ParameterProperty, false) => "request-parameter-property-became-optional",
            (Subject::HeaderParameterProperty, true) => "request-header-property-became-required",
            (Subject::HeaderParameterProperty, false) => "request-header-property-became-optional",
            (inner, _) if inner.is_request() && facts.read_only => return,
            (inner, true) if inner.is_request() => match facts.default {
                Some(_) => "request-property-became-required-with-default",
                None => "request-property-became-required",
            },
            (inner, false) if inner.is_request() => "request-property-became-optional",
            (_, true) if facts.write_only => "response-write-only-property-became-required",
            (_, false) if facts.write_only => "response-write-only-property-became-optional",
            (_, true) => "response-property-became-required",
            (_, false) => "response-property-became-optional",
        };
        let draft = self.property_draft(context, id, name);
        self.note(context, draft);
    }

    /// A draft about a property, at the property where there is one and at the schema around it where there is none.
    fn property_draft(&self, context: Context, id: &str, name: &str) -> Draft {
        let owner = self.owner(context, |value| {
            let properties = value.get("properties");
            properties.is_some_and(|properties| properties.get(name).is_some())
        });
        let base = property_spot(&self.base, owner.base, name);
        let revision = property_spot(&self.revision, owner.revision, name);
        let label = format!("{}.{name}", owner.label);
        Draft::new(Rule::special(id), base, revision, label).key(name)
    }

    /// Names under `required` that no property has.
    fn required_keys(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        let unknown =
            |name: &str| !old.properties.contains_key(name) && !new.properties.contains_key(name);
        for name in new.required.iter().filter(|name| unknown(name)) {
            if !old.requires(name) {
                self.facet(context, "required-key-added", "required", *name);
            }
        }
        for name in old.required.iter().filter(|name| unknown(name)) {
            if !new.requires(name) {
                self.facet(context, "required-key-removed", "required", *name);
            }
        }
    }

    fn additional(&mut self, context: Context, both: &Both<'_, 'a>) {
        let facet = match (&both.base.additional, &both.revision.additional) {
            (Additional::Schema(old), Additional::Schema(new)) => {
                self.descend(context, old, new);
                return;
            }
            (Additional::Any, Additional::Any) | (Additional::Denied, Additional::Denied) => return,
            (_, Additional::Denied) => "additional-properties-denied",
            (Additional::Denied, _) => "additional-properties-allowed",
            (Additional::Any, Additional::Schema(_)) => "additional-properties-typed",
            (Additional::Schema(_), Additional::Any) => "additional-properties-untyped",
        };
        self.facet(context, facet, "additionalProperties", "");
    }

    /// Compares who sends a property.
    pub(super) fn access(&mut self, context: Context, both: &Both<'_, 'a>) {
        let way = match context.pair.subject {
            Subject::RequestProperty | Subject::RequestReadOnlyProperty => "request",
            Subject::ResponseProperty | Subject::ResponseWriteOnlyProperty => "response",
            _ => return,
        };
        let (old, new) = (both.base, both.revision);
        for (was, is, keyword, words) in [
            (old.read_only, new.read_only, "readOnly", "read-only"),
            (old.write_only, new.write_only, "writeOnly", "write-only"),
        ] {
            if was == is {
                continue;
            }
            let required = if self.is_required(context) {
                "required"
            } else {
                "optional"
            };
            let not = if is { "" } else { "not-" };
            let rule = Rule::special(&format!("{way}-{required}-property-became-{not}{words}"));
            let draft = self.draft(context, rule, keyword, "");
            self.note(context, draft);
        }
    }

    /// Whether the schema a property belongs to requires it, in the revision.
    fn is_required(&self, context: Context) -> bool {
        let parts = self.revision.parts(context.pair.revision);
        parts
            .iter()
            .any(|part| self.revision.is_required_property(*part))
    }

    /// Compares what arrays are made of.
    pub(super) fn array(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        let same_type = old.types == new.types;
        match (old.items.is_empty(), new.items.is_empty()) {
            (false, false) => self.descend(context, &old.items, &new.items),
            (true, false) if same_type && !self.is_free(&new.items) => {
                self.facet(context, "items-added", "items", "");
            }
            (false, true) if same_type && !is_free(&mut self.base, &old.items) => {
                self.facet(context, "items-removed", "items", "");
            }
            _ => {}
        }
        for (old, new) in old.prefix_items.iter().zip(&new.prefix_items) {
            self.descend(context, &[*old], &[*new]);
        }
        let (was, is) = (old.prefix_items.len(), new.prefix_items.len());
        let facet = match was.cmp(&is) {
            std::cmp::Ordering::Less => "prefix-items-added",
            std::cmp::Ordering::Greater => "prefix-items-removed",
            std::cmp::Ordering::Equal => return,
        };
        self.facet_rust(
            context,
            facet,
            "prefixItems",
            format!("{was} to {is}"),
            Rust::Major,
        );
    }

    fn is_free(&mut self, places: &[PlaceId]) -> bool {
        is_free(&mut self.revision, places)
    }
}

fn loose<'a>(name: &'a str, node: NodeId, owner: &Facts<'a>) -> Loose<'a> {
    Loose {
        name,
        node,
        required: owner.requires(name),
        at: owner.properties.get_index_of(name),
    }
}

/// Whether an alternative of a schema has a property.
fn is_in_branch(side: &mut Side<'_>, of: &Facts<'_>, name: &str) -> bool {
    let branches = of.unions.iter().flat_map(|union| &union.branches);
    branches.into_iter().any(|place| {
        let node = side.node(*place);
        side.facts(node).properties.contains_key(name)
    })
}

fn whole_of(wholes: &[(&str, usize)], name: &str) -> Option<usize> {
    let found = wholes.iter().find(|(known, _)| *known == name);
    found.map(|(_, whole)| *whole)
}

/// Whether a schema allows everything.
fn is_free(side: &mut Side<'_>, places: &[PlaceId]) -> bool {
    let node = side.joined(places);
    let facts: Facts<'_> = side.facts(node);
    facts.types.is_any() && !facts.never && facts.unions.is_empty()
}

fn property_spot(side: &Side<'_>, owner: Option<PlaceId>, name: &str) -> Spot {
    let properties = owner.and_then(|owner| side.value(owner).get("properties"));
    let there = properties.is_some_and(|properties| properties.get(name).is_some());
    let (file, mut pointer) = spot_in(side, owner, "");
    if there {
        pointer.push_str("/properties/");
        pointer.push_str(&escape_token(name));
    }
    (file, pointer)
}
