//! In: a pair of schemas. Out: findings about `oneOf`, `anyOf`, `allOf` and discriminators, and the pairs of branches
//! to compare. Invariant: branches are matched by name, then by what they say, then by likeness; never by position.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::super::facts::schema::{Facts, Union};
use super::super::facts::{NodeId, PlaceId, Side, only_annotates};
use super::{Both, Context, Differ, Pair, shorten};

/// Branches with who they are.
struct Branch {
    node: NodeId,
    place: PlaceId,
    name: Option<String>,
    /// The other document has a schema of this name too: two such schemas are not each other's successor.
    elsewhere: bool,
    matched: bool,
}

/// What there is to say of a schema that is a union on one side only.
pub(super) enum Wrapped {
    /// Everything is said.
    Whole,
    /// The finding about alternatives that came or went beside what the schema says itself.
    Around(usize),
    /// It is none, or on both sides.
    Not,
}

impl<'a> Differ<'a> {
    /// Handles schemas that are a union on one side only.
    pub(super) fn wrapped(&mut self, context: Context, both: &Both<'_, 'a>) -> Wrapped {
        let (union, other, wraps) = match (&both.base.unions[..], &both.revision.unions[..]) {
            ([], [union, ..]) => (union, both.base, true),
            ([union, ..], []) => (union, both.revision, false),
            _ => return Wrapped::Not,
        };
        let own = if wraps { both.revision } else { both.base };
        if !own.types.is_any() && (own.types == other.types || own.declared) {
            return Wrapped::Around(self.constraint(context, union, wraps));
        }
        self.access(context, both);
        self.deprecation(context, both);
        let twin = self.twin(context, union, other, wraps);
        let Some(twin) = twin else {
            let words = |facts: &Facts<'_>| match facts.unions.first() {
                Some(union) => union.keyword.to_owned(),
                None => facts.types.words(),
            };
            let detail = format!("{} became {}", words(both.base), words(both.revision));
            self.facet(context, "type-changed", union.keyword, detail);
            return Wrapped::Whole;
        };
        let facet = if wraps {
            "wrapped-in-one-of"
        } else {
            "unwrapped-from-one-of"
        };
        self.facet(context, facet, union.keyword, "");
        let pair = match wraps {
            true => Pair {
                revision: twin,
                ..context.pair
            },
            false => Pair {
                base: twin,
                ..context.pair
            },
        };
        self.unwrapped.insert((pair.base, pair.revision));
        let index = self.pair(pair);
        self.findings.edges.push((context.index, index));
        Wrapped::Whole
    }

    /// A union that only restricts what the schema says anyway.
    fn constraint(&mut self, context: Context, union: &Union, introduced: bool) -> usize {
        let facet = match (union.keyword, introduced) {
            ("oneOf", true) => "one-of-introduced",
            ("oneOf", false) => "one-of-dropped",
            (_, true) => "any-of-introduced",
            (_, false) => "any-of-dropped",
        };
        self.facet(context, facet, union.keyword, "")
    }

    /// The branch that is what the other side is as a whole.
    fn twin(
        &mut self,
        context: Context,
        union: &Union,
        other: &Facts<'a>,
        wraps: bool,
    ) -> Option<NodeId> {
        let (side, whole, whole_side) = match wraps {
            true => (&mut self.revision, context.pair.base, &self.base),
            false => (&mut self.base, context.pair.revision, &self.revision),
        };
        let name = whole_side.name(whole);
        let branches: Vec<NodeId> = union
            .branches
            .iter()
            .map(|place| side.node(*place))
            .collect();
        let named = |branch: &&NodeId| name.is_some() && side.name(**branch) == name;
        if let Some(branch) = branches.iter().find(named) {
            return Some(*branch);
        }
        let equal = branches.iter().copied().find(|branch| match wraps {
            true => self.same(whole, *branch),
            false => self.same(*branch, whole),
        });
        if equal.is_some() {
            return equal;
        }
        let side = if wraps {
            &mut self.revision
        } else {
            &mut self.base
        };
        let mut alike = branches.into_iter().filter(|branch| {
            let facts = side.facts(*branch);
            likeness(&facts, other) >= 0.5
        });
        let first = alike.next()?;
        alike.next().is_none().then_some(first)
    }

    /// Compares the unions of a pair.
    pub(super) fn unions(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (&both.base.unions, &both.revision.unions);
        let mut left: Vec<&Union> = new.iter().collect();
        for union in old {
            // Several of one keyword stand for each other in their order.
            let twin = left.iter().position(|one| one.keyword == union.keyword);
            if !left.is_empty() {
                let twin = left.remove(twin.unwrap_or(0));
                self.branches(context, union, twin);
            }
        }
    }

    fn branches(&mut self, context: Context, old: &Union, new: &Union) {
        let mut base = branches(&mut self.base, &self.revision, &old.branches);
        let mut revision = branches(&mut self.revision, &self.base, &new.branches);
        let pairs = self.match_branches(&mut base, &mut revision);
        for (base, revision) in pairs {
            self.inner_pair(context, base, revision);
        }
        let removed = names(&self.base, &base);
        if !removed.is_empty() {
            let facet = if new.keyword == "oneOf" {
                "one-of-removed"
            } else {
                "any-of-removed"
            };
            self.facet(context, facet, new.keyword, removed);
        }
        let added = names(&self.revision, &revision);
        if !added.is_empty() {
            let facet = if new.keyword == "oneOf" {
                "one-of-added"
            } else {
                "any-of-added"
            };
            self.facet(context, facet, new.keyword, added);
        }
    }

    fn match_branches(
        &mut self,
        base: &mut [Branch],
        revision: &mut [Branch],
    ) -> Vec<(NodeId, NodeId)> {
        let mut pairs = Vec::new();
        pair_up(base, revision, &mut pairs, |old, new| {
            old.name.is_some() && old.name == new.name
        });
        pair_up(base, revision, &mut pairs, |old, new| {
            !(old.elsewhere && new.elsewhere) && self.same(old.node, new.node)
        });
        for old in base.iter_mut().filter(|old| !old.matched) {
            let facts = self.base.facts(old.node);
            let mut best: Option<(usize, f64)> = None;
            for (at, new) in revision.iter().enumerate().filter(|(_, new)| !new.matched) {
                if old.elsewhere && new.elsewhere {
                    continue;
                }
                let score = likeness(&facts, &self.revision.facts(new.node));
                if score >= 0.5 && best.is_none_or(|(_, highest)| score > highest) {
                    best = Some((at, score));
                }
            }
            if let Some((at, _)) = best {
                old.matched = true;
                revision[at].matched = true;
                pairs.push((old.node, revision[at].node));
            }
        }
        pairs
    }

    /// Whether one side is a branch of the union that the other side is.
    pub(super) fn is_unwrapped(&self, context: Context) -> bool {
        let Pair { base, revision, .. } = context.pair;
        self.unwrapped.contains(&(base, revision))
    }

    /// Compares what tells the branches apart.
    pub(super) fn discriminator(&mut self, context: Context, both: &Both<'_, 'a>) {
        let keyword = "discriminator";
        if self.is_unwrapped(context) {
            return;
        }
        let (old, new) = match (both.base.discriminator, both.revision.discriminator) {
            (None, None) => return,
            (None, Some(_)) => {
                self.facet(context, "discriminator-added", keyword, "");
                return;
            }
            (Some(_), None) => {
                self.facet(context, "discriminator-removed", keyword, "");
                return;
            }
            (Some(old), Some(new)) => (old, new),
        };
        let (was, is) = (|| mapping(old), || mapping(new));
        // Those that inherit one have it, too, and it may be long.
        let places = [old, new].map(|map| std::ptr::from_ref(map) as usize);
        let same = || old.get("propertyName") == new.get("propertyName") && was() == is();
        if *self.told.entry(places).or_insert_with(same) {
            return;
        }
        let property = |map: &Map<String, Value>| {
            map.get("propertyName")
                .and_then(Value::as_str)
                .map_or("none".to_owned(), shorten)
        };
        if old.get("propertyName") != new.get("propertyName") {
            let detail = format!("{} became {}", property(old), property(new));
            self.facet(
                context,
                "discriminator-property-name-changed",
                keyword,
                detail,
            );
        }
        self.mapping(context, &was(), &is());
    }

    fn mapping(&mut self, context: Context, old: &Mapping<'_>, new: &Mapping<'_>) {
        let keyword = "discriminator";
        let missing = |from: &Mapping<'_>, list: &Mapping<'_>| {
            let keys = list.keys().filter(|key| !from.contains_key(*key));
            keys.map(|key| shorten(key)).collect::<Vec<_>>().join(", ")
        };
        let added = missing(old, new);
        if !added.is_empty() {
            self.facet(context, "discriminator-mapping-added", keyword, added);
        }
        let removed = missing(new, old);
        if !removed.is_empty() {
            self.facet(context, "discriminator-mapping-deleted", keyword, removed);
        }
        for (key, target) in old {
            if let Some(now) = new.get(key).filter(|now| *now != target)
                && !self.is_successor(target, now)
            {
                let detail = format!("`{key}`: {target} became {now}");
                self.facet(context, "discriminator-mapping-changed", keyword, detail);
            }
        }
    }

    /// Whether a schema is what another one is called now.
    fn is_successor(&mut self, old: &str, new: &str) -> bool {
        if in_components(&self.revision, Some(old)) || in_components(&self.base, Some(new)) {
            return false;
        }
        let (Some(old), Some(new)) = (self.base.named(old), self.revision.named(new)) else {
            return false;
        };
        self.same(old, new) || likeness(&self.base.facts(old), &self.revision.facts(new)) >= 0.5
    }

    /// Branches of `allOf` that came or went without changing anything else.
    pub(super) fn all_of(&mut self, context: Context, both: &Both<'_, 'a>) {
        let (old, new) = (&both.base.all_of, &both.revision.all_of);
        if old.is_empty() && new.is_empty() {
            return;
        }
        let mut base = branches(&mut self.base, &self.revision, old);
        let mut revision = branches(&mut self.revision, &self.base, new);
        let mut pairs = Vec::new();
        pair_up(&mut base, &mut revision, &mut pairs, |old, new| {
            old.name.is_some() && old.name == new.name
        });
        pair_up(&mut base, &mut revision, &mut pairs, |old, new| {
            self.same(old.node, new.node)
        });
        // What is said twice without a name is said once.
        let unnamed = |branch: &&mut Branch| !branch.matched && branch.name.is_none();
        for old in base.iter_mut().filter(unnamed) {
            old.matched = revision.iter().any(|new| self.same(old.node, new.node));
        }
        for new in revision.iter_mut().filter(unnamed) {
            new.matched = base.iter().any(|old| self.same(old.node, new.node));
        }
        let gone: Vec<PlaceId> = unmatched(&base);
        let come: Vec<PlaceId> = unmatched(&revision);
        let (suffix, side, places) = match (gone.as_slice(), come.as_slice()) {
            ([], []) => return,
            (gone, []) => ("removed", &self.base, gone),
            ([], come) => ("added", &self.revision, come),
            // Both ways: the same said in another composition, or else reported where it differs.
            _ => return,
        };
        let quiet = places.iter().all(|place| {
            let value = side.value(*place);
            only_annotates(value) && value.get("$ref").is_none()
        });
        // `allOf` of one instead of the schema itself, and back.
        let spelling = old.is_empty() || new.is_empty();
        if (spelling && !quiet) || !self.same(context.pair.base, context.pair.revision) {
            return;
        }
        let detail = match suffix {
            "removed" => names(&self.base, &base),
            _ => names(&self.revision, &revision),
        };
        let quiet = if quiet { "-annotation-only" } else { "" };
        self.facet(context, &format!("all-of-{suffix}{quiet}"), "allOf", detail);
    }
}

