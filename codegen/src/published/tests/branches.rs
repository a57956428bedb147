//! Names of branches, and of what is inside of them.

use super::Folder;

fn document(branches: &[&str]) -> String {
    let mut out = "
openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /pets:
    get:
      operationId: pets
      responses:
        '200':
          description: Fine
          content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
components:
  schemas:
    Cat: {type: object, required: [meow], properties: {meow: {type: string}}}
    cat: {type: object, required: [purr], properties: {purr: {type: string}}}
    Pet:
      oneOf:
"
    .to_owned();
    for branch in branches {
        out.push_str(&format!("        - {branch}\n"));
    }
    out
}

const CAT: &str = "{$ref: '#/components/schemas/cat'}";
const FISH: &str = "{type: object, required: [kind], properties: {kind: {type: string}, fin: {type: string}, at: {enum: [sea, lake]}}}";
const BIRD: &str = "{type: object, required: [kind, wing], properties: {kind: {type: string}, wing: {type: string}, at: {enum: [nest]}}}";
const NAME: &str = "{type: string}";

#[test]
fn branches_stay_when_they_are_reordered_and_get_siblings() {
    let folder = Folder::new("branches");
    let before = folder.face(&document(&[CAT, FISH, BIRD, NAME]));
    for line in [
        "models::Pet::Fin ",
        "models::Pet::Wing ",
        "models::PetFinAt enum",
    ] {
        assert!(before.contains(line), "{line} in\n{before}");
    }
    // The key that told the fish is that of another one too; what is inside moves.
    let eel = "{type: object, required: [kind, coil], properties: {kind: {type: string}, fin: {type: string}, coil: {type: string}}}";
    let grown = document(&["{type: integer}", NAME, BIRD, eel, FISH, CAT]);
    let after = folder.face(&grown);
    let public = |line: &&str| line.starts_with("models::");
    let lines: Vec<&str> = after.lines().collect();
    for line in before.lines().filter(public) {
        assert!(lines.contains(&line), "{line} in\n{after}");
    }
    // Without the file what is inside has other names.
    std::fs::remove_file(folder.0.join("pets.names")).expect("the names");
    assert!(!folder.face(&grown).contains("models::PetFinAt enum"));
}

#[test]
fn a_file_with_pointers_to_branches_is_read_still() {
    let folder = Folder::new("pointers");
    let text = document(&[CAT, FISH, BIRD]);
    let before = folder.face(&text);
    let names = folder.names();
    let older = names
        .replace("/Pet/branches/object-kind", "/Pet/oneOf/1")
        .replace("models::PetFin", "models::PetWithFin");
    assert_ne!(older, names);
    std::fs::write(folder.0.join("pets.names"), older).expect("names");
    let after = folder.face(&text);
    assert!(!before.contains("models::PetWithFin "));
    assert!(after.contains("models::PetWithFin "), "{after}");
    let kept = "#/components/schemas/Pet/branches/object-kind models::PetWithFin\n";
    assert!(folder.names().contains(kept), "{}", folder.names());
}
