//! Documents from nothing. In: decisions; out: a document whose schemas use every keyword, with right values and wrong
//! ones. Invariant: a schema is at most four levels deep.

use super::choices::Choices;
use serde_json::{Map, Value, json};

/// What a keyword takes.
#[derive(Clone, Copy)]
enum Takes {
    Schema,
    SchemaOrFlag,
    Schemas,
    SchemaMap,
    Number,
    Count,
    Flag,
    Text,
    Names,
    NameLists,
    Type,
    Format,
    Pattern,
    Anything,
    Values,
    Discriminator,
    Xml,
    Reference,
}

const KEYWORDS: [(&str, Takes); 62] = [
    ("type", Takes::Type),
    ("type", Takes::Type),
    ("format", Takes::Format),
    ("properties", Takes::SchemaMap),
    ("properties", Takes::SchemaMap),
    ("items", Takes::Schema),
    ("required", Takes::Names),
    ("$ref", Takes::Reference),
    ("allOf", Takes::Schemas),
    ("oneOf", Takes::Schemas),
    ("anyOf", Takes::Schemas),
    ("enum", Takes::Values),
    ("additionalProperties", Takes::SchemaOrFlag),
    ("nullable", Takes::Flag),
    ("discriminator", Takes::Discriminator),
    ("default", Takes::Anything),
    ("const", Takes::Anything),
    ("example", Takes::Anything),
    ("examples", Takes::Values),
    ("not", Takes::Schema),
    ("title", Takes::Text),
    ("description", Takes::Text),
    ("readOnly", Takes::Flag),
    ("writeOnly", Takes::Flag),
    ("deprecated", Takes::Flag),
    ("minimum", Takes::Number),
    ("maximum", Takes::Number),
    ("exclusiveMinimum", Takes::Number),
    ("exclusiveMaximum", Takes::Flag),
    ("multipleOf", Takes::Number),
    ("minLength", Takes::Count),
    ("maxLength", Takes::Count),
    ("pattern", Takes::Pattern),
    ("minItems", Takes::Count),
    ("maxItems", Takes::Count),
    ("uniqueItems", Takes::Flag),
    ("minProperties", Takes::Count),
    ("maxProperties", Takes::Count),
    ("prefixItems", Takes::Schemas),
    ("contains", Takes::Schema),
    ("minContains", Takes::Count),
    ("patternProperties", Takes::SchemaMap),
    ("propertyNames", Takes::Schema),
    ("unevaluatedProperties", Takes::SchemaOrFlag),
    ("unevaluatedItems", Takes::SchemaOrFlag),
    ("dependentRequired", Takes::NameLists),
    ("dependentSchemas", Takes::SchemaMap),
    ("if", Takes::Schema),
    ("then", Takes::Schema),
    ("else", Takes::Schema),
    ("$defs", Takes::SchemaMap),
    ("$id", Takes::Text),
    ("$anchor", Takes::Text),
    ("$dynamicAnchor", Takes::Text),
    ("$dynamicRef", Takes::Reference),
    ("$comment", Takes::Text),
    ("contentMediaType", Takes::Text),
    ("contentEncoding", Takes::Text),
    ("contentSchema", Takes::Schema),
    ("xml", Takes::Xml),
    ("x-enum-varnames", Takes::Names),
    ("x-nullable", Takes::Flag),
];

/// Texts that are words of the specification, identifiers of Rust, or trouble.
pub(crate) const WORDS: [&str; 72] = [
    "id",
    "name",
    "type",
    "self",
    "Self",
    "super",
    "crate",
    "fn",
    "async",
    "Option",
    "Vec",
    "String",
    "Box",
    "Error",
    "Result",
    "Some",
    "Client",
    "send",
    "builder",
    "runtime",
    "value",
    "r#type",
    "_",
    "__",
    "-",
    "",
    " ",
    "1",
    "42nd",
    "ß",
    "名前",
    "a-b",
    "a_b",
    "aB",
    "A_B",
    "$ref",
    "*/",
    "/*",
    "\"",
    "\\",
    "\n",
    "{id}",
    "{",
    "}",
    "#",
    "#/",
    "..",
    "../x",
    "/",
    "~0~1",
    "%2F",
    "\u{0}",
    "\u{7f}",
    "\u{202e}",
    "\u{1f600}",
    "\r\n",
    "\t",
    "```",
    "<b>",
    "[x]",
    "//! x",
    "#![x]",
    "\"#",
    "{}",
    "{:?}",
    "true",
    "null",
    "1e999",
    "default",
    "200",
    "model",
    "models",
];
/// Types, and what is none.
const TYPES: [&str; 9] = [
    "object", "string", "array", "integer", "number", "boolean", "null", "file", "any",
];
/// Formats, and what is none.
const FORMATS: [&str; 20] = [
    "int32",
    "int64",
    "uint8",
    "uint64",
    "float",
    "double",
    "date",
    "date-time",
    "time",
    "byte",
    "binary",
    "uuid",
    "uri",
    "email",
    "password",
    "ipv4",
    "decimal",
    "duration",
    "int128",
    "x",
];
/// Patterns, and what is none.
const PATTERNS: [&str; 7] = ["^a+$", "(", "[a-z]{2,}", "(a*)*b", "\\p{L}", "\"#", ""];
/// Schemas that a document from nothing has; `E` is missing.
const NAMES: [&str; 5] = ["A", "B", "C", "D", "E"];

