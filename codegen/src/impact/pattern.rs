//! In: patterns, imports and signatures of a user's crate. Out: the variables they make, and the touched items they name.
//! Invariant: a variable that comes from a touched item keeps that, so that its uses are found as well.

use syn::spanned::Spanned;
use syn::visit::Visit;

use super::known::Core;
use super::link::How;
use super::scope::plain;
use super::surface::Key;
use super::walk::{Val, Walk, given};

impl Walk<'_> {
    /// Makes the variables of a pattern that a value is matched with.
    pub(super) fn bind(&mut self, pattern: &syn::Pat, value: &Val) {
        match pattern {
            syn::Pat::Ident(one) => {
                self.bind_name(&one.ident, value.clone());
                if let Some((_, inner)) = &one.subpat {
                    self.bind(inner, value);
                }
            }
            syn::Pat::Type(one) => {
                self.visit_type(&one.ty);
                let core = self.core_of(&one.ty);
                let core = if core == Core::Unknown {
                    value.core
                } else {
                    core
                };
                let from = value.from.clone();
                for key in &from {
                    self.note(key.clone(), one.ty.span(), false);
                }
                // What is written holds from here on, whatever the value is.
                let from = if is_whole(&one.ty) { Vec::new() } else { from };
                self.bind(&one.pat, &Val::new(core, from));
            }
            syn::Pat::Reference(one) => self.bind(&one.pat, value),
            syn::Pat::Paren(one) => self.bind(&one.pat, value),
            syn::Pat::Or(one) => one.cases.iter().for_each(|case| self.bind(case, value)),
            syn::Pat::Tuple(one) => one.elems.iter().for_each(|inner| self.bind(inner, value)),
            syn::Pat::Slice(one) => one.elems.iter().for_each(|inner| self.bind(inner, value)),
            syn::Pat::TupleStruct(one) => self.bind_variant(one, value),
            syn::Pat::Struct(one) => self.bind_fields(one),
            syn::Pat::Guard(one) => {
                self.bind(&one.pat, value);
                self.value(&one.guard);
            }
            syn::Pat::Path(one) => drop(self.named(&one.path)),
            other => syn::visit::visit_pat(self, other),
        }
        // What a pattern says about a touched value may no longer fit.
        if matches!(
            pattern,
            syn::Pat::TupleStruct(_) | syn::Pat::Lit(_) | syn::Pat::Path(_) | syn::Pat::Range(_)
        ) {
            for key in &value.from {
                self.note(key.clone(), pattern.span(), false);
            }
        }
    }

    fn bind_variant(&mut self, one: &syn::PatTupleStruct, value: &Val) {
        let item = self.known.item(&self.scope, &one.path);
        let named = self.named(&one.path);
        let inner = match item {
            Some((owner, rest)) => {
                let member = rest.first().cloned().unwrap_or_default();
                Val::new(self.known.variant(&owner, &member), named.from)
            }
            None => value.clone(),
        };
        one.elems
            .iter()
            .for_each(|pattern| self.bind(pattern, &inner));
    }

    fn bind_fields(&mut self, one: &syn::PatStruct) {
        let item = self.known.item(&self.scope, &one.path);
        self.named(&one.path);
        let core = item.map_or(Core::Foreign, |(owner, _)| self.known.named(&owner));
        for field in &one.fields {
            let mut value = Val::default();
            if let syn::Member::Named(name) = &field.member {
                let text = plain(name);
                value.from = given(self.member(core, &text, name.span())).collect();
                value.core = self.known.field(core, &text);
            }
            self.bind(&field.pat, &value);
        }
    }

    /// A function: its arguments are what they are written to be.
    pub(super) fn function(&mut self, signature: &syn::Signature, block: &syn::Block) {
        self.within(|walk| {
            for input in &signature.inputs {
                if let syn::FnArg::Typed(typed) = input {
                    walk.visit_type(&typed.ty);
                    let core = walk.core_of(&typed.ty);
                    walk.bind(&typed.pat, &Val::new(core, Vec::new()));
                }
            }
            syn::visit::visit_return_type(walk, &signature.output);
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

    fn imported(&mut self, name: &syn::Ident, before: &[syn::PathSegment]) {
        let last = std::iter::once(name.clone().into());
        let path = syn::Path {
            leading_colon: None,
            segments: before.iter().cloned().chain(last).collect(),
        };
        let full: Vec<String> = path.segments.iter().map(|one| plain(&one.ident)).collect();
        if let Some((owner, _)) = self.known.item(&self.scope, &path)
            && full.contains(&owner)
        {
            // A name that is there still can be imported, whatever it stands for.
            let gone = self.known.touched(&Key::of(&owner)) == Some(How::Gone);
            if gone {
                self.note_name(&owner, name.span());
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
