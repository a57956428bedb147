//! The golden cases as crates. In: the folder of cases; out: their APIs, and a crate of them on disk. Invariant: versions
//! are those of the workspace.

use std::fs;
use std::path::{Path, PathBuf};

use specsmith::{DocumentReport, Options, ir, output, read};

pub(crate) fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The description of every case that has one, each as a module of its own.
pub(crate) fn apis() -> Vec<ir::Api> {
    let reports = reports().into_iter();
    reports.filter_map(|report| report.api).collect()
}

/// What was read of every case, each as a module of its own.
pub(crate) fn reports() -> Vec<DocumentReport> {
    let mut reports = Vec::new();
    for folder in sorted(&manifest().join("tests/golden")) {
        let documents = ["spec.yaml", "spec.json"].map(|name| folder.join(name));
        let document = documents.iter().find(|path| path.is_file());
        let overlay = folder.join("overlay.yaml");
        let overlays: Vec<PathBuf> = overlay.is_file().then_some(overlay).into_iter().collect();
        let document = document.expect("a case has a document");
        let mut report = read(document, &folder, &overlays);
        if let Some(api) = &mut report.api {
            let name = folder.file_name().expect("a name").to_string_lossy();
            api.module = ir::Name(name.replace('-', "_"));
        }
        reports.push(report);
    }
    reports
}

/// Writes a crate of these APIs, and gives its folder.
pub(crate) fn write(name: &str, apis: &[ir::Api]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(folder.join("src"));
    for file in output(apis, &Options::new(Vec::new(), "", "golden")) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, file.text).expect("a file");
    }
    // The versions that are there already.
    let lock = manifest().join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the versions");
    folder
}

/// What is in a folder, sorted.
pub(crate) fn sorted(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.expect("an entry").path())
        .collect();
    paths.sort();
    paths
}
