//! Documents made to measure. In: how many operations or schemas; out: a document (OpenAPI 3.0, JSON) in a file. Invariant:
//! the document of a number is always the same, and is written piece by piece, so that this program stays small.

use serde_json::{Value, json};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

/// Operations under one tag.
const PER_TAG: usize = 20;
/// Schemas that each of the schemas refers to.
const LINKS: usize = 8;

/// Writes a document of `count` operations with a schema or two each. `prose` is the length of each description.
pub(crate) fn operations(path: &Path, count: usize, prose: usize) -> Result<(), String> {
    let paths = (0..count).map(|index| operation(index, prose));
    let schemas = (0..count).flat_map(|index| things(index, prose));
    put(path, paths, schemas)
}

/// Where the references of the schemas lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    /// From each to others, and so back to itself.
    EachOther,
    /// To a schema that refers to none.
    Leaf,
}

/// Writes a document of `count` schemas of [`LINKS`] references each, and one operation that gives all of them.
pub(crate) fn schemas(path: &Path, count: usize, links: Links) -> Result<(), String> {
    let mut first = operation(0, 0);
    let read = &mut first.1["get"]["responses"]["200"]["content"]["application/json"]["schema"];
    let all = (0..count).map(|index| {
        let name = format!("Node{index}");
        (name.to_lowercase(), reference(&name))
    });
    let all: serde_json::Map<String, Value> = all.collect();
    *read = json!({"type": "object", "properties": all});
    let nodes = (0..count).map(|index| {
        let mut properties = json!({"id": {"type": "string"}});
        for link in 0..LINKS {
            let to = match links {
                Links::EachOther => reference(&format!("Node{}", (index + link * 7 + 1) % count)),
                Links::Leaf => reference("Leaf"),
            };
            properties[format!("link{link}")] = match link % 2 {
                0 => to,
                _ => json!({"type": "array", "items": to}),
            };
        }
        let node = json!({"type": "object", "required": ["id"], "properties": properties});
        (format!("Node{index}"), node)
    });
    let leaf = json!({"type": "object", "properties": {"id": {"type": "string"}}});
    let leaf = (links == Links::Leaf).then(|| ("Leaf".to_owned(), leaf));
    put(path, [first], nodes.chain(leaf))
}

/// A path with its operation: a list, a creation, a reading and a deletion in turn.
fn operation(index: usize, prose: usize) -> (String, Value) {
    let tag = format!("group{}", index / PER_TAG);
    let (method, verb, status, with_id) = match index % 4 {
        0 => ("get", "list", "200", false),
        1 => ("post", "create", "201", false),
        2 => ("get", "read", "200", true),
        _ => ("delete", "delete", "200", true),
    };
    let thing = reference(&format!("Thing{index}"));
    let given = match verb {
        "list" => json!({"type": "array", "items": thing}),
        _ => thing,
    };
    let mut operation = json!({
        "operationId": format!("{verb}Thing{index}"),
        "tags": [tag],
        "description": text("What is done with thing", index, prose),
        "parameters": [
            {"name": "limit", "in": "query", "schema": {"type": "integer", "format": "int32"}},
            {"name": "X-Trace", "in": "header", "schema": {"type": "string"}},
        ],
        "responses": {(status): {"description": "ok", "content": {"application/json": {"schema": given}}}},
    });
    if verb == "create" {
        let body = reference(&format!("NewThing{index}"));
        operation["requestBody"] =
            json!({"required": true, "content": {"application/json": {"schema": body}}});
    }
    let mut path = format!("/{tag}/things{index}");
    if with_id {
        path.push_str("/{id}");
        let id =
            json!({"name": "id", "in": "path", "required": true, "schema": {"type": "string"}});
        if let Some(parameters) = operation["parameters"].as_array_mut() {
            parameters.push(id);
        }
    }
    (path, json!({(method): operation}))
}

/// The schemas of one operation.
fn things(index: usize, prose: usize) -> Vec<(String, Value)> {
    let mut properties = json!({
        "id": {"type": "integer", "format": "int64"},
        "name": {"type": "string", "description": text("The name of thing", index, prose)},
        "status": {"type": "string", "enum": ["open", "held", "done"]},
        "createdAt": {"type": "string", "format": "date-time"},
        "labels": {"type": "array", "items": {"type": "string"}},
    });
    if !index.is_multiple_of(PER_TAG) {
        properties["before"] = reference(&format!("Thing{}", index - 1));
    }
    let thing = json!({"type": "object", "required": ["id", "name"], "properties": properties});
    let mut schemas = vec![(format!("Thing{index}"), thing)];
    if index % 4 == 1 {
        let properties = json!({"name": {"type": "string"}, "size": {"type": "number"}});
        let new = json!({"type": "object", "required": ["name"], "properties": properties});
        schemas.push((format!("NewThing{index}"), new));
    }
    schemas
}

/// A description of so many letters at least.
fn text(start: &str, index: usize, length: usize) -> String {
    let mut text = format!("{start} {index}.");
    while text.len() < length {
        text.push_str(" It goes on with another sentence, as descriptions do.");
    }
    text
}

fn reference(name: &str) -> Value {
    json!({"$ref": format!("#/components/schemas/{name}")})
}

fn put(
    path: &Path,
    paths: impl IntoIterator<Item = (String, Value)>,
    schemas: impl IntoIterator<Item = (String, Value)>,
) -> Result<(), String> {
    let write = || -> std::io::Result<()> {
        let mut out = BufWriter::new(File::create(path)?);
        write!(
            out,
            r#"{{"openapi":"3.0.3","info":{{"title":"Things","version":"1"}},"servers":[{{"url":"https://api.example.com"}}],"paths":{{"#
        )?;
        members(&mut out, paths)?;
        write!(out, r#"}},"components":{{"schemas":{{"#)?;
        members(&mut out, schemas)?;
        writeln!(out, "}}}}}}")?;
        out.flush()
    };
    write().map_err(|e| format!("{}: {e}", path.display()))
}

fn members(
    out: &mut impl Write,
    members: impl IntoIterator<Item = (String, Value)>,
) -> std::io::Result<()> {
    for (index, (name, value)) in members.into_iter().enumerate() {
        let comma = if index == 0 { "" } else { "," };
        write!(out, "{comma}\n{}:{value}", Value::from(name))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Links, operations, schemas};
    use std::path::{Path, PathBuf};

    fn file(name: &str) -> PathBuf {
        std::env::temp_dir().join(format!("specsmith-cost-{}-{name}.json", std::process::id()))
    }

    fn api(path: &Path) -> specsmith::ir::Api {
        let report = specsmith::read(path, Path::new(""), &[]);
        let _ = std::fs::remove_file(path);
        let findings: Vec<_> = report.diagnostics.iter().collect();
        assert!(findings.is_empty(), "{findings:?}");
        report.api.expect("a description")
    }

    #[test]
    fn as_many_operations_as_asked_for_in_several_groups() {
        let path = file("operations");
        operations(&path, 100, 40).expect("a document");
        let api = api(&path);
        assert_eq!(api.operations.len(), 100);
        assert_eq!(api.groups.len(), 5);
    }

    /// The body of the one operation is a type too.
    #[test]
    fn as_many_schemas_as_asked_for_recursive_or_not() {
        for (links, expected) in [(Links::EachOther, 251), (Links::Leaf, 252)] {
            let path = file("schemas");
            schemas(&path, 250, links).expect("a document");
            assert_eq!(api(&path).types.len(), expected, "{links:?}");
        }
    }
}
