//! In: the emitted files of one API. Out: a program that uses every public item of it: names, fields, variants,
//! constructors, methods, conversions and traits. Invariant: what is checked is written down with its type, so that a
//! change of type is an error as much as a missing name; the program knows the API only as `crate::api`.

mod methods;
mod paths;
mod types;

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use specsmith::project::OutputFile;
use syn::visit_mut::VisitMut;

use paths::{Outside, Place, reachable};

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

fn uses(mut file: syn::File, place: &Place, label: &str) -> String {
    Outside { place }.visit_file_mut(&mut file);
    let mut uses = Uses {
        place,
        imports: Vec::new(),
        names: BTreeSet::new(),
        functions: Vec::new(),
    };
    for item in &file.items {
        if !is_left_out(attributes(item)) {
            uses.item(item);
        }
    }
    let Uses {
        imports,
        names,
        functions,
        ..
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

/// What a program says of the items of one file.
struct Uses<'p> {
    place: &'p Place,
    imports: Vec<TokenStream>,
    names: BTreeSet<syn::Ident>,
    functions: Vec<TokenStream>,
}

impl Uses<'_> {
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

    fn is(&mut self, wanted: &TokenStream, ty: &TokenStream) {
        self.function(quote!(), quote! { fn is<T: #wanted>() {} is::<#ty>(); });
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
