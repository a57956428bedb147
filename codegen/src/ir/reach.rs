//! Who needs which models. In: an `Api`; out: for each file of models the groups of operations that reach it, and whether
//! the webhooks do. Invariant: what needs a file also needs every file that it mentions.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{Api, Type, walk};

/// The parts of an API that need each file of models, by the file's name: the indices of its groups, and one more than
/// the last of them for its webhooks.
pub fn reach(api: &Api) -> BTreeMap<&str, BTreeSet<usize>> {
    let mut files: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut mentions: HashMap<&str, BTreeSet<&str>> = HashMap::new();
    for def in &api.types {
        files.entry(&def.module.0).or_default();
        let seen = mentions.entry(&def.module.0).or_default();
        walk::each_in_kind(&def.kind, &mut |ty| seen.extend(file(api, ty)));
    }
    for (part, start) in starts(api).into_iter().enumerate() {
        let mut open: Vec<&str> = start.into_iter().collect();
        while let Some(name) = open.pop() {
            if files.get_mut(name).is_some_and(|parts| parts.insert(part)) {
                open.extend(mentions.get(name).into_iter().flatten());
            }
        }
    }
    files
}

/// The files that each part mentions itself.
fn starts(api: &Api) -> Vec<BTreeSet<&str>> {
    let mut out = vec![BTreeSet::new(); api.groups.len() + 1];
    for operation in &api.operations {
        let seen = &mut out[operation.group];
        walk::each_in_operation(operation, &mut |ty| seen.extend(file(api, ty)));
    }
    for webhook in &api.webhooks {
        let seen = &mut out[api.groups.len()];
        walk::each_in_webhook(webhook, &mut |ty| seen.extend(file(api, ty)));
    }
    out
}

/// The file of the type that is named by a mention, the types inside it aside.
fn file<'a>(api: &'a Api, ty: &Type) -> Option<&'a str> {
    ty.mentioned().map(|id| api.type_def(id).module.0.as_str())
}
