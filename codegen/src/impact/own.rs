//! In: the files of a user's packages. Out: what their own types hold and their own functions give. Invariant: only what is
//! written counts; nothing is inferred.

use std::cell::RefCell;
use std::collections::HashMap;

use syn::visit::Visit;

use super::find::Found;
use super::known::Known;
use super::of::{Core, Of};
use super::scope::{Named, Scope, World};
use super::template::slots;
use super::tree::{At, Space, Tree, plain};

/// What is known of the user's own items.
#[derive(Clone, Debug, Default)]
pub(super) struct Own {
    numbers: HashMap<(At, String), usize>,
    types: Vec<OwnType>,
    /// Functions, constants and statics.
    values: HashMap<(At, String), Of>,
    /// The traits that a type has, and what those of others lead to from it, such as what it dereferences to.
    behind: HashMap<Core, Of>,
    /// Methods by the type that has them.
    methods: HashMap<(Core, String), Of>,
    /// All methods of a name, whatever has them.
    any_methods: HashMap<String, Of>,
    /// Methods of what is neither of the API nor of the user, by name.
    foreign_methods: HashMap<String, Of>,
    /// All fields of a name, whatever has them.
    any_fields: HashMap<String, Of>,
    /// Macros, with the places where they make what they are given a member.
    macros: HashMap<String, Vec<Slot>>,
}

/// A struct, an enum, a trait, or another name for a type.
#[derive(Clone, Debug, Default)]
struct OwnType {
    fields: HashMap<String, Of>,
    variants: HashMap<String, HashMap<String, Of>>,
    /// What it is another name for.
    alias: Option<Of>,
    has_parameters: bool,
}

/// A place of a macro's body: `order.$field`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    /// The number of the file.
    pub(super) file: usize,
    /// From 1.
    pub(super) line: usize,
    /// In characters, from 1.
    pub(super) column: usize,
}

impl Own {
    /// Reads all modules: names first, as each may be used anywhere.
    pub(super) fn read(
        known: &Known<'_>,
        tree: &Tree,
        found: &RefCell<Found>,
        files: &[(At, &syn::File)],
    ) -> Self {
        let mut own = Self::default();
        let pass = |own: &Self, step| {
            let world = World {
                known,
                own,
                tree,
                found,
            };
            pass(world, files, step)
        };
        // What other names stand for may itself be another name.
        for _ in 0..4 {
            own = pass(&own, Step::Names);
        }
        pass(&own, Step::Contents)
    }

    /// The number of a type.
    pub(super) fn number(&self, at: At, name: &str) -> Option<usize> {
        self.numbers.get(&(at, name.to_owned())).copied()
    }

    /// What the name of a type stands for.
    pub(super) fn named(&self, number: usize) -> Of {
        let alias = self.types[number].alias.clone();
        alias.unwrap_or_else(|| Of::one(Core::Own(number)))
    }

    /// An item by its module and name.
    pub(super) fn item(&self, at: At, name: &str, rest: Vec<String>) -> Option<Named> {
        let Some(number) = self.number(at, name) else {
            let value = self.values.get(&(at, name.to_owned()))?;
            return rest.is_empty().then(|| Named::Value(value.clone()));
        };
        // What follows another name is of the type itself.
        match self.types[number].alias.as_ref().map(|of| &of.cores[..]) {
            Some([Core::Api(number), ..]) => Some(Named::Api(*number, rest)),
            Some([Core::Own(number), ..]) => Some(Named::Own(*number, rest)),
            Some(_) => None,
            None => Some(Named::Own(number, rest)),
        }
    }

    /// What a field of a type holds.
    pub(super) fn field(&self, number: usize, name: &str) -> Option<&Of> {
        self.types[number].fields.get(name)
    }

    /// What a field of a variant holds.
    pub(super) fn variant(&self, number: usize, variant: &str, field: &str) -> Option<&Of> {
        self.types[number].variants.get(variant)?.get(field)
    }

    /// The traits of a type, and what those of others lead to from it.
    pub(super) fn behind(&self, core: Core) -> &[Core] {
        self.behind.get(&core).map_or(&[], |of| &of.cores)
    }

