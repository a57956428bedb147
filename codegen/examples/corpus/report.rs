//! What was measured, as a table, as totals and as tab-separated lines. In: rows; out: text.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What one document came to.
#[derive(Debug, Default)]
pub(crate) struct Row {
    /// The document.
    pub(crate) document: PathBuf,
    /// The crate it became, if it did.
    pub(crate) krate: Option<String>,
    /// The module of the API.
    pub(crate) module: String,
    /// Seconds to generate.
    pub(crate) seconds: f64,
    /// Diagnostics by severity.
    pub(crate) errors: usize,
    /// Warnings among them.
    pub(crate) warnings: usize,
    /// How often each code stands among the diagnostics.
    pub(crate) codes: BTreeMap<&'static str, usize>,
    /// The first error, if any.
    pub(crate) first_error: Option<String>,
    /// Operations and types emitted.
    pub(crate) operations: usize,
    /// Types emitted.
    pub(crate) types: usize,
    /// Lines of Rust emitted, without the runtime.
    pub(crate) lines: usize,
    /// Fields and bodies with a declared type.
    pub(crate) declared: usize,
    /// Those of them that came out untyped.
    pub(crate) untyped: usize,
    /// What rustc said.
    pub(crate) compiled: Option<Compiled>,
    /// Where those are declared.
    pub(crate) lost: Vec<String>,
    /// The examples to send round.
    pub(crate) cases: Vec<crate::roundtrip::Case>,
    /// How the examples fared.
    pub(crate) examples: Option<Examples>,
}

/// What rustc said of one crate.
#[derive(Debug, Default)]
pub(crate) struct Compiled {
    /// Whether cargo reported the library as built.
    pub(crate) built: bool,
    /// Errors.
    pub(crate) errors: usize,
    /// Warnings.
    pub(crate) warnings: usize,
    /// The first of either, as rendered.
    pub(crate) first: Option<String>,
}

/// How the examples of one document fared.
#[derive(Debug, Default)]
pub(crate) struct Examples {
    /// Examples found.
    pub(crate) found: usize,
    /// Those whose schema the judge cannot read.
    pub(crate) unjudged: usize,
    /// Those that their own schema accepts.
    pub(crate) valid: usize,
    /// Valid ones that came back the same.
    pub(crate) same: usize,
    /// Valid ones that did not, with the reason.
    pub(crate) failures: Vec<String>,
}

impl Row {
    fn generated(&self) -> bool {
        self.krate.is_some()
    }

    fn compiles(&self) -> bool {
        self.compiled
            .as_ref()
            .is_some_and(|c| c.built && c.errors == 0)
    }
}

/// The sums over all rows.
#[derive(Debug, Default)]
pub(crate) struct Totals {
    documents: usize,
    generated: usize,
    compiled: usize,
    clean: usize,
    warnings: usize,
    declared: usize,
    untyped: usize,
    found: usize,
    unjudged: usize,
    valid: usize,
    same: usize,
    seconds: f64,
}

impl Totals {
    /// Adds up.
    pub(crate) fn of(rows: &[Row]) -> Self {
        let mut totals = Self {
            documents: rows.len(),
            ..Self::default()
        };
        for row in rows {
            totals.generated += usize::from(row.generated());
            totals.compiled += usize::from(row.compiles());
            totals.clean += usize::from(
                row.compiles() && row.compiled.as_ref().is_some_and(|c| c.warnings == 0),
            );
            totals.warnings += row.warnings;
            totals.declared += row.declared;
            totals.untyped += row.untyped;
            totals.seconds += row.seconds;
            if let Some(examples) = &row.examples {
                totals.found += examples.found;
                totals.unjudged += examples.unjudged;
                totals.valid += examples.valid;
                totals.same += examples.same;
            }
        }
        totals
    }

    /// Whether every generated crate compiled without a warning and every valid example came back.
    pub(crate) fn clean(&self, no_compile: bool) -> bool {
        no_compile || (self.generated == self.clean && self.valid == self.same)
    }

    /// Prints the sums.
    pub(crate) fn print(&self, no_compile: bool) {
        println!();
        println!("documents          {:>8}", self.documents);
        println!(
            "generated          {:>8}   {}",
            self.generated,
            share(self.generated, self.documents)
        );
        if !no_compile {
            println!(
                "compiled           {:>8}   {}",
                self.compiled,
                share(self.compiled, self.generated)
            );
            println!(
                "without warnings   {:>8}   {}",
                self.clean,
                share(self.clean, self.generated)
            );
            println!("examples found     {:>8}", self.found);
            println!("without a judge    {:>8}", self.unjudged);
            println!(
                "examples valid     {:>8}   {}",
                self.valid,
                share(self.valid, self.found)
            );
            println!(
                "came back the same {:>8}   {}",
                self.same,
                share(self.same, self.valid)
            );
        }
        println!("declared types     {:>8}", self.declared);
        println!(
            "untyped            {:>8}   {}",
            self.untyped,
            share(self.untyped, self.declared)
        );
        println!("warnings           {:>8}", self.warnings);
        println!("seconds generating {:>8.2}", self.seconds);
    }