fn branches(side: &mut Side<'_>, other: &Side<'_>, places: &[PlaceId]) -> Vec<Branch> {
    let mut found: Vec<Branch> = Vec::with_capacity(places.len());
    for place in places {
        let node = side.node(*place);
        if found.iter().all(|branch| branch.node != node) {
            let name = side.name(node);
            found.push(Branch {
                node,
                place: *place,
                elsewhere: in_components(other, name.as_deref()),
                name,
                matched: false,
            });
        }
    }
    found
}

fn unmatched(branches: &[Branch]) -> Vec<PlaceId> {
    let left = branches.iter().filter(|branch| !branch.matched);
    left.map(|branch| branch.place).collect()
}

fn pair_up(
    base: &mut [Branch],
    revision: &mut [Branch],
    pairs: &mut Vec<(NodeId, NodeId)>,
    mut fits: impl FnMut(&Branch, &Branch) -> bool,
) {
    for old in base.iter_mut().filter(|branch| !branch.matched) {
        let twin = revision
            .iter_mut()
            .find(|new| !new.matched && fits(old, new));
        if let Some(new) = twin {
            old.matched = true;
            new.matched = true;
            pairs.push((old.node, new.node));
        }
    }
}

/// The branches without a partner, in words.
fn names(side: &Side<'_>, branches: &[Branch]) -> String {
    let left = branches
        .iter()
        .enumerate()
        .filter(|(_, branch)| !branch.matched);
    let words = left.map(|(at, branch)| match &branch.name {
        Some(name) => format!("`{name}`"),
        None => {
            let title = side
                .value(branch.place)
                .get("title")
                .and_then(Value::as_str);
            title.map_or_else(|| format!("number {}", at + 1), shorten)
        }
    });
    words.collect::<Vec<_>>().join(", ")
}

