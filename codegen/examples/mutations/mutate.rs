//! In: a document and a place in it. Out: the document with one thing changed there. Invariant: one mutation is one edit
//! that a person could make; a mutation that does not fit its place says so and leaves the document alone.

mod edit;

use serde_json::{Value, json};

use crate::sites::{Kind, token};
use edit::{
    at, gone, item_removed, key, list, not_in_path, parent, plain, push, remove, renamed, set,
    set_new,
};

/// A change at a place: whether it could be made.
pub(crate) type Change = fn(&mut Value, &str) -> bool;

/// A kind of mutation.
pub(crate) struct Mutator {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    pub(crate) change: Change,
}

macro_rules! table {
    ($($kind:ident { $($name:literal => $change:expr),* $(,)? })*) => {
        &[$($(Mutator { name: $name, kind: Kind::$kind, change: $change }),*),*]
    };
}

/// Every kind of mutation.
pub(crate) const ALL: &[Mutator] = table! {
    Schema {
        "type changed" => type_changed,
        "format added" => |d, p| plain(d, p).is_some_and(|s| match s["type"].as_str() {
            Some("string") => set_new(s, "format", json!("date-time")),
            Some("integer") => set_new(s, "format", json!("int32")),
            Some("number") => set_new(s, "format", json!("float")),
            _ => false,
        }),
        "format uuid" => |d, p| plain(d, p).is_some_and(|s| s["type"] == "string" && set_new(s, "format", json!("uuid"))),
        "format removed" => |d, p| remove(d, p, "format"),
        "nullable" => nullable,
        "enum value added" => |d, p| list(d, p, "enum").is_some_and(|l| push(l, json!("mutated"))),
        "enum value removed" => |d, p| list(d, p, "enum").is_some_and(|l| l.len() > 1 && l.pop().is_some()),
        "enum values reordered" => |d, p| list(d, p, "enum").is_some_and(|l| { l.reverse(); l.len() > 1 }),
        "enum dropped" => |d, p| remove(d, p, "enum"),
        "enum introduced" => |d, p| plain(d, p).is_some_and(|s| s["type"] == "string" && set_new(s, "enum", json!(["one", "two"]))),
        "bound set" => |d, p| plain(d, p).is_some_and(|s| match s["type"].as_str() {
            Some("string") => set_new(s, "maxLength", json!(40)),
            Some("integer" | "number") => set_new(s, "maximum", json!(90)),
            _ => false,
        }),
        "pattern set" => |d, p| plain(d, p).is_some_and(|s| s["type"] == "string" && set_new(s, "pattern", json!("^[a-z]*$"))),
        "items bounded" => |d, p| at(d, p).is_some_and(|s| s["type"] == "array" && set_new(s, "maxItems", json!(9))),
        "items unique" => |d, p| at(d, p).is_some_and(|s| s["type"] == "array" && set_new(s, "uniqueItems", json!(true))),
        "items changed" => |d, p| at(d, p).is_some_and(|s| s["type"] == "array" && set(s, "items", json!({"type": "boolean"}))),
        "default added" => |d, p| plain(d, p).is_some_and(|s| match s["type"].as_str() {
            Some("string") if s.get("format").is_none() => set_new(s, "default", json!("some")),
            Some("integer" | "number") => set_new(s, "default", json!(3)),
            Some("boolean") => set_new(s, "default", json!(true)),
            _ => false,
        }),
        "default removed" => |d, p| remove(d, p, "default"),
        "description changed" => |d, p| at(d, p).is_some_and(|s| s.get("$ref").is_none() && set(s, "description", json!("Other words."))),
        "optional property added" => |d, p| property(d, p, false),
        "required property added" => |d, p| property(d, p, true),
        "further properties denied" => |d, p| at(d, p).is_some_and(|s| s.get("properties").is_some() && set_new(s, "additionalProperties", json!(false))),
        "further properties typed" => |d, p| at(d, p).is_some_and(|s| s.get("properties").is_some() && set_new(s, "additionalProperties", json!({"type": "string"}))),
        "reference in allOf" => |d, p| at(d, p).is_some_and(|s| {
            s.get("$ref").is_some() && { *s = json!({"allOf": [s.clone()]}); true }
        }),
        "reference inlined" => inlined,
        "branch added" => |d, p| ["oneOf", "anyOf"].iter().any(|k| list(d, p, k).is_some_and(|l| push(l, json!({"type": "array", "items": {"type": "string"}})))),
        "branch removed" => |d, p| ["oneOf", "anyOf"].iter().any(|k| list(d, p, k).is_some_and(|l| l.len() > 1 && l.pop().is_some())),
    }
    Component {
        "schema renamed" => renamed_schema,
        "schema deprecated" => |d, p| at(d, p).is_some_and(|s| set_new(s, "deprecated", json!(true))),
    }
    Property {
        "property removed" => property_removed,
        "property renamed" => |d, p| renamed(d, p, "renamedProperty"),
        "required turned" => required_turned,
        "property read only" => |d, p| at(d, p).is_some_and(|s| s.get("$ref").is_none() && set_new(s, "readOnly", json!(true))),
        "property write only" => |d, p| at(d, p).is_some_and(|s| s.get("$ref").is_none() && set_new(s, "writeOnly", json!(true))),
        "property deprecated" => |d, p| at(d, p).is_some_and(|s| s.get("$ref").is_none() && set_new(s, "deprecated", json!(true))),
    }
    Parameter {
        "parameter removed" => |d, p| not_in_path(d, p) && item_removed(d, p),
        "parameter renamed" => |d, p| not_in_path(d, p) && at(d, p).is_some_and(|s| set(s, "name", json!("renamed_parameter"))),
        "parameter required turned" => |d, p| not_in_path(d, p) && at(d, p).is_some_and(|s| { let now = s["required"] == true; set(s, "required", json!(!now)) }),
        "parameter deprecated" => |d, p| at(d, p).is_some_and(|s| set_new(s, "deprecated", json!(true))),
        "parameter style" => |d, p| at(d, p).is_some_and(|s| s["in"] == "query" && s.pointer("/schema/type") == Some(&json!("array")) && set_new(s, "style", json!("pipeDelimited")) && set(s, "explode", json!(false))),
        "parameter described" => |d, p| at(d, p).is_some_and(|s| set(s, "description", json!("Other words."))),
    }
    Operation {
        "operation removed" => gone,
        "operation renamed" => |d, p| at(d, p).is_some_and(|s| s.get("operationId").is_some() && set(s, "operationId", json!("renamedOperation"))),
        "operation id removed" => |d, p| remove(d, p, "operationId"),
        "operation deprecated" => |d, p| at(d, p).is_some_and(|s| set_new(s, "deprecated", json!(true))),
        "operation described" => |d, p| at(d, p).is_some_and(|s| set(s, "description", json!("Other words."))),
        "tag changed" => |d, p| at(d, p).is_some_and(|s| s.get("tags").is_some() && set(s, "tags", json!(["mutated"]))),
        "optional parameter added" => |d, p| parameter(d, p, false),
        "required parameter added" => |d, p| parameter(d, p, true),
        "parameters reordered" => |d, p| list(d, p, "parameters").is_some_and(|l| { l.reverse(); l.len() > 1 }),
        "error response added" => |d, p| response(d, p, "418"),
        "default response added" => |d, p| response(d, p, "default"),
        "error response removed" => error_removed,
        "success status changed" => |d, p| renamed(d, &format!("{p}/responses/200"), "201"),
        "security emptied" => |d, p| at(d, p).is_some_and(|s| set(s, "security", json!([]))),
        "body required turned" => |d, p| at(d, &format!("{p}/requestBody")).is_some_and(|s| { let now = s["required"] == true; s.get("content").is_some() && set(s, "required", json!(!now)) }),
        "body removed" => |d, p| remove(d, p, "requestBody"),
        "body added" => |d, p| at(d, p).is_some_and(|s| !p.ends_with("/get") && set_new(s, "requestBody", json!({"content": {"application/json": {"schema": {"type": "object", "properties": {"mutated": {"type": "string"}}}}}}))),
    }
    Response {
        "header added" => |d, p| at(d, p).is_some_and(|s| set_new(s, "headers", json!({"X-Mutated": {"schema": {"type": "string"}}}))),
        "media type added" => |d, p| at(d, &format!("{p}/content")).is_some_and(|s| set_new(s, "text/plain", json!({"schema": {"type": "string"}}))),
        "content removed" => |d, p| remove(d, p, "content"),
        "response described" => |d, p| at(d, p).is_some_and(|s| set(s, "description", json!("Other words."))),
    }
    Path {
        "path removed" => gone,
        "path moved" => |d, p| { let key = key(p); renamed(d, p, &format!("/moved{key}")) },
        "path parameter renamed" => path_parameter,
    }
    Scheme {
        "scheme removed" => gone,
        "scheme renamed key" => |d, p| at(d, p).is_some_and(|s| s["type"] == "apiKey" && set(s, "name", json!("X-Mutated"))),
        "scheme became bearer" => |d, p| at(d, p).is_some_and(|s| { let was = s.clone(); *s = json!({"type": "http", "scheme": "bearer"}); was != *s }),
    }
    Root {
        "title changed" => |d, _| at(d, "/info").is_some_and(|s| set(s, "title", json!("Other title"))),
        "version changed" => |d, _| at(d, "/info").is_some_and(|s| set(s, "version", json!("9.9.9"))),
        "server changed" => |d, _| d.get("openapi").is_some() && set(d, "servers", json!([{"url": "https://mutated.example/v9"}])),
        "server variable added" => |d, _| d.get("openapi").is_some() && set(d, "servers", json!([{"url": "https://{zone}.example", "variables": {"zone": {"default": "eu"}}}])),
        "security dropped" => |d, _| remove(d, "", "security"),
        "operation added" => |d, _| at(d, "/paths").is_some_and(|s| set(s, "/mutated", json!({"get": {"operationId": "mutatedOperation", "responses": {"204": {"description": "ok"}}}}))),
        "scheme added" => |d, _| at(d, "/components/securitySchemes").is_some_and(|s| set_new(s, "mutated", json!({"type": "http", "scheme": "basic"}))),
        "schema added" => |d, _| at(d, "/components/schemas").is_some_and(|s| set_new(s, "MutatedSchema", json!({"type": "object", "properties": {"a": {"type": "string"}}}))),
        "webhook added" => |d, _| d["openapi"].as_str().is_some_and(|v| v.starts_with("3.1")) && set_new(d, "webhooks", json!({"mutated": {"post": {"requestBody": {"content": {"application/json": {"schema": {"type": "object"}}}}, "responses": {"200": {"description": "ok"}}}}})),
    }
};

