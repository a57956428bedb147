//! In: a pair of schemas. Out: findings about bounds, patterns and the like. Invariant: a bound is compared by its
//! value, not by how the number is written.

use super::super::facts::schema::Limit;
use super::super::impact;
use super::super::rules::Rule;
use super::{Both, Context, Differ, shorten};

impl<'a> Differ<'a> {
    /// Compares the bounds of a pair.
    pub(super) fn limits(&mut self, context: Context, both: &Both<'_, 'a>) {
        self.value_limits(context, both);
        self.unique(context, both);
    }

    /// Compares those that are not about a list as a whole.
    pub(super) fn value_limits(&mut self, context: Context, both: &Both<'_, 'a>) {
        for limit in Limit::ALL {
            self.limit(context, both, limit);
        }
        self.patterns(context, both);
        self.multiple_of(context, both);
        self.content(context, both);
    }

    pub(super) fn limit(&mut self, context: Context, both: &Both<'_, 'a>, limit: Limit) {
        let (suffix, detail) = match (both.base.limit(limit), both.revision.limit(limit)) {
            (None, Some(new)) => ("set", format!("{new}")),
            (Some(old), None) => ("unset", format!("{old}")),
            (Some(old), Some(new)) if new > old => ("increased", format!("{old} to {new}")),
            (Some(old), Some(new)) if new < old => ("decreased", format!("{old} to {new}")),
            _ => return,
        };
        let subject = Self::subject_of_values(context, both);
        let rule = Rule::schema(subject, &format!("{}-{suffix}", limit.id()));
        let draft = self.draft(context, rule, limit.keyword(), detail);
        self.note(context, draft);
    }

    fn patterns(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (&both.base.patterns, &both.revision.patterns);
        let gone: Vec<&str> = old.difference(new).copied().collect();
        let come: Vec<&str> = new.difference(old).copied().collect();
        let (facet, detail) = match (gone.first(), come.first()) {
            (None, None) => return,
            (None, Some(new)) => ("pattern-added", shorten(new)),
            (Some(old), None) => ("pattern-removed", shorten(old)),
            (Some(old), Some(new)) => {
                let general = matches!(*new, ".*" | "^.*$" | "^.*" | ".*$");
                let facet = if general {
                    "pattern-generalized"
                } else {
                    "pattern-changed"
                };
                (facet, format!("{} became {}", shorten(old), shorten(new)))
            }
        };
        self.facet(context, facet, "pattern", detail);
    }

    fn multiple_of(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (facet, detail) = match (both.base.multiple_of, both.revision.multiple_of) {
            (None, Some(new)) => ("multiple-of-set", format!("{new}")),
            (Some(old), None) => ("multiple-of-unset", format!("{old}")),
            (Some(old), Some(new)) if old != new => {
                ("multiple-of-changed", format!("{old} to {new}"))
            }
            _ => return,
        };
        self.facet(context, facet, "multipleOf", detail);
    }

    fn unique(&mut self, context: Context, both: &Both<'_, 'a>) {
        let facet = match (both.base.unique, both.revision.unique) {
            (false, true) => "unique-items-added",
            (true, false) => "unique-items-removed",
            _ => return,
        };
        self.facet(context, facet, "uniqueItems", "");
    }

    fn content(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (both.base, both.revision);
        let rust = impact::type_change(old, new);
        let words = |text: Option<&str>| text.map_or("none".to_owned(), shorten);
        if old.content_encoding != new.content_encoding {
            let (old, new) = (words(old.content_encoding), words(new.content_encoding));
            let detail = format!("{old} became {new}");
            self.facet_rust(
                context,
                "content-encoding-changed",
                "contentEncoding",
                detail,
                rust,
            );
        }
        if old.content_media_type != new.content_media_type {
            let (old, new) = (words(old.content_media_type), words(new.content_media_type));
            let detail = format!("{old} became {new}");
            self.facet(
                context,
                "content-media-type-changed",
                "contentMediaType",
                detail,
            );
        }
    }
}
