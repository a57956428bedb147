//! In: the place in a user's crate where a name or type stands. Out: what it is. Invariant: a name that is imported from
//! elsewhere never stands for an item of the API.

use std::cell::RefCell;
use std::collections::HashMap;

use super::find::Found;
use super::known::Known;
use super::of::{Core, Of};
use super::own::Own;
use super::tree::{At, Place, Space, Tree, plain};

/// All that is known of the crates.
#[derive(Clone, Copy)]
pub(super) struct World<'a> {
    pub(super) known: &'a Known<'a>,
    pub(super) own: &'a Own,
    pub(super) tree: &'a Tree,
    /// What names in the modules of that tree are.
    pub(super) found: &'a RefCell<Found>,
}

/// Where something stands.
#[derive(Clone, Debug)]
pub(super) struct Scope {
    pub(super) at: At,
    /// What `Self` is.
    pub(super) this: Option<Of>,
    /// What parameters are, as far as their bounds say so.
    types: HashMap<String, Of>,
    /// What the types are that belong to `Self`.
    pub(super) belonging: HashMap<String, Of>,
}

/// What a path stands for.
#[derive(Clone, Debug)]
pub(super) enum Named {
    /// A type of the API, and what follows it.
    Api(usize, Vec<String>),
    /// A type of the user's, and what follows it.
    Own(usize, Vec<String>),
    /// A function or constant of the user's, by what it gives or is.
    Value(Of),
}

impl Scope {
    pub(super) fn new(at: At) -> Self {
        Self {
            at,
            this: None,
            types: HashMap::new(),
            belonging: HashMap::new(),
        }
    }

    /// Within an `impl`.
    pub(super) fn of_impl(&self, world: World<'_>, item: &syn::ItemImpl) -> Self {
        let mut scope = self.with(world, &item.generics);
        scope.this = Some(scope.written(world, &item.self_ty));
        for inner in &item.items {
            if let syn::ImplItem::Type(one) = inner {
                let of = scope.written(world, &one.ty);
                scope.belonging.insert(plain(&one.ident), of);
            }
        }
        scope
    }

    /// Within a definition of a type.
    pub(super) fn of_type(
        &self,
        world: World<'_>,
        name: &syn::Ident,
        generics: &syn::Generics,
    ) -> Self {
        let mut scope = self.with(world, generics);
        let number = world.own.number(self.at, &plain(name));
        scope.this = number.map(|number| Of::one(Core::Own(number)));
        scope
    }

    /// With the parameters of an item.
    pub(super) fn with(&self, world: World<'_>, generics: &syn::Generics) -> Self {
        let mut scope = self.clone();
        for one in generics.type_params() {
            let of = Of::one(Core::Given);
            scope.types.insert(plain(&one.ident), of);
        }
        let bounded = generics.where_clause.iter().flat_map(|one| &one.predicates);
        let bounded = bounded.filter_map(|one| match one {
            syn::WherePredicate::Type(one) => Some((ident(&one.bounded_ty)?, &one.bounds)),
            _ => None,
        });
        let bounds = generics
            .type_params()
            .map(|one| (plain(&one.ident), &one.bounds))
            .chain(bounded);
        for (name, bounds) in bounds {
            let of = scope.bounds(world, bounds);
            if let Some(known) = scope.types.get_mut(&name) {
                known.add(&of);
            }
        }
        scope
    }

