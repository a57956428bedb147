//! In: what is gone and what is new beside it. Out: which of them is the same thing under another name. Invariant: a
//! rename has evidence, and each name is at most in one; what oasdiff would report is kept as its parts.

use super::super::facts::NodeId;
use super::super::facts::operations::{Operation, template_key};
use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::{Context, Differ, Draft, at_spot};
use crate::diag::suggest;

/// With more pairs of names than this, all of it was rewritten, and nothing renamed.
pub(super) const MOST: usize = 10_000;

/// A property of one side that the other side has not.
pub(super) struct Loose<'a> {
    /// Its name.
    pub(super) name: &'a str,
    /// Its schema.
    pub(super) node: NodeId,
    /// Whether it has to be there.
    pub(super) required: bool,
}

/// A property that has another name now.
pub(super) struct Renamed<'a> {
    pub(super) old: &'a str,
    pub(super) new: &'a str,
    pub(super) required: bool,
}

impl<'a> Differ<'a> {
    /// Which properties only have another name: the schema is the same, and so is most of the name.
    pub(super) fn renamed_properties(
        &mut self,
        gone: &[Loose<'a>],
        come: &[Loose<'a>],
    ) -> Vec<Renamed<'a>> {
        let mut found: Vec<Renamed<'a>> = Vec::new();
        if gone.len() * come.len() > MOST {
            return found;
        }
        for old in gone {
            let names: Vec<&str> = come
                .iter()
                .filter(|new| found.iter().all(|known| known.new != new.name))
                .filter(|new| new.required == old.required && self.same(old.node, new.node))
                .map(|new| new.name)
                .collect();
            let back: Vec<&str> = gone.iter().map(|old| old.name).collect();
            if let Some(new) = alike(old.name, &names)
                && alike(new, &back) == Some(old.name)
            {
                found.push(Renamed {
                    old: old.name,
                    new,
                    required: old.required,
                });
            }
        }
        found
    }

    /// The finding about a property with another name.
    pub(super) fn property_renamed(
        &mut self,
        context: Context,
        renamed: &Renamed<'a>,
        draft: Draft,
    ) -> Option<usize> {
        let id = match (context.pair.subject.inner(), renamed.required) {
            (Subject::ParameterProperty | Subject::HeaderParameterProperty, _) => return None,
            (inner, true) if inner.is_request() => "request-required-property-renamed",
            (inner, false) if inner.is_request() => "request-optional-property-renamed",
            (_, true) => "response-required-property-renamed",
            (_, false) => "response-optional-property-renamed",
        };
        let detail = format!(
            "`{}` became `{}`: the schema is the same",
            renamed.old, renamed.new
        );
        let draft = Draft {
            rule: Rule::special(id),
            ..draft.detail(detail)
        };
        Some(self.note(context, draft))
    }

    /// Operations that only have another path: method and id are the same, and both paths are in one document each.
    pub(super) fn moved<'o>(
        &self,
        old: &Operation<'a>,
        added: &[&'o Operation<'a>],
    ) -> Option<&'o Operation<'a>> {
        let id = old.at.text("operationId")?;
        if old.path.starts_with("webhook:") {
            return None;
        }
        let mut twins = added.iter().filter(|new| {
            new.method == old.method
                && new.at.text("operationId") == Some(id)
                && template_key(&new.path).matches('{').count()
                    == template_key(&old.path).matches('{').count()
        });
        twins.next().copied()
    }

    /// The finding about an operation with another path.
    pub(super) fn operation_moved(&mut self, old: &Operation<'a>, new: &Operation<'a>) -> usize {
        let part = self.operation_part(old);
        let id = old.at.text("operationId").unwrap_or_default();
        let detail = format!(
            "`{}` became `{}`: method and id `{id}` are the same",
            old.path, new.path
        );
        let rule = Rule::special("endpoint-moved");
        let name = format!("{} {}", new.method, new.path);
        let draft = Draft::new(rule, at_spot(&old.at), at_spot(&new.at), name);
        self.direct(part, draft.detail(detail).rust(Rust::Patch))
    }
}

/// The name that is the same word in another spelling, or else nearly the same.
pub(super) fn alike<'n>(name: &str, names: &[&'n str]) -> Option<&'n str> {
    let plain = plain(name);
    let spelled = names.iter().find(|other| self::plain(other) == plain);
    spelled
        .copied()
        .or_else(|| suggest(name, names.iter().copied().filter(|_| plain.len() > 3)))
        .filter(|other| digits(other) == digits(name))
}

/// Letters and digits only, without case.
fn plain(name: &str) -> String {
    let letters = name.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// `line1` and `line2` are two things.
fn digits(name: &str) -> String {
    name.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn a_rename_keeps_most_of_the_name() {
        assert_eq!(alike("user_id", &["userId", "id"]), Some("userId"));
        assert_eq!(
            alike("job_identfier", &["job_identifier"]),
            Some("job_identifier")
        );
        assert_eq!(alike("line1", &["line2"]), None);
        assert_eq!(alike("name", &["size"]), None);
        assert_eq!(alike("a", &["b"]), None);
    }
}
