//! Hostile text: documents whose every text wants to be something else than text. In: words that end comments, strings and
//! attributes, climb out of folders, turn the direction of writing, or are names that Rust or the output already has; out:
//! a crate that compiles and documents itself without a warning. Invariant: text of a document is neither code, nor
//! markup, nor a path.

#[path = "hostile/compile.rs"]
mod compile;
#[path = "hostile/document.rs"]
mod document;
#[path = "hostile/inspect.rs"]
mod inspect;
#[path = "hostile/words.rs"]
mod words;

use specsmith::{Options, diag, generate};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a folder");
    folder
}

/// Generates a crate from documents, and looks at every file of it.
fn crate_of(specs: Vec<PathBuf>, out: &Path) {
    let options = Options::new(specs, out, "hostile");
    let outcome = generate(&options);
    for document in &outcome.documents {
        let text = diag::render(&document.diagnostics, &document.sources, false, 10);
        assert!(document.api.is_some(), "{text}");
        assert!(!text.contains(inspect::hides), "{text}");
    }
    let errors = diag::render(&outcome.diagnostics, &Default::default(), false, 10);
    assert!(outcome.changes.is_some(), "{errors}");
    let apis: Vec<_> = outcome
        .documents
        .into_iter()
        .filter_map(|document| document.api)
        .collect();
    for file in specsmith::output(&apis, &options) {
        inspect::file(&file.path, &file.text);
    }
}

#[test]
#[ignore = "compiles for minutes"]
fn words_in_every_place_of_a_document() {
    let folder = folder("hostile");
    let mut specs = Vec::new();
    for (name, document) in document::all(&words::all()) {
        let path = folder.join(format!("{name}.json"));
        std::fs::write(&path, document.to_string()).expect("a document");
        specs.push(path);
    }
    let out = folder.join("crate");
    crate_of(specs, &out);
    compile::check(&out);
    compile::doc(&out);
}

/// The name of a file is its module, unless the file beside it says otherwise. Two documents that would be one module are
/// an error, so only the first of them comes into the crate.
#[test]
#[ignore = "compiles for minutes"]
fn words_as_names_of_files_and_modules() {
    let folder = folder("hostile-files");
    let mut specs = Vec::new();
    let mut modules = BTreeSet::new();
    for (index, word) in words::all().into_iter().enumerate() {
        let file = word.replace(['/', '\0'], "");
        let named = folder.join(format!("{file}.json"));
        let configured = folder.join(format!("configured-{index}.json"));
        let module = toml::Table::from_iter([("module".to_owned(), toml::Value::String(word))]);
        let config = toml::Table::from_iter([("api".to_owned(), toml::Value::Table(module))]);
        std::fs::write(configured.with_extension("toml"), config.to_string())
            .expect("a configuration");
        for path in [named, configured] {
            // Some names no disk takes.
            if std::fs::write(&path, document::small().to_string()).is_err() {
                continue;
            }
            let report = specsmith::read(&path, &folder, &[]);
            let api = report
                .api
                .unwrap_or_else(|| panic!("{path:?}: {:?}", report.diagnostics));
            if modules.insert(api.module.0.to_lowercase()) {
                specs.push(path);
            }
        }
    }
    assert!(modules.len() > 50, "{modules:?}");
    let out = folder.join("crate");
    crate_of(specs, &out);
    compile::check(&out);
}
