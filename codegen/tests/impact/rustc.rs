//! What the compiler says. In: versions of an API, and the fixture workspace; out: the lines that are refused with each version.
//! Invariant: all versions are modules of one crate, which is compiled once.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use specsmith::{Options, ir, output};

use super::HERE;

/// Compiles all versions as modules of one crate. Gives the libraries by name.
pub(super) fn compile(folder: &Path, apis: &[ir::Api]) -> Vec<(String, String)> {
    let krate = folder.join("all");
    let modules: Vec<&str> = apis.iter().map(|api| api.module.0.as_str()).collect();
    for file in output(apis, &Options::new(Vec::new(), "", "all")) {
        let path = krate.join(&file.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, file.text).expect("a file");
    }
    fs::copy(format!("{HERE}/../Cargo.lock"), krate.join("Cargo.lock")).expect("the versions");
    let out = Command::new("cargo")
        .args([
            "build",
            "--quiet",
            "--no-default-features",
            "--message-format=json",
            "--features",
        ])
        .arg(modules.join(","))
        .env(
            "CARGO_TARGET_DIR",
            Path::new(env!("CARGO_TARGET_TMPDIR")).join("impact-target"),
        )
        .current_dir(&krate)
        .output()
        .expect("cargo runs");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let text = String::from_utf8_lossy(&out.stdout).into_owned();
    let messages = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let libraries = messages
        .filter(|one| one["reason"] == "compiler-artifact")
        .filter_map(|one| {
            let name = one["target"]["name"].as_str()?.replace('-', "_");
            let mut files = one["filenames"]
                .as_array()?
                .iter()
                .filter_map(Value::as_str);
            Some((name, files.find(|file| file.ends_with(".rlib"))?.to_owned()))
        });
    libraries.collect()
}

/// The lines of the user's code that the compiler refuses with a version of the crate.
pub(super) fn errors(
    folder: &Path,
    libraries: &[(String, String)],
    module: &str,
) -> BTreeSet<(String, u64)> {
    let shim = folder.join(format!("{module}-client.rs"));
    fs::write(
        &shim,
        format!("pub use all::{module} as shop;\npub use all::runtime;\n"),
    )
    .expect("a file");
    let client = folder.join(format!("lib{module}_client.rlib"));
    let mut rustc = compiler(libraries);
    rustc
        .args(["--crate-type=lib", "--crate-name=client", "-o"])
        .arg(&client)
        .arg(&shim);
    let out = rustc.output().expect("rustc runs");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let mut rustc = compiler(libraries);
    rustc
        .arg("--extern")
        .arg(format!("client={}", client.display()));
    rustc.args([
        "--crate-name=app",
        "--test",
        "--emit=metadata",
        "--error-format=json",
        "-o",
    ]);
    rustc.arg(folder.join(format!("{module}-app.rmeta")));
    rustc
        .arg("app/src/lib.rs")
        .current_dir(format!("{HERE}/tests/impact/workspace"));
    let out = rustc.output().expect("rustc runs");
    let text = String::from_utf8_lossy(&out.stderr).into_owned();
    let mut lines = BTreeSet::new();
    for message in text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
    {
        if message["level"] != "error" {
            continue;
        }
        for span in message["spans"].as_array().into_iter().flatten() {
            if span["is_primary"] == true {
                // What a macro of others does is where it is called.
                let mut span = span;
                while span["expansion"].is_object() && !is_ours(&span["file_name"]) {
                    span = &span["expansion"]["span"];
                }
                let file = span["file_name"].as_str().expect("a file").to_owned();
                lines.insert((file, span["line_start"].as_u64().expect("a line")));
            }
        }
    }
    assert_eq!(out.status.success(), lines.is_empty(), "{text}");
    lines
}

fn is_ours(file: &Value) -> bool {
    file.as_str().is_some_and(|file| file.starts_with("app/"))
}

fn compiler(libraries: &[(String, String)]) -> Command {
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition=2024", "--cap-lints=allow"]);
    for (name, file) in libraries {
        rustc.arg("--extern").arg(format!("{name}={file}"));
        if let Some(folder) = Path::new(file).parent() {
            rustc
                .arg("-L")
                .arg(format!("dependency={}", folder.display()));
        }
    }
    rustc
}
