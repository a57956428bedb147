//! Documents of any size. In: how many parts; out, a document with as many, whose other parts stay the same.

use serde_json::{Map, Value, json};

/// How a document is made.
pub(crate) type Document = fn(usize) -> Value;

/// Everything there may be many of.
pub(crate) const ALL: &[(&str, Document)] = &[
    ("operations", operations),
    ("operations under one tag", |n| {
        paths(n, |_| operation("t", object()))
    }),
    ("tags", |n| {
        with(
            paths(n, |i| operation(&format!("t{i}"), object())),
            "tags",
            tags(n),
        )
    }),
    ("operations of one name", same_name),
    ("pages", |n| paths(n, |_| page())),
    ("schemas", |n| {
        schemas(n, |i| {
            json!({"properties": {
        "next": to((i + 1) % n), "list": {"type": "array", "items": to((7 * i + 1) % n)}}})
        })
    }),
    ("references", |n| {
        schemas(n, |i| if i + 1 < n { to(i + 1) } else { object() })
    }),
    ("unions, each a branch of the one before", |n| {
        schemas(n, |i| match i + 1 < n {
            true => json!({"oneOf": [to(i + 1), own(i)]}),
            false => object(),
        })
    }),
    ("unions in a ring", |n| {
        schemas(n, |i| json!({"oneOf": [to((i + 1) % n), own(i)]}))
    }),
    ("lists in lists", |n| {
        schemas(n, |i| match i + 1 < n {
            true => json!({"type": "array", "items": to(i + 1)}),
            false => object(),
        })
    }),
    ("inline schemas, each in the next", |n| {
        let n = 4 * n;
        let next = |i| format!("#/components/schemas/S0/properties/p{}", i + 1);
        let part = |i| match i + 1 < n {
            true => json!({"type": "object", "properties": {"next": {"$ref": next(i)}}}),
            false => json!({"type": "object", "properties": {"last": object()}}),
        };
        schemas(
            1,
            |_| json!({"properties": map(n, |i| (format!("p{i}"), part(i)))}),
        )
    }),
    ("references to nothing", |n| {
        paths(n, |i| {
            operation("t", json!({"$ref": format!("#/components/schemas/M{i}")}))
        })
    }),
    ("properties", |n| {
        schemas(
            1,
            |_| json!({"properties": map(n, |i| (format!("p{i}"), object()))}),
        )
    }),
    ("parts of allOf", |n| {
        with_root(n, branch, json!({"allOf": list(n, to)}))
    }),
    ("values", |n| {
        schemas(1, |_| json!({"enum": list(20 * n, text)}))
    }),
    ("examples", |n| {
        schemas(
            1,
            |_| json!({"type": "string", "examples": list(20 * n, text)}),
        )
    }),
    ("branches with a name", |n| {
        with_root(n, branch, json!({"oneOf": list(n, to)}))
    }),
    ("branches", |n| {
        schemas(1, |_| json!({"oneOf": list(n, branch)}))
    }),
    ("branches that are the same", |n| {
        schemas(1, |_| json!({"oneOf": list(n, |_| branch(0))}))
    }),
    ("branches with a constant", |n| {
        with_root(n, constant, json!({"oneOf": list(n, to)}))
    }),
    ("branches of one value", |n| {
        schemas(
            1,
            |_| json!({"oneOf": list(n, |i| json!({"enum": [format!("v{i}")]}))}),
        )
    }),
    ("branches that are lists", |n| {
        with_root(
            n,
            branch,
            json!({"oneOf": list(n, |i| json!({"type": "array", "items": to(i)}))}),
        )
    }),
    ("branches with a discriminator", |n| {
        with_root(
            n,
            kind,
            json!({
        "oneOf": list(n, to), "discriminator": {"propertyName": "kind", "mapping": mapping(n)}}),
        )
    }),
    ("heirs", |n| {
        with_root(
            n,
            heir,
            json!({
        "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind", "mapping": mapping(n)}}),
        )
    }),
    ("heirs that are listed", |n| {
        with_root(
            n,
            heir,
            json!({
        "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind"}, "oneOf": list(n, to)}),
        )
    }),
];

/// A schema that asks for a key of its own.
fn own(i: usize) -> Value {
    json!({"type": "object", "required": [format!("k{i}")], "properties": {format!("k{i}"): {"type": "string"}}})
}

