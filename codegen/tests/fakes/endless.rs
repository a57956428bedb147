//! Whether the values of a schema have no end: such a schema contradicts itself, and no server can keep to it. In: the files as
//! written, and the place of a schema; out: whether every value of it holds another one of it.

use serde_json::Value;
use specsmith::source::{Origin, Sources};

/// Whether no finite value fits the schema at, or right under, a place.
pub(crate) fn is_endless(sources: &Sources, at: &Origin) -> bool {
    let file = sources.iter().find(|(id, _)| *id == at.file);
    let root = file.and_then(|(_, file)| specsmith::load::parse_text(&file.text));
    let root = root.unwrap_or_default();
    let here = root.pointer(&at.pointer).unwrap_or(&Value::Null);
    let schema = here.get("schema").unwrap_or(here);
    leads_back(&root, schema, &mut Vec::new())
}

fn leads_back<'a>(root: &'a Value, schema: &'a Value, open: &mut Vec<&'a str>) -> bool {
    if let Some(reference) = schema["$ref"].as_str() {
        if open.contains(&reference) {
            return true;
        }
        let target = reference.strip_prefix('#').and_then(|at| root.pointer(at));
        open.push(reference);
        let back = target.is_some_and(|target| leads_back(root, target, open));
        open.pop();
        return back;
    }
    let list = |key: &str| schema[key].as_array().map_or(&[][..], Vec::as_slice);
    let required = list("required").iter().filter_map(Value::as_str);
    let mut held: Vec<&Value> = required.map(|name| &schema["properties"][name]).collect();
    held.extend(list("allOf"));
    if schema["minItems"].as_u64() > Some(0) {
        held.push(&schema["items"]);
    }
    let either = ["oneOf", "anyOf"].map(list);
    let null = schema["nullable"] == true;
    let mut lists = either.iter().filter(|list| !list.is_empty());
    !null
        && (held.iter().any(|one| leads_back(root, one, open))
            || lists.any(|list| list.iter().all(|one| leads_back(root, one, open))))
}
