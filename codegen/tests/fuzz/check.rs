//! What must hold whatever comes in. In: the text of a document; out: nothing, or what was broken. Invariant: the verdict
//! depends on the text alone.

use specsmith::config::Config;
use specsmith::load::{LoadOptions, load_text};
use specsmith::project::OutputFile;
use specsmith::{Options, diag, ir, lower, output};
use std::collections::BTreeSet;
use std::time::{Duration, Instant};

/// No small document may take longer.
const TIME: Duration = Duration::from_secs(5);

/// A text becomes a document or an error, and what was found can be shown.
pub(crate) fn load(text: &str) -> Result<(), String> {
    let started = Instant::now();
    let (loaded, sources, findings) = load_text("input.yaml", text, &LoadOptions::default());
    if loaded.is_none() != findings.has_errors() {
        return Err("neither a document nor an error, or both".to_owned());
    }
    let shown = diag::render(&findings, &sources, true, usize::MAX);
    if findings.iter().next().is_some() && shown.is_empty() {
        return Err("findings that are not shown".to_owned());
    }
    diag::to_json(&findings, &sources);
    in_time(started)
}

/// A document becomes a crate or an error; the crate is Rust, lies in its folder, and is the same every time.
pub(crate) fn pipeline(text: &str) -> Result<(), String> {
    let started = Instant::now();
    let first = run(text)?;
    in_time(started)?;
    let second = run(text)?;
    if first != second {
        return Err("not the same twice".to_owned());
    }
    match first.files {
        Some(files) => whole(&files),
        None => Ok(()),
    }
}

fn in_time(started: Instant) -> Result<(), String> {
    match started.elapsed() {
        time if time > TIME => Err(format!("took {time:?}")),
        _ => Ok(()),
    }
}

/// What one run says and writes.
#[derive(PartialEq)]
struct Run {
    findings: String,
    dump: String,
    files: Option<Vec<OutputFile>>,
}

fn run(text: &str) -> Result<Run, String> {
    let (loaded, sources, mut findings) = load_text("input.yaml", text, &LoadOptions::default());
    let config: Config = toml::from_str(&config(text)).map_err(|error| error.to_string())?;
    let api = loaded.and_then(|loaded| {
        let (api, more) = lower::lower(&loaded, &config);
        findings.extend(more);
        // The examples are looked at by the measuring programs; they take any document as well.
        lower::samples(&loaded, &config);
        api
    });
    let api = api.filter(|_| !findings.has_errors());
    if api.is_none() && !findings.has_errors() {
        return Err("no error and no description".to_owned());
    }
    let options = Options::new(Vec::new(), "", "fuzzed");
    Ok(Run {
        findings: diag::render(&findings, &sources, false, usize::MAX),
        dump: api.as_ref().map(ir::dump).unwrap_or_default(),
        files: api.map(|api| output(&[api], &options)),
    })
}

/// Whether a crate lies in its folder and can be read.
fn whole(files: &[OutputFile]) -> Result<(), String> {
    let mut paths = BTreeSet::new();
    for file in files {
        let path = file.path.as_str();
        let plain = |c: char| c.is_alphanumeric() || "_-.".contains(c);
        let inside = path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != ".." && part.chars().all(plain));
        if !inside {
            return Err(format!("a file at {path:?}"));
        }
        // Some file systems know no case.
        if !paths.insert(path.to_lowercase()) {
            return Err(format!("two files at {path:?}"));
        }
        // The runtime is the same in every crate.
        if path.ends_with(".rs") && !path.starts_with("src/runtime/") {
            syn::parse_file(&file.text).map_err(|error| format!("{path}: {error}"))?;
        }
        if path.ends_with(".toml") {
            toml::from_str::<toml::Table>(&file.text)
                .map_err(|error| format!("{path}: {error}"))?;
        }
    }
    match paths.contains("cargo.toml") && paths.contains("src/lib.rs") {
        true => Ok(()),
        false => Err("a crate without Cargo.toml or src/lib.rs".to_owned()),
    }
}

/// The configuration beside a document, as TOML: each choice of types comes with some documents.
pub(crate) fn config(text: &str) -> String {
    let dates = ["jiff", "chrono", "time", "string"][text.len() / 2 % 4];
    let check = text.len().is_multiple_of(2);
    format!("[types]\ndate-time = \"{dates}\"\ncheck = {check}\n")
}

/// Whether a document becomes a crate.
pub(crate) fn makes_a_crate(text: &str) -> bool {
    run(text).is_ok_and(|run| run.files.is_some())
}