/// Operations with a parameter and an inline body each, in twenty files.
pub(crate) fn operations(count: usize) -> Value {
    paths(count, |i| operation(&format!("t{}", i % 20), object()))
}

/// Schemas that each have a property for every one of them.
pub(crate) fn mutual(count: usize, required: bool) -> Value {
    let properties = map(count, |i| (format!("p{i}"), to(i)));
    let mut schema = json!({ "properties": properties });
    if required {
        schema["required"] = list(count, |i| json!(format!("p{i}")));
    }
    schemas(count, |_| schema.clone())
}

/// The same schemas, reached by a number of operations.
pub(crate) fn mutual_reached(count: usize, operations: usize) -> Value {
    let paths = paths(operations, |i| operation("t", to(i % count)));
    with(mutual(count, false), "paths", paths["paths"].clone())
}

fn document(paths: Value, schemas: Value) -> Value {
    json!({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths,
        "components": {"schemas": schemas}})
}

fn with(mut document: Value, key: &str, value: Value) -> Value {
    document[key] = value;
    document
}

fn paths(count: usize, operation: impl Fn(usize) -> Value) -> Value {
    let paths = map(count, |i| {
        (format!("/p{i}/{{id}}"), json!({"get": operation(i)}))
    });
    document(paths, json!({}))
}

fn operation(tag: &str, schema: Value) -> Value {
    json!({"tags": [tag], "parameters": [
        {"name": "id", "in": "path", "required": true, "schema": {"type": "string"}},
        {"name": "sort", "in": "query", "schema": {"type": "string", "enum": ["up", "down"]}}],
        "responses": {"200": {"description": "d", "content": {"application/json": {"schema": schema}}}}})
}

fn same_name(count: usize) -> Value {
    paths(count, |_| {
        with(operation("t", object()), "operationId", json!("same"))
    })
}

fn page() -> Value {
    let schema = json!({"properties": {"total": {"type": "integer"}, "items": {"type": "array", "items": object()}}});
    let mut page = operation("t", schema);
    if let Some(Value::Array(parameters)) = page.get_mut("parameters") {
        for name in ["page", "limit"] {
            parameters.push(json!({"name": name, "in": "query", "schema": {"type": "integer"}}));
        }
    }
    page
}

/// Schemas `S0` and so on, the first of which is asked for.
fn schemas(count: usize, schema: impl Fn(usize) -> Value) -> Value {
    let schemas = map(count, |i| (format!("S{i}"), schema(i)));
    document(json!({"/a/{id}": {"get": operation("t", to(0))}}), schemas)
}

/// The same, and a schema `Root`, which is asked for instead.
fn with_root(count: usize, schema: impl Fn(usize) -> Value, root: Value) -> Value {
    let mut schemas = map(count, |i| (format!("S{i}"), schema(i)));
    schemas["Root"] = root;
    let asked = json!({"$ref": "#/components/schemas/Root"});
    document(json!({"/a/{id}": {"get": operation("t", asked)}}), schemas)
}

fn tags(count: usize) -> Value {
    list(
        count,
        |i| json!({"name": format!("t{i}"), "description": "d"}),
    )
}

fn mapping(count: usize) -> Value {
    map(count, |i| {
        (format!("k{i}"), json!(format!("#/components/schemas/S{i}")))
    })
}

fn object() -> Value {
    json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"properties": {"c": {"type": "integer"}}}}})
}

fn branch(index: usize) -> Value {
    json!({"type": "object", "required": [format!("k{index}")],
        "properties": {format!("k{index}"): {"type": "string"}, "b": {"type": "string"}}})
}

fn constant(index: usize) -> Value {
    json!({"type": "object", "required": ["kind"],
        "properties": {"kind": {"const": format!("k{index}")}, "b": {"type": "string"}}})
}

fn kind(_: usize) -> Value {
    json!({"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}})
}

fn heir(index: usize) -> Value {
    json!({"allOf": [{"$ref": "#/components/schemas/Root"}, branch(index)]})
}

fn text(index: usize) -> Value {
    Value::String(format!("v{index}"))
}

fn to(index: usize) -> Value {
    json!({"$ref": format!("#/components/schemas/S{index}")})
}

fn list(count: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..count).map(item).collect()
}

fn map(count: usize, entry: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..count).map(entry).collect::<Map<String, Value>>())
}
