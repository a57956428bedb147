//! What a schema says beside its type: in, schemas that must all hold; out, prose, flags, examples and validation keywords.
//! Invariant: of two that say different things the last one counts.

use std::collections::HashSet;

use serde_json::Value;

use super::super::compose::{Part, Parts};
use super::super::draft::{NodeId, Notes};
use super::super::read::At;
use super::super::{Lowering, scalar};
use crate::ir::{Constraints, Docs};

/// Validation keywords, in the order they are listed in.
const CONSTRAINTS: [&str; 28] = [
    "multipleOf",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "contains",
    "minContains",
    "maxContains",
    "maxProperties",
    "minProperties",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "not",
    "if",
    "then",
    "else",
    "format",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
];

impl<'a> Lowering<'a> {
    pub(super) fn fill_notes(&mut self, id: NodeId, parts: &Parts<'a>) {
        let own = || parts.list.iter().rev().filter(|part| !part.borrowed);
        let mut docs = Docs::default();
        for part in own() {
            docs.title = docs.title.or_else(|| part.at.text("title"));
            docs.text = docs.text.or_else(|| part.at.text("description"));
            docs.link = docs.link.or_else(|| {
                let link = part.at.get("externalDocs")?;
                link.text("url")
            });
        }
        let nullable = |part: &Part<'a>| part.at.flag("nullable") || part.at.flag("x-nullable");
        let all = !parts.list.is_empty() && parts.list.iter().all(nullable);
        let constraints = constraints(&parts.list, |at| self.has_values(at));
        let node = self.draft.node_mut(id);
        node.nullable |= all || own().any(nullable);
        node.tag = own().find_map(|part| part.at.text("x-ms-discriminator-value"));
        node.notes = Notes {
            docs,
            deprecated: own().any(|part| part.at.flag("deprecated")),
            read_only: parts.list.iter().any(|part| part.at.flag("readOnly")),
            write_only: parts.list.iter().any(|part| part.at.flag("writeOnly")),
            default: own().find_map(|part| part.at.map()?.get("default").cloned()),
            examples: own()
                .map(|part| examples(&part.at))
                .find(|list| !list.is_empty())
                .unwrap_or_default(),
            constraints,
        };
    }
}

/// `example` and `examples` of a schema.
fn examples(at: &At<'_>) -> Vec<Value> {
    let Some(map) = at.map() else {
        return Vec::new();
    };
    let mut seen = HashSet::new();
    let first = map.get("example").into_iter();
    let more = map.get("examples").and_then(Value::as_array);
    first
        .chain(more.into_iter().flatten())
        .filter(|value| seen.insert(*value))
        .cloned()
        .collect()
}

fn constraints<'a>(parts: &[Part<'a>], listed: impl Fn(&At<'a>) -> bool) -> Constraints {
    let mut keywords: Vec<(usize, &str, &Value)> = Vec::new();
    for part in parts.iter().rev() {
        for (key, value) in part.at.map().into_iter().flatten() {
            let Some(place) = CONSTRAINTS.iter().position(|keyword| keyword == key) else {
                continue;
            };
            let carried = match key.as_str() {
                "format" => value.as_str().is_some_and(scalar::is_carried),
                // `format` says it already, and the type with it.
                "contentEncoding" => matches!(part.at.str("format"), Some("byte" | "base64url")),
                "contentMediaType" => part.at.str("format") == Some("binary"),
                // Such keys are a type of their own.
                "propertyNames" => part.at.get(key).is_some_and(|at| listed(&at)),
                _ => false,
            };
            if !carried && !keywords.iter().any(|(known, _, _)| *known == place) {
                keywords.push((place, key, value));
            }
        }
    }
    keywords.sort_by_key(|(place, _, _)| *place);
    let keywords = keywords.into_iter();
    Constraints {
        keywords: keywords
            .map(|(_, key, value)| (key.to_owned(), value.clone()))
            .collect(),
        impossible: false,
    }
}
