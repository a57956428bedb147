//! Renames that are asked for, from the first run with them to the day that the former name goes.

use super::{Folder, PET, STATE, document, read};
use crate::generate::Mode;
use crate::review::report::Rust;
use crate::source::FileId;
use std::fs;

const RENAMES: &str = "[names]\n\"#/components/schemas/pet\" = \"Animal\"\n\
                       \"#/paths/~1get-pet/get/operationId/get_pet\" = \"find_animal\"\n";

impl Folder {
    fn settings(&self, text: &str) {
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
fn a_name_that_was_not_published_leaves_none() {
    let folder = Folder::new("unpublished");
    folder.settings(RENAMES);
    let face = folder.face(&document(&["get_pet"], &[PET]));
    assert!(face.contains("models::Animal struct"));
    assert!(face.contains("Client::find_animal fn"));
    assert!(!face.contains("models::Pet"));
    assert!(!folder.names().contains(" was "));
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
            "foo",
            "rename-fixed",
        ),
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
    ] {
        let (_, found) = read(text, FileId(1));
        assert_eq!(found.iter().next().map(|one| one.code), code, "{text}");
    }
}