    /// Whether a type has parameters.
    pub(super) fn has_parameters(&self, number: usize) -> bool {
        self.types[number].has_parameters
    }

    /// What a method gives that a type has here.
    pub(super) fn method(&self, core: Core, name: &str) -> Option<&Of> {
        self.methods.get(&(core, name.to_owned()))
    }

    /// What the methods of a name give, whatever has them.
    pub(super) fn any_method(&self, name: &str) -> Option<&Of> {
        self.any_methods.get(name)
    }

    /// What the methods of a name give that a type has which is neither of the API nor of the user.
    pub(super) fn foreign_method(&self, name: &str) -> Option<&Of> {
        self.foreign_methods.get(name)
    }

    /// Where a macro of this name makes what it is given a member, if there is one.
    pub(super) fn slots(&self, name: &str) -> Option<&[Slot]> {
        self.macros.get(name).map(Vec::as_slice)
    }

    /// What the fields of a name hold, whatever has them.
    pub(super) fn any_field(&self, name: &str) -> Option<&Of> {
        self.any_fields.get(name)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// Types get their numbers, other names what they stand for.
    Names,
    /// Fields, variants, functions and methods.
    Contents,
}

fn pass(world: World<'_>, files: &[(At, &syn::File)], step: Step) -> Own {
    let mut next = world.own.clone();
    for (number, (at, file)) in files.iter().enumerate() {
        let mut reader = Reader {
            file: number,
            next: &mut next,
            world,
            scope: Scope::new(*at),
            step,
        };
        reader.visit_file(file);
    }
    next
}

struct Reader<'r> {
    file: usize,
    next: &'r mut Own,
    /// What was known before.
    world: World<'r>,
    scope: Scope,
    step: Step,
}

impl Reader<'_> {
    /// Makes room for a type, or gives what there is of it.
    fn own_type(&mut self, name: &syn::Ident, generics: &syn::Generics) -> usize {
        let place = (self.scope.at, plain(name));
        if let Some(number) = self.next.numbers.get(&place) {
            return *number;
        }
        let number = self.next.types.len();
        self.next.types.push(OwnType {
            has_parameters: generics.type_params().next().is_some(),
            ..OwnType::default()
        });
        self.next.numbers.insert(place, number);
        number
    }

    /// What the fields of a struct or variant hold, by name or number.
    fn fields(&mut self, scope: &Scope, fields: &syn::Fields) -> HashMap<String, Of> {
        let named = fields.iter().enumerate().map(|(number, field)| {
            let name = field.ident.as_ref().map_or(number.to_string(), plain);
            (name, scope.written(self.world, &field.ty))
        });
        let fields: HashMap<String, Of> = named.collect();
        for (name, of) in &fields {
            add(&mut self.next.any_fields, name.clone(), of);
        }
        fields
    }

    /// A method of a type; of something foreign, if there is none.
    fn method(&mut self, scope: &Scope, core: Option<Core>, signature: &syn::Signature) {
        let scope = scope.with(self.world, &signature.generics);
        let of = scope.returned(self.world, &signature.output);
        let name = plain(&signature.ident);
        add(&mut self.next.any_methods, name.clone(), &of);
        match core {
            Some(core) => add(&mut self.next.methods, (core, name), &of),
            None => add(&mut self.next.foreign_methods, name, &of),
        }
    }

    fn value(&mut self, name: &syn::Ident, of: Of) {
        self.next.values.insert((self.scope.at, plain(name)), of);
    }
}

fn add<K: std::hash::Hash + Eq>(map: &mut HashMap<K, Of>, key: K, of: &Of) {
    map.entry(key).or_insert_with(Of::foreign).add(of);
}

