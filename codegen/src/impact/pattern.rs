//! In: patterns, imports and signatures of a user's crate. Out: the variables they make, and the touched items they name.
//! Invariant: a variable that comes from a touched item keeps that, so that its uses are found as well.

use syn::spanned::Spanned;
use syn::visit::Visit;

use super::call::narrowed;
use super::link::How;
use super::member::Kind;
use super::of::{Core, Of};
use super::scope::Named;
use super::surface::Key;
use super::tree::{Space, plain};
use super::walk::{Val, Walk, given};

impl Walk<'_> {
    /// Makes the variables of a pattern that a value is matched with.
    pub(super) fn bind(&mut self, pattern: &syn::Pat, value: &Val) {
        match pattern {
            syn::Pat::Ident(one) => self.bind_ident(one, value),
            syn::Pat::Type(one) => self.bind_typed(one, value),
            syn::Pat::Reference(one) => self.bind(&one.pat, value),
            syn::Pat::Paren(one) => self.bind(&one.pat, value),
            syn::Pat::Or(one) => one.cases.iter().for_each(|case| self.bind(case, value)),
            syn::Pat::Tuple(one) if one.elems.len() == value.parts.len() => {
                let parts = one.elems.iter().zip(&value.parts);
                parts.for_each(|(inner, part)| self.bind(inner, part));
            }
            syn::Pat::Tuple(one) => one.elems.iter().for_each(|inner| self.bind(inner, value)),
            syn::Pat::Slice(one) => one.elems.iter().for_each(|inner| self.bind(inner, value)),
            syn::Pat::TupleStruct(one) => self.bind_variant(one, value),
            syn::Pat::Struct(one) => self.bind_fields(one, value),
            syn::Pat::Guard(one) => {
                self.bind(&one.pat, value);
                self.value(&one.guard);
            }
            syn::Pat::Path(one) => drop(self.named(&one.path, Space::Values)),
            other => syn::visit::visit_pat(self, other),
        }
        // What a pattern says about a touched value may no longer fit.
        if matches!(
            pattern,
            syn::Pat::TupleStruct(_) | syn::Pat::Lit(_) | syn::Pat::Path(_) | syn::Pat::Range(_)
        ) {
            self.follow(value, pattern.span());
        }
    }

    /// A variable, or a variant or constant that looks like one: `None`.
    fn bind_ident(&mut self, one: &syn::PatIdent, value: &Val) {
        let name = plain(&one.ident);
        if one.subpat.is_none() && name.starts_with(char::is_uppercase) {
            self.named(&one.ident.clone().into(), Space::Values);
            return self.follow(value, one.span());
        }
        self.bind_name(name, value.clone());
        if let Some((_, inner)) = &one.subpat {
            self.bind(inner, value);
        }
    }

    fn bind_typed(&mut self, one: &syn::PatType, value: &Val) {
        self.visit_type(&one.ty);
        let written = self.scope.written(self.world, &one.ty);
        let of = narrowed(&written, &value.of);
        self.follow(value, one.ty.span());
        // What is written holds from here on, whatever the value is.
        let from = match is_whole(&one.ty) {
            true => Vec::new(),
            false => value.from.clone(),
        };
        self.bind(&one.pat, &Val::new(of, from));
    }

    fn bind_variant(&mut self, one: &syn::PatTupleStruct, value: &Val) {
        let item = self.scope.named(self.world, &one.path, Space::Values);
        let named = self.named(&one.path, Space::Values);
        let known = self.world.known;
        for (number, pattern) in one.elems.iter().enumerate() {
            let inner = match &item {
                Some(Named::Api(owner, rest)) => {
                    let held = rest.first().and_then(|name| known.member(*owner, name));
                    Val::new(held.unwrap_or_default(), named.from.clone())
                }
                Some(Named::Own(owner, rest)) => {
                    let after_rest = one.elems.iter().take(number);
                    let number = match after_rest
                        .clone()
                        .any(|one| matches!(one, syn::Pat::Rest(_)))
                    {
                        true => String::new(),
                        false => number.to_string(),
                    };
                    Val::of(self.held(*owner, rest, &number, value))
                }
                Some(Named::Value(_)) | None => value.clone(),
            };
            self.bind(pattern, &inner);
        }
    }

    /// What a field of a struct or variant of the user's holds.
    fn held(&self, owner: usize, rest: &[String], field: &str, value: &Val) -> Of {
        let own = self.world.own;
        let held = match rest.first() {
            Some(variant) => own.variant(owner, variant, field),
            None => own.field(owner, field),
        };
        let given = value.of.without(Core::Own(owner));
        held.map_or_else(Of::default, |of| of.with(&given))
    }

    fn bind_fields(&mut self, one: &syn::PatStruct, value: &Val) {
        let item = self.scope.named(self.world, &one.path, Space::Types);
        self.named(&one.path, Space::Types);
        for field in &one.fields {
            let (name, at) = match &field.member {
                syn::Member::Named(name) => (plain(name), name.span()),
                syn::Member::Unnamed(index) => (index.index.to_string(), index.span),
            };
            let inner = match &item {
                Some(Named::Api(owner, _)) => {
                    let whole = self.world.known.named(*owner);
                    let member = self.member(&whole, &name, at, Kind::Field);
                    Val::new(member.of.unwrap_or_default(), given(member.used).collect())
                }
                Some(Named::Own(owner, rest)) => Val::of(self.held(*owner, rest, &name, value)),
                Some(Named::Value(_)) | None => Val::default(),
            };
            self.bind(&field.pat, &inner);
        }
    }

    /// A function: its arguments are what they are written to be.
    pub(super) fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        self.visit_generics(&signature.generics);
        self.within(|walk| {
            for input in &signature.inputs {
                match input {
                    syn::FnArg::Receiver(_) => {
                        let of = walk.scope.this.clone().unwrap_or_default();
                        walk.bind_name("self".to_owned(), Val::of(of));
                    }
                    syn::FnArg::Typed(typed) => {
                        walk.visit_type(&typed.ty);
                        let of = walk.scope.written(walk.world, &typed.ty);
                        walk.bind(&typed.pat, &Val::of(of));
                    }
                }
            }
            walk.visit_return_type(&signature.output);
            walk.block(block)
        });
    }

    /// Names in an import.
    pub(super) fn imports(&mut self, tree: &syn::UseTree, before: &mut Vec<syn::PathSegment>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.clone().into());
                self.imports(&path.tree, before);
                before.pop();
            }
            syn::UseTree::Name(name) => self.imported(&name.ident, before),
            syn::UseTree::Rename(rename) => self.imported(&rename.ident, before),
            syn::UseTree::Group(group) => {
                group
                    .items
                    .iter()
                    .for_each(|tree| self.imports(tree, before));
            }
            syn::UseTree::Glob(_) => {}
        }
    }

    /// A name that is there still can be imported, whatever it stands for.
    fn imported(&mut self, name: &syn::Ident, before: &[syn::PathSegment]) {
        let last = (name != "self").then(|| name.clone().into());
        let path = syn::Path {
            leading_colon: None,
            segments: before.iter().cloned().chain(last).collect(),
        };
        let Some(Named::Api(number, rest)) = self.scope.named(self.world, &path, Space::Types)
        else {
            return;
        };
        let owner = self.world.known.owner(number);
        let is_named = path.segments.iter().any(|one| plain(&one.ident) == owner);
        let keys = is_named.then(|| Key::of(owner)).into_iter();
        for key in keys.chain(rest.first().map(|member| Key::in_(owner, member))) {
            if self.world.known.touched(&key) == Some(How::Gone) {
                self.note(key, name.span(), false);
            }
        }
    }
}

/// Whether nothing of a type is left to be inferred.
fn is_whole(ty: &syn::Type) -> bool {
    struct Finder(bool);
    impl Visit<'_> for Finder {
        fn visit_type_infer(&mut self, _: &syn::TypeInfer) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    !finder.0
}
