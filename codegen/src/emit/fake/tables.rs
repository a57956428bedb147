//! What a server expects of what is sent to it. In: the types of an API; out: a table for each type of which something is told,
//! and what is expected where a type is used. Invariant: tables refer to each other by name, so that a type may be within
//! itself.

use super::super::file::File;
use super::super::ident::{self, Scope};
use super::expect::{any, constant, enumerated, listed, name, ruled, scalar, with};
use super::told::{Told, Types, is_tagged};
use crate::ir::{self, Bounds, Type, TypeId, TypeKind};
use crate::tokens::{Ident, TokenStream, quote};
use heck::ToSnakeCase;
use std::collections::BTreeMap;

/// The types that have a table.
#[derive(Debug, Default)]
pub(crate) struct Tables {
    names: BTreeMap<TypeId, Ident>,
    types: Types,
}

/// Where something is expected.
#[derive(Clone, Copy)]
struct Where<'a> {
    told: Told,
    /// The module that the tables are in, with `::` behind it.
    module: &'a TokenStream,
}

impl Tables {
    /// Those of an API.
    pub(crate) fn new(api: &ir::Api) -> Self {
        let types = Types::of(api);
        let mut names = BTreeMap::new();
        let mut scope = Scope::default();
        for id in &types.all {
            let word = api.type_def(*id).name.0.to_snake_case();
            let word = ident::constant(&ir::Name(word)).to_string();
            let name = ident::of(&scope.claim(&word, "_2"));
            names.insert(*id, name);
        }
        Tables { names, types }
    }

    /// What is expected of a body that is JSON; `None` where its type says all.
    pub(super) fn json(&self, file: &mut File<'_>, content: &ir::Content) -> Option<TokenStream> {
        let place = Where {
            told: Told::Demands,
            module: &quote!(super::),
        };
        self.at(file, &content.ty, &content.bounds, place)
    }

    /// What is expected of what comes as text: a parameter or a form.
    pub(super) fn text(&self, file: &mut File<'_>, ty: &Type, bounds: &Bounds) -> TokenStream {
        let place = Where {
            told: Told::Whole,
            module: &quote!(super::),
        };
        let expect = self.at(file, ty, bounds, place);
        expect.unwrap_or_else(|| any(file))
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
        let api = file.api();
        let def = api.type_def(id);
        let place = Where {
            told: self.types.told(id),
            module: &TokenStream::default(),
        };
        match &def.kind {
            TypeKind::Struct(object) => {
                let telling = self.types.telling.contains(&id);
                self.object(file, object, &def.bounds, telling, place)
            }
            TypeKind::Union(union) => {
                let shape = self.union(file, union, place);
                ruled(&shape, &[&def.bounds], None)
            }
            TypeKind::Newtype(ty) | TypeKind::Alias(ty) => {
                let inner = self.at(file, ty, &def.bounds, place);
                inner.unwrap_or_else(|| any(file))
            }
            TypeKind::Enum(list) => enumerated(file, list, &def.bounds),
        }
    }