fn type_changed(document: &mut Value, pointer: &str) -> bool {
    let Some(schema) = plain(document, pointer) else {
        return false;
    };
    let other = match schema["type"].as_str() {
        Some("string") => "integer",
        Some("integer") => "string",
        Some("number") => "boolean",
        Some("boolean") => "string",
        _ => return false,
    };
    let description = schema.get("description").cloned();
    *schema = json!({ "type": other });
    if let Some(description) = description {
        schema["description"] = description;
    }
    true
}

fn nullable(document: &mut Value, pointer: &str) -> bool {
    let is_31 = document["openapi"]
        .as_str()
        .is_some_and(|version| version.starts_with("3.1") || version.starts_with("3.2"));
    let Some(schema) = plain(document, pointer) else {
        return false;
    };
    if is_31 {
        let ty = schema["type"].clone();
        return set(schema, "type", json!([ty, "null"]));
    }
    set_new(schema, "nullable", json!(true))
}

fn property(document: &mut Value, pointer: &str, required: bool) -> bool {
    let Some(schema) = at(document, pointer) else {
        return false;
    };
    let Some(properties) = schema.get_mut("properties") else {
        return false;
    };
    let added = set_new(properties, "mutated_property", json!({"type": "string"}));
    if required {
        match schema.get_mut("required").and_then(Value::as_array_mut) {
            Some(names) => names.push(json!("mutated_property")),
            None => schema["required"] = json!(["mutated_property"]),
        }
    }
    added
}

