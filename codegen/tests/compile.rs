//! The golden cases as one crate: it compiles without a warning, and so does every example in its docs. Those with
//! several groups of operations compile without a warning for each feature alone, too.
//!
//! Left out of an ordinary run, since it compiles the dependencies of a client once more:
//! `cargo test -p specsmith --test compile -- --ignored`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use specsmith::{Options, ir, output, read};

fn manifest() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The description of every case that has one, each as a module of its own.
fn apis() -> Vec<ir::Api> {
    let entries = fs::read_dir(manifest().join("tests/golden")).expect("the folder of cases");
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.expect("a case").path()).collect();
    folders.sort();
    let mut apis = Vec::new();
    for folder in folders {
        let documents = ["spec.yaml", "spec.json"].map(|name| folder.join(name));
        let document = documents.iter().find(|path| path.is_file());
        let overlay = folder.join("overlay.yaml");
        let overlays: Vec<PathBuf> = overlay.is_file().then_some(overlay).into_iter().collect();
        let document = document.expect("a case has a document");
        if let Some(mut api) = read(document, &folder, &overlays).api {
            let name = folder.file_name().expect("a name").to_string_lossy();
            api.module = ir::Name(name.replace('-', "_"));
            apis.push(api);
        }
    }
    apis
}

#[test]
#[ignore = "compiles a crate of its own"]
fn every_case_compiles_and_so_do_its_examples() {
    let apis = apis();
    assert!(apis.len() > 50, "only {} cases", apis.len());
    let folder = write("golden", &apis);
    run(&folder, &["check", "--quiet"]);
    run(&folder, &["test", "--doc"]);
}

#[test]
#[ignore = "compiles a crate of its own"]
fn every_feature_compiles_alone() {
    let mut apis = apis();
    apis.retain(|api| api.groups.len() + usize::from(!api.webhooks.is_empty()) > 1);
    assert!(apis.len() > 3, "only {} cases", apis.len());
    let folder = write("golden-features", &apis);
    let text = fs::read_to_string(folder.join("Cargo.toml")).expect("the manifest");
    let table: toml::Table = toml::from_str(&text).expect("TOML");
    let features = table["features"].as_table().expect("features");
    assert!(features.contains_key("groups-house_visits"), "{features:?}");
    for feature in features.keys() {
        let alone = ["--no-default-features", "--features", feature];
        run(&folder, &[&["check", "--quiet"], alone.as_slice()].concat());
    }
}

/// Writes a crate of these APIs, and gives its folder.
fn write(name: &str, apis: &[ir::Api]) -> PathBuf {
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

/// Runs cargo on a crate, and fails at a warning.
fn run(folder: &Path, arguments: &[&str]) {
    let output = Command::new(env!("CARGO"))
        .args(arguments)
        .arg("--offline")
        .current_dir(folder)
        // One for all crates: their dependencies are the same.
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"),
        )
        .env("RUSTFLAGS", "-D warnings")
        .output()
        .expect("cargo runs");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let also = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{arguments:?}\n{said}\n{also}");
}
