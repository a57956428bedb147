//! Schemas: in, a view of one or more of them; out, a node that says which kind of type carries its values. Invariant:
//! every schema ends in some kind, and one that had to become `Any` against its word is warned about (`untyped`).

mod array;
mod kinds;
mod notes;

pub(super) use kinds::Kinds;

use std::collections::HashSet;

use super::Lowering;
use super::compose::{Part, Parts, View, is_neutral};
use super::draft::{Kind, Node, NodeId, Notes, Union};
use super::read::At;
use super::reference::is_reference;
use crate::ir::{Direction, JsonKind, Rule};
use crate::source::{FileId, Origin};

impl<'a> Lowering<'a> {
    /// The node of the schema at a place, made when it is asked for the first time.
    pub(super) fn schema(&mut self, at: &At<'a>) -> NodeId {
        if let Some(id) = self.single.get(&at.key()) {
            return *id;
        }
        let id = self.new_node(Some(at));
        self.single.insert(at.key(), id);
        self.queue.push_back((id, View::of(at.clone())));
        id
    }

    /// The node of a schema with a name of its own.
    pub(super) fn component(&mut self, name: &str, at: At<'a>) -> NodeId {
        let id = self.schema(&at);
        if self.draft.node(id).label.is_none() {
            self.draft.node_mut(id).label = Some(name.to_owned());
            self.draft.components.push(id);
        }
        id
    }

    /// The node of what a reference points at: a named one where it has a name there.
    pub(super) fn target_node(&mut self, target: At<'a>) -> NodeId {
        match self.name_of(&target) {
            Some(name) => self.component(&name, target),
            None => self.schema(&target),
        }
    }

    /// A node that says nothing yet.
    pub(super) fn new_node(&mut self, at: Option<&At<'a>>) -> NodeId {
        let origin = at.map_or_else(|| Origin::new(FileId(0), ""), |at| self.origin(at));
        self.add_node(origin, Kind::Any)
    }

    /// A node of a kind.
    pub(super) fn add_node(&mut self, origin: Origin, kind: Kind) -> NodeId {
        self.draft.add(Node {
            origin,
            label: None,
            notes: Notes::default(),
            nullable: false,
            bases: Vec::new(),
            tag: None,
            kind,
            direction: Direction::default(),
        })
    }

    /// Fills in a node that waited.
    pub(super) fn fill(&mut self, id: NodeId, view: View<'a>) {
        if self.fill_reference(id, &view) {
            return;
        }
        let parts = self.parts(&view);
        self.fill_notes(id, &parts);
        self.fill_bases(id, &parts);
        self.fill_kind(id, &view, &parts);
    }

    /// A schema that is another one, plus prose: a `$ref`, or an allOf of one.
    fn fill_reference(&mut self, id: NodeId, view: &View<'a>) -> bool {
        let ([root], None) = (view.roots.as_slice(), view.only) else {
            return false;
        };
        if root.mode.alone || !root.at.value.is_object() {
            return false;
        }
        let Some(reference) = self.sole_reference(&root.at) else {
            return false;
        };
        if self.is_listed_by(&root.at, &reference) {
            return false;
        }
        let mut chain = vec![root.at.clone()];
        if reference.key() != root.at.key() {
            let narrowing = root.at.list("allOf").into_iter();
            let narrowing = narrowing.filter(|at| at.value.is_object() && !is_reference(at));
            chain.splice(0..0, [reference.clone()].into_iter().chain(narrowing));
        }
        if !self.siblings_count(&reference) && !is_neutral(&reference, &["$ref"]) {
            let message =
                "what stands beside a `$ref` counts from OpenAPI 3.1 on; here it does not";
            self.note("ref-siblings", &reference, message);
        }
        let parts = Parts::own(chain);
        self.fill_notes(id, &parts);
        if let Some(target) = self.hop(&reference) {
            let target = self.target_node(target);
            self.draft.node_mut(id).kind = Kind::Ref(target);
        }
        true
    }

    /// Whether a schema is one of the alternatives of what it refers to: it is a case of that, not another name for it.
    fn is_listed_by(&mut self, at: &At<'a>, reference: &At<'a>) -> bool {
        let Some(target) = self.peek(reference) else {
            return false;
        };
        let key = at.key();
        self.alternatives_of(&target, "oneOf").contains(&key)
            || self.alternatives_of(&target, "anyOf").contains(&key)
    }

