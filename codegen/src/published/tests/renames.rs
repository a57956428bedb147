//! Renames that are asked for, from the first run with them to the day that the former name goes.

use super::{Folder, PET, STATE, document, read};
use crate::generate::Mode;
use crate::review::report::Rust;
use crate::source::FileId;
use std::fs;

const RENAMES: &str = "[names]\n\"#/components/schemas/pet\" = \"Animal\"\n\
                       \"#/paths/~1get-pet/get/operationId/get_pet\" = \"find_animal\"\n";

impl Folder {
    pub(super) fn settings(&self, text: &str) {
        fs::write(self.0.join("pets.toml"), text).expect("settings");
    }
}

#[test]
fn a_rename_leaves_a_deprecated_name_until_its_line_is_deleted() {
    let folder = Folder::new("renamed");
    let text = document(&["get_pet"], &[PET]);
    folder.face(&text);
    folder.settings(RENAMES);
    let outcome = folder.run(&text, Mode::Write);
    assert_eq!(outcome.users.rust(), Rust::Minor, "{:?}", outcome.users);
    let lines = [
        "#/components/schemas/pet models::Animal\n",
        "#/components/schemas/pet was models::Pet\n",
        "#/components/schemas/pet/properties/fooBar models::Animal.foo_bar\n",
        "#/paths/~1get-pet/get/operationId/get_pet Client::find_animal\n",
        "#/paths/~1get-pet/get/operationId/get_pet was Client::get_pet\n",
        // What stands beside it has not been renamed.
        "#/paths/~1get-pet/get/operationId/get_pet/builder default::GetPet\n",
    ];
    let names = folder.names();
    for line in lines {
        assert!(names.contains(line), "{line} in\n{names}");
    }
    let face = folder.face(&text);
    for line in [
        "models::Pet type = models::Animal #[deprecated]\n",
        "Client::get_pet fn(&self) -> default::GetPet #[deprecated]\n",
        "Client::find_animal fn(&self) -> default::GetPet\n",
    ] {
        assert!(face.contains(line), "{line} in\n{face}");
    }
    // With the entries, and without them, nothing moves any more.
    assert_eq!(folder.names(), names);
    folder.settings("");
    assert_eq!(folder.face(&text), face);
    assert_eq!(folder.names(), names);
    // Nobody else gets a name that still leads somewhere.
    let grown = document(
        &["get_pet", "getPet"],
        &[PET, "Pet: {type: object, properties: {id: {type: string}}}"],
    );
    folder.face(&grown);
    assert!(
        folder
            .names()
            .contains("#/components/schemas/Pet models::Pet2\n")
    );
    // Without their lines the former names are gone.
    folder.face(&text);
    let kept = folder.names();
    let kept: Vec<&str> = kept
        .lines()
        .filter(|line| !line.contains(" was "))
        .collect();
    fs::write(folder.0.join("pets.names"), kept.join("\n")).expect("names");
    let outcome = folder.run(&text, Mode::Write);
    assert_eq!(outcome.users.rust(), Rust::Major);
    assert!(!folder.names().contains(" was "));
}

