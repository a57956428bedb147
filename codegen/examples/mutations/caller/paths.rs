//! In: paths of emitted code. Out: the same as a program outside of the crate writes them. Invariant: the API is
//! `crate::api` and its crate `crate::krate`, whatever they are called.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::visit_mut::{self, VisitMut};

/// Where the items of a file are for a user.
pub(super) struct Place {
    module: String,
    /// The module the file is, from the API on.
    own: Vec<String>,
    /// The module its items are public in.
    public: Vec<String>,
}

impl Place {
    pub(super) fn new(module: &str, path: &[&str]) -> Self {
        let mut own: Vec<String> = path.iter().map(|part| (*part).to_owned()).collect();
        if own.last().is_some_and(|last| last == "mod") {
            own.pop();
        }
        let public = match own.first() {
            // The file of a model is private; its items are those of `models`.
            Some(first) if first == "models" => vec![first.clone()],
            _ => own.clone(),
        };
        Self {
            module: module.to_owned(),
            own,
            public,
        }
    }

    pub(super) fn outer(&self) -> TokenStream {
        let parts = self.public.iter().map(|part| name(part));
        quote!(crate::api #(::#parts)*)
    }
}

fn name(text: &str) -> syn::Ident {
    match text {
        "crate" | "self" | "super" | "Self" => syn::Ident::new(text, Span::call_site()),
        text => syn::parse_str(text).unwrap_or_else(|_| {
            syn::Ident::new_raw(text.trim_start_matches("r#"), Span::call_site())
        }),
    }
}
/// The names of an import that a user can import, too.
pub(super) fn reachable(tree: &syn::UseTree) -> Option<syn::UseTree> {
    let is_private = |ident: &syn::Ident| {
        let text = ident.to_string();
        text.len() > 1
            && text
                .chars()
                .all(|letter| letter.is_ascii_uppercase() || letter == '_')
    };
    match tree {
        syn::UseTree::Path(path) => {
            let mut path = path.clone();
            *path.tree = reachable(&path.tree)?;
            Some(syn::UseTree::Path(path))
        }
        syn::UseTree::Name(name) => (!is_private(&name.ident)).then(|| tree.clone()),
        syn::UseTree::Rename(rename) => (!is_private(&rename.ident)).then(|| tree.clone()),
        syn::UseTree::Glob(_) => Some(tree.clone()),
        syn::UseTree::Group(group) => {
            let mut group = group.clone();
            group.items = group.items.iter().filter_map(reachable).collect();
            (!group.items.is_empty()).then_some(syn::UseTree::Group(group))
        }
    }
}

/// Paths as they are from outside of the crate.
pub(super) struct Outside<'p> {
    pub(super) place: &'p Place,
}

impl Outside<'_> {
    /// What the first segments of a path stand for, and how many they are.
    fn start(&self, segments: &[String]) -> Option<(Vec<String>, usize)> {
        let first = segments.first()?;
        if first == "crate" {
            let second = segments.get(1)?;
            if second.trim_start_matches("r#") == self.place.module.trim_start_matches("r#") {
                return Some((vec!["api".to_owned()], 2));
            }
            return Some((vec!["krate".to_owned()], 1));
        }
        let ups = segments
            .iter()
            .take_while(|segment| *segment == "super")
            .count();
        if ups == 0 && first != "self" {
            return None;
        }
        let kept = self.place.own.len().checked_sub(ups)?;
        let mut start = vec!["api".to_owned()];
        start.extend(self.place.own[..kept].iter().cloned());
        Some((start, ups.max(1)))
    }
}

impl VisitMut for Outside<'_> {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        visit_mut::visit_path_mut(self, path);
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|one| one.ident.to_string())
            .collect();
        if let Some((start, used)) = self.start(&names) {
            let rest: Vec<syn::PathSegment> = path.segments.iter().skip(used).cloned().collect();
            let start = std::iter::once("crate".to_owned()).chain(start);
            path.segments = start
                .map(|one| syn::PathSegment::from(name(&one)))
                .chain(rest)
                .collect();
        }
    }

    fn visit_item_use_mut(&mut self, item: &mut syn::ItemUse) {
        let mut names = Vec::new();
        let mut tree = &item.tree;
        while let syn::UseTree::Path(path) = tree {
            names.push(path.ident.to_string());
            tree = &path.tree;
        }
        let last = match tree {
            syn::UseTree::Name(last) => Some(last.ident.to_string()),
            _ => None,
        };
        let all: Vec<String> = names.iter().cloned().chain(last).collect();
        let Some((start, used)) = self.start(&all) else {
            return;
        };
        let used = used.min(names.len());
        let mut rest = item.tree.clone();
        for _ in 0..used {
            if let syn::UseTree::Path(path) = rest {
                rest = *path.tree;
            }
        }
        let start: Vec<syn::Ident> = start.iter().map(|one| name(one)).collect();
        let text = quote!(use crate #(::#start)* :: #rest;);
        *item = syn::parse2(text).expect("an import");
    }
}
