//! In: documents and mutants. Out: what the compiler says of the callers. Invariant: the runtime is compiled once for many
//! mutants, and every caller by itself, so that one error hides no other.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use serde_json::Value;
use specsmith::ir::{Api, Name};
use specsmith::project::OutputFile;
use specsmith::{Options, output};

use crate::documents::{Document, Mutant};
use crate::report::Row;
use crate::{caller, payload};

/// How many mutants are one crate.
const AT_ONCE: usize = 30;

/// How many compilers run at once.
const JOBS: usize = 2;

/// A crate with several mutants and the documents they come from.
pub(crate) struct Batch {
    /// Its folder.
    pub(crate) folder: PathBuf,
    files: Vec<OutputFile>,
    /// What it and its dependencies were compiled to, by name.
    pub(crate) artifacts: BTreeMap<String, PathBuf>,
}

/// Compiles everything, and gives a row a mutant.
pub(crate) fn all(
    documents: &[Document],
    mut mutants: Vec<Mutant>,
    work: &Path,
) -> Result<Vec<Row>, String> {
    mutants.sort_by_key(|mutant| mutant.document);
    let mut rows = Vec::new();
    for (at, some) in mutants.chunks(AT_ONCE).enumerate() {
        eprintln!("crate {}: {} mutations", at + 1, some.len());
        let batch = build(documents, some, work, at)?;
        rows.extend(check(documents, some, &batch)?);
    }
    Ok(rows)
}

/// The module of a document as it was.
pub(crate) fn base_module(document: usize) -> String {
    format!("b{document:03}")
}

fn build(
    documents: &[Document],
    mutants: &[Mutant],
    work: &Path,
    at: usize,
) -> Result<Batch, String> {
    let mut apis: Vec<Api> = mutants.iter().map(|mutant| mutant.api.clone()).collect();
    let mut bases: Vec<usize> = mutants.iter().map(|mutant| mutant.document).collect();
    bases.dedup();
    for document in bases {
        let mut api = documents[document].api.clone();
        api.module = Name(base_module(document));
        apis.push(api);
    }
    apis.sort_by(|a, b| a.module.cmp(&b.module));
    let folder = work.join(format!("batch-{at}"));
    let _ = fs::remove_dir_all(&folder);
    let files = output(&apis, &Options::new(Vec::new(), "", "mutants"));
    for file in &files {
        let path = folder.join(&file.path);
        put(&path, &file.text)?;
    }
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).map_err(|error| error.to_string())?;
    let modules: Vec<String> = apis.iter().map(|api| api.module.0.clone()).collect();
    let artifacts = cargo(&folder, &work.join("target"), &modules)?;
    Ok(Batch {
        folder,
        files,
        artifacts,
    })
}

/// Writes a file and the folders around it.
pub(crate) fn put(path: &Path, text: &str) -> Result<(), String> {
    let failed = |error: std::io::Error| format!("{}: {error}", path.display());
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    fs::write(path, text).map_err(failed)
}

fn cargo(
    folder: &Path,
    target: &Path,
    features: &[String],
) -> Result<BTreeMap<String, PathBuf>, String> {
    let target = std::path::absolute(target).map_err(|error| error.to_string())?;
    let output = Command::new("cargo")
        .args([
            "build",
            "--quiet",
            "--no-default-features",
            "--message-format=json",
            "--features",
        ])
        .arg(features.join(","))
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_INCREMENTAL", "0")
        .output()
        .map_err(|error| format!("cargo: {error}"))?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stdout);
        let rendered = text
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok());
        let errors: Vec<String> = rendered
            .filter(|one| one["message"]["level"] == "error")
            .filter_map(|one| one["message"]["rendered"].as_str().map(str::to_owned))
            .take(5)
            .collect();
        let rest = String::from_utf8_lossy(&output.stderr);
        return Err(format!(
            "{} does not compile\n{}{rest}",
            folder.display(),
            errors.concat()
        ));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut artifacts = BTreeMap::new();
    for message in messages.filter(|message| message["reason"] == "compiler-artifact") {
        let name = message["target"]["name"]
            .as_str()
            .unwrap_or_default()
            .replace('-', "_");
        let files = message["filenames"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str);
        for file in files.filter(|file| file.ends_with(".rlib")) {
            artifacts.insert(name.clone(), PathBuf::from(file));
        }
    }
    Ok(artifacts)
}

