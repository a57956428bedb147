//! In: a document, or a part of one and what it is. Out: a visit of every object in it whose meaning the specification
//! fixes. Invariant: what something is follows from where it stands, never from how it looks: a property may be called
//! `required` or `$ref`.

use serde_json::Value;

use crate::source::escape_token;

/// Visits a value and everything below it, parents first; `at` is its pointer. A visitor may change what it is shown,
/// and the walk goes on with the result.
pub(super) fn walk(value: &mut Value, at: &str, place: Place, visitor: &mut impl Visitor) {
    let mut pointer = at.to_owned();
    step(value, &mut pointer, place, visitor);
}

/// Whoever wants to see, and perhaps change, the objects of a document.
pub(super) trait Visitor {
    /// A value that should be a `place`, at a pointer.
    fn visit(&mut self, place: Place, value: &mut Value, at: &str);
}

/// What stands, or should stand, at a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Place {
    /// One object.
    One(Node),
    /// An object whose keys are names.
    Map(Node),
    /// An object whose keys are names, except those that begin with `x-`.
    Fields(Node),
    /// An array.
    List(Node),
    /// Something with no objects of the specification in it, or unknown.
    Rest,
}

/// The objects of the specification, Swagger 2.0 to OpenAPI 3.2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Root,
    Info,
    Server,
    ServerVariable,
    Components,
    PathItem,
    Operation,
    Parameter,
    Body,
    MediaType,
    Encoding,
    Response,
    Header,
    Example,
    Link,
    Callback,
    Tag,
    Schema,
    Discriminator,
    SecurityScheme,
}

impl Place {
    /// What stands one step down.
    pub(super) fn child(self, key: &str) -> Place {
        match self {
            Place::One(node) => node.child(key),
            Place::Map(node) | Place::List(node) => Place::One(node),
            Place::Fields(_) if key.starts_with("x-") => Place::Rest,
            Place::Fields(node) => Place::One(node),
            Place::Rest => Place::Rest,
        }
    }
}

impl Node {
    /// What the value of a keyword is.
    pub(super) fn child(self, key: &str) -> Place {
        match self {
            Node::Root => root(key),
            Node::Components => component(key),
            Node::PathItem => path_item(key),
            Node::Operation => operation(key),
            Node::Parameter | Node::Header => parameter(key),
            Node::MediaType => media_type(key),
            Node::Response => response(key),
            Node::Schema => schema(key),
            Node::Body if key == "content" => Place::Map(Node::MediaType),
            Node::Encoding => encoding(key),
            Node::Server if key == "variables" => Place::Map(Node::ServerVariable),
            Node::Link if key == "server" => Place::One(Node::Server),
            Node::Callback if key != "$ref" => Place::Fields(Node::PathItem).child(key),
            Node::Body
            | Node::Callback
            | Node::Info
            | Node::Server
            | Node::ServerVariable
            | Node::Example
            | Node::Link
            | Node::Tag
            | Node::Discriminator
            | Node::SecurityScheme => Place::Rest,
        }
    }
}

fn root(key: &str) -> Place {
    match key {
        "info" => Place::One(Node::Info),
        "servers" => Place::List(Node::Server),
        "paths" => Place::Fields(Node::PathItem),
        "webhooks" | "x-webhooks" => Place::Map(Node::PathItem),
        "components" => Place::One(Node::Components),
        "tags" => Place::List(Node::Tag),
        // Swagger 2.0, and the habit of keeping schemas there in later documents.
        "definitions" | "$defs" => Place::Map(Node::Schema),
        "parameters" => Place::Map(Node::Parameter),
        "responses" => Place::Map(Node::Response),
        "securityDefinitions" => Place::Map(Node::SecurityScheme),
        _ => Place::Rest,
    }
}

fn component(key: &str) -> Place {
    match key {
        "schemas" => Place::Map(Node::Schema),
        "responses" => Place::Map(Node::Response),
        "parameters" => Place::Map(Node::Parameter),
        "examples" => Place::Map(Node::Example),
        "requestBodies" => Place::Map(Node::Body),
        "headers" => Place::Map(Node::Header),
        "securitySchemes" => Place::Map(Node::SecurityScheme),
        "links" => Place::Map(Node::Link),
        "callbacks" => Place::Map(Node::Callback),
        "pathItems" => Place::Map(Node::PathItem),
        "mediaTypes" => Place::Map(Node::MediaType),
        _ => Place::Rest,
    }
}

/// The methods that a path item has keywords for.
pub(super) const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

fn path_item(key: &str) -> Place {
    match key {
        "parameters" => Place::List(Node::Parameter),
        "servers" => Place::List(Node::Server),
        "additionalOperations" => Place::Map(Node::Operation),
        key if METHODS.contains(&key) => Place::One(Node::Operation),
        _ => Place::Rest,
    }
}

