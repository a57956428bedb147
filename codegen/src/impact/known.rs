//! In: the older description of an API, and the items of it that a change touches. Out: what a name of the generated
//! crate is, and what type its values have. Invariant: containers do not count: an `Option<Vec<Order>>` is an `Order`, so
//! that what calls on the way do to a container need not be understood.

use std::collections::{HashMap, HashSet};

use super::link::How;
use super::scope::Scope;
use super::surface::{Key, Surface};
use crate::ir::{Api, Field, Operation, Type, TypeId, TypeKind};

/// What a value is, containers aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Core {
    /// Nobody knows.
    #[default]
    Unknown,
    /// Nothing of the API.
    Foreign,
    /// The client.
    Client,
    /// What it is built from.
    Builder,
    /// A model.
    Model(TypeId),
    /// A request, by the number of its operation.
    Request(usize),
}

/// An API as a user's code sees it.
pub(super) struct Known<'a> {
    api: &'a Api,
    touched: &'a HashMap<Key, How>,
    /// The names that the crate has in the user's.
    crates: Vec<String>,
    types: HashMap<&'a str, TypeId>,
    methods: HashMap<&'a str, usize>,
    requests: HashMap<&'a str, usize>,
    members: HashMap<&'a str, Vec<&'a Key>>,
    owners: HashSet<&'a str>,
    /// Items that the user's crate has under names of its own.
    pub(super) exported: HashSet<String>,
}

impl<'a> Known<'a> {
    pub(super) fn new(
        api: &'a Api,
        surface: &'a Surface,
        touched: &'a HashMap<Key, How>,
        crates: Vec<String>,
    ) -> Self {
        let mut members: HashMap<&str, Vec<&Key>> = HashMap::new();
        for key in touched.keys() {
            if let Some(member) = &key.member {
                members.entry(member).or_default().push(key);
            }
        }
        let types = api.types.iter().enumerate();
        let operations = || api.operations.iter().enumerate();
        Self {
            api,
            touched,
            crates,
            types: types
                .map(|(at, def)| (def.name.0.as_str(), TypeId(at as u32)))
                .collect(),
            methods: operations()
                .map(|(at, one)| (one.name.0.as_str(), at))
                .collect(),
            requests: operations()
                .map(|(at, one)| (one.type_name.0.as_str(), at))
                .collect(),
            members,
            owners: surface.keys().map(|key| key.owner.as_str()).collect(),
            exported: HashSet::new(),
        }
    }

    /// The item that a path names, and what follows it: `shop::models::Order::new` is `Order` and `new`.
    pub(super) fn item(&self, scope: &Scope, path: &syn::Path) -> Option<(String, Vec<String>)> {
        let full = scope.full(path);
        if let Some(rest) = self.inside(&full) {
            return self.split(rest);
        }
        let first = full.first()?;
        let is_relative = matches!(first.as_str(), "crate" | "super" | "self");
        let at = full
            .iter()
            .position(|word| self.owners.contains(word.as_str()))?;
        let name = &full[at];
        let by_glob = at == 0
            && !scope.defines(name)
            && scope.has_glob(|glob| {
                self.inside(glob).is_some() || matches!(glob[0].as_str(), "crate" | "super")
            });
        let exported =
            (is_relative || at == 0) && self.exported.contains(name) && !scope.defines(name);
        (by_glob || exported).then(|| (name.clone(), full[at + 1..].to_vec()))
    }