fn check(documents: &[Document], mutants: &[Mutant], batch: &Batch) -> Result<Vec<Row>, String> {
    let mut programs: BTreeMap<usize, String> = BTreeMap::new();
    for mutant in mutants {
        let program = || caller::program(&batch.files, &base_module(mutant.document));
        programs.entry(mutant.document).or_insert_with(program);
    }
    let mut wrong = Vec::new();
    for (document, program) in &programs {
        let own = batch.caller(program, &base_module(*document), "own")?;
        wrong.extend(own.map(|error| {
            let name = &documents[*document].name;
            format!("the caller of {name} is wrong: {error}")
        }));
    }
    if !wrong.is_empty() {
        return Err(wrong.join("\n"));
    }
    let next = Mutex::new(mutants.iter().enumerate());
    let rows = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..JOBS)
            .map(|_| {
                scope.spawn(|| -> Result<(), String> {
                    while let Some((at, mutant)) = lock(&next).next() {
                        let row = one(
                            &documents[mutant.document],
                            mutant,
                            &programs[&mutant.document],
                            batch,
                        )?;
                        lock(&rows).push((at, row));
                    }
                    Ok(())
                })
            })
            .collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| "a worker ended".to_owned())?)
    })?;
    let mut rows = std::mem::take(&mut *lock(&rows));
    rows.sort_by_key(|(at, _)| *at);
    let mut rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    payload::read_all(documents, mutants, batch, &mut rows)?;
    Ok(rows)
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn one(document: &Document, mutant: &Mutant, program: &str, batch: &Batch) -> Result<Row, String> {
    let module = &mutant.api.module.0;
    let breaks = batch.caller(program, module, "old")?;
    let newer = caller::program(&batch.files, module);
    let grows = batch.caller(
        &newer,
        &base_module(mutant.document),
        &format!("new-{module}"),
    )?;
    Ok(Row {
        document: document.name.clone(),
        mutation: mutant.mutation,
        pointer: mutant.pointer.clone(),
        wire: mutant.wire,
        rust: mutant.rust,
        rules: mutant.rules.clone(),
        breaks,
        grows: grows.is_some(),
        unread: Vec::new(),
        unread_by_old: Vec::new(),
        payloads: 0,
    })
}

impl Batch {
    /// What the compiler has against a caller of a module.
    fn caller(&self, program: &str, module: &str, label: &str) -> Result<Option<String>, String> {
        let text = format!(
            "#![allow(warnings)]\nextern crate mutants as krate;\nuse krate::{module} as api;\n{program}\n"
        );
        let file = self.folder.join(format!("callers/{module}-{label}.rs"));
        put(&file, &text)?;
        let mut rustc = self.rustc(&file);
        rustc.args([
            "--crate-type=lib",
            "--crate-name=caller",
            "--emit=metadata",
            "-o",
        ]);
        rustc.arg(file.with_extension("rmeta"));
        let output = rustc.output().map_err(|error| format!("rustc: {error}"))?;
        let told = String::from_utf8_lossy(&output.stderr);
        let first = told.lines().find(|line| line.contains("error"));
        match (output.status.success(), first) {
            (true, _) => Ok(None),
            (false, Some(first)) => Ok(Some(first.to_owned())),
            (false, None) => Err(format!("rustc failed: {told}")),
        }
    }

    /// The compiler with everything that the crate depends on.
    pub(crate) fn rustc(&self, file: &Path) -> Command {
        let mut rustc = Command::new("rustc");
        rustc.args([
            "--edition=2024",
            "--error-format=short",
            "--cap-lints=allow",
        ]);
        for (name, path) in &self.artifacts {
            rustc
                .arg("--extern")
                .arg(format!("{name}={}", path.display()));
            if let Some(folder) = path.parent() {
                rustc
                    .arg("-L")
                    .arg(format!("dependency={}", folder.display()));
            }
        }
        rustc.arg(file);
        rustc
    }
}
