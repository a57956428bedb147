//! Further properties: in, `additionalProperties`, `unevaluatedProperties` and `patternProperties` of all parts; out, what
//! an object may hold beside its named properties. Invariant: a value that the document allows is never one that cannot
//! be read, so what may be anything is `Any`.

use serde_json::Value;

use super::Lowering;
use super::compose::Part;
use super::draft::Extra;
use super::read::At;

/// Patterns that every key fits.
const CATCH_ALL: [&str; 6] = ["", ".*", "^.*$", ".+", "^.+$", "^.*"];

/// What is said about the keys that are neither named nor fit a pattern.
enum Others<'a> {
    Denied,
    Any,
    Of(Vec<At<'a>>),
}

impl<'a> Lowering<'a> {
    /// What an object may hold beside its properties; `named` if it has any.
    pub(super) fn extra(&mut self, parts: &[Part<'a>], named: bool) -> Extra {
        let patterns: Vec<(&str, At<'a>)> = parts
            .iter()
            .filter_map(|part| part.at.get("patternProperties"))
            .flat_map(|at| at.members().collect::<Vec<_>>())
            .filter(|(_, at)| at.value.as_bool() != Some(false))
            .collect();
        let others = others(parts);
        if patterns.is_empty() {
            return match others {
                Others::Denied => Extra::Denied,
                Others::Any => Extra::Any,
                Others::Of(schemas) => Extra::Typed(self.all(schemas)),
            };
        }
        let all = patterns.iter().any(|(key, _)| CATCH_ALL.contains(key));
        let mut kinds: Vec<Vec<At<'a>>> = distinct(patterns.iter().map(|(_, at)| at));
        match others {
            Others::Denied => {}
            Others::Of(schemas) => {
                if !kinds.iter().any(|known| same(known, &schemas)) {
                    kinds.push(schemas);
                }
            }
            // A map of patterns is meant to hold nothing else; an object with names may grow others.
            Others::Any if all || !named => {}
            Others::Any => return self.untold(&patterns),
        }
        let last = kinds.last().and_then(|schemas| schemas.last()).cloned();
        let (Some(last), true) = (last, kinds.iter().flatten().all(is_telling)) else {
            return Extra::Any;
        };
        let mut nodes: Vec<_> = kinds.into_iter().map(|list| self.all(list)).collect();
        match nodes.pop() {
            Some(only) if nodes.is_empty() => Extra::Typed(only),
            Some(node) => {
                nodes.push(node);
                Extra::Typed(self.either(&last, nodes))
            }
            None => Extra::Any,
        }
    }

    /// Keys outside of the patterns may hold anything, so the values of all keys are untyped.
    fn untold(&mut self, patterns: &[(&str, At<'a>)]) -> Extra {
        if let Some((_, at)) = patterns.iter().find(|(_, at)| is_telling(at)) {
            let message = "keys that do not fit this pattern may hold anything, so further values are untyped";
            let help = "`additionalProperties: false` beside the pattern gives them its type";
            self.warn_help("untyped", at, message, help);
        }
        Extra::Any
    }
}

/// `additionalProperties` of all parts. `unevaluatedProperties` says the same about all parts together, where none has
/// spoken for itself.
fn others<'a>(parts: &[Part<'a>]) -> Others<'a> {
    let of = |key: &str| -> Vec<At<'a>> {
        let said = parts.iter().filter_map(|part| part.at.get(key));
        said.filter(|at| at.value.is_boolean() || at.value.is_object())
            .collect()
    };
    let mut said = of("additionalProperties");
    let open = said.iter().any(|at| at.value.as_bool() != Some(false));
    if !open {
        said.extend(of("unevaluatedProperties"));
    }
    if said.iter().any(|at| at.value.as_bool() == Some(false)) {
        return Others::Denied;
    }
    let typed: Vec<At<'a>> = said.into_iter().filter(is_telling).collect();
    if typed.is_empty() {
        Others::Any
    } else {
        Others::Of(typed)
    }
}

/// Whether a schema is more than `true` or an empty one.
fn is_telling(at: &At<'_>) -> bool {
    at.map().is_some_and(|map| !map.is_empty())
}

/// Schemas that are written alike are one.
fn distinct<'a, 's>(schemas: impl Iterator<Item = &'s At<'a>>) -> Vec<Vec<At<'a>>>
where
    'a: 's,
{
    let mut list: Vec<Vec<At<'a>>> = Vec::new();
    for at in schemas {
        let own = std::slice::from_ref(at);
        if !list.iter().any(|known| same(known, own)) {
            list.push(own.to_vec());
        }
    }
    list
}

fn same(one: &[At<'_>], other: &[At<'_>]) -> bool {
    let values =
        |list: &[At<'_>]| -> Vec<Value> { list.iter().map(|at| at.value.clone()).collect() };
    values(one) == values(other)
}