fn in_components(side: &Side<'_>, name: Option<&str>) -> bool {
    let Some(name) = name else { return false };
    let schemas = side.root().pointer("/components/schemas");
    schemas.is_some_and(|schemas| schemas.get(name).is_some())
}

/// How much two schemas have in common, from 0 to 1.
pub(super) fn likeness(old: &Facts<'_>, new: &Facts<'_>) -> f64 {
    if old.types != new.types || old.unions.is_empty() != new.unions.is_empty() {
        return 0.0;
    }
    if old.properties.is_empty() && new.properties.is_empty() {
        return if old.types.is_any() { 0.0 } else { 1.0 };
    }
    let shared = old
        .properties
        .keys()
        .filter(|name| new.properties.contains_key(*name));
    let shared = shared.count();
    let all = old.properties.len() + new.properties.len() - shared;
    shared as f64 / all as f64
}

/// The values of a discriminator with the schemas they stand for, by name.
type Mapping<'a> = IndexMap<&'a str, &'a str>;

fn mapping(discriminator: &Map<String, Value>) -> Mapping<'_> {
    let entries = discriminator.get("mapping").and_then(Value::as_object);
    let entries = entries.into_iter().flatten();
    entries
        .filter_map(|(key, value)| {
            let target = value.as_str()?;
            Some((key.as_str(), target.rsplit('/').next().unwrap_or(target)))
        })
        .collect()
}