const FORM: &str = "openapi: 3.0.3
info: {title: Pets, version: '1'}
paths:
  /pets:
    post:
      operationId: addPet
      parameters:
        - {name: dry, in: query, schema: {type: boolean}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/pet'}}}
      responses: {'204': {description: Done}}
components:
  schemas:
    pet:
      type: object
      properties:
        state: {type: string, enum: [on, off]}
        size: {type: integer}
";

#[test]
fn what_can_have_a_second_name_keeps_the_former_one() {
    let folder = Folder::new("members");
    folder.face(FORM);
    let operation = "#/paths/~1pets/post/operationId/addPet";
    let asked = format!(
        "[names]\n\"{operation}/parameters/query/dry\" = \"rehearse\"\n\
         \"{operation}/requestBody\" = \"pet\"\n\
         \"#/components/schemas/pet/properties/state/enum/on\" = \"Running\"\n"
    );
    folder.settings(&asked);
    let outcome = folder.run(FORM, Mode::Write);
    assert_eq!(outcome.users.rust(), Rust::Minor, "{:?}", outcome.users);
    let face = folder.face(FORM);
    for line in [
        "default::AddPet::dry fn(self, rehearse: bool) -> Self #[deprecated]\n",
        "default::AddPet::rehearse fn(self, rehearse: bool) -> Self\n",
        "default::AddPet::body fn(self, pet: models::Pet) -> Self #[deprecated]\n",
        "default::AddPet::pet fn(self, pet: models::Pet) -> Self\n",
        "models::PetState::On const: Self #[deprecated] // \"on\"\n",
        "models::PetState::Running variant // \"on\"\n",
    ] {
        assert!(face.contains(line), "{line} in\n{face}");
    }
    // The entries may go, and a name that is taken back is as good as the other.
    let names = folder.names();
    folder.settings("");
    assert_eq!(folder.face(FORM), face);
    assert_eq!(folder.names(), names);
    folder.settings("[names]\n\"#/components/schemas/pet/properties/state/enum/on\" = \"On\"\n");
    let outcome = folder.run(FORM, Mode::Write);
    assert_eq!(outcome.users.rust(), Rust::Minor, "{:?}", outcome.users);
    // Whoever comes gets none of the names that still lead somewhere.
    let grown = FORM.replace("[on, off]", "['ON', on, off]").replace(
        "- {name: dry",
        "- {name: Rehearse, in: header, schema: {type: string}}\n        - {name: dry",
    );
    let grown = folder.face(&grown);
    assert!(grown.contains("AddPet::header_rehearse fn"), "{grown}");
    assert!(
        !grown.contains("models::PetState::On variant // \"ON\""),
        "{grown}"
    );
}

#[test]
fn a_field_has_one_name_only_which_is_told() {
    let folder = Folder::new("field");
    folder.face(FORM);
    folder.settings(
        "[names]\n\"#/components/schemas/pet/properties/size\" = \"length\"\n\
        \"#/components/schemas/pet/properties/state\" = \"status\"\n",
    );
    let outcome = folder.run(FORM, Mode::Write);
    assert_eq!(outcome.users.rust(), Rust::Major);
    let found = outcome.documents[0].diagnostics.iter();
    let told: Vec<&str> = found.map(|one| one.code).collect();
    assert_eq!(told, ["rename-breaks", "rename-breaks"]);
    let names = folder.names();
    for line in [
        "#/components/schemas/pet/properties/size was models::Pet.size\n",
        // The type at the same place keeps its name.
        "#/components/schemas/pet/properties/state models::Pet.status\n",
        "#/components/schemas/pet/properties/state models::PetState\n",
    ] {
        assert!(names.contains(line), "{line} in\n{names}");
    }
    let outcome = folder.run(FORM, Mode::Write);
    assert!(outcome.documents[0].diagnostics.iter().next().is_none());
    let face = folder.face(FORM);
    for line in [
        "models::Pet::with_length fn(self, length: i64) -> Self\n",
        "models::Pet::with_size fn(self, length: i64) -> Self #[deprecated]\n",
    ] {
        assert!(face.contains(line), "{line} in\n{face}");
    }
}

#[test]
fn a_rename_that_is_taken_back_leaves_the_other_name() {
    let folder = Folder::new("back");
    let text = document(&["get_pet"], &[PET]);
    folder.face(&text);
    for (asked, former) in [("Animal", "Pet"), ("Pet", "Animal")] {
        folder.settings(&format!(
            "[names]\n\"#/components/schemas/pet\" = \"{asked}\"\n"
        ));
        folder.face(&text);
        let names = folder.names();
        assert!(names.contains(&format!("#/components/schemas/pet models::{asked}\n")));
        assert!(names.contains(&format!("#/components/schemas/pet was models::{former}\n")));
        assert_eq!(names.matches(" was ").count(), 1, "{names}");
    }
}

#[test]
fn refused_renames_write_nothing() {
    let folder = Folder::new("refused");
    let text = document(&["get_pet", "state"], &[PET, STATE]);
    folder.face(&text);
    let names = folder.names();
    for (place, name, code) in [
        ("components/schemas/pets", "Animal", "rename-unknown"),
        ("components/schemas/pet", "animal", "rename-invalid"),
        ("components/schemas/pet", "My_Animal", "rename-invalid"),
        ("components/schemas/pet", "1", "rename-invalid"),
        ("components/schemas/pet", "State", "rename-taken"),
        ("components/schemas/pet", "Client", "rename-taken"),
        (
            "paths/~1get-pet/get/operationId/get_pet",
            "getPet",
            "rename-invalid",
        ),
        (
            "paths/~1get-pet/get/operationId/get_pet",
            "state",
            "rename-taken",
        ),
        (
            "paths/~1get-pet/get/operationId/get_pet",
            "builder",
            "rename-taken",
        ),
        (
            "components/schemas/pet/properties/fooBar",
            "Foo",
            "rename-invalid",
        ),
        (
            "components/schemas/state/enum/to_day",
            "Other",
            "rename-taken",
        ),
        ("tags/default", "pets", "rename-fixed"),
    ] {
        folder.settings(&format!("[names]\n\"#/{place}\" = \"{name}\"\n"));
        let outcome = folder.run(&text, Mode::Write);
        let found: Vec<&str> = (outcome.documents[0].diagnostics.iter())
            .map(|one| one.code)
            .collect();
        assert_eq!(found, [code], "{place} {name}");
        assert!(outcome.changes.is_none());
        assert_eq!(folder.names(), names);
    }
}

#[test]
fn lines_of_former_names_are_read_like_the_others() {
    for (text, code) in [
        ("#/a was models::A.b\n", Some("names-invalid")),
        ("#/a is models::A\n", Some("names-invalid")),
        ("#/b models::A\n#/a was models::A\n", Some("names-twice")),
        ("#/a was models::A\n#/a was models::B\n", None),
        ("#/a models::A\n#/a was models::A\n", Some("names-twice")),
        ("#/a/properties/b was models::A.c\n", None),
        ("#/a/enum/b was models::A::C\n", None),
        ("#/a/branches/b was models::A::C\n", Some("names-invalid")),
        ("#/p/operationId/o/requestBody was Client::o.b\n", None),
        (
            "#/p/operationId/o/headers/b was default::A.c\n",
            Some("names-invalid"),
        ),
    ] {
        let (_, found) = read(text, FileId(1));
        assert_eq!(found.iter().next().map(|one| one.code), code, "{text}");
    }
}
