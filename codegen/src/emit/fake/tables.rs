//! What a server expects of bodies that are JSON. In: the types of an API; out: a table for each type of which more is
//! demanded than its Rust type says. Invariant: tables refer to each other by name, so that a type may be within itself.

use super::super::file::File;
use super::super::ident::{self, Scope};
use super::expect::{constant, enumerated, listed, name, ruled, scalar, with};
use crate::ir::{self, Bounds, ContentKind, Type, TypeId, TypeKind};
use crate::tokens::{Ident, TokenStream, quote};
use heck::ToSnakeCase;
use std::collections::{BTreeMap, BTreeSet};

/// The types that have a table.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    names: BTreeMap<TypeId, Ident>,
    /// Those by whose looks a branch of a union is told from others.
    telling: BTreeSet<TypeId>,
}

impl Tables {
    /// Those of an API.
    pub(crate) fn new(api: &ir::Api) -> Self {
        let demanding = demanding(api);
        let mut tables = Tables::default();
        let mut found = BTreeSet::new();
        let mut open: Vec<TypeId> = bodies(api).flat_map(|one| mentioned(&one.ty)).collect();
        while let Some(id) = open.pop() {
            let kind = &api.type_def(id).kind;
            let wanted = demanding.contains(&id) || tables.telling.contains(&id);
            if !wanted || !found.insert(id) {
                continue;
            }
            if let TypeKind::Union(union) = kind
                && !is_tagged(union)
            {
                let branches = union.branches.iter();
                let own = branches.filter_map(|branch| target(api, &branch.ty));
                for id in own {
                    tables.telling.insert(id);
                    open.push(id);
                }
            }
            ir::walk::each_in_kind(kind, &mut |ty| open.extend(ty.mentioned()));
        }
        let mut scope = Scope::default();
        let solid = found.into_iter().filter(|id| {
            let kind = &api.type_def(*id).kind;
            !matches!(kind, TypeKind::Alias(_) | TypeKind::Enum(_))
        });
        for id in solid {
            let word = api.type_def(id).name.0.to_snake_case();
            let word = ident::constant(&ir::Name(word)).to_string();
            let name = ident::of(&scope.claim(&word, "_2"));
            tables.names.insert(id, name);
        }
        tables
    }

    /// What is expected of a body; `None` where its type says all.
    pub(super) fn body(&self, file: &mut File<'_>, content: &ir::Content) -> Option<TokenStream> {
        let module = quote!(super::);
        self.at(file, &content.ty, &content.bounds, false, &module)
    }

