//! `budget`: holds the project's own documents to limits. In: `codegen/budget.toml`, the documents of `spec/` and
//! `tests/dialects`, the recorded bodies of `tests/bodies`; out: what passes its limit, and by how much. Invariant:
//! everything here is counted, not timed, so a busy machine does not matter; each figure has a limit and each limit a
//! figure. Exit code 1 when something is over.

mod bodies;
mod callgrind;
mod limits;

use crate::Tools;
use crate::dependencies;
use crate::emitted;
use crate::generators::{Generator, empty_folder, read};
use crate::root;
use limits::{Compiler, Limits};
use serde_json::Value;
use std::path::Path;

/// The documents: how they are called in the limits, and where they are in the workspace. Each gives its instructions.
const DOCUMENTS: [(&str, &str); 9] = [
    ("exavault.yaml", "spec/exavault.yaml"),
    ("snaplogic.yaml", "spec/snaplogic.yaml"),
    ("thousandeyes.yaml", "spec/thousandeyes.yaml"),
    ("tiledb.yaml", "spec/tiledb.yaml"),
    (
        "swagger2/shop.yaml",
        "codegen/tests/dialects/swagger2/shop.yaml",
    ),
    (
        "openapi30/shop.yaml",
        "codegen/tests/dialects/openapi30/shop.yaml",
    ),
    (
        "openapi31/shop.yaml",
        "codegen/tests/dialects/openapi31/shop.yaml",
    ),
    (
        "openapi32/shop.yaml",
        "codegen/tests/dialects/openapi32/shop.yaml",
    ),
    ("files/shop.yaml", "codegen/tests/dialects/files/shop.yaml"),
];

/// Those whose output is counted too: the dialects of one API all give the same.
const EMITTED: [&str; 5] = [
    "exavault.yaml",
    "snaplogic.yaml",
    "thousandeyes.yaml",
    "tiledb.yaml",
    "openapi30/shop.yaml",
];

/// The arguments.
#[derive(clap::Args, Debug)]
pub(crate) struct Args {
    /// Set each limit to what was measured and 3 % more.
    #[arg(long)]
    update: bool,
}

/// The kinds of figures, each a table of the limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Instructions,
    Lines,
    Bytes,
    Crates,
}

impl Kind {
    /// All of them, in the order of the file.
    pub(crate) const ALL: [Self; 4] = [Self::Instructions, Self::Lines, Self::Bytes, Self::Crates];

    /// The table's name, which is the unit too.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Instructions => "instructions",
            Self::Lines => "lines",
            Self::Bytes => "bytes",
            Self::Crates => "crates",
        }
    }
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Measured {
    pub(crate) kind: Kind,
    pub(crate) name: String,
    pub(crate) value: f64,
}

impl Measured {
    fn new(kind: Kind, name: impl Into<String>, value: f64) -> Self {
        Self {
            kind,
            name: name.into(),
            value,
        }
    }
}

/// Runs the command.
pub(crate) fn run(args: &Args, tools: &Tools) -> Result<bool, String> {
    let file = root().join("codegen/budget.toml");
    let compiler = Compiler::here()?;
    // Before minutes of measuring.
    let limits = match args.update {
        true => None,
        false => Some(Limits::read(&read(&file)?, &compiler)?),
    };
    callgrind::available()?;
    let work = tools.work.join("budget");
    std::fs::create_dir_all(&work).map_err(|e| format!("{}: {e}", work.display()))?;
    let measured = measure(tools, &work)?;
    let Some(limits) = limits else {
        crate::generators::write(&file, &limits::text(&measured, &compiler))?;
        println!("{} limits written: codegen/budget.toml", measured.len());
        return Ok(true);
    };
    let verdict = limits.judge(&measured);
    for line in &verdict.lines {
        println!("{line}");
    }
    println!(
        "{} figures: {} over budget, {} far below",
        measured.len(),
        verdict.over,
        verdict.below
    );
    if verdict.over > 0 {
        println!(
            "Where that is meant, `cost budget --update` sets the limits anew; say in the commit why."
        );
    }
    Ok(verdict.over == 0)
}

fn measure(tools: &Tools, work: &Path) -> Result<Vec<Measured>, String> {
    let mut measured = Vec::new();
    let generator = Generator::Specsmith(tools.specsmith.clone());
    for (name, path) in DOCUMENTS {
        eprintln!("generating {name}…");
        let document = root().join(path);
        let out = work.join("out");
        empty_folder(&out)?;
        let command = generator.command(&document, &out, "budget");
        let count = callgrind::instructions(&command, work)?;
        measured.push(Measured::new(
            Kind::Instructions,
            format!("generate {name}"),
            count,
        ));
        if EMITTED.contains(&name) {
            measured.extend(emitted_of(name, &document, &out.join("src"))?);
        }
    }
    measured.extend(bodies::measure(work)?);
    let package = ["--locked", "--package", "activity-logs"];
    let crates = dependencies::count(root(), &package)?;
    measured.push(Measured::new(Kind::Crates, "activity-logs", crates as f64));
    Ok(measured)
}

/// Lines and bytes for each schema and operation that the document has. What is not of the models counts for operations.
fn emitted_of(name: &str, document: &Path, src: &Path) -> Result<Vec<Measured>, String> {
    let all = emitted::count(src, &["runtime"])?;
    let calls = emitted::count(src, &["runtime", "models"])?;
    let text = read(document)?;
    let value: Value =
        serde_yaml::from_str(&text).map_err(|e| format!("{}: {e}", document.display()))?;
    let (schemas, operations) = sizes(&value);
    if schemas == 0 || operations == 0 {
        return Err(format!(
            "{}: no schemas or no operations",
            document.display()
        ));
    }
    let apiece = |what: &str, lines: usize, bytes: usize, count: usize| {
        let name = format!("{name} per {what}");
        [
            Measured::new(Kind::Lines, name.clone(), lines as f64 / count as f64),
            Measured::new(Kind::Bytes, name, bytes as f64 / count as f64),
        ]
    };
    let models = (all.lines - calls.lines, all.bytes - calls.bytes);
    let mut measured = Vec::from(apiece("schema", models.0, models.1, schemas));
    measured.extend(apiece("operation", calls.lines, calls.bytes, operations));
    Ok(measured)
}

/// How many schemas and operations a document of one file has.
fn sizes(document: &Value) -> (usize, usize) {
    const METHODS: [&str; 8] = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ];
    let members = |pointer: &str| document.pointer(pointer).and_then(Value::as_object);
    let schemas = members("/components/schemas").map_or(0, serde_json::Map::len);
    let paths = members("/paths")
        .into_iter()
        .flat_map(|paths| paths.values());
    let operations =
        paths.flat_map(|path| METHODS.iter().filter(|method| path.get(**method).is_some()));
    (schemas, operations.count())
}

#[cfg(test)]
mod tests {
    use super::{DOCUMENTS, EMITTED, sizes};
    use serde_json::json;

    #[test]
    fn every_document_is_there() {
        for (name, path) in DOCUMENTS {
            assert!(crate::root().join(path).is_file(), "{name}");
        }
        for name in EMITTED {
            assert!(DOCUMENTS.iter().any(|(known, _)| *known == name), "{name}");
        }
    }

    #[test]
    fn schemas_and_operations_are_counted() {
        let document = json!({
            "paths": {"/a": {"get": {}, "post": {}, "parameters": []}, "/b": {"get": {}}},
            "components": {"schemas": {"A": {}, "B": {}}},
        });
        assert_eq!(sizes(&document), (2, 3));
    }
}
