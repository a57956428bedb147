//! Former names of what nothing has a line for: what a type shares with an equal one, and what was never written down.

use super::Folder;
use crate::generate::Mode;
use crate::review::report::Rust;
use std::fs;

const SHARED: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      operationId: addPet
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}
      responses: {'204': {description: Done}}
components:
  schemas:
    Pet:
      type: object
      properties:
        back: {type: string, enum: [red, green]}
        belly: {type: string, enum: [red, green]}
";

const BELLY: &str = "\"#/components/schemas/Pet/properties/belly/enum/red\" = \"Rouge\"\n";
const BACK: &str = "\"#/components/schemas/Pet/properties/back/enum/red\" = \"Rouge\"\n";

fn codes(outcome: &crate::generate::Outcome) -> Vec<&str> {
    let found = outcome.documents[0].diagnostics.iter();
    found.map(|one| one.code).collect()
}

#[test]
fn a_value_of_a_shared_type_keeps_its_former_name_and_a_split_is_told() {
    let folder = Folder::new("shared");
    folder.face(SHARED);
    folder.settings(&format!("[names]\n{BELLY}"));
    let outcome = folder.run(SHARED, Mode::Write);
    assert!(codes(&outcome).contains(&"rename-splits"));
    let face = folder.face(SHARED);
    for line in [
        "models::PetBelly::Red const: Self #[deprecated]",
        "models::PetBelly::Rouge variant",
        "models::PetBack::Red variant",
    ] {
        assert!(face.contains(line), "{line} in\n{face}");
    }
}

#[test]
fn a_split_is_told_whether_the_place_has_an_index_or_what_stands_there() {
    let alternatives = SHARED.replace(
        "      type: object
      properties:
        back: {type: string, enum: [red, green]}
        belly: {type: string, enum: [red, green]}
",
        "      oneOf:
        - {type: object, required: [back], properties: {back: {type: string, enum: [red, green]}}}
        - {type: object, required: [belly], properties: {belly: {type: string, enum: [red, green]}}}
",
    );
    for step in ["oneOf/1", "branches/object-belly"] {
        let folder = Folder::new(&format!("shared-{}", &step[..3]));
        folder.face(&alternatives);
        let place = format!("#/components/schemas/Pet/{step}/properties/belly/enum/red");
        folder.settings(&format!("[names]\n\"{place}\" = \"Rouge\"\n"));
        let outcome = folder.run(&alternatives, Mode::Write);
        assert_eq!(codes(&outcome), ["rename-splits"], "{step}");
    }
}

#[test]
fn a_type_that_is_renamed_wherever_it_is_shared_stays_one() {
    let folder = Folder::new("shared-both");
    folder.face(SHARED);
    folder.settings(&format!("[names]\n{BACK}{BELLY}"));
    let outcome = folder.run(SHARED, Mode::Write);
    assert!(!codes(&outcome).contains(&"rename-splits"));
    assert_eq!(outcome.users.rust(), Rust::Minor, "{:?}", outcome.users);
    let face = folder.face(SHARED);
    assert!(
        face.contains("models::PetBelly type = models::PetBack\n"),
        "{face}"
    );
    // The entries may go.
    folder.settings("");
    assert_eq!(folder.face(SHARED), face);
}

#[test]
fn what_was_never_written_down_keeps_its_former_name() {
    let folder = Folder::new("unwritten");
    folder.settings(&format!(
        "[names]\n{BACK}{BELLY}\"#/components/schemas/Pet\" = \"Animal\"\n\
         \"#/paths/~1pets/post/operationId/addPet\" = \"add_animal\"\n\
         \"#/paths/~1pets/post/operationId/addPet/requestBody\" = \"call\"\n"
    ));
    let face = folder.face(SHARED);
    for line in [
        "models::Pet type = models::Animal #[deprecated]\n",
        "models::PetBack::Red const: Self #[deprecated]",
        "Client::add_pet fn(&self, call: impl Into<models::Animal>) -> default::AddPet #[deprecated]\n",
    ] {
        let line = line.replace("impl Into<models::Animal>", "models::Animal");
        let face = face.replace("impl Into<models::Animal>", "models::Animal");
        assert!(face.contains(&line), "{line} in\n{face}");
    }
    let names = folder.names();
    assert!(
        names.contains("#/components/schemas/Pet was models::Pet\n"),
        "{names}"
    );
    // No local of a method is called like the body.
    let code = fs::read_to_string(folder.0.join("out/src/pets/default.rs")).expect("code");
    assert!(!code.contains("let mut call"), "{code}");
}
