//! The golden cases as one crate: it compiles without a warning, and so does every example in its docs.
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
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden");
    let _ = fs::remove_dir_all(folder.join("src"));
    let apis = apis();
    assert!(apis.len() > 50, "only {} cases", apis.len());
    for file in output(&apis, &Options::new(Vec::new(), "", "golden")) {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, file.text).expect("a file");
    }
    // The versions that are there already.
    let lock = manifest().join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the versions");
    for arguments in [
        ["check", "--quiet", "--offline"],
        ["test", "--doc", "--offline"],
    ] {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(&folder)
            .env("CARGO_TARGET_DIR", folder.join("target"))
            .env("RUSTFLAGS", "-D warnings")
            .output()
            .expect("cargo runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let also = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{arguments:?}\n{said}\n{also}");
    }
}
