//! The root of the output. In: the APIs; out: `lib.rs`. Invariant: every API is a module behind a feature of its own name.

use super::{Module, Prepared, PreparedApi, docs, markdown, reexport};
use crate::ir;
use crate::tokens::{TokenStream, quote};

/// The features that every output has, as its documentation tells of them.
const FURTHER: &[&str] = &[
    "Further features:",
    "",
    "- `reqwest`, on by default: sends requests, through reqwest and rustls. Without it, the client needs a",
    "  [`runtime::Transport`] of yours.",
    "- `blocking`: the same in blocking calls, through ureq.",
    "- `brotli`, `zstd`: responses may be compressed that way, too; gzip needs no feature.",
    "- `tower`: `runtime::TowerTransport`, which sends through any `tower` service.",
    "- `cli`: a command line for every operation, as the module `cli`; brings `blocking` and clap.",
    "- `tracing`: a span for each call and each attempt, named as OpenTelemetry names them.",
    "- `drift`: counts where responses are not as the document says; `Client::drift` tells.",
    "- `serde`: `Serialize` and `Deserialize` for the models. The client itself does without.",
    "- `test-util`: a scripted transport, for tests of what calls the client.",
    "- `fake`: a server of each API, for tests of what calls the client.",
    "",
    "For `wasm32-unknown-unknown` the same calls go through `fetch`: in a browser, a worker or Node. There redirects and",
    "compression are the browser's, and `blocking` cannot be had.",
];

/// `src/lib.rs`
pub(crate) fn module(prepared: &Prepared<'_>) -> Module {
    let mut items = Vec::new();
    for api in &prepared.apis {
        let name = super::ident::of(&api.module);
        let cfg = api.features.cfg();
        let attributes = attributes(api.shared.api);
        items.push(quote! {
            #cfg
            #attributes
            pub mod #name;
        });
    }
    items.push(quote! {
        #[cfg(feature = "cli")]
        #[rustfmt::skip]
        pub mod cli;
    });
    // One runtime serves all outputs, and none needs every part of it.
    items.push(quote!(
        #[allow(dead_code, unreachable_pub)]
        pub mod runtime;
    ));
    items.extend(reexport::items(prepared));
    Module {
        path: "src/lib.rs".to_owned(),
        source: None,
        doc: doc(prepared),
        items,
    }
}

/// What the compiler, clippy and rustfmt should not say about the code of an API.
fn attributes(api: &ir::Api) -> TokenStream {
    let deprecated = mentions_deprecated(api).then(|| quote!(#[allow(deprecated)]));
    quote! {
        #deprecated
        #[rustfmt::skip]
    }
}

fn mentions_deprecated(api: &ir::Api) -> bool {
    let in_type = |def: &ir::TypeDef| match &def.kind {
        ir::TypeKind::Struct(object) => object.fields.iter().any(|field| field.deprecated),
        ir::TypeKind::Enum(_)
        | ir::TypeKind::Union(_)
        | ir::TypeKind::Alias(_)
        | ir::TypeKind::Newtype(_) => false,
    };
    api.types.iter().any(|def| def.deprecated || in_type(def))
        || api.operations.iter().any(|operation| {
            operation.deprecated || operation.parameters.iter().any(|p| p.deprecated)
        })
        || api.webhooks.iter().any(|webhook| webhook.deprecated)
}

/// The feature of a group, and what it brings.
fn example(own: &PreparedApi<'_>) -> Option<String> {
    let feature = docs::code(own.features.part(0)?);
    let group = own.groups.first()?;
    let path = docs::code(&format!("{}::{group}", own.module));
    Some(format!("{feature} brings {path}"))
}

fn doc(prepared: &Prepared<'_>) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(markdown::lines(&super::manifest::description(prepared)));
    out.push(String::new());
    out.push(
        "Each API is a module behind a feature of the same name, all on by default:".to_owned(),
    );
    out.push(String::new());
    for api in &prepared.apis {
        let title = markdown::line(&api.shared.api.title);
        let count = api.shared.api.operations.len();
        let noun = if count == 1 {
            "operation"
        } else {
            "operations"
        };
        let mut line = format!("- {}: {title}, {count} {noun}", docs::code(&api.module));
        match api.shared.api.webhooks.len() {
            0 => {}
            1 => line.push_str(", 1 webhook"),
            many => line.push_str(&format!(", {many} webhooks")),
        }
        out.push(line);
    }
    if let Some(example) = prepared.apis.iter().find_map(example) {
        out.push(String::new());
        out.push(
            "Where an API has several groups of operations, each of them is a feature too, and brings the models that it"
                .to_owned(),
        );
        out.push(format!("needs: {example}."));
    }
    out.push(String::new());
    out.extend(FURTHER.iter().map(|line| (*line).to_owned()));
    out.push(String::new());
    out.extend(reexport::docs(prepared));
    out
}
