//! Keys of branches. In: the unions of a draft; out: what tells each branch of a union from its siblings, wherever it stands
//! among them. Invariant: a key follows from the branch alone; branches that have the same one have none.

use std::collections::{BTreeSet, HashMap};

use crate::lower::draft::{Branch, Draft, Kind, NodeId, Union};

/// How far a key looks into a branch.
const DEPTH: usize = 4;

/// The keys of the branches of a union.
pub(super) fn keys(draft: &Draft, union: &Union) -> Vec<Option<String>> {
    let keys: Vec<String> = union.branches.iter().map(|one| key(draft, one)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for key in &keys {
        *counts.entry(key).or_default() += 1;
    }
    let single = |key: &String| (counts[key.as_str()] == 1).then(|| key.clone());
    keys.iter().map(single).collect()
}

fn key(draft: &Draft, branch: &Branch) -> String {
    let label = branch.label.as_ref();
    if let Some(name) = label.or_else(|| label_of(draft, branch.node)) {
        return name.clone();
    }
    match branch.tags.first() {
        Some(tag) => tag.clone(),
        None => looks(draft, branch.node, DEPTH),
    }
}

/// The name of the schema that a node refers to.
fn label_of(draft: &Draft, mut id: NodeId) -> Option<&String> {
    for _ in 0..draft.nodes.len() {
        match (&draft.node(id).label, &draft.node(id).kind) {
            (None, Kind::Ref(next)) => id = *next,
            (label, _) => return label.as_ref(),
        }
    }
    None
}

/// What a schema without a name looks like.
fn looks(draft: &Draft, id: NodeId, depth: usize) -> String {
    if let Some(label) = label_of(draft, id) {
        return label.clone();
    }
    let Some(depth) = depth.checked_sub(1) else {
        return String::new();
    };
    match draft.kind(id) {
        Kind::Any | Kind::Ref(_) => "any".to_owned(),
        Kind::Null => "null".to_owned(),
        Kind::Bool => "boolean".to_owned(),
        Kind::Integer(_) => "integer".to_owned(),
        Kind::Number(_) => "number".to_owned(),
        Kind::String | Kind::Binary => "string".to_owned(),
        Kind::Formatted(format) => format!("string-{format:?}").to_ascii_lowercase(),
        Kind::List(item) => format!("array-{}", looks(draft, *item, depth)),
        Kind::Tuple(..) => "tuple".to_owned(),
        Kind::Map(_, value) => format!("map-{}", looks(draft, *value, depth)),
        Kind::Enum(list) => match &list.values[..] {
            [only] => format!("const-{}", only.value),
            _ => "enum".to_owned(),
        },
        Kind::Union(_) => "union".to_owned(),
        Kind::Struct(object) => {
            let required = object.fields.iter().filter(|field| field.required);
            let mut words: BTreeSet<&str> = required.map(|one| one.wire_name.as_str()).collect();
            if words.is_empty() {
                words.extend(object.fields.iter().map(|one| one.wire_name.as_str()));
            }
            let words: Vec<&str> = words.into_iter().collect();
            format!("object-{}", words.join("+"))
        }
    }
}
