//! The features of the output. In: the APIs and their modules; out: a feature for each API, one for each group of
//! operations where an API has several, and what a file of models is compiled for. Invariant: a feature brings all that
//! its code refers to, and a name is taken once in the crate.

use super::{PreparedApi, ident};
use crate::ir;
use crate::tokens::{TokenStream, quote};
use std::collections::{BTreeMap, BTreeSet};

/// What no API and no group can be called.
const RESERVED: &[&str] = &[
    "blocking",
    "brotli",
    "cli",
    "default",
    "drift",
    "fake",
    "reqwest",
    "serde",
    "test-util",
    "tower",
    "tracing",
    "zstd",
];

/// Models that more groups than this need are there with any group: a longer list would cost more than it saves.
const MOST: usize = 4;

/// The features of one API.
#[derive(Debug, Default)]
pub(crate) struct Features {
    /// The feature of the whole API.
    pub(crate) whole: String,
    /// Those of its parts, where it has several.
    pub(crate) parts: Option<Parts>,
}

/// The features of the parts of an API.
#[derive(Debug)]
pub(crate) struct Parts {
    /// What every part brings: the client, and the models that most of them need.
    pub(crate) shared: String,
    /// One for each group, and one for the webhooks where there are any.
    pub(crate) names: Vec<String>,
    /// The parts that need each file of models.
    reach: BTreeMap<String, BTreeSet<usize>>,
}

/// Names the features of all APIs.
pub(crate) fn claim(apis: &mut [PreparedApi<'_>]) {
    let mut scope = ident::Scope::with(RESERVED);
    // An API has the name of its module, whatever another one's groups are called.
    for own in &mut *apis {
        own.features.whole = scope.claim(&own.module, "_api");
    }
    for own in apis {
        let modules = own.groups.iter().chain(&own.webhooks);
        if modules.clone().count() < 2 {
            continue;
        }
        let shared = scope.claim(&format!("_{}", own.module), "_shared");
        let names = modules.map(|module| format!("{}-{module}", own.module));
        own.features.parts = Some(Parts {
            names: names.map(|name| scope.claim(&name, "-group")).collect(),
            shared,
            reach: reach(own.shared.api),
        });
    }
}

fn reach(api: &ir::Api) -> BTreeMap<String, BTreeSet<usize>> {
    let files = ir::reach(api).into_iter();
    files
        .map(|(file, parts)| (file.to_owned(), parts))
        .collect()
}

impl Features {
    /// The feature of a part: a group by its index, the webhooks after the last one.
    pub(crate) fn part(&self, index: usize) -> Option<&str> {
        let parts = self.parts.as_ref()?;
        parts.names.get(index).map(String::as_str)
    }

    /// What the module of the API is compiled for.
    pub(crate) fn cfg(&self) -> TokenStream {
        let feature = self
            .parts
            .as_ref()
            .map_or(&self.whole, |parts| &parts.shared);
        quote!(#[cfg(feature = #feature)])
    }

    /// What the module of a part is compiled for; nothing where the API has no other.
    pub(crate) fn part_cfg(&self, index: usize) -> Option<TokenStream> {
        self.part(index)
            .map(|feature| quote!(#[cfg(feature = #feature)]))
    }

    /// What stands for the API, and for its absence.
    pub(crate) fn cfgs(&self) -> (TokenStream, TokenStream) {
        let feature = self
            .parts
            .as_ref()
            .map_or(&self.whole, |parts| &parts.shared);
        (
            quote!(#[cfg(feature = #feature)]),
            quote!(#[cfg(not(feature = #feature))]),
        )
    }

    /// What stands for a part, and for its absence; nothing where the API has no other.
    pub(crate) fn part_cfgs(&self, index: usize) -> (Option<TokenStream>, Option<TokenStream>) {
        let absent = self
            .part(index)
            .map(|feature| quote!(#[cfg(not(feature = #feature))]));
        (self.part_cfg(index), absent)
    }

    /// What a file of models is compiled for; nothing where it always is.
    pub(crate) fn model_cfg(&self, file: &str) -> Option<TokenStream> {
        match self.model_features(file).as_slice() {
            [] => None,
            [one] => Some(quote!(#[cfg(feature = #one)])),
            some => Some(quote!(#[cfg(any(#(feature = #some),*))])),
        }
    }

    /// The features any of which brings a file of models; none where it always is there.
    pub(crate) fn model_features(&self, file: &str) -> Vec<&str> {
        let Some(parts) = &self.parts else {
            return Vec::new();
        };
        let users = parts.reach.get(file).into_iter().flatten();
        let names = users.filter_map(|index| parts.names.get(*index));
        let names: Vec<&str> = names.map(String::as_str).collect();
        match names.len() {
            0 => vec![&self.whole],
            all if all == parts.names.len() || all > MOST => Vec::new(),
            _ => names,
        }
    }

    /// A line that says what a part is behind.
    pub(crate) fn doc(&self, index: usize) -> Option<String> {
        let name = self.part(index)?;
        Some(format!("Behind the feature {}.", super::docs::code(name)))
    }
}
