//! Freezing: in, a draft with all decisions taken; out, the `Api`. Invariant: nothing is decided here; every name comes
//! from `names`, and every `TypeId` is the place of its type in the final order.

mod model;

pub(super) use model::field_names;

use std::collections::HashMap;

use serde_json::Value;

use super::names::Names;
use super::recursion::Recursion;
use super::scope::Scope;
use super::{Decided, ident, sharing, values};
use crate::config::Config;
use crate::ir;
use crate::lower::draft::{Draft, Kind, NodeId, Notes};
use crate::parallel;

/// Fewer types than this are frozen by one thread.
const WORTH_A_THREAD: usize = 128;

/// Turns a draft into the `Api`. `entry` is the name of the entry document.
pub(super) fn run(mut decided: Decided, config: &Config, entry: &str) -> ir::Api {
    let outlook = Outlook::of(&decided.draft);
    // They are frozen by what they are, not by looking at them: a copy of all would be as large again.
    let operations = std::mem::take(&mut decided.draft.operations);
    let webhooks = std::mem::take(&mut decided.draft.webhooks);
    let mut freezer = Freezer::with(&decided, config, outlook);
    let types = std::mem::take(&mut freezer.types);
    let draft = &decided.draft;
    let source = config.api.source.clone();
    let (groups, operations) = freezer.operations(operations);
    let (schemes, security, mut operations) = freezer.used_schemes(operations);
    if config.types.share {
        sharing::operations(&types, &mut operations);
    }
    let api = ir::Api {
        module: ir::Name(module(config, entry)),
        source: source.unwrap_or_else(|| entry.to_owned()),
        title: draft.title.clone(),
        version: draft.version.clone(),
        docs: draft.docs.clone(),
        dates: config.types.date_time.into(),
        checks: config.types.check,
        servers: freezer.servers(&draft.servers),
        schemes,
        security,
        types,
        groups,
        operations,
        webhooks: freezer.webhooks(webhooks),
    };
    parallel::drop(decided);
    api
}

/// The module of the API: as configured, or after the file.
fn module(config: &Config, entry: &str) -> String {
    let wish = config.api.module.as_deref().unwrap_or_else(|| {
        let file = entry.rsplit('/').next().unwrap_or(entry);
        file.rsplit_once('.').map_or(file, |(stem, _)| stem)
    });
    ident::module_name(wish)
}

/// Where a type is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Inside JSON, or as a parameter: bytes are text.
    Json,
    /// As a whole body or as a part of one: bytes are bytes.
    Part,
}

pub(super) struct Freezer<'a> {
    pub(super) draft: &'a Draft,
    pub(super) names: &'a Names,
    /// Whether bounds are checked.
    pub(super) checks: bool,
    recursion: &'a Recursion,
    ids: HashMap<NodeId, ir::TypeId>,
    /// Branches of unions that are one text.
    constants: HashMap<NodeId, String>,
    outlook: Outlook,
    /// The named types, in their final order.
    types: Vec<ir::TypeDef>,
}

/// What is known from looking at all operations together.
struct Outlook {
    parts: super::parts::Parts,
    /// The setters of server variables.
    variables: HashMap<String, String>,
}

impl Outlook {
    fn of(draft: &Draft) -> Self {
        Self {
            parts: super::parts::find(draft),
            variables: variable_names(draft),
        }
    }
}

impl<'a> Freezer<'a> {
    pub(super) fn new(decided: &'a Decided, config: &Config) -> Self {
        Self::with(decided, config, Outlook::of(&decided.draft))
    }

    fn with(decided: &'a Decided, config: &Config, outlook: Outlook) -> Self {
        let Decided {
            draft,
            names,
            recursion,
            ..
        } = decided;
        let constants = super::constants::find(draft, names);
        let mut order: Vec<NodeId> = names
            .types
            .keys()
            .copied()
            .filter(|id| {
                let direction = draft.node(*id).direction;
                let used = direction.request || direction.response;
                used && !constants.contains_key(id)
            })
            .collect();
        order.sort_by_key(|id| {
            let name = &names.types[id];
            (name.module.as_str(), !name.root, name.position)
        });
        let ids = order.iter().copied().zip((0..).map(ir::TypeId)).collect();
        let mut freezer = Self {
            draft,
            names,
            checks: config.types.check,
            recursion,
            ids,
            constants,
            outlook,
            types: Vec::new(),
        };
        freezer.types = parallel::map(&order, WORTH_A_THREAD, |id| freezer.type_def(*id));
        if config.types.share {
            freezer.share(&order);
        }
        freezer
    }

