//! Documents in, normalised documents and findings out: one folder for each case in `tests/load`. `UPDATE=1` writes the
//! expected files anew and then fails, so that the difference is looked at.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};
use specsmith::diag::render;
use specsmith::load::{LoadOptions, Loaded, load, load_text};

#[test]
fn every_case_loads_as_expected() {
    let mut cases: Vec<PathBuf> = fs::read_dir("tests/load")
        .expect("the cases are there")
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.is_dir())
        .collect();
    cases.sort();
    assert!(cases.len() > 20, "only {} cases", cases.len());
    let wrong: Vec<String> = cases.iter().flat_map(|case| run(case)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The complaints about one case.
fn run(case: &Path) -> Vec<String> {
    let input = ["input.yaml", "input.json"]
        .map(|name| case.join(name))
        .into_iter()
        .find(|path| path.exists())
        .expect("a case has an input");
    let overlay = case.join("overlay.yaml");
    let options = LoadOptions {
        overlays: overlay.exists().then_some(overlay).into_iter().collect(),
        ..LoadOptions::default()
    };
    let (loaded, sources, diagnostics) = load(&input, &options);
    assert_eq!(loaded.is_none(), diagnostics.has_errors(), "{case:?}");
    let folder = format!("{}/", case.display()).replace('\\', "/");
    let findings = render(&diagnostics, &sources, false, 100).replace(&folder, "");
    let mut wrong = compare(&case.join("diagnostics.txt"), &findings);
    if let Some(loaded) = &loaded {
        let mut text = serde_json::to_string_pretty(&roots(loaded, &folder)).expect("JSON");
        text.push('\n');
        wrong.extend(compare(&case.join("expected.json"), &text));
    }
    wrong
}

/// The root of the only document, or all roots by file.
fn roots(loaded: &Loaded, folder: &str) -> Value {
    if let [only] = loaded.files.as_slice() {
        return only.root.clone();
    }
    let mut roots = Map::new();
    for (document, (_, source)) in loaded.files.iter().zip(loaded.sources.iter()) {
        roots.insert(source.name.replace(folder, ""), document.root.clone());
    }
    Value::Object(roots)
}

fn compare(path: &Path, actual: &str) -> Vec<String> {
    let expected = fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return Vec::new();
    }
    if std::env::var_os("UPDATE").is_some() {
        let done = match actual.is_empty() {
            true => fs::remove_file(path),
            false => fs::write(path, actual),
        };
        done.expect("the case folder is writable");
        return vec![format!("{}: written anew", path.display())];
    }
    vec![format!(
        "{}: expected\n{expected}\n--- but got\n{actual}",
        path.display()
    )]
}

/// What moved is still found where it was written.
#[test]
fn moved_parts_know_their_origin() {
    let (loaded, ..) = load(
        Path::new("tests/load/swagger2/input.yaml"),
        &LoadOptions::default(),
    );
    let loaded = loaded.expect("a document");
    let file = loaded.entry().file;
    for (normalised, written) in [
        ("/components/schemas/Pet/type", "/definitions/Pet/type"),
        (
            "/components/parameters/Limit/schema/default",
            "/parameters/Limit/default",
        ),
        ("/components/requestBodies/Body", "/parameters/Body"),
        ("/servers/1", "/host"),
        (
            "/paths/~1pets~1{id}/parameters/0/schema/format",
            "/paths/~1pets~1{id}/parameters/0/format",
        ),
        (
            "/paths/~1pets~1{id}/put/parameters/1",
            "/paths/~1pets~1{id}/put/parameters/2",
        ),
        (
            "/paths/~1pets~1{id}/put/requestBody/content/application~1json/schema",
            "/paths/~1pets~1{id}/put/parameters/1/schema",
        ),
        (
            "/paths/~1pets~1{id}/get/responses/200/content/application~1json/example/kind",
            "/paths/~1pets~1{id}/get/responses/200/examples/application~1json/kind",
        ),
        ("/info/title", "/info/title"),
    ] {
        let origin = loaded.origin(file, normalised);
        assert_eq!(&*origin.pointer, written, "{normalised}");
    }
}

/// Every prefix and every small damage of a document ends in documents or in errors.
#[test]
fn damaged_documents_end_in_diagnostics() {
    let mut inputs: Vec<String> = Vec::new();
    for entry in fs::read_dir("tests/load").expect("the cases are there") {
        let case = entry.expect("a readable folder").path();
        for name in ["input.yaml", "input.json"] {
            inputs.extend(fs::read_to_string(case.join(name)));
        }
    }
    inputs.sort();
    let mut random = Random(0x5EED);
    for input in &inputs {
        let ends: Vec<usize> = input.char_indices().map(|(at, _)| at).collect();
        for _ in 0..12 {
            let Some(&end) = ends.get(random.below(ends.len().max(1))) else {
                continue;
            };
            let (head, tail) = input.split_at(end);
            check(head);
            check(&format!("{head}{}", random.junk()));
            check(&format!("{head}{}{tail}", random.junk()));
        }
    }
}

fn check(text: &str) {
    let (loaded, sources, diagnostics) = load_text("damaged", text, &LoadOptions::default());
    assert_eq!(loaded.is_none(), diagnostics.has_errors(), "{text}");
    let shown = render(&diagnostics, &sources, true, usize::MAX);
    assert!(!diagnostics.has_errors() || shown.contains("error"));
}

/// A small generator of numbers (xorshift), the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % bound as u64).unwrap_or(0)
    }

    fn junk(&mut self) -> &'static str {
        const JUNK: [&str; 18] = [
            "{", "}", "[", "]", ":", ",", "\"", "'", "\n", "\t", "- ", "null", "&a ", "*a ", "%",
            "\u{0}", "5", "true",
        ];
        JUNK[self.below(JUNK.len())]
    }
}