/// A document whose four schemas are used wherever a schema can be.
pub(crate) fn document(choices: &mut Choices) -> Value {
    let version = *choices.of(&["3.1.0", "3.0.3", "3.2.0"]);
    let style = *choices.of(&[
        "form",
        "spaceDelimited",
        "pipeDelimited",
        "deepObject",
        "simple",
    ]);
    let media = *choices.of(&[
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "application/octet-stream",
        "application/jsonl",
        "text/event-stream",
        "application/xml",
        "*/*",
    ]);
    let (query, header) = (schema(choices, 2), schema(choices, 1));
    let schemas: Map<String, Value> = NAMES[..4]
        .iter()
        .map(|name| ((*name).to_owned(), schema(choices, 4)))
        .collect();
    let of = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    json!({
        "openapi": version,
        "info": {"title": "From nothing", "version": "1"},
        "paths": {"/a/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
            "get": {
                "parameters": [
                    {"name": "q", "in": "query", "style": style, "schema": query},
                    {"name": "X-H", "in": "header", "schema": of("D")},
                ],
                "responses": {
                    "200": {
                        "description": "",
                        "headers": {"X-Rate": {"schema": header}},
                        "content": {"application/json": {"schema": of("A")}},
                    },
                    "default": {"description": "", "content": {"application/json": {"schema": of("B")}}},
                },
            },
            "post": {
                "requestBody": {"content": {media: {"schema": of("C")}}},
                "responses": {"200": {"description": "", "content": {media: {"schema": of("B")}}}},
            },
        }},
        "components": {"schemas": schemas},
    })
}

/// A schema of some keywords.
pub(crate) fn schema(choices: &mut Choices, depth: usize) -> Value {
    let count = match depth {
        0 => choices.below(2),
        _ => choices.below(6),
    };
    let keywords = (0..count).map(|_| keyword(choices, depth));
    Value::Object(keywords.collect())
}

/// A keyword with a value: mostly one that it takes.
pub(crate) fn keyword(choices: &mut Choices, depth: usize) -> (String, Value) {
    let (name, mut takes) = *choices.of(&KEYWORDS);
    if choices.once_in(10) {
        takes = choices.of(&KEYWORDS).1;
    }
    (name.to_owned(), taken(choices, takes, depth))
}

/// A value of any type.
pub(crate) fn anything(choices: &mut Choices) -> Value {
    match choices.below(14) {
        0 => Value::Null,
        1 => json!({}),
        2 => json!([]),
        3 => json!(true),
        4 => json!(-1),
        5 => json!(0.5),
        6 => json!(u64::MAX),
        7 => json!(i64::MIN),
        8 => json!(1e300),
        9 => json!([[null]]),
        10 => json!({"a": {"b": [1, "2", null]}}),
        11 => json!("x".repeat(300)),
        12 => json!([1, 1, "1", true, null, 1.0]),
        _ => json!(choices.of(&WORDS)),
    }
}

fn taken(choices: &mut Choices, takes: Takes, depth: usize) -> Value {
    let below = depth.saturating_sub(1);
    match takes {
        Takes::Schema => schema(choices, below),
        Takes::SchemaOrFlag => match choices.below(3) {
            0 => schema(choices, below),
            flag => json!(flag == 1),
        },
        Takes::Schemas => (0..choices.below(4))
            .map(|_| schema(choices, below))
            .collect(),
        Takes::SchemaMap => Value::Object(
            (0..choices.below(4))
                .map(|_| ((*choices.of(&WORDS)).to_owned(), schema(choices, below)))
                .collect(),
        ),
        Takes::Number => choices
            .of(&[json!(0), json!(-7), json!(1.5), json!(1e19)])
            .clone(),
        Takes::Count => choices.of(&[json!(0), json!(3), json!(u64::MAX)]).clone(),
        Takes::Flag => json!(choices.below(2) == 0),
        Takes::Text => json!(choices.of(&WORDS)),
        Takes::Names => (0..choices.below(4))
            .map(|_| json!(choices.of(&WORDS)))
            .collect(),
        Takes::NameLists => json!({*choices.of(&WORDS): [choices.of(&WORDS)]}),
        Takes::Type => match choices.below(12) {
            one @ 0..9 => json!(TYPES[one]),
            _ => json!([choices.of(&TYPES), choices.of(&TYPES)]),
        },
        Takes::Format => json!(choices.of(&FORMATS)),
        Takes::Pattern => json!(choices.of(&PATTERNS)),
        Takes::Anything => anything(choices),
        Takes::Values => (0..choices.below(5)).map(|_| anything(choices)).collect(),
        Takes::Discriminator => {
            json!({"propertyName": choices.of(&WORDS), "mapping": {*choices.of(&WORDS): choices.of(&NAMES)}})
        }
        Takes::Xml => json!({"name": choices.of(&WORDS), "attribute": true}),
        Takes::Reference => json!(format!("#/components/schemas/{}", choices.of(&NAMES))),
    }
}