    /// Makes one of the types that are equal.
    fn share(&mut self, order: &[NodeId]) {
        let types = std::mem::take(&mut self.types);
        let positions = order.iter().map(|id| self.names.types[id].position);
        let modules = self.names.modules.clone();
        let (types, places) = sharing::run(types, positions.collect(), modules, self.checks);
        for id in self.ids.values_mut() {
            *id = places[id.0 as usize];
        }
        self.types = types;
    }

    /// Whether a node is a type with a name.
    pub(super) fn is_named(&self, id: NodeId) -> bool {
        self.ids.contains_key(&id)
    }

    /// Whether a node is a wrapper around what it stands for.
    pub(super) fn is_wrapped(&self, id: NodeId) -> bool {
        self.recursion.wrapped.contains(&id)
    }

    fn type_def(&self, id: NodeId) -> ir::TypeDef {
        let node = self.draft.node(id);
        let name = &self.names.types[&id];
        let kind = match &node.kind {
            Kind::Struct(object) => ir::TypeKind::Struct(self.object(id, object)),
            Kind::Enum(list) => ir::TypeKind::Enum(self.list(id, list)),
            Kind::Union(union) => ir::TypeKind::Union(self.union(id, union)),
            _ if self.recursion.wrapped.contains(&id) => ir::TypeKind::Newtype(self.content(id)),
            _ => ir::TypeKind::Alias(self.content(id)),
        };
        ir::TypeDef {
            name: ir::Name(name.name.clone()),
            former: former(self.names.published.former_type(&node.origin, &name.name)),
            module: ir::Name(name.module.clone()),
            root: name.root,
            wire_name: name.wire_name.clone(),
            docs: node.notes.docs.clone(),
            deprecated: node.notes.deprecated,
            direction: node.direction,
            constraints: node.notes.constraints.clone(),
            bounds: match kind {
                ir::TypeKind::Enum(_) | ir::TypeKind::Alias(_) => ir::Bounds::default(),
                _ => self.own_bounds(id),
            },
            examples: node
                .notes
                .examples
                .iter()
                .filter(|value| values::fits(self.draft, id, value))
                .cloned()
                .collect(),
            place: self.names.published.place(&node.origin),
            origin: node.origin.clone(),
            kind,
        }
    }

    /// The type that a value of a node is read as where it stands alone.
    pub(super) fn value_type(&self, id: NodeId) -> ir::Type {
        unboxed(self.ty(id, id, Place::Json))
    }

    /// The type that stands where a node is used, in the type `owner`.
    pub(super) fn ty(&self, id: NodeId, owner: NodeId, place: Place) -> ir::Type {
        let bare = self.bare(id, owner, place);
        self.nullable(id, bare)
    }

    fn nullable(&self, id: NodeId, bare: ir::Type) -> ir::Type {
        match bare {
            ir::Type::Any | ir::Type::Null | ir::Type::Nullable(_) => bare,
            // An alias of anything takes null by itself.
            _ if matches!(self.draft.kind(id), Kind::Any | Kind::Null) => bare,
            _ if self.draft.nullable(id) => ir::Type::Nullable(Box::new(bare)),
            _ => bare,
        }
    }

    fn bare(&self, id: NodeId, owner: NodeId, place: Place) -> ir::Type {
        if place == Place::Part && matches!(self.draft.kind(id), Kind::Binary) {
            return ir::Type::Binary;
        }
        if let Some(type_id) = self.ids.get(&id) {
            let named = ir::Type::Named(*type_id);
            if self.recursion.boxed.contains(&(owner, id)) {
                return ir::Type::Boxed(Box::new(named));
            }
            return named;
        }
        self.made(id, owner, place)
    }

    /// The type behind the name of an alias or a wrapper.
    fn content(&self, id: NodeId) -> ir::Type {
        self.made(id, id, Place::Json)
    }

