//! In: a pair of schemas. Out: findings about `enum`, `const` and `default`. Invariant: values are compared as JSON,
//! their order does not matter.

use indexmap::{IndexSet, indexset};
use serde_json::Value;

use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::renames::{MOST, alike};
use super::{Both, Context, Differ, short};

/// In lists that are longer a value is not looked for: the list is its place.
const LONGEST: usize = 1000;

impl<'a> Differ<'a> {
    /// Compares the values a pair may have.
    pub(super) fn values(&mut self, context: Context, both: &Both<'_, 'a>) {
        self.constants(context, both);
        self.extensible(context, both);
        self.defaults(context, both);
    }

    pub(super) fn constants(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        match (old.constant, new.constant) {
            (Some(old), Some(new)) if old == new => {}
            (Some(old), Some(new)) => {
                let detail = format!("{} became {}", short(old), short(new));
                self.facet(context, "const-changed", "const", detail);
            }
            (Some(constant), None) => match &new.values {
                Some(values) => self.lists(context, both, &indexset![constant], values),
                None => {
                    self.facet(context, "const-removed", "const", short(constant));
                }
            },
            (None, Some(constant)) => match &old.values {
                Some(values) => self.lists(context, both, values, &indexset![constant]),
                None => {
                    self.facet(context, "const-added", "const", short(constant));
                }
            },
            (None, None) => match (&old.values, &new.values) {
                (Some(old), Some(new)) => self.lists(context, both, old, new),
                (None, Some(new)) => self.became_enum(context, new),
                (Some(_), None) => {
                    self.facet(context, "enum-removed", "enum", "");
                }
                (None, None) => {}
            },
        }
    }

    fn became_enum(&mut self, context: Context, values: &IndexSet<&Value>) {
        let whole = self.facet(context, "became-enum", "enum", "");
        if !context.pair.subject.is_request() {
            return;
        }
        for value in values {
            let mut draft = self.facet_draft(context, "enum-value-added", "enum", short(value));
            draft.items = self.items(context, value);
            self.note(context, draft.rust(Rust::Patch).part_of(whole));
        }
    }

    fn lists(
        &mut self,
        context: Context,
        both: &Both<'_, 'a>,
        old: &IndexSet<&Value>,
        new: &IndexSet<&Value>,
    ) {
        let subject = Self::subject_of_values(context, both);
        let gone: Vec<&Value> = old.difference(new).copied().collect();
        let come: Vec<&Value> = new.difference(old).copied().collect();
        let renamed = self.renamed_values(context, subject, &gone, &come);
        let whole = |value: &Value| {
            let mut known = renamed.iter();
            let known = known.find(|(old, new, _)| *old == value || *new == value);
            known.map(|(_, _, whole)| *whole)
        };
        for value in &gone {
            // Servers may still send what is only marked as written by clients.
            let subject = match subject {
                Subject::ResponseWriteOnlyProperty => Subject::ResponseProperty,
                other => other,
            };
            self.value_finding(context, subject, "enum-value-removed", value, whole(value));
        }
        for value in &come {
            let subject = match subject {
                Subject::RequestReadOnlyProperty => Subject::RequestProperty,
                other => other,
            };
            self.value_finding(context, subject, "enum-value-added", value, whole(value));
        }
    }

    /// Values that are only spelled another way, each with the finding about it.
    fn renamed_values<'v>(
        &mut self,
        context: Context,
        subject: Subject,
        gone: &[&'v Value],
        come: &[&'v Value],
    ) -> Vec<(&'v Value, &'v Value, usize)> {
        let mut found: Vec<(&Value, &Value, usize)> = Vec::new();
        if gone.len() * come.len() > MOST {
            return found;
        }
        let texts = |values: &[&'v Value]| -> Vec<&'v str> {
            values.iter().filter_map(|value| value.as_str()).collect()
        };
        let (before, after) = (texts(gone), texts(come));
        for old in gone {
            let Some(name) = old.as_str() else { continue };
            let Some(twin) = alike(name, &after) else {
                continue;
            };
            let new = come.iter().find(|value| value.as_str() == Some(twin));
            let Some(new) = new.filter(|_| alike(twin, &before) == Some(name)) else {
                continue;
            };
            let detail = format!("{} became {}", short(old), short(new));
            let rule = Rule::schema(subject, "enum-value-renamed");
            let draft = self.draft(context, rule, "enum", detail);
            let mut draft = draft;
            draft.items = [self.items(context, old)[0], self.items(context, new)[1]];
            found.push((old, new, self.note(context, draft)));
        }
        found
    }

    fn value_finding(
        &mut self,
        context: Context,
        subject: Subject,
        facet: &str,
        value: &Value,
        whole: Option<usize>,
    ) {
        let rule = Rule::schema(subject, facet);
        let mut draft = self.draft(context, rule, "enum", short(value));
        draft.part_of = whole;
        draft.items = self.items(context, value);
        self.note(context, draft);
    }

    /// Which item of the list of each side a value is.
    fn items(&self, context: Context, value: &Value) -> [Option<usize>; 2] {
        let owner = self.owner(context, |schema| schema.get("enum").is_some());
        let find = |schema: &Value| {
            let values = schema.get("enum")?.as_array()?;
            if values.len() > LONGEST {
                return None;
            }
            values.iter().position(|one| one == value)
        };
        let base = owner.base.map(|place| self.base.value(place));
        let revision = owner.revision.map(|place| self.revision.value(place));
        [base.and_then(find), revision.and_then(find)]
    }

    pub(super) fn extensible(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (&both.base.extensible, &both.revision.extensible);
        if old.is_empty() || new.is_empty() {
            return;
        }
        let keyword = "x-extensible-enum";
        for value in old.difference(new) {
            self.facet(
                context,
                "x-extensible-enum-value-removed",
                keyword,
                short(value),
            );
        }
        for value in new.difference(old) {
            self.facet(
                context,
                "x-extensible-enum-value-added",
                keyword,
                short(value),
            );
        }
    }

    pub(super) fn defaults(&mut self, context: Context, both: &Both<'_, 'a>) {
        let keyword = "default";
        match (both.base.default, both.revision.default) {
            (Some(old), Some(new)) if old != new => {
                let detail = format!("{} became {}", short(old), short(new));
                self.facet(context, "default-value-changed", keyword, detail);
            }
            (Some(old), None) => {
                self.facet(context, "default-value-removed", keyword, short(old));
            }
            (None, Some(new)) => {
                self.facet(context, "default-value-added", keyword, short(new));
            }
            _ => {}
        }
    }
}