    /// What a schema lists under a keyword, by identity, references followed. Looked up once: all that extend a schema ask
    /// for it.
    pub(super) fn alternatives_of(
        &mut self,
        at: &At<'a>,
        keyword: &'static str,
    ) -> &HashSet<usize> {
        let key = (at.key(), keyword);
        if !self.alternatives.contains_key(&key) {
            let branches = at.list(keyword).into_iter();
            let keys = branches.map(|branch| self.peek(&branch).unwrap_or(branch).key());
            let keys = keys.collect();
            self.alternatives.insert(key, keys);
        }
        &self.alternatives[&key]
    }

    /// The reference that a schema is no more than.
    fn sole_reference(&self, at: &At<'a>) -> Option<At<'a>> {
        if is_reference(at) {
            let pure = !self.siblings_count(at)
                || is_neutral(at, &["$ref"])
                    && self
                        .peek(at)
                        .is_none_or(|target| !self.adds_properties(at, &target));
            return pure.then(|| at.clone());
        }
        let members = at.list("allOf");
        if members.is_empty() || !is_neutral(at, &["allOf"]) {
            return None;
        }
        let mut telling = members.iter().filter(|member| !is_neutral(member, &[]));
        let only = telling.next()?;
        let others = || members.iter().chain([at]);
        if telling.next().is_some() || others().any(|other| self.adds_properties(other, only)) {
            return None;
        }
        self.sole_reference(only)
    }

    fn fill_bases(&mut self, id: NodeId, parts: &Parts<'a>) {
        let named: Vec<_> = parts
            .bases
            .iter()
            .filter(|at| self.name_of(at).is_some())
            .cloned()
            .collect();
        let bases = named.into_iter().map(|at| self.target_node(at)).collect();
        self.draft.node_mut(id).bases = bases;
    }

    fn fill_kind(&mut self, id: NodeId, view: &View<'a>, parts: &Parts<'a>) {
        let list = &parts.list;
        if self.fill_enum(id, view, list) || self.fill_union(id, view, list) {
            return;
        }
        if view.only.is_none() && self.contradict(list) {
            self.draft.node_mut(id).notes.constraints.impossible = true;
        }
        let kinds = view.only.map_or_else(|| self.kinds(list), Kinds::one);
        if kinds == Kinds::ALL {
            self.draft.node_mut(id).kind = Kind::Any;
            return;
        }
        if kinds.has(JsonKind::Null) {
            self.draft.node_mut(id).nullable = true;
        }
        let kinds = kinds.without(Kinds::one(JsonKind::Null)).list();
        let kind = match kinds.as_slice() {
            [] => Kind::Null,
            [kind] => self.plain(id, *kind, list),
            [_, _, _, _, _] => Kind::Any,
            several => self.several(several, view),
        };
        self.draft.node_mut(id).kind = kind;
    }

    fn plain(&mut self, id: NodeId, kind: JsonKind, parts: &[Part<'a>]) -> Kind {
        match kind {
            JsonKind::Null => Kind::Null,
            JsonKind::Bool => Kind::Bool,
            JsonKind::Integer => self.integer(parts),
            JsonKind::Number => self.number(),
            JsonKind::String => self.string(parts),
            JsonKind::Array => self.array(parts),
            JsonKind::Object => self.object(id, parts),
        }
    }

    /// A schema with several types: a union of itself under each.
    fn several(&mut self, kinds: &[JsonKind], view: &View<'a>) -> Kind {
        let mut branches = Vec::new();
        for kind in kinds {
            let node = self.combined(View {
                roots: view.roots.clone(),
                only: Some(*kind),
            });
            branches.push(super::draft::Branch {
                node,
                label: None,
                tags: Vec::new(),
                implied: false,
                impossible: false,
                rule: Rule::default(),
            });
        }
        Kind::Union(Union {
            discriminator: None,
            exclusive: false,
            branches,
            beside: Vec::new(),
        })
    }

    /// The node of schemas that must all hold.
    pub(super) fn all(&mut self, mut schemas: Vec<At<'a>>) -> NodeId {
        let mut seen = HashSet::new();
        schemas.retain(|at| seen.insert(at.key()));
        self.combined(View {
            roots: schemas.into_iter().map(Into::into).collect(),
            only: None,
        })
    }
}

impl<'a> Parts<'a> {
    /// Parts of a schema's own, none borrowed.
    fn own(schemas: Vec<At<'a>>) -> Self {
        let list = schemas.into_iter().map(|at| Part {
            at,
            mode: super::compose::Mode::default(),
            borrowed: false,
        });
        Self {
            list: list.collect(),
            ..Self::default()
        }
    }
}
