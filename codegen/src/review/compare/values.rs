//! In: a pair of schemas. Out: findings about `enum`, `const` and `default`. Invariant: values are compared as JSON,
//! their order does not matter.

use serde_json::Value;

use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::{Both, Context, Differ, short};

impl<'a> Differ<'a> {
    /// Compares the values a pair may have.
    pub(super) fn values(&mut self, context: Context, both: &Both<'_, 'a>) {
        self.constants(context, both);
        self.extensible(context, both);
        self.defaults(context, both);
    }

    fn constants(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        match (old.constant, new.constant) {
            (Some(old), Some(new)) if old == new => {}
            (Some(old), Some(new)) => {
                let detail = format!("{} became {}", short(old), short(new));
                self.facet(context, "const-changed", "const", detail);
            }
            (Some(constant), None) => match &new.values {
                Some(values) => self.lists(context, both, &[constant], values),
                None => {
                    self.facet(context, "const-removed", "const", short(constant));
                }
            },
            (None, Some(constant)) => match &old.values {
                Some(values) => self.lists(context, both, values, &[constant]),
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

    fn became_enum(&mut self, context: Context, values: &[&Value]) {
        let whole = self.facet(context, "became-enum", "enum", "");
        if !context.pair.subject.is_request() {
            return;
        }
        for value in values {
            let draft = self.facet_draft(context, "enum-value-added", "enum", short(value));
            self.note(context, draft.rust(Rust::Patch).part_of(whole));
        }
    }

    fn lists(&mut self, context: Context, both: &Both<'_, 'a>, old: &[&Value], new: &[&Value]) {
        let subject = Self::subject_of_values(context, both);
        for value in old.iter().filter(|value| !new.contains(value)) {
            // Servers may still send what is only marked as written by clients.
            let subject = match subject {
                Subject::ResponseWriteOnlyProperty => Subject::ResponseProperty,
                other => other,
            };
            self.value_finding(context, subject, "enum-value-removed", value);
        }
        for value in new.iter().filter(|value| !old.contains(value)) {
            let subject = match subject {
                Subject::RequestReadOnlyProperty => Subject::RequestProperty,
                other => other,
            };
            self.value_finding(context, subject, "enum-value-added", value);
        }
    }

    fn value_finding(&mut self, context: Context, subject: Subject, facet: &str, value: &Value) {
        let rule = Rule::schema(subject, facet);
        let draft = self.draft(context, rule, "enum", short(value));
        self.note(context, draft);
    }

    fn extensible(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (&both.base.extensible, &both.revision.extensible);
        if old.is_empty() || new.is_empty() {
            return;
        }
        let keyword = "x-extensible-enum";
        for value in old.iter().filter(|value| !new.contains(value)) {
            self.facet(
                context,
                "x-extensible-enum-value-removed",
                keyword,
                short(value),
            );
        }
        for value in new.iter().filter(|value| !old.contains(value)) {
            self.facet(
                context,
                "x-extensible-enum-value-added",
                keyword,
                short(value),
            );
        }
    }

    fn defaults(&mut self, context: Context, both: &Both<'_, 'a>) {
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
