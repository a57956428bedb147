//! Single changes of a document, and whether the face tells of them.

use specsmith::{emit::face::face, read};
use std::fs;
use std::path::Path;

/// What only people read.
const PROSE: &[(&str, &str)] = &[
    ("title: Pets", "title: The pets"),
    ("version: \"1\"", "version: \"2\""),
    (
        "description: About pets.",
        "description: Everything about pets.",
    ),
    ("description: All of them.", "description: Each of them."),
    ("summary: Lists pets.", "summary: Lists all pets."),
    ("description: How many.", "description: How many, at most."),
    ("description: The pets.", "description: All pets."),
    ("description: There are none.", "description: None."),
    ("description: A pet.", "description: An animal."),
    ("description: What it is called.", "description: Its name."),
    (
        "name: { type: string, maxLength: 40 }",
        "name: { type: string, maxLength: 40, example: Rex }",
    ),
    (
        "    State:\n      type: string",
        "    State:\n      title: How it is\n      type: string",
    ),
];

/// What callers or servers notice, and a line that tells of it afterwards.
const CHANGES: &[(&str, &str, &str)] = &[
    (
        "operationId: listPets",
        "operationId: allPets",
        "Client::all_pets fn",
    ),
    (
        "tags: [pets]\n      parameters",
        "tags: [cats]\n      parameters",
        "cats::ListPets struct",
    ),
    ("/pets:", "/animals:", "wire GET /animals operation"),
    (
        "    post:",
        "    put:",
        "wire PUT /pets operation \"addPet\", retried",
    ),
    (
        "https://pets.example.com/v1",
        "https://pets.example.com/v2",
        "wire server \"https://pets.example.com/v2\"",
    ),
    (
        "- key: []",
        "- key: []\n  - token: []",
        "wire security \"token\"",
    ),
    (
        "in: header, name: X-Key",
        "in: query, name: X-Key",
        "wire scheme \"key\": key in query \"X-Key\"",
    ),
    (
        "in: header, name: X-Key",
        "in: header, name: X-Api",
        "wire scheme \"key\": key in header \"X-Api\"",
    ),
    (
        "- name: limit",
        "- name: most",
        "pets::ListPets::most fn(self, most: i64) -> Self",
    ),
    (
        "maximum: 100",
        "maximum: 50",
        "wire GET /pets query \"limit\": optional, form exploded, i64, maximum 50",
    ),
    (
        "in: query\n          description",
        "in: header\n          description",
        "wire GET /pets header \"limit\"",
    ),
    (
        "in: query\n          description",
        "in: query\n          required: true\n          description",
        "Client::list_pets fn(&self, limit: i64)",
    ),
    (
        "explode: true",
        "explode: false",
        "wire GET /pets query \"tags\": optional, form, Vec<String>",
    ),
    (
        "style: form",
        "style: pipeDelimited",
        "wire GET /pets query \"tags\": optional, pipeDelimited exploded",
    ),
    (
        "X-Rate: { schema: { type: integer } }",
        "X-Rate: { schema: { type: string } }",
        "ListPetsHeaders::x_rate fn(&self) -> Option<String>",
    ),
    (
        "X-Rate: { schema",
        "X-Rate: { required: true, schema",
        "response 200 header \"X-Rate\": required",
    ),
    ("\"404\":", "\"410\":", "ListPetsError::Gone variant"),
    ("\"201\":", "\"202\":", "wire POST /pets response 202"),
    (
        "required: true\n        content:\n          application/json",
        "required: true\n        content:\n          text/plain",
        "wire POST /pets body text/plain",
    ),
    (
        "requestBody:\n        required: true",
        "requestBody:\n        required: false",
        "pets::AddPet::body fn",
    ),
    (
        "required: [id, name]",
        "required: [id]",
        "models::Pet.name field Option<String>",
    ),
    ("format: int64", "format: int32", "models::Pet.id field i32"),
    (
        "maxLength: 40",
        "maxLength: 30",
        "models::NewPet.name field Option<String> // \"name\", optional, maxLength 30",
    ),
    (
        "maxLength: 40",
        "maxLength: 40, nullable: true",
        "models::NewPet.name field Option<Option<String>>",
    ),
    (
        "default: 1",
        "default: 2",
        "models::NewPet.age field Option<i64> // \"age\", optional, default 2",
    ),
    ("age: {", "years: {", "models::NewPet.years field"),
    (
        "enum: [free, sold]",
        "enum: [free, sold, lost]",
        "models::State::Lost variant",
    ),
    (
        "enum: [free, sold]",
        "enum: [free, gone]",
        "models::State::Gone variant",
    ),
    (
        "    NewPet:\n      type: object",
        "    NewPet:\n      type: object\n      additionalProperties: false",
        "",
    ),
    (
        "operationId: listPets",
        "operationId: listPets\n      deprecated: true",
        "-> pets::ListPets #[deprecated]",
    ),
    (
        "name: { type: string, desc",
        "name: { type: string, deprecated: true, desc",
        "models::Pet.name field String #[deprecated]",
    ),
];

fn of(text: &str) -> String {
    let name = format!(
        "face-{}-{:?}.yaml",
        std::process::id(),
        std::thread::current().id()
    );
    let path = std::env::temp_dir().join(name);
    fs::write(&path, text).expect("a file");
    let report = read(&path, Path::new(""), &[]);
    fs::remove_file(&path).expect("the file");
    face(&report.api.expect("an API"))
}

const BASE: &str = include_str!("pets.yaml");

fn changed(from: &str, to: &str) -> String {
    assert_eq!(
        BASE.matches(from).count().min(1),
        1,
        "`{from}` is not there"
    );
    of(&BASE.replacen(from, to, 1))
}

#[test]
fn prose_leaves_the_face_alone() {
    let base = of(BASE);
    for (from, to) in PROSE {
        assert_eq!(changed(from, to), base, "{from} → {to}");
    }
}

#[test]
fn what_callers_or_servers_notice_is_in_the_face() {
    let base = of(BASE);
    for (from, to, line) in CHANGES {
        let face = changed(from, to);
        assert_ne!(face, base, "{from} → {to}");
        assert!(face.contains(line), "{from} → {to}: no `{line}` in\n{face}");
        assert!(
            line.is_empty() || !base.contains(line),
            "`{line}` was there"
        );
    }
}