    /// What of a path is inside of the API's module.
    pub(super) fn inside<'p>(&self, full: &'p [String]) -> Option<&'p [String]> {
        let (first, rest) = full.split_first()?;
        let (second, rest) = rest.split_first()?;
        let ours = self.crates.contains(first) && *second == self.api.module.0;
        ours.then_some(rest)
    }

    fn split(&self, rest: &[String]) -> Option<(String, Vec<String>)> {
        let at = rest
            .iter()
            .position(|word| self.owners.contains(word.as_str()))?;
        Some((rest[at].clone(), rest[at + 1..].to_vec()))
    }

    /// How a change touches an item, if one does.
    pub(super) fn touched(&self, key: &Key) -> Option<How> {
        self.touched.get(key).copied()
    }

    /// The touched members of this name, whatever they belong to.
    pub(super) fn members(&self, name: &str) -> &[&'a Key] {
        self.members
            .get(name)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// The name of what a value is of.
    pub(super) fn owner(&self, core: Core) -> Option<&'a str> {
        match core {
            Core::Unknown | Core::Foreign => None,
            Core::Client => Some("Client"),
            Core::Builder => Some("ClientBuilder"),
            Core::Model(id) => Some(&self.api.type_def(id).name.0),
            Core::Request(at) => Some(&self.api.operations[at].type_name.0),
        }
    }

    /// What a named item is as a value.
    pub(super) fn named(&self, name: &str) -> Core {
        match name {
            "Client" => Core::Client,
            "ClientBuilder" => Core::Builder,
            name => match (self.types.get(name), self.requests.get(name)) {
                (Some(id), _) => self.core(&Type::Named(*id)),
                (None, Some(at)) => Core::Request(*at),
                (None, None) => Core::Foreign,
            },
        }
    }

    /// What a type is, containers aside.
    pub(super) fn core(&self, ty: &Type) -> Core {
        match ty {
            Type::Named(id) => match &self.api.type_def(*id).kind {
                TypeKind::Alias(inner) => self.core(inner),
                TypeKind::Newtype(_)
                | TypeKind::Struct(_)
                | TypeKind::Enum(_)
                | TypeKind::Union(_) => Core::Model(*id),
            },
            Type::List(inner)
            | Type::Nullable(inner)
            | Type::Boxed(inner)
            | Type::Map(_, inner) => self.core(inner),
            Type::Any
            | Type::Null
            | Type::Bool
            | Type::Integer(_)
            | Type::Number(_)
            | Type::String
            | Type::Formatted(_)
            | Type::Binary
            | Type::Tuple(..) => Core::Foreign,
        }
    }

    fn fields(&self, id: TypeId) -> &'a [Field] {
        match &self.api.type_def(id).kind {
            TypeKind::Struct(object) => &object.fields,
            _ => &[],
        }
    }

    /// What a field of a value is; of an unknown one, what all fields of the name are.
    pub(super) fn field(&self, core: Core, name: &str) -> Core {
        match core {
            Core::Model(id) => {
                let field = self.fields(id).iter().find(|field| field.name.0 == name);
                field.map_or(Core::Unknown, |field| self.core(&field.ty))
            }
            Core::Unknown => {
                let all = (0..self.api.types.len()).flat_map(|at| self.fields(TypeId(at as u32)));
                let mut cores = all
                    .filter(|field| field.name.0 == name)
                    .map(|field| self.core(&field.ty));
                match cores.next() {
                    Some(first) if cores.all(|other| other == first) => first,
                    _ => Core::Unknown,
                }
            }
            _ => Core::Unknown,
        }
    }

    /// What a variant of a union holds.
    pub(super) fn variant(&self, owner: &str, name: &str) -> Core {
        let def = self.types.get(owner).map(|id| self.api.type_def(*id));
        if let Some(TypeKind::Union(union)) = def.map(|def| &def.kind) {
            let branch = union.branches.iter().find(|branch| branch.name.0 == name);
            return branch.map_or(Core::Unknown, |branch| self.core(&branch.ty));
        }
        let outcomes = self
            .api
            .operations
            .iter()
            .flat_map(|one| [&one.success, &one.failure]);
        let mut cases = outcomes
            .filter(|one| one.type_name.0 == owner)
            .flat_map(|one| &one.cases);
        let case = cases.find(|case| case.name.0 == name);
        let content = case.and_then(|case| case.contents.first());
        content.map_or(Core::Unknown, |content| self.core(&content.ty))
    }

    /// The operation that a method of the client is.
    pub(super) fn operation(&self, method: &str) -> Option<usize> {
        self.methods.get(method).copied()
    }

    /// What a method gives, if it is one of the API's.
    pub(super) fn result(&self, core: Core, method: &str) -> Option<Core> {
        match core {
            Core::Client | Core::Unknown => self.operation(method).map(Core::Request),
            Core::Builder if method == "build" => Some(Core::Client),
            Core::Request(at) => Some(self.sent(at, method)),
            Core::Model(_) => {
                let field = method
                    .strip_suffix("_or_default")
                    .or_else(|| method.strip_prefix("with_"))?;
                let is_setter = method.starts_with("with_");
                Some(if is_setter {
                    core
                } else {
                    self.field(core, field)
                })
            }
            Core::Builder | Core::Foreign => None,
        }
    }

    fn sent(&self, at: usize, method: &str) -> Core {
        let operation: &Operation = &self.api.operations[at];
        match method {
            "items" | "items_blocking" | "stream_items" | "stream_events" => operation
                .paging
                .as_ref()
                .map_or(Core::Unknown, |paging| self.core(&paging.item)),
            "send" | "send_blocking" | "pages" | "pages_blocking" => {
                let content = operation
                    .success
                    .cases
                    .iter()
                    .find_map(|case| case.contents.first());
                content.map_or(Core::Unknown, |content| self.core(&content.ty))
            }
            _ => Core::Request(at),
        }
    }
}