impl<'ast> Visit<'ast> for Reader<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let child = self.world.tree.child(self.scope.at, &plain(&item.ident));
        if let (Some(child), Some((_, items))) = (child, &item.content) {
            let outer = std::mem::replace(&mut self.scope, Scope::new(child));
            items.iter().for_each(|item| self.visit_item(item));
            self.scope = outer;
        }
    }

    fn visit_item_type(&mut self, item: &'ast syn::ItemType) {
        let number = self.own_type(&item.ident, &item.generics);
        if self.step == Step::Names {
            let scope = self.scope.with(self.world, &item.generics);
            let of = scope.written(self.world, &item.ty);
            self.next.types[number].alias = Some(of.without(Core::Given));
        }
    }

    fn visit_item_struct(&mut self, item: &'ast syn::ItemStruct) {
        let number = self.own_type(&item.ident, &item.generics);
        if self.step == Step::Contents {
            let scope = self.scope.of_type(self.world, &item.ident, &item.generics);
            self.next.types[number].fields = self.fields(&scope, &item.fields);
        }
    }

    fn visit_item_enum(&mut self, item: &'ast syn::ItemEnum) {
        let number = self.own_type(&item.ident, &item.generics);
        if self.step == Step::Contents {
            let scope = self.scope.of_type(self.world, &item.ident, &item.generics);
            for variant in &item.variants {
                let fields = self.fields(&scope, &variant.fields);
                let variants = &mut self.next.types[number].variants;
                variants.insert(plain(&variant.ident), fields);
            }
        }
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        let core = Core::Own(self.own_type(&item.ident, &item.generics));
        if self.step == Step::Contents {
            let scope = self.scope.of_type(self.world, &item.ident, &item.generics);
            let above = scope.bounds(self.world, &item.supertraits);
            add(&mut self.next.behind, core, &above);
            for inner in &item.items {
                if let syn::TraitItem::Fn(method) = inner {
                    self.method(&scope, Some(core), &method.sig);
                }
            }
        }
        syn::visit::visit_item_trait(self, item);
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if self.step == Step::Contents {
            let scope = self.scope.of_impl(self.world, item);
            let first = scope.this.as_ref().and_then(|this| this.cores.first());
            let core = first.copied().filter(|core| *core != Core::Given);
            for inner in &item.items {
                if let syn::ImplItem::Fn(method) = inner {
                    self.method(&scope, core, &method.sig);
                }
            }
            if let (Some(core), Some((path, _))) = (core, item.trait_.as_ref()) {
                match scope.named(self.world, path, Space::Types) {
                    Some(Named::Own(number, _)) => {
                        add(&mut self.next.behind, core, &Of::one(Core::Own(number)));
                    }
                    // `Deref`, `Iterator`, `Index`: what they lead to.
                    Some(Named::Api(..) | Named::Value(_)) | None => {
                        for of in scope.belonging.values() {
                            add(&mut self.next.behind, core, of);
                        }
                    }
                }
            }
        }
        syn::visit::visit_item_impl(self, item);
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if self.step == Step::Contents {
            let scope = self.scope.with(self.world, &item.sig.generics);
            let of = scope.returned(self.world, &item.sig.output);
            self.value(&item.sig.ident, of);
        }
        syn::visit::visit_item_fn(self, item);
    }

    fn visit_item_macro(&mut self, item: &'ast syn::ItemMacro) {
        if let Some(name) = &item.ident {
            let slots = slots(item.mac.tokens.clone()).into_iter();
            let slots = slots.map(|at| Slot {
                file: self.file,
                line: at.line,
                column: at.column + 1,
            });
            self.next.macros.insert(plain(name), slots.collect());
        } else if let Ok(inner) = item.mac.parse_body::<syn::File>() {
            // `thread_local! { static LAST: … }`
            inner.items.iter().for_each(|item| self.visit_item(item));
        }
    }

    fn visit_item_const(&mut self, item: &'ast syn::ItemConst) {
        if self.step == Step::Contents {
            let of = self.scope.written(self.world, &item.ty);
            self.value(&item.ident, of);
        }
    }

    fn visit_item_static(&mut self, item: &'ast syn::ItemStatic) {
        if self.step == Step::Contents {
            let of = self.scope.written(self.world, &item.ty);
            self.value(&item.ident, of);
        }
    }
}
