//! Bounds that are checked by clients. In: those of the IR; out: tables of the runtime, and the method that asks for a check.
//! Invariant: an API that did not ask for checks has none of it.

use super::file::File;
use crate::ir::{Api, Bound, Bounds, TypeDef, TypeKind};
use crate::tokens::{Literal, ToTokens, TokenStream, quote};
use serde_json::Number;

/// The parts of the runtime that checks need.
pub(crate) fn parts(api: &Api, out: &mut std::collections::BTreeSet<&'static str>) {
    let in_operations = api.operations.iter().any(|operation| {
        let contents = operation.body.iter().flat_map(|body| &body.contents);
        let mut parameters = operation.parameters.iter();
        parameters.any(|parameter| parameter.bounds.has_pattern())
            || contents
                .into_iter()
                .any(|content| content.bounds.has_pattern())
    });
    let patterns = in_operations || api.types.iter().any(has_pattern);
    if patterns {
        out.insert("served");
    }
    if api.checks {
        out.insert("check");
        out.extend(patterns.then_some("pattern"));
    }
}

fn has_pattern(def: &TypeDef) -> bool {
    let inside = match &def.kind {
        TypeKind::Struct(object) => object.fields.iter().any(|field| field.bounds.has_pattern()),
        TypeKind::Union(union) => union.branches.iter().any(|one| one.bounds.has_pattern()),
        TypeKind::Enum(_) | TypeKind::Alias(_) | TypeKind::Newtype(_) => false,
    };
    is_checked_type(def) && (inside || def.bounds.has_pattern())
}

/// Whether values of a type are checked.
pub(crate) fn is_checked(api: &Api, def: &TypeDef) -> bool {
    api.checks && is_checked_type(def)
}

fn is_checked_type(def: &TypeDef) -> bool {
    def.direction.request
}

/// What follows the constructor of a property or a parameter.
pub(crate) fn suffix(rt: &TokenStream, bounds: &Bounds) -> TokenStream {
    let rules = bounds.rules.iter().map(|rule| bound(rt, rule));
    let rules = (!bounds.rules.is_empty()).then(|| quote!(.bounded(&[#(#rules),*])));
    let items = bounds.items.as_ref().map(|items| {
        let items = reference(rt, items);
        quote!(.each(#items))
    });
    quote!(#rules #items)
}

/// A reference to a table; nothing where nothing is demanded.
pub(crate) fn table(rt: &TokenStream, bounds: &Bounds) -> Option<TokenStream> {
    (!bounds.is_empty()).then(|| reference(rt, bounds))
}

/// A reference to a table, be it an empty one.
pub(crate) fn reference(rt: &TokenStream, bounds: &Bounds) -> TokenStream {
    if bounds.is_empty() {
        return quote!(&#rt::Bounds::NONE);
    }
    let rules = bounds.rules.iter().map(|rule| bound(rt, rule));
    let items = match &bounds.items {
        None => quote!(None),
        Some(items) => {
            let items = reference(rt, items);
            quote!(Some(#items))
        }
    };
    quote!(&#rt::Bounds { rules: &[#(#rules),*], items: #items })
}

fn bound(rt: &TokenStream, bound: &Bound) -> TokenStream {
    let count = |number: &u64| Literal::u64_unsuffixed(*number);
    let text = |number: &Number| number.to_string();
    let value = match bound {
        Bound::MinLength(least) => call("MinLength", &count(least)),
        Bound::MaxLength(most) => call("MaxLength", &count(most)),
        Bound::Pattern(pattern) => call("Pattern", pattern),
        Bound::Minimum(limit) => call("Minimum", &text(limit)),
        Bound::Maximum(limit) => call("Maximum", &text(limit)),
        Bound::ExclusiveMinimum(limit) => call("ExclusiveMinimum", &text(limit)),
        Bound::ExclusiveMaximum(limit) => call("ExclusiveMaximum", &text(limit)),
        Bound::MultipleOf(step) => call("MultipleOf", &text(step)),
        Bound::MinItems(least) => call("MinItems", &count(least)),
        Bound::MaxItems(most) => call("MaxItems", &count(most)),
        Bound::UniqueItems => quote!(UniqueItems),
        Bound::MinProperties(least) => call("MinProperties", &count(least)),
        Bound::MaxProperties(most) => call("MaxProperties", &count(most)),
    };
    quote!(#rt::Bound::#value)
}

fn call(name: &str, argument: &dyn ToTokens) -> TokenStream {
    let name = super::ident::of(name);
    quote!(#name(#argument))
}

/// `validate`, for the `impl` of a type. There is no `try_new`: what is set after `new` counts as well, so only the
/// finished value can be judged.
pub(crate) fn method(file: &mut File<'_>, def: &TypeDef) -> Option<TokenStream> {
    if !is_checked(file.api(), def) {
        return None;
    }
    let rt = file.runtime();
    let result = file.prelude("std::result", "Result");
    Some(quote! {
        /// Whether it keeps to the bounds of the document. A request asks this by itself before it is sent.
        ///
        /// # Errors
        /// When it does not: the first thing that is wrong, and where.
        #[inline]
        pub fn validate(&self) -> #result<(), #rt::Invalid> {
            #rt::validate(self)
        }
    })
}