    /// What types with some bounds are.
    pub(super) fn bounds<'b>(
        &self,
        world: World<'_>,
        bounds: impl IntoIterator<Item = &'b syn::TypeParamBound>,
    ) -> Of {
        let traits = bounds.into_iter().filter_map(|bound| match bound {
            syn::TypeParamBound::Trait(one) => Some(self.path(world, &one.path)),
            _ => None,
        });
        Of::all(&traits.collect::<Vec<_>>())
    }

    /// What a written type is.
    pub(super) fn written(&self, world: World<'_>, ty: &syn::Type) -> Of {
        match ty {
            syn::Type::Path(one) => match &one.qself {
                Some(inner) => self.written(world, &inner.ty),
                None => self.path(world, &one.path),
            },
            syn::Type::Reference(one) => self.written(world, &one.elem),
            syn::Type::Slice(one) => self.written(world, &one.elem),
            syn::Type::Array(one) => self.written(world, &one.elem),
            syn::Type::Paren(one) => self.written(world, &one.elem),
            syn::Type::Group(one) => self.written(world, &one.elem),
            syn::Type::Tuple(one) => {
                let inner = one.elems.iter().map(|ty| self.written(world, ty));
                Of::all(&inner.collect::<Vec<_>>())
            }
            syn::Type::FnPtr(one) => self.returned(world, &one.output),
            syn::Type::ImplTrait(one) => self.of_traits(world, &one.bounds),
            syn::Type::TraitObject(one) => self.of_traits(world, &one.bounds),
            _ => Of::default(),
        }
    }

    /// A type of which only traits are known: nothing, if they say nothing.
    fn of_traits<'b>(
        &self,
        world: World<'_>,
        bounds: impl IntoIterator<Item = &'b syn::TypeParamBound>,
    ) -> Of {
        let of = self.bounds(world, bounds);
        if of.cores.is_empty() {
            Of::default()
        } else {
            of
        }
    }

    /// What a function gives.
    pub(super) fn returned(&self, world: World<'_>, output: &syn::ReturnType) -> Of {
        match output {
            syn::ReturnType::Default => Of::foreign(),
            syn::ReturnType::Type(_, ty) => self.written(world, ty),
        }
    }

    /// What a path is as a type.
    pub(super) fn path(&self, world: World<'_>, path: &syn::Path) -> Of {
        let mut of = self.head(world, path);
        for segment in &path.segments {
            match &segment.arguments {
                syn::PathArguments::None => {}
                syn::PathArguments::Parenthesized(one) => {
                    of.add(&self.returned(world, &one.output));
                }
                syn::PathArguments::AngleBracketed(one) => of.add(&self.arguments(world, one)),
            }
        }
        of
    }

    /// What is in any of some arguments.
    pub(super) fn arguments(
        &self,
        world: World<'_>,
        arguments: &syn::AngleBracketedGenericArguments,
    ) -> Of {
        let types = arguments.args.iter().filter_map(|argument| match argument {
            syn::GenericArgument::Type(ty) => Some(self.written(world, ty)),
            syn::GenericArgument::AssocType(one) => Some(self.written(world, &one.ty)),
            syn::GenericArgument::Constraint(one) => Some(self.bounds(world, &one.bounds)),
            _ => None,
        });
        Of::all(&types.collect::<Vec<_>>())
    }

    /// What a path to a type is without its arguments.
    fn head(&self, world: World<'_>, path: &syn::Path) -> Of {
        let words = words(path);
        if let Some(of) = words.first().and_then(|first| self.types.get(first)) {
            return of.clone();
        }
        if let ([first, rest @ ..], Some(this)) = (&words[..], &self.this)
            && first == "Self"
        {
            return match rest.first() {
                None => this.clone(),
                Some(name) => match self.belonging.get(name) {
                    Some(of) => of.clone(),
                    None => Of::one(Core::Given),
                },
            };
        }
        match self.named(world, path, Space::Types) {
            Some(Named::Api(number, rest)) if rest.is_empty() => world.known.named(number),
            Some(Named::Own(number, rest)) if rest.is_empty() => world.own.named(number),
            _ => Of::foreign(),
        }
    }

    /// What a path stands for, if it is of the API or of the user.
    pub(super) fn named(&self, world: World<'_>, path: &syn::Path, space: Space) -> Option<Named> {
        let words = words(path);
        if let ([first, rest @ ..], Some(this)) = (&words[..], &self.this)
            && first == "Self"
        {
            return match this.cores.first()? {
                Core::Api(number) => Some(Named::Api(*number, rest.to_vec())),
                Core::Own(number) => Some(Named::Own(*number, rest.to_vec())),
                Core::Given => None,
            };
        }
        let holds = |path: &[String], name: &str| world.known.holds(path, name);
        let mut found = world.found.borrow_mut();
        let place = world.tree.find(self.at, &words, space, &holds, &mut found);
        match place? {
            Place::Module(_) => None,
            Place::Generated(path) => {
                let (number, rest) = world.known.item(&path)?;
                Some(Named::Api(number, rest.to_vec()))
            }
            Place::Own(at, name, rest) => world.own.item(at, &name, rest),
        }
    }
}

fn words(path: &syn::Path) -> Vec<String> {
    let start = path.leading_colon.map(|_| String::new());
    let names = path.segments.iter().map(|one| plain(&one.ident));
    start.into_iter().chain(names).collect()
}

/// The name of a type that is nothing but a name.
fn ident(ty: &syn::Type) -> Option<String> {
    match ty {
        syn::Type::Path(path) => path.path.get_ident().map(plain),
        _ => None,
    }
}
