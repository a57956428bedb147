//! In: a parameter that takes one value on one side and a list of values on the other. Out: findings about what each value
//! may be. Invariant: that a value stands in a list now, or no longer, is the change of its type, and no other.

use super::super::facts::schema::{Facts, Limit, Types};
use super::super::rules::Subject;
use super::{Both, Context, Differ, Pair, shorten};

/// The single value of one side, and what stands in the list of the other.
pub(super) struct Listed<'a> {
    context: Context,
    base: Facts<'a>,
    revision: Facts<'a>,
}

impl<'a> Differ<'a> {
    /// What is compared in place of a value and a list of values, where a pair is that.
    pub(super) fn listed(&mut self, context: Context, both: &Both<'_, 'a>) -> Option<Listed<'a>> {
        let pair = context.pair;
        let is_parameter = matches!(pair.subject, Subject::Parameter | Subject::HeaderParameter);
        if !is_parameter || !pair.textual {
            return None;
        }
        let (old, new) = (both.base, both.revision);
        let is_list = |facts: &Facts<'_>| facts.types == Types::ARRAY && !facts.items.is_empty();
        let pair = if old.types.is_scalar() && is_list(new) {
            Pair {
                revision: self.revision.joined(&new.items),
                ..pair
            }
        } else if is_list(old) && new.types.is_scalar() {
            Pair {
                base: self.base.joined(&old.items),
                ..pair
            }
        } else {
            return None;
        };
        Some(Listed {
            context: Context { pair, ..context },
            base: self.base.facts(pair.base),
            revision: self.revision.facts(pair.revision),
        })
    }

    /// Compares what a value may be, alone and in a list.
    pub(super) fn one_value(&mut self, context: Context, both: &Both<'_, 'a>, listed: &Listed<'a>) {
        let inner = Both {
            base: &listed.base,
            revision: &listed.revision,
        };
        self.constants(listed.context, &inner);
        self.extensible(listed.context, &inner);
        self.value_limits(listed.context, &inner);
        self.handed_on(context, both, &inner);
        if !is_same_default(both.base, both.revision) {
            self.defaults(context, both);
        }
        // One value is a list of one.
        if both.revision.limit(Limit::MinItems) > Some(1.0) {
            self.limit(context, both, Limit::MinItems);
        }
    }
}

impl<'a> Differ<'a> {
    /// Tells a pattern that the parameter itself has no more, since each of the list has it now.
    fn handed_on(&mut self, context: Context, both: &Both<'_, 'a>, inner: &Both<'_, 'a>) {
        let kept = |pattern: &&&str| inner.revision.patterns.contains(**pattern);
        let is_list = both.revision.types == Types::ARRAY;
        if let Some(pattern) = both.base.patterns.iter().find(kept).filter(|_| is_list) {
            let detail = format!("{}, which each item keeps to now", shorten(pattern));
            self.facet(context, "pattern-removed", "pattern", detail);
        }
    }
}

/// Whether both sides have the same default, alone and in a list.
fn is_same_default(old: &Facts<'_>, new: &Facts<'_>) -> bool {
    let (Some(old), Some(new)) = (old.default, new.default) else {
        return false;
    };
    let is_in = |list: &serde_json::Value, one: &serde_json::Value| matches!(list.as_array().map(Vec::as_slice), Some([only]) if only == one);
    is_in(old, new) || is_in(new, old)
}
