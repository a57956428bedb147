//! What crates.io takes. In: the APIs of a crate, and the files that they become; out: the same APIs with fewer groups, where the
//! crate would have more features than may be published, and what is said of it. Invariant: an API whose groups are not
//! too many keeps them all, and the groups with the most operations are the last to be merged.

use crate::diag::Diagnostic;
use crate::emit::Text;
use crate::ir::{Api, Docs, Group, Name};
use crate::source::{FileId, Origin};
use std::cmp::Reverse;

/// How many features a crate may have: crates.io refuses one with more.
const FEATURES: usize = 300;

/// The tag of groups that became one.
const MERGED: &str = "further operations";

/// How many features a crate has beyond those that it may.
pub(crate) fn features_beyond(texts: &[Text]) -> usize {
    let manifest = texts.iter().find(|text| text.path == "Cargo.toml");
    let table = manifest.and_then(|file| toml::from_str::<toml::Table>(&file.text).ok());
    let features = table
        .as_ref()
        .and_then(|table| table.get("features")?.as_table());
    features.map_or(0, |features| features.len().saturating_sub(FEATURES))
}

/// Merges groups until there are so many fewer, as far as there are any to merge: those of the API with the most groups
/// first. Gives what is said of each API that it is about, by its index.
pub(crate) fn merge(apis: &mut [Api], mut beyond: usize) -> Vec<(usize, Diagnostic)> {
    let mut order: Vec<usize> = (0..apis.len()).collect();
    order.sort_by_key(|index| Reverse(apis[*index].groups.len()));
    let mut findings = Vec::new();
    for index in order {
        let api = &mut apis[index];
        // One stands for all that are merged.
        let count = (beyond + 1).min(api.groups.len());
        if beyond == 0 || count < 2 {
            break;
        }
        beyond -= count - 1;
        merge_smallest(api, count);
        findings.push((index, finding(api, count)));
    }
    findings
}

fn finding(api: &Api, count: usize) -> Diagnostic {
    let module = api
        .groups
        .last()
        .map_or("", |group| group.module.0.as_str());
    let message = format!(
        "a feature for each group would be more than the {FEATURES} that crates.io takes of a crate: the {count} \
         groups with the fewest operations are one, `{module}`"
    );
    Diagnostic::warning("groups-merged", Origin::new(FileId(0), "/paths"), message).help(
        "give this document a crate of its own, or take some of its operations only (`[operations]` in the .toml \
         file beside it)",
    )
}

/// Makes one of the groups with the fewest operations; it is the last one.
fn merge_smallest(api: &mut Api, count: usize) {
    let mut sizes = vec![0usize; api.groups.len()];
    for operation in &api.operations {
        sizes[operation.group] += 1;
    }
    let mut smallest: Vec<usize> = (0..sizes.len()).collect();
    // Of those alike the last ones go, so that the order of names decides and nothing else.
    smallest.sort_by_key(|index| (sizes[*index], Reverse(*index)));
    smallest.truncate(count);
    let mut places = vec![0; sizes.len()];
    let mut kept = Vec::with_capacity(sizes.len());
    for (index, group) in std::mem::take(&mut api.groups).into_iter().enumerate() {
        if !smallest.contains(&index) {
            places[index] = kept.len();
            kept.push(group);
        }
    }
    for index in smallest {
        places[index] = kept.len();
    }
    let taken = |name: &str| kept.iter().any(|group| group.module.0 == name);
    let free = ["further", "further_operations", "all_further_operations"];
    let module = free.into_iter().find(|name| !taken(name));
    kept.push(Group {
        module: Name(module.unwrap_or(free[0]).to_owned()),
        tag: MERGED.to_owned(),
        docs: Docs::default(),
    });
    api.groups = kept;
    for operation in &mut api.operations {
        operation.group = places[operation.group];
    }
    // Stable: within a group they keep the order that they had.
    api.operations.sort_by_key(|operation| operation.group);
}
