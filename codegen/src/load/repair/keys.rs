//! In: an object of the specification. Out: what is said of keys that no version of it knows. Invariant: extensions
//! (`x-…`) and keys of every dialect pass in silence; what is left out of the output is told.

use serde_json::Value;

use super::{Context, Object, below};
use crate::diag::{Diagnostic, suggest};
use crate::load::walk::{Node, Place};

/// Tells the keys that mean nothing.
pub(super) fn unknown(node: Node, map: &Object, at: &str, context: &mut Context) {
    let Some((name, known)) = known(node) else {
        return;
    };
    for (key, value) in map {
        let is_known = known.contains(&key.as_str()) || node.child(key) != Place::Rest;
        if is_known || is_extension(key) {
            continue;
        }
        let message = format!("{name} has no key `{key}`; it is left out");
        let absent = known
            .iter()
            .copied()
            .filter(|other| !map.contains_key(*other));
        let place = context.origin(&below(at, key)).of_key();
        let glued = key
            .split_once(':')
            .filter(|(own, _)| value.is_null() && known.contains(own));
        let help = match suggest(key, absent) {
            _ if glued.is_some() => Some("a space is missing behind the `:`".to_owned()),
            Some(near) => Some(format!("did you mean `{near}`?")),
            None if node == Node::Schema && is_schema(value) => Some(format!(
                "if `{key}` is a property, it belongs below `properties`"
            )),
            None => None,
        };
        context.diagnostics.push(match help {
            Some(help) => Diagnostic::warning("key-unknown", place, message).help(help),
            None => Diagnostic::note("key-unknown", place, message),
        });
    }
}

fn is_extension(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with("X-")
}

/// Whether a value looks like a schema.
fn is_schema(value: &Value) -> bool {
    let keys = ["type", "$ref", "properties", "allOf", "oneOf", "anyOf"];
    keys.iter().any(|key| value.get(key).is_some())
}

