//! References over files: long chains, cycles, and files that are none.

use super::child::{folder, run_file};
use std::path::Path;

fn entry(folder: &Path, reference: &str) -> std::path::PathBuf {
    let text = format!(
        r#"{{"openapi":"3.0.3","info":{{"title":"t","version":"1"}},"paths":{{}},"components":{{"schemas":{{"A":{{"$ref":"{reference}"}}}}}}}}"#
    );
    let file = folder.join("entry.json");
    std::fs::write(&file, text).expect("a document");
    file
}

#[test]
fn a_chain_of_many_files_is_cut() {
    let folder = folder("chain-of-files");
    for index in 0..2_500 {
        let text = format!(
            r#"{{"A":{{"properties":{{"next":{{"$ref":"f{}.json#/A"}}}}}}}}"#,
            index + 1
        );
        std::fs::write(folder.join(format!("f{index}.json")), text).expect("a file");
    }
    let file = entry(&folder, "f0.json#/A");
    run_file("chain-of-files", &file)
        .gives_a_crate()
        .says("warning[too-many-files]")
        .within(200);
}

#[test]
fn files_that_refer_to_each_other() {
    let folder = folder("cycle-of-files");
    for (name, text) in [
        ("a.json", r#"{"$ref":"b.json"}"#),
        ("b.json", r#"{"$ref":"a.json"}"#),
        ("c.json", r#"{"properties":{"a":{"$ref":"d.json"}}}"#),
        ("d.json", r#"{"type":"array","items":{"$ref":"c.json"}}"#),
    ] {
        std::fs::write(folder.join(name), text).expect("a file");
    }
    run_file("cycle", &entry(&folder, "a.json"))
        .gives_a_crate()
        .within(100);
    run_file("cycle", &entry(&folder, "c.json"))
        .gives_a_crate()
        .within(100);
}

#[test]
fn what_never_ends_is_not_read() {
    let folder = folder("devices");
    for device in ["/dev/zero", "/dev/stdin", "/dev/tty", "."] {
        run_file("device", &entry(&folder, device))
            .gives_a_crate()
            .within(100);
    }
}
