//! In: the documents of this project. Out: whether one of them differs from another spelling of itself. Invariant: each
//! spelling is compared in both directions; `diffsuite identity` does the same over a folder of documents.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use specsmith::load::{LoadOptions, Loaded, load, load_text, parse_text};
use specsmith::review::report::Rust;
use specsmith::review::{Options, diff};

use super::spellings::{self, Spelling};

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    for folder in ["../spec", "tests/dialects"] {
        let entries = fs::read_dir(root.join(folder)).expect("a folder of documents");
        found.extend(entries.map(|entry| entry.expect("an entry").path()));
    }
    let is_document = |path: &PathBuf| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("yaml" | "yml" | "json"))
    };
    found.retain(is_document);
    found.sort();
    found
}

fn same(path: &Path, name: &str, base: &Loaded, revision: &Loaded) {
    let report = diff(base, revision, &Options::default());
    let messages: Vec<&str> = report
        .changes
        .iter()
        .map(|change| change.message.as_str())
        .collect();
    assert!(
        messages.is_empty(),
        "{} {name}: {messages:?}",
        path.display()
    );
}

fn print(value: &Value) -> String {
    serde_json::to_string_pretty(value).expect("JSON can be printed")
}

#[test]
fn no_document_differs_from_another_spelling_of_itself() {
    let scratch = std::env::temp_dir().join(format!("review-identity-{}", std::process::id()));
    let mut compared = 0;
    for path in documents() {
        let Some(base) = load(&path, &LoadOptions::default()).0 else {
            continue;
        };
        same(&path, "itself", &base, &base);
        let text = fs::read_to_string(&path).expect("a document");
        let Some(value) = parse_text(&text).filter(|_| base.files.len() == 1) else {
            continue;
        };
        for (name, spelling) in spellings::all(&value, &base) {
            let other = match spelling {
                Spelling::One(value) => {
                    load_text("entry.json", &print(&value), &LoadOptions::default()).0
                }
                Spelling::Files(files) => written(&scratch, &files),
            };
            let other = other.unwrap_or_else(|| panic!("{} {name} cannot be read", path.display()));
            same(&path, name, &base, &other);
            same(&path, name, &other, &base);
            compared += 1;
        }
    }
    fs::remove_dir_all(&scratch).expect("files were written");
    assert!(compared >= 30, "only {compared} spellings were compared");
}

fn written(scratch: &Path, files: &[(String, Value)]) -> Option<Loaded> {
    let _ = fs::remove_dir_all(scratch);
    for (name, value) in files {
        let path = scratch.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
        fs::write(&path, print(value)).expect("a file can be written");
    }
    load(&scratch.join(&files[0].0), &LoadOptions::default()).0
}

#[test]
fn a_spelling_that_takes_a_name_away_is_no_change_and_major_for_rust() {
    let owner = |pet: &str| {
        let text = format!(
            "openapi: 3.0.3
info: {{ title: Pets, version: '1' }}
paths:
  /pets:
    get:
      operationId: get_pet
      responses:
        '200':
          description: A pet.
          content: {{ application/json: {{ schema: {pet} }} }}
components:
  schemas:
    Pet: {{ type: object, properties: {{ name: {{ type: string }} }} }}
"
        );
        let loaded = load_text("pets.yaml", &text, &LoadOptions::default()).0;
        loaded.expect("a document")
    };
    let named = owner("{ $ref: '#/components/schemas/Pet' }");
    let inline = owner("{ type: object, properties: { name: { type: string } } }");
    let report = diff(&named, &inline, &Options::default());
    assert!(report.changes.is_empty());
    assert_eq!(report.summary.rust, Rust::Major);
    let text = specsmith::review::render::text::render(&report, false);
    assert!(text.ends_with("major for Rust code\n"), "{text}");
    assert!(diff(&named, &named, &Options::default()).summary.rust == Rust::Patch);
}
