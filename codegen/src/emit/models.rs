//! The `models/` folder of an API. In: its types in their order; out: a file per named schema, and `mod.rs` that brings
//! them together. Invariant: a type stands in the file that its definition names, and is reachable as `models::Type`.

use super::file::{File, Place};
use super::{Module, PreparedApi, docs, ident};
use crate::ir::{Api, Name, TypeDef};
use crate::tokens::{Ident, TokenStream, quote};
use std::ops::Range;

/// The types of each file, as ranges of `Api::types`.
pub(crate) fn ranges(api: &Api) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let chunks = api.types.chunk_by(|a, b| a.module == b.module);
    chunks.map(move |chunk| {
        let range = start..start + chunk.len();
        start = range.end;
        range
    })
}

/// `models/mod.rs`
pub(crate) fn root(prepared: &PreparedApi<'_>) -> Module {
    let api = prepared.shared.api;
    let mut modules = Vec::new();
    let mut exports = Vec::new();
    for range in ranges(api) {
        let types = &api.types[range];
        let cfg = prepared.features.model_cfg(&types[0].module.0);
        let module = ident::ident(&types[0].module);
        modules.push(quote!(#cfg mod #module;));
        let names = types.iter().map(|def| &def.name);
        let former = types.iter().flat_map(|def| &def.former);
        let quiet = quote!(#cfg #[allow(deprecated)]);
        exports.extend(export(&quote!(#cfg), &module, names));
        exports.extend(export(&quiet, &module, former));
    }
    modules.extend(exports);
    Module {
        path: format!("src/{}/models/mod.rs", prepared.module),
        source: Some(api.source.clone()),
        doc: vec!["The types that the operations take and give.".to_owned()],
        items: modules,
    }
}

/// The `pub use` of names in a file, if there are any.
fn export<'n>(
    attributes: &TokenStream,
    module: &Ident,
    names: impl Iterator<Item = &'n Name>,
) -> Option<TokenStream> {
    let names: Vec<Ident> = names.map(ident::ident).collect();
    match names.as_slice() {
        [] => None,
        [name] => Some(quote!(#attributes pub use #module::#name;)),
        names => Some(quote!(#attributes pub use #module::{#(#names),*};)),
    }
}

/// The file of one named schema.
pub(crate) fn file(prepared: &PreparedApi<'_>, range: Range<usize>) -> Module {
    let api = prepared.shared.api;
    let types = &api.types[range];
    let module = &types[0].module;
    let mut file = File::new(&prepared.shared, Place::Models(&module.0));
    let mut body = Vec::new();
    // The named schema first, its inline children below.
    let (roots, children): (Vec<&TypeDef>, Vec<&TypeDef>) = types.iter().partition(|def| def.root);
    for def in roots.iter().chain(&children) {
        body.extend(super::type_items(&mut file, def));
    }
    let mut items = file.uses();
    items.extend(body);
    let title = roots.first().or(children.first());
    Module {
        path: format!("src/{}/models/{}.rs", prepared.module, module.0),
        source: Some(api.source.clone()),
        doc: title.map_or_else(Vec::new, |def| {
            vec![format!("{}.", docs::code(&def.wire_name))]
        }),
        items,
    }
}