fn property_removed(document: &mut Value, pointer: &str) -> bool {
    let owner = parent(parent(pointer)).to_owned();
    let name = key(pointer);
    if let Some(names) = list(document, &owner, "required") {
        names.retain(|other| *other != json!(name));
    }
    gone(document, pointer)
}

fn required_turned(document: &mut Value, pointer: &str) -> bool {
    let owner = parent(parent(pointer)).to_owned();
    let name = json!(key(pointer));
    if let Some(names) = list(document, &owner, "required") {
        match names.iter().position(|other| *other == name) {
            Some(index) => drop(names.remove(index)),
            None => names.push(name),
        }
        return true;
    }
    at(document, &owner).is_some_and(|schema| set(schema, "required", json!([name])))
}

fn inlined(document: &mut Value, pointer: &str) -> bool {
    let target = at(document, pointer).and_then(|schema| {
        schema
            .get("$ref")?
            .as_str()?
            .strip_prefix('#')
            .map(str::to_owned)
    });
    let Some(copy) = target.and_then(|target| document.pointer(&target).cloned()) else {
        return false;
    };
    at(document, pointer).is_some_and(|schema| {
        *schema = copy;
        true
    })
}

fn renamed_schema(document: &mut Value, pointer: &str) -> bool {
    let new = format!("Renamed{}", key(pointer));
    if !renamed(document, pointer, &new) {
        return false;
    }
    let (old, new) = (
        format!("#{pointer}"),
        format!("#{}/{}", parent(pointer), token(&new)),
    );
    rewrite(document, &|text| (text == old).then(|| new.clone()));
    true
}

