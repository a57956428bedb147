//! Documents with a word in every place that takes text. In: words; out, documents by their names.

use serde_json::{Map, Value, json};

/// A document for each family of places: together they hold every word in every place.
pub(crate) fn all(words: &[String]) -> Vec<(&'static str, Value)> {
    vec![
        ("properties", with_schemas(words, properties(words))),
        ("schemas", with_schemas(words, schemas(words))),
        ("unions", with_schemas(words, unions(words))),
        ("operations", operations(words)),
        ("parameters", parameters(words)),
        ("bodies", bodies(words)),
        ("security", security(words)),
        ("servers", servers(words)),
    ]
}

/// Just enough to be a document.
pub(crate) fn small() -> Value {
    let mut document = root("small");
    document["paths"] = json!({"/a": {"get": {"responses": {"200": {"description": "d"}}}}});
    document
}

fn root(title: &str) -> Value {
    json!({"openapi": "3.1.0", "info": {"title": title, "version": "1"}, "paths": {}})
}

fn text(word: &str) -> Value {
    json!({"type": "string", "title": word, "description": word, "default": word, "example": word, "pattern": word})
}

/// Uses every schema, so that none is left out; the words are the texts around them.
fn with_schemas(words: &[String], schemas: Map<String, Value>) -> Value {
    let mut document = root(&words.join(" "));
    document["info"]["description"] = words.join("\n\n").into();
    document["info"]["version"] = words.concat().into();
    let key = |name: &String| {
        name.replace('~', "~0")
            .replace('/', "~1")
            .replace('%', "%25")
    };
    let all: Vec<Value> = schemas
        .keys()
        .map(|name| json!({"$ref": format!("#/components/schemas/{}", key(name))}))
        .collect();
    document["paths"]["/all"]["post"] = json!({
        "requestBody": {"content": {"application/json": {"schema": {"type": "array", "prefixItems": all}}}},
        "responses": {"200": {"description": "d", "content": {"application/json": {"schema": {"type": "array", "prefixItems": all}}}}},
    });
    document["components"] = json!({ "schemas": schemas });
    document
}

fn properties(words: &[String]) -> Map<String, Value> {
    let plain: Map<String, Value> = words
        .iter()
        .map(|word| (word.clone(), text(word)))
        .collect();
    let inline: Map<String, Value> = words
        .iter()
        .map(|word| {
            (
                word.clone(),
                json!({"type": "object", "properties": {word: {"enum": [word]}}}),
            )
        })
        .collect();
    let list = json!({"type": "string", "enum": words, "description": "d"});
    let named = json!({"type": "string", "enum": words, "x-enum-varnames": reversed(words), "x-enum-descriptions": words});
    Map::from_iter([
        (
            "Plain".to_owned(),
            json!({"type": "object", "properties": plain}),
        ),
        (
            "Required".to_owned(),
            json!({"type": "object", "properties": plain, "required": words, "additionalProperties": false}),
        ),
        (
            "Inline".to_owned(),
            json!({"type": "object", "properties": inline}),
        ),
        ("List".to_owned(), list),
        ("Named".to_owned(), named),
    ])
}

fn reversed(words: &[String]) -> Vec<&String> {
    words.iter().rev().collect()
}

fn schemas(words: &[String]) -> Map<String, Value> {
    let object = |word: &String| json!({"type": "object", "title": word, "description": word, "properties": {word: text(word)}});
    words
        .iter()
        .map(|word| (word.clone(), object(word)))
        .collect()
}

fn unions(words: &[String]) -> Map<String, Value> {
    let mut schemas = Map::new();
    for (index, word) in words.iter().enumerate() {
        let branch = json!({"type": "object", "title": word, "required": [word], "properties": {word: {"const": word}}});
        schemas.insert(format!("Branch{index}"), branch);
    }
    let reference = |index: usize| json!({"$ref": format!("#/components/schemas/Branch{index}")});
    let branches: Vec<Value> = (0..words.len()).map(reference).collect();
    let mapping: Map<String, Value> = words
        .iter()
        .enumerate()
        .map(|(index, word)| {
            (
                word.clone(),
                format!("#/components/schemas/Branch{index}").into(),
            )
        })
        .collect();
    let titled: Vec<Value> = words
        .iter()
        .map(|word| json!({"type": "object", "title": word, "required": [word], "properties": {word: {"type": "string"}}}))
        .collect();
    for (index, word) in words.iter().enumerate() {
        let tagged = json!({"oneOf": [reference(index), reference((index + 1) % words.len())],
            "discriminator": {"propertyName": word, "mapping": {word: format!("#/components/schemas/Branch{index}")}}});
        schemas.insert(format!("Tagged{index}"), tagged);
    }
    schemas.insert(
        "Mapped".to_owned(),
        json!({"oneOf": branches, "discriminator": {"propertyName": "kind", "mapping": mapping}}),
    );
    schemas.insert("Titled".to_owned(), json!({"oneOf": titled}));
    schemas
}

