//! `dependencies`: what a client brings with it. In: this workspace's `generated/` and a small petstore; out: how many
//! crates stand below each client with default features, and the time to build it and all of them. Invariant: every build
//! starts with an empty target folder, after everything was fetched; the clients take turns.

use crate::Tools;
use crate::generate::once;
use crate::generators::{Generator, empty_folder, package_name, read, write};
use crate::process::{self, Usage};
use crate::spread::{Figure, Spread};
use crate::table;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The document that all generators are given.
const PETSTORE: &str = include_str!("petstore.yaml");

/// The manifest of a program that calls progenitor's macro, as its README has it.
const MACRO_MANIFEST: &str = r#"[package]
name = "petstore-progenitor-macro"
version = "0.0.0"
edition = "2021"

[dependencies]
chrono = { version = "0.4", default-features = false, features = ["serde"] }
progenitor = "0.15"
reqwest = { version = "0.13", features = ["json", "query", "stream"] }
serde = { version = "1", features = ["derive"] }
uuid = { version = "1", features = ["serde"] }

[workspace]
"#;

/// The arguments.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// How many times each client is built with all its dependencies.
    #[arg(long, default_value_t = 1)]
    rounds: u32,
}

/// One client.
struct Client {
    label: String,
    folder: PathBuf,
    crates: usize,
    runs: Vec<Usage>,
    /// Why there are no times.
    failure: Option<String>,
}

/// Runs the command.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    let work = tools.work.join("dependencies");
    std::fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
    let document = work.join("petstore.yaml");
    write(&document, PETSTORE)?;
    let mut clients = vec![client("activity-logs", own(&work)?)?];
    for generator in [
        Generator::Specsmith(tools.specsmith.clone()),
        Generator::Ploidy,
    ] {
        match once(&generator, &document, &work)? {
            Ok(_) => {
                let name = format!("{}-{}", package_name(&document), generator.name());
                let folder = work.join(generator.name()).join(&name);
                generator.complete(&folder, &name)?;
                clients.push(client(&format!("petstore, {}", generator.name()), folder)?);
            }
            Err(reason) => println!("{}: {reason}", generator.name()),
        }
    }
    clients.push(client("petstore, progenitor's macro", with_macro(&work)?)?);
    match cargo_progenitor(&document, &work)? {
        Ok(folder) => clients.push(client("petstore, cargo-progenitor", folder)?),
        Err(reason) => println!("cargo-progenitor: {reason}"),
    }
    for round in 0..args.rounds {
        for client in clients.iter_mut().filter(|client| client.failure.is_none()) {
            eprintln!("round {}: {}…", round + 1, client.label);
            match build(client, &work)? {
                Ok(usage) => client.runs.push(usage),
                Err(reason) => client.failure = Some(reason),
            }
        }
    }
    print(&clients, args.rounds);
    Ok(true)
}

/// A copy of `generated/`, outside of this workspace.
fn own(work: &Path) -> Result<PathBuf, String> {
    let (from, to) = (crate::root().join("generated"), work.join("activity-logs"));
    empty_folder(&to)?;
    copy(&from.join("src"), &to.join("src"))?;
    let manifest = read(&from.join("Cargo.toml"))?;
    write(
        &to.join("Cargo.toml"),
        &format!("{manifest}\n[workspace]\n"),
    )?;
    Ok(to)
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let shown = |e: std::io::Error| format!("{}: {e}", from.display());
    std::fs::create_dir_all(to).map_err(shown)?;
    for entry in std::fs::read_dir(from).map_err(shown)? {
        let entry = entry.map_err(shown)?;
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            std::fs::copy(entry.path(), target).map_err(shown)?;
        }
    }
    Ok(())
}

/// A library that is nothing but progenitor's macro.
fn with_macro(work: &Path) -> Result<PathBuf, String> {
    let folder = work.join("progenitor-macro");
    empty_folder(&folder.join("src"))?;
    write(&folder.join("Cargo.toml"), MACRO_MANIFEST)?;
    write(&folder.join("petstore.yaml"), PETSTORE)?;
    let code = "progenitor::generate_api!(\"petstore.yaml\");\n";
    write(&folder.join("src/lib.rs"), code)?;
    Ok(folder)
}

