//! oneOf and anyOf: in, the parts of a schema that has them; out, a union, or the one schema that is left once null and
//! mere conditions are taken away. Invariant: what stands beside the alternatives holds in each of them.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde_json::Value;

use super::Lowering;
use super::compose::{Part, Root, View, is_neutral};
use super::conditional::names_properties;
use super::draft::{Branch, Kind, NodeId, Union};
use super::object::{properties, required};
use super::read::At;
use super::schema::Kinds;
use crate::ir::{JsonKind, Rule};

/// How many branches several alternatives may multiply to.
const MAX_PRODUCT: usize = 64;

/// How deep the types of branches are looked for.
pub(super) const GLANCE: usize = 5;

/// One oneOf or anyOf.
#[derive(Debug)]
struct Source<'a> {
    part: usize,
    one_of: bool,
    branches: Vec<At<'a>>,
}

impl<'a> Lowering<'a> {
    /// Fills in a node that has alternatives; `false` if it has none.
    pub(super) fn fill_union(&mut self, id: NodeId, view: &View<'a>, parts: &[Part<'a>]) -> bool {
        if view.only.is_some() {
            return false;
        }
        let sources = self.sources(id, parts);
        let Some(first) = sources.first() else {
            return false;
        };
        let rest = self.rest_of(parts, &sources);
        let structural = rest.iter().any(has_structure);
        if let [branch] = first.branches.as_slice() {
            let (node, _) = self.branch(branch, &rest, structural);
            self.draft.node_mut(id).kind = Kind::Ref(node);
            return true;
        }
        let mut branches = Vec::with_capacity(first.branches.len());
        for at in &first.branches {
            let (node, label) = self.branch(at, &rest, structural);
            branches.push(Branch {
                node,
                label,
                tags: Vec::new(),
                implied: false,
                impossible: false,
                rule: Rule::default(),
            });
        }
        let beside = match combinations(&sources) > MAX_PRODUCT {
            true => sources[1..]
                .iter()
                .map(|one| self.looks(&one.branches))
                .collect(),
            false => Vec::new(),
        };
        let discriminator = self.tag(&parts[first.part].at, &first.branches, &mut branches);
        self.draft.node_mut(id).kind = Kind::Union(Union {
            discriminator,
            exclusive: first.one_of,
            branches,
            beside,
        });
        true
    }

    /// The alternatives that decide about types.
    fn sources(&mut self, id: NodeId, parts: &[Part<'a>]) -> Vec<Source<'a>> {
        let mut sources = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            for (keyword, one_of) in [("oneOf", true), ("anyOf", false)] {
                if is_masked(part, one_of) {
                    continue;
                }
                if !part.at.has(keyword) || self.is_settled(keyword, part, parts) {
                    continue;
                }
                let list = part.at.list(keyword);
                if list.is_empty() {
                    continue;
                }
                let (branches, null) = self.telling(list, parts);
                let branches = self.possible(id, branches, parts, index);
                self.draft.node_mut(id).nullable |= null;
                if !branches.is_empty() {
                    sources.push(Source {
                        part: index,
                        one_of,
                        branches,
                    });
                }
            }
        }
        sources
    }

    /// Whether one of the alternatives holds anyway: a schema that extends the one that lists it.
    fn is_settled(&mut self, keyword: &'static str, part: &Part<'a>, parts: &[Part<'a>]) -> bool {
        let own = part.at.key();
        let listed = self.alternatives_of(&part.at, keyword);
        let mut keys = parts.iter().map(|other| other.at.key());
        keys.any(|key| key != own && listed.contains(&key))
    }

    /// The branches without null, without repetitions, and without those that only set conditions; and whether null was
    /// among them.
    fn telling(&mut self, list: Vec<At<'a>>, parts: &[Part<'a>]) -> (Vec<At<'a>>, bool) {
        let beside = properties(parts);
        let known: HashSet<&str> = beside.keys().copied().collect();
        let mut null = false;
        let mut seen = HashSet::new();
        let mut branches: Vec<At<'a>> = Vec::with_capacity(list.len());
        let mut hollow = 0;
        for at in list {
            let target = self.peek(&at).unwrap_or_else(|| at.clone());
            if is_null(&target) {
                null = true;
                continue;
            }
            let itself = parts.iter().any(|part| part.at.key() == target.key());
            if itself || at.value.as_bool() == Some(false) || !seen.insert(target.key()) {
                continue;
            }
            if is_hollow(&at, &known) {
                hollow += 1;
            }
            branches.push(at);
        }
        if hollow == branches.len() {
            branches.clear();
        }
        (branches, null)
    }

    /// The branches that do not contradict the types that the other parts allow.
    fn possible(
        &mut self,
        id: NodeId,
        branches: Vec<At<'a>>,
        parts: &[Part<'a>],
        own: usize,
    ) -> Vec<At<'a>> {
        let mut kinds = Kinds::ALL;
        for (index, part) in parts.iter().enumerate() {
            if index != own {
                kinds = kinds.and(self.glance(&part.at, GLANCE));
            }
        }
        let declared = self.declared(&parts[own].at).unwrap_or(Kinds::ALL);
        kinds = kinds.and(declared).without(Kinds::one(JsonKind::Null));
        if kinds == Kinds::NONE {
            return branches;
        }
        let mut kept = branches;
        let some = !kept.is_empty();
        kept.retain(|at| self.glance(at, GLANCE).and(kinds) != Kinds::NONE);
        if kept.is_empty() && some {
            let message =
                "no branch has the type that another part of allOf asks for; that type holds";
            self.warn("allof-conflict", &parts[own].at, message);
            self.draft.node_mut(id).notes.constraints.impossible = true;
        }
        kept
    }

    /// The parts without the alternatives that are being decided.
    fn rest_of(&mut self, parts: &[Part<'a>], sources: &[Source<'a>]) -> Vec<Part<'a>> {
        let mut rest = parts.to_vec();
        let decided = if combinations(sources) > MAX_PRODUCT {
            let last = &sources[sources.len() - 1];
            let at = parts[last.part].at.clone();
            let message =
                "several alternatives hold at once here; only the first list of them is typed";
            self.warn("oneof-product", &at, message);
            sources
        } else {
            &sources[..1]
        };
        for source in decided {
            let mode = &mut rest[source.part].mode;
            if source.one_of {
                mode.no_one_of = true;
            } else {
                mode.no_any_of = true;
            }
        }
        rest
    }

    /// The node of a branch, and the name of the schema it extends if it is more than that schema.
    fn branch(
        &mut self,
        at: &At<'a>,
        rest: &[Part<'a>],
        structural: bool,
    ) -> (NodeId, Option<String>) {
        if !structural || self.covers(at, rest) {
            return (self.schema(at), None);
        }
        let label = self
            .peek_name(at)
            .or_else(|| at.text("x-ms-discriminator-value"));
        let mut roots: Vec<Root<'a>> = rest.iter().map(Part::to_root).collect();
        roots.push(at.clone().into());
        (self.combined(View { roots, only: None }), label)
    }

    fn peek_name(&self, at: &At<'a>) -> Option<String> {
        let reference = at.str("$ref")?;
        self.name_of(&self.lookup(at.file, reference)?)
    }

    /// Whether a branch says by itself all that stands beside the alternatives.
    fn covers(&mut self, at: &At<'a>, rest: &[Part<'a>]) -> bool {
        let own = self.parts(&View::of(at.clone())).list;
        let kinds = self.kinds(&own);
        let nested = own
            .iter()
            .any(|part| part.at.has("oneOf") || part.at.has("anyOf"));
        let listed = own
            .iter()
            .any(|part| part.at.has("enum") || part.at.has("const"));
        if kinds != Kinds::ALL && !kinds.has(JsonKind::Object) || listed {
            return true;
        }
        if rest.iter().any(|part| has_more_than_properties(part)) {
            return false;
        }
        let have = properties(&own);
        let must = required(&own);
        let complete = properties(rest).keys().all(|name| have.contains_key(name))
            && required(rest).keys().all(|name| must.contains_key(name));
        complete && (kinds != Kinds::ALL || nested)
    }

    /// Gives the branches the values of their discriminator; its property, if there is one.
    fn tag(&mut self, at: &At<'a>, schemas: &[At<'a>], branches: &mut [Branch]) -> Option<String> {
        let discriminator = at.get("discriminator")?;
        let property = self.discriminator_property(&discriminator)?;
        let mapping = self.mapping(&discriminator);
        let mut values_of: HashMap<usize, Vec<usize>> = HashMap::new();
        for (index, (_, target)) in mapping.iter().enumerate() {
            values_of.entry(target.key()).or_default().push(index);
        }
        let mut used = HashSet::new();
        for (schema, branch) in schemas.iter().zip(branches) {
            let chain = self.chain(schema);
            let links: BTreeSet<usize> = chain.iter().map(At::key).collect();
            let values = links.iter().filter_map(|key| values_of.get(key));
            // In the order of the mapping, whichever link of the chain each is for.
            let values: BTreeSet<usize> = values.flatten().copied().collect();
            for (value, _) in values.into_iter().map(|index| &mapping[index]) {
                used.insert(value.as_str());
                branch.tags.push(value.clone());
            }
            if branch.tags.is_empty() {
                branch.tags.extend(self.implied_tag(&chain));
                branch.implied = true;
            }
        }
        for (value, _) in &mapping {
            if !used.contains(value.as_str()) {
                let message =
                    format!("`{value}` stands for a schema that is not among the branches");
                self.warn("discriminator-mapping", &discriminator, message);
            }
        }
        Some(property.to_owned())
    }

    /// A value and all it refers to.
    fn chain(&self, at: &At<'a>) -> Vec<At<'a>> {
        let mut chain = vec![at.clone()];
        while chain.len() < 16 {
            let last = &chain[chain.len() - 1];
            let Some(reference) = last.str("$ref") else {
                break;
            };
            match self.lookup(last.file, reference) {
                Some(next) => chain.push(next),
                None => break,
            }
        }
        chain
    }

    fn implied_tag(&self, chain: &[At<'a>]) -> Option<String> {
        let given = chain
            .iter()
            .find_map(|at| at.text("x-ms-discriminator-value"));
        given.or_else(|| self.name_of(chain.get(1)?))
    }
}

/// How many branches several alternatives multiply to.
fn combinations(sources: &[Source<'_>]) -> usize {
    let sizes = sources.iter().map(|source| source.branches.len());
    sizes.fold(1, usize::saturating_mul)
}

fn is_masked(part: &Part<'_>, one_of: bool) -> bool {
    if one_of {
        part.mode.no_one_of
    } else {
        part.mode.no_any_of
    }
}

/// Whether only `null` fits a schema.
fn is_null(at: &At<'_>) -> bool {
    let Some(map) = at.map() else { return false };
    let only_null = |value: &Value| match value {
        Value::Array(list) => !list.is_empty() && list.iter().all(Value::is_null),
        other => other.is_null(),
    };
    match map.get("type") {
        Some(Value::String(name)) => return name == "null",
        Some(Value::Array(names)) => return names.len() == 1 && names[0] == "null",
        Some(_) => return false,
        None => {}
    }
    map.get("enum").is_some_and(only_null)
        || map.get("const").is_some_and(Value::is_null)
        || map.get("nullable") == Some(&Value::Bool(true)) && is_neutral(at, &[])
}

/// Whether a branch only sets conditions on what stands beside it.
fn is_hollow(at: &At<'_>, beside: &HashSet<&str>) -> bool {
    if at.value.as_bool() == Some(true) {
        return true;
    }
    let typed = match at.map().and_then(|map| map.get("type")) {
        None => false,
        Some(Value::String(name)) => name != "object" || beside.is_empty(),
        Some(_) => true,
    };
    let mentions = at.get("properties");
    let known = mentions
        .iter()
        .flat_map(At::members)
        .all(|(name, _)| beside.contains(name));
    !typed && known && is_neutral(at, &["required", "properties"])
}

/// Whether a part says something about the type beside alternatives that are decided already.
fn has_structure(part: &Part<'_>) -> bool {
    part.at.has("type")
        || part.at.has("properties")
        || part.at.has("required")
        || has_more_than_properties(part)
}

fn has_more_than_properties(part: &Part<'_>) -> bool {
    let at = &part.at;
    [
        "items",
        "prefixItems",
        "enum",
        "const",
        "patternProperties",
        "format",
    ]
    .iter()
    .any(|key| at.has(key))
        || at
            .get("additionalProperties")
            .is_some_and(|more| more.value.as_object().is_some_and(|map| !map.is_empty()))
        || names_properties(at)
        || at.has("oneOf") && !part.mode.no_one_of
        || at.has("anyOf") && !part.mode.no_any_of
}
