//! In: the emitted files of one API. Out: a program that uses every public item of it: names, fields, variants,
//! constructors, methods, conversions and traits. Invariant: what is checked is written down with its type, so that a
//! change of type is an error as much as a missing name; the program knows the API only as `crate::api`.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use specsmith::project::OutputFile;
use syn::visit_mut::{self, VisitMut};

/// The program for a module of a crate, without the lines that say which crate and module that is.
pub(crate) fn program(files: &[OutputFile], module: &str) -> String {
    let root = format!("src/{module}/");
    let mut text = String::new();
    for file in files {
        let Some(inner) = file.path.strip_prefix(&root) else {
            continue;
        };
        let path: Vec<&str> = inner.trim_end_matches(".rs").split('/').collect();
        if path.iter().any(|part| matches!(*part, "fake" | "cli")) {
            continue;
        }
        let syntax = syn::parse_file(&file.text).expect("emitted code is Rust");
        let place = Place::new(module, &path);
        text.push_str(&uses(syntax, &place, &path.join("_")));
        text.push('\n');
    }
    text
}

/// Where the items of a file are for a user.
struct Place {
    module: String,
    /// The module the file is, from the API on.
    own: Vec<String>,
    /// The module its items are public in.
    public: Vec<String>,
}

impl Place {
    fn new(module: &str, path: &[&str]) -> Self {
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

    fn outer(&self) -> TokenStream {
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

fn uses(mut file: syn::File, place: &Place, label: &str) -> String {
    Outside { place }.visit_file_mut(&mut file);
    let mut uses = Uses::default();
    for item in &file.items {
        if !is_left_out(attributes(item)) {
            uses.item(item);
        }
    }
    let Uses {
        imports,
        names,
        functions,
    } = uses;
    let outer = place.outer();
    let module = format_ident!("in_{}", label.replace("r#", ""));
    quote! {
        mod #module {
            #(#imports)*
            #(use #outer::#names;)*
            #(#functions)*
        }
    }
    .to_string()
    .replace(" fn u", "\nfn u")
}

#[derive(Default)]
struct Uses {
    imports: Vec<TokenStream>,
    names: BTreeSet<syn::Ident>,
    functions: Vec<TokenStream>,
}

impl Uses {
    fn item(&mut self, item: &syn::Item) {
        match item {
            syn::Item::Use(import) => self.import(import),
            syn::Item::Struct(item) if is_public(&item.vis) => self.structure(item),
            syn::Item::Enum(item) if is_public(&item.vis) => self.enumeration(item),
            syn::Item::Type(item) if is_public(&item.vis) => {
                self.names.insert(item.ident.clone());
                let (alias, target) = (&item.ident, &item.ty);
                let (all, given, _) = item.generics.split_for_impl();
                self.generic(
                    &quote!(#all),
                    quote!(a: #alias #given, b: #target),
                    quote! { let _: #target = a; let _: #alias #given = b; },
                );
            }
            syn::Item::Const(item) if is_public(&item.vis) => {
                self.names.insert(item.ident.clone());
                let (constant, ty) = (&item.ident, &item.ty);
                self.function(quote!(), quote! { let _: #ty = #constant; });
            }
            syn::Item::Fn(item) if is_public(&item.vis) => {
                self.names.insert(item.sig.ident.clone());
                let called = &item.sig.ident;
                self.call(&quote!(#called), None, &item.sig, &syn::Generics::default());
            }
            syn::Item::Impl(item) => self.implementation(item),
            syn::Item::Macro(item) => self.macro_(&item.mac),
            _ => {}
        }
    }

    fn import(&mut self, import: &syn::ItemUse) {
        if is_public(&import.vis) {
            return;
        }
        if let Some(tree) = reachable(&import.tree) {
            self.imports
                .push(quote!(#[allow(unused_imports)] use #tree;));
        }
    }

    fn function(&mut self, arguments: TokenStream, body: TokenStream) {
        self.generic(&quote!(), arguments, body);
    }

    fn generic(&mut self, generics: &TokenStream, arguments: TokenStream, body: TokenStream) {
        let own = format_ident!("u{}", self.functions.len());
        let function = quote!(fn #own #generics (#arguments) { #body });
        self.functions.push(function);
    }

    fn structure(&mut self, item: &syn::ItemStruct) {
        let ty = &item.ident;
        self.names.insert(ty.clone());
        self.derives(&item.attrs, ty);
        let public = item
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| is_public(&field.vis));
        let public: Vec<(syn::Member, &syn::Type)> = public
            .map(|(at, field)| match &field.ident {
                Some(ident) => (syn::Member::Named(ident.clone()), &field.ty),
                None => (syn::Member::from(at), &field.ty),
            })
            .collect();
        for (member, field) in &public {
            self.function(
                quote!(v: &mut #ty, x: #field),
                quote! { let _: &#field = &v.#member; v.#member = x; },
            );
        }
        let open = has(&item.attrs, "non_exhaustive");
        let complete = public.len() == item.fields.len() && !open;
        if complete && !public.is_empty() {
            let arguments = public.iter().enumerate().map(|(at, (_, field))| {
                let argument = format_ident!("a{at}");
                quote!(#argument: #field)
            });
            let values = public.iter().enumerate().map(|(at, (member, _))| {
                let argument = format_ident!("a{at}");
                quote!(#member: #argument)
            });
            self.function(
                quote!(#(#arguments),*),
                quote! { let _ = #ty { #(#values),* }; },
            );
            let members = public.iter().map(|(member, _)| quote!(#member: _));
            self.function(quote!(v: #ty), quote! { let #ty { #(#members),* } = v; });
        }
    }

    fn enumeration(&mut self, item: &syn::ItemEnum) {
        let ty = &item.ident;
        self.names.insert(ty.clone());
        self.derives(&item.attrs, ty);
        let mut arms = Vec::new();
        for variant in item
            .variants
            .iter()
            .filter(|variant| !is_left_out(&variant.attrs))
        {
            let case = &variant.ident;
            let types: Vec<&syn::Type> = variant.fields.iter().map(|field| &field.ty).collect();
            let arguments: Vec<syn::Ident> =
                (0..types.len()).map(|at| format_ident!("a{at}")).collect();
            match &variant.fields {
                syn::Fields::Unit => {
                    self.function(quote!(), quote! { let _: #ty = #ty::#case; });
                    arms.push(quote!(#ty::#case => {}));
                }
                syn::Fields::Unnamed(_) => {
                    self.function(
                        quote!(#(#arguments: #types),*),
                        quote! { let _: #ty = #ty::#case(#(#arguments),*); },
                    );
                    arms.push(
                        quote!(#ty::#case(#(#arguments),*) => { #(let _: #types = #arguments;)* }),
                    );
                }
                syn::Fields::Named(_) => arms.push(quote!(#ty::#case { .. } => {})),
            }
        }
        if has(&item.attrs, "non_exhaustive") {
            arms.push(quote!(_ => {}));
        }
        self.function(quote!(v: #ty), quote!(match v { #(#arms)* }));
    }

    fn derives(&mut self, attributes: &[syn::Attribute], ty: &syn::Ident) {
        for attribute in attributes
            .iter()
            .filter(|one| one.path().is_ident("derive"))
        {
            let _ = attribute.parse_nested_meta(|meta| {
                let derived = match meta.path.get_ident() {
                    Some(name) if name == "Debug" => quote!(std::fmt::Debug),
                    Some(name) if name == "Hash" => quote!(std::hash::Hash),
                    _ => meta.path.to_token_stream(),
                };
                self.is(&quote!(#derived), &quote!(#ty));
                Ok(())
            });
        }
    }

    fn is(&mut self, wanted: &TokenStream, ty: &TokenStream) {
        self.function(quote!(), quote! { fn is<T: #wanted>() {} is::<#ty>(); });
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        let ty = &item.self_ty;
        if let Some((implemented, _)) = &item.trait_ {
            return self.implemented(item, implemented, ty);
        }
        for inner in &item.items {
            match inner {
                syn::ImplItem::Fn(method)
                    if is_public(&method.vis) && !is_left_out(&method.attrs) =>
                {
                    let mut signature = method.sig.clone();
                    Own { ty }.visit_signature_mut(&mut signature);
                    let called = &signature.ident;
                    self.call(
                        &quote!(<#ty>::#called),
                        Some(ty),
                        &signature,
                        &item.generics,
                    );
                }
                syn::ImplItem::Const(constant) if is_public(&constant.vis) => {
                    let (ident, own) = (&constant.ident, &constant.ty);
                    self.function(quote!(), quote! { let _: #own = <#ty>::#ident; });
                }
                _ => {}
            }
        }
    }

    fn implemented(&mut self, item: &syn::ItemImpl, implemented: &syn::Path, ty: &syn::Type) {
        let Some(last) = implemented.segments.last() else {
            return;
        };
        if item.generics.type_params().next().is_some() {
            return;
        }
        match last.ident.to_string().as_str() {
            "From" | "TryFrom" | "Default" | "FromStr" | "Display" | "Deref" | "Error"
            | "IntoIterator" => {
                let mut implemented = implemented.clone();
                Own { ty }.visit_path_mut(&mut implemented);
                let mut ty = ty.clone();
                Static.visit_type_mut(&mut ty);
                Static.visit_path_mut(&mut implemented);
                self.is(&quote!(#implemented), &quote!(#ty));
            }
            "Operation" | "Paged" => {
                for inner in &item.items {
                    if let syn::ImplItem::Type(associated) = inner {
                        let (ident, target) = (&associated.ident, &associated.ty);
                        self.function(
                            quote!(v: <#ty as #implemented>::#ident),
                            quote! { let _: #target = v; },
                        );
                    }
                }
            }
            _ => {}
        }
    }

    /// A call with arguments of the types that are declared, and a result of the type that is.
    fn call(
        &mut self,
        called: &TokenStream,
        ty: Option<&syn::Type>,
        signature: &syn::Signature,
        outer: &syn::Generics,
    ) {
        let mut arguments = Vec::new();
        let mut values = Vec::new();
        for (at, input) in signature.inputs.iter().enumerate() {
            let argument = format_ident!("a{at}");
            let declared = match input {
                syn::FnArg::Receiver(receiver) => {
                    let Some(ty) = ty else { return };
                    match &receiver.kind {
                        syn::ReceiverKind::Reference(_, _, Some(_)) => quote!(&mut #ty),
                        syn::ReceiverKind::Reference(_, _, None) => quote!(&#ty),
                        _ => quote!(#ty),
                    }
                }
                syn::FnArg::Typed(typed) => {
                    let ty = &typed.ty;
                    quote!(#ty)
                }
            };
            arguments.push(quote!(#argument: #declared));
            values.push(argument);
        }
        let result = match &signature.output {
            syn::ReturnType::Type(_, ty) if !quote!(#ty).to_string().contains("impl ") => {
                quote!(: #ty)
            }
            _ => quote!(),
        };
        let (inner, parameters) = (signature.generics.params.iter(), outer.params.iter());
        let wheres = [&outer.where_clause, &signature.generics.where_clause];
        let wheres = wheres
            .into_iter()
            .flatten()
            .flat_map(|clause| clause.predicates.iter());
        let own = format_ident!("u{}", self.functions.len());
        let called = if signature.asyncness.is_some() {
            quote! { let _ = async { let _ #result = #called(#(#values),*).await; }; }
        } else {
            quote! { let _ #result = #called(#(#values),*); }
        };
        self.functions.push(quote! {
            fn #own<#(#parameters,)* #(#inner,)*>(#(#arguments),*) where #(#wheres,)* { #called }
        });
    }

    /// What the macros of the runtime give a type.
    fn macro_(&mut self, called: &syn::Macro) {
        let Some(last) = called.path.segments.last() else {
            return;
        };
        let mut tokens = called.tokens.clone().into_iter();
        let Some(proc_macro2::TokenTree::Ident(ty)) = tokens.next() else {
            return;
        };
        let whole = called.tokens.to_string();
        let methods: &[&str] = match last.ident.to_string().as_str() {
            "request" => {
                return self.function(quote!(v: #ty), quote! { let _ = v.customize(|_| {}); });
            }
            "pages" => &["items", "pages"],
            "listed" => &["stream_items"],
            "text" | "open_text" | "closed_text" => {
                for wanted in [
                    "Eq",
                    "std::hash::Hash",
                    "std::fmt::Display",
                    "std::fmt::Debug",
                ] {
                    let wanted: syn::Path = syn::parse_str(wanted).expect("a path");
                    self.is(&quote!(#wanted), &quote!(#ty));
                }
                if last.ident == "closed_text" {
                    self.is(&quote!(std::str::FromStr), &quote!(#ty));
                }
                return;
            }
            "key" => return self.is(&quote!(Ord), &quote!(#ty)),
            "object" if whole.ends_with("Default") => {
                return self.is(&quote!(Default), &quote!(#ty));
            }
            _ => &[],
        };
        for method in methods {
            let method = format_ident!("{method}");
            self.function(quote!(v: #ty), quote! { let _ = v.#method(); });
        }
    }
}

/// The names of an import that a user can import, too.
fn reachable(tree: &syn::UseTree) -> Option<syn::UseTree> {
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

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        _ => &[],
    }
}

/// Behind a feature, or not meant for users.
fn is_left_out(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|one| {
        one.path().is_ident("cfg")
            || (one.path().is_ident("doc") && quote!(#one).to_string().contains("hidden"))
    })
}

fn has(attributes: &[syn::Attribute], wanted: &str) -> bool {
    attributes.iter().any(|one| one.path().is_ident(wanted))
}

fn is_public(visibility: &syn::Visibility) -> bool {
    matches!(visibility, syn::Visibility::Public(_))
}

/// Paths as they are from outside of the crate.
struct Outside<'p> {
    place: &'p Place,
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

/// `Self` written out.
struct Own<'t> {
    ty: &'t syn::Type,
}

impl VisitMut for Own<'_> {
    fn visit_type_mut(&mut self, ty: &mut syn::Type) {
        if matches!(ty, syn::Type::Path(path) if path.path.is_ident("Self")) {
            *ty = self.ty.clone();
        } else {
            visit_mut::visit_type_mut(self, ty);
        }
    }
}

/// Every lifetime the longest one.
struct Static;

impl VisitMut for Static {
    fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
        *lifetime = syn::Lifetime::new("'static", Span::call_site());
    }

    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        reference.lifetime = Some(syn::Lifetime::new("'static", Span::call_site()));
        visit_mut::visit_type_reference_mut(self, reference);
    }
}