/// Replaces the text of references.
fn rewrite(value: &mut Value, change: &dyn Fn(&str) -> Option<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object.iter_mut() {
                match value {
                    Value::String(text) if key == "$ref" => {
                        if let Some(new) = change(text) {
                            *text = new;
                        }
                    }
                    value => rewrite(value, change),
                }
            }
        }
        Value::Array(list) => list.iter_mut().for_each(|value| rewrite(value, change)),
        _ => {}
    }
}

fn parameter(document: &mut Value, pointer: &str, required: bool) -> bool {
    let is_2 = document.get("swagger").is_some();
    let Some(operation) = at(document, pointer) else {
        return false;
    };
    let mut new = json!({"name": "mutated_parameter", "in": "query", "required": required});
    match is_2 {
        true => new["type"] = json!("string"),
        false => new["schema"] = json!({"type": "string"}),
    }
    match operation
        .get_mut("parameters")
        .and_then(Value::as_array_mut)
    {
        Some(list) => list.push(new),
        None => operation["parameters"] = json!([new]),
    }
    true
}

fn response(document: &mut Value, pointer: &str, status: &str) -> bool {
    let is_2 = document.get("swagger").is_some();
    let schema = json!({"type": "object", "properties": {"reason": {"type": "string"}}});
    let new = match is_2 {
        true => json!({"description": "No.", "schema": schema}),
        false => json!({"description": "No.", "content": {"application/json": {"schema": schema}}}),
    };
    at(document, &format!("{pointer}/responses")).is_some_and(|all| set_new(all, status, new))
}

fn error_removed(document: &mut Value, pointer: &str) -> bool {
    let responses = document
        .pointer_mut(&format!("{pointer}/responses"))
        .and_then(Value::as_object_mut);
    let Some(responses) = responses else {
        return false;
    };
    let error = responses
        .keys()
        .find(|status| status.starts_with(['4', '5']) || *status == "default")
        .cloned();
    error.is_some_and(|status| responses.shift_remove(&status).is_some())
}

fn path_parameter(document: &mut Value, pointer: &str) -> bool {
    let path = key(pointer);
    let Some(name) = path
        .split_once('{')
        .and_then(|(_, rest)| rest.split_once('}'))
        .map(|(name, _)| name.to_owned())
    else {
        return false;
    };
    let mut renamed_any = false;
    let mut places = vec![format!("{pointer}/parameters")];
    places.extend(
        ["get", "put", "post", "delete", "patch"]
            .map(|method| format!("{pointer}/{method}/parameters")),
    );
    for place in places {
        let list = document.pointer_mut(&place).and_then(Value::as_array_mut);
        for parameter in list.into_iter().flatten() {
            if parameter["in"] == "path" && parameter["name"] == name.as_str() {
                parameter["name"] = json!("renamedPart");
                renamed_any = true;
            }
        }
    }
    renamed_any
        && renamed(
            document,
            pointer,
            &path.replacen(&format!("{{{name}}}"), "{renamedPart}", 1),
        )
}