/// The crate that cargo-progenitor writes, where it is installed.
fn cargo_progenitor(document: &Path, work: &Path) -> Result<Result<PathBuf, String>, String> {
    let folder = work.join("cargo-progenitor");
    empty_folder(&folder)?;
    let mut command = std::process::Command::new("cargo-progenitor");
    command
        .args([
            "progenitor",
            "--name",
            "petstore-progenitor",
            "--version",
            "0.0.0",
        ])
        .arg("--input")
        .arg(document)
        .arg("--output")
        .arg(&folder)
        .stdout(std::process::Stdio::null());
    let run = match process::run(&mut command, &work.join("stderr.txt")) {
        Ok(run) => run,
        Err(process::Trouble::Missing) => {
            return Ok(Err(
                "not installed: cargo install cargo-progenitor".to_owned()
            ));
        }
        Err(process::Trouble::Other(reason)) => return Err(reason),
    };
    if !run.is_fine() {
        return Ok(Err(run.failure()));
    }
    let manifest = folder.join("Cargo.toml");
    let text = read(&manifest)?;
    write(&manifest, &format!("{text}\n[workspace]\n"))?;
    Ok(Ok(folder))
}

/// Fetches what a client needs, and counts it.
fn client(label: &str, folder: PathBuf) -> Result<Client, String> {
    process::output(
        process::cargo()
            .args(["fetch", "--quiet"])
            .current_dir(&folder),
    )?;
    let crates = count(&folder, &[])?;
    Ok(Client {
        label: label.to_owned(),
        folder,
        crates,
        runs: Vec::new(),
        failure: None,
    })
}

/// How many crates stand below a package, those that are only built for the build counted too.
pub(crate) fn count(folder: &Path, more: &[&str]) -> Result<usize, String> {
    let mut cargo = process::cargo();
    cargo
        .current_dir(folder)
        .args(["tree", "--edges", "normal,build", "--prefix", "none"])
        .args(["--format", "{p}"])
        .args(more);
    let said = process::output(&mut cargo)?;
    let crates: BTreeSet<&str> = said.lines().filter(|line| !line.is_empty()).collect();
    Ok(crates.len().saturating_sub(1))
}

/// Builds everything. The outer error is ours, the inner one the compiler's.
fn build(client: &Client, work: &Path) -> Result<Result<Usage, String>, String> {
    let target = work.join("target");
    empty_folder(&target)?;
    let mut cargo = process::cargo();
    cargo
        .args(["build", "--quiet", "--offline"])
        .current_dir(&client.folder)
        .env("CARGO_TARGET_DIR", &target)
        .stdout(std::process::Stdio::null());
    let run = process::run(&mut cargo, &work.join("cargo.txt"))?;
    Ok(if run.is_fine() {
        Ok(run.usage)
    } else {
        Err(run.failure())
    })
}

fn print(clients: &[Client], rounds: u32) {
    println!("Default features; clean builds (cargo build): medians of {rounds} rounds in turn");
    let head = [
        "",
        "crates",
        "wall",
        "user",
        "peak",
        "activity-logs' part of: crates",
        "wall",
        "user",
    ];
    let mut rows = vec![table::row(head)];
    for client in clients {
        let mut row = vec![client.label.clone(), client.crates.to_string()];
        if !client.runs.is_empty() {
            row.extend(Figure::ALL.map(|figure| figure.shown(&client.runs)));
        }
        if client.label != clients[0].label {
            row.resize(5, String::new());
            row.push(format!(
                "{:.2}",
                clients[0].crates as f64 / client.crates as f64
            ));
            row.extend([Figure::Wall, Figure::User].map(|figure| {
                Spread::of_ratios(&clients[0].runs, &client.runs, figure)
                    .map_or_else(|| "-".to_owned(), |ratio| ratio.to_string())
            }));
        }
        rows.push(row);
        if let Some(reason) = &client.failure {
            rows.push(vec![format!(
                "{}: does not compile: {reason}",
                client.label
            )]);
        }
    }
    table::print(&rows);
}
