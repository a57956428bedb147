//! The public face of an API (`api/<api>.txt`) against the code that is emitted: every public item is a line, and every
//! line an item. The lines are worked out from the IR, those here from the emitted code, so that neither can drift.

#[path = "face/items.rs"]
mod items;
#[path = "face/mutations.rs"]
mod mutations;
#[path = "face/types.rs"]
mod types;

use specsmith::{Options, output, read};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What comes out of a document, by path.
fn emitted(document: &Path, overlays: &[PathBuf]) -> Option<(String, Vec<(String, String)>)> {
    let api = read(document, document, overlays).api?;
    let options = Options::new(Vec::new(), "", "golden");
    let module = api.module.0.clone();
    let files = output(&[api], &options).into_iter();
    Some((module, files.map(|file| (file.path, file.text)).collect()))
}

/// The lines of the face that are about Rust items.
fn told(files: &[(String, String)]) -> BTreeSet<String> {
    let mut faces = files.iter().filter(|(path, _)| path.starts_with("api/"));
    let (_, text) = faces.next().expect("a face");
    assert!(faces.next().is_none(), "one API, one face");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let rust = lines.map(|line| line.split(" // ").next().unwrap_or_default());
    let other = |line: &&str| {
        let words = ["wire ", "feature ", "env "];
        line.is_empty() || words.iter().any(|word| line.starts_with(word))
    };
    rust.filter(|line| !other(line))
        .map(str::to_owned)
        .collect()
}

fn hold(name: &str, document: &Path, overlays: &[PathBuf], wrong: &mut Vec<String>) -> usize {
    let Some((module, files)) = emitted(document, overlays) else {
        return 0;
    };
    let told = told(&files);
    let there = items::items(&module, &files);
    let missing = there
        .difference(&told)
        .map(|line| format!("{name}: not told: {line}"));
    wrong.extend(missing);
    let gone = told
        .difference(&there)
        .map(|line| format!("{name}: not there: {line}"));
    wrong.extend(gone);
    there.len()
}

#[test]
fn every_public_item_is_a_line_and_every_line_an_item() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut wrong = Vec::new();
    let mut items = 0;
    for entry in fs::read_dir(root.join("tests/golden")).expect("the cases") {
        let case = entry.expect("a case").path();
        let overlay = case.join("overlay.yaml");
        let overlays: Vec<PathBuf> = overlay.is_file().then_some(overlay).into_iter().collect();
        for document in ["spec.yaml", "spec.json"].map(|name| case.join(name)) {
            if document.is_file() {
                let name = case.file_name().expect("a name").to_string_lossy();
                items += hold(&name, &document, &overlays, &mut wrong);
            }
        }
    }
    for entry in fs::read_dir(root.join("../spec")).expect("the documents") {
        let document = entry.expect("a document").path();
        if document
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            let name = document.display().to_string();
            items += hold(&name, &document, &[], &mut wrong);
        }
    }
    assert!(items > 5_000, "{items} items are too few to be all");
    let shown = wrong.len().min(60);
    assert!(
        wrong.is_empty(),
        "{}:\n{}",
        wrong.len(),
        wrong[..shown].join("\n")
    );
}
