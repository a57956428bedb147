//! The operations of one tag: a file. In: a group and its operations; out: the methods of the client first, then what each
//! of them needs. Invariant: files of different groups share no item.

use super::example::Examples;
use super::file::{File, Place};
use super::{Module, Prepared, PreparedApi, docs, markdown, operation};
use crate::ir::Api;
use crate::tokens::quote;
use std::ops::Range;

/// The operations of each group, as ranges of `Api::operations`.
pub(crate) fn ranges(api: &Api) -> impl Iterator<Item = (usize, Range<usize>)> {
    let mut start = 0;
    let chunks = api.operations.chunk_by(|a, b| a.group == b.group);
    chunks.map(move |chunk| {
        let range = start..start + chunk.len();
        start = range.end;
        (chunk[0].group, range)
    })
}

/// The file of a group.
pub(crate) fn file(
    prepared: &Prepared<'_>,
    own: &PreparedApi<'_>,
    group: usize,
    range: Range<usize>,
) -> Module {
    let api = own.shared.api;
    let mut file = File::new(&own.shared, Place::Api);
    let examples = Examples {
        api,
        krate: prepared.krate(),
        module: super::ident::of(&own.module),
    };
    let operations = &api.operations[range.clone()];
    let named = range.zip(operations);
    let built: Vec<_> = named
        .map(|(index, one)| {
            let methods = operation::Methods {
                names: &own.shared.methods[index],
                former: &own.shared.former[index],
            };
            operation::build(&mut file, &examples, one, &methods)
        })
        .collect();
    let methods = built.iter().flat_map(|built| {
        let docs = built.method_docs.iter().map(|docs| docs::attributes(docs));
        docs.zip(&built.methods)
            .map(|(docs, method)| quote!(#docs #method))
    });
    let client = quote! {
        impl Client { #(#methods)* }
    };
    file.parent(&["API", "Client"]);
    let mut items = file.uses();
    items.push(client);
    items.extend(built.into_iter().flat_map(|built| built.items));
    Module {
        path: format!("src/{}/{}.rs", own.module, own.groups[group]),
        source: Some(api.source.clone()),
        doc: doc(own, group),
        items,
    }
}

fn doc(own: &PreparedApi<'_>, index: usize) -> Vec<String> {
    let Some(group) = own.shared.api.groups.get(index) else {
        return Vec::new();
    };
    let title = format!("{}.", markdown::line(&group.tag));
    let mut out = docs::lines(&group.docs, &title);
    docs::append(&mut out, own.features.doc(index).into_iter().collect());
    out
}
