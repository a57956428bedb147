//! One cargo workspace for all generated crates. In: documents; out: a crate each, with the program that sends its
//! examples round, and the workspace's manifest. Invariant: crates share one target folder and one lock file.

use crate::declared;
use crate::emitted;
use crate::judge::{Documents, Judge};
use crate::report::Row;
use crate::roundtrip::{self, Case};
use specsmith::diag::Severity;
use specsmith::source::{Origin, Sources};
use specsmith::{DocumentReport, Options};
use std::path::Path;
use std::time::Instant;

/// Generates the crate of one document.
pub(crate) fn generate(work: &Path, index: usize, document: &Path) -> Result<Row, String> {
    let name = format!("doc-{index:04}");
    let folder = work.join(&name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let mut options = Options::new(vec![document.to_owned()], &folder, name.as_str());
    options.standalone = false;
    let started = Instant::now();
    let outcome = specsmith::generate(&options);
    let mut row = Row {
        document: document.to_owned(),
        seconds: started.elapsed().as_secs_f64(),
        errors: outcome.count(Severity::Error),
        warnings: outcome.count(Severity::Warning),
        ..Row::default()
    };
    let findings = outcome.documents.iter().map(|report| &report.diagnostics);
    for finding in findings
        .chain([&outcome.diagnostics])
        .flat_map(|list| list.iter())
    {
        *row.codes.entry(finding.code).or_default() += 1;
    }
    let Some(report) = outcome.documents.first() else {
        return Ok(row);
    };
    row.first_error = first_error(report).or_else(|| first(&outcome.diagnostics));
    if outcome.changes.is_some() {
        row.krate = Some(name);
        if let Some(api) = &report.api {
            describe(api, report, &mut row);
        }
        row.lines = emitted::count(&folder.join("src"), &["runtime"])?.lines;
        write_program(&folder, &row)?;
    }
    Ok(row)
}

fn describe(api: &specsmith::ir::Api, report: &DocumentReport, row: &mut Row) {
    row.operations = api.operations.len();
    row.types = api.types.len();
    row.module.clone_from(&api.module.0);
    let documents = Documents::new(&report.sources);
    let declared = declared::count(api, &documents);
    row.declared = declared.typed;
    row.untyped = declared.lost.len();
    row.lost = declared
        .lost
        .iter()
        .map(|at| place(&report.sources, at))
        .collect();
    let mut judge = Judge::new(&documents);
    row.cases = specsmith::samples(&report.path, &[])
        .into_iter()
        .map(|sample| Case {
            place: place(&report.sources, &sample.at),
            rust: specsmith::emit::type_text(api, &sample.ty),
            valid: judge.accepts(&sample.at, &sample.value),
            value: sample.value,
        })
        .collect();
}

fn place(sources: &Sources, at: &Origin) -> String {
    let file = sources.get(at.file).map_or("", |file| file.name.as_str());
    format!("{file}#{}", at.pointer)
}

fn first_error(report: &DocumentReport) -> Option<String> {
    first(&report.diagnostics)
}

fn first(diagnostics: &specsmith::diag::Diagnostics) -> Option<String> {
    diagnostics
        .iter()
        .find(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| format!("error[{}]: {}", diagnostic.code, diagnostic.message))
}

fn write_program(folder: &Path, row: &Row) -> Result<(), String> {
    let Some(name) = &row.krate else {
        return Ok(());
    };
    let examples = folder.join("examples");
    std::fs::create_dir_all(&examples).map_err(|e| e.to_string())?;
    let file = examples.join(format!("{}.rs", roundtrip::example_name(name)));
    std::fs::write(file, roundtrip::program(name, &row.module, &row.cases))
        .map_err(|e| e.to_string())
}

/// Writes the manifest of the workspace.
pub(crate) fn write_root(work: &Path, rows: &[Row]) -> Result<(), String> {
    let members: Vec<String> = rows
        .iter()
        .filter_map(|row| row.krate.as_ref())
        .map(|name| format!("    \"{name}\",\n"))
        .collect();
    let text = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [\n{}]\n\n[profile.dev]\ndebug = false\nincremental = false\n",
        members.concat()
    );
    std::fs::write(work.join("Cargo.toml"), text).map_err(|e| format!("{}: {e}", work.display()))
}