fn answer() -> Value {
    json!({"200": {"description": "d", "content": {"application/json": {"schema": {"type": "object", "properties": {"a": {"type": "string"}}}}}}})
}

fn operations(words: &[String]) -> Value {
    let mut document = root("operations");
    for (index, word) in words.iter().enumerate() {
        document["paths"][format!("/{index}/{word}")]["get"] = json!({
            "operationId": word, "tags": [word], "summary": word, "description": word,
            "externalDocs": {"url": word, "description": word},
            "deprecated": index % 7 == 0,
            "responses": answer(),
        });
        document["paths"][format!("/{word}/x{index}")]["post"] =
            json!({"tags": [word], "responses": answer()});
    }
    let tags: Vec<Value> = words
        .iter()
        .map(|word| json!({"name": word, "description": word}))
        .collect();
    document["tags"] = tags.into();
    document
}

fn parameters(words: &[String]) -> Value {
    let mut document = root("parameters");
    let places = [
        ("query", true),
        ("query", false),
        ("header", false),
        ("cookie", true),
    ];
    for (place, required) in places {
        let list: Vec<Value> = words
            .iter()
            .map(|word| json!({"name": word, "in": place, "required": required, "description": word, "example": word,
                "schema": {"type": "string", "enum": ["a", word], "default": word}}))
            .collect();
        document["paths"][format!("/{place}-{required}")]["get"] =
            json!({"parameters": list, "responses": answer()});
    }
    for (index, word) in words.iter().enumerate() {
        document["paths"][format!("/path/{index}/{{{word}}}")]["get"] = json!({
            "parameters": [{"name": word, "in": "path", "required": true, "description": word, "schema": {"type": "string"}}],
            "responses": answer(),
        });
    }
    document
}

fn bodies(words: &[String]) -> Value {
    let mut document = root("bodies");
    for (index, word) in words.iter().enumerate() {
        let object = json!({"type": "object", "properties": {word: {"type": "string"}, "file": {"type": "string", "format": "binary"}}});
        // A media type that is only the word, has it as subtype, or as all of it but the suffix.
        let other = [
            word.clone(),
            format!("application/{word}"),
            format!("{word}+json"),
        ];
        let other = &other[index % 3];
        let contents = |object: &Value| {
            json!({
                other: {"schema": object},
                "application/json": {"schema": object, "example": {word: word}},
            })
        };
        document["paths"][format!("/body/{index}")]["post"] = json!({
            "requestBody": {"description": word, "content": contents(&object)},
            "responses": {
                "200": {"description": word, "content": contents(&object), "headers": {word: {"description": word, "schema": {"type": "string"}}}},
                "404": {"description": word, "content": {"application/json": {"schema": object}}},
                word: {"description": word},
            },
        });
        document["paths"][format!("/form/{index}")]["post"] = json!({
            "requestBody": {"content": {
                "multipart/form-data": {"schema": object, "encoding": {word: {"contentType": word, "headers": {word: {"schema": {"type": "string"}}}}}},
                "application/x-www-form-urlencoded": {"schema": object}}},
            "responses": {"default": {"description": word}},
        });
    }
    document
}

fn security(words: &[String]) -> Value {
    let mut document = root("security");
    let mut schemes = Map::new();
    for (index, word) in words.iter().enumerate() {
        let scheme = match index % 4 {
            0 => json!({"type": "apiKey", "in": "header", "name": word, "description": word}),
            1 => json!({"type": "apiKey", "in": "query", "name": word}),
            2 => json!({"type": "http", "scheme": "basic", "description": word}),
            _ => {
                json!({"type": "oauth2", "flows": {"implicit": {"authorizationUrl": word, "scopes": {word: word}}}})
            }
        };
        schemes.insert(word.clone(), scheme);
        document["paths"][format!("/a{index}")]["get"] =
            json!({"security": [{word: [word]}], "responses": answer()});
    }
    document["components"] = json!({"securitySchemes": schemes});
    document
}

fn servers(words: &[String]) -> Value {
    let mut document = small();
    let servers: Vec<Value> = words
        .iter()
        .enumerate()
        .map(|(index, word)| json!({"url": format!("https://a.example/{index}/{word}/{{{word}}}"), "description": word,
            "variables": {word: {"default": word, "enum": [word, "b"], "description": word}}}))
        .chain(words.iter().map(|word| json!({"url": word})))
        .collect();
    document["servers"] = servers.into();
    document
}
