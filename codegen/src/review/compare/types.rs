//! In: a pair of schemas. Out: findings about types, formats and `null`. Invariant: whether a type became wider or
//! narrower is worked out from the values it allows, not from its name.

use super::super::facts::schema::{Facts, Limit, Types};
use super::super::impact;
use super::super::rules::Subject;
use super::{Both, Context, Differ};

/// How the new set of values stands to the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Relation {
    Same,
    Wider,
    Narrower,
    Other,
}

impl<'a> Differ<'a> {
    /// Compares the types of a pair. Gives the finding if they differ.
    pub(super) fn types(&mut self, context: Context, both: &Both<'_, 'a>) -> Option<usize> {
        let (old, new) = (both.base, both.revision);
        self.nullability(context, both);
        if old.types == new.types {
            self.declaration(context, both);
            self.format(context, both);
            return None;
        }
        let relation = self.type_relation(context, both);
        let facet = facet_of(context.pair.subject, relation, old.listed || new.listed);
        let facet = match (relation, textual(context, old, new)) {
            (Relation::Narrower | Relation::Other, Some(facet)) => facet,
            _ => facet,
        };
        let detail = format!("{} became {}", words(old), words(new));
        let rust = impact::type_change(old, new);
        Some(self.facet_rust(context, facet, "type", detail, rust))
    }

    fn declaration(&mut self, context: Context, both: &Both<'_, 'a>) {
        let facet = match (both.base.declared, both.revision.declared) {
            (false, true) => "type-declared",
            (true, false) => "type-undeclared",
            _ => return,
        };
        self.facet(context, facet, "type", both.revision.types.words());
    }

    fn format(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        // Formats that stand for an encoding are compared as one.
        let encoded =
            |facts: &Facts<'_>| matches!(facts.format, Some("byte" | "base64url" | "binary"));
        if (encoded(old) || encoded(new))
            && (old.content_encoding, old.content_media_type)
                != (new.content_encoding, new.content_media_type)
        {
            return;
        }
        let numeric = old.types.within(Types::NUMBER);
        let facet = match (numeric, format_relation(old.format, new.format)) {
            (_, Relation::Same) => return,
            (true, Relation::Wider) if new.format.is_none() => "format-removed",
            (true, Relation::Narrower) if old.format.is_none() => "format-added",
            (_, relation) => facet_of(context.pair.subject, relation, false),
        };
        let detail = format!("{} became {}", words(old), words(new));
        let rust = impact::type_change(old, new);
        self.facet_rust(context, facet, "format", detail, rust);
    }

    fn type_relation(&mut self, context: Context, both: &Both<'_, 'a>) -> Relation {
        let (old, new) = (both.base, both.revision);
        if context.pair.spread && old.types.is_scalar() && new.types == Types::ARRAY {
            return self.spread_relation(old, new);
        }
        if context.pair.subject.is_parameter_property()
            && old.types.has(Types::STRING)
            && !new.types.has(Types::STRING)
            && new.types.is_scalar()
        {
            return Relation::Narrower;
        }
        if old.types.within(new.types) {
            // The old format still applies to the old type, so a narrower one weighs more.
            let shared = old.types.has(Types::INTEGER) && new.types.has(Types::INTEGER)
                || old.types.has(Types::STRING) && new.types.has(Types::STRING);
            return match format_relation(old.format, new.format) {
                Relation::Narrower | Relation::Other if shared => Relation::Other,
                _ => Relation::Wider,
            };
        }
        if new.types.within(old.types) {
            Relation::Narrower
        } else {
            Relation::Other
        }
    }

    /// A value on a query is an array of one on the same query, if the items allow what the value could be.
    fn spread_relation(&mut self, old: &Facts<'a>, new: &Facts<'a>) -> Relation {
        let items = self.revision.joined(&new.items);
        let items = self.revision.facts(items);
        let allowed = old.types.within(items.types)
            && matches!(
                format_relation(old.format, items.format),
                Relation::Same | Relation::Wider
            )
            && items
                .patterns
                .iter()
                .all(|pattern| old.patterns.contains(pattern))
            && Limit::ALL.into_iter().all(|limit| {
                items.limit(limit).is_none() || items.limit(limit) == old.limit(limit)
            })
            && (items.values.is_none() || items.values == old.values)
            && (items.constant.is_none() || items.constant == old.constant);
        if allowed {
            Relation::Wider
        } else {
            Relation::Other
        }
    }
}

/// What to call a change where values are text anyway: everything can be written as a string, and read as one.
fn textual(context: Context, old: &Facts<'_>, new: &Facts<'_>) -> Option<&'static str> {
    if !context.pair.textual {
        return None;
    }
    let free = |facts: &Facts<'_>| facts.types.has(Types::STRING) && facts.format.is_none();
    match context.pair.subject {
        Subject::Parameter | Subject::HeaderParameter if free(new) && old.types.is_scalar() => {
            Some("type-generalized")
        }
        Subject::RequestBody | Subject::RequestProperty | Subject::RequestReadOnlyProperty
            if free(new) =>
        {
            Some("type-compatible")
        }
        Subject::ResponseBody
        | Subject::ResponseProperty
        | Subject::ResponseWriteOnlyProperty
        | Subject::ResponseHeader
            if free(old) =>
        {
            Some("type-compatible")
        }
        _ => None,
    }
}

fn facet_of(subject: Subject, relation: Relation, listed: bool) -> &'static str {
    match (relation, listed) {
        (Relation::Wider, true) => "list-of-types-widened",
        (Relation::Narrower, true) => "list-of-types-narrowed",
        (Relation::Wider, false) => "type-generalized",
        (Relation::Narrower, false) if subject.is_parameter_property() => "type-specialized",
        (Relation::Narrower, false) if !subject.is_request() => "type-specialized",
        _ => "type-changed",
    }
}

fn format_relation(old: Option<&str>, new: Option<&str>) -> Relation {
    match (old, new) {
        (old, new) if old == new => Relation::Same,
        (Some(_), None) | (Some("int32"), Some("int64")) | (Some("float"), Some("double")) => {
            Relation::Wider
        }
        (None, Some(_)) | (Some("int64"), Some("int32")) | (Some("double"), Some("float")) => {
            Relation::Narrower
        }
        _ => Relation::Other,
    }
}

fn words(facts: &Facts<'_>) -> String {
    let null = if facts.nullable { " or null" } else { "" };
    match facts.format {
        Some(format) => format!("{} ({format}){null}", facts.types.words()),
        None => format!("{}{null}", facts.types.words()),
    }
}