    /// The tables.
    pub(super) fn items(&self, file: &mut File<'_>, allow: bool) -> Vec<TokenStream> {
        let allow = allow.then(|| quote!(#[allow(dead_code)]));
        let items = self.names.iter().map(|(id, table)| {
            let expect = self.table(file, *id);
            let ty = name(file);
            quote!(#allow static #table: #ty = #expect;)
        });
        items.collect()
    }

    fn table(&self, file: &mut File<'_>, id: TypeId) -> TokenStream {
        let telling = self.telling.contains(&id);
        let api = file.api();
        let def = api.type_def(id);
        let own = TokenStream::default();
        match &def.kind {
            TypeKind::Struct(object) => self.object(file, object, &def.bounds, telling),
            TypeKind::Union(union) => {
                let shape = self.union(file, union);
                ruled(&shape, &[&def.bounds], None)
            }
            TypeKind::Newtype(ty) | TypeKind::Alias(ty) => {
                let inner = self.at(file, ty, &def.bounds, telling, &own);
                inner.unwrap_or_else(|| any(file))
            }
            TypeKind::Enum(list) => enumerated(file, list, &def.bounds),
        }
    }

    fn object(
        &self,
        file: &mut File<'_>,
        object: &ir::Struct,
        bounds: &Bounds,
        telling: bool,
    ) -> TokenStream {
        let name = name(file);
        let own = TokenStream::default();
        let none = Bounds::default();
        let inner = bounds.items.as_deref().unwrap_or(&none);
        let others = match &object.extra {
            ir::Extra::Typed(ty) => self.at(file, ty, inner, false, &own),
            ir::Extra::Any | ir::Extra::Denied => None,
        };
        // Where others are judged, all that are declared are told from them.
        let all = others.is_some() || object.extra == ir::Extra::Denied;
        let fields = object.fields.iter().filter_map(|field| {
            let wire = &field.wire_name;
            match self.at(file, &field.ty, &field.bounds, telling, &own) {
                Some(expect) => Some(quote!((#wire, #expect))),
                None => all.then(|| quote!((#wire, #name::ANY))),
            }
        });
        let fields: Vec<TokenStream> = fields.collect();
        let open = object.extra != ir::Extra::Denied;
        let shape = match others {
            Some(others) => quote!(#name::map(&[#(#fields),*], &#others)),
            None => quote!(#name::object(&[#(#fields),*], #open)),
        };
        let required = object.fields.iter();
        let required = required.filter(|field| telling && field.required && !field.read_only);
        let required: Vec<_> = required.map(|field| field.wire_name.clone()).collect();
        let required = (!required.is_empty()).then(|| listed("required", &required.into()));
        with(&shape, &[bounds], required)
    }

    fn union(&self, file: &mut File<'_>, union: &ir::Union) -> TokenStream {
        let name = name(file);
        let own = TokenStream::default();
        let tagged = union.discriminator.as_ref().filter(|_| is_tagged(union));
        let mut tags: Vec<TokenStream> = Vec::new();
        let mut branches = Vec::new();
        for branch in &union.branches {
            let words = &branch.tags;
            tags.push(quote!(&[#(#words),*]));
            branches.push(match &branch.constant {
                Some(text) => constant(file, text),
                None => self
                    .at(file, &branch.ty, &branch.bounds, tagged.is_none(), &own)
                    .unwrap_or_else(|| any(file)),
            });
        }
        match tagged {
            Some(key) => quote!(#name::tagged(#key, &[#((#tags, #branches)),*])),
            None => quote!(#name::one_of(&[#(#branches),*])),
        }
    }

    /// What is expected of a value of a type where it is used; `None` where the type says all. `telling`: the kind of the value
    /// is told, too.
    fn at(
        &self,
        file: &mut File<'_>,
        ty: &Type,
        bounds: &Bounds,
        telling: bool,
        module: &TokenStream,
    ) -> Option<TokenStream> {
        let none = Bounds::default();
        let inner = bounds.items.as_deref().unwrap_or(&none);
        // Where nothing is told, nothing is referred to either.
        let shape = match ty {
            Type::Nullable(inner) | Type::Boxed(inner) => {
                return self.at(file, inner, bounds, telling, module);
            }
            Type::List(item) => {
                let item = self.at(file, item, inner, false, module);
                let item = item.or_else(|| telling.then(|| any(file)));
                item.map(|item| {
                    let name = name(file);
                    quote!(#name::list(&#item))
                })
            }
            Type::Map(_, item) => {
                let item = self.at(file, item, inner, false, module);
                let item = item.or_else(|| telling.then(|| any(file)));
                item.map(|item| {
                    let name = name(file);
                    quote!(#name::map(&[], &#item))
                })
            }
            Type::Tuple(items, rest) => {
                let mut place =
                    |ty: &Type, bounds: &Bounds| self.at(file, ty, bounds, telling, module);
                let items: Vec<Option<TokenStream>> =
                    items.iter().map(|ty| place(ty, &none)).collect();
                let rest = rest.as_ref().and_then(|ty| place(ty, inner));
                let told = rest.is_some() || items.iter().any(Option::is_some);
                told.then(|| {
                    let name = name(file);
                    let any = any(file);
                    let items = items
                        .into_iter()
                        .map(|item| item.unwrap_or_else(|| any.clone()));
                    let items: Vec<TokenStream> = items.collect();
                    let rest = rest.unwrap_or_else(|| any.clone());
                    quote!(#name::tuple(&[#(#items),*], &#rest))
                })
            }
            Type::Named(id) => {
                let api = file.api();
                match (self.names.get(id), &api.type_def(*id).kind) {
                    (Some(table), _) => {
                        let name = name(file);
                        Some(quote!(#name::of(&#module #table)))
                    }
                    (None, TypeKind::Alias(ty)) => {
                        return self.at(file, ty, bounds, telling, module);
                    }
                    (None, TypeKind::Enum(list)) => {
                        telling.then(|| enumerated(file, list, &Bounds::default()))
                    }
                    (None, TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Newtype(_)) => None,
                }
            }
            ty => telling.then(|| scalar(file, ty)),
        };
        match (shape, bounds.rules.is_empty()) {
            (None, true) => None,
            (shape, _) => {
                let shape = shape.unwrap_or_else(|| any(file));
                Some(ruled(&shape, &[bounds], None))
            }
        }
    }
}

/// Anything.
fn any(file: &mut File<'_>) -> TokenStream {
    let name = name(file);
    quote!(#name::ANY)
}

/// The bodies of requests that are JSON.
fn bodies(api: &ir::Api) -> impl Iterator<Item = &ir::Content> {
    let bodies = api.operations.iter().filter_map(|one| one.body.as_ref());
    let contents = bodies.flat_map(|body| &body.contents);
    contents.filter(|content| content.kind == ContentKind::Json)
}

fn mentioned(ty: &Type) -> Vec<TypeId> {
    let mut out = Vec::new();
    ir::walk::each_in(ty, &mut |ty| out.extend(ty.mentioned()));
    out
}

/// Whether a property names the branch of every value.
fn is_tagged(union: &ir::Union) -> bool {
    let mut branches = union.branches.iter();
    union.discriminator.is_some() && branches.all(|branch| !branch.tags.is_empty())
}

/// The type behind other names for it.
fn target(api: &ir::Api, ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Nullable(inner) | Type::Boxed(inner) => target(api, inner),
        Type::Named(id) => match &api.type_def(*id).kind {
            TypeKind::Alias(ty) => target(api, ty),
            _ => Some(*id),
        },
        _ => None,
    }
}

/// The types of requests of which something is demanded, themselves or in what they hold.
fn demanding(api: &ir::Api) -> BTreeSet<TypeId> {
    let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut open = Vec::new();
    for (index, def) in api.types.iter().enumerate() {
        let Ok(index) = u32::try_from(index) else {
            break;
        };
        let id = TypeId(index);
        ir::walk::each_in_kind(&def.kind, &mut |ty| {
            if let Some(used) = ty.mentioned() {
                users.entry(used).or_default().push(id);
            }
        });
        if def.direction.request && demands(def) {
            open.push(id);
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = open.pop() {
        if found.insert(id) {
            open.extend(users.get(&id).into_iter().flatten());
        }
    }
    found
}

fn demands(def: &ir::TypeDef) -> bool {
    let parts = match &def.kind {
        TypeKind::Struct(object) => {
            object.extra == ir::Extra::Denied
                || object.fields.iter().any(|field| !field.bounds.is_empty())
        }
        TypeKind::Union(union) => union.branches.iter().any(|one| !one.bounds.is_empty()),
        TypeKind::Enum(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => false,
    };
    parts || !def.bounds.is_empty()
}