    /// Prints how often each diagnostic code was given, and in how many documents.
    pub(crate) fn print_codes(rows: &[Row]) {
        let mut codes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for (code, count) in rows.iter().flat_map(|row| &row.codes) {
            let sums = codes.entry(code).or_default();
            sums.0 += count;
            sums.1 += 1;
        }
        println!("\n{:<28} {:>7} {:>9}", "diagnostic", "times", "documents");
        for (code, (times, documents)) in codes {
            println!("{code:<28} {times:>7} {documents:>9}");
        }
    }
}

fn share(part: usize, whole: usize) -> String {
    if whole == 0 {
        "-".to_owned()
    } else {
        format!("{:.2} %", 100.0 * part as f64 / whole as f64)
    }
}

/// Prints a line a document.
pub(crate) fn print_table(rows: &[Row], no_compile: bool) {
    println!(
        "{:<44} {:>7} {:>5} {:>5} {:>7} {:>5} {:>7} {:>9} {:>11}",
        "document", "seconds", "ops", "types", "lines", "warn", "untyped", "rustc", "examples"
    );
    for row in rows {
        println!(
            "{:<44} {:>7.3} {:>5} {:>5} {:>7} {:>5} {:>7} {:>9} {:>11}",
            clip(&row.document.display().to_string(), 44),
            row.seconds,
            row.operations,
            row.types,
            row.lines,
            row.warnings,
            row.untyped,
            if no_compile {
                "-".to_owned()
            } else {
                verdict(row)
            },
            row.examples
                .as_ref()
                .map_or_else(|| "-".to_owned(), |e| format!("{}/{}", e.same, e.valid)),
        );
        if let Some(error) = &row.first_error {
            println!("    {}", error.lines().next().unwrap_or_default());
        }
    }
}

/// Prints why crates did not compile and examples did not come back.
pub(crate) fn print_failures(rows: &[Row]) {
    for row in rows {
        if let Some(first) = row.compiled.as_ref().and_then(|c| c.first.as_ref()) {
            println!("\n{}\n{}", row.document.display(), first.trim_end());
        }
        for place in &row.lost {
            println!("{}: untyped: {place}", row.document.display());
        }
        for failure in row.examples.iter().flat_map(|e| &e.failures) {
            println!("{}: {failure}", row.document.display());
        }
    }
}

fn verdict(row: &Row) -> String {
    match &row.compiled {
        None => "not made".to_owned(),
        Some(c) if c.errors > 0 || !c.built => format!("{} errors", c.errors),
        Some(c) if c.warnings > 0 => format!("{} warn", c.warnings),
        Some(_) => "ok".to_owned(),
    }
}

fn clip(text: &str, width: usize) -> String {
    let count = text.chars().count();
    if count <= width {
        text.to_owned()
    } else {
        let tail: String = text.chars().skip(count - width + 1).collect();
        format!("…{tail}")
    }
}

/// Writes a line a document.
pub(crate) fn write_tsv(path: &Path, rows: &[Row]) -> Result<(), String> {
    let mut text = String::from(
        "document\tgenerated\tseconds\toperations\ttypes\tlines\terrors\twarnings\tdeclared\tuntyped\trustc_errors\trustc_warnings\texamples\tvalid\tsame\n",
    );
    for row in rows {
        let (rustc_errors, rustc_warnings) = row
            .compiled
            .as_ref()
            .map_or((String::new(), String::new()), |c| {
                (c.errors.to_string(), c.warnings.to_string())
            });
        let (found, valid, same) = row
            .examples
            .as_ref()
            .map_or((0, 0, 0), |e| (e.found, e.valid, e.same));
        let _ = writeln!(
            text,
            "{}\t{}\t{:.4}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{rustc_errors}\t{rustc_warnings}\t{found}\t{valid}\t{same}",
            row.document.display(),
            row.generated(),
            row.seconds,
            row.operations,
            row.types,
            row.lines,
            row.errors,
            row.warnings,
            row.declared,
            row.untyped,
        );
    }
    std::fs::write(path, text).map_err(|e| format!("{}: {e}", path.display()))
}