/// What an object is called, and the keys that it may have in any dialect; `None` where keys are names.
fn known(node: Node) -> Option<(&'static str, &'static [&'static str])> {
    Some(match node {
        Node::Root => ("the document", ROOT),
        Node::Info => ("`info`", INFO),
        Node::Server => ("a server", &["url", "description", "variables", "name"]),
        Node::ServerVariable => ("a server variable", &["enum", "default", "description"]),
        Node::Components => ("`components`", COMPONENTS),
        Node::PathItem => ("a path", PATH_ITEM),
        Node::Operation => ("an operation", OPERATION),
        Node::Parameter => ("a parameter", PARAMETER),
        Node::Header => ("a header", PARAMETER),
        Node::Body => ("a request body", BODY),
        Node::MediaType => ("a media type", MEDIA_TYPE),
        Node::Encoding => ("an encoding", ENCODING),
        Node::Response => ("a response", RESPONSE),
        Node::Example => ("an example", EXAMPLE),
        Node::Link => ("a link", LINK),
        Node::Tag => ("a tag", TAG),
        Node::Schema => ("a schema", SCHEMA),
        Node::Discriminator => (
            "a discriminator",
            &["propertyName", "mapping", "defaultMapping"],
        ),
        Node::SecurityScheme => ("a security scheme", SECURITY_SCHEME),
        Node::Callback => return None,
    })
}

const ROOT: &[&str] = &[
    "openapi",
    "swagger",
    "info",
    "servers",
    "paths",
    "components",
    "tags",
    "security",
    "webhooks",
    "externalDocs",
    "jsonSchemaDialect",
    "$self",
    "host",
    "basePath",
    "schemes",
    "consumes",
    "produces",
    "definitions",
    "parameters",
    "responses",
    "securityDefinitions",
    "$schema",
    "$id",
    "id",
    "$defs",
    "$vocabulary",
];

const INFO: &[&str] = &[
    "title",
    "summary",
    "description",
    "termsOfService",
    "contact",
    "license",
    "version",
];

const COMPONENTS: &[&str] = &[
    "schemas",
    "responses",
    "parameters",
    "examples",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "mediaTypes",
];

const PATH_ITEM: &[&str] = &[
    "$ref",
    "summary",
    "description",
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
    "servers",
    "parameters",
    "additionalOperations",
];

const OPERATION: &[&str] = &[
    "tags",
    "summary",
    "description",
    "externalDocs",
    "operationId",
    "parameters",
    "requestBody",
    "responses",
    "callbacks",
    "deprecated",
    "security",
    "servers",
    "consumes",
    "produces",
    "schemes",
];

const PARAMETER: &[&str] = &[
    "$ref",
    "name",
    "in",
    "description",
    "required",
    "schema",
    "style",
    "explode",
    "example",
    "examples",
    "content",
    "deprecated",
    "allowEmptyValue",
    "allowReserved",
    "summary",
    "type",
    "format",
    "items",
    "collectionFormat",
    "default",
    "enum",
    "maximum",
    "exclusiveMaximum",
    "minimum",
    "exclusiveMinimum",
    "maxLength",
    "minLength",
    "pattern",
    "maxItems",
    "minItems",
    "uniqueItems",
    "multipleOf",
    "nullable",
];

const BODY: &[&str] = &["$ref", "description", "summary", "content", "required"];

const MEDIA_TYPE: &[&str] = &[
    "$ref",
    "schema",
    "itemSchema",
    "example",
    "examples",
    "encoding",
    "prefixEncoding",
    "itemEncoding",
    "summary",
    "description",
];

const ENCODING: &[&str] = &[
    "contentType",
    "headers",
    "style",
    "explode",
    "allowReserved",
    "encoding",
    "prefixEncoding",
    "itemEncoding",
];

const RESPONSE: &[&str] = &[
    "$ref",
    "summary",
    "description",
    "headers",
    "content",
    "links",
    "schema",
    "examples",
];

const EXAMPLE: &[&str] = &[
    "$ref",
    "summary",
    "description",
    "value",
    "externalValue",
    "dataValue",
    "serializedValue",
];

const LINK: &[&str] = &[
    "$ref",
    "operationRef",
    "operationId",
    "parameters",
    "requestBody",
    "description",
    "summary",
    "server",
];

const TAG: &[&str] = &[
    "name",
    "summary",
    "description",
    "externalDocs",
    "parent",
    "kind",
];

const SECURITY_SCHEME: &[&str] = &[
    "$ref",
    "type",
    "description",
    "summary",
    "name",
    "in",
    "scheme",
    "bearerFormat",
    "flows",
    "openIdConnectUrl",
    "oauth2MetadataUrl",
    "deprecated",
    "flow",
    "authorizationUrl",
    "tokenUrl",
    "scopes",
];

/// JSON Schema from draft 4 to 2020-12, and what OpenAPI adds.
const SCHEMA: &[&str] = &[
    "type",
    "description",
    "$ref",
    "properties",
    "format",
    "enum",
    "items",
    "required",
    "example",
    "title",
    "nullable",
    "allOf",
    "oneOf",
    "anyOf",
    "default",
    "additionalProperties",
    "readOnly",
    "writeOnly",
    "deprecated",
    "minimum",
    "maximum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "maxItems",
    "uniqueItems",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
    "minProperties",
    "maxProperties",
    "discriminator",
    "examples",
    "const",
    "not",
    "externalDocs",
    "xml",
    "$defs",
    "definitions",
    "patternProperties",
    "dependentSchemas",
    "dependentRequired",
    "dependencies",
    "prefixItems",
    "additionalItems",
    "if",
    "then",
    "else",
    "contains",
    "minContains",
    "maxContains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "contentSchema",
    "contentEncoding",
    "contentMediaType",
    "$schema",
    "$id",
    "id",
    "$comment",
    "$anchor",
    "$dynamicRef",
    "$dynamicAnchor",
    "$recursiveRef",
    "$recursiveAnchor",
    "$vocabulary",
];
