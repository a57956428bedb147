//! How much moves when a document changes a little.

use super::{Folder, document};
use crate::generate::Mode;

const PET: &str = "pet: {type: object, properties: {name: {type: string}}}";
const GROWN: &str = "pet: {type: object, properties: {age: {type: integer}, name: {type: string}}}";
const STATE: &str = "state: {type: string, enum: [here, there]}";
const OWNER: &str = "owner: {type: object, properties: {name: {type: string}}}";

#[test]
fn a_property_more_changes_its_type_and_its_example_alone() {
    let folder = Folder::new("churn");
    folder.face(&document(&["a", "b", "c"], &[OWNER, PET, STATE]));
    let outcome = folder.run(
        &document(&["a", "b", "c"], &[OWNER, GROWN, STATE]),
        Mode::Write,
    );
    let changes = outcome.changes.expect("changes");
    let mut code: Vec<&str> = changes
        .files
        .iter()
        .map(|file| file.path.as_str())
        .collect();
    code.retain(|path| path.ends_with(".rs") && !path.contains("/runtime/"));
    // The fake server answers with an example of it.
    assert_eq!(code, ["src/pets/fake/default.rs", "src/pets/models/pet.rs"]);
}

#[test]
fn another_order_of_schemas_and_operations_changes_no_line_of_models() {
    let folder = Folder::new("order");
    folder.face(&document(&["a", "b", "c"], &[OWNER, PET, STATE]));
    let turned = document(&["a", "b", "c"], &[OWNER, PET, STATE]);
    let (head, schemas) = turned.split_once("  schemas:\n").expect("schemas");
    let mut lines: Vec<&str> = schemas.lines().collect();
    lines.reverse();
    let turned = format!("{head}  schemas:\n{}\n", lines.join("\n"));
    let outcome = folder.run(&turned, Mode::Write);
    assert!(outcome.changes.expect("changes").is_empty());
}
