//! In: impls and the macros of the runtime. Out: functions that call every method with the types it is declared with, and
//! need every trait. Invariant: what a macro gives a type stands in one table.

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::visit_mut::{self, VisitMut};

use super::paths::Outside;
use super::{Uses, is_left_out, is_public};

impl Uses<'_> {
    pub(super) fn implementation(&mut self, item: &syn::ItemImpl) {
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
    pub(super) fn call(
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
    pub(super) fn macro_(&mut self, called: &syn::Macro) {
        let Some(last) = called.path.segments.last() else {
            return;
        };
        let Ok(Given { ty, types, whole }) = called.parse_body::<Given>() else {
            return;
        };
        let types: Vec<TokenStream> = types
            .into_iter()
            .map(|mut ty| {
                Outside { place: self.place }.visit_type_mut(&mut ty);
                quote!(#ty)
            })
            .collect();
        let rt = quote!(crate::krate::runtime);
        match (last.ident.to_string().as_str(), types.as_slice()) {
            ("request", [failure]) => {
                self.function(quote!(v: #ty), quote! { let _: #ty = v.customize(|_| {}); });
                let request = quote!(http::Request<#rt::Body>);
                self.gives(
                    &ty,
                    "into_request",
                    &quote!(Result<#request, #rt::Error<#failure>>),
                );
            }
            ("pages", _) => {
                self.gives(&ty, "items", &quote!(#rt::Items<#ty>));
                self.gives(&ty, "pages", &quote!(#rt::Pages<#ty>));
            }
            ("listed" | "lined", [item, failure, ..]) => {
                self.gives(
                    &ty,
                    "stream_items",
                    &quote!(#rt::ItemStream<#item, #failure>),
                );
            }
            ("evented", [item, failure, ..]) => {
                self.gives(
                    &ty,
                    "stream_events",
                    &quote!(#rt::EventStream<#item, #failure>),
                );
            }
            ("streamed", [failure]) => {
                self.gives(&ty, "send_streamed", &quote!(#rt::Opening<#failure>));
            }
            ("headers", _) => {
                self.gives(&ty, "problems", &quote!(Vec<#rt::HeaderProblem>));
            }
            (name, _) => {
                let with_default = whole.ends_with("Default");
                for (_, wanted) in TRAITS.iter().filter(|(given, _)| *given == name) {
                    if *wanted != "Default" || with_default {
                        let wanted: syn::Path = syn::parse_str(wanted).expect("a path");
                        self.is(&quote!(#wanted), &quote!(#ty));
                    }
                }
            }
        }
    }

    /// A call of a method that takes nothing but the value.
    fn gives(&mut self, ty: &syn::Ident, method: &str, result: &TokenStream) {
        let method = format_ident!("{method}");
        self.function(quote!(v: #ty), quote! { let _: #result = v.#method(); });
    }
}

/// The traits that each macro gives.
const TRAITS: &[(&str, &str)] = &[
    ("object", "std::fmt::Debug"),
    ("object", "Default"),
    ("wrapper", "std::fmt::Debug"),
    ("open_text", "Eq"),
    ("open_text", "std::hash::Hash"),
    ("open_text", "std::fmt::Display"),
    ("open_text", "std::fmt::Debug"),
    ("closed_text", "Eq"),
    ("closed_text", "std::hash::Hash"),
    ("closed_text", "std::fmt::Display"),
    ("closed_text", "std::fmt::Debug"),
    ("closed_text", "std::str::FromStr"),
    ("open_number", "std::fmt::Display"),
    ("closed_number", "std::fmt::Display"),
    ("closed_number", "TryFrom<i64>"),
    ("key", "Ord"),
];

/// What a macro is given: a name, and types among other things.
struct Given {
    ty: syn::Ident,
    types: Vec<syn::Type>,
    whole: String,
}

impl Parse for Given {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let ty = input.parse()?;
        let mut types = Vec::new();
        let whole = input.cursor().token_stream().to_string();
        while input.parse::<Option<syn::Token![,]>>()?.is_some() {
            match input.fork().parse::<syn::Type>() {
                Ok(_) => types.push(input.parse()?),
                Err(_) => break,
            }
        }
        // The rest is data.
        let _: TokenStream = input.parse()?;
        Ok(Self { ty, types, whole })
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
