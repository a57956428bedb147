//! Places of what stands in lists. In: a draft; out: by the pointers to branches of unions, parameters and parts of `allOf` the
//! places that they have wherever they stand in their lists. Invariant: two pointers have two places.

use std::collections::HashMap;

use super::branches::keys;
use crate::lower::draft::{Draft, Kind};
use crate::published::{Places, without_parts};
use crate::source::FileId;

/// The places of the types of a document.
pub(super) fn places(draft: &Draft) -> Places {
    let mut places = Places::default();
    branches(draft, &mut places);
    parameters(draft, &mut places);
    parts(draft, &mut places);
    places
}

fn branches(draft: &Draft, places: &mut Places) {
    for id in draft.ids() {
        let node = draft.node(id);
        let Kind::Union(union) = &node.kind else {
            continue;
        };
        if node.origin.file != FileId(0) {
            continue;
        }
        for (branch, key) in union.branches.iter().zip(keys(draft, union)) {
            let inside = draft.node(branch.node);
            let inline = inside.label.is_none() && inside.origin.file == FileId(0);
            if let Some(key) = key.filter(|_| inline) {
                places.add(&inside.origin.pointer, &node.origin.pointer, &key);
            }
        }
    }
}

fn parameters(draft: &Draft, places: &mut Places) {
    for operation in draft.exchanges() {
        let own = operation.parameters.iter();
        for one in own.filter(|one| one.origin.file == FileId(0)) {
            places.add_parameter(&one.origin.pointer, one.location, &one.wire_name);
        }
        let body = operation.body.as_ref();
        if let Some(body) = body.filter(|body| body.origin.file == FileId(0)) {
            places.add_body(&body.origin.pointer);
        }
    }
}

/// What several parts would have at one place keeps a place of its own.
fn parts(draft: &Draft, places: &mut Places) {
    let nodes = draft.ids().map(|id| &draft.node(id).origin);
    let nodes = nodes.filter(|origin| origin.file == FileId(0));
    let mut pointers: Vec<&str> = nodes.map(|origin| &*origin.pointer).collect();
    pointers.sort_unstable();
    pointers.dedup();
    let merged = pointers.iter();
    let merged = merged.filter_map(|pointer| Some((*pointer, without_parts(pointer)?)));
    let merged: Vec<(&str, String)> = merged.collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (_, place) in &merged {
        *counts.entry(place).or_default() += 1;
    }
    for (pointer, place) in &merged {
        let is_free = pointers.binary_search(&place.as_str()).is_err();
        if is_free && counts[place.as_str()] == 1 {
            places.add_part(pointer);
        }
    }
}