    fn made(&self, id: NodeId, owner: NodeId, place: Place) -> ir::Type {
        let inner = |id: NodeId| Box::new(unboxed(self.ty(id, owner, place)));
        match &self.draft.node(id).kind {
            // Structs, enums and unions have names; what has none here is of no use to anybody.
            Kind::Any | Kind::Struct(_) | Kind::Enum(_) | Kind::Union(_) => ir::Type::Any,
            Kind::Null => ir::Type::Null,
            Kind::Bool => ir::Type::Bool,
            Kind::Integer(kind) => ir::Type::Integer(*kind),
            Kind::Number(kind) => ir::Type::Number(*kind),
            Kind::String => ir::Type::String,
            Kind::Formatted(format) => ir::Type::Formatted(*format),
            Kind::Binary if place == Place::Part => ir::Type::Binary,
            Kind::Binary => ir::Type::String,
            Kind::List(item) => ir::Type::List(inner(*item)),
            Kind::Tuple(items, rest) => ir::Type::Tuple(
                items
                    .iter()
                    .map(|item| self.ty(*item, owner, place))
                    .collect(),
                rest.map(inner),
            ),
            Kind::Map(key, value) => {
                let key = key.and_then(|key| self.key_type(key));
                ir::Type::Map(key, inner(*value))
            }
            Kind::Ref(target) => self.bare(*target, owner, place),
        }
    }

    /// The enum that the keys of a map are of.
    fn key_type(&self, key: NodeId) -> Option<ir::TypeId> {
        let target = self.draft.target(key);
        let Kind::Enum(list) = &self.draft.node(target).kind else {
            return None;
        };
        let strings = list.values.iter().all(|value| value.value.is_string());
        strings.then(|| self.ids.get(&target).copied()).flatten()
    }

    fn default(&self, id: NodeId) -> Option<Value> {
        self.own_or_target(id, |notes| notes.default.clone())
    }

    pub(super) fn default_of(&self, id: NodeId) -> Option<Value> {
        self.default(id)
    }

    /// The first example that is a value of the type.
    pub(super) fn example(&self, id: NodeId, more: &[Value]) -> Option<Value> {
        let fits = |value: &&Value| values::fits(self.draft, id, value);
        more.iter()
            .find(fits)
            .cloned()
            .or_else(|| self.own_or_target(id, |notes| notes.examples.iter().find(fits).cloned()))
    }

    pub(super) fn constraints(&self, id: NodeId) -> ir::Constraints {
        let found = self.own_or_target(id, |notes| {
            let some = notes.constraints != ir::Constraints::default();
            some.then(|| notes.constraints.clone())
        });
        found.unwrap_or_default()
    }

    fn own_or_target<T>(&self, mut id: NodeId, read: impl Fn(&Notes) -> Option<T>) -> Option<T> {
        loop {
            let node = self.draft.node(id);
            match (read(&node.notes), &node.kind) {
                (Some(found), _) => return Some(found),
                (None, Kind::Ref(next)) => id = *next,
                (None, _) => return None,
            }
        }
    }

    /// The setter of a server variable: the same for all servers.
    pub(super) fn variable(&self, wire_name: &str) -> ir::Name {
        let name = self.outlook.variables.get(wire_name).cloned();
        ir::Name(name.unwrap_or_else(|| ident::value_name(wire_name)))
    }
}

/// A value in a list or a map needs no `Box`.
fn unboxed(ty: ir::Type) -> ir::Type {
    match ty {
        ir::Type::Boxed(inner) => *inner,
        ir::Type::Nullable(inner) => match *inner {
            ir::Type::Boxed(bare) => ir::Type::Nullable(bare),
            other => ir::Type::Nullable(Box::new(other)),
        },
        other => other,
    }
}

/// Names that something had.
pub(super) fn former(names: Vec<String>) -> Vec<ir::Name> {
    names.into_iter().map(ir::Name).collect()
}

fn variable_names(draft: &Draft) -> HashMap<String, String> {
    let mut scope = Scope::with(&[
        "base_url",
        "build",
        "builder",
        "clock",
        "clone",
        "credentials",
        "default",
        "from",
        "from_env",
        "into",
        "new",
        "retry",
        "server",
        "timeout",
        "transport",
    ]);
    let own = draft
        .operations
        .iter()
        .filter_map(|operation| operation.servers.as_ref());
    let servers = draft.servers.iter().chain(own.flatten());
    let mut names = HashMap::new();
    for variable in servers.flat_map(|server| &server.variables) {
        names.entry(variable.wire_name.clone()).or_insert_with(|| {
            let wish = ident::value_name(&variable.wire_name);
            scope.claim(&[wish.clone(), ir::joined("server", &wish)]).0
        });
    }
    names
}
