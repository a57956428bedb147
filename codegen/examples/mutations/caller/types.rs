//! In: structs and enums. Out: functions that read and write their fields, make their variants, match them, and need what
//! they derive. Invariant: a literal or a match without `_` is written only where code outside of the crate may write one.

use quote::{ToTokens, format_ident, quote};

use super::{Uses, has, is_left_out, is_public};

impl Uses<'_> {
    pub(super) fn structure(&mut self, item: &syn::ItemStruct) {
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

    pub(super) fn enumeration(&mut self, item: &syn::ItemEnum) {
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
}
