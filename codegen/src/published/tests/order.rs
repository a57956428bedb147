//! Names of types that stand in lists, which others come before or whose entries change places.

use super::Folder;
use std::fs;

const SORT: &str = "{name: sort, in: query, schema: {type: string, enum: [a, b]}}";
const LIMIT: &str = "{name: limit, in: query, schema: {type: string, enum: [x, y]}}";
const STATUS: &str = "{name: status, in: query, schema: {type: string, enum: [on, off]}}";
const COLOR: &str = "{type: object, properties: {color: {type: string, enum: [red, green]}}}";
const SIZE: &str = "{type: object, properties: {size: {type: string, enum: [s, m]}}}";
const SHAPE: &str = "{type: object, properties: {shape: {type: string, enum: [o, u]}}}";

fn document(shared: &[&str], own: &[&str], parts: &[&str]) -> String {
    format!(
        "openapi: 3.0.3
info: {{title: Pets, version: '1'}}
paths:
  /pets:
    parameters: [{}]
    get:
      operationId: listPets
      parameters: [{}]
      responses:
        '200':
          description: Fine
          content: {{application/json: {{schema: {{$ref: '#/components/schemas/Pet'}}}}}}
components:
  schemas:
    Pet: {{allOf: [{}]}}
",
        shared.join(", "),
        own.join(", "),
        parts.join(", ")
    )
}

/// The types of a face, with what they are made of.
fn types(face: &str) -> Vec<&str> {
    let lines = face.lines();
    lines.filter(|line| line.starts_with("models::")).collect()
}

#[test]
fn types_of_parameters_keep_their_names_in_any_order() {
    for own in [true, false] {
        let folder = Folder::new(&format!("order-{own}"));
        let written = |list: &[&str]| match own {
            true => document(&[], list, &[COLOR]),
            false => document(list, &[], &[COLOR]),
        };
        let before = folder.face(&written(&[LIMIT, STATUS]));
        assert!(
            before.contains("ListPets::status fn(self, status: impl Into<models::ListPetsStatus>)")
        );
        let after = folder.face(&written(&[STATUS, LIMIT]));
        assert_eq!(types(&after), types(&before));
        assert!(
            after.contains("ListPets::status fn(self, status: impl Into<models::ListPetsStatus>)")
        );
        let grown = folder.face(&written(&[SORT, STATUS, LIMIT]));
        for line in types(&before) {
            assert!(grown.contains(line), "{line} in\n{grown}");
        }
        assert!(!grown.contains("ListPetsStatus2"));
    }
}

#[test]
fn types_of_parts_keep_their_names_in_any_order() {
    let folder = Folder::new("order-parts");
    let before = folder.face(&document(&[], &[], &[COLOR, SIZE, SHAPE]));
    let after = folder.face(&document(&[], &[], &[SIZE, SHAPE, COLOR]));
    let mut lines = (types(&before), types(&after));
    lines.0.sort_unstable();
    lines.1.sort_unstable();
    assert_eq!(lines.0, lines.1);
    let names = folder.names();
    assert!(
        names.contains("#/components/schemas/Pet/properties/color models::PetColor\n"),
        "{names}"
    );
}

#[test]
fn lines_with_the_index_in_a_list_are_read_and_written_anew() {
    let folder = Folder::new("order-older");
    let text = document(&[], &[LIMIT], &[COLOR]);
    folder.face(&text);
    let names = folder.names();
    let place = "#/paths/~1pets/get/parameters/query/limit/schema";
    assert!(
        names.contains(&format!("{place} models::ListPetsLimit\n")),
        "{names}"
    );
    let older = names
        .replace(place, "#/paths/~1pets/get/parameters/0/schema")
        .replace("ListPetsLimit", "Limit");
    fs::write(folder.0.join("pets.names"), older).expect("names");
    folder.face(&text);
    assert!(folder.names().contains(&format!("{place} models::Limit\n")));
    // Where both are there, the index says nothing.
    let both = format!(
        "{}#/paths/~1pets/get/parameters/0/schema models::Other1\n",
        folder.names()
    );
    fs::write(folder.0.join("pets.names"), both).expect("names");
    let face = folder.face(&text);
    assert!(
        face.contains("models::Limit enum") && !face.contains("Other1"),
        "{face}"
    );
}

#[test]
fn the_name_of_what_is_gone_is_free() {
    let folder = Folder::new("order-free");
    let text = document(&[], &[LIMIT], &[COLOR]);
    let before = folder.face(&text);
    // The same operation under another path.
    let after = folder.face(&text.replace("/pets:", "/v2/pets:"));
    assert_eq!(types(&after), types(&before));
    assert!(
        after.contains("Client::list_pets fn") && after.contains("::ListPets struct"),
        "{after}"
    );
}

#[test]
fn a_body_in_a_list_of_parameters_keeps_its_names() {
    let kind = "{name: kind, in: query, type: string, enum: [a, b]}";
    let body = "{name: pet, in: body, required: true, schema: {type: object, properties: {sex: {type: string, enum: [f, m]}}}}";
    let written = |list: [&str; 2]| {
        format!(
            "swagger: '2.0'
info: {{title: Pets, version: '1'}}
paths:
  /pets:
    post:
      operationId: addPet
      consumes: [application/json]
      parameters: [{}]
      responses: {{'204': {{description: Done}}}}
",
            list.join(", ")
        )
    };
    let folder = Folder::new("order-body");
    let before = folder.face(&written([kind, body]));
    assert!(before.contains("models::AddPetBodySex enum"), "{before}");
    assert_eq!(folder.face(&written([body, kind])), before);
    let names = folder.names();
    assert!(
        names.contains("#/paths/~1pets/post/requestBody/schema models::AddPetBody\n"),
        "{names}"
    );
}