    /// An object. `telling`: what must be there tells it from others.
    fn object(
        &self,
        file: &mut File<'_>,
        object: &ir::Struct,
        bounds: &Bounds,
        telling: bool,
        place: Where<'_>,
    ) -> TokenStream {
        let name = name(file);
        let none = Bounds::default();
        let inner = bounds.items.as_deref().unwrap_or(&none);
        let others = match &object.extra {
            ir::Extra::Typed(ty) => self.at(file, ty, inner, place.within()),
            ir::Extra::Any | ir::Extra::Denied => None,
        };
        // Where others are judged, all that are declared are told from them.
        let all = place.told == Told::Whole || others.is_some();
        let all = all || object.extra == ir::Extra::Denied;
        let fields = object.fields.iter().filter_map(|field| {
            let wire = &field.wire_name;
            match self.at(file, &field.ty, &field.bounds, place) {
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

    fn union(&self, file: &mut File<'_>, union: &ir::Union, place: Where<'_>) -> TokenStream {
        let name = name(file);
        let tagged = union.discriminator.as_ref().filter(|_| is_tagged(union));
        let told = match (place.told, tagged) {
            (Told::Whole, _) => Told::Whole,
            (Told::Looks | Told::Demands, Some(_)) => Told::Demands,
            (Told::Looks | Told::Demands, None) => Told::Looks,
        };
        let place = Where { told, ..place };
        let mut tags: Vec<TokenStream> = Vec::new();
        let mut branches = Vec::new();
        for branch in &union.branches {
            let words = &branch.tags;
            tags.push(quote!(&[#(#words),*]));
            branches.push(match &branch.constant {
                Some(text) => constant(file, text),
                None => self
                    .at(file, &branch.ty, &branch.bounds, place)
                    .unwrap_or_else(|| any(file)),
            });
        }
        match tagged {
            Some(key) => quote!(#name::tagged(#key, &[#((#tags, #branches)),*])),
            None => quote!(#name::one_of(&[#(#branches),*])),
        }
    }

    /// What is expected of a value of a type where it is used; `None` where there is nothing to tell.
    fn at(
        &self,
        file: &mut File<'_>,
        ty: &Type,
        bounds: &Bounds,
        place: Where<'_>,
    ) -> Option<TokenStream> {
        let shape = match ty {
            Type::Nullable(inner) | Type::Boxed(inner) => {
                return self.at(file, inner, bounds, place);
            }
            Type::List(_) | Type::Map(..) | Type::Tuple(..) => {
                self.compound(file, ty, bounds, place)
            }
            Type::Named(id) => {
                let api = file.api();
                match (self.names.get(id), &api.type_def(*id).kind) {
                    (_, TypeKind::Alias(ty)) => return self.at(file, ty, bounds, place),
                    (_, TypeKind::Enum(list)) => {
                        let told = place.told != Told::Demands;
                        told.then(|| enumerated(file, list, &Bounds::default()))
                    }
                    (Some(table), _) => {
                        let (types, module) = (&self.types, place.module);
                        let told = place.told != Told::Demands
                            || types.demanding.contains(id)
                            || types.telling.contains(id);
                        told.then(|| {
                            let name = name(file);
                            quote!(#name::of(&#module #table))
                        })
                    }
                    (None, TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Newtype(_)) => None,
                }
            }
            ty => (place.told != Told::Demands).then(|| scalar(file, ty)),
        };
        match (shape, bounds.rules.is_empty()) {
            (None, true) => None,
            (shape, _) => {
                let shape = shape.unwrap_or_else(|| any(file));
                Some(ruled(&shape, &[bounds], None))
            }
        }
    }

    /// A list, a map or a tuple.
    fn compound(
        &self,
        file: &mut File<'_>,
        ty: &Type,
        bounds: &Bounds,
        place: Where<'_>,
    ) -> Option<TokenStream> {
        let none = Bounds::default();
        let inner = bounds.items.as_deref().unwrap_or(&none);
        let told = place.told != Told::Demands;
        let mut item = |ty: &Type| {
            let item = self.at(file, ty, inner, place.within());
            let item = item.or_else(|| told.then(|| any(file)));
            item.map(|item| (name(file), item))
        };
        match ty {
            Type::List(ty) => item(ty).map(|(name, item)| quote!(#name::list(&#item))),
            Type::Map(_, ty) => item(ty).map(|(name, item)| quote!(#name::map(&[], &#item))),
            Type::Tuple(items, rest) => {
                let first = items.iter().map(|ty| self.at(file, ty, &none, place));
                let first: Vec<Option<TokenStream>> = first.collect();
                let rest = rest.as_ref();
                let rest = rest.and_then(|ty| self.at(file, ty, inner, place));
                let told = told || rest.is_some() || first.iter().any(Option::is_some);
                if !told {
                    return None;
                }
                let (name, any) = (name(file), any(file));
                let first = first.into_iter();
                let first = first.map(|item| item.unwrap_or_else(|| any.clone()));
                let first: Vec<TokenStream> = first.collect();
                let rest = rest.unwrap_or(any);
                Some(quote!(#name::tuple(&[#(#first),*], &#rest)))
            }
            _ => None,
        }
    }
}

impl Where<'_> {
    /// Within a list or a map, which are told from others whatever is in them.
    fn within(self) -> Self {
        let told = match self.told {
            Told::Whole => Told::Whole,
            Told::Looks | Told::Demands => Told::Demands,
        };
        Where { told, ..self }
    }
}