fn operation(key: &str) -> Place {
    match key {
        "parameters" => Place::List(Node::Parameter),
        "requestBody" => Place::One(Node::Body),
        "responses" => Place::Fields(Node::Response),
        "callbacks" => Place::Map(Node::Callback),
        "servers" => Place::List(Node::Server),
        _ => Place::Rest,
    }
}

fn parameter(key: &str) -> Place {
    match key {
        "schema" => Place::One(Node::Schema),
        "content" => Place::Map(Node::MediaType),
        "examples" => Place::Map(Node::Example),
        // Swagger 2.0 writes the schema of a parameter into the parameter.
        "items" => Place::One(Node::Schema),
        _ => Place::Rest,
    }
}

fn media_type(key: &str) -> Place {
    match key {
        "schema" | "itemSchema" => Place::One(Node::Schema),
        "examples" => Place::Map(Node::Example),
        "encoding" => Place::Map(Node::Encoding),
        "prefixEncoding" => Place::List(Node::Encoding),
        "itemEncoding" => Place::One(Node::Encoding),
        _ => Place::Rest,
    }
}

fn encoding(key: &str) -> Place {
    match key {
        "headers" => Place::Map(Node::Header),
        "encoding" => Place::Map(Node::Encoding),
        "prefixEncoding" => Place::List(Node::Encoding),
        "itemEncoding" => Place::One(Node::Encoding),
        _ => Place::Rest,
    }
}

fn response(key: &str) -> Place {
    match key {
        "headers" => Place::Map(Node::Header),
        "content" => Place::Map(Node::MediaType),
        "links" => Place::Map(Node::Link),
        "schema" => Place::One(Node::Schema),
        _ => Place::Rest,
    }
}

fn schema(key: &str) -> Place {
    match key {
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas" => {
            Place::Map(Node::Schema)
        }
        "allOf" | "oneOf" | "anyOf" | "prefixItems" => Place::List(Node::Schema),
        "items"
        | "additionalItems"
        | "additionalProperties"
        | "not"
        | "if"
        | "then"
        | "else"
        | "contains"
        | "propertyNames"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contentSchema" => Place::One(Node::Schema),
        "discriminator" => Place::One(Node::Discriminator),
        _ => Place::Rest,
    }
}

fn step(value: &mut Value, pointer: &mut String, place: Place, visitor: &mut impl Visitor) {
    visitor.visit(place, value, pointer);
    let end = pointer.len();
    match value {
        Value::Object(map) => {
            for (key, child) in map.iter_mut() {
                let below = place.child(key);
                if below != Place::Rest {
                    pointer.push('/');
                    push_token(pointer, key);
                    step(child, pointer, below, visitor);
                    pointer.truncate(end);
                }
            }
        }
        Value::Array(list) => {
            let below = match place {
                Place::List(node) => Place::One(node),
                // The tuples of JSON Schema before 2020-12: `items` as an array.
                Place::One(Node::Schema) => place,
                Place::One(_) | Place::Map(_) | Place::Fields(_) | Place::Rest => return,
            };
            for (index, child) in list.iter_mut().enumerate() {
                pointer.push('/');
                pointer.push_str(&index.to_string());
                step(child, pointer, below, visitor);
                pointer.truncate(end);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn push_token(pointer: &mut String, key: &str) {
    if key.contains(['~', '/']) {
        pointer.push_str(&escape_token(key));
    } else {
        pointer.push_str(key);
    }
}

/// What stands at `pointer`, below a `place` that stands at `""`.
pub(super) fn place_at(place: Place, pointer: &str) -> Place {
    pointer.split('/').skip(1).fold(place, |place, token| {
        let number = token.bytes().all(|b| b.is_ascii_digit());
        match place {
            Place::One(Node::Schema) if number => place,
            _ => place.child(&crate::source::unescape_token(token)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    struct Seen(Vec<String>);

    impl Visitor for Seen {
        fn visit(&mut self, place: Place, _: &mut Value, at: &str) {
            if place == Place::One(Node::Schema) {
                self.0.push(at.to_owned());
            }
        }
    }

    #[test]
    fn schemas_are_found_by_position_only() {
        let mut value = json!({"components": {"schemas": {"A": {
            "properties": {"items": {"type": "string"}, "example": {"not": {}}},
            "example": {"properties": {"x": {}}},
            "allOf": [{"items": [{}, true]}],
        }}}});
        let mut seen = Seen(Vec::new());
        walk(&mut value, "", Place::One(Node::Root), &mut seen);
        let below: Vec<&str> = seen
            .0
            .iter()
            .filter_map(|at| at.strip_prefix("/components/schemas/A"))
            .collect();
        assert_eq!(
            below,
            [
                "",
                "/properties/items",
                "/properties/example",
                "/properties/example/not",
                "/allOf/0",
                "/allOf/0/items",
                "/allOf/0/items/0",
                "/allOf/0/items/1"
            ]
        );
        for at in &seen.0 {
            assert_eq!(
                place_at(Place::One(Node::Root), at),
                Place::One(Node::Schema),
                "{at}"
            );
        }
    }
}
