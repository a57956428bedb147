//! In: a document (Swagger 2.0 or OpenAPI 3). Out: the places in it that can be changed. Invariant: only what the
//! specification calls a schema, a parameter, an operation or a response is named one, whatever its keys look like.

use serde_json::Value;

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The document.
    Root,
    /// A path item.
    Path,
    /// An operation.
    Operation,
    /// A parameter.
    Parameter,
    /// A response.
    Response,
    /// Any schema.
    Schema,
    /// A schema under a name of its own.
    Component,
    /// A property of a schema.
    Property,
    /// A security scheme.
    Scheme,
}

/// A place.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    pub(crate) kind: Kind,
    pub(crate) pointer: String,
}

/// Every place of a document.
pub(crate) fn sites(document: &Value) -> Vec<Site> {
    let mut found = Sites { list: Vec::new() };
    found.push(Kind::Root, "");
    let components = [
        ("/components/schemas", Kind::Component),
        ("/definitions", Kind::Component),
    ];
    for (pointer, kind) in components {
        for (below, schema) in children(document, pointer) {
            found.push(kind, &below);
            found.schema(schema, &below);
        }
    }
    for pointer in ["/components/securitySchemes", "/securityDefinitions"] {
        for (below, _) in children(document, pointer) {
            found.push(Kind::Scheme, &below);
        }
    }
    for pointer in ["/components/parameters", "/parameters"] {
        for (below, parameter) in children(document, pointer) {
            found.parameter(parameter, &below);
        }
    }
    for (below, response) in children(document, "/components/responses") {
        found.response(response, &below);
    }
    for (below, item) in children(document, "/paths") {
        found.path(item, &below);
    }
    found.list
}

/// The members of the object at a pointer.
fn children<'v>(document: &'v Value, pointer: &str) -> Vec<(String, &'v Value)> {
    let object = document.pointer(pointer).and_then(Value::as_object);
    let members = object
        .into_iter()
        .flatten()
        .filter(|(key, _)| !key.starts_with("x-"));
    members
        .map(|(key, value)| (format!("{pointer}/{}", token(key)), value))
        .collect()
}

/// A key in a pointer.
pub(crate) fn token(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

struct Sites {
    list: Vec<Site>,
}

impl Sites {
    fn push(&mut self, kind: Kind, pointer: &str) {
        self.list.push(Site {
            kind,
            pointer: pointer.to_owned(),
        });
    }

    fn path(&mut self, item: &Value, pointer: &str) {
        self.push(Kind::Path, pointer);
        self.parameters(item, pointer);
        for method in ["get", "put", "post", "delete", "patch"] {
            if let Some(operation) = item.get(method) {
                self.operation(operation, &format!("{pointer}/{method}"));
            }
        }
    }

    fn parameters(&mut self, holder: &Value, pointer: &str) {
        let list = holder.get("parameters").and_then(Value::as_array);
        for (at, parameter) in list.into_iter().flatten().enumerate() {
            self.parameter(parameter, &format!("{pointer}/parameters/{at}"));
        }
    }

    fn parameter(&mut self, parameter: &Value, pointer: &str) {
        if parameter.get("$ref").is_some() {
            return;
        }
        self.push(Kind::Parameter, pointer);
        if let Some(schema) = parameter.get("schema") {
            self.schema(schema, &format!("{pointer}/schema"));
        }
    }

    fn operation(&mut self, operation: &Value, pointer: &str) {
        self.push(Kind::Operation, pointer);
        self.parameters(operation, pointer);
        let body = format!("{pointer}/requestBody");
        if let Some(value) = operation.get("requestBody") {
            self.content(value, &body);
        }
        for (below, response) in children(operation, "/responses") {
            self.response(response, &format!("{pointer}{below}"));
        }
    }

    fn response(&mut self, response: &Value, pointer: &str) {
        if response.get("$ref").is_some() {
            return;
        }
        self.push(Kind::Response, pointer);
        self.content(response, pointer);
        if let Some(schema) = response.get("schema") {
            self.schema(schema, &format!("{pointer}/schema"));
        }
    }

    fn content(&mut self, holder: &Value, pointer: &str) {
        for (below, media) in children(holder, "/content") {
            if let Some(schema) = media.get("schema") {
                self.schema(schema, &format!("{pointer}{below}/schema"));
            }
        }
    }

    fn schema(&mut self, schema: &Value, pointer: &str) {
        if !schema.is_object() {
            return;
        }
        self.push(Kind::Schema, pointer);
        for (below, property) in children(schema, "/properties") {
            let below = format!("{pointer}{below}");
            self.push(Kind::Property, &below);
            self.schema(property, &below);
        }
        for keyword in ["items", "additionalProperties", "not"] {
            if let Some(inner) = schema.get(keyword) {
                self.schema(inner, &format!("{pointer}/{keyword}"));
            }
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            let list = schema.get(keyword).and_then(Value::as_array);
            for (at, inner) in list.into_iter().flatten().enumerate() {
                self.schema(inner, &format!("{pointer}/{keyword}/{at}"));
            }
        }
    }
}
