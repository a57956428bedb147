//! Files of names, good and bad, and what they keep while a document changes.

mod branches;
mod calls;
mod churn;
mod former;
mod order;
mod renames;
mod wrong;

use super::place::{decoded, encoded};
use super::read;
use crate::generate::{Mode, Options, Outcome, generate};
use crate::source::FileId;
use std::fs;
use std::path::PathBuf;

struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let name = format!("specsmith-names-{}-{name}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    fn run(&self, document: &str, mode: Mode) -> Outcome {
        let path = self.0.join("pets.yaml");
        fs::write(&path, document).expect("a document");
        let mut options = Options::new(vec![path], self.0.join("out"), "pets");
        options.names = true;
        options.base.clone_from(&self.0);
        options.mode = mode;
        generate(&options)
    }

    /// The face of what comes of a document.
    fn face(&self, document: &str) -> String {
        let outcome = self.run(document, Mode::Write);
        assert!(
            outcome.changes.is_some(),
            "{:?}",
            outcome.documents[0].diagnostics
        );
        fs::read_to_string(self.0.join("out/api/pets.txt")).expect("a face")
    }

    fn names(&self) -> String {
        fs::read_to_string(self.0.join("pets.names")).expect("names")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn document(operations: &[&str], schemas: &[&str]) -> String {
    let mut out = "openapi: 3.0.3\ninfo: {title: Pets, version: '1'}\npaths:\n".to_owned();
    for (index, id) in operations.iter().enumerate() {
        let name = schemas[index % schemas.len()]
            .split(':')
            .next()
            .unwrap_or_default();
        out.push_str(&format!(
            "  /{}:\n    get:\n      operationId: {id}\n      responses:\n        '200':\n          description: Fine\n          \
             content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}\n",
            id.replace('_', "-")
        ));
    }
    out.push_str("components:\n  schemas:\n");
    for schema in schemas {
        out.push_str(&format!("    {schema}\n"));
    }
    out
}

const PET: &str = "pet: {type: object, properties: {fooBar: {type: string}}}";
const STATE: &str = "state: {type: string, enum: [to_day]}";

#[test]
fn names_stay_when_others_that_would_have_them_come_first() {
    let folder = Folder::new("stay");
    let face = folder.face(&document(&["get_pet", "state"], &[PET, STATE]));
    assert!(face.contains("models::Pet.foo_bar field"));
    let names = folder.names();
    for line in [
        "#/components/schemas/pet models::Pet\n",
        "#/components/schemas/pet/properties/fooBar models::Pet.foo_bar\n",
        "#/components/schemas/state/enum/to_day models::State::ToDay\n",
        "#/paths/~1get-pet/get/operationId/get_pet Client::get_pet\n",
    ] {
        assert!(names.contains(line), "{line} in\n{names}");
    }
    // Each of these would be called like one that is there, and has the better claim or comes first.
    let grown = document(
        &["getPet", "get_pet", "state"],
        &[
            "Pet: {type: object, properties: {id: {type: string}}}",
            "pet: {type: object, properties: {foo_bar: {type: string}, fooBar: {type: string}}}",
            "state: {type: string, enum: [toDay, to_day]}",
        ],
    );
    let after = folder.face(&grown);
    for line in [
        "models::Pet.foo_bar field Option<String> // \"fooBar\"",
        "models::State::ToDay variant // \"to_day\"",
        "Client::get_pet fn(&self) -> get_pet::GetPet",
    ] {
        let line = line.split(" -> ").next().unwrap_or_default();
        assert!(after.contains(line), "{line} in\n{after}");
    }
    assert!(
        folder
            .names()
            .contains("#/components/schemas/Pet models::Pet2\n")
    );
    let kept = folder.names();
    assert!(
        kept.contains("#/paths/~1get-pet/get/operationId/get_pet Client::get_pet\n"),
        "{kept}"
    );
    // Without the file the newcomers win.
    fs::remove_file(folder.0.join("pets.names")).expect("the names");
    folder.face(&grown);
    assert!(
        folder
            .names()
            .contains("#/components/schemas/Pet models::Pet\n")
    );
}

#[test]
fn a_stale_file_of_names_is_told_and_written() {
    let folder = Folder::new("stale");
    let text = document(&["get_pet"], &[PET]);
    folder.face(&text);
    assert!(
        folder
            .run(&text, Mode::Check)
            .changes
            .expect("changes")
            .is_empty()
    );
    let path = folder.0.join("pets.names");
    let names = folder.names();
    fs::write(
        &path,
        names.replace("#/components/schemas/pet models::Pet\n", ""),
    )
    .expect("names");
    let changes = folder.run(&text, Mode::Check).changes.expect("changes");
    assert_eq!(changes.summary(9), ["changed pets.names (+1 -0)"]);
    folder.run(&text, Mode::Write);
    assert_eq!(folder.names(), names);
}

#[test]
fn what_is_gone_from_the_document_leaves_the_file() {
    let folder = Folder::new("gone");
    folder.face(&document(&["get_pet", "state"], &[PET, STATE]));
    folder.face(&document(&["get_pet"], &[PET]));
    assert!(!folder.names().contains("state"));
}

#[test]
fn bad_lines_are_told_with_their_place_and_a_remedy() {
    for (text, code) in [
        ("#/a models::A\n<<<<<<< ours\n", "names-invalid"),
        ("#/a models::A\nmodels::B\n", "names-invalid"),
        ("#/a models::A\n#/b models::1B\n", "names-invalid"),
        ("#/a models::A\n#/b models::A\n", "names-twice"),
        ("#/a models::A\n#/a models::B\n", "names-twice"),
    ] {
        let (_, found) = read(text, FileId(1));
        let one = found.iter().next().expect("a finding");
        assert_eq!(one.code, code, "{text}");
        assert_eq!(
            one.at.as_ref().and_then(|at| at.line_column()),
            Some((2, 1)),
            "{text}"
        );
        assert!(one.remedy().is_some(), "{text}");
    }
    // What both sides of a merge have is one line.
    assert!(
        !read("#/a models::A\n#/a models::A\n", FileId(1))
            .1
            .has_errors()
    );
}

#[test]
fn a_place_is_one_word() {
    assert_eq!(encoded("/paths/~1a b%"), "#/paths/~1a%20b%25");
    assert_eq!(decoded("#/paths/~1a%20b%25"), "/paths/~1a b%");
}
