//! The crates whose types stand in public signatures. In: what the APIs need; out: their re-exports and what the docs say of
//! them. Invariant: no API's module is called like one that is re-exported; the module goes first.

use super::{Prepared, ident, parts};
use crate::tokens::{TokenStream, quote};
use std::collections::BTreeSet;

/// A crate that callers may have to name.
struct Public {
    name: &'static str,
    when: When,
    /// What of it callers meet.
    what: &'static str,
}

/// Where a crate is there.
enum When {
    Always,
    /// With a part of the runtime.
    Part(&'static str),
    /// With a feature.
    Feature(&'static str),
}

const PUBLIC: &[Public] = &[
    Public {
        name: "axum",
        when: When::Feature("fake"),
        what: "the router of a server for tests",
    },
    Public {
        name: "bytes",
        when: When::Always,
        what: "bodies",
    },
    Public {
        name: "chrono",
        when: When::Part("chrono"),
        what: "dates and times",
    },
    Public {
        name: "clap",
        when: When::Feature("cli"),
        what: "the parser of the command line",
    },
    Public {
        name: "http",
        when: When::Always,
        what: "requests, responses, headers and statuses",
    },
    Public {
        name: "jiff",
        when: When::Part("jiff"),
        what: "dates and times",
    },
    Public {
        name: "reqwest",
        when: When::Feature("reqwest"),
        what: "a client of yours for `runtime::ReqwestTransport`",
    },
    Public {
        name: "secrecy",
        when: When::Always,
        what: "secrets",
    },
    Public {
        name: "time",
        when: When::Part("time"),
        what: "dates and times",
    },
    Public {
        name: "ureq",
        when: When::Feature("blocking"),
        what: "an agent of yours for `runtime::UreqTransport`",
    },
    Public {
        name: "uuid",
        when: When::Part("uuid"),
        what: "UUIDs",
    },
];

/// The re-exports of an output, in the order in which rustfmt leaves them.
pub(crate) fn items(prepared: &Prepared<'_>) -> Vec<TokenStream> {
    let items = wanted(prepared).into_iter().map(|one| {
        let name = ident::of(one.name);
        let cfg = match one.when {
            When::Always | When::Part(_) => None,
            When::Feature(feature) => Some(quote!(#[cfg(feature = #feature)])),
        };
        let item = quote! {
            #cfg
            #[doc(no_inline)]
            pub use #name;
        };
        (one.name, item)
    });
    let own = (
        "runtime",
        quote!(
            pub use runtime::json;
        ),
    );
    let mut items: Vec<(&str, TokenStream)> = items.chain([own]).collect();
    items.sort_unstable_by_key(|(name, _)| *name);
    items.into_iter().map(|(_, item)| item).collect()
}

/// What the docs of the crate say of them.
pub(crate) fn docs(prepared: &Prepared<'_>) -> Vec<String> {
    let mut lines = vec![
        "The crates whose types stand in signatures are re-exported, in the versions that fit:"
            .to_owned(),
        String::new(),
    ];
    lines.extend(wanted(prepared).into_iter().map(|one| match one.when {
        When::Always | When::Part(_) => format!("- `{}`: {}", one.name, one.what),
        When::Feature(feature) => {
            format!(
                "- `{}`, with the feature `{feature}`: {}",
                one.name, one.what
            )
        }
    }));
    lines
}

fn wanted(prepared: &Prepared<'_>) -> Vec<&'static Public> {
    let mut there = BTreeSet::new();
    for own in &prepared.apis {
        parts::parts(own.shared.api, &mut there);
    }
    let is_there = |one: &&Public| match one.when {
        When::Always | When::Feature(_) => true,
        When::Part(part) => there.contains(part),
    };
    let is_free = |one: &&Public| prepared.apis.iter().all(|api| api.module != one.name);
    PUBLIC.iter().filter(is_there).filter(is_free).collect()
}
