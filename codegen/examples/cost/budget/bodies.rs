//! What the emitted types cost at work. In: the recorded bodies below; out: the instructions of decoding and of encoding
//! each once. Invariant: the program that does it is compiled with the versions of the workspace's lock file, and without
//! the features that send requests; what it takes to start is subtracted.

use super::{Kind, Measured, callgrind};
use crate::generators::write;
use crate::process;
use crate::root;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The bodies: the API's folder, and the file's name, which begins with the operation.
const BODIES: [(&str, &str); 5] = [
    ("exavault", "getSessionLogs-200"),
    ("exavault", "getWebhookLogs-200-v2"),
    ("thousandeyes", "getUserEvents-200"),
    ("tiledb", "arrayActivityLog-200"),
    ("snaplogic", "getActivities-200"),
];

/// How often more the long run does it than the short one.
const TIMES: u32 = 100;

/// Measures all of them.
pub(super) fn measure(work: &Path) -> Result<Vec<Measured>, String> {
    let program = program(work)?;
    let mut measured = Vec::new();
    for (api, name) in BODIES {
        let file = root()
            .join("tests/bodies")
            .join(api)
            .join(format!("{name}.json"));
        for what in ["decode", "encode"] {
            eprintln!("{what} {name}…");
            let count = |times: u32| {
                let mut command = Command::new(&program);
                command.arg(what).arg(&file).arg(times.to_string());
                callgrind::instructions(&command, work)
            };
            let once = (count(TIMES + 1)? - count(1)?) / f64::from(TIMES);
            measured.push(Measured::new(
                Kind::Instructions,
                format!("{what} {name}"),
                once.round(),
            ));
        }
    }
    Ok(measured)
}

/// Builds the program.
fn program(work: &Path) -> Result<PathBuf, String> {
    eprintln!("building the program that decodes and encodes…");
    let folder = work.join("bodies");
    let create = std::fs::create_dir_all(folder.join("src"));
    create.map_err(|e| format!("{}: {e}", folder.display()))?;
    let generated = root().join("generated");
    let manifest = format!(
        "[package]\nname = \"bodies\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n\
         [dependencies.activity-logs]\npath = {:?}\ndefault-features = false\n\
         features = [\"exavault\", \"snaplogic\", \"thousandeyes\", \"tiledb\"]\n\n[workspace]\n",
        generated.display().to_string()
    );
    write(&folder.join("Cargo.toml"), &manifest)?;
    write(&folder.join("src/main.rs"), include_str!("bodies/main.rs"))?;
    let lock = root().join("Cargo.lock");
    std::fs::copy(&lock, folder.join("Cargo.lock"))
        .map_err(|e| format!("{}: {e}", lock.display()))?;
    let target = work.join("target");
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--release", "--quiet"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", &target);
    process::output(&mut cargo)?;
    Ok(target
        .join("release")
        .join(format!("bodies{}", std::env::consts::EXE_SUFFIX)))
}
