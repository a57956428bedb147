//! In: what is gone and what is new beside it. Out: which of them is the same thing under another name. Invariant: a
//! rename has evidence, and each name is at most in one; what oasdiff would report is kept as its parts.

use super::super::facts::operations::{Operation, template_key};
use super::super::facts::{NodeId, Side};
use super::super::report::Rust;
use super::super::rules::{Rule, Subject};
use super::{Context, Differ, Draft, at_spot};
use crate::diag::{suggest, words_alike};

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
    /// Which of the properties it is.
    pub(super) at: Option<usize>,
}

/// A property that has another name now.
pub(super) struct Renamed<'a> {
    pub(super) old: &'a str,
    pub(super) new: &'a str,
    pub(super) required: bool,
    /// What tells that it is the same.
    pub(super) evidence: &'static str,
}

impl<'a> Differ<'a> {
    /// Which properties only have another name: the schema is the same, and so is most of the name, or what is said of it.
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
                    evidence: "the schema is the same",
                });
            }
        }
        self.told_alike(gone, come, &mut found);
        found
    }

    /// Adds properties with quite another name, where their schemas and what is said of them fit each other and no other.
    fn told_alike(&mut self, gone: &[Loose<'a>], come: &[Loose<'a>], found: &mut Vec<Renamed<'a>>) {
        let open = |name: &str, found: &[Renamed<'_>]| {
            found.iter().all(|one| one.old != name && one.new != name)
        };
        let gone: Vec<&Loose<'a>> = gone.iter().filter(|one| open(one.name, found)).collect();
        let come: Vec<&Loose<'a>> = come.iter().filter(|one| open(one.name, found)).collect();
        let in_order = gone.len() == come.len();
        let mut pairs: Vec<(usize, usize, &'static str)> = Vec::new();
        for (at, old) in gone.iter().enumerate() {
            for (to, new) in come.iter().enumerate() {
                let placed = in_order && old.at == new.at;
                if let Some(evidence) = self.twin_evidence(old, new, placed) {
                    pairs.push((at, to, evidence));
                }
            }
        }
        let (mut befores, mut afters) = (vec![0; gone.len()], vec![0; come.len()]);
        for (at, to, _) in &pairs {
            befores[*at] += 1;
            afters[*to] += 1;
        }
        for (at, to, evidence) in &pairs {
            if (befores[*at], afters[*to]) == (1, 1) {
                let (old, new) = (gone[*at], come[*to]);
                found.push(Renamed {
                    old: old.name,
                    new: new.name,
                    required: old.required,
                    evidence,
                });
            }
        }
    }

    /// What tells that two properties are one, but for their names. A schema that many properties have tells nothing.
    fn twin_evidence(
        &mut self,
        old: &Loose<'a>,
        new: &Loose<'a>,
        placed: bool,
    ) -> Option<&'static str> {
        if old.required != new.required || !self.same(old.node, new.node) {
            return None;
        }
        // What is said of a named schema is said of all that refer to it.
        let said = |side: &Side<'a>, node: NodeId| {
            let parts = side.parts(node).iter();
            let parts = parts.filter(|part| side.component(**part).is_none());
            let mut texts = parts.filter_map(|part| side.value(*part).get("description")?.as_str());
            texts.find(|text| !text.trim().is_empty())
        };
        match (said(&self.base, old.node), said(&self.revision, new.node)) {
            (Some(before), Some(after)) if before == after => {
                Some("schema and description are the same")
            }
            (None, None) if placed => {
                let facts = self.base.facts(old.node);
                let tells = facts.format.is_some() || facts.values.is_some();
                tells.then_some("schema and place are the same")
            }
            _ => None,
        }
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
            "`{}` became `{}`: {}",
            renamed.old, renamed.new, renamed.evidence
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
        let part = self.twin_part(old, new);
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
        .filter(|other| self::plain(other) == plain || words_alike(name, other))
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
        assert_eq!(alike("admin_limit_change", &["team_limit_change"]), None);
    }
}
