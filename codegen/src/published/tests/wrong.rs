//! Renames that cannot be: what is said of each, and what to do.

use super::{Folder, PET, document};
use crate::generate::Mode;
use std::fs;

impl Folder {
    /// What is said of renames, with the code and the remedy of each.
    fn told(&self, text: &str, renames: &str) -> Vec<(&'static str, String, String)> {
        self.settings(&format!("[names]\n{renames}"));
        let outcome = self.run(text, Mode::Write);
        let found = outcome.documents[0].diagnostics.iter();
        let found = found.filter(|one| one.code.starts_with("rename"));
        let parts = found.map(|one| {
            (
                one.code,
                one.message.clone(),
                one.help.clone().unwrap_or_default(),
            )
        });
        parts.collect()
    }
}

#[test]
fn what_left_the_document_is_unknown() {
    let folder = Folder::new("wrong-gone");
    let owner = "Owner: {type: object, properties: {name: {type: string}}}";
    folder.face(&document(&["get_pet", "get_owner"], &[PET, owner]));
    for place in [
        "#/components/schemas/Owner/properties/name",
        "#/paths/~1get-owner/get/operationId/get_owner/builder",
    ] {
        let told = folder.told(
            &document(&["get_pet"], &[PET]),
            &format!("\"{place}\" = \"label\"\n"),
        );
        assert_eq!(told[0].0, "rename-unknown", "{told:?}");
        assert!(told[0].2.starts_with("delete the entry"), "{told:?}");
    }
}

#[test]
fn only_what_stands_beside_it_and_is_spelled_like_it_is_meant() {
    let folder = Folder::new("wrong-near");
    let unused = "Problem: {type: object, properties: {text: {type: string}}}";
    let text = document(&["get_pet"], &[PET, unused]);
    let told = folder.told(&text, "\"#/components/schemas/Problem\" = \"Trouble\"\n");
    assert_eq!(told[0].0, "rename-unknown");
    assert!(
        told[0]
            .1
            .contains("in the document, but nothing of the client"),
        "{told:?}"
    );
    let told = folder.told(&text, "\"#/components/schemas/Trouble\" = \"Problem\"\n");
    assert!(!told[0].2.contains("did you mean"), "{told:?}");
    let told = folder.told(&text, "\"#/components/schemas/pets\" = \"Animal\"\n");
    assert_eq!(told[0].2, "did you mean `#/components/schemas/pet`?");
}

#[test]
fn two_spellings_of_a_place_are_one() {
    let folder = Folder::new("wrong-twice");
    let told = folder.told(
        &document(&["get_pet"], &[PET]),
        "\"#/components/schemas/p%65t/properties/fooBar\" = \"bar\"\n\
         \"#/components/schemas/pet/properties/fooBar\" = \"baz\"\n",
    );
    let errors: Vec<_> = told.iter().filter(|one| one.0 == "rename-taken").collect();
    assert_eq!(errors.len(), 1, "{told:?}");
    assert!(errors[0].1.contains("two entries"), "{told:?}");
}

#[test]
fn types_of_other_files_keep_their_names() {
    let folder = Folder::new("wrong-file");
    let other = "definitions: {Owner: {type: object, properties: {name: {type: string}}}}\n";
    fs::write(folder.0.join("other.yaml"), other).expect("a file");
    let text = document(
        &["get_pet"],
        &["pet: {type: object, properties: {owner: {$ref: './other.yaml#/definitions/Owner'}}}"],
    );
    for place in ["#/definitions/Owner", "other.yaml#/definitions/Owner"] {
        let told = folder.told(&text, &format!("\"{place}\" = \"Holder\"\n"));
        assert_eq!(told[0].0, "rename-fixed", "{told:?}");
        assert!(
            told[0].2.contains("types of other files keep their names"),
            "{told:?}"
        );
    }
}
